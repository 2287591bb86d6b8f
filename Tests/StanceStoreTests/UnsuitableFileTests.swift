import Foundation
import GRDB
import StanceModel
import StanceSQL
import StanceTestSupport
import Testing

@testable import StanceStore

@Suite struct UnsuitableFileTests {
  /// A file that is no graph, and a phrase of what is said of it.
  enum Kind: CaseIterable, Sendable {
    case empty, text, cutHeader, cutPages, otherProgram, newer, older, addedTable, droppedIndex
    case changedTable, view

    var phrase: String {
      switch self {
      case .empty: "the file is empty"
      case .text: "this is not a database"
      case .cutHeader: "cut off"
      case .cutPages: "damaged"
      case .otherProgram: "a database of another program"
      case .newer: "a newer version of stance"
      case .older, .addedTable, .droppedIndex, .changedTable, .view:
        "the tables are not those of a graph"
      }
    }

    /// Makes the file and returns its path.
    func make(in folder: TemporaryFolder) throws -> String {
      let path = folder.path("graph.db")
      switch self {
      case .empty: return try folder.write("", to: "graph.db")
      case .text: return try folder.write("Russia rejects Q.\n", to: "graph.db")
      default: try Self.graph(path)
      }
      switch self {
      case .empty, .text: break
      case .cutHeader: try Self.cut(path, to: 60)
      case .cutPages: try Self.cut(path, to: 3 * 4096)
      case .otherProgram: try Self.change(path, "PRAGMA application_id = 1")
      case .newer: try Self.change(path, "PRAGMA user_version = 999")
      case .older: try Self.change(path, "PRAGMA user_version = 0")
      case .addedTable: try Self.change(path, "CREATE TABLE t(a)")
      case .droppedIndex: try Self.change(path, "DROP INDEX node_kind")
      case .changedTable: try Self.change(path, "ALTER TABLE meta ADD COLUMN more TEXT")
      case .view:
        try Self.change(path, "DROP TABLE reach; CREATE VIEW reach AS SELECT 1 AS grp")
      }
      return path
    }

    private static func graph(_ path: String) throws {
      try GraphStore.change(path) { writer in
        for id in 1...200 {
          try writer.put(
            NodeRecord(id: id, kind: .actor, type: "actor", name: "Node \(id)", isDeclared: true))
        }
      }
    }

    private static func cut(_ path: String, to count: UInt64) throws {
      let file = try FileHandle(forUpdating: URL(fileURLWithPath: path))
      try file.truncate(atOffset: count)
      try file.close()
    }

    /// Changes the file as any program may.
    private static func change(_ path: String, _ sql: String) throws {
      let queue = try DatabaseQueue(path: path)
      try queue.inDatabase { db in try db.execute(sql: sql) }
      try queue.close()
    }
  }

  @Test(arguments: Kind.allCases)
  func `reading a file that is no graph is refused and leaves it as it is`(kind: Kind) throws {
    let folder = try TemporaryFolder()
    let path = try kind.make(in: folder)
    let before = try folder.data("graph.db")
    let failure = #expect(throws: StoreFailure.self) { _ = try GraphStore.open(path) }
    try expectOneLine(failure, path, kind.phrase)
    #expect(try folder.data("graph.db") == before)
    #expect(try folder.names() == ["graph.db"])
  }

  @Test(arguments: Kind.allCases.filter { $0 != .empty })
  func `writing to a file that is no graph is refused and leaves it as it is`(kind: Kind) throws {
    let folder = try TemporaryFolder()
    let path = try kind.make(in: folder)
    let before = try folder.data("graph.db")
    let failure = #expect(throws: StoreFailure.self) { try GraphStore.change(path) { _ in } }
    try expectOneLine(failure, path, kind.phrase)
    #expect(try folder.data("graph.db") == before)
    #expect(try folder.names() == ["graph.db"])
  }

  @Test func `an empty file becomes a graph when it is written to`() throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("", to: "graph.db")
    try GraphStore.change(path) { _ in }
    #expect(throws: Never.self) { _ = try GraphStore.open(path) }
  }

  @Test func `a missing file is refused and not made`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: StoreFailure.missing(path: folder.path("no.db"))) {
      _ = try GraphStore.open(folder.path("no.db"))
    }
    #expect(try folder.names().isEmpty)
  }

  @Test(arguments: [false, true]) func `a directory is refused`(isWriting: Bool) throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: StoreFailure.self) {
      if isWriting {
        try GraphStore.change(folder.url.path) { _ in }
      } else {
        _ = try GraphStore.open(folder.url.path)
      }
    }
    try expectOneLine(failure, folder.url.path, "this is a directory")
    #expect(try folder.names().isEmpty)
  }

  @Test func `a path through a file is refused`() throws {
    let folder = try TemporaryFolder()
    try folder.write("x", to: "file")
    let failure = #expect(throws: StoreFailure.self) {
      _ = try GraphStore.open(folder.path("file/graph.db"))
    }
    try expectOneLine(failure, folder.path("file/graph.db"), "Not a directory")
  }

  @Test(arguments: ["file:x.db?mode=memory", ":memory:", "a b%20c?d=e#f.db", "é日本.db", "'\";--.db"])
  func `a path is a path, whatever it looks like`(name: String) throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path(name)) { writer in
      try writer.putMeta("title", "T")
    }
    #expect(try folder.names() == [name])
    let rows = try GraphStore.open(folder.path(name)).rows("SELECT value FROM meta").rows
    #expect(rows == [[.text("T")]])
  }

  private func expectOneLine(_ failure: StoreFailure?, _ path: String, _ phrase: String) throws {
    let text = "\(try #require(failure))"
    #expect(text.hasPrefix(path + ": "), "\(text)")
    #expect(text.contains(phrase), "\(text)")
    #expect(!text.contains("\n"))
  }
}
