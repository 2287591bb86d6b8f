import StanceDiagnostics
import Testing

/// What other languages' suites ask of closures, negation and patterns, said in this language. The
/// facts are adapted; every answer was worked out by hand. A case that says “after” is a variation of
/// ours on what it names.
@Suite struct AdaptedSuiteTests {
  static let verbs = """
    an actor can like an actor. an actor can call an actor. an actor can own an actor.

    """

  @Test(arguments: AdaptedCase.souffle + AdaptedCase.sparql + AdaptedCase.openCypher)
  func `a case of another suite has its answer`(example: AdaptedCase) throws {
    let program = try Program(Self.verbs + example.graph)
    #expect(try program.rows(example.ask) == example.rows)
  }

  @Test(arguments: AdaptedCase.refusals)
  func `what another suite refuses is refused`(example: AdaptedCase) throws {
    let program = try Program(Self.verbs + example.graph)
    #expect(try program.refusal(example.ask)?.code.rawValue == example.rows[0])
  }

  @Test func `there are enough cases`() {
    let all = AdaptedCase.souffle + AdaptedCase.sparql + AdaptedCase.openCypher
    let sources = (all + AdaptedCase.refusals).map(\.source)
    #expect(sources.filter { !$0.hasPrefix("after ") }.count >= 60)
    #expect(Set(sources).count == sources.count)
  }
}

/// A case of a public suite: where it comes from, a graph, a question, and its rows with their cells
/// joined by `|` — or the code of the error.
struct AdaptedCase: Sendable, CustomTestStringConvertible {
  var source: String
  var graph: String
  var ask: String
  var rows: [String]

  init(_ source: String, _ graph: String, _ ask: String, _ rows: [String]) {
    (self.source, self.graph, self.ask, self.rows) = (source, graph, ask, rows)
  }

  var testDescription: String { "\(source): \(ask)" }
}
