import StanceDiagnostics
import StanceModel
import StanceTestSupport

@testable import StanceLanguage

/// Syntax trees of chance, of every kind that the parser can make.
struct RandomSyntax {
  var random: SeededGenerator
  private var depth = 0
  private let nowhere = SourceSpan(0, 0)

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  static let names = [
    "Russia", "European Union", "Who", "What", "All", "A", "The Hague", "Path", "Use", "Source",
    "30-day ceasefire", "al-Jazeera", "say \"x\"", "back\\slash", "Éire", "中国", "Россия",
    "O'Brien", "A.", "x", "2025", "two\nlines", "#1", "Ministry of Defence", "“curly”",
  ]
  static let texts = names + ["", " ", "a\tb", "\"\"\"", "\u{301}", "?x $p", "…"]
  static let kinds = ["country", "plan", "people", "legend", "title", "label"]
  static let verbs = [
    "rejects", "support", "hosted", "agrees with", "stands for", "campaigns against", "legend",
    "abstained-on",
  ]
  static let fields = ["date", "quote", "source", "speaker", "confidence"]

  // MARK: - Sentences

  mutating func sentence() -> Sentence {
    switch random.below(10) {
    case 0: .use(Use(name: word(random.pick(Self.texts)), isGraph: random.chance(50)))
    case 1: .given((0...random.below(3)).map { parameter($0) })
    case 2: .define(definition())
    default: .question(question())
    }
  }

  private mutating func parameter(_ number: Int) -> Parameter {
    Parameter(
      name: word("p\(number)"), kind: word(random.pick(["actor", "date", "text"])),
      isList: random.chance(30), defaultValue: random.chance(50) ? value() : nil)
  }

  private mutating func definition() -> Definition {
    let head: Definition.Head =
      random.chance(30)
      ? .kind(word("x"), word("spoiler"))
      : .relation(word("a"), verb(ofWord: true), word("b"))
    return Definition(
      head: head, isMutual: random.chance(30), counting: random.chance(30) ? word("p") : nil,
      body: pattern(), span: nowhere)
  }

  mutating func question() -> Question {
    let form: Question.Form = random.chance(10) ? .path(path()) : .pattern(pattern())
    return Question(form: form, options: options(), span: nowhere)
  }

  private mutating func path() -> PathSyntax {
    PathSyntax(
      isEvery: random.chance(50), from: referent(), to: referent(), via: via(), within: steps(),
      qualifiers: qualifiers())
  }

  // MARK: - Patterns

  mutating func pattern() -> Pattern {
    depth += 1
    defer { depth -= 1 }
    let kind: Pattern.Kind
    switch depth > 3 ? 0 : random.below(10) {
    case 0...4: kind = .clause(clause())
    case 5: kind = .not(pattern())
    case 6: kind = .optionally(pattern())
    case 7, 8: kind = .and(parts())
    default: kind = .or(parts())
    }
    return Pattern(kind: kind, span: nowhere)
  }

  private mutating func parts() -> [Pattern] { (0..<2 + random.below(2)).map { _ in pattern() } }

  mutating func clause() -> Clause {
    if random.chance(10) {
      let operand: Operand = random.chance(50) ? .place(place()) : .value(value())
      return clause(.comparison(place(), sign(), operand), subject: nil)
    }
    if random.chance(8) {
      let phrase = verbs(.verbs(verbPhrase(), term(), []), orNone: true)
      return Clause(
        subject: term(), negation: negation(), predicate: phrase, asksWhen: true, span: nowhere)
    }
    let hasSubject = random.chance(85)
    let predicate = predicate()
    guard case .verbs(var phrase, var object, let qualifiers) = predicate else {
      return clause(predicate, subject: hasSubject ? term() : nil, negation: negation())
    }
    // Only where the object stands first can qualifiers follow one that would take them.
    if !hasSubject, !qualifiers.isEmpty { object.that = nil }
    if !hasSubject { phrase = .single(verb(ofWord: true)) }
    return clause(
      .verbs(phrase, object, qualifiers), subject: hasSubject ? term() : nil, negation: negation())
  }

  private func clause(
    _ predicate: Predicate, subject: Term?, negation: SourceSpan? = nil
  ) -> Clause {
    Clause(
      subject: subject, negation: negation, predicate: predicate, asksWhen: false, span: nowhere)
  }

  private mutating func negation() -> SourceSpan? { random.chance(25) ? nowhere : nil }

  /// A verb with qualifiers only where its object would not take them.
  private mutating func verbs(_ predicate: Predicate, orNone: Bool) -> Predicate {
    guard case .verbs(let phrase, let object, _) = predicate, object.that == nil else {
      return predicate
    }
    return .verbs(phrase, object, qualifiers())
  }

  private mutating func predicate() -> Predicate {
    switch random.below(12) {
    case 0: return .passive(verb(ofWord: true), plainTerm(), qualifiers())
    case 1: return .isA(word(random.pick(Self.kinds)))
    case 2: return .isFrom(referent())
    case 3: return .isOneOf(list())
    case 4: return .isSame(term())
    case 5:
      return .has(
        word(random.pick(["population", "motto"])), random.chance(50) ? sign() : nil, value())
    case 6: return .reaches(plainTerm(), via: via(), within: steps(), qualifiers())
    default: return .verbs(verbPhrase(), term(), qualifiers())
    }
  }

  private mutating func list() -> ListSyntax {
    random.chance(30)
      ? .parameter(word("list")) : .bases((0...random.below(3)).map { _ in referent() }, nowhere)
  }

  // MARK: - Verbs

  private mutating func verb(ofWord: Bool = false) -> Verb {
    let kind: Verb.Kind
    switch ofWord ? 9 : random.below(10) {
    case 0: kind = .variable("r")
    case 1: kind = .parameter("verb")
    default: kind = .word(random.pick(Self.verbs))
    }
    return Verb(kind: kind, span: nowhere)
  }

  private mutating func verbPhrase() -> VerbPhrase {
    var phrase = VerbPhrase.single(verb())
    if random.chance(20) {
      phrase.adverb = random.chance(50) ? .currently : .unconditionally
      phrase.adverbSpan = nowhere
    }
    phrase.hasBoth = random.chance(10)
    guard random.chance(25) else { return phrase }
    phrase.connective = random.pick([.and, .or, .then])
    for _ in 0...random.below(2) { phrase.verbs.append(verb(ofWord: true)) }
    return phrase
  }

  private mutating func via() -> [ViaSyntax] {
    guard random.chance(60) else { return [] }
    return (0...random.below(3)).map { _ in
      if random.chance(30) { return .affiliation(nowhere) }
      let isWord = random.chance(80)
      return .verb(isWord ? verb(ofWord: true) : Verb(kind: .parameter("v"), span: nowhere))
    }
  }

  private mutating func steps() -> Steps? {
    random.chance(50) ? Steps(count: random.below(20), span: nowhere) : nil
  }

  // MARK: - Terms

  mutating func term() -> Term {
    depth += 1
    defer { depth -= 1 }
    var term = plainTerm()
    if depth < 4, random.chance(15) { term.that = relative() }
    return term
  }

  private mutating func plainTerm() -> Term {
    Term(base: referent(), from: random.chance(20) ? referent() : nil, that: nil, span: nowhere)
  }

  private mutating func relative() -> Relative {
    guard random.chance(50) else {
      var predicate = predicate()
      if case .verbs(var phrase, var object, let qualifiers) = predicate {
        if !qualifiers.isEmpty { object.that = nil }
        phrase.verbs[0] = verb(ofWord: true)
        predicate = .verbs(phrase, object, qualifiers)
      }
      return .subject(clause(predicate, subject: nil, negation: negation()))
    }
    return .object(subject: plainTerm(), verbPhrase(), qualifiers(), nowhere)
  }

  mutating func referent() -> Referent {
    let kind: Referent.Kind
    switch random.below(12) {
    case 0: kind = .variable(random.pick(["x", "Y", "a_1"]))
    case 1: kind = .parameter("p")
    case 2: kind = .interrogative(random.pick(["who", "whom", "what"]))
    case 3: kind = .which(word(random.pick(Self.kinds + ["source"])))
    case 4: kind = .howMany(word(random.pick(Self.kinds)))
    case 5: kind = .some(random.pick(["someone", "something", "somewhere"]))
    case 6: kind = .someKind(word(random.pick(Self.kinds)))
    case 7: kind = .anyOf((0...random.below(2)).map { _ in name() })
    default: return name()
    }
    return Referent(kind: kind, span: nowhere)
  }

  mutating func name() -> Referent {
    let kind = random.chance(15) ? word(random.pick(["place", "country"])) : nil
    return Referent(kind: .name(random.pick(Self.names), kind: kind), span: nowhere)
  }

  mutating func place() -> Place {
    let isVariable = random.chance(60)
    let name = isVariable ? random.pick(["s", "X"]) : random.pick(["who", "whom", "what"])
    return Place(
      name: name, isVariable: isVariable,
      field: random.chance(50) ? word(random.pick(Self.fields)) : nil, span: nowhere)
  }

  mutating func sign() -> Operator { random.pick(Operator.allCases) }

  mutating func value() -> Value {
    let kind: Value.Kind
    switch random.below(5) {
    case 0: kind = .number(.integer(random.pick([0, 1, -7, 2025, .max, .min])))
    case 1: kind = .number(.real(random.pick([0.5, -0.25, 1e20, 1e-9, 3.0])))
    case 2: kind = .date(random.pick(Self.days))
    case 3: kind = .parameter("p")
    default: kind = .text(random.pick(Self.texts))
    }
    return Value(kind: kind, span: nowhere)
  }

  static let days = ["2025-05", "2025-05-11", "0999-12", "9999-12-31"].compactMap {
    PartialDate($0)
  }
  static let years = ["2025", "1000", "9999"].compactMap { PartialDate($0) }

  mutating func date() -> DateSyntax {
    let kind: DateSyntax.Kind =
      random.chance(20) ? .parameter("d") : .date(random.pick(Self.days + Self.years))
    return DateSyntax(kind: kind, span: nowhere)
  }

  func word(_ text: String) -> Word { Word(text, at: nowhere) }
}
