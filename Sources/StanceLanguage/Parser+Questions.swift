public import StanceDiagnostics

extension QuestionFile {
  /// Parses a question file. The diagnostics are in order of position; sentences with an error are
  /// left out. Linear in the length of the text.
  public static func parse(_ source: SourceText) -> (file: QuestionFile, diagnostics: [Diagnostic])
  {
    var parser = Parser(source)
    var file = QuestionFile()
    while !parser.isAtEnd {
      if let sentence = parser.recoveringSentence() { file.sentences.append(sentence) }
    }
    return (file, parser.diagnostics)
  }
}

extension Parser {
  static let queryEndRole =
    "the end of the query, and / or, or an option such as show, by, top, draw, as"

  fileprivate mutating func recoveringSentence() -> Sentence? {
    if current.kind == .end {
      advance()
      return nil
    }
    do throws(ParseFailure) {
      let start = current.span.start
      let sentence = try sentence()
      try checkLength(from: start)
      return sentence
    } catch {
      synchronize()
      return nil
    }
  }

  private mutating func checkLength(from start: Int) throws(ParseFailure) {
    guard lastEnd - start > Self.sentenceLimit else { return }
    report(
      Diagnostic(
        .error, .tooLong, "a sentence may have \(Self.sentenceLimit) bytes at most",
        at: SourceSpan(start, start)))
  }

  private mutating func sentence() throws(ParseFailure) -> Sentence {
    switch currentWord {
    case "use": return .use(try use())
    case "given": return .given(try given())
    case "define": return .define(try definition())
    default: return .question(try question())
    }
  }

  private mutating func use() throws(ParseFailure) -> Use {
    advance()
    let isGraph = accept("graph")
    let role = isGraph ? "the name of a graph" : "the name of a file, in quotation marks"
    switch current.kind {
    case .quoted(let text), .name(let text):
      let name = Word(text, at: advance().span)
      try expectEnd("the end of the sentence")
      return Use(name: name, isGraph: isGraph)
    default: throw fail(expected: role)
    }
  }

  private mutating func given() throws(ParseFailure) -> [Parameter] {
    advance()
    let parameters = try list { parser throws(ParseFailure) in try parser.parameter() }
    try expectEnd("‘,’ and another parameter, or the end of the sentence")
    return parameters
  }

  private mutating func parameter() throws(ParseFailure) -> Parameter {
    guard case .parameter(let name) = current.kind else {
      throw fail(expected: "a parameter such as $since")
    }
    let word = Word(name, at: advance().span)
    try expect("is")
    let isList = at("some")
    guard accept("a") || accept("an") || accept("some") else {
      throw fail(expected: "‘a’, ‘an’ or ‘some’")
    }
    let kind = try self.word("a kind such as actor, date, number or text")
    let value = accept("default") ? try value() : nil
    return Parameter(name: word, kind: kind, isList: isList, defaultValue: value)
  }

  private mutating func definition() throws(ParseFailure) -> Definition {
    let start = advance().span.start
    let isMutual = accept("mutual")
    let head = try head()
    let counting = accept("counting") ? try variable("the variable that is counted") : nil
    try expect("when")
    let body = try pattern()
    let definition = Definition(
      head: head, isMutual: isMutual, counting: counting, body: body, span: span(from: start))
    try expectEnd("the end of the definition, and / or")
    return definition
  }

  private mutating func head() throws(ParseFailure) -> Definition.Head {
    let subject = try variable("a variable such as ?a")
    if accept("is") {
      guard accept("a") || accept("an") else { throw fail(expected: "‘a’ or ‘an’") }
      return .kind(subject, try freeWord("the name of the kind"))
    }
    let verb = try verb()
    guard case .word = verb.kind else {
      throw fail(
        Diagnostic(
          .error, .expected, "expected the verb that is defined, found a variable", at: verb.span))
    }
    return .relation(subject, verb, try variable("a variable such as ?b"))
  }

  private mutating func variable(_ role: String) throws(ParseFailure) -> Word {
    guard case .variable(let name) = current.kind else { throw fail(expected: role) }
    return Word(name, at: advance().span)
  }

  private mutating func question() throws(ParseFailure) -> Question {
    let start = current.span.start
    let form: Question.Form =
      at("path", "paths") ? .path(try path()) : .pattern(try pattern())
    let options = try options()
    let span = span(from: start)
    try rejectWhere()
    try expectEnd(Self.queryEndRole)
    return Question(form: form, options: options, span: span)
  }

  private mutating func rejectWhere() throws(ParseFailure) {
    guard at("where") else { return }
    throw fail(
      expected: Self.queryEndRole,
      help: "filters need no ‘where’: write since 2025-05, with confidence >= 0.8, ?a is not ?b …")
  }

  private mutating func path() throws(ParseFailure) -> PathSyntax {
    let isEvery = advance().kind == .word("paths")
    try expect("from")
    let from = try base("where the path begins")
    try expect("to")
    let to = try base("where the path ends")
    let via = try via()
    let within = try within()
    return PathSyntax(
      isEvery: isEvery, from: from, to: to, via: via, within: within,
      qualifiers: try qualifiers())
  }
}

// MARK: - Patterns

extension Parser {
  mutating func pattern() throws(ParseFailure) -> Pattern {
    let start = current.span.start
    var units = [try unit()]
    if at("or") { return try alternatives(first: units[0], from: start) }
    while let isOptional = nextConjunct {
      if at(.comma) { advance() }
      if !isOptional { advance() }
      units.append(try unit())
      if at("or") { throw failMixed() }
    }
    if units.count == 1 { return units[0] }
    return Pattern(kind: .and(units), span: span(from: start))
  }

  private mutating func alternatives(
    first: Pattern, from start: Int
  ) throws(ParseFailure) -> Pattern {
    var units = [first]
    while at("or") {
      let connective = current.span
      advance()
      units.append(try alternative(after: connective, units))
    }
    if at("and", "but") || (at(.comma) && ["and", "but"].contains(aheadWord ?? "")) {
      if at(.comma) { advance() }
      throw failMixed()
    }
    let alternatives = Pattern(kind: .or(units), span: span(from: start))
    var parts = [alternatives]
    while at(.comma) && aheadWord == "optionally" || at("optionally") {
      if at(.comma) { advance() }
      parts.append(try unit())
    }
    return parts.count == 1
      ? alternatives : Pattern(kind: .and(parts), span: span(from: start))
  }

  /// One more alternative. A lone name after `or` was meant as a second object.
  private mutating func alternative(
    after connective: SourceSpan, _ units: [Pattern]
  ) throws(ParseFailure) -> Pattern {
    let isName: Bool
    var second = ""
    switch current.kind {
    case .name(let text), .quoted(let text): (isName, second) = (true, text)
    default: isName = false
    }
    let endsThere = ahead.kind == .end || ahead.kind == .endOfText || ahead.kind == .symbol(.comma)
    guard isName, endsThere, let first = objectName(of: units.last) else { return try unit() }
    let names = [first, second].map { quotedIfNeeded($0) }.joined(separator: ", ")
    throw fail(
      Diagnostic(
        .error, .orBetweenNames, "‘or’ cannot join two names", at: connective,
        help: "write any of (\(names))"))
  }

  private func objectName(of pattern: Pattern?) -> String? {
    guard case .clause(let clause) = pattern?.kind,
      case .verbs(_, let object, _) = clause.predicate,
      case .name(let name, _) = object.base.kind
    else { return nil }
    return name
  }

  /// Whether another part of a conjunction follows, and whether it is an optional one.
  private var nextConjunct: Bool? {
    let word = at(.comma) ? aheadWord : currentWord
    switch word {
    case "and", "but": return false
    case "optionally": return true
    default: return nil
    }
  }

  private mutating func failMixed() -> ParseFailure {
    fail(
      Diagnostic(
        .error, .mixedConnectives, "‘and’ and ‘or’ are mixed without parentheses",
        at: current.span, help: "put ( … ) around the part that belongs together"))
  }

  private mutating func unit() throws(ParseFailure) -> Pattern {
    let start = current.span.start
    if accept("not") {
      let inner = try nested { parser throws(ParseFailure) in try parser.unit() }
      return Pattern(kind: .not(inner), span: span(from: start))
    }
    if accept("optionally") {
      let inner = try nested { parser throws(ParseFailure) in try parser.unit() }
      return Pattern(kind: .optionally(inner), span: span(from: start))
    }
    if accept(.open) {
      let inner = try nested { parser throws(ParseFailure) in try parser.pattern() }
      try expect(.close)
      return inner
    }
    let clause = try clause()
    return Pattern(kind: .clause(clause), span: clause.span)
  }
}
