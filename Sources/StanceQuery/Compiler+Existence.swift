import StanceLanguage
import StanceModel
import StanceSQL

// “Who rejects something that someone from the European Union proposes”: who proposes it does not
// matter, only that somebody does. Where the rest of the question is read as a whole anyway, what is
// only known to exist becomes `x IN (SELECT …)`, which SQLite computes once, instead of a join that
// gives the same row over and over.

extension Compiler {
  /// Adds a condition of which only some variables matter afterwards, and no statement.
  mutating func addExistence(
    _ formula: Formula, keeping kept: Set<VariableID>, to scope: inout Scope
  ) {
    let parts = formula.conjuncts.flatMap { writtenOut($0) }
    guard let side = sideCondition(parts, kept) else {
      add(formula, to: &scope)
      return
    }
    addExistence(.all(side.rest), keeping: kept.union([side.joint]), to: &scope)
    var inner = Scope()
    addExistence(.all(side.parts), keeping: [side.joint], to: &inner)
    let joint = Reference.variable(side.joint)
    scope.conditions.append(
      "\(scope.expression(joint)) IN (SELECT \(inner.expression(joint)) \(inner.body))")
  }

  /// The conditions that an atom stands for, if it is no more than a name for them.
  private mutating func writtenOut(_ part: Formula) -> [Formula] {
    guard case .derived(let atom) = part, let rule = inlinableRule(atom) else { return [part] }
    return body(of: rule, for: atom).conjuncts.flatMap { writtenOut($0) }
  }

  private struct SideCondition {
    var parts: [Formula]
    /// The one variable that it shares with the rest.
    var joint: VariableID
    var rest: [Formula]
  }

  private func sideCondition(_ parts: [Formula], _ kept: Set<VariableID>) -> SideCondition? {
    let joints = parts.reduce(into: Set<VariableID>()) { $0.formUnion($1.mentioned) }
    for joint in joints.sorted(by: { $0.index < $1.index }) {
      for component in components(of: parts, without: joint) {
        let side = component.map { parts[$0] }
        let rest = parts.indices.filter { !component.contains($0) }.map { parts[$0] }
        let own = Formula.all(side).mentioned.subtracting([joint])
        guard !own.isEmpty, own.isDisjoint(with: kept), Formula.all(rest).bound.contains(joint),
          Formula.all(side).bound.contains(joint), side.allSatisfy(\.isPlainCondition),
          !side.flatMap(\.positiveStatements).contains(where: { readStatements.contains($0.id) }),
          rest.allSatisfy(\.isOpen), rest.contains(where: \.isRelational),
          side.contains(where: \.isRelational)
        else { continue }
        return SideCondition(parts: side, joint: joint, rest: rest)
      }
    }
    return nil
  }

  /// The positions of the parts that hang together other than through one variable.
  private func components(of parts: [Formula], without joint: VariableID) -> [Set<Int>] {
    var components: [Set<Int>] = []
    var open = Set(parts.indices)
    while let start = open.min() {
      var found: Set<Int> = [start]
      var variables = parts[start].mentioned.subtracting([joint])
      while let next = open.subtracting(found).first(where: {
        !parts[$0].mentioned.isDisjoint(with: variables)
      }) {
        found.insert(next)
        variables.formUnion(parts[next].mentioned.subtracting([joint]))
      }
      open.subtract(found)
      components.append(found)
    }
    return components
  }
}

extension Formula {
  /// Whether the formula is about pairs.
  fileprivate var isRelational: Bool {
    switch self {
    case .statement: true
    case .derived(let atom): atom.object != nil
    case .all, .any, .not, .reaches, .node, .source, .affiliated, .hasType, .same, .oneOf,
      .attribute, .compare, .precedes:
      false
    }
  }

  /// Whether the formula says nothing of statements that others speak of, and has no parts.
  fileprivate var isPlainCondition: Bool {
    switch self {
    case .statement, .derived, .hasType, .oneOf, .attribute: true
    case .affiliated(_, _, let time): time == nil
    case .all, .any, .not, .reaches, .node, .source, .same, .compare, .precedes: false
    }
  }

  /// Whether the formula holds of so much that there is no quick way in through it.
  fileprivate var isOpen: Bool {
    switch self {
    case .statement(let atom):
      atom.subject.variable != nil && atom.object.variable != nil && atom.conditions.isEmpty
    case .derived(let atom): atom.subject.variable != nil && atom.object?.variable != nil
    case .hasType: true
    case .all, .any, .not, .reaches, .node, .source, .affiliated, .same, .oneOf, .attribute,
      .compare, .precedes:
      false
    }
  }
}
