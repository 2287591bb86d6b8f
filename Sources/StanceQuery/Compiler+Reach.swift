import StanceModel
import StanceSQL

// A walk is a recursive table `(a, n, d, m)`: from `a` one comes to `n` in `d` steps. `m` is 0 at a
// node. A rule that joins its two ends through one thing in the middle, as in “a backs p and b backs
// p”, is walked in two halves, with `m` as its number on the way: what is in the middle is visited
// once, instead of once for every pair of ends.

extension Compiler {
  /// `X reaches Y`: a path of at most so many steps, and not from a node to itself.
  mutating func addReach(_ atom: ReachAtom, to scope: inout Scope) {
    let from = scope.expression(atom.from)
    let to = scope.expression(atom.to)
    switch (atom.from, atom.to) {
    case (_, .constant(let end)):
      let table = walk(from: "SELECT \(bind: end), \(bind: end), 0, 0", atom)
      scope.conditions.append("\(from) IN (SELECT n FROM \(table) WHERE m = 0)")
    case (.constant(let start), _):
      let table = walk(from: "SELECT \(bind: start), \(bind: start), 0, 0", atom)
      scope.conditions.append("\(to) IN (SELECT n FROM \(table) WHERE m = 0)")
    case (.variable, .variable):
      let table = walk(from: "SELECT id, id, 0, 0 FROM node", atom)
      scope.conditions.append(
        """
        EXISTS (SELECT 1 FROM \(table) AS v WHERE v.a = \(from) AND v.n = \(to) AND v.m = 0)
        """)
    }
    scope.conditions.append("\(from) <> \(to)")
  }

  private mutating func walk(from start: SQLFragment, _ atom: ReachAtom) -> SQLName {
    let table = name("w")
    var steps: [SQLFragment] = []
    var plain = atom.links
    plain.derived = []
    if plain.affiliation || !plain.relations.isEmpty {
      steps.append(linkStep(plain, table, atom.steps))
    }
    var middle = 0
    for relation in atom.links.derived {
      steps += derivedSteps(relation, table, atom.steps, &middle)
    }
    tables.append("\(table)(a, n, d, m) AS (\(([start] + steps).joined(separator: "\n  UNION ")))")
    return table
  }

  /// The steps along a derived relation, in both directions.
  private mutating func derivedSteps(
    _ relation: Int, _ table: SQLName, _ limit: Int, _ middle: inout Int
  ) -> [SQLFragment] {
    guard !plan.isRecursive(relation) else {
      let links = Links(relations: [], affiliation: false, derived: [relation], conditions: [])
      return [linkStep(links, table, limit)]
    }
    var steps: [SQLFragment] = []
    for rule in plan.derived[relation].rules {
      guard let object = rule.object else { continue }
      if let halves = halves(of: rule, object) {
        let there = Half(enter: rule.subject, leave: object, halves.first, halves.second)
        let back = Half(enter: object, leave: rule.subject, halves.second, halves.first)
        for way in [there, back] {
          middle += 1
          steps += twoSteps(way, through: halves.middle, number: middle, table, limit)
        }
      } else {
        steps.append(oneStep(rule, from: rule.subject, to: object, table, limit))
        steps.append(oneStep(rule, from: object, to: rule.subject, table, limit))
      }
    }
    return steps
  }

  private mutating func linkStep(
    _ links: Links, _ table: SQLName, _ limit: Int
  ) -> SQLFragment {
    let links = linkRows(links)
    return """
      SELECT w.a, l.b, w.d + 1, 0 FROM \(table) AS w JOIN \(links.table) AS l ON l.a = w.n
        WHERE w.m = 0 AND w.d < \(bind: limit) AND \(links.condition)
      """
  }

  /// One way through a rule: the end one comes from, the end one goes to, and the conditions on
  /// either side of the middle.
  private struct Half {
    var enter: VariableID
    var leave: VariableID
    var first: [Formula]
    var second: [Formula]

    init(enter: VariableID, leave: VariableID, _ first: [Formula], _ second: [Formula]) {
      self.enter = enter
      self.leave = leave
      self.first = first
      self.second = second
    }
  }

  private mutating func twoSteps(
    _ way: Half, through middle: VariableID, number: Int, _ table: SQLName, _ limit: Int
  ) -> [SQLFragment] {
    let first = part(way.first, from: way.enter, to: middle)
    let second = part(way.second, from: middle, to: way.leave)
    return [
      """
      SELECT w.a, \(first.end), w.d, \(bind: number) FROM \(table) AS w JOIN \(first.tables)
        WHERE w.m = 0 AND w.d < \(bind: limit) AND \(first.condition)
      """,
      """
      SELECT w.a, \(second.end), w.d + 1, 0 FROM \(table) AS w JOIN \(second.tables)
        WHERE w.m = \(bind: number) AND \(second.condition)
      """,
    ]
  }

  private mutating func oneStep(
    _ rule: DerivedRelation.Rule, from start: VariableID, to end: VariableID, _ table: SQLName,
    _ limit: Int
  ) -> SQLFragment {
    let body = part([rule.condition], from: start, to: end)
    return """
      SELECT w.a, \(body.end), w.d + 1, 0 FROM \(table) AS w JOIN \(body.tables)
        WHERE w.m = 0 AND w.d < \(bind: limit) AND \(body.condition)
      """
  }

  private struct Part {
    var tables: SQLFragment
    var condition: SQLFragment
    var end: SQLFragment
  }

  /// The conditions with one variable at the walk's node, and where another is then.
  private mutating func part(
    _ formulas: [Formula], from start: VariableID, to end: VariableID
  ) -> Part {
    var scope = Scope()
    scope.columns[start] = "w.n"
    add(.all(formulas), to: &scope)
    if scope.columns[end] == nil { addDomain(of: end, to: &scope) }
    let tables: SQLFragment =
      scope.tables.isEmpty ? "(SELECT 1)" : scope.tables.joined(separator: " JOIN ")
    return Part(
      tables: ([tables] + scope.leftJoins).joined(separator: " "),
      condition: .all(scope.conditions), end: scope.expression(.variable(end)))
  }

  /// The rule's conditions on either side of a variable that alone joins its ends, or nil where
  /// there is none.
  private func halves(
    of rule: DerivedRelation.Rule, _ object: VariableID
  ) -> (first: [Formula], middle: VariableID, second: [Formula])? {
    let parts = rule.condition.conjuncts
    let candidates = rule.condition.bound.subtracting([rule.subject, object])
    for middle in candidates.sorted(by: { $0.index < $1.index }) {
      let first = connected(parts, to: rule.subject, without: middle)
      let second = connected(parts, to: object, without: middle)
      guard first.isDisjoint(with: second), !first.isEmpty, !second.isEmpty else { continue }
      let rest = Set(parts.indices).subtracting(second)
      let halves = (rest.sorted().map { parts[$0] }, second.sorted().map { parts[$0] })
      guard Formula.all(halves.0).bound.contains(middle),
        Formula.all(halves.1).bound.contains(middle)
      else { continue }
      return (halves.0, middle, halves.1)
    }
    return nil
  }

  /// The positions of the conditions that hang together with a variable, other than through the
  /// middle one or through a statement.
  private func connected(
    _ parts: [Formula], to start: VariableID, without middle: VariableID
  ) -> Set<Int> {
    var variables: Set<VariableID> = [start]
    var statements: Set<StatementID> = []
    var found: Set<Int> = []
    var hasGrown = true
    while hasGrown {
      hasGrown = false
      for (index, part) in parts.enumerated() where !found.contains(index) {
        let own = part.mentioned.subtracting([middle])
        let named = part.boundStatements.union(part.comparedStatements)
        guard !own.isDisjoint(with: variables) || !named.isDisjoint(with: statements) else {
          continue
        }
        variables.formUnion(own)
        statements.formUnion(named)
        found.insert(index)
        hasGrown = true
      }
    }
    return found
  }
}
