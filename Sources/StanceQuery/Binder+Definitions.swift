import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Binder {
  /// An atom of a derived relation or kind.
  mutating func derivedAtom(
    _ name: String, subject: Reference, object: Reference?, _ qualifiers: [Qualifier],
    at span: SourceSpan
  ) throws(QuestionRefused) -> Formula {
    let instance = try restrictedInstance(name, qualifiers, at: span)
    if let kinds = derivedKinds(instance) {
      try constrain(subject, to: kinds.subject, "\(withArticle(name))", at: span)
    }
    derivedCount += 1
    return .derived(
      DerivedAtom(id: derivedCount - 1, relation: instance, subject: subject, object: object))
  }

  /// The derived relation computed from the statements that meet the qualifiers, those of `all`
  /// and those of the definition it is used in.
  mutating func restrictedInstance(
    _ name: String, _ qualifiers: [Qualifier], at span: SourceSpan
  ) throws(QuestionRefused) -> Int {
    let bound = try bindQualifiers(qualifiers + everywhere)
    if let word = bound.name {
      throw refuse(
        .derivedHasNoStatements, "‘\(name)’ is derived and has no statement to name", at: word.span)
    }
    guard bound.extras.isEmpty, !bound.conditions.contains(where: \.bindsVariable) else {
      throw refuse(
        .derivedHasNoStatements, "‘\(name)’ is derived: its qualifiers cannot hold variables",
        at: (qualifiers + everywhere).first?.span ?? span)
    }
    var conditions = restriction
    for condition in bound.conditions where !conditions.contains(condition) {
      conditions.append(condition)
    }
    return try instance(name, conditions, at: span)
  }

  private mutating func instance(
    _ name: String, _ conditions: [StatementCondition], at span: SourceSpan
  ) throws(QuestionRefused) -> Int {
    let key = DerivedKey(name: name, restriction: conditions)
    if let known = instances[key] { return known }
    let rules = library.rules(of: name)
    guard let first = rules.first else {
      throw refuse(.noBaseRule, "‘\(name)’ has no rule", at: span)
    }
    let index = plan.derived.count
    instances[key] = index
    let hasObject: Bool
    if case .relation = first.definition.head { hasObject = true } else { hasObject = false }
    plan.derived.append(
      DerivedRelation(
        name: name, isMutual: rules.contains { $0.definition.isMutual },
        isCounting: rules.contains { $0.definition.counting != nil }, hasObject: hasObject,
        rules: [], component: []))
    unfinished.append(index)
    for entry in rules { try bindRule(entry, of: index, conditions) }
    unfinished.removeLast()
    return index
  }

  /// Binds a rule with names of its own.
  private mutating func bindRule(
    _ entry: Library.Entry, of index: Int, _ conditions: [StatementCondition]
  ) throws(QuestionRefused) {
    let outer = self
    names = [:]
    statements = [:]
    carriedSubject = nil
    everywhere = []
    restriction = conditions
    defer {
      names = outer.names
      statements = outer.statements
      carriedSubject = outer.carriedSubject
      everywhere = outer.everywhere
      restriction = outer.restriction
    }
    reserveStatements(in: entry.definition.body)
    let body = try bind(entry.definition.body)
    let (subject, object) = entry.definition.headVariables
    plan.derived[index].rules.append(
      DerivedRelation.Rule(
        subject: try headVariable(subject, body),
        object: try object.map { word throws(QuestionRefused) in
          try headVariable(word, body)
        },
        counted: try entry.definition.counting.map { word throws(QuestionRefused) in
          try headVariable(word, body)
        },
        condition: try completed(body)))
  }

  private func headVariable(_ word: Word, _ body: Formula) throws(QuestionRefused) -> VariableID {
    guard let id = names[word.text], body.bound.contains(id) else {
      throw refuse(
        .unboundHead, "?\(word.text) of the head is not bound by the definition", at: word.span,
        help: "say what it is, e.g. ?\(word.text) is an actor")
    }
    return id
  }

  /// The kinds that the two sides of a derived relation may have, or nil while it is being bound.
  func derivedKinds(_ instance: Int) -> (subject: Set<NodeKind>, object: Set<NodeKind>)? {
    guard !unfinished.contains(instance) else { return nil }
    let rules = plan.derived[instance].rules
    let plain = rules.filter { !$0.condition.derivedRelations.contains(instance) }
    let seen = plain.isEmpty ? rules : plain
    let subjects = seen.reduce(into: Set<NodeKind>()) {
      $0.formUnion(plan.variables[$1.subject.index].kinds)
    }
    let objects = seen.reduce(into: Set<NodeKind>()) { kinds, rule in
      if let object = rule.object { kinds.formUnion(plan.variables[object.index].kinds) }
    }
    guard plan.derived[instance].isMutual else { return (subjects, objects) }
    return (subjects.union(objects), subjects.union(objects))
  }
}

extension Definition {
  var headVariables: (subject: Word, object: Word?) {
    switch head {
    case .kind(let subject, _): (subject, nil)
    case .relation(let subject, _, let object): (subject, object)
    }
  }
}
