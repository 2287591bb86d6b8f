import StanceDiagnostics
import StanceLanguage
import StanceModel

// Every variable has to range over something. What `not`, comparisons and single alternatives
// leave open is either every node of a kind, where the word is an interrogative, or an error.

extension Binder {
  /// Checks the whole question, and lets interrogatives that nothing binds range over all nodes.
  mutating func checkSafety() throws(QuestionRefused) {
    plan.condition = try completed(plan.condition)
    var outer = plan.condition.bound
    let required = outer
    for index in plan.optionals.indices {
      plan.optionals[index] = try completed(plan.optionals[index], given: required)
      let fresh = plan.optionals[index].bound.subtracting(required)
      if let shared = fresh.first(where: { outer.contains($0) && isNamed($0) }) {
        throw refuse(
          .unboundInBranch, "\(title(of: shared)) is bound by two optional groups",
          at: mentions[shared]?.span ?? SourceSpan(0, 0), help: "use another variable in one")
      }
      outer.formUnion(fresh)
    }
  }

  /// The formula with a range for each interrogative that nothing in it binds.
  mutating func completed(
    _ formula: Formula, given outer: Set<VariableID> = []
  ) throws(QuestionRefused) -> Formula {
    var parts = [formula]
    let bound = formula.bound.union(outer)
    for id in formula.mentioned.subtracting(bound).sorted(by: { $0.index < $1.index })
    where isNamed(id) {
      guard let mention = mentions[id] else { continue }
      if formula.isBoundSomewhere(id) {
        throw refuse(
          .unboundInBranch, "\(title(of: id)) is bound in only some alternatives of ‘or’",
          at: mention.span, help: "bind it in every alternative, or write someone / something")
      }
      let sort = plan.variables[id.index].sort
      guard mention.isInterrogative, sort == .node || sort == .source else {
        throw refuse(
          .unboundUnderNot, "\(title(of: id)) occurs only inside ‘not’", at: mention.span,
          help: "say what it ranges over, e.g. \(title(of: id)) is an actor, or write someone / "
            + "something if you mean “any at all”")
      }
      parts.append(sort == .source ? .source(id) : .node(id))
      parts += ranges[id] ?? []
      let kinds = plan.variables[id.index].kinds
      let nodes = NodeKind.allCases.filter(kinds.contains).map { "\($0.name)s" }
      let range = sort == .source ? "sources" : nodes.joined(separator: " and ")
      notes.append("\(title(of: id)) ranges over all \(range) here")
    }
    try checkStatements(of: formula)
    return parts.count == 1 ? formula : .all(parts)
  }

  private func checkStatements(of formula: Formula) throws(QuestionRefused) {
    for part in formula.conjuncts {
      for id in part.ownComparedStatements where !formula.boundStatements.contains(id) {
        guard let name = statements.filter({ $0.value == id }).keys.min(),
          let place = comparedAt[id]
        else { continue }
        throw refuse(
          .unboundInBranch, "?\(name) names no statement everywhere here",
          at: place, help: "write as ?\(name) in a clause outside ‘not’ and ‘or’")
      }
    }
  }

  private func isNamed(_ id: VariableID) -> Bool { plan.variables[id.index].name != nil }

  func title(of id: VariableID) -> String {
    let name = plan.variables[id.index].name ?? ""
    return mentions[id]?.isInterrogative == true ? "‘\(name)’" : "?\(name)"
  }
}

extension Formula {
  /// Whether some part outside `not` binds the variable.
  fileprivate func isBoundSomewhere(_ id: VariableID) -> Bool {
    switch self {
    case .not: false
    case .all(let parts), .any(let parts): parts.contains { $0.isBoundSomewhere(id) }
    default: bound.contains(id)
    }
  }

  fileprivate var ownComparedStatements: Set<StatementID> {
    if case .compare = self { return comparedStatements }
    return []
  }
}
