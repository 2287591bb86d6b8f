extension Formula {
  /// The parts of a conjunction, however it is nested.
  public var conjuncts: [Formula] {
    guard case .all(let parts) = self else { return [self] }
    return parts.flatMap(\.conjuncts)
  }

  var statementAtom: StatementAtom? {
    guard case .statement(let atom) = self else { return nil }
    return atom
  }

  /// The parts directly below.
  var parts: [Formula] {
    switch self {
    case .all(let parts), .any(let parts): parts
    case .not(let part): [part]
    case .statement, .derived, .reaches, .node, .source, .affiliated, .hasType, .same,
      .oneOf, .attribute, .compare, .precedes:
      []
    }
  }

  /// The variables that hold only values for which the formula may hold.
  var bound: Set<VariableID> {
    switch self {
    case .all(let parts): return parts.reduce(into: []) { $0.formUnion($1.bound) }
    case .any(let parts):
      guard let first = parts.first else { return [] }
      return parts.dropFirst().reduce(first.bound) { $0.intersection($1.bound) }
    case .not, .compare, .precedes: return []
    case .statement, .derived, .reaches, .node, .source, .affiliated, .hasType, .same,
      .oneOf, .attribute:
      return ownVariables
    }
  }

  /// All variables of the formula and of what is inside it.
  var mentioned: Set<VariableID> {
    parts.reduce(into: ownVariables) { $0.formUnion($1.mentioned) }
  }

  /// The statements that exist wherever the formula holds.
  var boundStatements: Set<StatementID> {
    switch self {
    case .all(let parts): return parts.reduce(into: []) { $0.formUnion($1.boundStatements) }
    case .any(let parts):
      guard let first = parts.first else { return [] }
      return parts.dropFirst().reduce(first.boundStatements) {
        $0.intersection($1.boundStatements)
      }
    case .statement(let atom): return [atom.id]
    case .not, .derived, .reaches, .node, .source, .affiliated, .hasType, .same, .oneOf,
      .attribute, .compare, .precedes:
      return []
    }
  }

  /// The statement atoms that are not under `not`, in order.
  var positiveStatements: [StatementAtom] {
    switch self {
    case .statement(let atom): [atom]
    case .not: []
    default: parts.flatMap(\.positiveStatements)
    }
  }

  /// The derived atoms that are not under `not`, in order.
  var positiveDerived: [DerivedAtom] {
    switch self {
    case .derived(let atom): [atom]
    case .not: []
    default: parts.flatMap(\.positiveDerived)
    }
  }

  /// The statements whose fields are compared here or below.
  var comparedStatements: Set<StatementID> {
    var found = parts.reduce(into: Set<StatementID>()) { $0.formUnion($1.comparedStatements) }
    switch self {
    case .compare(let left, _, let right):
      for case .field(let id, _) in [left, right] { found.insert(id) }
    case .precedes(let first, let second): found.formUnion([first, second])
    case .affiliated(_, _, let time): if let time { found.insert(time) }
    default: break
    }
    return found
  }

  /// Whether the speaker of a statement is compared here or below.
  var comparesSpeakers: Bool {
    if case .compare(let left, _, let right) = self {
      return [left, right].contains { quantity in
        guard case .field(_, .speaker) = quantity else { return false }
        return true
      }
    }
    return parts.contains(where: \.comparesSpeakers)
  }

  /// The derived relations that the formula depends on, as positions in the plan.
  var derivedRelations: Set<Int> {
    var found = parts.reduce(into: Set<Int>()) { $0.formUnion($1.derivedRelations) }
    switch self {
    case .derived(let atom): found.insert(atom.relation)
    case .reaches(let atom): found.formUnion(atom.links.derived)
    default: break
    }
    return found
  }

  private var ownVariables: Set<VariableID> {
    Set(ownReferences.compactMap(\.variable)).union(ownPlainVariables)
  }

  private var ownReferences: [Reference] {
    switch self {
    case .statement(let atom):
      [atom.subject, atom.object] + atom.conditions.compactMap(\.reference)
    case .derived(let atom): [atom.subject] + [atom.object].compactMap(\.self)
    case .reaches(let atom): [atom.from, atom.to]
    case .affiliated(let member, let group, _): [member, group]
    case .same(let left, let right): [left, right]
    case .hasType(let reference, _), .oneOf(let reference, _),
      .attribute(let reference, _, _, _):
      [reference]
    case .all, .any, .not, .node, .source, .compare, .precedes: []
    }
  }

  private var ownPlainVariables: [VariableID] {
    switch self {
    case .node(let id), .source(let id): return [id]
    case .compare(let left, _, let right): return [left, right].compactMap(\.variable)
    case .statement(let atom):
      let dates = atom.conditions.compactMap { condition -> VariableID? in
        guard case .date(let id) = condition else { return nil }
        return id
      }
      guard case .variable(let relation, _) = atom.relations else { return dates }
      return dates + [relation]
    case .all, .any, .not, .derived, .reaches, .affiliated, .hasType, .same, .oneOf,
      .attribute, .precedes:
      return []
    }
  }
}

extension StatementCondition {
  var reference: Reference? {
    switch self {
    case .speaker(let reference), .source(let reference): reference
    case .begins, .ends, .lies, .date, .saying, .provided, .unconditional, .field, .offsets: nil
    }
  }
}

extension Quantity {
  var variable: VariableID? {
    switch self {
    case .variable(let id), .attribute(let id, _): id
    case .field, .constant: nil
    }
  }
}
