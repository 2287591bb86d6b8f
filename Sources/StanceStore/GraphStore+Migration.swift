internal import Foundation
internal import GRDB
import StanceSQL

extension GraphStore {
  /// Brings this graph up to date in one transaction, after a copy of it was put beside it.
  ///
  /// - Returns: what was done, as a line for the user.
  func migrate(from older: SchemaVersion) throws -> String {
    let copy = try makeBackup(named: "\(path).version-\(older.number)")
    try renewTables(from: older)
    return "\(path) was written by an older version of stance and has been brought up to date; "
      + "\(copy) is a copy of what it was"
  }

  /// A copy in memory that is up to date, for reading.
  func upToDateCopy(from older: SchemaVersion) throws -> GraphStore {
    let copy = GraphStore(
      queue: try DatabaseQueue(configuration: Self.configuration()), path: path)
    try queue.backup(to: copy.queue)
    try copy.renewTables(from: older)
    return copy
  }

  /// Makes the tables of the current version and fills them with what the older ones hold; a column
  /// that is new is 0.
  private func renewTables(from older: SchemaVersion) throws {
    let tables = older.tables.map(Self.tableName)
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA legacy_alter_table = ON") }
    let renaming = tables.map { "ALTER TABLE \($0) RENAME TO old_\($0)" }
    try transaction(after: renaming + Schema.current.tables) { writer in
      for table in Schema.truth where tables.contains(table) { try writer.refill(table) }
      for table in tables { try writer.run("DROP TABLE old_\(table)") }
      for index in Schema.current.indexes { try writer.run(index) }
      for sql in Derivation.unknownOrigins { try writer.run(sql) }
      try writer.deriveAll()
      writer.summary = "from version \(older.number) of the tables to \(Schema.current.number)"
      try writer.log(.migration, "update")
      try writer.run("PRAGMA user_version = \(Schema.current.number)")
      return ((), true)
    }
    try queue.inDatabase { db in try db.execute(sql: "PRAGMA legacy_alter_table = OFF") }
  }

  private static func tableName(_ text: String) -> String {
    String(text.dropFirst("CREATE TABLE ".count).prefix { $0 != "(" })
  }

  /// Copies the graph into a new file, verifies the copy and puts it on the disk before it gets its
  /// name. Where a file has the name, a number is added.
  func makeBackup(named name: String) throws -> String {
    let temporary = "\(name).new-\(ProcessInfo.processInfo.processIdentifier)"
    defer { Self.removeDatabase(temporary) }
    let copy = try DatabaseQueue(path: Self.plain(temporary), configuration: Self.configuration())
    try queue.backup(to: copy)
    let verdict = try copy.inDatabase { db in try String.fetchOne(db, sql: "PRAGMA quick_check") }
    guard verdict == "ok" else {
      throw StoreFailure.damaged(path)
    }
    try copy.close()
    var place = name
    var count = 1
    while try !Self.install(temporary, as: place) {
      count += 1
      place = "\(name)-\(count)"
    }
    return place
  }
}

extension GraphWriter {
  fileprivate func refill(_ table: String) throws(SQLiteError) {
    let old = try columns(of: "old_\(table)")
    let all = try columns(of: table)
    let values = all.map { old.contains($0) ? $0 : "0" }.joined(separator: ", ")
    try run(
      "INSERT INTO \(table)(\(all.joined(separator: ", "))) SELECT \(values) FROM old_\(table)")
  }

  private func columns(of table: String) throws(SQLiteError) -> [String] {
    let statement = try unsafe PreparedStatement(
      "SELECT name FROM pragma_table_info('\(table)')", on: connection)
    var names: [String] = []
    while try statement.step() { names.append(statement.row[0].text) }
    return names
  }
}

extension Derivation {
  /// What was stated before files were remembered comes from none that could be read again.
  fileprivate static let unknownOrigins = [
    "INSERT INTO origin SELECT 0, 0, char(31) || value, 0 FROM meta WHERE key = 'title'",
    "INSERT INTO origin SELECT 1, 0, name, 0 FROM type",
    """
    INSERT INTO origin SELECT 2, id, coalesce((SELECT group_concat(subject || '>' || object, ' ')
        FROM signature WHERE relation = id), '') || '=' || coalesce(opposite, ''), 0 FROM relation
    """,
    """
    INSERT INTO origin SELECT 3, id, name || char(31) || coalesce('=' || title, '') || char(31)
        || coalesce('=' || publisher, '') || char(31)
        || coalesce('=' || (d0 * 100000000 + d1), '') || char(31) || coalesce('=' || url, '')
        || char(31) || coalesce('=' || language, '') || char(31) || coalesce('=' || file, '')
        || char(31) || coalesce('=' || sha256, ''), 0 FROM source
    """,
    "INSERT INTO origin SELECT 4, id, type || ' ' || name, 0 FROM node WHERE declared = 1",
    """
    INSERT INTO origin SELECT 5, a.node, a.key, 0 FROM alias AS a JOIN node AS n ON n.id = a.node
      WHERE n.name <> a.name
    """,
    "INSERT INTO origin SELECT 6, member, grp || ' ' || since || ' ' || until, 0 FROM affiliation",
    "INSERT INTO origin SELECT 7, node, name, 0 FROM attribute",
  ]
}
