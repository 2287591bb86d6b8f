internal import CStanceSQLite
internal import Foundation
internal import GRDB
internal import GRDBSQLite
public import StanceSQL

/// The rows of a SELECT.
public struct ResultRows: Sendable {
  public var rows: [[SQLValue]]
  /// Whether there were more than the limit allowed.
  public var isCut: Bool
}

extension GraphStore {
  /// The rows of one SELECT.
  ///
  /// - Parameters:
  ///   - timeout: seconds after which the statement is interrupted.
  ///   - maxRows: the most rows that are returned.
  public func rows(
    _ sql: SQLFragment, timeout: Double? = nil, maxRows: Int = .max
  ) throws(StoreFailure) -> ResultRows {
    try unsafe running(timeout) { connection throws(SQLiteError) in
      try unsafe fetch(sql, connection, maxRows)
    }
  }

  /// Runs statements on the connection until they end or their time does.
  private func running<Result>(
    _ timeout: Double?, _ body: (OpaquePointer) throws(SQLiteError) -> Result
  ) throws(StoreFailure) -> Result {
    try Self.failing(path) { () throws -> Result in
      try queue.inDatabase { db in
        let connection = try unsafe db.openConnection()
        do {
          return try unsafe Deadline.run(connection, timeout) { try unsafe body(connection) }
        } catch let error as SQLiteError where error.code == SQLITE_INTERRUPT {
          throw StoreFailure.timedOut(seconds: timeout ?? 0)
        }
      }
    }
  }

  private func fetch(
    _ sql: SQLFragment, _ connection: OpaquePointer, _ maxRows: Int
  ) throws(SQLiteError) -> ResultRows {
    let statement = try unsafe PreparedStatement(sql.text, on: connection)
    statement.bind(sql.values)
    var rows: [[SQLValue]] = []
    while try statement.step() {
      guard rows.count < maxRows else { return ResultRows(rows: rows, isCut: true) }
      rows.append(statement.row)
    }
    return ResultRows(rows: rows, isCut: false)
  }

  /// The rows of one SELECT of numbers, see ``rows(_:timeout:maxRows:)``.
  ///
  /// - Parameter isDistinct: says that no row comes twice. Otherwise doubles are dropped now and then,
  ///   but not all of them.
  public func numbers(
    _ sql: SQLFragment, isDistinct: Bool, timeout: Double? = nil
  ) throws(StoreFailure) -> NumberRows {
    try unsafe running(timeout) { connection throws(SQLiteError) in
      let statement = try unsafe PreparedStatement(sql.text, on: connection)
      statement.bind(sql.values)
      var rows = NumberRows(width: statement.columnCount)
      while try statement.step() {
        statement.append(to: &rows.values)
        if !isDistinct { rows.shrink() }
      }
      return rows
    }
  }

  /// The sum of the hashes of all statements, modulo 2¹²⁸: the same in whatever order they came, and
  /// another where a statement is. Reads every statement once. The method is AdHash of Bellare and
  /// Micciancio (1997).
  public func sumOfHashes() throws(StoreFailure) -> UInt128 {
    try unsafe running(nil) { connection throws(SQLiteError) in
      let statement = try unsafe PreparedStatement("SELECT hash FROM statement", on: connection)
      var sum: UInt128 = 0
      while try statement.step() { sum &+= statement.wideInteger(at: 0) }
      return sum
    }
  }

  /// What SQLite says of how it would run the statement, a line a step.
  package func explanation(_ sql: SQLFragment) throws(StoreFailure) -> [String] {
    let explained = "EXPLAIN QUERY PLAN " + sql
    return try rows(explained).rows.compactMap { row in
      guard case .text(let text)? = row.last else { return nil }
      return text
    }
  }
}

/// A moment after which statements of a connection are interrupted.
private enum Deadline {
  static func run<Result>(
    _ connection: OpaquePointer, _ seconds: Double?, _ body: () throws -> Result
  ) throws -> Result {
    guard let seconds else { return try body() }
    let now = nanoseconds()
    var deadline = now + Int64(min(seconds, 1e9) * 1e9)
    return try unsafe withUnsafeMutablePointer(to: &deadline) { pointer in
      unsafe stance_set_deadline(connection, pointer)
      defer { unsafe stance_set_deadline(connection, nil) }
      return try body()
    }
  }

  private static func nanoseconds() -> Int64 {
    var time = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
  }
}
