import StanceLanguage

/// That a definition uses another one, perhaps under a negation.
private struct Use {
  var defined: Context.Defined
  var isNegated: Bool
}

extension Context {
  /// The definitions that a definition depends on and that depend on it: at least itself. Throws
  /// where one of them depends on the negation of another, or counts while it is recursive.
  func component(of defined: Defined) throws -> Set<Defined> {
    let together = reachable(from: defined).filter { reachable(from: $0).contains(defined) }
    let members = Set(together).union([defined])
    for rule in rules where members.contains(rule.defined) {
      for use in uses(in: rule.definition.body, isNegated: false)
      where members.contains(use.defined) {
        if use.isNegated { throw Unsupported("a definition depends on its own negation") }
        if rule.definition.counting != nil { throw Unsupported("a recursive rule counts") }
      }
    }
    return members
  }

  /// Every definition that one depends on, over any number of steps but at least one.
  func reachable(from defined: Defined) -> Set<Defined> {
    var found: Set<Defined> = []
    var open = [defined]
    while let next = open.popLast() {
      for rule in rules where rule.defined == next {
        for use in uses(in: rule.definition.body, isNegated: false)
        where found.insert(use.defined).inserted {
          open.append(use.defined)
        }
      }
    }
    return found
  }

  private func uses(in pattern: Pattern, isNegated: Bool) -> [Use] {
    switch pattern.kind {
    case .clause(let clause): uses(in: clause, isNegated: isNegated)
    case .and(let parts), .or(let parts): parts.flatMap { uses(in: $0, isNegated: isNegated) }
    case .not(let inner): uses(in: inner, isNegated: true)
    case .optionally(let inner): uses(in: inner, isNegated: isNegated)
    }
  }

  private func uses(in clause: Clause, isNegated: Bool) -> [Use] {
    let inner = isNegated || clause.negation != nil
    return (clause.subject.map { uses(in: $0, isNegated: isNegated) } ?? [])
      + uses(in: clause.predicate, isNegated: inner)
  }

  private func uses(in predicate: Predicate, isNegated: Bool) -> [Use] {
    switch predicate {
    case .verbs(let verbs, let term, let qualifiers):
      uses(of: verbs.verbs, isNegated) + uses(in: term, isNegated: isNegated)
        + uses(in: qualifiers, isNegated)
    case .passive(let verb, let term, let qualifiers):
      uses(of: [verb], isNegated) + uses(in: term, isNegated: isNegated)
        + uses(in: qualifiers, isNegated)
    case .isA(let word): uses(ofKind: word, isNegated)
    case .isFrom(let base): uses(in: base, isNegated)
    case .isOneOf, .has, .comparison: []
    case .isSame(let term): uses(in: term, isNegated: isNegated)
    case .reaches(let term, let via, _, let qualifiers):
      uses(of: via.compactMap(\.verb), isNegated) + uses(in: term, isNegated: isNegated)
        + uses(in: qualifiers, isNegated)
    }
  }

  private func uses(in term: Term, isNegated: Bool) -> [Use] {
    let from = term.from.map { uses(in: $0, isNegated) } ?? []
    let that: [Use]
    switch term.that {
    case nil: that = []
    case .subject(let clause): that = uses(in: clause, isNegated: isNegated)
    case .object(let subject, let verbs, let qualifiers, _):
      that =
        uses(in: subject, isNegated: isNegated) + uses(of: verbs.verbs, isNegated)
        + uses(in: qualifiers, isNegated)
    }
    return uses(in: term.base, isNegated) + from + that
  }

  private func uses(in qualifiers: [Qualifier], _ isNegated: Bool) -> [Use] {
    qualifiers.flatMap { qualifier -> [Use] in
      switch qualifier.kind {
      case .accordingTo(let base), .source(let base): uses(in: base, isNegated)
      case .on, .onVariable, .since, .until, .before, .after, .between, .when, .inParameter,
        .saying, .provided, .with, .at, .named:
        []
      }
    }
  }

  private func uses(in base: Referent, _ isNegated: Bool) -> [Use] {
    switch base.kind {
    case .which(let word), .howMany(let word), .someKind(let word):
      uses(ofKind: word, isNegated)
    case .anyOf(let bases): bases.flatMap { uses(in: $0, isNegated) }
    case .name, .variable, .parameter, .interrogative, .some: []
    }
  }

  private func uses(ofKind word: Word, _ isNegated: Bool) -> [Use] {
    defined(kind: word.text).map { [Use(defined: $0, isNegated: isNegated)] } ?? []
  }

  private func uses(of verbs: [Verb], _ isNegated: Bool) -> [Use] {
    verbs.compactMap { verb in
      guard case .word(let word) = verb.kind, let defined = defined(verb: word) else {
        return nil
      }
      return Use(defined: defined, isNegated: isNegated)
    }
  }
}

extension ViaSyntax {
  var verb: Verb? {
    switch self {
    case .verb(let verb): verb
    case .affiliation: nil
    }
  }
}
