import StanceDiagnostics
import StanceGraph
import StanceSQL
import StanceStore
import StanceTestSupport
import Testing

/// Loads texts into a graph in memory, as if they were the files a.stance, b.stance, ….
func load(_ texts: String..., strict: Bool = false) throws -> (graph: Graph, report: ImportReport) {
  try Graph.load(files(texts), options: ImportOptions(isStrict: strict))
}

private func files(_ texts: [String]) -> [SourceText] {
  zip("abcdef", texts).map { SourceText(name: "\($0).stance", $1) }
}

/// What is wrong with texts that are loaded together, a line each: file, code and place.
func faults(_ texts: [String], strict: Bool = false) throws -> [DiagnosedText] {
  do {
    return try Graph.load(files(texts), options: ImportOptions(isStrict: strict)).report.diagnostics
  } catch let refused as ImportRefused {
    return refused.report.diagnostics
  }
}

/// A fault of loading, marked in the text.
struct LoadFault: Sendable, CustomTestStringConvertible {
  var marked: MarkedText
  var codes: [String]
  var message: String

  init(_ marked: String, _ code: String, _ message: String) {
    self.marked = MarkedText(marked)
    codes = self.marked.spans.map { _ in code }
    self.message = message
  }

  var testDescription: String { "\(codes.first ?? "") \(message)" }
}

extension Graph {
  /// Each statement by its names: `subject verb object`, then what qualifies it.
  func statements() throws -> [String] {
    let sql: SQLFragment = """
      SELECT a.name || ' ' || r.third || ' ' || b.name
          || coalesce(' on ' || s.d0 || '-' || s.d1, '') || coalesce(' by ' || p.name, '')
          || coalesce(' in ' || c.name, '') || coalesce(' saying ' || s.quote, '')
          || coalesce(' provided ' || s.condition, '') || coalesce(' at ' || s.q0 || '-' || s.q1, '')
          || coalesce(' with ' || s.confidence, '')
        FROM statement AS s JOIN node AS a ON a.id = s.subject JOIN node AS b ON b.id = s.object
          JOIN relation AS r ON r.id = s.relation LEFT JOIN node AS p ON p.id = s.speaker
          LEFT JOIN source AS c ON c.id = s.source ORDER BY s.id
      """
    return try texts(sql)
  }

  /// Each node as `name: type kind`, in order of name.
  func nodes() throws -> [String] {
    try texts("SELECT name || ': ' || type || ' ' || kind FROM node ORDER BY name, id")
  }

  /// The first column of the rows as text.
  func texts(_ sql: SQLFragment) throws -> [String] {
    try store.rows(sql).rows.map { row in
      guard case .text(let text)? = row.first else { return "" }
      return text
    }
  }
}
