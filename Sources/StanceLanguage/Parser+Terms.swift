import StanceDiagnostics
import StanceModel

extension Parser {
  static let objectRole = "the object of the verb (a name, what, something …)"
  static let subjectRole = "a clause (a name, who, what, which, someone …)"

  mutating func term(_ role: String) throws(ParseFailure) -> Term {
    let start = current.span.start
    let base = try base(role)
    var from: Referent?
    if accept("from") { from = try self.base("the group after ‘from’") }
    var that: Relative?
    if at("that") { that = try nested { parser throws(ParseFailure) in try parser.relative() } }
    return Term(base: base, from: from, that: that, span: span(from: start))
  }

  private mutating func relative() throws(ParseFailure) -> Relative {
    let start = advance().span.start
    if startsPredicate {
      let (negation, predicate) = try predicate()
      return .subject(
        Clause(
          subject: nil, negation: negation, predicate: predicate, asksWhen: false,
          span: span(from: start)))
    }
    let subject = try term("a name or a verb after ‘that’")
    let verbs = try verbPhrase()
    let qualifiers = try qualifiers()
    return .object(subject: subject, verbs, qualifiers, span(from: start))
  }

  mutating func base(_ role: String) throws(ParseFailure) -> Referent {
    let start = current.span.start
    let kind = try baseKind(role)
    return Referent(kind: kind, span: span(from: start))
  }

  private mutating func baseKind(_ role: String) throws(ParseFailure) -> Referent.Kind {
    switch current.kind {
    case .name, .quoted:
      return .name(try nameText(role), kind: nil)
    case .variable(let name):
      advance()
      return .variable(name)
    case .parameter(let name):
      advance()
      return .parameter(name)
    case .word(let word):
      let name = acceptArticleName {
        $0.startsPredicate || $0.at("from", "that", "does", "do", "did")
      }
      if let name { return .name(NameKey.stored(name), kind: nil) }
      return try baseKind(word: word, role)
    case .number, .date, .url, .symbol, .end, .endOfText, .invalid:
      throw failBase(role)
    }
  }

  private mutating func baseKind(word: String, _ role: String) throws(ParseFailure) -> Referent.Kind
  {
    switch word {
    case "who", "whom", "what":
      advance()
      return .interrogative(word)
    case "someone", "something", "somewhere":
      advance()
      return .some(word)
    case "a", "an", "some":
      advance()
      return .someKind(try kindWord("a kind such as actor, country or proposal"))
    case "which":
      advance()
      return .which(try kindWord("a kind after ‘which’"))
    case "how":
      advance()
      try expect("many")
      return .howMany(try kindWord("a kind after ‘how many’"))
    case "the": return try definiteName()
    case "any":
      advance()
      try expect("of")
      return .anyOf(try bases())
    default: throw failBase(role)
    }
  }

  /// `source` names a kind too, though it is reserved.
  private mutating func kindWord(_ role: String) throws(ParseFailure) -> Word {
    at("source", "sources") ? try word(role) : try freeWord(role)
  }

  /// `the Vatican`, `the place Georgia`
  private mutating func definiteName() throws(ParseFailure) -> Referent.Kind {
    advance()
    let kind = currentWord == nil ? nil : try freeWord("a kind or a name after ‘the’")
    return .name(try nameText("a name after ‘the’"), kind: kind)
  }

  /// `(A, B, …)`
  mutating func bases() throws(ParseFailure) -> [Referent] {
    try expect(.open)
    let bases = try nested { parser throws(ParseFailure) in
      try parser.list { parser throws(ParseFailure) in try parser.base("a name") }
    }
    try expect(.close)
    return bases
  }

  private mutating func failBase(_ role: String) -> ParseFailure {
    let isEnd = current.kind == .end || current.kind == .endOfText
    if isEnd, role == Self.objectRole {
      return fail(
        expected: role,
        help: "if the query used $param, did the shell expand it? put the query in single quotes")
    }
    if case .number = current.kind {
      return fail(expected: role, help: "a name that is a number needs quotation marks")
    }
    return fail(expected: role)
  }

  mutating func value() throws(ParseFailure) -> Value {
    let kind: Value.Kind
    switch current.kind {
    case .number(let number): kind = .number(number)
    case .date(let date): kind = .date(date)
    case .quoted(let text), .name(let text): kind = .text(text)
    case .parameter(let name): kind = .parameter(name)
    case .word, .variable, .url, .symbol, .end, .endOfText, .invalid:
      throw fail(expected: "a value (a number, a date, a name or a quotation)")
    }
    return Value(kind: kind, span: advance().span)
  }

  /// A date, a year, or a parameter.
  mutating func date(_ role: String = "a date (2025, 2025-05 or 2025-05-11)") throws(ParseFailure)
    -> DateSyntax
  {
    switch current.kind {
    case .date(let date): return DateSyntax(kind: .date(date), span: advance().span)
    case .parameter(let name): return DateSyntax(kind: .parameter(name), span: advance().span)
    case .number(.integer(let year)) where year >= 1000:
      guard let date = PartialDate(year: year) else { throw fail(expected: role) }
      return DateSyntax(kind: .date(date), span: advance().span)
    default: throw fail(expected: role)
    }
  }

  /// The comparison sign here, if there is one.
  mutating func acceptOperator() -> Operator? {
    guard case .symbol(let symbol) = current.kind, let sign = Operator(rawValue: symbol.rawValue)
    else { return nil }
    advance()
    return sign
  }
}
