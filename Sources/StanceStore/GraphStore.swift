internal import CStanceSQLite
internal import Foundation
internal import GRDB
import StanceSQL

/// A graph in SQLite: one file, or memory.
///
/// Reading never creates or changes a file. Every connection is hardened before its schema is
/// compared with the known one, and that before anything else is read.
public final class GraphStore {
  /// The longest wait for another writer, in seconds.
  static let busyTimeout: TimeInterval = 20

  let queue: DatabaseQueue
  let path: String
  /// Whether SQLite refuses everything but SELECTs on the tables of the graph.
  private(set) var isReadingOnly = false

  init(queue: DatabaseQueue, path: String) {
    self.queue = queue
    self.path = path
  }

  /// An empty graph in memory.
  public static func inMemory() throws(StoreFailure) -> GraphStore {
    try failing("memory") { () throws -> GraphStore in
      let queue = try DatabaseQueue(configuration: configuration())
      let store = GraphStore(queue: queue, path: "memory")
      try store.createTables()
      try store.createIndexes()
      return store
    }
  }

  /// The graph of an existing file, for reading only.
  public static func open(_ path: String) throws(StoreFailure) -> GraphStore {
    try check(path)
    return try failing(path) { () throws -> GraphStore in
      let store = GraphStore(queue: try openForReading(path), path: path)
      if let older = try store.olderVersion() { return try store.upToDateCopy(from: older) }
      try store.allowReadingOnly()
      return store
    }
  }

  /// From now on nothing but the tables of the graph can be read, and nothing changed.
  public func allowReadingOnly() throws(StoreFailure) {
    try Self.failing(path) { () throws in
      try queue.inDatabase { db in
        let code = unsafe stance_only_read(try db.openConnection(), 1)
        guard code == 0 else { throw DatabaseError(resultCode: .SQLITE_ERROR) }
      }
    }
    isReadingOnly = true
  }

  /// The graph of an existing file, for changing it. A file of an older version is brought up to
  /// date.
  ///
  /// - Parameter notice: is told of that, and where the copy is that was made before.
  public static func openForWriting(
    _ path: String, notice: (String) -> Void = { _ in }
  ) throws(StoreFailure) -> GraphStore {
    try check(path)
    return try failing(path) { () throws -> GraphStore in
      let queue = try DatabaseQueue(path: plain(path), configuration: configuration())
      let store = GraphStore(queue: queue, path: path)
      if let older = try store.olderVersion() { notice(try store.migrate(from: older)) }
      return store
    }
  }

  /// A new graph in a file that nobody else knows yet: without a journal and without indexes, both
  /// of which ``finishBulkLoad()`` brings.
  ///
  /// - Parameter place: what failures name, the path that the file will have.
  static func create(_ path: String, for place: String) throws(StoreFailure) -> GraphStore {
    try failing(place) { () throws -> GraphStore in
      let queue = try DatabaseQueue(path: plain(path), configuration: configuration())
      let store = GraphStore(queue: queue, path: place)
      try store.queue.inDatabase { db in
        try db.execute(sql: "PRAGMA journal_mode = OFF")
        try db.execute(sql: "PRAGMA synchronous = OFF")
        try db.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
        try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
        try db.execute(sql: "PRAGMA user_version = \(Schema.current.number)")
      }
      try store.createTables()
      return store
    }
  }

  /// Whether a graph is there, or nothing that would be lost by making one.
  public static func exists(_ path: String) throws(StoreFailure) -> Bool {
    switch DatabaseHeader.read(path) {
    case .missing, .empty: return false
    case .graph: return true
    case .foreign:
      try check(path)
      return true
    }
  }

  /// Ends the store; what was committed is in the file itself afterwards.
  public func close() throws(StoreFailure) {
    try Self.failing(path) { () throws in try queue.close() }
  }

  // MARK: - Opening

  private static func check(_ path: String) throws(StoreFailure) {
    switch DatabaseHeader.read(path) {
    case .graph: return
    case .missing: throw .missing(path: path)
    case .empty: throw .unsuitable(path: path, "the file is empty; fill it with stance import")
    case .foreign(let what):
      if hasJournal(path) { return }
      throw .unsuitable(path: path, what)
    }
  }

  /// Whether changes lie beside the file that SQLite has to put into it first.
  private static func hasJournal(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path + "-wal")
    return (attributes?[.size] as? Int ?? 0) > 0
  }

  /// Opens a connection that changes nothing. It is one for writing all the same, since SQLite
  /// leaves the files of the write-ahead log behind when the last connection is for reading only.
  ///
  /// In a folder that may not be written, SQLite reads a database with a write-ahead log only as
  /// immutable; that is right as long as no log lies beside it.
  private static func openForReading(_ path: String) throws -> DatabaseQueue {
    do {
      return try DatabaseQueue(path: plain(path), configuration: configuration(isQueryOnly: true))
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
      guard !hasJournal(path) else { throw error }
      let safe = CharacterSet.alphanumerics.union(CharacterSet(charactersIn: "/-._~"))
      let absolute = URL(fileURLWithPath: path).path
      guard let encoded = absolute.addingPercentEncoding(withAllowedCharacters: safe) else {
        throw error
      }
      var configuration = configuration(isQueryOnly: true)
      configuration.readonly = true
      return try DatabaseQueue(path: "file://\(encoded)?immutable=1", configuration: configuration)
    }
  }

  /// A path that SQLite does not take for a URI or for memory.
  static func plain(_ path: String) -> String {
    path.hasPrefix("/") ? path : "./" + path
  }

  static func configuration(isQueryOnly: Bool = false) -> Configuration {
    var configuration = Configuration()
    configuration.busyMode = .timeout(busyTimeout)
    configuration.prepareDatabase { db in
      let code = unsafe stance_harden(try db.openConnection())
      guard code == 0 else { throw DatabaseError(resultCode: .SQLITE_ERROR) }
      try db.execute(
        sql: """
          PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0; PRAGMA foreign_keys = ON;
          PRAGMA synchronous = FULL; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536
          """)
      if isQueryOnly { try db.execute(sql: "PRAGMA query_only = ON") }
    }
    return configuration
  }

  /// Compares the tables with the known ones. Returns the version of an older graph, and nil of one
  /// that is up to date.
  func olderVersion() throws -> SchemaVersion? {
    let (id, version, texts) = try queue.inDatabase { db in
      (
        try Int.fetchOne(db, sql: "PRAGMA application_id") ?? 0,
        try Int.fetchOne(db, sql: "PRAGMA user_version") ?? 0,
        try String.fetchAll(
          db, sql: "SELECT sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite!_%' ESCAPE '!'")
      )
    }
    guard id == Schema.applicationID else {
      throw StoreFailure.unsuitable(
        path: path, "this is a database of another program, not a graph of stance")
    }
    guard version <= Schema.current.number else {
      throw StoreFailure.newer(path: path, version: version, known: Schema.current.number)
    }
    let known = ([Schema.current] + Schema.older).first { $0.number == version }
    guard let known, texts.sorted() == known.fingerprint else {
      throw StoreFailure.unsuitable(
        path: path, "the tables are not those of a graph; it was changed by another program")
    }
    return known.number == Schema.current.number ? nil : known
  }

  func createTables() throws {
    try queue.inDatabase { db in
      for table in Schema.current.tables { try db.execute(sql: table) }
    }
  }

  func createIndexes() throws {
    try queue.inDatabase { db in
      for index in Schema.current.indexes { try db.execute(sql: index) }
    }
  }

  // MARK: - Failures

  /// Runs the body and says of its failure what the user can do.
  static func failing<Result>(
    _ path: String, _ body: () throws -> Result
  ) throws(StoreFailure) -> Result {
    do {
      return try body()
    } catch {
      throw failure(path, error) ?? .engine(path: path, "\(error)")
    }
  }

  /// The same, where the body may throw what has nothing to do with the store.
  static func naming<Result>(_ path: String, _ body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw failure(path, error) ?? error
    }
  }

  private static func failure(_ path: String, _ error: any Error) -> StoreFailure? {
    switch error {
    case let failure as StoreFailure: failure
    case let error as DatabaseError:
      failure(path, error.resultCode.rawValue, error.message ?? "\(error.resultCode)")
    case let error as SQLiteError: failure(path, error.code, error.message)
    default: nil
    }
  }

  private static func failure(_ path: String, _ code: Int32, _ message: String) -> StoreFailure {
    switch code & 0xFF {
    case 5, 6: .busy(path: path)
    case 8: .unsuitable(path: path, "the file or its folder may not be written")
    case 11, 26: .damaged(path)
    case 10 where isFull(path): .full(path: path)
    case 10: .unsuitable(path: path, "the disk cannot be read or written")
    case 13: .full(path: path)
    case 14: .unsuitable(path: path, "the file cannot be opened")
    default: isTooComplex(message) ? .tooComplex : .engine(path: path, message)
    }
  }

  /// Whether there is no room where the file is; SQLite calls that a failure to read or write where it
  /// makes its own files beside the database.
  private static func isFull(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    var info = statvfs()
    guard unsafe statvfs(folder, &info) == 0 else { return false }
    return info.f_bavail == 0
  }

  /// Whether SQLite refuses a statement for its size.
  private static func isTooComplex(_ message: String) -> Bool {
    ["tables in a join", "too large", "too many", "stack overflow"].contains(
      where: message.contains)
  }
}

extension Database {
  /// The connection of SQLite's C interface.
  ///
  /// - Throws: ``DatabaseError`` where it is closed.
  func openConnection() throws(DatabaseError) -> OpaquePointer {
    guard let connection = unsafe sqliteConnection else {
      throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the connection is closed")
    }
    return unsafe connection
  }
}
