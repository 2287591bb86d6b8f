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
  /// Where `when did …` asks for the date of the statement.
  var when: SourceSpan?
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
          when: clause.asksWhen ? SourceSpan(clause.span.start, clause.span.start + 4) : nil))
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
      guard clause.when == nil else {
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
    if let when = clause.when {
      let id = try variable("when", .date, at: when, isInterrogative: true)
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
