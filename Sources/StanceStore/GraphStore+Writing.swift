internal import CStanceSQLite
internal import Foundation
internal import GRDB
import StanceModel
internal import StanceSQL

extension GraphStore {
  /// Changes the graph of a file in one transaction, or makes the file where there is none. The
  /// body's error, or one of the database, leaves everything as it was. A change of what was said
  /// gets a number, under which it can be undone.
  ///
  /// A new graph is built in a file beside its place and gets its name when it is on the disk.
  ///
  /// - Parameters:
  ///   - command: what the change is called in the log.
  ///   - notice: is told of a graph that had to be brought up to date.
  public static func change<Result>(
    _ path: String, as command: String = "change", notice: (String) -> Void = { _ in },
    _ body: (GraphWriter) throws -> Result
  ) throws -> Result {
    removeForsakenFiles(of: path)
    while true {
      if try exists(path) {
        let store = try openForWriting(path, notice: notice)
        let result = try store.write(as: command, body)
        try store.close()
        return result
      }
      // Where another program was faster, the change is made to its graph.
      if let result = try make(path, as: command, body) { return result }
    }
  }

  /// Makes the file of a graph. Returns nil where another program has made it meanwhile.
  private static func make<Result>(
    _ path: String, as command: String, _ body: (GraphWriter) throws -> Result
  ) throws -> Result? {
    let temporary = path + ".new-\(ProcessInfo.processInfo.processIdentifier)"
    return try Interruption.removing(temporary) {
      defer { removeDatabase(temporary) }
      let store = try create(temporary, for: path)
      let result = try store.write(as: command, body)
      try store.finishBulkLoad()
      try store.close()
      return try install(temporary, as: path) ? result : nil
    }
  }

  /// Changes this graph in one transaction.
  ///
  /// - Parameter command: what the change is called in the log; nil of one that is not kept.
  public func write<Result>(
    as command: String? = nil, _ body: (GraphWriter) throws -> Result
  ) throws -> Result {
    try transaction { writer in
      if try writer.isNew() {
        try writer.putBuiltIns()
        let result = try body(writer)
        try writer.derive()
        if let command { try writer.log(.creation, command) }
        return (result, true)
      }
      let recorder = try writer.recorder()
      let result = try body(writer)
      let changeset = try recorder.changeset()
      guard !changeset.isEmpty else { return (result, false) }
      try writer.derive()
      try writer.checkReferences()
      if let command { try writer.log(.ordinary, command, changeset) }
      return (result, true)
    }
  }

  /// Runs the body in a transaction that no other writer can interrupt, and keeps what it did where
  /// it says so.
  ///
  /// - Parameter preparation: what has to be run before a writer finds its tables.
  func transaction<Result>(
    after preparation: [String] = [],
    _ body: (GraphWriter) throws -> (result: Result, isKept: Bool)
  ) throws -> Result {
    try Self.naming(path) {
      try queue.writeWithoutTransaction { db in
        let connection = try unsafe db.openConnection()
        // The references are checked once, after all; each deletion would search the statements.
        try db.execute(sql: "PRAGMA foreign_keys = OFF")
        defer { _ = try? db.execute(sql: "PRAGMA foreign_keys = ON") }
        try db.beginTransaction(.immediate)
        do {
          for sql in preparation { try unsafe PreparedStatement(sql, on: connection).run([]) }
          let (result, isKept) = try body(try unsafe GraphWriter(connection))
          if isKept { try db.commit() } else { try db.rollback() }
          return result
        } catch {
          // Some failures end the transaction by themselves.
          if db.isInsideTransaction { try db.rollback() }
          throw error
        }
      }
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
  static func install(_ temporary: String, as path: String) throws(StoreFailure) -> Bool {
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
      unsafe unlink(aside)
      return
    }
    guard unsafe link(aside, path) == 0 else {
      throw StoreFailure.unsuitable(
        path: path, "another graph was made meanwhile; one is in \(aside)")
    }
    unsafe unlink(aside)
  }

  static func removeDatabase(_ path: String) {
    for suffix in ["", "-journal", "-wal", "-shm"] { unsafe unlink(path + suffix) }
  }

  /// Removes what programs that were killed left of making this graph or a copy of it.
  private static func removeForsakenFiles(of path: String) {
    let place = URL(fileURLWithPath: path)
    let folder = place.deletingLastPathComponent()
    let file = place.lastPathComponent
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else {
      return
    }
    for name in names where name.hasPrefix(file) {
      let parts = name.components(separatedBy: ".new-")
      guard parts.count == 2, let process = pid_t(parts[1]),
        parts[0] == file || parts[0].hasPrefix("\(file).version-")
      else { continue }
      if kill(process, 0) == -1, errno == ESRCH {
        removeDatabase(folder.appendingPathComponent(name).path)
      }
    }
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
}
