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
    let isRecursive = plan.isRecursive(relation)
    var key = DerivedTable(relation: component.min() ?? relation, subject: nil, object: nil)
    if component.count == 1 {
      key.subject = !isRecursive || keeps(.subject, of: relation) ? subject : nil
      key.object = !isRecursive || keeps(.object, of: relation) ? object : nil
      // A closure is walked from one end.
      if key.subject != nil, plan.closureStep(of: relation) != nil { key.object = nil }
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

  /// The rows of one rule: `a, b, c` are the ends of the head and what is counted. Those of a
  /// mutual relation are without loops.
  ///
  /// - Parameters:
  ///   - isOrdered: leaves out the pairs whose first end is not the lesser one.
  ///   - keepsEnds: says that of everything else it only matters that it exists.
  mutating func select(
    _ rule: DerivedRelation.Rule, _ subject: Int?, _ object: Int?, tag: Int?,
    isMutual: Bool, isOrdered: Bool = false, keepsEnds: Bool = false
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
    let condition = rule.condition.replacing(replacement)
    if keepsEnds {
      addExistence(
        condition, keeping: Set([rule.subject, rule.object].compactMap(\.self)), to: &scope)
    } else {
      add(condition, to: &scope)
    }
    let a = scope.expression(.variable(rule.subject))
    let b = rule.object.map { scope.expression(.variable($0)) } ?? a
    let c = rule.counted.map { scope.expression(.variable($0)) } ?? "1"
    if isMutual { scope.conditions.append("\(a) <> \(b)") }
    if isOrdered { scope.conditions.append("\(a) < \(b)") }
    if let tag { return "SELECT \(bind: tag) AS tag, \(a) AS a, \(b) AS b \(scope.body)" }
    return "SELECT \(a) AS a, \(b) AS b, \(c) AS c \(scope.body)"
  }
}
