import StanceDiagnostics
import StanceLanguage
import StanceModel

/// A clause of a verb with its two sides in the active voice.
struct RelationClause {
  enum Side {
    case term(Term)
    case bound(Reference, SourceSpan)
  }

  var subject: Side
  var verbs: VerbPhrase
  var object: Side
  var qualifiers: [Qualifier]
  var isNegated: Bool
  /// In the passive voice the object is the grammatical subject: what stands outside a negation
  /// and what the next clause carries over.
  var isPassive: Bool
  var asksWhen = false
}

extension Binder {
  mutating func bind(_ clause: Clause) throws(QuestionRefused) -> Formula {
    let isNegated = clause.negation != nil
    switch clause.predicate {
    case .verbs(let verbs, let object, let qualifiers):
      return try bindRelation(
        RelationClause(
          subject: try subject(of: clause), verbs: verbs, object: .term(object),
          qualifiers: qualifiers, isNegated: isNegated, isPassive: false,
          asksWhen: clause.asksWhen))
    case .passive(let verb, let agent, let qualifiers):
      return try bindRelation(
        RelationClause(
          subject: .term(agent), verbs: .single(verb), object: try subject(of: clause),
          qualifiers: qualifiers, isNegated: isNegated, isPassive: true))
    case .comparison(let place, let sign, let operand):
      return try bindComparison(place, sign, operand)
    case .isA, .isFrom, .isOneOf, .isSame, .has, .reaches:
      return try bindProperty(clause, isNegated: isNegated)
    }
  }

  private func subject(of clause: Clause) throws(QuestionRefused) -> RelationClause.Side {
    if let subject = clause.subject { return .term(subject) }
    guard let carriedSubject else {
      throw refuse(
        .expected, "this clause has no subject", at: clause.span,
        help: "begin it with a name, who, what or someone")
    }
    return .bound(carriedSubject, clause.span)
  }

  private mutating func bind(
    _ side: RelationClause.Side, as role: TermRole, at times: [StatementID]
  ) throws(QuestionRefused) -> BoundTerm {
    switch side {
    case .term(let term): return try bind(term, as: role, at: times)
    case .bound(let reference, let span):
      try constrain(reference, to: role.kinds, role.phrase, at: span)
      return BoundTerm(reference: reference, extras: [])
    }
  }

  mutating func bindRelation(_ clause: RelationClause) throws(QuestionRefused) -> Formula {
    var verbs: [BoundVerb] = []
    for verb in clause.verbs.verbs { verbs.append(try bind(verb)) }
    let instances = try derivedInstances(of: verbs, clause)
    var times: [StatementID] = []
    for verb in verbs where !verb.isDerived { times.append(reservedStatement(clause, times)) }
    let roles = roles(of: verbs, instances, clause.verbs)
    let outerTimes = clause.isNegated ? [] : times
    let subject = try bind(
      clause.subject, as: roles.subject, at: clause.isPassive ? times : outerTimes)
    if !clause.isPassive { carriedSubject = subject.reference }
    let object = try bind(
      clause.object, as: roles.object, at: clause.isPassive ? outerTimes : times)
    if clause.isPassive { carriedSubject = object.reference }
    let qualifiers = try clauseQualifiers(clause, verbs)
    let core = try combine(
      verbs, instances, times, clause.verbs,
      Sides(
        subject: subject.reference, object: object.reference,
        conditions: qualifiers.map(\.conditions)))
    let extras = qualifiers.flatMap(\.extras)
    let (outer, inner) = clause.isPassive ? (object, subject) : (subject, object)
    guard clause.isNegated else {
      return .all(outer.extras + inner.extras + extras + [core])
    }
    return .all(
      outer.extras + domain(of: outer.reference)
        + [.not(.all(inner.extras + extras + [core]))])
  }

  /// A hidden variable outside a negation ranges over the nodes of its kinds.
  private func domain(of reference: Reference) -> [Formula] {
    guard let id = reference.variable, plan.variables[id.index].name == nil else { return [] }
    return [.node(id)]
  }

  /// The qualifiers for each base verb: whom they leave open may differ from verb to verb.
  private mutating func clauseQualifiers(
    _ clause: RelationClause, _ verbs: [BoundVerb]
  ) throws(QuestionRefused) -> [BoundQualifiers] {
    guard verbs.contains(where: { !$0.isDerived }) else {
      guard !clause.asksWhen else {
        throw refuse(
          .derivedHasNoStatements, "a derived relation has no date of its own",
          at: clause.verbs.span, help: "ask for the verbs that it is defined by")
      }
      return []
    }
    if verbs.count > 1, clause.verbs.connective != .or,
      let named = clause.qualifiers.first(where: \.isNaming)
    {
      throw refuse(
        .kindConflict, "‘as’ names one statement, and two verbs are two", at: named.span,
        help: "write a clause for each verb")
    }
    var all: [BoundQualifiers] = []
    for verb in verbs where !verb.isDerived { all.append(try clauseQualifiers(clause)) }
    return all
  }

  private mutating func clauseQualifiers(
    _ clause: RelationClause
  ) throws(QuestionRefused) -> BoundQualifiers {
    var bound = try bindQualifiers(clause.qualifiers + everywhere)
    if clause.asksWhen {
      let id = try variable("when", .date, at: clause.verbs.span, isInterrogative: true)
      bound.conditions.append(.date(id))
    }
    if clause.verbs.adverb == .unconditionally { bound.conditions.append(.unconditional) }
    bound.conditions += restriction
    return bound
  }

  /// The statement that `as ?s` of the clause names, for its first verb, or a fresh one.
  private mutating func reservedStatement(
    _ clause: RelationClause, _ taken: [StatementID]
  ) -> StatementID {
    let names = clause.qualifiers.compactMap { qualifier -> StatementID? in
      guard case .named(let word) = qualifier.kind else { return nil }
      return statements[word.text]
    }
    if taken.isEmpty, let named = names.first { return named }
    return freshStatement()
  }
}

extension Qualifier {
  fileprivate var isNaming: Bool {
    guard case .named = kind else { return false }
    return true
  }
}

// MARK: - Verbs

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
  private mutating func derivedInstances(
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

  private func roles(
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

  private mutating func combine(
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
