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
      try addTags(rest, tag)
    } else if let kind = WordClass(directive: directive) {
      try addWords(rest, to: kind)
    } else if directive == "verbs" {
      try addVerbs(rest)
    } else if directive == "irregular" {
      try addIrregular(rest)
    } else if let kind = PoliticalName.Kind(rawValue: directive) {
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

  // MARK: - Words

  /// A word has one class, so that no order of lines decides what it is.
  private mutating func addTags(_ words: [String], _ tag: Tag) throws(LexiconFault) {
    let repeats = words.filter { tags[$0] != nil }
    for word in words where tags[word] == nil { tags[word] = tag }
    try refuse(repeats)
  }

  private mutating func addWords(_ words: [String], to kind: WordClass) throws(LexiconFault) {
    var repeats: [String] = []
    for word in words where !self[kind].insert(word).inserted { repeats.append(word) }
    if kind == .reports { for word in words where verbs[word] == nil { addVerb(word) } }
    try refuse(repeats)
  }

  /// Tells of words that are there already; the others of their line are taken.
  private func refuse(_ repeats: [String], as kind: String = "a class") throws(LexiconFault) {
    guard !repeats.isEmpty else { return }
    let listed = repeats.map { "‘\($0)’" }.joined(separator: ", ")
    throw LexiconFault("\(listed) \(repeats.count > 1 ? "have" : "has") \(kind) already")
  }

  // MARK: - Verbs

  private mutating func addVerbs(_ words: [String]) throws(LexiconFault) {
    var repeats: [String] = []
    for word in words {
      let base = word.hasSuffix("=n") ? String(word.dropLast(2)) : word
      let isNew = !irregulars.contains(base) && regulars.insert(base).inserted
      if isNew { addVerb(word) } else { repeats.append(base) }
    }
    try refuse(repeats, as: "the forms of a verb")
  }

  private mutating func addVerb(_ entry: String) {
    let isNoun = entry.hasSuffix("=n")
    let base = isNoun ? String(entry.dropLast(2)) : entry
    guard !irregulars.contains(base) else { return }
    for (form, word) in Morphology.forms(of: base) { addForm(word, base, form) }
    if isNoun { self[.nouns].formUnion([base, Morphology.plural(of: base)]) }
  }

  private mutating func addIrregular(_ words: [String]) throws(LexiconFault) {
    guard words.count == 3 else {
      throw LexiconFault("an irregular verb needs its base, past and participle")
    }
    guard !regulars.contains(words[0]), irregulars.insert(words[0]).inserted else {
      return try refuse([words[0]], as: "the forms of a verb")
    }
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
      try add(pattern, at: head, to: \.verbPatterns)
    case "noun": try add(pattern, at: head, to: \.nounPatterns)
    case "adjective":
      let parts = head.split(separator: "-").map(String.init)
      pattern.rest = Array(parts.dropFirst())
      try add(pattern, at: parts[0], to: \.predicatePatterns)
    default: throw LexiconFault("‘\(words[0])’ is none of verb, noun, adjective")
    }
  }

  /// Two patterns of the same words never both apply: the second would be dead.
  private mutating func add(
    _ pattern: StancePattern, at head: String,
    to patterns: WritableKeyPath<Lexicon, [String: [StancePattern]]>
  ) throws(LexiconFault) {
    let isKnown = self[keyPath: patterns][head]?.contains { known in
      known.rest == pattern.rest && known.elements == pattern.elements
        && known.restriction == pattern.restriction
    }
    guard isKnown != true else { throw LexiconFault("a line before has the same pattern") }
    self[keyPath: patterns][head, default: []].append(pattern)
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

  private mutating func addState(
    _ kind: PoliticalName.Kind, _ text: String
  ) throws(LexiconFault) {
    let fields = text.split(separator: ";", omittingEmptySubsequences: false).map { field in
      field.split(separator: ",").map { trimmed($0) }.filter { !$0.isEmpty }
    }
    guard let name = fields.first?.first else { throw LexiconFault("a \(kind) needs a name") }
    let roles: [PoliticalName.Role] = [.name, .adjective, .seat, .name]
    guard fields.count <= roles.count else {
      throw LexiconFault("a \(kind) has a name; adjectives; seats; other names")
    }
    var repeats: [String] = []
    for (index, (words, role)) in zip(fields, roles).enumerated() {
      let role = kind == .people && index == 0 ? .adjective : role
      let meaning = PoliticalName(state: name, role: role, kind: kind)
      repeats += words.filter { !addPlace($0, meaning) }
    }
    try refuse(repeats, as: "a meaning")
  }

  /// Whether the word named nothing before.
  private mutating func addPlace(_ word: String, _ meaning: PoliticalName) -> Bool {
    let key = Tokenizer.folded(Array(word.unicodeScalars)[...])
    guard places[key] == nil else { return false }
    places[key] = meaning
    return true
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
