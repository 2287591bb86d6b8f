public import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

/// A graph as sentences in their canonical order: what it declares, then its statements.
///
/// Two graphs with the same contents give the same lines, whatever they were made from. Loading the
/// lines gives the graph again. Things that only statements name are not declared, but for those
/// whose kind the statements alone would not tell.
public struct GraphDump {
  let reader: GraphReader
  let names: DumpedNames

  /// Runs the body on the dump of a graph as it is at one moment.
  public static func of<Result>(
    _ graph: Graph, _ body: (GraphDump) throws -> Result
  ) throws -> Result {
    try graph.store.read { reader in
      try body(GraphDump(reader: reader, names: try DumpedNames(reader)))
    }
  }

  /// Hands over every line, without line ends.
  public func forEachLine(_ body: (String) throws -> Void) throws {
    for line in try declarations() { try body(line) }
    try forEachRow { row in try body(line(row)) }
  }

  // MARK: - Statements

  /// Hands over every statement by the names of what it joins, with its identity.
  public func forEachStatement(
    _ body: (_ statement: CanonicalStatement, _ identity: [UInt8]) throws -> Void
  ) throws {
    try forEachRow { row in try body(statement(row), row.identity) }
  }

  private func forEachRow(_ body: (StatementRow) throws -> Void) throws {
    let sql: SQLFragment = """
      SELECT s.subject, s.relation, s.object, s.d0, s.d1, s.speaker, s.source, s.quote, s.condition,
          s.q0, s.q1, s.confidence, s.hash
        FROM statement AS s JOIN node AS a ON a.id = s.subject
        JOIN relation AS r ON r.id = s.relation JOIN node AS b ON b.id = s.object
        ORDER BY a.sort, a.name, r.third, b.sort, b.name, s.d0, s.d1, s.hash
      """
    try reader.forEachRow(sql) { row in try body(StatementRow(row)) }
  }

  private func statement(_ row: StatementRow) -> CanonicalStatement {
    var statement = CanonicalStatement(
      subject: names.nodes[row.subject]?.name ?? "", verb: names.verbs[row.relation] ?? "",
      object: names.nodes[row.object]?.name ?? "")
    statement.date = row.date
    statement.speaker = row.speaker.flatMap { names.nodes[$0]?.name }
    statement.source = row.source.flatMap { names.sources[$0]?.name }
    statement.quote = row.quote
    statement.condition = row.condition
    statement.start = row.start
    statement.end = row.end
    statement.confidence = row.confidence
    return statement
  }

  /// The statement as a sentence. Names are written as they were prepared, which is what makes
  /// this quick.
  private func line(_ row: StatementRow) -> String {
    var text = names.nodes[row.subject]?.first ?? ""
    text += " "
    text += names.verbs[row.relation] ?? ""
    text += " "
    text += names.nodes[row.object]?.written ?? ""
    if let date = row.date { text += " on \(date)" }
    if let speaker = row.speaker, let name = names.nodes[speaker] {
      text += " according to \(name.written)"
    }
    if let quote = row.quote { text += " saying \(quoted(quote))" }
    if let condition = row.condition { text += " provided \(quoted(condition))" }
    if let source = row.source, let name = names.sources[source] { text += " in \(name.written)" }
    if let start = row.start, let end = row.end { text += " at \(start)..\(end)" }
    if let confidence = row.confidence { text += " with confidence \(plainDecimal(confidence))" }
    return text + "."
  }
}

/// A statement as it is stored.
private struct StatementRow {
  var subject: Int
  var relation: Int
  var object: Int
  var date: PartialDate?
  var speaker: Int?
  var source: Int?
  var quote: String?
  var condition: String?
  var start: Int?
  var end: Int?
  var confidence: Double?
  var identity: [UInt8]

  init(_ row: [SQLValue]) {
    subject = row[0].integer ?? 0
    relation = row[1].integer ?? 0
    object = row[2].integer ?? 0
    if let first = row[3].integer, let last = row[4].integer {
      date = PartialDate(first: first, last: last)
    }
    speaker = row[5].integer
    source = row[6].integer
    quote = row[7].optionalText
    condition = row[8].optionalText
    start = row[9].integer
    end = row[10].integer
    if case .real(let value) = row[11] { confidence = value }
    if case .blob(let bytes) = row[12] { identity = bytes } else { identity = [] }
  }
}
