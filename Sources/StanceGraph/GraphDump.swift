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
      SELECT s.subject, s.relation, s.object, s.speaker, s.source, s.hash, \(StoredWords.columns)
        FROM statement AS s JOIN node AS a ON a.id = s.subject
        JOIN relation AS r ON r.id = s.relation JOIN node AS b ON b.id = s.object
        ORDER BY a.sort, a.name, r.third, b.sort, b.name, s.d0, s.d1, s.hash
      """
    try reader.forEachRow(sql) { row in try body(StatementRow(row)) }
  }

  private func statement(_ row: StatementRow) -> CanonicalStatement {
    statement(row, subject: \.name, \.name)
  }

  /// The statement as a sentence. Names are written as they were prepared, which is what makes
  /// this quick.
  private func line(_ row: StatementRow) -> String {
    statement(row, subject: \.first, \.written).lineOfWrittenNames
  }

  /// The statement with one form of its names, and with another where the sentence begins.
  private func statement(
    _ row: StatementRow, subject: KeyPath<DumpedNames.Name, String>,
    _ form: KeyPath<DumpedNames.Name, String>
  ) -> CanonicalStatement {
    var statement = CanonicalStatement(
      subject: names.nodes[row.subject]?[keyPath: subject] ?? "",
      verb: names.verbs[row.relation] ?? "",
      object: names.nodes[row.object]?[keyPath: form] ?? "")
    statement.speaker = row.speaker.flatMap { names.nodes[$0]?[keyPath: form] }
    statement.source = row.source.flatMap { names.sources[$0]?[keyPath: form] }
    statement.take(row.words)
    return statement
  }
}

/// A statement as it is stored, by the numbers of what it joins.
private struct StatementRow {
  var subject: Int
  var relation: Int
  var object: Int
  var speaker: Int?
  var source: Int?
  var identity: [UInt8]
  var words: StoredWords

  init(_ row: [SQLValue]) {
    subject = row[0].integer ?? 0
    relation = row[1].integer ?? 0
    object = row[2].integer ?? 0
    speaker = row[3].integer
    source = row[4].integer
    if case .blob(let bytes) = row[5] { identity = bytes } else { identity = [] }
    words = StoredWords(row[6...])
  }
}
