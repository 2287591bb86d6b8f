import StanceLanguage
import StanceModel
import StanceSQL

// Each derived relation is a common table expression `(a, b, w)`. Constants that a question gives
// are pushed into the rules; through recursion only where every step passes them on unchanged.
// Relations that depend on each other share one table with a tag.

extension Compiler {
  mutating func addDerived(_ atom: DerivedAtom, to scope: inout Scope) {
    if let rule = inlinableRule(atom) {
      inline(rule, atom, into: &scope)
      return
    }
    let table = derivedTable(atom.relation, constant(atom.subject), constant(atom.object))
    let alias = name("d")
    scope.tables.append("\(table) AS \(alias)")
    if let tag = tag(of: atom.relation) { scope.conditions.append("\(alias).tag = \(bind: tag)") }
    scope.bind(atom.subject, to: "\(alias).a")
    if let object = atom.object { scope.bind(object, to: "\(alias).b") }
    let weight: SQLFragment = plan.derived[atom.relation].isCounting ? "\(alias).w" : "1"
    scope.weights[atom.id] = weight
    scope.pairs[atom.id] =
      "json_array(\(bind: atom.relation), \(alias).a, \(alias).b, \(weight))"
  }

  /// The only rule of a relation that is no more than a name for it.
  func inlinableRule(_ atom: DerivedAtom) -> DerivedRelation.Rule? {
    let relation = plan.derived[atom.relation]
    guard let rule = relation.rules.first, relation.rules.count == 1, !relation.isMutual,
      !relation.isCounting, !plan.isRecursive(atom.relation), rule.subject != rule.object
    else { return nil }
    let ends = [rule.subject, rule.object].compactMap(\.self)
    return rule.condition.fixedVariables.isDisjoint(with: ends) ? rule : nil
  }

  /// Adds the rule's body in the place of the atom.
  private mutating func inline(
    _ rule: DerivedRelation.Rule, _ atom: DerivedAtom, into scope: inout Scope
  ) {
    add(body(of: rule, for: atom), to: &scope)
    let ends = (scope.expression(atom.subject), atom.object.map { scope.expression($0) })
    scope.weights[atom.id] = "1"
    scope.pairs[atom.id] =
      "json_array(\(bind: atom.relation), \(ends.0), \(ends.1 ?? ends.0), 1)"
  }

  /// The rule's body with the ends of the atom, and with variables and statements of its own.
  mutating func body(of rule: DerivedRelation.Rule, for atom: DerivedAtom) -> Formula {
    var replacement = Replacement(references: [rule.subject: atom.subject])
    if let end = rule.object, let object = atom.object { replacement.references[end] = object }
    for id in rule.condition.mentioned where replacement.references[id] == nil {
      replacement.references[id] = .variable(copy(of: id))
    }
    inlined += 1
    replacement.statementOffset = inlined * Self.statementBlock
    let body = rule.condition.replacing(replacement)
    readStatements.formUnion(body.comparedStatements)
    noteShared(body)
    return body
  }

  private func constant(_ reference: Reference?) -> Int? {
    guard case .constant(let id) = reference else { return nil }
    return id
  }

  /// The tag of a relation that shares its table with others.
  func tag(of relation: Int) -> Int? {
    plan.component(of: relation).count > 1 ? relation : nil
  }

  mutating func derivedTable(_ relation: Int, _ subject: Int?, _ object: Int?) -> SQLName {
    let component = plan.component(of: relation)
    let canPush = component.count == 1 && !plan.derived[relation].isMutual
    let isRecursive = plan.isRecursive(relation)
    var key = DerivedTable(relation: component.min() ?? relation, subject: nil, object: nil)
    if component.count == 1 {
      let isClosure = plan.closureStep(of: relation) != nil
      let keepsSubject = canPush && (isClosure || passesOn(relation, \.subject))
      let keepsObject = canPush && !isClosure && passesOn(relation, \.object)
      key.subject = !isRecursive || keepsSubject ? subject : nil
      key.object = !isRecursive || keepsObject ? object : nil
    }
    if let known = derivedTables[key] { return known }
    let table = name("r")
    derivedTables[key] = table
    let definition =
      component.count > 1
      ? componentTable(component, table)
      : isRecursive ? recursiveTable(key, table) : countedTable(key)
    tables.append("\(table)\(definition)")
    return table
  }

  /// Whether every rule that uses the relation itself hands on one end of the head unchanged.
  private func passesOn(
    _ relation: Int, _ end: KeyPath<DerivedRelation.Rule, VariableID>
  ) -> Bool {
    plan.derived[relation].rules.allSatisfy { rule in
      rule.condition.conjuncts.allSatisfy { part in
        guard case .derived(let atom) = part, atom.relation == relation else {
          return !part.derivedRelations.contains(relation)
        }
        return atom.subject == .variable(rule[keyPath: end])
      }
    }
  }

  private func passesOn(
    _ relation: Int, _ end: KeyPath<DerivedRelation.Rule, VariableID?>
  ) -> Bool {
    plan.derived[relation].rules.allSatisfy { rule in
      rule.condition.conjuncts.allSatisfy { part in
        guard case .derived(let atom) = part, atom.relation == relation else {
          return !part.derivedRelations.contains(relation)
        }
        return atom.object == rule[keyPath: end].map(Reference.variable)
      }
    }
  }

  /// The rows of one rule: `a, b, c` are the ends of the head and what is counted. Those of a
  /// mutual relation are without loops.
  ///
  /// - Parameter isOrdered: leaves out the pairs whose first end is not the lesser one.
  mutating func select(
    _ rule: DerivedRelation.Rule, _ subject: Int?, _ object: Int?, tag: Int?,
    isMutual: Bool, isOrdered: Bool = false
  ) -> SQLFragment {
    var scope = Scope()
    var replacement = Replacement(references: [:])
    if let subject {
      replacement.references[rule.subject] = .constant(subject)
      scope.columns[rule.subject] = "\(bind: subject)"
    }
    if let object, let end = rule.object {
      replacement.references[end] = .constant(object)
      scope.columns[end] = "\(bind: object)"
    }
    add(rule.condition.replacing(replacement), to: &scope)
    let a = scope.expression(.variable(rule.subject))
    let b = rule.object.map { scope.expression(.variable($0)) } ?? a
    let c = rule.counted.map { scope.expression(.variable($0)) } ?? "1"
    if isMutual { scope.conditions.append("\(a) <> \(b)") }
    if isOrdered { scope.conditions.append("\(a) < \(b)") }
    if let tag { return "SELECT \(bind: tag) AS tag, \(a) AS a, \(b) AS b \(scope.body)" }
    return "SELECT \(a) AS a, \(b) AS b, \(c) AS c \(scope.body)"
  }

  // MARK: - Recursion

  private mutating func recursiveTable(_ key: DerivedTable, _ table: SQLName) -> SQLFragment {
    let isMutual = plan.derived[key.relation].isMutual
    var selects = [starts(key)]
    if plan.closureStep(of: key.relation) != nil {
      selects.append(closureStep(key.relation, table))
    } else {
      selects += steps(key, table)
      if isMutual { selects.append("SELECT b, a, 1 FROM \(table)") }
    }
    return "(a, b, w) AS (\(selects.joined(separator: "\n  UNION ")))"
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
  private mutating func steps(_ key: DerivedTable, _ table: SQLName) -> [SQLFragment] {
    let whole = DerivedTable(relation: key.relation, subject: nil, object: nil)
    let outer = derivedTables.updateValue(table, forKey: whole)
    defer { derivedTables[whole] = outer }
    return plan.split(key.relation).steps.map {
      select($0, nil, nil, tag: nil, isMutual: plan.derived[key.relation].isMutual)
    }
  }

  /// One more pair of the other rules at the end of what is known.
  private mutating func closureStep(_ relation: Int, _ table: SQLName) -> SQLFragment {
    let step = name("r")
    let all = starts(DerivedTable(relation: relation, subject: nil, object: nil))
    tables.append("\(step)(a, b, w) AS MATERIALIZED (\(all))")
    let loops: SQLFragment = plan.derived[relation].isMutual ? " WHERE r.a <> n.b" : ""
    return "SELECT r.a, n.b, 1 FROM \(table) AS r JOIN \(step) AS n ON n.a = r.b\(loops)"
  }

  private mutating func componentTable(_ component: [Int], _ table: SQLName) -> SQLFragment {
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
