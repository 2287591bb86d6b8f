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
    try forEachRow { row in
      guard case .blob(let identity) = row[5] else { throw StoreFailure.damaged() }
      try body(statement(row, subject: \.name, \.name), identity)
    }
  }

  /// By number what a statement joins and who says it, its identity, and its words.
  private func forEachRow(_ body: ([SQLValue]) throws -> Void) throws {
    let sql: SQLFragment = """
      SELECT s.subject, s.relation, s.object, s.speaker, s.source, s.hash, \(StoredWords.columns)
        FROM statement AS s JOIN node AS a ON a.id = s.subject
        JOIN relation AS r ON r.id = s.relation JOIN node AS b ON b.id = s.object
        ORDER BY a.sort, a.name, r.third, b.sort, b.name, s.d0, s.d1, s.hash
      """
    try reader.forEachRow(sql, body)
  }

  /// The statement as a sentence. Names are written as they were prepared, which is what makes
  /// this quick.
  private func line(_ row: [SQLValue]) throws -> String {
    try statement(row, subject: \.first, \.written).lineOfWrittenNames
  }

  /// The statement with one form of its names, and with another where the sentence begins.
  private func statement(
    _ row: [SQLValue], subject: KeyPath<DumpedNames.Name, String>,
    _ form: KeyPath<DumpedNames.Name, String>
  ) throws -> CanonicalStatement {
    var statement = CanonicalStatement(
      subject: try names.node(row[0])[keyPath: subject], verb: try names.verb(row[1]),
      object: try names.node(row[2])[keyPath: form])
    if row[3] != .null { statement.speaker = try names.node(row[3])[keyPath: form] }
    if row[4] != .null { statement.source = try names.source(row[4])[keyPath: form] }
    statement.take(StoredWords(row[6...]))
    return statement
  }
}
