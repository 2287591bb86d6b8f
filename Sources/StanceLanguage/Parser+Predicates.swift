import StanceDiagnostics
import StanceModel

extension Parser {
  mutating func predicate() throws(ParseFailure) -> (SourceSpan?, Predicate) {
    if at("does", "do", "did") {
      advance()
      guard at("not") else { throw fail(expected: "‘not’") }
      let negation = advance().span
      if at("have") { return (negation, try possession()) }
      return (negation, try verbPredicate())
    }
    if let word = currentWord, Self.copulas.contains(word) {
      advance()
      let negation = at("not") ? advance().span : nil
      return (negation, try copulaPredicate())
    }
    if at("has", "have") { return (nil, try possession()) }
    return (nil, try verbPredicate())
  }

  private mutating func possession() throws(ParseFailure) -> Predicate {
    advance()
    let attribute = try word("an attribute such as population")
    let sign = acceptOperator()
    return .has(attribute, sign, try value())
  }

  private mutating func verbPredicate() throws(ParseFailure) -> Predicate {
    if at("reaches") || at("reach") { return try reaches() }
    let verbs = try verbPhrase()
    let object = try term(Self.objectRole)
    return .verbs(verbs, object, try qualifiers())
  }

  private mutating func reaches() throws(ParseFailure) -> Predicate {
    advance()
    let target = try term("the node that is reached")
    let via = try via()
    let within = try within()
    return .reaches(target, via: via, within: within, try qualifiers())
  }

  private mutating func copulaPredicate() throws(ParseFailure) -> Predicate {
    if at("a", "an") {
      advance()
      return .isA(try freeWord("a kind such as actor, country or proposal"))
    }
    if accept("from") { return .isFrom(try base("the group after ‘from’")) }
    if accept("one") {
      try expect("of")
      return .isOneOf(try listOrParameter())
    }
    if startsVerb(current) {
      let verb = try verb()
      try expect("by")
      let agent = try term("the one by whom it is done")
      return .passive(verb, agent, try qualifiers())
    }
    return .isSame(try term("a kind, a name, from …, one of (…), or a participle with ‘by’"))
  }

  private mutating func listOrParameter() throws(ParseFailure) -> ListSyntax {
    if case .parameter(let name) = current.kind {
      return .parameter(Word(name, at: advance().span))
    }
    let start = current.span.start
    return .bases(try bases(), span(from: start))
  }

  mutating func verbPhrase() throws(ParseFailure) -> VerbPhrase {
    let start = current.span.start
    var phrase = VerbPhrase(
      adverb: nil, adverbSpan: nil, verbs: [], connective: .and, hasBoth: false,
      span: current.span)
    if let word = currentWord, let adverb = VerbPhrase.Adverb(rawValue: word) {
      phrase.adverb = adverb
      phrase.adverbSpan = advance().span
    }
    phrase.hasBoth = accept("both")
    phrase.verbs.append(try verb())
    while let connective = verbConnective {
      if phrase.verbs.count > 1, connective != phrase.connective { throw failMixedVerbs() }
      phrase.connective = connective
      advance()
      phrase.verbs.append(try verb())
    }
    phrase.span = span(from: start)
    return phrase
  }

  /// The connective here, where another verb follows it.
  private var verbConnective: VerbPhrase.Connective? {
    guard let word = currentWord, let connective = VerbPhrase.Connective(rawValue: word) else {
      return nil
    }
    return startsVerb(ahead) ? connective : nil
  }

  private mutating func failMixedVerbs() -> ParseFailure {
    fail(
      Diagnostic(
        .error, .mixedVerbConnectives, "verbs are joined by different words here",
        at: current.span, help: "write one clause for each reading, with ( … ) around it"))
  }

  mutating func verb() throws(ParseFailure) -> Verb {
    switch current.kind {
    case .variable(let name): return Verb(kind: .variable(name), span: advance().span)
    case .parameter(let name): return Verb(kind: .parameter(name), span: advance().span)
    case .word(let word) where startsVerb(current):
      let start = advance().span.start
      guard let particle = verbParticle else {
        return Verb(kind: .word(word), span: span(from: start))
      }
      advance()
      return Verb(kind: .word("\(word) \(particle)"), span: span(from: start))
    default: throw fail(expected: "a verb such as supports, rejects or proposes")
    }
  }

  /// A particle here, unless it begins a qualifier such as `with confidence 1`.
  private var verbParticle: String? {
    guard let word = currentWord, Keywords.particles.contains(word) else { return nil }
    guard word == "with", let next = aheadWord else { return word }
    let forms = [next] + singulars(of: next)
    guard !forms.contains(where: Keywords.statementFields.contains) else { return nil }
    guard !Keywords.reserved.contains(next) else { return word }
    var probe = self
    probe.advance()
    probe.advance()
    return probe.acceptOperator() == nil ? word : nil
  }

  mutating func via() throws(ParseFailure) -> [ViaSyntax] {
    guard accept("via") else { return [] }
    var steps = [try viaStep()]
    while viaGoesOn {
      advance()
      steps.append(try viaStep())
    }
    return steps
  }

  /// Whether another step follows; after `or` it may be another clause instead.
  private var viaGoesOn: Bool {
    guard at("or") || at(.comma) else { return false }
    if aheadWord == "from" { return true }
    var probe = self
    probe.advance()
    if case .parameter = ahead.kind {
      probe.advance()
      return at(.comma) || !probe.startsPredicate && !probe.at("from", "that", "does", "do", "did")
    }
    guard startsVerb(ahead) else { return false }
    probe.advance()
    if probe.verbParticle != nil { probe.advance() }
    return at(.comma) || !probe.startsTerm
  }

  private var startsTerm: Bool {
    switch current.kind {
    case .name, .quoted, .variable, .parameter: true
    case .word(let word):
      [
        "a", "an", "any", "how", "some", "someone", "something", "somewhere", "the", "what",
        "which", "who", "whom",
      ].contains(word)
    case .number, .date, .url, .symbol, .end, .endOfText, .invalid: false
    }
  }

  private mutating func viaStep() throws(ParseFailure) -> ViaSyntax {
    at("from") ? .affiliation(advance().span) : .verb(try verb())
  }

  mutating func within() throws(ParseFailure) -> Steps? {
    guard accept("within") else { return nil }
    let start = current.span.start
    let count = try wholeNumber("a number of steps")
    let span = span(from: start)
    _ = accept("step") || accept("steps")
    return Steps(count: count, span: span)
  }
}
