internal import Foundation
internal import GRDB
import StanceModel
internal import StanceSQL

extension GraphStore {
  /// Changes the graph of a file in one transaction, or makes the file where there is none. The
  /// body's error, or one of the database, leaves everything as it was.
  ///
  /// A new graph is built in a file beside its place and gets its name when it is on the disk.
  public static func change<Result>(
    _ path: String, _ body: (GraphWriter) throws -> Result
  ) throws -> Result {
    while true {
      if try exists(path) {
        let store = try openForWriting(path)
        let result = try store.write(body)
        try store.close()
        return result
      }
      let temporary = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
      defer { removeDatabase(temporary) }
      let store = try create(temporary, for: path)
      let result = try store.write(body)
      try store.finishBulkLoad()
      try store.close()
      // Where another program was faster, the change is made to its graph.
      if try install(temporary, as: path) { return result }
    }
  }

  /// Changes this graph in one transaction.
  public func write<Result>(
    _ body: (GraphWriter) throws -> Result
  ) throws -> Result {
    var outcome: Swift.Result<Result, any Error>?
    do {
      try queue.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          let count = try Int.fetchOne(db, sql: "SELECT EXISTS(SELECT 1 FROM statement)")
          guard let connection = unsafe db.sqliteConnection else { return .rollback }
          let writer = try unsafe GraphWriter(connection, isEmpty: count == 0)
          if try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM relation") == 0 {
            try writer.putBuiltIns()
          }
          do {
            let result = try body(writer)
            try writer.derive()
            outcome = .success(result)
            return .commit
          } catch {
            outcome = .failure(error)
            return .rollback
          }
        }
      }
    } catch {
      throw Self.named(error, path)
    }
    guard let outcome else { throw StoreFailure.engine(path: path, "the connection is closed") }
    do {
      return try outcome.get()
    } catch {
      throw Self.named(error, path)
    }
  }

  /// The error as one of the store where it comes from SQLite.
  private static func named(_ error: any Error, _ path: String) -> any Error {
    guard error is SQLiteError || error is DatabaseError else { return error }
    do throws(StoreFailure) {
      try failing(path) { () throws in throw error }
      return error
    } catch {
      return error
    }
  }

  /// Makes the indexes of a new graph, and the journal that it will be used with.
  func finishBulkLoad() throws(StoreFailure) {
    try Self.failing(path) { () throws in
      try createIndexes()
      try queue.inDatabase { db in
        try db.execute(sql: "ANALYZE")
        try db.execute(sql: "PRAGMA locking_mode = NORMAL")
        try db.execute(sql: "PRAGMA journal_mode = WAL")
      }
    }
  }

  /// Puts a finished file in its place, on the disk first. Returns false where a graph is there by
  /// now; an empty file is replaced.
  private static func install(_ temporary: String, as path: String) throws(StoreFailure) -> Bool {
    try failing(path) { () throws -> Bool in
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: temporary))
      try file.synchronize()
      try file.close()
      try removeEmpty(path)
      guard unsafe link(temporary, path) == 0 else {
        if errno == EEXIST { return false }
        throw StoreFailure.unsuitable(path: path, lastSystemError())
      }
      let folder = unsafe Foundation.open(
        URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY)
      if folder >= 0 {
        fsync(folder)
        Foundation.close(folder)
      }
      return true
    }
  }

  /// Takes an empty file out of the way. It is moved first and looked at then, since another program may
  /// have put its graph there in between, which goes back.
  private static func removeEmpty(_ path: String) throws {
    guard case .empty = DatabaseHeader.read(path) else { return }
    let aside = path + ".old-\(ProcessInfo.processInfo.processIdentifier)"
    guard unsafe rename(path, aside) == 0 else { return }
    if case .empty = DatabaseHeader.read(aside) {
    } else {
      guard unsafe link(aside, path) == 0 else {
        throw StoreFailure.unsuitable(
          path: path, "another graph was made meanwhile; one is in \(aside)")
      }
    }
    unsafe unlink(aside)
  }

  private static func removeDatabase(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unsafe unlink(path + suffix) }
  }
}

extension GraphWriter {
  /// The verbs and types that every graph knows.
  func putBuiltIns() throws {
    for (index, relation) in Relation.builtIn.enumerated() {
      try put(RelationRecord(id: index + 1, relation: relation))
    }
    for (type, parent) in TypeTree.builtIn.parents { try putType(type, below: parent) }
  }

  /// Brings the derived tables up to date: the changed edges of a graph that had statements, else
  /// all of them in one pass.
  func derive() throws(SQLiteError) {
    if changed.isEmpty {
      for sql in Derivation.all { try run(sql) }
    } else {
      try refresh(changed)
      for sql in Derivation.closure { try run(sql) }
    }
  }

  private func refresh(_ edges: Set<EdgeKey>) throws(SQLiteError) {
    let edge = try unsafe PreparedStatement(Derivation.oneEdge, on: connection)
    let link = try unsafe PreparedStatement(
      "INSERT OR IGNORE INTO link VALUES(?, ?, ?, ?)", on: connection)
    for key in edges {
      let (relation, subject, object) = (
        SQLValue.integer(key.relation), SQLValue.integer(key.subject), SQLValue.integer(key.object)
      )
      try edge.run([relation, subject, object])
      try link.run([subject, object, relation, .integer(1)])
      try link.run([object, subject, relation, .integer(0)])
    }
  }
}

/// How the derived tables follow from the others.
enum Derivation {
  static let oneEdge = """
    INSERT OR REPLACE INTO edge(relation, subject, object, statements, first, last)
      SELECT relation, subject, object, COUNT(*), MIN(d0), MAX(d1) FROM statement
        WHERE relation = ?1 AND subject = ?2 AND object = ?3 GROUP BY relation, subject, object
    """

  /// The affiliations in both directions, and who belongs to whom through how many of them. A chain
  /// that was never whole ends before it begins: it counts where no time is asked for.
  static let closure = [
    "DELETE FROM link WHERE relation = 0",
    """
    INSERT OR IGNORE INTO link(a, b, relation, forward)
      SELECT member, grp, 0, 1 FROM affiliation UNION SELECT grp, member, 0, 0 FROM affiliation
    """,
    "DELETE FROM reach",
    """
    INSERT INTO reach(grp, member, since, until, depth)
      WITH RECURSIVE up(member, grp, since, until, depth) AS (
        SELECT id, id, 0, 99999999, 0 FROM node
        UNION SELECT u.member, a.grp, MAX(u.since, a.since), MIN(u.until, a.until), u.depth + 1
          FROM up AS u JOIN affiliation AS a ON a.member = u.grp)
      SELECT grp, member, since, until, MIN(depth) FROM up GROUP BY grp, member, since, until
    """,
  ]

  static let all =
    [
      "DELETE FROM edge",
      """
      INSERT INTO edge(relation, subject, object, statements, first, last)
        SELECT relation, subject, object, COUNT(*), MIN(d0), MAX(d1) FROM statement
          GROUP BY relation, subject, object
      """,
      "DELETE FROM link",
      """
      INSERT INTO link(a, b, relation, forward)
        SELECT subject, object, relation, 1 FROM edge
        UNION ALL SELECT object, subject, relation, 0 FROM edge
      """,
    ] + closure
}
