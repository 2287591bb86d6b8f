import Foundation
import StanceDiagnostics
import StanceGraph
import StanceSQL
import StanceStore
import StanceTestSupport
import Testing

@Suite struct FileImportTests {
  private static let text = """
    Ann is a councillor from Aco since 2024, also Anna. every councillor is a person. Aco is a bloc.
    P is a plan. source S "T". an actor can oppose a proposal, the opposite of support.
    all on 2025, in S:
    Ann rejects P saying "x" provided "y" at 1..2 with confidence 0.5. Ann opposes P. Bob supports P.
    Ann has age 5.
    """

  private func importText(_ text: String, _ folder: TemporaryFolder, strict: Bool = false) throws
    -> ImportReport
  {
    try Graph.importFiles(
      [SourceText(name: "a.stance", text)], into: folder.path("g.db"),
      options: ImportOptions(isStrict: strict))
  }

  /// The rows of every table.
  private func content(_ folder: TemporaryFolder) throws -> [String] {
    // A graph for reading does not show its schema.
    let graph = try Graph(GraphStore.openForWriting(folder.path("g.db")))
    let tables = try graph.texts(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY 1")
    #expect(tables.count == 18)
    var lines: [String] = []
    lines += try graph.statements()
    lines += try graph.nodes()
    lines += try graph.texts("SELECT key || ' ' || node FROM alias ORDER BY 1")
    lines += try graph.texts("SELECT member || ' ' || grp || ' ' || since FROM affiliation")
    lines += try graph.texts("SELECT base || coalesce(opposite, '') FROM relation ORDER BY 1")
    lines += try graph.texts("SELECT name || parent FROM type ORDER BY 1")
    lines += try graph.texts(
      "SELECT relation || ' ' || subject || ' ' || object || ' ' || statements FROM edge")
    lines += try graph.texts(
      "SELECT a || ' ' || b || ' ' || relation || ' ' || forward FROM link ORDER BY 1")
    lines += try graph.texts(
      "SELECT grp || ' ' || member || ' ' || since || ' ' || depth FROM reach ORDER BY 1")
    return lines
  }

  @Test func `a second import of the same file changes nothing`() throws {
    let folder = try TemporaryFolder()
    let first = try importText(Self.text, folder)
    #expect((first.added, first.known) == (3, 0))
    let before = try content(folder)
    let second = try importText(Self.text, folder)
    #expect((second.added, second.known) == (0, 3))
    #expect((second.nodes, second.sources) == (0, 0))
    #expect(second.diagnostics.isEmpty)
    #expect(try content(folder) == before)
  }

  @Test func `a graph in portions is the graph at once`() throws {
    let (whole, parts) = (try TemporaryFolder(), try TemporaryFolder())
    let texts = [
      "Ann is a person from Aco. Aco is a bloc. P is a plan. Ann rejects P on 2025.",
      "B is a bloc. Aco is from B. Q is a plan. Ann rejects Q. Ann supports P.",
      "Ann rejects P on 2024. Ann rejects P on 2025.",
    ]
    _ = try importText(texts.joined(separator: "\n"), whole)
    for text in texts { _ = try importText(text, parts) }
    #expect(try content(parts) == content(whole))
  }

  @Test(
    arguments: [
      "Ann rejcts P.", "Ann is a city.", "Ann rejects", "%", "Ann rejects P. Aco is from Ann.",
      "Cat rejects P. Cat rejects Ann.",
    ])
  func `an import with an error leaves the file byte for byte`(text: String) throws {
    let folder = try TemporaryFolder()
    _ = try importText(Self.text, folder)
    let before = try folder.data("g.db")
    #expect(throws: ImportRefused.self) { _ = try importText(text, folder) }
    #expect(try folder.data("g.db") == before)
    #expect(try folder.names() == ["g.db"])
  }

  @Test func `a first import with an error makes no file`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ImportRefused.self) { _ = try importText("Ann rejcts P.", folder) }
    #expect(try folder.names().isEmpty)
  }

  @Test func `several files are imported together or not at all`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: ImportRefused.self) {
      _ = try Graph.importFiles(
        [SourceText(name: "a", Self.text), SourceText(name: "b", "%")], into: folder.path("g.db"))
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func `a later file builds on what the graph has`() throws {
    let folder = try TemporaryFolder()
    _ = try importText(Self.text, folder)
    let report = try importText(
      "Anna opposed P on 2026. Cat is a councillor. Ann is from C. C is a bloc from Aco.", folder)
    #expect(report.diagnostics.isEmpty)
    #expect((report.added, report.nodes) == (1, 2))
    let graph = try Graph.open(folder.path("g.db"))
    #expect(try graph.statements().last == "Ann opposes P on 20260101-20261231")
  }

  @Test func `a circle through what the graph has is refused`() throws {
    let folder = try TemporaryFolder()
    _ = try importText(Self.text, folder)
    let refused = #expect(throws: ImportRefused.self) {
      _ = try importText("Aco is from Ann.", folder)
    }
    let message = refused?.report.diagnostics.first?.diagnostics.first?.message
    #expect(message == "an affiliation may not lead back to itself: Aco → Ann → Aco")
  }

  @Test func `a contradiction to what the graph has says so`() throws {
    let folder = try TemporaryFolder()
    _ = try importText(Self.text, folder)
    let refused = #expect(throws: ImportRefused.self) {
      _ = try importText("Ann is a city.", folder)
    }
    let message = refused?.report.diagnostics.first?.diagnostics.first?.message
    #expect(message == "“Ann” is a city here and a councillor in the graph")
  }

  @Test func `a name known from statements only cannot become of another kind`() throws {
    let folder = try TemporaryFolder()
    _ = try importText(Self.text, folder)
    let refused = #expect(throws: ImportRefused.self) {
      _ = try importText("Bob is a city.", folder)
    }
    let found = refused?.report.diagnostics.first?.diagnostics.first
    #expect(found?.code == .contradictingType)
    #expect(
      found?.message
        == "“Bob” is a city here, but statements in the graph take it for an actor")
    _ = try importText("Bob is a person.", folder)
    #expect(try Graph.open(folder.path("g.db")).nodes().contains("Bob: person 1"))
  }

  @Test func `opposites are completed by a later file`() throws {
    let folder = try TemporaryFolder()
    _ = try importText("an actor can endorse a proposal.", folder)
    _ = try importText("an actor can refuse a proposal, the opposite of endorse.", folder)
    let pairs = try Graph.open(folder.path("g.db")).texts(
      "SELECT base || ' ' || opposite FROM relation WHERE built_in = 0 ORDER BY 1")
    #expect(pairs == ["endorse refuse", "refuse endorse"])
  }
}
