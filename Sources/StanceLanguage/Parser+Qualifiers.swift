import StanceDiagnostics
import StanceModel

extension Parser {
  private static let qualifierWords: Set<String> = [
    "on", "in", "since", "until", "before", "after", "between", "when", "according", "saying",
    "said", "provided", "with", "at",
  ]

  /// Whether a qualifier begins with the token; `as` does only before a variable.
  private func startsQualifier(_ token: Token, _ next: Token) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    if word == "as", case .variable = next.kind { return true }
    return Self.qualifierWords.contains(word)
  }

  /// The qualifiers of a clause, with or without commas between them.
  mutating func qualifiers() throws(ParseFailure) -> [Qualifier] {
    var found: [Qualifier] = []
    while true {
      if at(.comma) {
        guard qualifierFollowsComma else { return found }
        advance()
      }
      if at("not"), startsQualifier(ahead, ahead) { throw failNotBeforeQualifier() }
      guard startsQualifier(current, ahead) else { return found }
      found.append(try qualifier())
    }
  }

  /// Whether the comma here stands before a qualifier; `as` wants a look at the token after it.
  private var qualifierFollowsComma: Bool {
    var probe = self
    probe.advance()
    return probe.startsQualifier(probe.current, probe.ahead)
      || (probe.at("not") && probe.startsQualifier(probe.ahead, probe.ahead))
  }

  private mutating func failNotBeforeQualifier() -> ParseFailure {
    fail(
      Diagnostic(
        .error, .notBeforeQualifier, "‘not’ cannot stand before a qualifier", at: current.span,
        help: "for “no such statement” put not before the clause; for “another speaker” write "
          + "with speaker != …"))
  }

  mutating func qualifier() throws(ParseFailure) -> Qualifier {
    let start = current.span.start
    let kind = try qualifierKind()
    return Qualifier(kind: kind, span: span(from: start))
  }

  private mutating func qualifierKind() throws(ParseFailure) -> Qualifier.Kind {
    let role = "a qualifier such as since 2025-05, according to …, in SOURCE, saying \"…\""
    switch try word(role).text {
    case "on": return try onDate()
    case "in": return try inDateOrSource()
    case "since": return .since(try date())
    case "until": return .until(try date())
    case "before": return .before(try date())
    case "after": return .after(try date())
    case "between":
      let first = try date()
      try expect("and")
      return .between(first, try date())
    case "when": return .when
    case "according":
      try expect("to")
      return .accordingTo(try base("the speaker (a name, who, whom, someone …)"))
    case "saying", "said": return .saying(try phrase())
    case "provided": return .provided(try phrase())
    case "with": return try withField()
    case "at": return try offsets()
    case "as": return try statementVariable()
    default: throw fail(expected: role)
    }
  }

  private mutating func onDate() throws(ParseFailure) -> Qualifier.Kind {
    guard case .variable(let name) = current.kind else { return .on(try date()) }
    return .onVariable(Word(name, at: advance().span))
  }

  private mutating func inDateOrSource() throws(ParseFailure) -> Qualifier.Kind {
    switch current.kind {
    case .date, .number: return .on(try date())
    case .parameter(let name): return .inParameter(Word(name, at: advance().span))
    case .variable: return try onDate()
    default: return .source(try base("a date or a source"))
    }
  }

  private mutating func phrase() throws(ParseFailure) -> Value {
    switch current.kind {
    case .quoted(let text): return Value(kind: .text(text), span: advance().span)
    case .parameter(let name): return Value(kind: .parameter(name), span: advance().span)
    default: throw fail(expected: "a quotation in double quotes")
    }
  }

  private mutating func withField() throws(ParseFailure) -> Qualifier.Kind {
    let field = try word("a field such as confidence, publisher or language")
    let sign = acceptOperator()
    return .with(field, sign, try value())
  }

  private mutating func offsets() throws(ParseFailure) -> Qualifier.Kind {
    let start = try wholeNumber("the offset where the quotation starts")
    try expect(.range)
    return .at(start, try wholeNumber("the offset where the quotation ends"))
  }

  private mutating func statementVariable() throws(ParseFailure) -> Qualifier.Kind {
    guard case .variable(let name) = current.kind else { throw fail(expected: "a variable") }
    return .named(Word(name, at: advance().span))
  }
}
