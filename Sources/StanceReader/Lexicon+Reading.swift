public import StanceDiagnostics

extension Lexicon {
  /// The lexicon that the reader brings along.
  public static let builtIn: Lexicon = {
    var lexicon = Lexicon()
    let files = [
      ("words.txt", PackageResources.words_txt), ("stances.txt", PackageResources.stances_txt),
      ("actors.txt", PackageResources.actors_txt), ("states.txt", PackageResources.states_txt),
    ]
    for (name, bytes) in files {
      let problems = lexicon.add(SourceText(name: name, bytes: bytes))
      precondition(problems.isEmpty, "\(name): \(problems.map(\.message))")
    }
    return lexicon
  }()

  /// Adds the entries of a text and returns what is wrong with its lines, each of which is left
  /// out. Linear.
  public mutating func add(_ source: SourceText) -> [Diagnostic] {
    var diagnostics: [Diagnostic] = []
    var offset = source.contentStart
    let bytes = source.bytes[offset...]
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let span = SourceSpan(offset, offset + line.count)
      offset += line.count + 1
      let text = String(decoding: line.prefix { $0 != UInt8(ascii: "#") }, as: UTF8.self)
      do throws(LexiconFault) {
        try addLine(text)
      } catch {
        diagnostics.append(Diagnostic(.warning, .expected, error.message, at: span))
      }
    }
    return diagnostics
  }

  private mutating func addLine(_ line: String) throws(LexiconFault) {
    let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
    guard let directive = words.first else { return }
    let rest = Array(words.dropFirst())
    guard !rest.isEmpty else { throw LexiconFault("nothing follows ‘\(directive)’") }
    if let tag = Self.tagDirectives[directive] {
      for word in rest { tags[word] = tag }
    } else if let set = Self.setDirectives[directive] {
      self[keyPath: set].formUnion(rest)
      if directive == "reports" {
        for word in rest where verbs[word] == nil { addVerb(word) }
      }
    } else if directive == "verbs" {
      for word in rest { addVerb(word) }
    } else if directive == "irregular" {
      try addIrregular(rest)
    } else if let kind = PoliticalKind(rawValue: directive) {
      try addState(kind, String(line.dropFirst(directive.count)))
    } else {
      try addPattern(directive, rest)
    }
  }

  private static let tagDirectives: [String: Tag] = [
    "determiners": .determiner, "owners": .owner, "pronouns": .pronoun, "relatives": .relative,
    "prepositions": .preposition, "subordinators": .subordinator, "conjunctions": .conjunction,
    "modals": .modal, "negations": .negation, "adverbs": .adverb,
    "numbers": .number, "adjectives": .adjective,
  ]

  private static var setDirectives: [String: WritableKeyPath<Lexicon, Set<String>>] {
    [
      "nouns": \.nouns, "times": \.times, "abbreviations": \.abbreviations, "titles": \.titles,
      "roles": \.roles,
      "bodies": \.bodies, "events": \.events, "proposals": \.proposals, "sites": \.sites,
      "ballots": \.ballots, "positive": \.positives,
      "negative": \.negatives, "reports": \.reports,
      "verdicts": \.verdicts, "judges": \.judges, "copulas": \.copulas, "questions": \.questions,
      "conditions": \.conditions,
    ]
  }

  // MARK: - Verbs

  private mutating func addVerb(_ entry: String) {
    let isNoun = entry.hasSuffix("=n")
    let base = isNoun ? String(entry.dropLast(2)) : entry
    guard !irregulars.contains(base) else { return }
    for (form, word) in Morphology.forms(of: base) { addForm(word, base, form) }
    if isNoun { nouns.formUnion([base, Morphology.plural(of: base)]) }
  }

  private mutating func addIrregular(_ words: [String]) throws(LexiconFault) {
    guard words.count == 3 else {
      throw LexiconFault("an irregular verb needs its base, past and participle")
    }
    irregulars.insert(words[0])
    for (form, word) in Morphology.forms(of: words[0]) where form != .past && form != .participle {
      addForm(word, words[0], form)
    }
    addForm(words[1], words[0], .past)
    addForm(words[2], words[0], .participle)
    for word in Self.formsOfBe[words[0]] ?? [] { addForm(word.0, words[0], word.1) }
  }

  private static let formsOfBe: [String: [(String, VerbReading.Form)]] = [
    "be": [
      ("is", .third), ("'s", .third), ("are", .third), ("'re", .third), ("am", .third),
      ("'m", .third), ("were", .past),
    ],
    "have": [("has", .third), ("'ve", .third)],
    "do": [("does", .third)],
  ]

  private mutating func addForm(_ word: String, _ lemma: String, _ form: VerbReading.Form) {
    let reading = VerbReading(lemma: lemma, form: form)
    if verbs[word]?.contains(reading) != true { verbs[word, default: []].append(reading) }
  }

  // MARK: - Patterns

  private mutating func addPattern(_ outcome: String, _ words: [String]) throws(LexiconFault) {
    guard let meaning = Self.outcome(outcome) else {
      throw LexiconFault("there is no directive ‘\(outcome)’")
    }
    guard words.count > 1 else { throw LexiconFault("a pattern needs a kind and a head") }
    let head = words[1]
    var pattern = StancePattern(
      outcome: meaning, rest: [], elements: [], strength: Self.strengths[words[0]] ?? 0)
    for word in words.dropFirst(2) { try Self.add(word, to: &pattern) }
    switch words[0] {
    case "verb":
      if verbs[head]?.contains(where: { $0.lemma == head }) != true { addVerb(head) }
      verbPatterns[head, default: []].append(pattern)
    case "noun": nounPatterns[head, default: []].append(pattern)
    case "adjective":
      let parts = head.split(separator: "-").map(String.init)
      pattern.rest = Array(parts.dropFirst())
      predicatePatterns[parts[0], default: []].append(pattern)
    default: throw LexiconFault("‘\(words[0])’ is none of verb, noun, adjective")
    }
  }

  /// What a pattern that names no strength has.
  private static let strengths = ["verb": 0.95, "noun": 0.8, "adjective": 0.9]

  private static func outcome(_ word: String) -> StancePattern.Outcome? {
    if word == "silent" { return .silent }
    if let operation = StanceOperator(rawValue: word) { return .chain(operation) }
    let isNegated = word.hasSuffix("-negated")
    let name = isNegated ? String(word.dropLast("-negated".count)) : word
    return StanceRelation(rawValue: name).map { .stance($0, isNegated ? .negated : .affirmed) }
  }

  private static func add(
    _ word: String, to pattern: inout StancePattern
  ) throws(LexiconFault) {
    if let strength = Double(word) {
      guard (0...1).contains(strength) else { throw LexiconFault("a strength is from 0 to 1") }
      pattern.strength = strength
    } else if let restriction = StancePattern.Restriction(rawValue: word) {
      pattern.restriction = restriction
    } else {
      pattern.elements.append(try element(word))
    }
  }

  private static func element(_ word: String) throws(LexiconFault) -> StancePattern.Element {
    switch word {
    case "NP": return .nounPhrase
    case "VP": return .infinitive
    case "ING": return .gerund
    case "S": return .clause
    case "EVAL": return .evaluation
    default:
      if word.hasPrefix("+") { return .particle(String(word.dropFirst())) }
      if word.hasPrefix("~") { return .fixedNoun(String(word.dropFirst())) }
      guard word == word.lowercased() else { throw LexiconFault("there is no element ‘\(word)’") }
      return .words(word.split(separator: "-").map(String.init))
    }
  }

  // MARK: - States

  private enum PoliticalKind: String { case state, bloc, people }

  private mutating func addState(
    _ kind: PoliticalKind, _ text: String
  ) throws(LexiconFault) {
    let fields = text.split(separator: ";", omittingEmptySubsequences: false).map { field in
      field.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }
    guard let name = fields.first?.first else { throw LexiconFault("a \(kind) needs a name") }
    let roles: [PoliticalName.Role] = [.name, .adjective, .seat, .name]
    guard fields.count <= roles.count else {
      throw LexiconFault("a \(kind) has a name; adjectives; seats; other names")
    }
    for (index, (words, role)) in zip(fields, roles).enumerated() {
      let role = kind == .people && index == 0 ? .adjective : role
      for word in words {
        addPlace(word, PoliticalName(state: name, role: role, isBloc: kind != .state))
      }
    }
  }

  private mutating func addPlace(_ word: String, _ meaning: PoliticalName) {
    let key = Tokenizer.folded(Array(word.unicodeScalars)[...])
    if places[key] == nil { places[key] = meaning }
    longestPlace = max(longestPlace, key.split(separator: " ").count)
  }

  private func trimmed(_ text: Substring) -> String {
    String(text.drop { $0 == " " }.reversed().drop { $0 == " " || $0 == "\r" }.reversed())
  }
}

/// What is wrong with a line of a lexicon file.
private struct LexiconFault: Error {
  var message: String

  init(_ message: String) { self.message = message }
}
