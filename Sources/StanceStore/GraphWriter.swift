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
  /// Whether there were no statements, so that everything is derived at the end in one pass.
  let isBulk: Bool
  /// The statements that this change stored or found, with the file that last made each.
  private var seen: [StatementHash: (id: Int, file: Int)] = [:]
  /// The edges of which statements were added to or removed from a graph that had some.
  var changed: Set<EdgeKey> = []
  /// Whether nodes or affiliations were added or removed.
  var hasChangedGroups = false
  /// Whether so much has changed that everything is derived anew.
  var derivesAll = false
  /// What the log says of the change.
  public var summary = ""

  /// What became of a statement that was to be stored, with its number.
  public enum Outcome: Hashable, Sendable {
    case added(Int)
    /// It was in the graph before.
    case known(Int)
    /// It was given before within the same change.
    case repeated(Int)
  }

  /// What an edge joins.
  struct EdgeKey: Hashable {
    var relation: Int
    var subject: Int
    var object: Int
  }

  init(_ connection: OpaquePointer) throws(SQLiteError) {
    let node = try unsafe PreparedStatement(
      """
      INSERT INTO node(id, kind, type, name, sort, declared) VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET kind = excluded.kind, type = excluded.type,
          name = excluded.name, sort = excluded.sort, declared = excluded.declared
      """, on: connection)
    let alias = try unsafe PreparedStatement(
      """
      INSERT INTO alias(key, node, name, former) VALUES(?, ?, ?, 0)
        ON CONFLICT(key, node) DO UPDATE SET name = excluded.name WHERE former = 0
      """, on: connection)
    let statement = try unsafe PreparedStatement(
      """
      INSERT INTO statement(subject, relation, object, d0, d1, speaker, source, quote, words, q0, q1,
          condition, condition_words, confidence, hash, file)
        VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, on: connection)
    let known = try unsafe PreparedStatement(
      """
      SELECT id, file, confidence FROM statement
        WHERE relation = ? AND subject = ? AND object = ? AND hash = ?
      """, on: connection)
    let any = try unsafe PreparedStatement("SELECT 1 FROM statement LIMIT 1", on: connection)
    isBulk = try any.integer([]) == nil
    unsafe self.connection = connection
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
    hasChangedGroups = true
  }

  /// Stores another name of a node, or how it is spelt from now on.
  public func putAlias(_ name: String, of node: Int) throws {
    try alias.run([.text(NameKey.key(name)), .integer(node), .text(name)])
  }

  public func put(_ record: AffiliationRecord) throws {
    hasChangedGroups = true
    try run(
      """
      INSERT INTO affiliation VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(member, grp, since, until) DO UPDATE
          SET since_date = excluded.since_date, until_date = excluded.until_date
      """,
      [
        .integer(record.member), .integer(record.group),
        .integer(record.sinceDay), .integer(record.untilDay), .optional(record.since?.code),
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
        ON CONFLICT(id) DO UPDATE SET name = excluded.name, sort = excluded.sort,
          title = excluded.title, title_key = excluded.title_key,
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

  /// Keeps the text of a source, against which quotations are verified, or keeps none.
  public func putText(_ text: String?, of source: Int) throws {
    try run("UPDATE source SET text = ? WHERE id = ?", [.optional(text), .integer(source)])
  }

  public func putType(_ name: String, below parent: String) throws {
    try run("INSERT OR REPLACE INTO type VALUES(?, ?)", [.text(name), .text(parent)])
  }

  public func put(_ record: RelationRecord) throws {
    let relation = record.relation
    try run(
      """
      INSERT INTO relation VALUES(?, ?, ?, ?, ?, ?)
        ON CONFLICT(id) DO UPDATE SET third = excluded.third, past = excluded.past,
          opposite = excluded.opposite
      """,
      [
        .integer(record.id), .text(relation.forms.base), .text(relation.forms.third),
        .text(relation.forms.past), .optional(relation.opposite),
        .integer(relation.isBuiltIn ? 1 : 0),
      ])
    try run("DELETE FROM signature WHERE relation = ?", [.integer(record.id)])
    for signature in relation.signatures {
      try run(
        "INSERT OR IGNORE INTO signature VALUES(?, ?, ?)",
        [
          .integer(record.id), .integer(signature.subject.rawValue),
          .integer(signature.object.rawValue),
        ])
    }
  }

  /// Keeps something about the graph itself under a key, or nothing.
  public func putMeta(_ key: String, _ value: String?) throws {
    guard let value else { return try run("DELETE FROM meta WHERE key = ?", [.text(key)]) }
    try run("INSERT OR REPLACE INTO meta VALUES(?, ?)", [.text(key), .text(value)])
  }

  /// Stores a statement unless it is there. One that is there gets the confidence that its file
  /// gives it now; what a file says twice counts as it stands first.
  ///
  /// - Parameters:
  ///   - hash: of the canonical line without confidence, which is the statement's identity.
  ///   - file: the number of the file that says it, or 0.
  public func put(
    _ record: StatementRecord, hash: StatementHash, file: Int = 0
  ) throws -> Outcome {
    if let last = seen[hash] {
      if last.file != file, let known = try statement(last.id) {
        try share(known, with: file, record.confidence)
        seen[hash] = (last.id, file)
      }
      return .repeated(last.id)
    }
    if !isBulk, let found = try known(record, hash) {
      seen[hash] = (found.id, file)
      try share(found, with: file, record.confidence)
      return .known(found.id)
    }
    try statement.run([
      .integer(record.subject), .integer(record.relation), .integer(record.object),
      .optional(record.date?.first), .optional(record.date?.last), .optional(record.speaker),
      .optional(record.source), .optional(record.quote),
      .optional(record.quote.map(NameKey.phrase)), .optional(record.start), .optional(record.end),
      .optional(record.condition), .optional(record.condition.map(NameKey.phrase)),
      .optional(record.confidence), .blob(hash.bytes), .integer(file),
    ])
    let id = unsafe Int(sqlite3_last_insert_rowid(connection))
    seen[hash] = (id, file)
    if !isBulk { noteChange(of: record) }
    return .added(id)
  }

  /// A statement that is there, with its own file and the confidence that this gives it.
  struct KnownStatement {
    var id: Int
    var file: Int
    var confidence: Double?

    init?(_ row: [SQLValue]) {
      guard let id = row[0].integer, let file = row[1].integer else { return nil }
      (self.id, self.file, confidence) = (id, file, row[2].real)
    }
  }

  private func known(
    _ record: StatementRecord, _ hash: StatementHash
  ) throws(SQLiteError) -> KnownStatement? {
    try known.first([
      .integer(record.relation), .integer(record.subject), .integer(record.object),
      .blob(hash.bytes),
    ]).flatMap(KnownStatement.init)
  }

  func statement(_ id: Int) throws -> KnownStatement? {
    try rows("SELECT id, file, confidence FROM statement WHERE id = \(bind: id)").first
      .flatMap(KnownStatement.init)
  }

  private func noteChange(of record: StatementRecord) {
    changed.insert(
      EdgeKey(relation: record.relation, subject: record.subject, object: record.object))
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

  /// Whether the tables are as they were made, without even the verbs that every graph knows.
  func isNew() throws -> Bool { try rows("SELECT 1 FROM relation LIMIT 1").isEmpty }

  /// Records from now on what this writer changes.
  func recorder() throws(SQLiteError) -> ChangeRecorder { try unsafe ChangeRecorder(connection) }

  /// - Throws: ``StoreFailure`` where a row refers to one that is gone.
  func checkReferences() throws {
    guard let row = try rows("PRAGMA foreign_key_check").first else { return }
    throw StoreFailure.engine(path: "graph", "a row of \(row[0]) refers to one that is gone")
  }
}

/// The identity of a statement: the first 16 bytes of the SHA-256 of its canonical line without
/// confidence.
public struct StatementHash: Hashable, Sendable {
  private var high: UInt64
  private var low: UInt64

  /// - Parameter bytes: at least 16.
  public init(_ bytes: some Sequence<UInt8>) {
    (high, low) = (0, 0)
    for byte in bytes.prefix(16) {
      high = high << 8 | low >> 56
      low = low << 8 | UInt64(byte)
    }
  }

  public var bytes: [UInt8] {
    [high, low].flatMap { half in
      stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: half >> UInt64($0)) }
    }
  }
}

/// A number or text that a node has.
public enum AttributeValue: Hashable, Sendable {
  case integer(Int)
  case real(Double)
  case text(String)

  public init?(_ stored: SQLValue) {
    switch stored {
    case .integer(let value): self = .integer(value)
    case .real(let value): self = .real(value)
    case .text(let value): self = .text(value)
    case .null, .blob: return nil
    }
  }

  var sql: SQLValue {
    switch self {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    case .text(let value): .text(value)
    }
  }
}

extension AttributeValue: CustomStringConvertible {
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let value): "“\(value)”"
    }
  }
}

extension PartialDate {
  /// The whole interval in one number: `first · 10⁸ + last`.
  public var code: Int { first * 100_000_000 + last }

  /// The interval of such a number.
  public init(code: Int) { self.init(first: code / 100_000_000, last: code % 100_000_000) }
}
