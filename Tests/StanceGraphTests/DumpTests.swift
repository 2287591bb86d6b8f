import Foundation
import StanceDiagnostics
import StanceGraph
import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore
import StanceTestSupport
import Testing

/// What has to hold of a graph's dump and of the canonical form of its files.
@Suite struct DumpTests {
  static let seeds: Range<UInt64> = 7000..<7040

  // MARK: - The dump

  @Test(arguments: seeds) func `a dump is its own dump`(seed: UInt64) throws {
    let dump = try dump(of: WildGraph(seed: seed).text)
    #expect(try differing(self.dump(of: dump), dump) == [])
    #expect(dump.utf8.count > 100)
  }

  @Test func `what refers to nothing is told and not left out`() throws {
    let store = try GraphStore.inMemory()
    try store.write { writer in
      try writer.put(NodeRecord(id: 1, kind: .actor, type: "actor", name: "Ann", isDeclared: true))
      try writer.put(NodeRecord(id: 2, kind: .proposal, type: "plan", name: "P", isDeclared: true))
      var statement = StatementRecord(subject: 1, relation: 1, object: 2)
      statement.speaker = 99
      _ = try writer.put(statement, hash: StatementHash(0..<16 as Range<UInt8>))
    }
    let graph = try Graph(store)
    #expect(throws: StoreFailure.damaged()) {
      try GraphDump.of(graph) { dump in try dump.forEachLine { _ in } }
    }
  }

  @Test(arguments: seeds) func `the order of sentences does not change the dump`(
    seed: UInt64
  ) throws {
    let graph = WildGraph(seed: seed)
    var random = SeededGenerator(seed: seed)
    let shuffled = (graph.declarations + graph.statements).shuffled(using: &random)
    #expect(try differing(dump(of: graph.text(of: shuffled)), dump(of: graph.text)) == [])
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `what is declared twice has one form`(
    seed: UInt64
  ) throws {
    let sentences = [
      "Ann is a person, also Annie, ANNIE", "ANN is a person, also \"annie\"",
      "\"ann\" is an actor",
      "Ann rejects P", "P is a plan", "\"p\" is a proposal", "source S \"one\" on 2024",
      "source \"s\" \"two\" by Press", "source S at <https://example.org/>", "graph One \"b\"",
      "graph Two \"a\"", "Bob is a person",
    ]
    var random = SeededGenerator(seed: seed)
    let shuffled = sentences.shuffled(using: &random).map { $0 + ".\n" }.joined()
    let expected = try dump(of: sentences.map { $0 + ".\n" }.joined())
    #expect(try differing(dump(of: shuffled), expected) == [])
    #expect(try differing(dump(of: expected), expected) == [])
  }

  @Test(arguments: seeds) func `the dump of several files is that of one`(seed: UInt64) throws {
    let graph = WildGraph(seed: seed)
    let files = [graph.statements, graph.declarations].map { graph.text(of: $0) }
    #expect(try differing(dump(of: files), dump(of: graph.text)) == [])
  }

  @Test(arguments: seeds) func `a database is dumped like the files it was made of`(
    seed: UInt64
  ) throws {
    let graph = WildGraph(seed: seed)
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    _ = try Graph.importFiles([SourceText(name: "g.stance", graph.text)], into: path)
    #expect(try differing(lines(of: Graph.open(path)), dump(of: graph.text)) == [])
  }

  @Test(arguments: seeds) func `things that only statements name stay undeclared`(
    seed: UInt64
  ) throws {
    let graph = try load([WildGraph(seed: seed).text])
    let again = try load([lines(of: graph)])
    let undeclared = { (graph: Graph) throws in
      try graph.store.rows("SELECT name FROM node WHERE declared = 0 ORDER BY name").rows
    }
    #expect(try undeclared(again) == undeclared(graph))
  }

  // MARK: - The laws of statements

  @Test(arguments: seeds) func `a line of the dump asked as a question is witnessed by itself`(
    seed: UInt64
  ) throws {
    let program = try Program(WildGraph(seed: seed).text)
    var statements: [CanonicalStatement] = []
    try GraphDump.of(program.graph) { dump in
      try dump.forEachStatement { statement, _ in statements.append(statement) }
    }
    // Words without a letter or digit cannot be asked for.
    let askable = statements.filter { statement in
      [statement.quote, statement.condition].allSatisfy { $0.map(NameKey.phrase) != "" }
    }
    #expect(!askable.isEmpty)
    for statement in askable {
      let answer = try program.answers(statement.line, withEvidence: true).first
      #expect(answer?.rows.first?.first == .text("yes"), "\(statement.line)")
      #expect(answer?.evidence.first?.count == 1, "\(statement.line)")
      #expect(answer?.evidence.first?.first?.start == statement.start, "\(statement.line)")
      var open = statement.line
      open.replaceSubrange(
        open.startIndex..<(open.range(of: " \(statement.verb) ")?.lowerBound ?? open.startIndex),
        with: "who")
      let found = try program.answers(open).first?.rows.compactMap(\.first) ?? []
      #expect(found.contains(.text(statement.subject)), "\(open)")
    }
  }

  // MARK: - The canonical form of a file

  @Test(arguments: seeds) func `formatting changes no fact`(seed: UInt64) throws {
    let (text, _) = WildGraph(seed: seed).scattered(seed: seed)
    #expect(try differing(dump(of: formatted(text)), dump(of: text)) == [])
  }

  @Test(arguments: seeds) func `formatting twice is formatting once`(seed: UInt64) throws {
    let once = try formatted(WildGraph(seed: seed).scattered(seed: seed).text)
    #expect(try differing(formatted(once), once) == [])
  }

  @Test(arguments: seeds) func `formatting keeps every comment in its order`(seed: UInt64) throws {
    let (text, comments) = WildGraph(seed: seed).scattered(seed: seed)
    let kept = try formatted(text).matches(of: /#!.*|# (inside|alone|end) \d+/).map { String($0.0) }
    #expect(kept == comments)
    #expect(comments.count > 10)
  }

  // MARK: - Graphs that are there

  @Test(arguments: try Self.graphs()) func `a graph of the folder survives its forms`(
    name: String
  ) throws {
    let text = try String(contentsOf: Self.folder.appending(path: name), encoding: .utf8)
    let dump = try dump(of: text)
    #expect(try differing(self.dump(of: dump), dump) == [])
    let formatted = try formatted(text)
    #expect(try differing(self.dump(of: formatted), dump) == [])
    #expect(try differing(self.formatted(formatted), formatted) == [])
  }

  /// 10,000 statements; 100,000 where `STANCE_LARGE` is set, as `make large` does.
  @Test func `a large graph survives its forms`() throws {
    let isLarge = ProcessInfo.processInfo.environment["STANCE_LARGE"] == "1"
    let text = GeneratedGraph.text(statements: isLarge ? 100_000 : 10_000)
    let dump = try dump(of: text)
    #expect(try self.dump(of: dump).utf8.elementsEqual(dump.utf8))
    let formatted = try formatted(text)
    #expect(try self.dump(of: formatted).utf8.elementsEqual(dump.utf8))
    #expect(try self.formatted(formatted).utf8.elementsEqual(formatted.utf8))
  }

  // MARK: -

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "Graphs")

  static func graphs() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path())
      .filter { $0.hasSuffix(".stance") }.sorted()
  }

  private func load(_ texts: [String]) throws -> Graph {
    try Graph.load(texts.map { SourceText(name: "g.stance", $0) }).graph
  }

  private func dump(of texts: String...) throws -> String { try dump(of: texts) }

  private func dump(of texts: [String]) throws -> String { try lines(of: load(texts)) }

  private func lines(of graph: Graph) throws -> String {
    var text = ""
    try GraphDump.of(graph) { dump in try dump.forEachLine { text += $0 + "\n" } }
    return text
  }

  private func formatted(_ text: String) throws -> String {
    var formatter = GraphFormatter(SourceText(name: "g.stance", text))
    return try formatter.text()
  }

  /// The lines that only one of two texts has, by their bytes.
  private func differing(_ left: String, _ right: String) -> [String] {
    guard !left.utf8.elementsEqual(right.utf8) else { return [] }
    let (first, second) = (left.split(separator: "\n"), right.split(separator: "\n"))
    let pairs = zip(first, second).filter { !$0.utf8.elementsEqual($1.utf8) }
    return pairs.prefix(3).map { "\($0) | \($1)" } + ["\(first.count) and \(second.count) lines"]
  }
}
