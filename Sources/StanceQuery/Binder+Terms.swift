import StanceDiagnostics
import StanceLanguage
import StanceModel

/// What a position of a clause asks of the term in it.
struct TermRole {
  var kinds: Set<NodeKind>
  /// `the object of ‘rejects’`
  var phrase: String
}

/// A term as a reference, and what it has to meet besides.
struct BoundTerm {
  var reference: Reference
  var extras: [Formula]
}

extension Binder {
  /// - Parameter times: the statements at whose time an affiliation of the term has to hold.
  mutating func bind(
    _ term: Term, as role: TermRole, at times: [StatementID] = []
  ) throws(QuestionRefused) -> BoundTerm {
    var bound = try bind(term.base, as: role)
    if let from = term.from {
      bound.extras += try affiliation(of: bound.reference, from: from, at: times)
    }
    if let that = term.that {
      let carried = carriedSubject
      bound.extras.append(try bind(that, of: bound.reference))
      carriedSubject = carried
    }
    return bound
  }

  mutating func affiliation(
    of member: Reference, from group: Referent, at times: [StatementID]
  ) throws(QuestionRefused) -> [Formula] {
    let bound = try bind(group, as: TermRole(kinds: .all, phrase: "the group after ‘from’"))
    let timing: [StatementID?] = catalog.hasDatedAffiliations && !times.isEmpty ? times : [nil]
    return bound.extras
      + timing.map { .affiliated(member, group: bound.reference, at: $0) }
  }

  private mutating func bind(
    _ relative: Relative, of noun: Reference
  ) throws(QuestionRefused) -> Formula {
    switch relative {
    case .subject(var clause):
      carriedSubject = noun
      clause.subject = nil
      return try bind(clause)
    case .object(let subject, let verbs, let qualifiers, let span):
      return try bindRelation(
        RelationClause(
          subject: .term(subject), verbs: verbs, object: .bound(noun, span),
          qualifiers: qualifiers, isNegated: false, isPassive: false))
    }
  }

  mutating func bind(_ base: Referent, as role: TermRole) throws(QuestionRefused) -> BoundTerm {
    let span = base.span
    switch base.kind {
    case .name(let name, let kind):
      return try constant(node(name, kind: kind, among: role.kinds, at: span), role, at: span)
    case .parameter(let name): return try bindParameter(name, role, at: span)
    case .variable(let name):
      return try bindVariable(
        variable(name, .node, at: span, isInterrogative: false), role, at: span)
    case .interrogative(let word):
      return try bindVariable(
        variable(word, .node, at: span, isInterrogative: true), role, at: span)
    case .which(let word), .howMany(let word):
      let kind = try kindName(word)
      let id = try variable(kind, .node, at: span, isInterrogative: true)
      let bound = try typed(bindVariable(id, role, at: span), kind, at: span)
      ranges[id] = bound.extras
      return bound
    case .some(let word):
      let bound = try bindVariable(freshVariable(nil), role, at: span)
      if word == "somewhere" {
        try constrain(bound.reference, to: [.place], "‘somewhere’", at: span)
      }
      return bound
    case .someKind(let word):
      let kind = try kindName(word)
      return try typed(bindVariable(freshVariable(nil), role, at: span), kind, at: span)
    case .anyOf(let bases): return try bindAny(of: bases, role, at: span)
    }
  }

  private mutating func bindVariable(
    _ id: VariableID, _ role: TermRole, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    try constrain(.variable(id), to: role.kinds, role.phrase, at: span)
    return BoundTerm(reference: .variable(id), extras: [])
  }

  /// The term with the condition that it is of a kind, a type or a derived kind.
  private mutating func typed(
    _ term: BoundTerm, _ kind: String, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    var term = term
    term.extras += try membership(of: term.reference, in: kind, at: span)
    return term
  }

  /// What says that a reference is of a kind, a type or a derived kind.
  mutating func membership(
    of reference: Reference, in kind: String, at span: SourceSpan
  ) throws(QuestionRefused) -> [Formula] {
    guard let top = catalog.types.kind(of: kind) else {
      return [try derivedAtom(kind, subject: reference, object: nil, [], at: span)]
    }
    if case .variable = reference {
      try constrain(reference, to: [top], "a \(kind)", at: span)
    }
    return [.hasType(reference, types: catalog.types.subtypes(of: kind))]
  }

  private mutating func bindParameter(
    _ name: String, _ role: TermRole, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    var texts = try parameterTexts(name, at: span)
    if parameters.declaration(name)?.isList == false { texts = [try parameterText(name, at: span)] }
    var nodes: [CatalogNode] = []
    for text in texts {
      nodes.append(try node(text, kind: nil, among: role.kinds, at: span))
    }
    if let kind = parameters.declaration(name)?.kind {
      let type = try kindName(kind)
      for node in nodes where !catalog.types.isBelow(node.type, type) {
        throw refuse(
          .wrongValue, "the value of $\(name), “\(node.name)”, is not \(withArticle(type))",
          at: span)
      }
    }
    if nodes.count == 1 { return try constant(nodes[0], role, at: span) }
    return try any(of: nodes, role, at: span)
  }

  private mutating func bindAny(
    of bases: [Referent], _ role: TermRole, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    try any(of: nodes(of: bases, among: role.kinds), role, at: span)
  }

  private mutating func any(
    of nodes: [CatalogNode], _ role: TermRole, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    for node in nodes { try constrain(.constant(node.id), to: role.kinds, role.phrase, at: span) }
    let bound = try bindVariable(freshVariable(nil), role, at: span)
    return BoundTerm(
      reference: bound.reference, extras: [.oneOf(bound.reference, try rolledUp(nodes.map(\.id)))])
  }

  /// The nodes that a list of names stands for.
  mutating func nodes(
    of bases: [Referent], among kinds: Set<NodeKind>
  ) throws(QuestionRefused) -> [CatalogNode] {
    var nodes: [CatalogNode] = []
    for base in bases {
      switch base.kind {
      case .name(let name, let kind):
        nodes.append(try node(name, kind: kind, among: kinds, at: base.span))
      case .parameter(let name):
        for text in try parameterTexts(name, at: base.span) {
          nodes.append(try node(text, kind: nil, among: kinds, at: base.span))
        }
      case .variable, .interrogative, .which, .howMany, .some, .someKind, .anyOf:
        throw refuse(.expected, "a list holds names only", at: base.span)
      }
    }
    return nodes
  }

  /// A constant; on a rolled-up graph the group that stands for it.
  private mutating func constant(
    _ node: CatalogNode, _ role: TermRole, at span: SourceSpan
  ) throws(QuestionRefused) -> BoundTerm {
    try constrain(.constant(node.id), to: role.kinds, role.phrase, at: span)
    let groups = try rolledUp([node.id])
    if groups.count == 1 { return BoundTerm(reference: .constant(groups[0]), extras: []) }
    let bound = try bindVariable(freshVariable(nil), role, at: span)
    return BoundTerm(reference: bound.reference, extras: [.oneOf(bound.reference, groups)])
  }

  /// The node as something to compare with.
  mutating func rolledUp(_ node: CatalogNode) throws(QuestionRefused) -> Constant {
    let groups = try rolledUp([node.id])
    return groups.count == 1 ? .node(groups[0]) : .nodes(groups)
  }

  /// What stands for the nodes on the graph that `by` rolls up; the nodes themselves without it.
  mutating func rolledUp(_ nodes: [Int]) throws(QuestionRefused) -> [Int] {
    guard let level = plan.level else { return nodes }
    var result: [Int] = []
    for id in nodes {
      let isActor = constants[id]?.kind == .actor
      let groups =
        isActor
        ? try look { catalog throws in try catalog.ancestors(of: id, types: level) } : []
      if groups.isEmpty || groups == [id] {
        result.append(id)
      } else {
        result += groups
        notes.append("‘\(constants[id]?.name ?? "")’ counts as its group here")
      }
    }
    var seen: Set<Int> = []
    return result.filter { seen.insert($0).inserted }
  }
}
