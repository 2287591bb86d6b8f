import Foundation
import StanceDiagnostics
import StanceGraph
import StanceQuery
import StanceSQL
import StanceStore
import Testing
import StanceTestSupport

/// How SQLite would run the samples on a graph of 100,000 statements.
@Suite struct QueryPlanTests {
  /// Tables of which a question reads what it needs through an index.
  static let indexed: Set<String> = [
    "statement", "edge", "link", "reach", "alias", "affiliation", "attribute",
  ]

  @Test func `no sample reads a whole table that has an index`() throws {
    let large = try LargeGraph()
    defer { large.remove() }
    #expect(large.added > 100_000)
    for sample in try ExpectedAnswer.all() where sample.answers != nil {
      var session = Session(large.graph, given: sample.given)
      let questions = try session.prepare(SourceText(name: "<ask>", sample.ask)) { name, _ in
        throw UnexpectedUse(name: name)
      }
      for question in questions {
        let sql = question.plan.compiled().sql
        let tables = Self.tables(sql.text)
        let steps = try large.graph.store.explanation(sql)
        let scans = steps.filter { step in
          let words = step.split(separator: " ").map(String.init)
          guard words.count > 1, words[0] == "SCAN" else { return false }
          return Self.indexed.contains(tables[words[1]] ?? words[1])
        }
        #expect(scans.isEmpty, "\(sample.ask)\n\(sql.text)\n\(steps.joined(separator: "\n"))")
      }
    }
  }

  /// For each alias of the statement its table.
  private static func tables(_ sql: String) -> [String: String] {
    var tables: [String: String] = [:]
    for match in sql.matches(of: /(\w+) AS (\w+)/) {
      tables[String(match.2)] = String(match.1)
    }
    return tables
  }
}

/// The graph of the samples with 100,000 statements more, in a file of its own.
struct LargeGraph {
  let graph: Graph
  let added: Int
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("stance-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let path = folder.appendingPathComponent("large.db").path
    let sample = SourceText(name: "ukraine.stance", try SampleFile.text("ukraine.stance"))
    let rest = SourceText(name: "rest.stance", GeneratedGraph.text(statements: 100_000))
    added = try Graph.importFiles([sample, rest], into: path).added
    graph = try Graph.open(path)
  }

  func remove() { try? FileManager.default.removeItem(at: folder) }
}
