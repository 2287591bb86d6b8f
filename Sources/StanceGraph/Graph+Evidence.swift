import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

extension Graph {
  /// Adds to each row the statements and the derived pairs that its last two values name.
  func addEvidence(
    _ rows: [[SQLValue]], _ width: Int, _ plan: Plan, to answer: inout Answer
  ) throws(StoreFailure) {
    let ids = rows.map { row in JSONArray.elements(of: row[width].text).compactMap(\.integer) }
    let statements = try evidence(Set(ids.joined()).sorted())
    answer.evidence = ids.map { $0.sorted().compactMap { statements[$0] } }
    let pairs = rows.map { JSONArray.rows(of: $0[width + 1].text) }
    let nodes = try labels(Set(pairs.joined().flatMap { $0[1...2].compactMap(\.integer) }))
    answer.derived = pairs.map { rows in
      rows.compactMap { pair -> DerivedPair? in
        guard let relation = pair[0].integer, let subject = pair[1].integer.flatMap({ nodes[$0] }),
          let object = pair[2].integer.flatMap({ nodes[$0] })
        else { return nil }
        let derived = plan.derived[relation]
        guard derived.hasObject else { return nil }
        return DerivedPair(
          relation: derived.name, isMutual: derived.isMutual, subject: subject, object: object,
          weight: pair.count > 3 ? pair[3].integer ?? 1 : 1)
      }
    }
  }

  /// Adds to each step of a path the statements of its edge.
  func addPathEvidence(
    _ rows: [[SQLValue]], _ plan: Plan, to answer: inout Answer
  ) throws(StoreFailure) {
    guard case .path(let path) = plan.answer else { return }
    guard !path.isEvery else {
      try addTrails(rows, path, to: &answer)
      return
    }
    for row in rows {
      guard let first = row[4].integer, let second = row[5].integer, let relation = row[6].integer
      else { continue }
      let ends = row[7] == .integer(1) ? (first, second) : (second, first)
      try addStep(ends, relation, plan, to: &answer)
    }
  }

  private func addStep(
    _ ends: (Int, Int), _ relation: Int, _ plan: Plan, to answer: inout Answer
  ) throws(StoreFailure) {
    answer.evidence.append(relation > 0 ? try statements(ends, [relation]) : [])
    let nodes = try labels([ends.0, ends.1])
    guard relation <= 0, let subject = nodes[ends.0], let object = nodes[ends.1] else {
      answer.derived.append([])
      return
    }
    let derived = relation < 0 ? plan.derived[-1 - relation] : nil
    answer.derived.append([
      DerivedPair(
        relation: derived?.name ?? "from", isMutual: derived?.isMutual ?? false, subject: subject,
        object: object, weight: 1)
    ])
  }

  /// For each path the statements between its neighbours.
  private func addTrails(
    _ rows: [[SQLValue]], _ path: PathPlan, to answer: inout Answer
  ) throws(StoreFailure) {
    for row in rows {
      let nodes = row[2].text.split(separator: ",").compactMap { Int($0) }
      var found: [Evidence] = []
      for (first, second) in zip(nodes, nodes.dropFirst()) {
        found += try statements((first, second), path.links.relations)
        found += try statements((second, first), path.links.relations)
      }
      answer.evidence.append(found)
      answer.derived.append([])
    }
  }

  private func statements(
    _ ends: (Int, Int), _ relations: [Int]
  ) throws(StoreFailure) -> [Evidence] {
    let sql: SQLFragment = """
      SELECT id FROM statement WHERE relation IN \(.list(relations))
        AND subject = \(bind: ends.0) AND object = \(bind: ends.1) ORDER BY id
      """
    let ids = try store.rows(sql).rows.compactMap { $0[0].integer }
    let found = try evidence(ids)
    return ids.compactMap { found[$0] }
  }

  /// The statements of some identifiers. Read in portions, as many as a statement may bind.
  func evidence(_ ids: [Int]) throws(StoreFailure) -> [Int: Evidence] {
    let verbs = Dictionary(
      catalog.relations.map { ($0.id, $0.relation.forms.third) },
      uniquingKeysWith: { one, _ in one })
    var found: [Int: Evidence] = [:]
    for portion in ids.portions(of: 10_000) {
      let sql: SQLFragment = """
        SELECT s.id, s.subject, s.relation, s.object, s.speaker, s.source, \(StoredWords.columns)
          FROM statement AS s WHERE s.id IN \(.list(portion))
        """
      let rows = try store.rows(sql).rows
      let nodes = try labels(Set(rows.flatMap { [$0[1], $0[3], $0[4]].compactMap(\.integer) }))
      let sources = try sources(Set(rows.compactMap { $0[5].integer }))
      for row in rows {
        guard let id = row[0].integer, let subject = row[1].integer.flatMap({ nodes[$0] }),
          let verb = row[2].integer.flatMap({ verbs[$0] }),
          let object = row[3].integer.flatMap({ nodes[$0] })
        else { continue }
        var evidence = Evidence(id: id, subject: subject, relation: verb, object: object)
        evidence.speaker = row[4].integer.flatMap { nodes[$0]?.name }
        let source = row[5].integer.flatMap { sources[$0] }
        (evidence.source, evidence.sourceURL) = (source?.name, source?.url)
        evidence.take(StoredWords(row[6...]))
        found[id] = evidence
      }
    }
    return found
  }

  /// The nodes of some identifiers.
  func labels(_ ids: Set<Int>) throws(StoreFailure) -> [Int: NodeLabel] {
    var found: [Int: NodeLabel] = [:]
    for portion in ids.sorted().portions(of: 10_000) {
      let sql: SQLFragment = "SELECT id, name, kind, type FROM node WHERE id IN \(.list(portion))"
      for row in try store.rows(sql).rows {
        if let node = Self.label(row) { found[node.id] = node }
      }
    }
    return found
  }

  private func sources(
    _ ids: Set<Int>
  ) throws(StoreFailure) -> [Int: (name: String, url: String?)] {
    var found: [Int: (name: String, url: String?)] = [:]
    for portion in ids.sorted().portions(of: 10_000) {
      let sql: SQLFragment = "SELECT id, name, url FROM source WHERE id IN \(.list(portion))"
      for row in try store.rows(sql).rows {
        if let id = row[0].integer { found[id] = (row[1].text, row[2].optionalText) }
      }
    }
    return found
  }

  private static func label(_ row: [SQLValue]) -> NodeLabel? {
    guard let id = row[0].integer, let kind = row[2].integer.flatMap(NodeKind.init) else {
      return nil
    }
    return NodeLabel(id: id, name: row[1].text, kind: kind, type: row[3].text)
  }

  /// Where nothing is recorded of an actor itself, who of its members a statement is recorded of.
  func membersThatDo(_ question: PreparedQuestion) throws(StoreFailure) -> [String] {
    let atoms = question.plan.condition.conjuncts.compactMap { part -> StatementAtom? in
      guard case .statement(let atom) = part else { return nil }
      return atom
    }
    guard let atom = atoms.first, atoms.count == 1, case .constant(let subject) = atom.subject,
      case .constant(let object) = atom.object, case .fixed(let relations) = atom.relations,
      atom.conditions.isEmpty
    else { return [] }
    let sql: SQLFragment = """
      SELECT DISTINCT n.name, g.name FROM reach AS f
        JOIN edge AS e ON e.subject = f.member AND e.relation IN \(.list(relations))
          AND e.object = \(bind: object)
        JOIN node AS n ON n.id = f.member JOIN node AS g ON g.id = f.grp
        WHERE f.grp = \(bind: subject) AND f.member <> f.grp ORDER BY n.sort, n.name
      """
    let rows = try store.rows(sql).rows
    guard let group = rows.first?[1].text else { return [] }
    let names = rows.prefix(3).map { $0[0].text }.joined(separator: ", ")
    let rest = rows.count > 3 ? " and others" : ""
    return ["but \(rows.count) from \(group): \(names)\(rest) – ask: someone from \(group)"]
  }
}

extension Evidence {
  fileprivate mutating func take(_ words: StoredWords) {
    date = words.date
    quote = words.quote
    start = words.start
    end = words.end
    condition = words.condition
    confidence = words.confidence
  }
}

extension Array {
  /// The elements in order, in pieces of at most so many.
  fileprivate func portions(of size: Int) -> [ArraySlice<Element>] {
    stride(from: 0, to: count, by: size).map { self[$0..<Swift.min($0 + size, count)] }
  }
}

extension SQLFragment {
  fileprivate static func list(_ numbers: ArraySlice<Int>) -> SQLFragment { list(Array(numbers)) }
}
