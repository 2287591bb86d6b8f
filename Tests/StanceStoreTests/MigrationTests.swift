import Foundation
import GRDB
import StanceModel
import StanceSQL
import StanceTestSupport
import Synchronization
import Testing

@testable import StanceStore

/// Databases of version 1 are brought up to date.
@Suite struct MigrationTests {
  /// A database as version 1 wrote them.
  private func oldDatabase(version: Int = 1, journal: String = "delete") throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let queue = try DatabaseQueue(path: folder.path("g.db"))
    try queue.inDatabase { db in
      try db.execute(sql: "PRAGMA journal_mode = \(journal)")
      for sql in Schema.first.tables + Schema.first.indexes { try db.execute(sql: sql) }
      for sql in Self.content { try db.execute(sql: sql) }
      try db.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
      try db.execute(sql: "PRAGMA user_version = \(version)")
    }
    try queue.close()
    return folder
  }

  private static let content = [
    "INSERT INTO meta VALUES('title', 'Old')", "INSERT INTO type VALUES('person', 'actor')",
    "INSERT INTO relation VALUES(1, 'support', 'supports', 'supported', 'reject', 1)",
    "INSERT INTO relation VALUES(2, 'reject', 'rejects', 'rejected', 'support', 1)",
    "INSERT INTO signature VALUES(1, 1, 3)", "INSERT INTO signature VALUES(2, 1, 3)",
    "INSERT INTO node VALUES(1, 1, 'person', 'Ann', 'ann', 1)",
    "INSERT INTO node VALUES(2, 3, 'proposal', 'P', 'p', 0)",
    "INSERT INTO alias VALUES('ann', 1, 'Ann')", "INSERT INTO alias VALUES('p', 2, 'P')",
    "INSERT INTO attribute VALUES(1, 'age', 5)",
    "INSERT INTO source(id, name, key, sort, title) VALUES(1, 'S', 's', 's', 'The title')",
    """
    INSERT INTO statement(subject, relation, object, source, hash, confidence)
      VALUES(1, 1, 2, 1, x'00112233445566778899aabbccddeeff', 0.5)
    """,
    "INSERT INTO edge VALUES(1, 1, 2, 1, NULL, NULL)",
  ]

  @Test func `reading leaves an old database as it is`() throws {
    let folder = try oldDatabase()
    let before = try folder.data("g.db")
    let store = try GraphStore.open(folder.path("g.db"))
    #expect(
      try store.rows("SELECT name FROM node ORDER BY id").rows == [[.text("Ann")], [.text("P")]])
    #expect(try store.log().map(\.kind) == [.migration])
    try store.close()
    #expect(try folder.data("g.db") == before)
    #expect(try folder.names() == ["g.db"])
  }

  @Test func `changing brings an old database up to date after a copy was put beside it`() throws {
    let folder = try oldDatabase()
    var notices: [String] = []
    try GraphStore.change(folder.path("g.db"), notice: { notices.append($0) }) { writer in
      try writer.putAttribute("rank", .integer(1), of: 1)
    }
    #expect(notices.count == 1)
    #expect(notices.first?.contains("g.db.version-1 is a copy of what it was") == true)
    #expect(try folder.names() == ["g.db", "g.db.version-1"])
    let store = try GraphStore.open(folder.path("g.db"))
    #expect(
      try store.rows("SELECT confidence, file FROM statement").rows == [[.real(0.5), .integer(0)]])
    #expect(
      try store.rows("SELECT detail FROM origin WHERE thing IN (0, 3, 4) ORDER BY thing").rows == [
        [.text("\u{1F}Old")], [.text("S\u{1F}=The title" + String(repeating: "\u{1F}", count: 6))],
        [.text("person Ann")],
      ])
    #expect(try store.rows("SELECT COUNT(*) FROM attribute").rows == [[.integer(2)]])
    #expect(try store.read { try $0.integrityComplaints() + $0.derivedTablesThatDiffer() } == [])
    #expect(try store.log().map(\.kind) == [.migration, .ordinary])
    let copy = try GraphStore.open(folder.path("g.db.version-1"))
    #expect(try copy.rows("SELECT COUNT(*) FROM attribute").rows == [[.integer(1)]])
  }

  @Test(arguments: ["delete", "wal"])
  func `a crash at any step leaves the old database or the whole new one`(journal: String) throws {
    let folder = try oldDatabase(journal: journal)
    let crashes = Crashes(of: folder)
    var configuration = GraphStore.configuration()
    configuration.prepareDatabase { db in
      // So that SQLite writes before the transaction ends.
      try db.execute(sql: "PRAGMA cache_size = 1")
      db.trace { _ in crashes.keepFiles() }
    }
    let queue = try DatabaseQueue(path: folder.path("g.db"), configuration: configuration)
    let store = GraphStore(queue: queue, path: folder.path("g.db"))
    _ = try store.migrate(from: Schema.first)
    crashes.keepFiles()
    var versions: [Int] = []
    for crash in try crashes.folders() {
      let found = try DatabaseQueue(path: crash.appendingPathComponent("g.db").path)
      versions.append(try found.read { try Int.fetchOne($0, sql: "PRAGMA user_version") } ?? 0)
      try found.close()
      let graph = try GraphStore.open(crash.appendingPathComponent("g.db").path)
      #expect(try graph.rows("SELECT hash FROM statement").rows.count == 1)
      #expect(try graph.log().map(\.kind) == [.migration])
      #expect(try graph.read { try $0.integrityComplaints() + $0.derivedTablesThatDiffer() } == [])
    }
    #expect(versions == versions.sorted() && Set(versions) == [1, 2])
    #expect(versions.count > 10, "nothing was written before the end")
  }

  @Test func `a copy that is there already is kept`() throws {
    let folder = try oldDatabase()
    try folder.write("mine", to: "g.db.version-1")
    try GraphStore.change(folder.path("g.db")) { writer in try writer.putMeta("name", "x") }
    #expect(try folder.text("g.db.version-1") == "mine")
    #expect(try folder.names() == ["g.db", "g.db.version-1", "g.db.version-1-2"])
  }

  @Test func `bringing up to date cannot be undone`() throws {
    let folder = try oldDatabase()
    try GraphStore.change(folder.path("g.db")) { writer in try writer.putMeta("name", "x") }
    #expect(throws: UndoRefused.migration(1)) {
      _ = try GraphStore.undo(1, in: folder.path("g.db"), agrees: { _, _ in true })
    }
  }

  @Test(arguments: [3, 99])
  func `a database of a newer version is refused with both versions`(version: Int) throws {
    let folder = try oldDatabase(version: version)
    let before = try folder.data("g.db")
    let newer = StoreFailure.newer(path: folder.path("g.db"), version: version, known: 2)
    #expect(throws: newer) { _ = try GraphStore.open(folder.path("g.db")) }
    #expect(throws: newer) {
      try GraphStore.change(folder.path("g.db")) { writer in try writer.putMeta("name", "x") }
    }
    #expect(newer.description.contains("schema \(version); this one knows 2"))
    #expect(try folder.data("g.db") == before)
    #expect(try folder.names() == ["g.db"])
  }

  @Test func `version 2 with the tables of version 1 is no graph`() throws {
    let folder = try oldDatabase(version: 2)
    #expect(throws: StoreFailure.self) { _ = try GraphStore.open(folder.path("g.db")) }
  }
}

/// What a program that was killed would have left of `g.db`, at several moments.
private final class Crashes: Sendable {
  private let origin: TemporaryFolder
  /// The contents of the database, its journal and its log, each time that one had changed.
  private let kept = Mutex<[[Data?]]>([])

  init(of origin: TemporaryFolder) { self.origin = origin }

  func keepFiles() {
    let files = Self.names.map { try? origin.data($0) }
    kept.withLock { if $0.last != files { $0.append(files) } }
  }

  /// The shared memory of a log is made anew from it.
  private static let names = ["g.db", "g.db-journal", "g.db-wal"]

  func folders() throws -> [URL] {
    try kept.withLock { kept in
      try kept.enumerated().map { number, files in
        for (name, data) in zip(Self.names, files) {
          if let data { try origin.write(data, to: "crash-\(number)/\(name)") }
        }
        return origin.url.appendingPathComponent("crash-\(number)")
      }
    }
  }
}
