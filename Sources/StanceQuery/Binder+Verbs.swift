import StanceDiagnostics
import StanceLanguage
import StanceModel

/// What the atoms of one clause share.
struct Sides {
  var subject: Reference
  var object: Reference
  /// For each base verb what its statement has to meet.
  var conditions: [[StatementCondition]]
}

extension BoundVerb {
  var isDerived: Bool {
    guard case .derived = self else { return false }
    return true
  }
}

extension Binder {
  /// For each verb its derived relation, computed from what the clause's qualifiers leave.
  mutating func derivedInstances(
    of verbs: [BoundVerb], _ clause: RelationClause
  ) throws(QuestionRefused) -> [Int?] {
    var instances: [Int?] = []
    for (verb, syntax) in zip(verbs, clause.verbs.verbs) {
      guard case .derived(let name) = verb else {
        instances.append(nil)
        continue
      }
      if let adverb = clause.verbs.adverb, let span = clause.verbs.adverbSpan {
        throw refuse(
          .noOpposite, "‘\(name)’ is derived; ‘\(adverb.rawValue)’ speaks of statements", at: span,
          help: "put it into the definition")
      }
      instances.append(try restrictedInstance(name, clause.qualifiers, at: syntax.span))
    }
    return instances
  }

  func roles(
    of verbs: [BoundVerb], _ instances: [Int?], _ phrase: VerbPhrase
  ) -> (subject: TermRole, object: TermRole) {
    var subjects: [Set<NodeKind>] = []
    var objects: [Set<NodeKind>] = []
    var names: [String] = []
    for (verb, instance) in zip(verbs, instances) {
      let (name, subject, object) = signature(of: verb, instance)
      names.append(name)
      subjects.append(subject)
      objects.append(object)
    }
    let joined = { (sets: [Set<NodeKind>]) -> Set<NodeKind> in
      sets.dropFirst().reduce(sets.first ?? .all) {
        phrase.connective == .or ? $0.union($1) : $0.intersection($1)
      }
    }
    let verb = names.joined(separator: " \(phrase.connective.rawValue) ")
    return (
      TermRole(kinds: joined(subjects), phrase: "the subject of ‘\(verb)’"),
      TermRole(kinds: joined(objects), phrase: "the object of ‘\(verb)’")
    )
  }

  private func signature(
    of verb: BoundVerb, _ instance: Int?
  ) -> (name: String, subjects: Set<NodeKind>, objects: Set<NodeKind>) {
    switch verb {
    case .base(let entry):
      let relation = entry.relation
      return (relation.forms.third, relation.subjects, relation.objects)
    case .derived(let name):
      guard let instance, let kinds = derivedKinds(instance) else { return (name, .all, .all) }
      return (name, kinds.subject, kinds.object)
    case .variable(let id):
      let relations = catalog.relations.map(\.relation)
      return (
        plan.variables[id.index].name ?? "", relations.reduce([]) { $0.union($1.subjects) },
        relations.reduce([]) { $0.union($1.objects) }
      )
    }
  }

  mutating func combine(
    _ verbs: [BoundVerb], _ instances: [Int?], _ times: [StatementID], _ phrase: VerbPhrase,
    _ sides: Sides
  ) throws(QuestionRefused) -> Formula {
    if phrase.connective == .or, phrase.adverb != .currently,
      let merged = mergedAtom(verbs, times, sides)
    {
      return merged
    }
    var atoms: [Formula] = []
    var remaining = zip(times, sides.conditions).map { ($0, $1) }[...]
    for (index, verb) in verbs.enumerated() {
      if let instance = instances[index] {
        derivedCount += 1
        atoms.append(
          .derived(
            DerivedAtom(
              id: derivedCount - 1, relation: instance, subject: sides.subject,
              object: sides.object)))
      } else {
        let opposite = try opposite(of: verb, phrase)
        let (id, conditions) = remaining.removeFirst()
        atoms.append(statementAtom(verb, id, sides, conditions, opposite))
      }
    }
    if phrase.connective == .or { return atoms.count == 1 ? atoms[0] : .any(atoms) }
    if phrase.connective == .then { atoms += try succession(verbs, times, phrase) }
    return atoms.count == 1 ? atoms[0] : .all(atoms)
  }

  private func statementAtom(
    _ verb: BoundVerb, _ id: StatementID, _ sides: Sides, _ conditions: [StatementCondition],
    _ opposite: Int?
  ) -> Formula {
    let relations: StatementAtom.Relations
    switch verb {
    case .base(let entry): relations = .fixed([entry.id])
    case .variable(let variable):
      relations = .variable(variable, among: catalog.relations.map(\.id))
    case .derived: preconditionFailure("a derived relation has no statements")
    }
    return .statement(
      StatementAtom(
        id: id, relations: relations, subject: sides.subject, object: sides.object,
        conditions: conditions, opposite: opposite))
  }

  /// `v or w` of base verbs is one statement of either relation.
  private func mergedAtom(
    _ verbs: [BoundVerb], _ times: [StatementID], _ sides: Sides
  ) -> Formula? {
    var ids: [Int] = []
    for verb in verbs {
      guard case .base(let entry) = verb else { return nil }
      ids.append(entry.id)
    }
    return .statement(
      StatementAtom(
        id: times[0], relations: .fixed(ids), subject: sides.subject, object: sides.object,
        conditions: sides.conditions[0], opposite: nil))
  }

  private func opposite(of verb: BoundVerb, _ phrase: VerbPhrase) throws(QuestionRefused) -> Int? {
    guard phrase.adverb == .currently else { return nil }
    guard case .base(let entry) = verb, let opposite = entry.opposite else {
      throw refuse(
        .noOpposite, "‘currently’ needs a verb with an opposite", at: phrase.span,
        help: "such as supports or rejects")
    }
    return opposite
  }

  private func succession(
    _ verbs: [BoundVerb], _ times: [StatementID], _ phrase: VerbPhrase
  ) throws(QuestionRefused) -> [Formula] {
    guard !verbs.contains(where: \.isDerived) else {
      throw refuse(
        .derivedHasNoStatements, "a derived relation has no date, so ‘then’ cannot order it",
        at: phrase.span)
    }
    return zip(times, times.dropFirst()).map { .precedes($0, $1) }
  }
}
