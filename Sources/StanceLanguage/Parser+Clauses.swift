import StanceDiagnostics

extension Parser {
  static let auxiliaries: Set<String> = ["does", "do", "did"]
  static let copulas: Set<String> = ["is", "are", "was", "were"]

  /// Whether the current token can begin a predicate.
  var startsPredicate: Bool {
    switch current.kind {
    case .word(let word):
      return startsVerb(current) || Self.copulas.contains(word)
        || ["has", "have", "reaches", "currently", "unconditionally", "both"].contains(word)
        || (Self.auxiliaries.contains(word) && aheadWord == "not")
    default: return false
    }
  }

  func startsVerb(_ token: Token) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    return !Keywords.reserved.contains(word) && !Keywords.particles.contains(word)
  }

  mutating func clause() throws(ParseFailure) -> Clause {
    let start = current.span.start
    if at("when"), aheadWord.map(Self.auxiliaries.contains) == true {
      advance()
      return try directQuestion(from: start, asksWhen: true)
    }
    if at("does", "do", "did"), aheadWord != "not" {
      return try directQuestion(from: start, asksWhen: false)
    }
    if startsPredicate {
      let (negation, predicate) = try predicate()
      return Clause(
        subject: nil, negation: negation, predicate: predicate, asksWhen: false,
        span: span(from: start))
    }
    let subject = try term(Self.subjectRole)
    if let comparison = try comparison(of: subject, from: start) { return comparison }
    if at("does", "do", "did"), aheadWord != "not" {
      return try objectQuestion(object: subject, from: start)
    }
    try rejectJoinedNames(after: subject)
    let (negation, predicate) = try predicate()
    return Clause(
      subject: subject, negation: negation, predicate: predicate, asksWhen: false,
      span: span(from: start))
  }

  /// `does X reject Y`, `when did X reject Y`
  private mutating func directQuestion(
    from start: Int, asksWhen: Bool
  ) throws(ParseFailure) -> Clause {
    advance()
    let subject = try term("the subject of the question")
    let negation = at("not") ? advance().span : nil
    let verbs = try verbPhrase()
    let object = try term(Self.objectRole)
    let qualifiers = try qualifiers()
    return Clause(
      subject: subject, negation: negation, predicate: .verbs(verbs, object, qualifiers),
      asksWhen: asksWhen, span: span(from: start))
  }

  /// `what does X reject`
  private mutating func objectQuestion(
    object: Term, from start: Int
  ) throws(ParseFailure) -> Clause {
    advance()
    let subject = try term("the subject of the question")
    let negation = at("not") ? advance().span : nil
    let verbs = try verbPhrase()
    let qualifiers = try qualifiers()
    return Clause(
      subject: subject, negation: negation, predicate: .verbs(verbs, object, qualifiers),
      asksWhen: false, span: span(from: start))
  }

  /// `A or B rejects …`: names are joined by `any of`.
  private mutating func rejectJoinedNames(after subject: Term) throws(ParseFailure) {
    guard at("or", "and"), let connective = currentWord,
      case .name(let first, _) = subject.base.kind
    else { return }
    let second: String
    switch ahead.kind {
    case .name(let text), .quoted(let text): second = text
    default: return
    }
    let names = [first, second].map { quotedIfNeeded($0) }.joined(separator: ", ")
    throw fail(
      Diagnostic(
        .error, .orBetweenNames, "‘\(connective)’ cannot join two names", at: current.span,
        help: "write any of (\(names))"))
  }

  private mutating func comparison(
    of subject: Term, from start: Int
  ) throws(ParseFailure) -> Clause? {
    guard subject.from == nil, subject.that == nil, let name = placeName(of: subject.base) else {
      return nil
    }
    var place = Place(
      name: name.text, isVariable: name.isVariable, field: nil, span: subject.base.span)
    if at(.dot) {
      try field(of: &place)
    } else {
      guard case .symbol(let symbol) = current.kind, Operator(rawValue: symbol.rawValue) != nil
      else { return nil }
    }
    guard let sign = acceptOperator() else { throw fail(expected: "a comparison sign such as <") }
    let operand = try operand()
    return Clause(
      subject: nil, negation: nil, predicate: .comparison(place, sign, operand), asksWhen: false,
      span: span(from: start))
  }

  private func placeName(of base: Referent) -> (text: String, isVariable: Bool)? {
    switch base.kind {
    case .variable(let name): (name, true)
    case .interrogative(let word): (word, false)
    case .name, .parameter, .which, .howMany, .some, .someKind, .anyOf: nil
    }
  }

  mutating func field(of place: inout Place) throws(ParseFailure) {
    advance()
    let field = try word("a field after the dot")
    place.field = field
    place.span = place.span.union(field.span)
  }

  private mutating func operand() throws(ParseFailure) -> Operand {
    if let place = try acceptPlace() { return .place(place) }
    return .value(try value())
  }

  /// A variable or an interrogative, with its field, if one stands here.
  mutating func acceptPlace() throws(ParseFailure) -> Place? {
    var place: Place
    switch current.kind {
    case .variable(let name):
      place = Place(name: name, isVariable: true, field: nil, span: current.span)
    case .word(let word) where ["who", "whom", "what"].contains(word):
      place = Place(name: word, isVariable: false, field: nil, span: current.span)
    default: return nil
    }
    advance()
    if at(.dot) { try field(of: &place) }
    return place
  }
}
