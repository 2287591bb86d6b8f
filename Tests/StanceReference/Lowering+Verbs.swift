import StanceDiagnostics
import StanceLanguage
import StanceModel

/// The verbs of a clause and how they are joined.
struct Verbs {
  var verbs: [Verb]
  var adverb: VerbPhrase.Adverb?
  var connective = VerbPhrase.Connective.and

  init(_ phrase: VerbPhrase) {
    (verbs, adverb, connective) = (phrase.verbs, phrase.adverb, phrase.connective)
  }

  init(_ verb: Verb) { verbs = [verb] }
}

extension Lowering {
  /// What a verb stands for; a verb variable has every base relation.
  private enum Meaning {
    case base([Relation])
    case anyBase(String, offset: Int)
    case derived(Context.Defined)
  }

  private func meaning(_ verb: Verb) throws -> Meaning {
    let word: String
    switch verb.kind {
    case .word(let text): word = text
    case .parameter(let name): word = try context.parameters.text(name)
    case .variable(let name): return .anyBase(name, offset: verb.span.start)
    }
    switch try context.meaning(ofVerb: word) {
    case .base(let relation): return .base([relation])
    case .derived(let defined): return .derived(defined)
    }
  }

  // MARK: - Kinds

  /// The kinds that the subject and the object of a predicate may have.
  func allowedKinds(_ predicate: Predicate) throws -> (Set<NodeKind>, Set<NodeKind>) {
    switch predicate {
    case .verbs(let verbs, _, _): return try allowedKinds(Verbs(verbs))
    case .passive(let verb, _, _):
      let (subjects, objects) = try allowedKinds(Verbs(verb))
      return (objects, subjects)
    case .isA, .isFrom, .isOneOf, .isSame, .has, .reaches, .comparison: return (.all, .all)
    }
  }

  /// The union over verbs joined by `or`, else what all of them allow.
  func allowedKinds(_ verbs: Verbs) throws -> (Set<NodeKind>, Set<NodeKind>) {
    let kinds = try verbs.verbs.map { try allowedKinds(meaning($0)) }
    guard let first = kinds.first else { return (.all, .all) }
    return kinds.dropFirst().reduce(first) { result, next in
      verbs.connective == .or
        ? (result.0.union(next.0), result.1.union(next.1))
        : (result.0.intersection(next.0), result.1.intersection(next.1))
    }
  }

  private func allowedKinds(_ meaning: Meaning) throws -> (Set<NodeKind>, Set<NodeKind>) {
    switch meaning {
    case .base(let relations): return Self.kinds(relations)
    case .anyBase: return Self.kinds(context.world.graph.relations)
    case .derived(let defined):
      let extent = try context.extent(of: defined, scope: [])
      return (extent.subjects, extent.objects)
    }
  }

  private static func kinds(_ relations: [Relation]) -> (Set<NodeKind>, Set<NodeKind>) {
    (
      relations.reduce(into: []) { $0.formUnion($1.subjects) },
      relations.reduce(into: []) { $0.formUnion($1.objects) }
    )
  }

  // MARK: - Clauses

  /// One clause for each verb joined by `and` or `then`; one clause with alternatives for `or`.
  mutating func verbs(
    _ verbs: Verbs, _ about: Predication, _ object: Slot, _ qualifiers: [Qualifier],
    _ statements: inout [Variable]
  ) throws -> Formula {
    restrict(about.subject, to: about.subjects)
    restrict(object, to: about.objects)
    let join = Join(about: about, object: object, adverb: verbs.adverb, qualifiers: qualifiers)
    let meanings = try verbs.verbs.map(meaning)
    switch verbs.connective {
    case .or: return try alternatives(meanings, join, &statements)
    case .and: return .and(try meanings.map { try one($0, join, &statements) })
    case .then:
      var own: [Variable] = []
      var parts = try meanings.map { try one($0, join, &own) }
      guard own.count == meanings.count else { throw Unsupported("‘then’ wants statements") }
      parts += zip(own, own.dropFirst()).map { .atom(.earlier($0, $1)) }
      statements += own
      return .and(parts)
    }
  }

  /// What the verbs of a clause have in common.
  private struct Join {
    var about: Predication
    var object: Slot
    var adverb: VerbPhrase.Adverb?
    var qualifiers: [Qualifier]
  }

  /// One statement of any of the base verbs, or a derived one.
  private mutating func alternatives(
    _ meanings: [Meaning], _ join: Join, _ statements: inout [Variable]
  ) throws -> Formula {
    var base: [Relation] = []
    var others: [Formula] = []
    var isVariable = false
    for meaning in meanings {
      switch meaning {
      case .base(let relations): base += relations
      case .derived: others.append(try one(meaning, join, &statements))
      case .anyBase: isVariable = true
      }
    }
    if isVariable { throw Unsupported("a verb variable among alternatives") }
    if !base.isEmpty { others.append(try one(.base(base), join, &statements)) }
    return others.count == 1 ? others[0] : .or(others)
  }

  private mutating func one(
    _ meaning: Meaning, _ join: Join, _ statements: inout [Variable]
  ) throws -> Formula {
    switch meaning {
    case .base(let relations): return try base(relations, join, [], &statements)
    case .anyBase(let name, let offset):
      let variable = Slot.variable(notANode(named(name, at: offset)))
      return try base(context.world.graph.relations, join, [variable], &statements)
    case .derived(let defined): return try derived(defined, join)
    }
  }

  /// There is one statement with the subject, one of the relations and the object of which every
  /// qualifier is true.
  private mutating func base(
    _ relations: [Relation], _ join: Join, _ verbVariable: [Slot],
    _ statements: inout [Variable]
  ) throws -> Formula {
    let qualifiers = join.qualifiers + inherited
    let statement = try statementVariable(qualifiers)
    var parts: [Formula] = [
      .atom(
        .statement(
          statement, subject: join.about.subject, relations: Set(relations.map(\.forms.base)),
          object: join.object))
    ]
    parts += verbVariable.map { .atom(.relation(of: statement, $0)) }
    parts += try qualifiers.flatMap { try conditions($0, on: statement) }
    if let adverb = join.adverb {
      parts.append(.atom(.test(statement, try test(adverb, relations, qualifiers))))
    }
    if let offset = join.about.asksWhen { parts.append(when(statement, at: offset)) }
    statements.append(statement)
    if depthOfNegation == 0 { self.statements.append(statement) }
    return .and(parts)
  }

  private mutating func statementVariable(_ qualifiers: [Qualifier]) throws -> Variable {
    var names: [Variable] = []
    for case .named(let word) in qualifiers.map(\.kind) { names.append(statement(word)) }
    guard names.count < 2 else { throw Unsupported("a statement has two names") }
    return names.first ?? hidden()
  }

  private func test(
    _ adverb: VerbPhrase.Adverb, _ relations: [Relation], _ qualifiers: [Qualifier]
  ) throws -> StatementTest {
    switch adverb {
    case .unconditionally: return .unconditional
    case .currently:
      guard relations.allSatisfy({ $0.opposite != nil }) else {
        throw Unsupported("‘currently’ wants an opposite")
      }
      return .current(try limits(qualifiers))
    }
  }

  /// A pair of the relation as it is computed from the statements that the qualifiers admit.
  private mutating func derived(_ defined: Context.Defined, _ join: Join) throws -> Formula {
    guard join.adverb == nil, join.about.asksWhen == nil else {
      throw Unsupported("a derived relation has no statements")
    }
    if context.underway[defined] != nil, !join.qualifiers.isEmpty {
      throw Unsupported("a qualifier on a recursive clause")
    }
    let scope = join.qualifiers + inherited
    guard scope.allSatisfy(\.isClosed) else {
      throw Unsupported("a derived relation has no statements")
    }
    let extent = try context.extent(of: defined, scope: scope)
    var weight: Slot?
    if extent.isCounting {
      let variable = notANode(hidden())
      if depthOfNegation == 0 { weights.append(variable) }
      weight = .variable(variable)
    }
    return .atom(
      .pair(extent.pairs, join.about.subject, join.object, weight: weight))
  }
}
