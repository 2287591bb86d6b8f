import StanceDiagnostics
import StanceGraph
import StanceQuery
import StanceTestSupport
import Testing

/// Texts that use others: `use "file".` takes over what the other defines and declares.
@Suite struct UseTests {
  static let graph = "Ann is a person. Bob is a person. P is a plan. Ann supports P. Bob rejects P."

  /// The questions of a text that may use the others, and how often each of them was read.
  private func prepare(
    _ ask: String, using texts: [String: String], given: [String: [String]] = [:]
  ) throws -> (questions: [PreparedQuestion], reads: [String]) {
    var session = Session(try Program(Self.graph).graph, given: given)
    var reads: [String] = []
    let questions = try session.prepare(SourceText(name: "main.ask", ask)) { name, _ in
      guard let text = texts[name] else { throw UnexpectedUse(name: name) }
      reads.append(name)
      return SourceText(name: name, text)
    }
    return (questions, reads)
  }

  @Test func `a definition of the used text holds in the one that uses it`() throws {
    let texts = ["common.ask": "define ?a likes ?p when ?a supports ?p."]
    let found = try prepare("use \"common.ask\". who likes what.", using: texts)
    #expect(found.questions.map(\.text) == ["who likes what"])
  }

  @Test func `a definition holds wherever in the text it stands`() throws {
    let ask = "who likes what. define ?a likes ?p when ?a supports ?p."
    #expect(try prepare(ask, using: [:]).questions.count == 1)
  }

  @Test func `the questions of the used text are not asked`() throws {
    let texts = ["common.ask": "who supports what. define ?a likes ?p when ?a supports ?p."]
    let found = try prepare("use \"common.ask\". who likes what.", using: texts)
    #expect(found.questions.count == 1)
  }

  @Test func `a parameter of the used text has its default, and takes a value`() throws {
    let texts = ["common.ask": "given $who is a person default \"Ann\"."]
    let ask = "use \"common.ask\". $who supports what."
    let plain = try prepare(ask, using: texts).questions.map(\.plan)
    let other = try prepare(ask, using: texts, given: ["who": ["Bob"]]).questions.map(\.plan)
    #expect(plain != other)
  }

  @Test(
    arguments: [
      ["a": "use \"a\". define ?a likes ?p when ?a supports ?p."],
      ["a": "use \"b\".", "b": "use \"a\". define ?a likes ?p when ?a supports ?p."],
      [
        "a": "use \"b\". use \"c\".", "b": "use \"d\".", "c": "use \"d\". use \"a\".",
        "d": "define ?a likes ?p when ?a supports ?p.",
      ],
    ])
  func `texts may use each other in a circle, and each is taken once`(
    texts: [String: String]
  ) throws {
    let found = try prepare("use \"a\". use \"a\". who likes what.", using: texts)
    #expect(found.questions.count == 1)
    #expect(found.questions.map { $0.plan.derived.map(\.rules.count) } == [[1]])
  }

  @Test func `a fault of the used text is told in its own text`() throws {
    let marked = MarkedText("define ?a likes ⟪what⟫ when ?a supports ?p.")
    let failure = #expect(throws: PreparationFailure.self) {
      try prepare("use \"common.ask\". who supports what.", using: ["common.ask": marked.text])
    }
    #expect(failure?.problems.map(\.source.name) == ["common.ask"])
    #expect(failure?.problems.flatMap(\.diagnostics).map(\.span) == marked.spans)
  }

  @Test func `rules that cannot be computed are told in the text of the rule`() throws {
    let marked = MarkedText("define ?a likes ?b when ?a ⟪likes⟫ ?b.")
    let failure = #expect(throws: PreparationFailure.self) {
      try prepare("use \"common.ask\". who supports what.", using: ["common.ask": marked.text])
    }
    #expect(failure?.problems.map(\.source.name) == ["common.ask"])
    #expect(failure?.problems.flatMap(\.diagnostics).map(\.span) == marked.spans)
  }

  @Test func `all that is wrong with a text is told at once`() throws {
    let marked = MarkedText("⟪Eve⟫ supports what. who supports ⟪Ann⟫. who supports what as ⟪xls⟫.")
    let failure = #expect(throws: PreparationFailure.self) { try prepare(marked.text, using: [:]) }
    let spans = failure?.problems.flatMap(\.diagnostics).map(\.span).sorted()
    #expect(spans == marked.spans)
  }

  @Test func `use graph names a graph, not a text`() throws {
    #expect(try prepare("use graph \"other\". who supports what.", using: [:]).reads == [])
  }
}
