import StanceModel

/// Refuses formulas in which a variable has no range of its own where it needs one.
struct Safety {
  let lowering: Lowering

  /// The variables that have a value in every solution of a formula.
  func bound(by formula: Formula) -> Set<Variable> {
    switch formula.kind {
    case .atom: formula.variables
    case .and(let parts): parts.reduce(into: []) { $0.formUnion(bound(by: $1)) }
    case .or(let parts):
      parts.dropFirst().reduce(parts.first.map(bound) ?? []) { $0.intersection(bound(by: $1)) }
    case .not, .optionally: []
    }
  }

  /// Throws where a variable would need two kinds at once, where one is used but bound in some alternatives only, where `?x` occurs only
  /// inside `not`, or where an optional part lends a variable to another part.
  func check(_ formula: Formula, used: Set<Variable>) throws {
    if let torn = lowering.domains.kinds.first(where: \.value.isEmpty)?.key,
      lowering.context.underway.isEmpty
    {
      throw Unsupported("\(torn) would be of two kinds")
    }
    let positive = occurring(in: formula)
    for variable in formula.variables.union(used)
    where variable.isNamed && !positive.contains(variable) {
      guard lowering.interrogatives.contains(variable) else {
        throw Unsupported("\(variable) occurs only inside ‘not’")
      }
    }
    try checkAlternatives(formula, bound: [], used: used)
    try checkOptions(formula)
  }

  /// The variables that occur outside negations.
  private func occurring(in formula: Formula) -> Set<Variable> {
    switch formula.kind {
    case .atom: formula.variables
    case .and(let parts), .or(let parts):
      parts.reduce(into: []) { $0.formUnion(occurring(in: $1)) }
    case .not: []
    case .optionally(let inner): occurring(in: inner)
    }
  }

  private func checkAlternatives(
    _ formula: Formula, bound outside: Set<Variable>, used: Set<Variable>
  ) throws {
    switch formula.kind {
    case .atom, .not: return
    case .optionally(let inner): try checkAlternatives(inner, bound: outside, used: used)
    case .and:
      let parts = Solver.parts(of: formula)
      for index in parts.indices {
        var others = parts
        others.remove(at: index)
        try checkAlternatives(
          parts[index], bound: others.reduce(into: outside) { $0.formUnion(bound(by: $1)) },
          used: others.reduce(into: used) { $0.formUnion($1.variables) })
      }
    case .or(let parts):
      let everywhere = outside.union(bound(by: formula))
      let somewhere = parts.reduce(into: Set<Variable>()) { $0.formUnion(bound(by: $1)) }
      if let lost = somewhere.subtracting(everywhere).intersection(used).first {
        throw Unsupported("\(lost) is bound in some alternatives only")
      }
      for part in parts { try checkAlternatives(part, bound: outside, used: used) }
    }
  }

  /// A variable first bound in an optional part belongs to that part alone.
  private func checkOptions(_ formula: Formula) throws {
    let parts = Solver.parts(of: formula)
    let required = bound(by: formula)
    for (index, part) in parts.enumerated() {
      guard case .optionally(let inner) = part.kind else { continue }
      try checkOptions(inner)
      let new = inner.variables.subtracting(required)
      for other in parts.indices where other != index {
        guard parts[other].variables.isDisjoint(with: new) else {
          throw Unsupported("a variable of an optional part is used in another part")
        }
      }
    }
  }
}
