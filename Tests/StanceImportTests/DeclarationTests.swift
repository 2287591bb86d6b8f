import StanceDiagnostics
import StanceGraph
import StanceModel
import StanceSQL
import StanceTestSupport
import Testing

@Suite struct DeclarationTests {
  // MARK: - Undeclared names

  @Test func `an undeclared name takes its kind from the verb, with a warning`() throws {
    let marked = MarkedText("⟪Ann⟫ rejects ⟪P⟫ according to ⟪Bob⟫ in ⟪S⟫. Ann supports P.")
    let (graph, report) = try load(marked.text)
    let found = report.diagnostics.flatMap(\.diagnostics)
    #expect(found.map(\.code) == Array(repeating: .undeclaredName, count: 4))
    #expect(found.map(\.span) == marked.spans)
    #expect(try graph.nodes() == ["Ann: actor 1", "Bob: actor 1", "P: proposal 3"])
  }

  @Test func `a name that may be of two kinds must be declared`() throws {
    let marked = MarkedText("⟪Istanbul⟫ hosts \"talks\". \"talks\" is a plan.")
    let found = try faults([marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.unknownName])
    #expect(found.map(\.span) == marked.spans)
    #expect(found.first?.help == "declare it: Istanbul is a …")
  }

  @Test(
    arguments: [
      (
        "Volodymyr Zelensky is a person. Volodymyr Zelenski rejects P.",
        "did you mean “Volodymyr Zelensky”?"
      ),
      (
        "\"30-day ceasefire\" is a plan. Ann is a person. Ann rejects \"30 day ceasefire\".",
        "did you mean “30-day ceasefire”?"
      ),
      ("Ann is a person, also Anna. Anne rejects P.", "did you mean “Ann”?"),
    ])
  func `a typing error is suggested to be one`(text: String, help: String) throws {
    let found = try load(text).report.diagnostics.flatMap(\.diagnostics)
    #expect(found.contains { $0.help == help })
  }

  @Test(
    arguments: [
      ("⟪Ann⟫ rejects P. P is a plan.", "N01"), ("Ann is a person. Ann rejects ⟪P⟫.", "N01"),
      ("Ann is a person. P is a plan. Ann rejects P in ⟪S⟫.", "N01"),
      ("Ann is a person. P is a plan. Ann rejects P according to ⟪Bob⟫.", "N01"),
      ("Ann is a person from ⟪Aco⟫.", "N01"),
    ])
  func `strictly, an undeclared name is an error`(text: String, code: String) throws {
    let marked = MarkedText(text)
    let found = try faults([marked.text], strict: true).flatMap(\.diagnostics)
    #expect(found.map(\.code.rawValue) == [code])
    #expect(found.map(\.span) == marked.spans)
    #expect(try faults([marked.text]).contains(where: \.hasErrors) == false)
  }

  // MARK: - Types and nodes

  @Test func `a contradicting type is an error that names both places`() throws {
    let marked = MarkedText("# x\nRussia is a ⟪city⟫.")
    let found = try faults(["\nRussia is a country.", marked.text])
    #expect(found.map(\.source.name) == ["b.stance"])
    let diagnostic = found.first?.diagnostics.first
    #expect(diagnostic?.code == .contradictingType)
    #expect(diagnostic?.message == "“Russia” is a city here and a country at a.stance:2")
    #expect(diagnostic?.span == marked.spans.first)
  }

  @Test(
    arguments: [
      ("Ann is a person. Ann is a person.", "Ann: person 1"),
      ("Ann is an actor. Ann is a person.", "Ann: person 1"),
      ("Ann is a person. Ann is an actor.", "Ann: person 1"),
      ("Ann is a councillor. Ann is a person. every councillor is a person.", "Ann: councillor 1"),
      ("ANN is a person. Ann is a person.", "ANN: person 1"),
      ("\" Ann \" is a person. Ann is a person.", "Ann: person 1"),
    ])
  func `declaring twice merges, the narrower type stays`(text: String, node: String) throws {
    #expect(try load(text).graph.nodes() == [node])
  }

  @Test(
    arguments: [
      LoadFault("Ann is a ⟪foo⟫.", "N05", "no kind is called ‘foo’"),
      LoadFault("every foo is a ⟪bar⟫.", "N05", "no kind is called ‘bar’"),
      LoadFault("every ⟪actor⟫ is a place.", "G06", "‘actor’ is one of the three kinds"),
      LoadFault("every ⟪person⟫ is a bloc.", "G06", "every person is an actor already"),
      LoadFault("every foo is a ⟪bar⟫. every bar is a ⟪foo⟫.", "N05", "no kind is called ‘bar’"),
      LoadFault("an actor can back a ⟪plan⟫.", "N05", "a verb joins kinds, and ‘plan’ is none"),
      LoadFault(
        "an actor can endorse a proposal, the opposite of ⟪foo⟫.", "N02",
        "no relation is called ‘foo’"
      ),
      LoadFault("an actor can ⟪reject⟫ (refuses, refused) a proposal.", "G06", ""),
      LoadFault("⟪Ann⟫ has age 5.", "N01", "nothing in this graph is called ‘Ann’"),
      LoadFault("⟪Ann⟫ is also Bob.", "N01", "nothing in this graph is called ‘Ann’"),
      LoadFault(
        "Ann is a person. Ann has age 5. Ann has age ⟪6⟫.", "G06",
        "“Ann” has another age, 5, in these files"),
      LoadFault(
        "Ann is a person from ⟪Aco⟫ since 2025 until 2024. Aco is a bloc.", "G05",
        "the affiliation would end before it began"),
    ])
  func `a declaration that cannot be is an error with its place`(fault: LoadFault) throws {
    let found = try faults([fault.marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code.rawValue) == fault.codes)
    #expect(fault.message.isEmpty || found.first?.message == fault.message)
    #expect(found.map(\.span) == fault.marked.spans)
  }

  @Test func `types may be declared in any order and depth`() throws {
    let text = (1...20).map { "every t\($0) is a t\($0 - 1)." }.joined(separator: "\n")
    let (graph, report) = try load(text + "\nevery t0 is a person. Ann is a t20.")
    #expect(report.diagnostics.isEmpty)
    #expect(try graph.nodes() == ["Ann: t20 1"])
    #expect(graph.catalog.types.isBelow("t20", "person"))
  }

  @Test func `a name that two nodes have must say which is meant`() throws {
    let head =
      "Georgia is a country. \"State of Georgia\" is an organization, also Georgia. P is a plan. "
    let marked = MarkedText(
      "Ann is a person, also X. Bob is a person, also X. P is a plan. ⟪X⟫ rejects P.")
    let found = try faults([marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.ambiguousName])
    #expect(found.map(\.span) == marked.spans)
    let graph = try load(
      head + "the organization Georgia rejects P according to the country Georgia."
    ).graph
    #expect(try graph.statements() == ["State of Georgia rejects P by Georgia"])
  }

  @Test func `the position decides between an actor and a place of one name`() throws {
    let text = """
      Ann is a person, also X. Dublin is a city, also X. P is a plan. X rejects P.
      """
    #expect(try load(text).graph.statements() == ["Ann rejects P"])
  }

  // MARK: - Affiliations

  @Test(
    arguments: [
      ("Aco is a bloc from ⟪Aco⟫.", "Aco → Aco"),
      ("Aco is a bloc from B. B is a bloc from ⟪Aco⟫.", "B → Aco → B"),
      ("Aco is a bloc from B. B is a bloc from C. C is a bloc from ⟪Aco⟫.", "C → Aco → B → C"),
      (
        "Aco is a bloc from B since 2020 until 2021. B is a bloc from ⟪Aco⟫ since 2025.",
        "B → Aco → B"
      ),
    ])
  func `a circle of affiliations is printed`(text: String, chain: String) throws {
    let declared = MarkedText(text)
    let found = try faults([declared.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.cyclicAffiliation])
    #expect(found.map(\.message) == ["an affiliation may not lead back to itself: \(chain)"])
    #expect(found.map(\.span) == declared.spans)
  }

  @Test func `dated affiliations are kept with their dates`() throws {
    let text = """
      Ann is a person from Aco since 2024-02 until 2025, B. Aco is a bloc. B is a bloc. Ann is from Aco.
      """
    let rows = try load(text).graph.texts(
      """
      SELECT m.name || ' ' || g.name || ' ' || a.since || ' ' || a.until FROM affiliation AS a
        JOIN node AS m ON m.id = a.member JOIN node AS g ON g.id = a.grp ORDER BY 1
      """)
    #expect(rows == ["Ann Aco 0 99999999", "Ann Aco 20240201 20251231", "Ann B 0 99999999"])
  }

  // MARK: - Relations

  @Test func `a relation is widened by another declaration`() throws {
    let text = """
      a place can support a proposal. an actor can support an actor.
      Dublin is a city. P is a plan. Ann is a person. Dublin supports P. Ann supports Ann.
      """
    let (graph, report) = try load(text)
    #expect(report.diagnostics.isEmpty)
    #expect(try graph.statements() == ["Dublin supports P", "Ann supports Ann"])
    let opposite = try graph.texts("SELECT opposite FROM relation WHERE base = 'support'")
    #expect(opposite == ["reject"])
  }

  @Test func `a pair of kinds that was not declared is refused`() throws {
    let marked = MarkedText(
      "a place can support a place. Dublin is a city. P is a plan. Dublin supports ⟪P⟫.")
    let found = try faults([marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code) == [.wrongKind])
    #expect(found.map(\.span) == marked.spans)
    #expect(found.first?.message == "a place cannot support a proposal")
  }

  @Test(
    arguments: [
      "an actor can endorse a proposal. an actor can oppose a proposal, the opposite of endorse.",
      "an actor can endorse a proposal, the opposite of oppose. an actor can oppose a proposal.",
      "an actor can endorse a proposal, the opposite of oppose. an actor can oppose a proposal, the opposite of endorse.",
    ])
  func `opposites are mutual, whichever is declared first`(text: String) throws {
    let graph = try load(text).graph
    let pairs = try graph.texts(
      "SELECT base || ' ' || opposite FROM relation WHERE built_in = 0 ORDER BY base")
    #expect(pairs == ["endorse oppose", "oppose endorse"])
  }

  @Test(
    arguments: [
      LoadFault(
        "an actor can ⟪back⟫ a proposal.", "G06",
        "‘backs’ follows from other verbs in every graph and cannot be declared"),
      LoadFault(
        "an actor can ⟪agree⟫ with an actor.", "G06",
        "‘agrees with’ follows from other verbs in every graph and cannot be declared"),
      LoadFault(
        "an actor can ⟪conflict⟫ with an actor.", "G06",
        "‘conflicts with’ follows from other verbs in every graph and cannot be declared"),
      LoadFault(
        "an actor can oppose a proposal, the opposite of ⟪oppose⟫.", "G06",
        "‘oppose’ cannot be its own opposite"),
      LoadFault(
        "an actor can ⟪blocks⟫ a proposal.", "G06", "‘blocks’ is not the base form of a verb"),
    ])
  func `a verb that cannot be is refused`(fault: LoadFault) throws {
    let found = try faults([fault.marked.text]).flatMap(\.diagnostics)
    #expect(found.map(\.code.rawValue) == fault.codes)
    #expect(found.map(\.span) == fault.marked.spans)
    #expect(found.map(\.message) == [fault.message])
  }

  @Test(arguments: ["focus", "dismiss", "discuss", "conflict", "summons (summonses, summonsed)"])
  func `a verb whose base form looks like another form is taken`(verb: String) throws {
    #expect(try load("an actor can \(verb) a proposal.").report.diagnostics.isEmpty)
  }

  @Test(arguments: ["seek", "seeks", "sought"])
  func `an irregular verb is known in its forms`(form: String) throws {
    let text = "an actor can seek (seeks, sought) a proposal. Ann is a person. P is a plan. "
    #expect(try load(text + "Ann \(form) P.").graph.statements() == ["Ann seeks P"])
  }

  @Test(arguments: ["campaign against", "campaigns against", "campaigned against"])
  func `a verb with a particle is known in its forms`(form: String) throws {
    let text = "an actor can campaign against a proposal. Ann is a person. P is a plan. "
    let graph = try load(text + "Ann \(form) P.").graph
    #expect(try graph.statements() == ["Ann campaigns against P"])
  }

  // MARK: - Sources, facts, titles

  @Test func `a source is stored with all that is said of it, in several sentences`() throws {
    let text = """
      source S "Title" by "Paper" on 2025-05 at <https://example.org/x>.
      source "s" language en file "a.txt" sha256 "00".
      Ann is a person. P is a plan. Ann rejects P in "Title". Ann supports P in S.
      """
    let (graph, report) = try load(text)
    #expect(report.diagnostics.isEmpty)
    #expect(report.sources == 1)
    #expect(try graph.statements() == ["Ann rejects P in S", "Ann supports P in S"])
    let rows = try graph.texts(
      """
      SELECT name || '|' || title || '|' || publisher || '|' || d0 || '|' || d1 || '|' || url || '|'
        || language || '|' || file || '|' || sha256 FROM source
      """)
    #expect(rows == ["S|Title|Paper|20250501|20250531|https://example.org/x|en|a.txt|00"])
  }

  @Test(
    arguments: [
      ("144000000", "integer"), ("9223372036854775807", "integer"), ("0.5", "real"),
      ("2025-05-11", "text"), ("\"x\"", "text"), ("Foo Bar", "text"),
    ])
  func `a fact keeps the sort of its value`(value: String, sort: String) throws {
    let graph = try load("Ann is a person. Ann has worth \(value).").graph
    #expect(try graph.texts("SELECT typeof(value) FROM attribute") == [sort])
  }

  @Test(
    arguments: [("graph \"G\" \"Title\".", "Title"), ("graph \"G\".", "G"), ("", nil)]
      as [(String, String?)])
  func `a graph has the title that its file gives`(text: String, title: String?) throws {
    let (graph, report) = try load(text)
    #expect(report.title == title)
    #expect(
      try graph.texts("SELECT value FROM meta WHERE key = 'title'") == [title].compactMap { $0 })
  }
}
