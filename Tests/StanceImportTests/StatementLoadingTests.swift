import StanceDiagnostics
import StanceGraph
import StanceTestSupport
import Testing

@Suite struct StatementLoadingTests {
  private static let head = """
    Ann is a person. Bob is a person. P is a plan. Q is a plan. source S. source T.

    """

  @Test(
    arguments: [
      ("Ann rejects P.", "Ann rejects P"), ("Ann reject P.", "Ann rejects P"),
      ("Ann rejected P.", "Ann rejects P"),
      ("Ann rejects P on 2025.", "Ann rejects P on 20250101-20251231"),
      ("Ann rejects P in 2025-05.", "Ann rejects P on 20250501-20250531"),
      ("Ann rejects P on 2025-05-11.", "Ann rejects P on 20250511-20250511"),
      ("Ann rejects P according to Bob.", "Ann rejects P by Bob"),
      ("Ann rejects P in S.", "Ann rejects P in S"),
      ("Ann rejects P saying \"x\\ty\".", "Ann rejects P saying x\ty"),
      ("Ann supports P provided \"x\".", "Ann supports P provided x"),
      ("Ann rejects P at 3..9.", "Ann rejects P at 3-9"),
      ("Ann rejects P with confidence 0.5.", "Ann rejects P with 0.5"),
      ("Ann rejects P with confidence = 1.", "Ann rejects P with 1.0"),
      ("the person Ann rejects the plan P.", "Ann rejects P"),
      ("Ann rejects P saying \"e\u{301}\".", "Ann rejects P saying e\u{301}"),
    ])
  func `a statement is stored with its qualifiers`(text: String, stored: String) throws {
    let statements = try load(Self.head + text).graph.statements()
    #expect(statements.count == 1)
    #expect(statements.first?.utf8.elementsEqual(stored.utf8) == true)
  }

  @Test(
    arguments: [
      LoadFault("Ann rejects P on 2025 ⟪on 2026⟫.", "P07", "date"),
      LoadFault("Ann rejects P on 2025 ⟪in 2025-05⟫.", "P07", "date"),
      LoadFault("Ann rejects P according to Bob ⟪according to Ann⟫.", "P07", "speaker"),
      LoadFault("Ann rejects P in S ⟪in T⟫.", "P07", "source"),
      LoadFault("Ann rejects P saying \"x\" ⟪said \"y\"⟫.", "P07", "quotation"),
      LoadFault("Ann rejects P provided \"x\" ⟪provided \"y\"⟫.", "P07", "condition"),
      LoadFault("Ann rejects P at 1..2 ⟪at 3..4⟫.", "P07", "place in its source"),
      LoadFault(
        "Ann rejects P with confidence 1 ⟪with confidence 0.5⟫.", "P07", "confidence"),
      LoadFault("all on 2025, ⟪on 2026⟫: Ann rejects P.", "P07", "date"),
    ])
  func `a statement has one of each`(fault: LoadFault) throws {
    let head = Self.head.utf8.count
    let found = try faults([Self.head + fault.marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code.rawValue) == fault.codes)
    #expect(
      found.map { SourceSpan($0.span.start - head, $0.span.end - head) } == fault.marked.spans)
    #expect(found.map(\.message) == ["a statement has one \(fault.message)"])
  }

  @Test(
    arguments: [
      ("The Hague hosts P.", "The Hague hosts P"), ("A rejects P.", "A rejects P"),
      ("A Coruna hosts P.", "A Coruna hosts P"), ("The Union rejects P.", "Union rejects P"),
      ("An rejects P.", "An rejects P"),
    ])
  func `a name may begin with what could be an article`(text: String, stored: String) throws {
    let declared =
      Self.head + "The Hague is a city. A is a person. An is a person. Union is a bloc. "
      + "A Coruna is a city. "
    let (graph, report) = try load(declared + text)
    #expect(report.diagnostics.isEmpty)
    #expect(try graph.statements() == [stored])
  }

  @Test func `for so many undeclared names only are known ones looked for`() throws {
    let known = "\"30-day ceasefire 0\" is a plan. Ann is a person. "
    let text =
      known + (1...25).map { "Ann rejects \"30-day ceasefire \($0)\"." }.joined(separator: " ")
    let found = try load(text).report.diagnostics.flatMap(\.diagnostics)
    #expect(found.map(\.code) == Array(repeating: .undeclaredName, count: 25))
    #expect(found.map { $0.help != nil } == (1...25).map { $0 <= 20 })
  }

  @Test(
    arguments: [
      "Ann is a person. N is a town. Ann is from N since 2 until 1.",
      "Ann has age 1. Ann has age 2.", "Ann is a person. Ann is a town.",
      "every thing is a nothing.", "Ann shuns P.", "Ann rejects P on 2025 on 2026.", "rejects.",
    ])
  func `of very many faults of a file the first are kept`(fault: String) throws {
    let text = Self.head + String(repeating: fault + "\n", count: 1500)
    let found = try faults([text, "Ann shuns P."])
    #expect(found.map(\.diagnostics.count) == [1000, 1])
  }

  @Test func `an error is told after very many warnings`() throws {
    let warnings = (1...1500).map { "Ann rejects Q\($0).\n" }.joined()
    #expect(throws: ImportRefused.self) { try load(Self.head + warnings + "Ann shuns P.") }
    let found = try faults([Self.head + warnings + "Ann shuns P."]).flatMap(\.diagnostics)
    #expect(found.count == 1000)
    #expect(found.last?.code == .unknownRelation)
  }

  @Test(
    arguments: [
      ("The first title", "Ann rejects P in S"), ("the second  TITLE", "Ann rejects P in T"),
      ("T", "Ann rejects P in T"),
    ])
  func `a source is known by its name and by its title`(name: String, stored: String) throws {
    let titles = "source S \"The first title\". source T \"The second title\". "
    let (graph, report) = try load(Self.head + titles + "Ann rejects P in \"\(name)\".")
    #expect(report.diagnostics.isEmpty)
    #expect(try graph.statements() == [stored])
  }

  @Test func `a source is known no longer by a title that it had`() throws {
    let folder = try TemporaryFolder()
    let file = { (text: String) in [SourceText(name: "a.stance", text)] }
    let path = folder.path("g.db")
    var options = ImportOptions()
    options.fileName = \.name
    let before = file(Self.head + "source S \"Old title\".")
    _ = try Graph.importFiles(before, into: path, options: options)
    let renamed = Self.head + "source S \"New title\". Ann rejects P in \"Old title\"."
    _ = try Graph.importFiles(file(renamed), into: path, options: options)
    #expect(try Graph.open(path).statements() == ["Ann rejects P in Old title"])
  }

  @Test(
    arguments: [
      ("Ann rejects P.", "Ann rejects P on 20250511-20250511 by Bob in S with 0.5"),
      ("Ann rejects P on 2024.", "Ann rejects P on 20240101-20241231 by Bob in S with 0.5"),
      ("Ann rejects P in T.", "Ann rejects P on 20250511-20250511 by Bob in T with 0.5"),
      (
        "Ann rejects P according to Ann.", "Ann rejects P on 20250511-20250511 by Ann in S with 0.5"
      ),
      (
        "Ann rejects P with confidence 1.",
        "Ann rejects P on 20250511-20250511 by Bob in S with 1.0"
      ),
      (
        "Ann rejects P saying \"x\".",
        "Ann rejects P on 20250511-20250511 by Bob in S saying x with 0.5"
      ),
    ])
  func `a statement's own qualifier wins over the heading's`(text: String, stored: String) throws {
    let heading = "all on 2025-05-11, in S, according to Bob, with confidence 0.5:\n"
    #expect(try load(Self.head + heading + text).graph.statements() == [stored])
  }

  @Test func `a heading holds until the next, which replaces all of it`() throws {
    let text = """
      Ann rejects P.
      all on 2025, in S:
      Ann supports P.
      all in T:
      Ann proposes P.
      """
    #expect(
      try load(Self.head + text).graph.statements() == [
        "Ann rejects P", "Ann supports P on 20250101-20251231 in S", "Ann proposes P in T",
      ])
  }

  @Test func `a heading ends with its file`() throws {
    let graph = try load(Self.head + "all on 2025: Ann rejects P.", "Ann supports P.").graph
    #expect(
      try graph.statements() == ["Ann rejects P on 20250101-20251231", "Ann supports P"])
  }

  @Test func `what stands in the file first or last does not matter`() throws {
    let text = """
      Ann opposes P according to Bob in S.
      Ann is a councillor from Council.
      every councillor is a politician.
      an actor can oppose a motion-kind.
      every politician is a person.
      """
    let fixed =
      text.replacing("motion-kind", with: "proposal")
      + "\nCouncil is an organization. Bob is a person. P is a plan. source S."
    let (graph, report) = try load(fixed)
    #expect(report.diagnostics.isEmpty)
    #expect(try graph.statements() == ["Ann opposes P by Bob in S"])
    #expect(
      try graph.nodes() == [
        "Ann: councillor 1", "Bob: person 1", "Council: organization 1", "P: plan 3",
      ])
  }

  @Test func `an exact duplicate is warned of and merged, whatever its confidence`() throws {
    let marked = MarkedText(
      Self.head
        + "Ann rejects P on 2025. ⟪Ann rejects P, on 2025 with confidence 0.3⟫. Ann rejects P.")
    let (graph, report) = try load(marked.text)
    #expect(try graph.statements() == ["Ann rejects P on 20250101-20251231", "Ann rejects P"])
    #expect(report.added == 2)
    #expect(report.known == 1)
    let found = report.diagnostics.flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.duplicateStatement])
    #expect(found.map(\.severity) == [.warning])
    #expect(found.map(\.span) == marked.spans)
  }

  @Test(arguments: [
    "on 2025", "according to Bob", "in S", "saying \"x\"", "provided \"x\"", "at 1..2",
  ])
  func `a statement with another qualifier is another statement`(qualifier: String) throws {
    let graph = try load(Self.head + "Ann rejects P. Ann rejects P \(qualifier).").graph
    #expect(try graph.statements().count == 2)
  }

  @Test(
    arguments: [
      LoadFault("Ann ⟪rejcts⟫ P.", "N02", "no relation is called ‘rejcts’"),
      LoadFault(
        "Ann rejects ⟪Bob⟫.", "T02", "“Bob” is an actor; the object of ‘rejects’ must be a proposal"
      ),
      LoadFault(
        "⟪P⟫ rejects Q.", "T02", "“P” is a proposal; the subject of ‘rejects’ must be an actor"),
      LoadFault(
        "Ann rejects P according to ⟪Q⟫.", "T02", "“Q” is a proposal; the speaker must be an actor"),
      LoadFault("Ann rejects P ⟪since 2025⟫.", "P01", "a statement has one date"),
      LoadFault("Ann rejects P ⟪when⟫.", "P01", "a statement of a graph file leaves nothing open"),
      LoadFault("Ann rejects P ⟪on $d⟫.", "P01", "a statement of a graph file leaves nothing open"),
      LoadFault(
        "Ann rejects P according to ⟪who⟫.", "P01",
        "a statement of a graph file leaves nothing open"),
      LoadFault("Ann rejects P ⟪as ?s⟫.", "P01", "a statement of a graph file leaves nothing open"),
      LoadFault(
        "Ann rejects P with ⟪publisher⟫ \"x\".", "T04", "a statement cannot be given a ‘publisher’"),
      LoadFault("Ann rejects P ⟪with confidence 1.5⟫.", "G05", "a confidence lies between 0 and 1"),
      LoadFault(
        "Ann rejects P ⟪with confidence -0.1⟫.", "G05", "a confidence lies between 0 and 1"),
      LoadFault("Ann rejects P with confidence ⟪\"high\"⟫.", "T03", "a confidence is a number"),
      LoadFault("Ann rejects P ⟪at 9..3⟫.", "G05", "the quotation would end before it starts"),
      LoadFault("the ⟪foo⟫ Ann rejects P.", "N05", "no kind is called ‘foo’"),
      LoadFault("the ⟪city⟫ Ann rejects P.", "T02", "“Ann” is a person, not a city"),
      LoadFault("all ⟪since 2025⟫: Ann rejects P.", "P01", "a statement has one date"),
    ])
  func `a statement that cannot be is an error with its place`(fault: LoadFault) throws {
    let found = try faults([Self.head, fault.marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code.rawValue) == fault.codes)
    #expect(found.map(\.message) == [fault.message])
    #expect(found.map(\.span) == fault.marked.spans)
    #expect(found.allSatisfy { $0.severity == .error })
  }

  @Test func `all errors of all files are reported`() throws {
    let first = MarkedText("Ann ⟪rejcts⟫ P.\nAnn is a ⟪foo⟫.\nAnn rejects⟪.⟫\n⟪P⟫ rejects P.\n")
    let second = MarkedText("Bob rejects P ⟪at 2..1⟫.\nBob rejects P on ⟪2025-02-30⟫.")
    let texts = try faults([Self.head + "", first.text, second.text])
    #expect(texts.map(\.source.name) == ["b.stance", "c.stance"])
    #expect(texts.map { $0.ordered.map(\.span) } == [first.spans, second.spans])
  }

  @Test func `a misspelt verb has a suggestion and the list of verbs`() throws {
    let found = try faults(["Ann rejcts P."]).flatMap(\.diagnostics)
    #expect(
      found.first?.help
        == "did you mean ‘rejects’? known: hosts, proposes, rejects, supports")
  }
}
