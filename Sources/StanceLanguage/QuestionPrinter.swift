import StanceDiagnostics
import StanceModel

/// Writes questions in their canonical form, or as a reading with brackets around its parts.
///
/// The canonical form parses back to the same question. The reading is for people: it fills in
/// subjects that are carried over, brackets every group and says how far a qualifier reaches.
public struct QuestionPrinter {
  public enum Style: Sendable { case canonical, reading }

  let style: Style
  /// Whether the question has several clauses, so that the reach of a qualifier is worth a word.
  var isCompound = false
  /// The subject that the next clause without one takes over, as written.
  var carried: String?
  /// Whether the next word is the first of the sentence, where a name may look like a keyword.
  var startsSentence = false

  public init(_ style: Style) { self.style = style }

  // MARK: - Sentences

  /// The sentence with its full stop or question mark.
  public mutating func print(_ sentence: Sentence) -> String {
    carried = nil
    switch sentence {
    case .use(let use): return "use \(use.isGraph ? "graph " : "")\(quoted(use.name.text))."
    case .given(let parameters): return "given \(parameters.map(print).joined(separator: ", "))."
    case .define(let definition): return print(definition) + "."
    case .question(let question): return print(question) + "."
    }
  }

  private func print(_ parameter: Parameter) -> String {
    let article = parameter.isList ? "some" : indefinite(parameter.kind.text)
    let value = parameter.defaultValue.map { " default \(print($0))" } ?? ""
    return "$\(parameter.name.text) is \(article) \(parameter.kind.text)\(value)"
  }

  private mutating func print(_ definition: Definition) -> String {
    var text = definition.isMutual ? "define mutual " : "define "
    switch definition.head {
    case .relation(let subject, let verb, let object):
      text += "?\(subject.text) \(print(verb)) ?\(object.text)"
    case .kind(let subject, let kind):
      text += "?\(subject.text) is \(indefinite(kind.text)) \(kind.text)"
    }
    if let counting = definition.counting { text += " counting ?\(counting.text)" }
    return text + " when " + print(definition.body, isTop: true)
  }

  /// The question without its end.
  public mutating func print(_ question: Question) -> String {
    startsSentence = true
    let body: String
    switch question.form {
    case .path(let path): body = print(path)
    case .pattern(let pattern):
      if case .clause = pattern.kind { isCompound = false } else { isCompound = true }
      body = print(pattern, isTop: true)
    }
    return ([body] + print(question.options)).joined(separator: ", ")
  }

  private func print(_ path: PathSyntax) -> String {
    let ends = "from \(print(path.from)) to \(print(path.to))"
    return "\(path.isEvery ? "paths" : "path") \(ends)\(via(path.via))\(within(path.within))"
      + qualifiers(path.qualifiers)
  }

  // MARK: - Patterns

  private mutating func print(_ pattern: Pattern, isTop: Bool) -> String {
    startsSentence = startsSentence && pattern.startsWithItsSubject(isTop: isTop)
    switch pattern.kind {
    case .clause(let clause): return print(clause)
    case .not(let inner): return "not \(grouped(inner))"
    case .optionally(let inner): return "optionally \(grouped(inner))"
    case .and(let parts): return conjunction(parts, isTop: isTop)
    case .or(let parts):
      return bracketed(parts.map { grouped($0) }.joined(separator: " or "), isTop: isTop)
    }
  }

  private mutating func conjunction(_ parts: [Pattern], isTop: Bool) -> String {
    var text = ""
    for (index, part) in parts.enumerated() {
      if index > 0 {
        if case .optionally = part.kind { text += ", " } else { text += " and " }
      }
      text += grouped(part)
    }
    return bracketed(text, isTop: isTop)
  }

  /// A part of a larger pattern, in brackets where it has parts itself.
  mutating func grouped(_ pattern: Pattern) -> String { print(pattern, isTop: false) }

  private func bracketed(_ text: String, isTop: Bool) -> String {
    if style == .reading { return "[\(text)]" }
    return isTop ? text : "(\(text))"
  }

  // MARK: - Clauses

  private mutating func print(_ clause: Clause) -> String {
    let isFirst = startsSentence && !clause.asksWhen
    startsSentence = false
    var text = subject(of: clause, startsSentence: isFirst)
    let negation = clause.negation != nil
    switch clause.predicate {
    case .comparison(let place, let sign, let operand):
      return "\(print(place)) \(sign.rawValue) \(print(operand))"
    case .verbs(let verbs, let object, let qualifiers):
      let predicate = (negation ? "not " : "") + print(verbs)
      if clause.asksWhen {
        return "when did \(text)\(predicate) \(print(object))" + self.qualifiers(qualifiers)
      }
      if style == .canonical, clause.mustBeginWithObject(object, qualifiers) {
        return "\(print(object, startsSentence: isFirst)) does \(text)\(predicate)"
          + self.qualifiers(qualifiers)
      }
      text += "\(negation ? "does " : "")\(predicate) \(print(object))"
      text += self.qualifiers(qualifiers)
    case .passive(let verb, let agent, let qualifiers):
      text += "is \(negation ? "not " : "")\(print(verb)) by \(print(agent))"
      text += self.qualifiers(qualifiers)
    case .isA(let kind):
      text += "is \(negation ? "not " : "")\(indefinite(kind.text)) \(kind.text)"
    case .isFrom(let group): text += "is \(negation ? "not " : "")from \(print(group))"
    case .isOneOf(let list): text += "is \(negation ? "not " : "")one of \(print(list))"
    case .isSame(let term): text += "is \(negation ? "not " : "")\(print(term))"
    case .has(let attribute, let sign, let value):
      let verb = negation ? "does not have" : "has"
      text += "\(verb) \(attribute.text) \(sign.map { $0.rawValue + " " } ?? "")\(print(value))"
    case .reaches(let term, let via, let within, let qualifiers):
      text += "\(negation ? "does not reach" : "reaches") \(print(term))"
      text += self.via(via) + self.within(within) + self.qualifiers(qualifiers)
    }
    return text
  }

  /// The subject and a blank; a reading fills in one that is carried over.
  private mutating func subject(of clause: Clause, startsSentence: Bool) -> String {
    if case .comparison = clause.predicate { return "" }
    guard let subject = clause.subject else {
      guard style == .reading, let carried else { return "" }
      return carried + " "
    }
    carried = print(subject.base)
    return print(subject, startsSentence: startsSentence) + " "
  }

  mutating func print(_ term: Term, startsSentence: Bool = false) -> String {
    var text = print(term.base)
    if startsSentence, case .name(let name, nil) = term.base.kind {
      text = quotedIfNeeded(name, startsSentence: true)
    }
    if let from = term.from { text += " from \(print(from))" }
    switch term.that {
    case nil: return text
    case .object(let subject, let verbs, let qualifiers, _):
      text += " that \(print(subject)) \(print(verbs))\(self.qualifiers(qualifiers))"
    case .subject(let clause):
      let outer = carried
      carried = nil
      text += " that \(print(clause))"
      carried = outer
    }
    return style == .reading ? "[\(text)]" : text
  }

  func print(_ phrase: VerbPhrase) -> String {
    let adverb = phrase.adverb.map { $0.rawValue + " " } ?? ""
    let both = phrase.hasBoth ? "both " : ""
    let verbs = phrase.verbs.map(print).joined(separator: " \(phrase.connective.rawValue) ")
    return adverb + both + verbs
  }

  func print(_ verb: Verb) -> String {
    switch verb.kind {
    case .word(let text): text
    case .variable(let name): "?\(name)"
    case .parameter(let name): "$\(name)"
    }
  }

  private func via(_ steps: [ViaSyntax]) -> String {
    guard !steps.isEmpty else { return "" }
    let names = steps.map { step in
      switch step {
      case .verb(let verb): print(verb)
      case .affiliation: "from"
      }
    }
    return " via " + names.joined(separator: ", ")
  }

  private func within(_ steps: Steps?) -> String {
    steps.map { " within \($0.count) steps" } ?? ""
  }

  func indefinite(_ word: String) -> String {
    String(withArticle(word).prefix { $0 != " " })
  }
}

extension Pattern {
  /// Whether nothing is written before the subject of its first clause.
  fileprivate func startsWithItsSubject(isTop: Bool) -> Bool {
    switch kind {
    case .clause: true
    case .and, .or: isTop
    case .not, .optionally: false
    }
  }
}

extension Clause {
  /// Whether the order of `what does Russia reject` matters: to the qualifiers, which would be those
  /// of the object's own clause, or to the columns of the answer.
  fileprivate func mustBeginWithObject(_ object: Term, _ qualifiers: [Qualifier]) -> Bool {
    guard let subject else { return false }
    if !qualifiers.isEmpty, object.that?.takesQualifiers == true { return true }
    return object.span.start < subject.span.start && object.isOpen && subject.isOpen
  }
}

extension Term {
  /// Whether something in the term may have a column.
  fileprivate var isOpen: Bool { base.isOpen || from?.isOpen == true || that != nil }
}

extension Referent {
  /// Whether what is left open has a name, so that it may have a column.
  var isOpen: Bool {
    switch kind {
    case .variable, .interrogative, .which, .howMany: true
    case .name, .parameter, .some, .someKind, .anyOf: false
    }
  }
}

extension Relative {
  /// Whether qualifiers written after it would be its own.
  fileprivate var takesQualifiers: Bool {
    switch self {
    case .object: true
    case .subject(let clause):
      switch clause.predicate {
      case .verbs, .passive, .reaches: true
      case .isSame(let term): term.that?.takesQualifiers == true
      case .isA, .isFrom, .isOneOf, .has, .comparison: false
      }
    }
  }
}
