extension Plan {
  /// The derived relations that depend on each other with this one, itself included, sorted.
  func component(of relation: Int) -> [Int] {
    let below = dependencies(of: relation)
    return ([relation] + below.filter { $0 != relation && dependencies(of: $0).contains(relation) })
      .sorted()
  }

  func isRecursive(_ relation: Int) -> Bool { dependencies(of: relation).contains(relation) }

  /// All that the rules use, directly or not.
  private func dependencies(of relation: Int) -> Set<Int> {
    var found: Set<Int> = []
    var open = [relation]
    while let next = open.popLast() {
      for used in derived[next].rules.reduce(
        into: Set<Int>(),
        {
          $0.formUnion($1.condition.derivedRelations)
        }) where found.insert(used).inserted
      {
        open.append(used)
      }
    }
    return found
  }

  /// The rules without and with a use of the relation itself.
  func split(_ relation: Int) -> (base: [DerivedRelation.Rule], steps: [DerivedRelation.Rule]) {
    let rules = derived[relation].rules
    return (
      rules.filter { !$0.condition.derivedRelations.contains(relation) },
      rules.filter { $0.condition.derivedRelations.contains(relation) }
    )
  }

  /// The rule `r(a, c) when r(a, b) and r(b, c)`, if it is the only one that uses the relation.
  func closureStep(of relation: Int) -> DerivedRelation.Rule? {
    let steps = split(relation).steps
    guard let step = steps.first, steps.count == 1 else { return nil }
    let atoms = step.condition.conjuncts.compactMap { part -> DerivedAtom? in
      guard case .derived(let atom) = part, atom.relation == relation else { return nil }
      return atom
    }
    return atoms.count == 2 ? step : nil
  }
}
