internal import CStanceSQLite
internal import Foundation
import StanceSQL

/// One command's change of a graph, as its log has it.
public struct LoggedChange: Hashable, Sendable {
  public enum Kind: Int, Sendable {
    case ordinary = 0
    /// It made the graph.
    case creation
    /// It brought the tables up to date.
    case migration
  }

  public var number: Int
  public var kind: Kind
  /// When, in UTC, as `2025-05-11T12:00:00Z`.
  public var moment: String
  public var command: String
  /// What it did, in a few words.
  public var summary: String
  /// The change that it took back.
  public var undoes: Int?
  /// Whether a later change took it back.
  public var isUndone = false

  /// Whether nothing of the change is left in the graph.
  fileprivate var isSettled: Bool { isUndone || undoes != nil }
}

/// Why a change could not be taken back.
public enum UndoRefused: Error, Hashable, Sendable {
  case nothingToUndo
  case unknown(Int)
  case undoneAlready(Int)
  case migration(Int)
  /// Later changes touched the same.
  case builtUpon(Int)
}

extension UndoRefused: CustomStringConvertible {
  public var description: String {
    switch self {
    case .nothingToUndo: "there is no change that could be undone"
    case .unknown(let number): "there is no change \(number); stance log shows those there are"
    case .undoneAlready(let number):
      "change \(number) is undone already; undo the undoing to have it back"
    case .migration(let number):
      "change \(number) brought the tables up to date; the copy from before lies beside the graph"
    case .builtUpon(let number):
      "later changes touched what change \(number) did; undo those first"
    }
  }
}

extension GraphStore {
  /// The changes of the graph, the first one first.
  public func log() throws(StoreFailure) -> [LoggedChange] {
    LoggedChange.read(try rows(LoggedChange.query).rows)
  }

  /// Takes a change back, as a new change.
  ///
  /// - Parameters:
  ///   - number: the change; nil takes the latest one that is no undoing itself.
  ///   - agrees: says whether the statements go with the names of the nodes and relations that were
  ///     renamed by the undoing.
  /// - Throws: ``UndoRefused``, ``StoreFailure``.
  public static func undo(
    _ number: Int?, in path: String, notice: (String) -> Void = { _ in },
    agrees: (GraphWriter, _ renamed: RenamedThings) throws -> Bool
  ) throws -> LoggedChange {
    let store = try openForWriting(path, notice: notice)
    let undone = try store.transaction { writer in
      let log = LoggedChange.read(try writer.rows(LoggedChange.query))
      let change = try choose(number, among: log)
      let recorder = try writer.recorder()
      let names = try writer.names()
      if change.kind == .creation {
        guard log.allSatisfy({ $0.isSettled || $0.number == change.number }) else {
          throw UndoRefused.builtUpon(change.number)
        }
        try writer.clear()
      } else if try !writer.takeBack(change.number) {
        throw UndoRefused.builtUpon(change.number)
      }
      let renamed = RenamedThings(from: names, to: try writer.names())
      guard try writer.holdsTogether(), try agrees(writer, renamed) else {
        throw UndoRefused.builtUpon(change.number)
      }
      try writer.deriveAll()
      writer.summary = "undid change \(change.number), \(change.command)"
      try writer.log(
        .ordinary, "undo \(change.number)", recorder.changeset(), undoes: change.number)
      return (change, true)
    }
    try store.close()
    return undone
  }

  private static func choose(_ number: Int?, among log: [LoggedChange]) throws -> LoggedChange {
    guard let number else {
      let last = log.last { !$0.isUndone && $0.undoes == nil && $0.kind != .migration }
      guard let last else { throw UndoRefused.nothingToUndo }
      return last
    }
    guard let change = log.first(where: { $0.number == number }) else {
      throw UndoRefused.unknown(number)
    }
    if change.isUndone { throw UndoRefused.undoneAlready(number) }
    if change.kind == .migration { throw UndoRefused.migration(number) }
    return change
  }
}

extension LoggedChange {
  fileprivate static let query: SQLFragment =
    "SELECT number, kind, moment, command, summary, undoes FROM change ORDER BY number"

  fileprivate static func read(_ rows: [[SQLValue]]) -> [LoggedChange] {
    var log: [LoggedChange] = []
    for row in rows {
      guard let number = row[0].integer, let kind = row[1].integer.flatMap(Kind.init) else {
        continue
      }
      log.append(
        LoggedChange(
          number: number, kind: kind, moment: row[2].text, command: row[3].text,
          summary: row[4].text, undoes: row[5].integer))
    }
    // An undoing that was undone itself leaves its change in force: the last word counts.
    for index in log.indices.reversed() where !log[index].isUndone {
      guard let undone = log[index].undoes else { continue }
      for other in log.indices where log[other].number == undone { log[other].isUndone = true }
    }
    return log
  }
}

extension GraphWriter {
  /// The largest part of a changeset that is kept in one row.
  private static let partSize = 16 << 20

  /// Gives what this writer did its number in the log.
  func log(
    _ kind: LoggedChange.Kind, _ command: String, _ changeset: [UInt8] = [], undoes: Int? = nil
  ) throws {
    try run(
      """
      INSERT INTO change(kind, moment, command, summary, undoes)
        VALUES(?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?)
      """, [.integer(kind.rawValue), .text(command), .text(summary), .optional(undoes)])
    let number = unsafe Int(sqlite3_last_insert_rowid(connection))
    let starts = stride(from: 0, to: changeset.count, by: Self.partSize)
    for (part, start) in starts.enumerated() {
      let bytes = Array(changeset[start..<min(changeset.count, start + Self.partSize)])
      try run(
        "INSERT INTO changeset VALUES(?, ?, ?)", [.integer(number), .integer(part), .blob(bytes)])
    }
  }

  /// Takes back what a change did. Returns false where later changes touched the same rows.
  fileprivate func takeBack(_ number: Int) throws -> Bool {
    let parts = try rows(
      "SELECT bytes FROM changeset WHERE change = \(bind: number) ORDER BY part")
    var changeset: [UInt8] = []
    for part in parts {
      if case .blob(let bytes)? = part.first { changeset += bytes }
    }
    return try unsafe ChangeRecorder.takeBack(changeset, on: connection)
  }

  /// Empties the graph, but for what every graph knows.
  fileprivate func clear() throws {
    for table in Schema.truth.reversed() { try run("DELETE FROM \(table)") }
    try putBuiltIns()
  }
}
