import Foundation
import StanceModel
import StanceSQL
import StanceTestSupport
import Testing

@testable import StanceStore

@Suite struct ChangeTests {
  private struct Stop: Error {}

  private func put(_ id: Int, into writer: GraphWriter) throws {
    try writer.put(
      NodeRecord(id: id, kind: .actor, type: "actor", name: "N\(id)", isDeclared: true))
    _ = try writer.put(
      StatementRecord(subject: id, relation: 1, object: id), hash: StatementHash([UInt8(id)]))
  }

  @Test func `a change that fails leaves the file as it was`() throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in try put(1, into: writer) }
    let before = try folder.data("g.db")
    #expect(throws: Stop.self) {
      try GraphStore.change(folder.path("g.db")) { writer in
        try put(2, into: writer)
        throw Stop()
      }
    }
    #expect(try folder.data("g.db") == before)
    #expect(try folder.names() == ["g.db"])
  }

  @Test func `a first change that fails leaves no file`() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Stop.self) {
      try GraphStore.change(folder.path("g.db")) { writer in
        try put(1, into: writer)
        throw Stop()
      }
    }
    #expect(try folder.names().isEmpty)
  }

  @Test func `a statement that breaks a reference is an error and changes nothing`() throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in try put(1, into: writer) }
    let before = try folder.data("g.db")
    #expect(throws: StoreFailure.self) {
      try GraphStore.change(folder.path("g.db")) { writer in
        _ = try writer.put(
          StatementRecord(subject: 99, relation: 1, object: 1), hash: StatementHash([9]))
      }
    }
    #expect(try folder.data("g.db") == before)
  }

  @Test func `what was committed is in the file itself`() throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in try put(1, into: writer) }
    try GraphStore.change(folder.path("g.db")) { writer in try put(2, into: writer) }
    #expect(try folder.names() == ["g.db"])
    try folder.write(folder.data("g.db"), to: "copy.db")
    let rows = try GraphStore.open(folder.path("copy.db")).rows("SELECT id FROM statement").rows
    #expect(rows == [[.integer(1)], [.integer(2)]])
  }

  @Test func `reading leaves nothing beside the file and does not touch it`() throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in try put(1, into: writer) }
    let before = try modification(folder.path("g.db"))
    let reader = try GraphStore.open(folder.path("g.db"))
    #expect(try reader.rows("SELECT id FROM node").rows == [[.integer(1)]])
    try reader.close()
    #expect(try folder.names() == ["g.db"])
    #expect(try modification(folder.path("g.db")) == before)
  }

  private func modification(_ path: String) throws -> Date? {
    try FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date
  }

  @Test func `a statement is stored once`() throws {
    let folder = try TemporaryFolder()
    let record = StatementRecord(subject: 1, relation: 1, object: 1)
    try GraphStore.change(folder.path("g.db")) { writer in
      try put(1, into: writer)
      #expect(try writer.put(record, hash: StatementHash([1])) == .repeated(1))
      #expect(try writer.put(record, hash: StatementHash([2])) == .added(2))
    }
    try GraphStore.change(folder.path("g.db")) { (writer: GraphWriter) throws in
      #expect(try writer.put(record, hash: StatementHash([2])) == .known(2))
      #expect(try writer.put(record, hash: StatementHash([2])) == .repeated(2))
      #expect(try writer.put(record, hash: StatementHash([3])) == .added(3))
    }
    let rows = try GraphStore.open(folder.path("g.db")).rows("SELECT COUNT(*) FROM statement").rows
    #expect(rows == [[.integer(3)]])
  }

  @Test func `a reader beside a writer sees the graph before or after the change`() throws {
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in try put(1, into: writer) }
    let reader = try GraphStore.open(folder.path("g.db"))
    let count: SQLFragment = "SELECT (SELECT COUNT(*) FROM statement), (SELECT COUNT(*) FROM edge)"
    try GraphStore.change(folder.path("g.db")) { writer in
      try put(2, into: writer)
      #expect(try reader.rows(count).rows == [[.integer(1), .integer(1)]])
    }
    #expect(try reader.rows(count).rows == [[.integer(2), .integer(2)]])
  }

  @Test(
    arguments: [
      "a\"b", "", "日本\u{0}x", "e\u{301}", "?1", "'; DROP TABLE node",
      String(repeating: "x", count: 100_000),
    ])
  func `a text reads back byte for byte`(text: String) throws {
    let store = try GraphStore.inMemory()
    let rows = try store.rows("SELECT \(bind: text), length(CAST(\(bind: text) AS BLOB))").rows
    #expect(rows == [[.text(text), .integer(text.utf8.count)]])
    guard case .text(let found)? = rows.first?.first else { return }
    #expect(found.utf8.elementsEqual(text.utf8))
  }

  @Test(
    arguments: [.null, .integer(.max), .integer(.min), .real(0.1), .blob([0, 255]), .blob([])]
      as [SQLValue])
  func `a value reads back`(value: SQLValue) throws {
    let rows = try GraphStore.inMemory().rows("SELECT \(bind: value)").rows
    #expect(rows == [[value == .blob([]) ? .null : value]] || rows == [[value]])
  }

  @Test(arguments: [(0, 0, true), (1, 1, true), (3, 3, false), (5, 3, false)])
  func `rows are cut at the limit`(limit: Int, count: Int, isCut: Bool) throws {
    let result = try GraphStore.inMemory().rows(
      "SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3", maxRows: limit)
    #expect(result.rows.count == count)
    #expect(result.isCut == isCut)
  }

  @Test func `a question that takes too long is given up`() throws {
    let endless: SQLFragment = """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT COUNT(*) FROM n
      """
    let store = try GraphStore.inMemory()
    #expect(throws: StoreFailure.timedOut(seconds: 0.01)) {
      _ = try store.rows(endless, timeout: 0.01)
    }
    #expect(try store.rows("SELECT 1", timeout: 1000).rows == [[.integer(1)]])
  }

  @Test(arguments: ["2025", "2025-05", "2025-05-11", "0001", "9999-12-31"])
  func `the code of a date reads back as the date`(text: String) throws {
    let date = try #require(PartialDate(text))
    #expect(PartialDate(code: date.code) == date)
  }
}
