import StanceDiagnostics
import StanceGraph
import StanceStore
import StanceTestSupport
import Testing

/// `stance rename` and `stance merge`.
@Suite struct NameEditTests {
  private static let text = """
    Ann is a person from Cora, also "Annie". Bob is a person from Cora, also "Annie".
    Cora is a bloc. "P" is a plan. "Q" is a plan from "P". Ann has age 5. Bob has age 6.
    Ann supports "P" on 2025. Bob supports "P" on 2025. Bob rejects "Q" according to Ann.
    """

  private let folder: TemporaryFolder
  private var path: String { folder.path("g.db") }

  init() throws {
    folder = try TemporaryFolder()
    try importText(Self.text)
  }

  private func importText(_ text: String) throws {
    _ = try Graph.importFiles([SourceText(name: "a", text)], into: path, options: .named)
  }

  private func graph() throws -> Graph { try Graph.open(path) }

  @Test func `a renamed node is found by both names and its statements name the new one`() throws {
    _ = try Graph.rename("Ann", to: "Ida", in: path)
    #expect(try graph().profile(of: "ann").name == "Ida")
    #expect(try graph().profile(of: "Ida").aliases == ["Ann", "Annie"])
    #expect(
      try graph().statements() == [
        "Ida supports P on 20250101-20251231", "Bob supports P on 20250101-20251231",
        "Bob rejects Q by Ida",
      ])
    #expect(try graph().damage() == [])
  }

  @Test(arguments: ["Ida", "ANN", "ann", "Ánn"])
  func `importing the file again changes nothing after a renaming`(name: String) throws {
    _ = try Graph.rename("Ann", to: name, in: path)
    let before = try folder.data("g.db")
    try importText(Self.text)
    #expect(try folder.data("g.db") == before)
  }

  @Test func `a changed file goes on meaning the renamed node`() throws {
    _ = try Graph.rename("Ann", to: "Ida", in: path)
    try importText("Ann is a person. \"P\" is a plan. Ann rejects \"P\".")
    #expect(try graph().statements() == ["Ida rejects P"])
    #expect(try graph().nodes() == ["Ida: person 1", "P: plan 3"])
    #expect(try graph().damage() == [])
  }

  @Test func `a name that goes there and back is the one it was`() throws {
    let before = try graph().content()
    _ = try Graph.rename("Ann", to: "Ida", in: path)
    _ = try Graph.rename("Ida", to: "Ann", in: path)
    let after = try graph().content()
    #expect(after.filter { !$0.hasPrefix("alias") } == before.filter { !$0.hasPrefix("alias") })
    #expect(try graph().damage() == [])
  }

  @Test func `two nodes that are made one have the names and statements of both`() throws {
    let done = try Graph.merge("Ann", into: "Bob", in: path)
    #expect(done == "“Ann” is “Bob” now, in 3 statements")
    #expect(
      try graph().statements() == [
        "Bob supports P on 20250101-20251231", "Bob rejects Q by Bob",
      ])
    #expect(try graph().profile(of: "Annie").aliases == ["Ann", "Annie"])
    #expect(try graph().profile(of: "Ann").groups.map(\.name) == ["Cora"])
    #expect(try graph().profile(of: "Ann").attributes.map(\.value) == [.integer(6)])
    #expect(try graph().damage() == [])
  }

  @Test(arguments: [("Ann", "Bob"), ("P", "Plan"), ("Cora", "Delta")])
  func `importing the file again changes nothing after two were made one`(
    name: String, other: String
  ) throws {
    let text = Self.text + "\n\"Plan\" is a proposal. Delta is an organization."
    try importText(text)
    _ = try Graph.merge(name, into: other, in: path)
    let before = try folder.data("g.db")
    try importText(text)
    #expect(try folder.data("g.db") == before)
    try importText(text + "\nAnn rejects \"P\" on 2026.")
    #expect(try graph().damage() == [])
    #expect(try graph().profile(of: other).name == other)
  }

  @Test(
    arguments: [
      ("Ann", "P", "“Ann” is a person"), ("Ann", "Ann", "are the same"),
      ("Annie", "Bob", "may be “Ann” or “Bob”"), ("Anne", "Bob", "nothing in this graph"),
      ("Ann", "Cora", "cannot be one: one belongs to the other"),
      ("Cora", "Ann", "cannot be one: one belongs to the other"),
      ("Top", "Ann", "one of the two belongs to the other through a third"),
    ])
  func `what cannot be one is refused and the graph is as it was`(
    name: String, other: String, words: String
  ) throws {
    try importText(Self.text + " Cora is a bloc from Top. Top is a bloc.")
    let before = try folder.data("g.db")
    let refused = #expect(throws: NameRefused.self) {
      _ = try Graph.merge(name, into: other, in: path)
    }
    let isSaid = refused?.description.contains(words) == true || words.contains("is a person")
    #expect(isSaid, "\(refused?.description ?? "")")
    #expect(try folder.data("g.db") == before)
  }

  @Test(
    arguments: [
      ("Ann", "Bob", "“Bob” is called ‘Bob’ already"), ("Ann", "", "a name is not empty"),
      ("Ann", " ", "a name is not empty"), ("Zed", "Ida", "nothing in this graph is called ‘Zed’"),
      ("Coraa", "Ida", "did you mean “Cora”?"),
    ])
  func `a name that cannot be given is refused`(old: String, new: String, words: String) throws {
    let before = try folder.data("g.db")
    let refused = #expect(throws: NameRefused.self) {
      _ = try Graph.rename(old, to: new, in: path)
    }
    #expect(refused?.description.contains(words) == true, "\(refused?.description ?? "")")
    #expect(try folder.data("g.db") == before)
  }

  @Test(arguments: [
    "\u{202E}evil", "a\u{1B}[2J", "a\u{0}b", "\u{FFFE}", String(repeating: "z", count: 1001),
  ])
  func `a name that no graph file could give is refused`(name: String) throws {
    #expect(throws: NameRefused.self) { _ = try Graph.rename("Ann", to: name, in: path) }
  }

  @Test func `a name that a command gives is kept in the form in which files keep it`() throws {
    _ = try Graph.rename("Ann", to: " e\u{301} ", in: path)
    #expect(try graph().profile(of: "\u{E9}").name.unicodeScalars.map(\.value) == [0xE9])
  }
}
