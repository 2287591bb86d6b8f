import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Binder {
  /// What the subject of a clause is, has or reaches.
  mutating func bindProperty(_ clause: Clause, isNegated: Bool) throws(QuestionRefused) -> Formula {
    let subject = try propertySubject(of: clause)
    carriedSubject = subject.reference
    let property = try bind(clause.predicate, of: subject.reference, at: clause.span)
    guard isNegated else { return .all(subject.extras + property) }
    let hidden = subject.reference.variable.map { plan.variables[$0.index].name == nil } == true
    let domain: [Formula] = hidden ? subject.reference.variable.map { [.node($0)] } ?? [] : []
    return .all(subject.extras + domain + [.not(.all(property))])
  }

  private mutating func propertySubject(of clause: Clause) throws(QuestionRefused) -> BoundTerm {
    if let term = clause.subject {
      return try bind(term, as: TermRole(kinds: .all, phrase: "the subject"))
    }
    guard let carriedSubject else {
      throw refuse(
        .expected, "this clause has no subject", at: clause.span,
        help: "begin it with a name, who, what or someone")
    }
    return BoundTerm(reference: carriedSubject, extras: [])
  }

  private mutating func bind(
    _ predicate: Predicate, of subject: Reference, at span: SourceSpan
  ) throws(QuestionRefused) -> [Formula] {
    switch predicate {
    case .isA(let word): return try membership(of: subject, in: try kindName(word), at: word.span)
    case .isFrom(let group): return try affiliation(of: subject, from: group, at: [])
    case .isOneOf(let list): return [.oneOf(subject, try rolledUp(try nodes(of: list)))]
    case .isSame(let term):
      let other = try bind(term, as: TermRole(kinds: .all, phrase: "the other"))
      return other.extras + [.same(subject, other.reference)]
    case .has(let attribute, let sign, let value):
      let name = try self.attribute(attribute)
      return [.attribute(subject, name, sign ?? .equal, try constant(value))]
    case .reaches(let target, let via, let within, let qualifiers):
      let bound = try bind(target, as: TermRole(kinds: .all, phrase: "the node that is reached"))
      let links = try links(via, qualifiers)
      let steps = try steps(within, standard: 6, most: 12)
      let atom = ReachAtom(from: subject, to: bound.reference, links: links, steps: steps)
      return bound.extras + [.reaches(atom)]
    case .verbs, .passive, .comparison:
      preconditionFailure("relations and comparisons are bound on their own")
    }
  }

  private mutating func nodes(of list: ListSyntax) throws(QuestionRefused) -> [Int] {
    switch list {
    case .bases(let bases, _): return try nodes(of: bases, among: .all).map(\.id)
    case .parameter(let word):
      let base = Referent(kind: .parameter(word.text), span: word.span)
      return try nodes(of: [base], among: .all).map(\.id)
    }
  }

  private func attribute(_ word: Word) throws(QuestionRefused) -> String {
    let known = try look { catalog throws in try catalog.attributes() }
    if known.contains(word.text) { return word.text }
    let nearest = Suggestion.nearest(to: word.text, among: known.sorted().map { ($0, $0) })
    throw refuse(
      .unknownField, "no node has an attribute ‘\(word.text)’", at: word.span,
      help: Suggestion.didYouMean(nearest, "‘", "’"))
  }

  private func steps(_ steps: Steps?, standard: Int, most: Int) throws(QuestionRefused) -> Int {
    guard let steps else { return standard }
    guard (1...most).contains(steps.count) else {
      throw refuse(
        .wrongValue, "‘within’ takes 1 to \(most) steps here", at: steps.span,
        help: "write within \(most) steps")
    }
    return steps.count
  }

  /// What may be walked along; all base relations and affiliation where nothing is said.
  private mutating func links(
    _ via: [ViaSyntax], _ qualifiers: [Qualifier]
  ) throws(QuestionRefused) -> Links {
    let bound = try bindQualifiers(qualifiers + everywhere)
    guard bound.extras.isEmpty, bound.name == nil,
      !bound.conditions.contains(where: \.bindsVariable)
    else {
      throw refuse(
        .unboundUnderNot, "the qualifiers of a path cannot hold variables",
        at: (qualifiers + everywhere).first?.span ?? SourceSpan(0, 0))
    }
    let conditions = bound.conditions + restriction
    var links = Links(relations: [], affiliation: via.isEmpty, derived: [], conditions: conditions)
    if via.isEmpty { links.relations = catalog.relations.map(\.id) }
    for step in via {
      switch step {
      case .affiliation: links.affiliation = true
      case .verb(let verb):
        switch try bind(verb) {
        case .base(let entry): links.relations.append(entry.id)
        case .derived(let name):
          links.derived.append(try restrictedInstance(name, qualifiers, at: verb.span))
        case .variable:
          throw refuse(.expected, "‘via’ takes verbs, not variables", at: verb.span)
        }
      }
    }
    return links
  }

  mutating func bindPath(_ path: PathSyntax) throws(QuestionRefused) -> PathPlan {
    let links = try links(path.via, path.qualifiers)
    let from = try end(path.from)
    let to = try end(path.to)
    guard from != to else {
      throw refuse(.wrongValue, "the path begins where it ends", at: path.to.span)
    }
    let steps =
      path.isEvery
      ? try steps(path.within, standard: 4, most: 8)
      : try steps(path.within, standard: 12, most: 12)
    return PathPlan(isEvery: path.isEvery, from: from, to: to, links: links, steps: steps)
  }

  private mutating func end(_ base: Referent) throws(QuestionRefused) -> Int {
    let bound = try bind(base, as: TermRole(kinds: .all, phrase: "the end of a path"))
    guard case .constant(let id) = bound.reference else {
      throw refuse(.expected, "a path runs between two names", at: base.span)
    }
    return id
  }
}

extension StatementCondition {
  var bindsVariable: Bool {
    switch self {
    case .date: true
    case .speaker(let reference), .source(let reference): reference.variable != nil
    case .begins, .ends, .lies, .saying, .provided, .unconditional, .field, .offsets: false
    }
  }
}

// MARK: - Comparisons

extension Binder {
  mutating func bindComparison(
    _ place: Place, _ sign: Operator, _ operand: Operand
  ) throws(QuestionRefused) -> Formula {
    let left = try quantity(place)
    switch operand {
    case .place(let other): return .compare(left, sign, try quantity(other))
    case .value(let value):
      if let constant = try identity(of: left, value) {
        return .compare(left, sign, .constant(constant))
      }
      if case .field(_, let field) = left {
        return .compare(left, sign, .constant(try constant(value, for: field)))
      }
      return .compare(left, sign, .constant(try constant(value)))
    }
  }

  /// What a text names where it is compared with a speaker, a source or a variable.
  private mutating func identity(
    of quantity: Quantity, _ value: Value
  ) throws(QuestionRefused) -> Constant? {
    switch quantity {
    case .variable(let id): return try identity(of: id, value)
    case .field(_, .speaker):
      return try rolledUp(node(text(value), kind: nil, among: [.actor], at: value.span))
    case .field(_, .source): return .node(try source(try text(value), at: value.span))
    case .field, .attribute, .constant: return nil
    }
  }

  /// The node that a text names where it is compared with a variable of nodes.
  private mutating func identity(
    of id: VariableID, _ value: Value
  ) throws(QuestionRefused) -> Constant? {
    switch plan.variables[id.index].sort {
    case .node: return try rolledUp(node(text(value), kind: nil, among: .all, at: value.span))
    case .source: return .node(try source(try text(value), at: value.span))
    case .relation:
      let verb = Verb(kind: .word(try text(value)), span: value.span)
      guard case .base(let entry) = try bind(verb) else { return nil }
      return .node(entry.id)
    case .date: return nil
    }
  }

  mutating func quantity(_ place: Place) throws(QuestionRefused) -> Quantity {
    if let statement = statements[place.name], place.isVariable {
      guard let field = place.field else {
        throw refuse(
          .unknownField, "?\(place.name) is a statement; say which field of it", at: place.span,
          help: "such as ?\(place.name).date")
      }
      guard let known = StatementField(written: field.text) else { throw unknownField(field) }
      if comparedAt[statement] == nil { comparedAt[statement] = place.span }
      return .field(statement, known)
    }
    let sort = names[place.name].map { plan.variables[$0.index].sort } ?? .node
    let id = try variable(
      place.name, sort, at: place.span, isInterrogative: !place.isVariable)
    guard let field = place.field else { return .variable(id) }
    guard sort == .node else {
      throw refuse(
        .unknownField, "\(sort.phrase) has no field ‘\(field.text)’", at: field.span)
    }
    return .attribute(id, try nodeAttribute(field))
  }

  /// An attribute of nodes; name, kind and type are known of all.
  func nodeAttribute(_ word: Word) throws(QuestionRefused) -> String {
    ["name", "kind", "type"].contains(word.text) ? word.text : try attribute(word)
  }
}

// MARK: - Statement variables

extension Binder {
  /// Gives each `as ?s` of the pattern its statement, so that it may be spoken of before.
  mutating func reserveStatements(in pattern: Pattern) {
    switch pattern.kind {
    case .clause(let clause): reserveStatements(in: clause)
    case .and(let parts), .or(let parts): for part in parts { reserveStatements(in: part) }
    case .not(let inner), .optionally(let inner): reserveStatements(in: inner)
    }
  }

  private mutating func reserveStatements(in clause: Clause) {
    if let subject = clause.subject { reserveStatements(in: subject) }
    switch clause.predicate {
    case .verbs(_, let term, let qualifiers), .passive(_, let term, let qualifiers):
      reserveStatements(in: term)
      reserveStatements(in: qualifiers)
    case .isSame(let term): reserveStatements(in: term)
    case .reaches(let term, _, _, let qualifiers):
      reserveStatements(in: term)
      reserveStatements(in: qualifiers)
    case .isA, .isFrom, .isOneOf, .has, .comparison: return
    }
  }

  private mutating func reserveStatements(in term: Term) {
    switch term.that {
    case .subject(let clause): reserveStatements(in: clause)
    case .object(let subject, _, let qualifiers, _):
      reserveStatements(in: subject)
      reserveStatements(in: qualifiers)
    case nil: return
    }
  }

  private mutating func reserveStatements(in qualifiers: [Qualifier]) {
    let names = qualifiers.compactMap { qualifier -> String? in
      guard case .named(let word) = qualifier.kind else { return nil }
      return word.text
    }
    // Two names on one clause are of one and the same statement.
    let known = names.compactMap { statements[$0] }.first
    guard !names.isEmpty else { return }
    let id = known ?? freshStatement()
    for name in names where statements[name] == nil { statements[name] = id }
  }
}
