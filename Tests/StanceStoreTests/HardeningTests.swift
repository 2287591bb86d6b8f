import CStanceSQLite
import GRDB
import GRDBSQLite
import StanceSQL
import StanceTestSupport
import Testing
@testable import StanceStore

@Suite struct HardeningTests {
  /// The ways in which a connection is made.
  enum Way: CaseIterable, Sendable {
    case memory, reading, writing, creating, bulkLoaded

    func store(in folder: TemporaryFolder) throws -> GraphStore {
      let path = folder.path("graph.db")
      if self == .creating { return try GraphStore.create(path, for: path) }
      if self == .memory { return try GraphStore.inMemory() }
      if self == .bulkLoaded {
        let store = try GraphStore.create(path, for: path)
        try store.finishBulkLoad()
        return store
      }
      try GraphStore.change(path) { _ in }
      return self == .reading
        ? try GraphStore.open(path) : try GraphStore.openForWriting(path)
    }
  }

  /// A setting of `sqlite3_db_config` and the value that protects.
  static let settings: [(Int32, Int32)] = [
    (SQLITE_DBCONFIG_DEFENSIVE, 1), (SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0),
    (SQLITE_DBCONFIG_ENABLE_VIEW, 0), (SQLITE_DBCONFIG_ENABLE_TRIGGER, 0),
    (SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0), (SQLITE_DBCONFIG_DQS_DDL, 0),
    (SQLITE_DBCONFIG_DQS_DML, 0), (SQLITE_DBCONFIG_ENABLE_FKEY, 1),
  ]

  @Test(arguments: Way.allCases, settings)
  func `every connection has the setting that protects it`(
    way: Way, setting: (id: Int32, value: Int32)
  ) throws {
    let store = try way.store(in: TemporaryFolder())
    let value = unsafe try connection(of: store) { unsafe stance_setting($0, setting.id) }
    #expect(value == setting.value)
  }

  @Test(
    arguments: [
      { try $0.allowReadingOnly() }, { _ = try $0.rows("SELECT 1") }, { try $0.read { _ in } },
      { try $0.write { _ in } }, { try $0.deriveAnew() },
    ] as [@Sendable (GraphStore) throws -> Void])
  func `a store that is closed says so`(use: @Sendable (GraphStore) throws -> Void) throws {
    let store = try GraphStore.inMemory()
    try store.close()
    #expect(throws: StoreFailure.engine(path: "memory", "the connection is closed")) {
      try use(store)
    }
  }

  static let limits: [(Int32, Int32)] = [
    (SQLITE_LIMIT_LENGTH, 64 << 20), (SQLITE_LIMIT_ATTACHED, 0),
    (SQLITE_LIMIT_TRIGGER_DEPTH, 0), (SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 50),
  ]

  @Test(arguments: Way.allCases, limits)
  func `every connection has the limit`(way: Way, limit: (id: Int32, value: Int32)) throws {
    let store = try way.store(in: TemporaryFolder())
    let value = unsafe try connection(of: store) { unsafe sqlite3_limit($0, limit.id, -1) }
    // SQLite takes no trigger depth below one.
    #expect(value == (limit.id == SQLITE_LIMIT_TRIGGER_DEPTH ? max(value, 0) : limit.value))
    #expect(value <= 1 || limit.id != SQLITE_LIMIT_TRIGGER_DEPTH)
  }

  static let pragmas = [
    ("cell_size_check", 1), ("foreign_keys", 1), ("trusted_schema", 0), ("temp_store", 2),
  ]

  @Test(arguments: Way.allCases, pragmas)
  func `every connection has the pragma`(way: Way, pragma: (name: String, value: Int)) throws {
    let store = try way.store(in: TemporaryFolder())
    let value = try setting(pragma.name, of: store)
    #expect(value == pragma.value)
  }

  @Test(arguments: Way.allCases) func `no connection maps the file into memory`(way: Way) throws {
    let store = try way.store(in: TemporaryFolder())
    #expect(try setting("mmap_size", of: store) ?? 0 == 0)
  }

  @Test(arguments: [Way.reading, .writing]) func `what is committed is on the disk`(way: Way) throws
  {
    let store = try way.store(in: TemporaryFolder())
    #expect(try setting("synchronous", of: store) == 2)
    let mode = try store.queue.inDatabase { db in
      try String.fetchOne(db, sql: "PRAGMA journal_mode")
    }
    #expect(mode == "wal")
  }

  @Test(
    arguments: [
      "INSERT INTO meta VALUES('a', 'b')", "DELETE FROM meta", "CREATE TABLE t(a)",
      "PRAGMA user_version = 7", "ATTACH DATABASE ':memory:' AS other",
    ])
  func `a connection for reading changes nothing`(sql: String) throws {
    let store = try Way.reading.store(in: TemporaryFolder())
    #expect(throws: (any Error).self) {
      try store.queue.inDatabase { db in try db.execute(sql: sql) }
      // A pragma that is refused says nothing.
      let version = try store.queue.inDatabase { db in
        try Int.fetchOne(db, sql: "PRAGMA user_version")
      }
      if version == Schema.current.number { throw CancellationError() }
    }
  }

  @Test(
    arguments: [
      "SELECT * FROM meta WHERE key = \"x\"", "SELECT load_extension('x')",
      "ATTACH DATABASE ':memory:' AS other", "UPDATE sqlite_schema SET sql = ''",
      "CREATE VIEW v AS SELECT 1; SELECT * FROM v",
    ])
  func `a connection for writing refuses what a hostile file would want`(sql: String) throws {
    let store = try Way.writing.store(in: TemporaryFolder())
    #expect(throws: DatabaseError.self) {
      try store.queue.inDatabase { db in try db.execute(sql: sql) }
    }
  }

  static let forbidden: [SQLFragment] = [
    "SELECT sql FROM sqlite_schema", "SELECT COUNT(*) FROM sqlite_schema",
    "SELECT * FROM pragma_table_info('node')",
    "SELECT load_extension('x')", "SELECT randomblob(1000000)", "SELECT hex(hash) FROM statement",
    "PRAGMA user_version", "INSERT INTO meta VALUES('a', 'b')", "BEGIN", "VACUUM",
    "ATTACH DATABASE ':memory:' AS other",
  ]

  @Test(arguments: forbidden) func `a question reads the tables of a graph and nothing else`(
    sql: SQLFragment
  ) throws {
    let store = try Way.reading.store(in: TemporaryFolder())
    #expect(throws: StoreFailure.self) { try store.rows(sql) }
    #expect(try store.rows("SELECT COUNT(*) FROM statement").rows == [[.integer(0)]])
  }

  /// A pragma of a connection, which one for reading has to be let read first.
  private func setting(_ name: String, of store: GraphStore) throws -> Int? {
    _ = try unsafe connection(of: store) { unsafe stance_only_read($0, 0) }
    return try store.queue.inDatabase { db in try Int.fetchOne(db, sql: "PRAGMA \(name)") }
  }

  private func connection<Value>(
    of store: GraphStore, _ read: (OpaquePointer) -> Value
  ) throws -> Value {
    try store.queue.inDatabase { db in
      let connection = unsafe try #require(db.sqliteConnection)
      return unsafe read(connection)
    }
  }
}
