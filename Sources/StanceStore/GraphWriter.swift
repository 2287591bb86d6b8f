internal import GRDBSQLite
public import StanceModel
public import StanceSQL

/// Writes the facts of a graph within one transaction, by prepared statements of the C interface.
@safe public final class GraphWriter {
  let connection: OpaquePointer
  private let node: PreparedStatement
  private let alias: PreparedStatement
  private let statement: PreparedStatement
  private let known: PreparedStatement
  private let isEmpty: Bool
  private var seen: Set<[UInt8]> = []
  /// The edges of which statements were added to a graph that had some.
  private(set) var changed: Set<EdgeKey> = []

  /// What became of a statement that was to be stored.
  public enum Outcome: Sendable {
    case added
    /// It was in the graph before.
    case known
    /// It was given before within the same change.
    case repeated
  }

  /// What an edge joins.
  struct EdgeKey: Hashable {
    var relation: Int
    var subject: Int
    var object: Int
  }

  init(_ connection: OpaquePointer, isEmpty: Bool) throws(SQLiteError) {
    let node = try unsafe PreparedStatement(
      """
      INSERT INTO node(id, kind, type, name, sort, declared) VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, type = excluded.type,
          declared = excluded.declared
      """, on: connection)
    let alias = try unsafe PreparedStatement(
      "INSERT OR IGNORE INTO alias(key, node, name) VALUES(?, ?, ?)", on: connection)
    let statement = try unsafe PreparedStatement(
      """
      INSERT INTO statement(subject, relation, object, d0, d1, speaker, source, quote, words, q0, q1,
          condition, condition_words, confidence, hash)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, on: connection)
    let known = try unsafe PreparedStatement(
      "SELECT id FROM statement WHERE relation = ? AND subject = ? AND object = ? AND hash = ?",
      on: connection)
    unsafe self.connection = connection
    self.isEmpty = isEmpty
    self.node = node
    self.alias = alias
    self.statement = statement
    self.known = known
  }

  /// Stores a node, or what has become known of it.
  public func put(_ record: NodeRecord) throws {
    try node.run([
      .integer(record.id), .integer(record.kind.rawValue), .text(record.type), .text(record.name),
      .text(NameKey.sort(record.name)), .integer(record.isDeclared ? 1 : 0),
    ])
    try putAlias(record.name, of: record.id)
  }

  public func putAlias(_ name: String, of node: Int) throws {
    try alias.run([.text(NameKey.key(name)), .integer(node), .text(name)])
  }

  public func put(_ record: AffiliationRecord) throws {
    try run(
      "INSERT OR IGNORE INTO affiliation VALUES(?, ?, ?, ?, ?, ?)",
      [
        .integer(record.member), .integer(record.group),
        .integer(record.since?.first ?? PartialDate.always),
        .integer(record.until?.last ?? PartialDate.ever), .optional(record.since?.code),
        .optional(record.until?.code),
      ])
  }

  public func putAttribute(_ name: String, _ value: AttributeValue, of node: Int) throws {
    try run(
      "INSERT OR REPLACE INTO attribute VALUES(?, ?, ?)",
      [.integer(node), .text(name), value.sql])
  }

  public func put(_ record: SourceRecord) throws {
    try run(
      """
      INSERT INTO source(id, name, key, sort, title, title_key, publisher, d0, d1, url, language,
          file, sha256) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET title = excluded.title, title_key = excluded.title_key,
          publisher = excluded.publisher, d0 = excluded.d0, d1 = excluded.d1, url = excluded.url,
          language = excluded.language, file = excluded.file, sha256 = excluded.sha256
      """,
      [
        .integer(record.id), .text(record.name), .text(NameKey.key(record.name)),
        .text(NameKey.sort(record.name)), .optional(record.title),
        .optional(record.title.map(NameKey.key)), .optional(record.publisher),
        .optional(record.date?.first), .optional(record.date?.last), .optional(record.url),
        .optional(record.language), .optional(record.file), .optional(record.sha256),
      ])
  }

  public func putType(_ name: String, below parent: String) throws {
    try run("INSERT OR REPLACE INTO type VALUES(?, ?)", [.text(name), .text(parent)])
  }

  public func put(_ record: RelationRecord) throws {
    let relation = record.relation
    try run(
      """
      INSERT INTO relation VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET opposite = excluded.opposite
      """,
      [
        .integer(record.id), .text(relation.forms.base), .text(relation.forms.third),
        .text(relation.forms.past), .optional(relation.opposite),
        .integer(relation.isBuiltIn ? 1 : 0),
      ])
    for signature in relation.signatures {
      try run(
        "INSERT OR IGNORE INTO signature VALUES(?, ?, ?)",
        [
          .integer(record.id), .integer(signature.subject.rawValue),
          .integer(signature.object.rawValue),
        ])
    }
  }

  public func putMeta(_ key: String, _ value: String) throws {
    try run("INSERT OR REPLACE INTO meta VALUES(?, ?)", [.text(key), .text(value)])
  }

  /// Stores a statement unless it is there.
  ///
  /// - Parameter hash: of the canonical line without confidence, which is the statement's identity.
  public func put(_ record: StatementRecord, hash: [UInt8]) throws -> Outcome {
    guard seen.insert(hash).inserted else { return .repeated }
    if !isEmpty {
      let values: [SQLValue] = [
        .integer(record.relation), .integer(record.subject), .integer(record.object), .blob(hash),
      ]
      if try known.integer(values) != nil { return .known }
    }
    try statement.run([
      .integer(record.subject), .integer(record.relation), .integer(record.object),
      .optional(record.date?.first), .optional(record.date?.last), .optional(record.speaker),
      .optional(record.source), .optional(record.quote),
      .optional(record.quote.map(NameKey.phrase)), .optional(record.start), .optional(record.end),
      .optional(record.condition), .optional(record.condition.map(NameKey.phrase)),
      .optional(record.confidence), .blob(hash),
    ])
    if !isEmpty {
      changed.insert(
        EdgeKey(relation: record.relation, subject: record.subject, object: record.object))
    }
    return .added
  }

  /// The rows of a SELECT, as the transaction sees them.
  public func rows(_ sql: SQLFragment) throws -> [[SQLValue]] {
    let statement = try unsafe PreparedStatement(sql.text, on: connection)
    statement.bind(sql.values)
    var rows: [[SQLValue]] = []
    while try statement.step() { rows.append(statement.row) }
    return rows
  }

  func run(_ sql: String, _ values: [SQLValue] = []) throws(SQLiteError) {
    try unsafe PreparedStatement(sql, on: connection).run(values)
  }
}

/// A number or text that a node has.
public enum AttributeValue: Hashable, Sendable {
  case integer(Int)
  case real(Double)
  case text(String)

  var sql: SQLValue {
    switch self {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let value): .text(value)
    }
  }
}

extension PartialDate {
  /// The whole interval in one number: `first · 10⁸ + last`.
  public var code: Int { first * 100_000_000 + last }

  /// The interval of such a number.
  public init(code: Int) { self.init(first: code / 100_000_000, last: code % 100_000_000) }
}
