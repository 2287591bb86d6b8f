import StanceLanguage
import StanceModel
import StanceSQL

// Derived relations that use themselves: a common table expression that SQLite repeats until nothing
// is new.

/// An end of the head of a rule.
enum RuleEnd {
  case subject, object

  var other: RuleEnd { self == .subject ? .object : .subject }
}

extension Compiler {
  mutating func recursiveTable(_ key: DerivedTable, _ table: SQLName) -> SQLFragment {
    let isMutual = plan.derived[key.relation].isMutual
    var selects: [SQLFragment]
    if plan.closureStep(of: key.relation) != nil {
      let isBackward = key.subject == nil && key.object != nil
      selects = [starts(key), closureStep(key.relation, table, isBackward: isBackward)]
    } else if let end = turn(key) {
      selects = turnedSelects(key, at: end)
    } else {
      selects = [starts(key)] + steps(plan.split(key.relation).steps, of: key.relation, table)
      if isMutual { selects.append("SELECT b, a, 1 FROM \(table)") }
    }
    return "(a, b, w) AS (\(selects.joined(separator: "\n  UNION ")))"
  }

  /// Whether a constant at one end of the relation can be pushed into its rules: every rule that uses
  /// the relation itself hands this end on, or walks from it.
  func keeps(_ end: RuleEnd, of relation: Int) -> Bool {
    guard !plan.derived[relation].isMutual else { return false }
    return plan.closureStep(of: relation) != nil || passesOn(end, of: relation)
      || walks(at: end, of: relation)
  }

  /// Whether every rule that uses the relation itself hands one end of the head on unchanged.
  private func passesOn(_ end: RuleEnd, of relation: Int) -> Bool {
    plan.split(relation).steps.allSatisfy { rule in
      plan.uses(of: relation, in: rule)?.allSatisfy { $0[end] == rule[end].map(Reference.variable) }
        ?? false
    }
  }

  // MARK: - Walking backwards

  /// Whether every rule that uses the relation itself takes a step at this end and hands the other on,
  /// of which it says nothing else: `r(a, c)` follows from `r(a, b)` and what is said of `b` and `c`.
  private func walks(at end: RuleEnd, of relation: Int) -> Bool {
    plan.split(relation).steps.allSatisfy { rule in
      guard let uses = plan.uses(of: relation, in: rule), let use = uses.first, uses.count == 1,
        let kept = rule[end.other], use[end.other] == .variable(kept), rule[end] != nil,
        let inner = use[end]?.variable, inner != kept, inner != rule[end]
      else { return false }
      return rule.condition.conjuncts.allSatisfy { part in
        part == .derived(use) || !part.mentioned.contains(kept)
      }
    }
  }

  /// The end from which the rules have to be walked backwards, because its constant is not handed on.
  private func turn(_ key: DerivedTable) -> RuleEnd? {
    if key.object != nil, !passesOn(.object, of: key.relation) { return .object }
    return key.subject != nil && !passesOn(.subject, of: key.relation) ? .subject : nil
  }

  /// First all nodes from which steps lead to the constant, then what the other rules say of these.
  private mutating func turnedSelects(_ key: DerivedTable, at end: RuleEnd) -> [SQLFragment] {
    guard let constant = end == .object ? key.object : key.subject else { return [] }
    let reached = name("r")
    let turned = plan.split(key.relation).steps.compactMap { rule in
      plan.turned(rule, at: end, of: key.relation)
    }
    let selects =
      ["SELECT \(bind: constant), \(bind: constant), 1"]
      + steps(turned, of: key.relation, reached)
    tables.append("\(reached)(a, b, w) AS (\(selects.joined(separator: "\n  UNION ")))")
    let whole = DerivedTable(relation: key.relation, subject: nil, object: nil)
    let outer = derivedTables.updateValue(reached, forKey: whole)
    defer { derivedTables[whole] = outer }
    let known = end == .object ? key.subject : key.object
    return plan.split(key.relation).base.compactMap { base in
      guard let kept = base[end.other], let left = base[end] else { return nil }
      var rule = base
      (rule.subject, rule.object) = (kept, nil)
      let met = DerivedAtom(
        id: 0, relation: key.relation, subject: .variable(left), object: nil)
      rule.condition = .all(base.condition.conjuncts + [.derived(met)])
      let rows = select(rule, known, nil, tag: nil, isMutual: false, keepsEnds: true)
      let ends: SQLFragment = end == .object ? "a, \(bind: constant)" : "\(bind: constant), a"
      return "SELECT DISTINCT \(ends), 1 FROM (\(rows))"
    }
  }

  /// The pairs of the rules that do not use the relation itself; in both directions and without
  /// loops, where it is mutual.
  private mutating func starts(_ key: DerivedTable) -> SQLFragment {
    let base = plan.split(key.relation).base
    let pairs = base.map { rule -> SQLFragment in
      "SELECT a, b, 1 FROM (\(select(rule, key.subject, key.object, tag: nil, isMutual: false)))"
    }
    guard plan.derived[key.relation].isMutual else { return pairs.joined(separator: " UNION ") }
    let swapped = base.map { rule -> SQLFragment in
      "SELECT b, a, 1 FROM (\(select(rule, key.object, key.subject, tag: nil, isMutual: false)))"
    }
    return "SELECT * FROM (\((pairs + swapped).joined(separator: " UNION "))) WHERE a <> b"
  }

  /// The rules that use the relation itself, which is the table in them.
  private mutating func steps(
    _ rules: [DerivedRelation.Rule], of relation: Int, _ table: SQLName
  ) -> [SQLFragment] {
    let whole = DerivedTable(relation: relation, subject: nil, object: nil)
    let outer = derivedTables.updateValue(table, forKey: whole)
    defer { derivedTables[whole] = outer }
    let isMutual = plan.derived[relation].isMutual
    return rules.map { select($0, nil, nil, tag: nil, isMutual: isMutual) }
  }

  /// One more pair of the other rules at the end of what is known, or at its beginning.
  private mutating func closureStep(
    _ relation: Int, _ table: SQLName, isBackward: Bool
  ) -> SQLFragment {
    let step = name("r")
    let all = starts(DerivedTable(relation: relation, subject: nil, object: nil))
    tables.append("\(step)(a, b, w) AS MATERIALIZED (\(all))")
    if isBackward { return "SELECT n.a, r.b, 1 FROM \(table) AS r JOIN \(step) AS n ON n.b = r.a" }
    let loops: SQLFragment = plan.derived[relation].isMutual ? " WHERE r.a <> n.b" : ""
    return "SELECT r.a, n.b, 1 FROM \(table) AS r JOIN \(step) AS n ON n.a = r.b\(loops)"
  }

  mutating func componentTable(_ component: [Int], _ table: SQLName) -> SQLFragment {
    for relation in component {
      derivedTables[
        DerivedTable(relation: component.min() ?? relation, subject: nil, object: nil)] = table
    }
    var starts: [SQLFragment] = []
    var steps: [SQLFragment] = []
    for relation in component {
      for rule in plan.derived[relation].rules {
        let row = select(rule, nil, nil, tag: relation, isMutual: plan.derived[relation].isMutual)
        let isStep = !rule.condition.derivedRelations.isDisjoint(with: component)
        if isStep { steps.append(row) } else { starts.append(row) }
      }
    }
    if component.contains(where: { plan.derived[$0].isMutual }) {
      let mutual = component.filter { plan.derived[$0].isMutual }
      steps.append("SELECT tag, b, a FROM \(table) WHERE tag IN \(.list(mutual))")
    }
    return "(tag, a, b) AS (\((starts + steps).joined(separator: "\n  UNION ")))"
  }
}

extension Plan {
  /// The atoms of a relation in a rule, or nil where the rule uses it deeper than in a conjunct.
  fileprivate func uses(of relation: Int, in rule: DerivedRelation.Rule) -> [DerivedAtom]? {
    var atoms: [DerivedAtom] = []
    for part in rule.condition.conjuncts {
      if case .derived(let atom) = part, atom.relation == relation {
        atoms.append(atom)
      } else if part.derivedRelations.contains(relation) {
        return nil
      }
    }
    return atoms
  }

  /// `b` is met where `c` is, of a rule `r(a, c)` that follows from `r(a, b)` and what is said of `b`
  /// and `c`.
  fileprivate func turned(
    _ rule: DerivedRelation.Rule, at end: RuleEnd, of relation: Int
  ) -> DerivedRelation.Rule? {
    guard let use = uses(of: relation, in: rule)?.first, let inner = use[end]?.variable,
      let outer = rule[end]
    else { return nil }
    var turned = rule
    var met = use
    (met.subject, met.object) = (.variable(outer), nil)
    (turned.subject, turned.object) = (inner, nil)
    turned.condition = .all(
      rule.condition.conjuncts.map { $0 == .derived(use) ? .derived(met) : $0 })
    return turned
  }
}

extension DerivedRelation.Rule {
  fileprivate subscript(end: RuleEnd) -> VariableID? { end == .subject ? subject : object }
}

extension DerivedAtom {
  fileprivate subscript(end: RuleEnd) -> Reference? { end == .subject ? subject : object }
}
