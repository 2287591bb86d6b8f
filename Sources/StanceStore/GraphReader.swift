internal import CStanceSQLite
internal import GRDB
internal import GRDBSQLite
public import StanceSQL

/// Reads a graph within one transaction, so that all of it is of the same moment.
@safe public final class GraphReader {
  let connection: OpaquePointer

  init(_ connection: OpaquePointer) { unsafe self.connection = connection }

  /// Hands the rows of a SELECT to the body one at a time; none is kept.
  public func forEachRow(_ sql: SQLFragment, _ body: ([SQLValue]) throws -> Void) throws {
    let statement = try unsafe PreparedStatement(sql.text, on: connection)
    statement.bind(sql.values)
    while try statement.step() { try body(statement.row) }
  }

  public func rows(_ sql: SQLFragment) throws -> [[SQLValue]] {
    var rows: [[SQLValue]] = []
    try forEachRow(sql) { rows.append($0) }
    return rows
  }
}

extension GraphStore {
  /// Runs the body on the graph as it is at one moment.
  ///
  /// - Throws: ``StoreFailure`` where the graph cannot be read, and what the body throws.
  public func read<Result>(_ body: (GraphReader) throws -> Result) throws -> Result {
    try Self.naming(path) {
      try queue.inDatabase { db in
        let connection = try unsafe db.openConnection()
        if isReadingOnly { _ = unsafe stance_only_read(connection, 2) }
        defer { if isReadingOnly { _ = unsafe stance_only_read(connection, 1) } }
        try db.execute(sql: "BEGIN")
        defer { try? db.execute(sql: "ROLLBACK") }
        return try body(unsafe GraphReader(connection))
      }
    }
  }
}
