/// What takes the place of variables and statements when a rule's body is used elsewhere.
struct Replacement {
  var references: [VariableID: Reference]
  /// Added to every statement's number, so that two uses of a rule do not share statements.
  var statementOffset = 0

  func callAsFunction(_ reference: Reference) -> Reference {
    reference.variable.flatMap { references[$0] } ?? reference
  }

  /// The variable in a position where no constant can stand.
  func callAsFunction(_ id: VariableID) -> VariableID { references[id]?.variable ?? id }

  func callAsFunction(_ id: StatementID) -> StatementID {
    StatementID(id.index + statementOffset)
  }
}

extension Formula {
  /// The formula with other variables, constants and statements in it.
  func replacing(_ replace: Replacement) -> Formula {
    switch self {
    case .all(let parts): return .all(parts.map { $0.replacing(replace) })
    case .any(let parts): return .any(parts.map { $0.replacing(replace) })
    case .not(let inner): return .not(inner.replacing(replace))
    case .statement(let atom): return .statement(atom.replacing(replace))
    case .derived(var atom):
      atom.subject = replace(atom.subject)
      atom.object = atom.object.map { replace($0) }
      return .derived(atom)
    case .reaches(var atom):
      atom.from = replace(atom.from)
      atom.to = replace(atom.to)
      return .reaches(atom)
    case .node(let id): return .node(replace(id))
    case .source(let id): return .source(replace(id))
    case .affiliated(let member, let group, let time):
      return .affiliated(replace(member), group: replace(group), at: time.map { replace($0) })
    case .hasType(let reference, let types): return .hasType(replace(reference), types: types)
    case .same(let left, let right): return .same(replace(left), replace(right))
    case .oneOf(let reference, let ids): return .oneOf(replace(reference), ids)
    case .attribute(let reference, let name, let sign, let constant):
      return .attribute(replace(reference), name, sign, constant)
    case .compare(let left, let sign, let right):
      return .compare(left.replacing(replace), sign, right.replacing(replace))
    case .precedes(let first, let second): return .precedes(replace(first), replace(second))
    }
  }

  /// The variables that stand where no constant can: in comparisons and ranges.
  var fixedVariables: Set<VariableID> {
    let own: [VariableID] =
      switch self {
      case .node(let id), .source(let id): [id]
      case .compare(let left, _, let right): [left, right].compactMap(\.variable)
      default: []
      }
    return parts.reduce(into: Set(own)) { $0.formUnion($1.fixedVariables) }
  }
}

extension StatementAtom {
  fileprivate func replacing(_ replace: Replacement) -> StatementAtom {
    var atom = self
    atom.id = replace(id)
    atom.subject = replace(subject)
    atom.object = replace(object)
    if case .variable(let relation, let ids) = relations {
      atom.relations = .variable(replace(relation), among: ids)
    }
    atom.conditions = conditions.map { condition in
      switch condition {
      case .date(let date): .date(replace(date))
      case .speaker(let speaker): .speaker(replace(speaker))
      case .source(let source): .source(replace(source))
      case .begins, .ends, .lies, .saying, .provided, .unconditional, .field, .offsets: condition
      }
    }
    return atom
  }
}

extension Quantity {
  fileprivate func replacing(_ replace: Replacement) -> Quantity {
    switch self {
    case .variable(let id): .variable(replace(id))
    case .attribute(let id, let name): .attribute(replace(id), name)
    case .field(let id, let field): .field(replace(id), field)
    case .constant: self
    }
  }
}
