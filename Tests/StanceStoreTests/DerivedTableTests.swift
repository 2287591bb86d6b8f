import Foundation
import StanceModel
import StanceSQL
import StanceTestSupport
import Testing

@testable import StanceStore

@Suite struct DerivedTableTests {
  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `after a bulk load the derived tables follow from the others`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let content = RandomContent(&random)
    let folder = try TemporaryFolder()
    try GraphStore.change(folder.path("g.db")) { writer in
      try content.put(content.statements[...], content.affiliations[...], into: writer, from: 0)
    }
    try expectDerived(try GraphStore.openForWriting(folder.path("g.db")), content)
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>, [true, false])
  func `after several portions the derived tables follow from the others`(
    seed: UInt64, isInMemory: Bool
  ) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let content = RandomContent(&random)
    let folder = try TemporaryFolder()
    let store = isInMemory ? try GraphStore.inMemory() : nil
    let cuts = [0, 1, Int.random(in: 1...30, using: &random), 30, 30, content.statements.count]
    for (start, end) in zip(cuts, cuts.dropFirst()) {
      let groups = content.affiliations.indices.filter {
        $0 % (cuts.count - 1) == start % (cuts.count - 1)
      }
      let affiliations =
        end == content.statements.count
        ? content.affiliations : groups.map { content.affiliations[$0] }
      let body = { (writer: GraphWriter) throws in
        try content.put(
          content.statements[start..<end], affiliations[...], into: writer, from: start)
      }
      if let store {
        try store.write(body)
      } else {
        try GraphStore.change(folder.path("g.db"), body)
      }
    }
    try expectDerived(try store ?? GraphStore.openForWriting(folder.path("g.db")), content)
  }

  private func expectDerived(_ store: GraphStore, _ content: RandomContent) throws {
    let edges = try store.rows(
      "SELECT relation, subject, object, statements, first, last FROM edge")
    #expect(Set(edges.rows) == content.edges)
    #expect(edges.rows.count == content.edges.count)
    let links = try store.rows("SELECT a, b, relation, forward FROM link").rows
    #expect(Set(links) == content.links)
    let reach = try store.rows("SELECT grp, member, since, until, depth FROM reach").rows
    #expect(Set(reach) == content.reach)
    #expect(try store.rows("PRAGMA integrity_check").rows == [[.text("ok")]])
    #expect(try store.rows("PRAGMA foreign_key_check").rows.isEmpty)
  }
}

/// Random facts, and what follows from them by the plainest means.
struct RandomContent {
  static let nodeCount = 12

  var statements: [StatementRecord] = []
  var affiliations: [AffiliationRecord] = []

  init(_ random: inout SeededGenerator) {
    for _ in 0..<80 {
      var record = StatementRecord(
        subject: Int.random(in: 1...Self.nodeCount, using: &random),
        relation: Int.random(in: 1...4, using: &random),
        object: Int.random(in: 1...Self.nodeCount, using: &random))
      record.date = Self.date(&random)
      record.quote = Bool.random(using: &random) ? "a \"quote\" – ‘x’" : nil
      statements.append(record)
    }
    for _ in 0..<20 {
      let member = Int.random(in: 1..<Self.nodeCount, using: &random)
      affiliations.append(
        AffiliationRecord(
          member: member, group: Int.random(in: member + 1...Self.nodeCount, using: &random),
          since: Self.date(&random), until: Self.date(&random)))
    }
  }

  private static func date(_ random: inout SeededGenerator) -> PartialDate? {
    guard Bool.random(using: &random) else { return nil }
    return PartialDate(
      year: Int.random(in: 2020...2025, using: &random),
      month: Bool.random(using: &random) ? Int.random(in: 1...12, using: &random) : nil)
  }

  /// Puts all nodes and a part of the facts.
  func put(
    _ statements: ArraySlice<StatementRecord>, _ affiliations: ArraySlice<AffiliationRecord>,
    into writer: GraphWriter, from start: Int
  ) throws {
    for id in 1...Self.nodeCount {
      try writer.put(
        NodeRecord(id: id, kind: .actor, type: "actor", name: "N\(id)", isDeclared: true))
    }
    for record in affiliations { try writer.put(record) }
    for (index, record) in statements.enumerated() {
      let number = UInt8(start + index)
      let outcome = try writer.put(record, hash: StatementHash([number, 7]))
      guard case .added = outcome else {
        Issue.record("not added")
        continue
      }
    }
  }

  var edges: Set<[SQLValue]> {
    let groups = Dictionary(grouping: statements) { [$0.relation, $0.subject, $0.object] }
    return Set(
      groups.map { key, records in
        let dates = records.compactMap(\.date)
        return key.map { .integer($0) } + [
          .integer(records.count), dates.map(\.first).min().map { .integer($0) } ?? .null,
          dates.map(\.last).max().map { .integer($0) } ?? .null,
        ]
      })
  }

  var links: Set<[SQLValue]> {
    var links: Set<[SQLValue]> = []
    let add = { (links: inout Set<[SQLValue]>, from: Int, to: Int, relation: Int) in
      links.insert([from, to, relation, 1].map { .integer($0) })
      links.insert([to, from, relation, 0].map { .integer($0) })
    }
    for record in statements { add(&links, record.subject, record.object, record.relation) }
    for record in affiliations { add(&links, record.member, record.group, 0) }
    return links
  }

  var reach: Set<[SQLValue]> {
    var depths: [[Int]: Int] = [:]
    for node in 1...Self.nodeCount { climb(node, node, 0, 99_999_999, 0, &depths) }
    return Set(depths.map { key, depth in (key + [depth]).map { .integer($0) } })
  }

  private func climb(
    _ member: Int, _ group: Int, _ since: Int, _ until: Int, _ depth: Int,
    _ depths: inout [[Int]: Int]
  ) {
    let key = [group, member, since, until]
    depths[key] = min(depth, depths[key] ?? .max)
    for record in affiliations where record.member == group {
      let start = max(since, record.since?.first ?? 0)
      let end = min(until, record.until?.last ?? 99_999_999)
      climb(member, record.group, start, end, depth + 1, &depths)
    }
  }
}
