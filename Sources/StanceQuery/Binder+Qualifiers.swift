import StanceDiagnostics
import StanceLanguage
import StanceModel

/// The qualifiers of a clause, bound.
struct BoundQualifiers {
  var conditions: [StatementCondition] = []
  /// What the terms in them have to meet besides.
  var extras: [Formula] = []
  /// `as ?s`
  var name: Word?
}

extension Binder {
  mutating func bindQualifiers(_ qualifiers: [Qualifier]) throws(QuestionRefused) -> BoundQualifiers
  {
    var bound = BoundQualifiers()
    for qualifier in qualifiers { try bind(qualifier, into: &bound) }
    return bound
  }

  private mutating func bind(
    _ qualifier: Qualifier, into bound: inout BoundQualifiers
  ) throws(QuestionRefused) {
    switch qualifier.kind {
    case .on(let date): bound.conditions.append(within(try self.date(date)))
    case .onVariable(let word):
      let id = try variable(word.text, .date, at: word.span, isInterrogative: false)
      bound.conditions.append(.date(id))
    case .when:
      let id = try variable("when", .date, at: qualifier.span, isInterrogative: true)
      bound.conditions.append(.date(id))
    case .since(let date):
      bound.conditions.append(.begins(.greaterOrEqual, try self.date(date).first))
    case .until(let date):
      bound.conditions.append(.ends(.lessOrEqual, try self.date(date).last))
    case .before(let date): bound.conditions.append(.ends(.less, try self.date(date).first))
    case .after(let date): bound.conditions.append(.begins(.greater, try self.date(date).last))
    case .between(let first, let last):
      bound.conditions.append(.lies(try date(first).first, try date(last).last))
    case .accordingTo(let base): try bindSpeaker(base, into: &bound)
    case .source(let base): try bindSource(base, into: &bound)
    case .inParameter(let word): try bindIn(word, into: &bound)
    case .saying(let value): bound.conditions.append(.saying(try phrase(value)))
    case .provided(let value): bound.conditions.append(.provided(try phrase(value)))
    case .with(let field, let sign, let value):
      let condition = try fieldCondition(field, sign ?? .equal, value)
      bound.conditions.append(condition)
    case .at(let start, let end): bound.conditions.append(.offsets(start, end))
    case .named(let word): bound.name = word
    }
  }

  private func within(_ date: PartialDate) -> StatementCondition { .lies(date.first, date.last) }

  private func phrase(_ value: Value) throws(QuestionRefused) -> String {
    let phrase = NameKey.phrase(try text(value))
    guard !phrase.isEmpty else {
      throw refuse(.wrongValue, "there is no word to look for here", at: value.span)
    }
    return phrase
  }

  private mutating func bindSpeaker(
    _ base: Referent, into bound: inout BoundQualifiers
  ) throws(QuestionRefused) {
    let term = try bind(base, as: TermRole(kinds: [.actor], phrase: "the speaker"))
    bound.conditions.append(.speaker(term.reference))
    bound.extras += term.extras
  }

  private mutating func bindIn(_ word: Word, into bound: inout BoundQualifiers)
    throws(QuestionRefused)
  {
    let declared = parameters.declaration(word.text)?.kind.text
    let text = try parameterText(word.text, at: word.span)
    if declared != "source", let date = PartialDate(text) {
      bound.conditions.append(within(date))
    } else if declared == "date" {
      throw refuse(.wrongValue, "the value of $\(word.text) is not a date", at: word.span)
    } else {
      bound.conditions.append(.source(.constant(try source(text, at: word.span))))
    }
  }

  private mutating func bindSource(
    _ base: Referent, into bound: inout BoundQualifiers
  ) throws(QuestionRefused) {
    switch base.kind {
    case .name(let name, _):
      bound.conditions.append(.source(.constant(try source(name, at: base.span))))
    case .parameter(let name): try bindIn(Word(name, at: base.span), into: &bound)
    case .which(let word) where ["source", "sources"].contains(word.text):
      let id = try variable("source", .source, at: base.span, isInterrogative: true)
      bound.conditions.append(.source(.variable(id)))
    case .interrogative(let word):
      let id = try variable(word, .source, at: base.span, isInterrogative: true)
      bound.conditions.append(.source(.variable(id)))
    case .variable(let name):
      let id = try variable(name, .source, at: base.span, isInterrogative: false)
      bound.conditions.append(.source(.variable(id)))
    case .some, .someKind: bound.conditions.append(.source(.variable(freshVariable(nil, .source))))
    case .anyOf(let bases):
      let id = freshVariable(nil, .source)
      bound.conditions.append(.source(.variable(id)))
      bound.extras.append(.oneOf(.variable(id), try sources(of: bases)))
    case .which, .howMany:
      throw refuse(.unknownKind, "a source is wanted here", at: base.span, help: "which source")
    }
  }

  private func sources(of bases: [Referent]) throws(QuestionRefused) -> [Int] {
    var sources: [Int] = []
    for base in bases {
      guard case .name(let name, _) = base.kind else {
        throw refuse(.expected, "a list holds names only", at: base.span)
      }
      sources.append(try source(name, at: base.span))
    }
    return sources
  }

  private mutating func fieldCondition(
    _ word: Word, _ sign: Operator, _ value: Value
  ) throws(QuestionRefused) -> StatementCondition {
    guard let field = StatementField(written: word.text) else { throw unknownField(word) }
    return .field(field, sign, try constant(value, for: field))
  }

  func unknownField(_ word: Word) -> QuestionRefused {
    refuse(
      .unknownField, "statements have no field ‘\(word.text)’", at: word.span,
      help: "fields: confidence, publisher, language, title, speaker")
  }
}

extension StatementField {
  /// The field that a word names in the singular or plural.
  public init?(written word: String) {
    for form in [word] + singulars(of: word) {
      if let field = StatementField(rawValue: form) {
        self = field
        return
      }
    }
    return nil
  }
}
