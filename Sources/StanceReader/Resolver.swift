/// Who a noun phrase of a sentence means.
struct Resolved: Sendable {
  var name: String
  /// The number of the actor in the registry.
  var actor: Int?
  /// How sure the meaning is, and why it is not quite.
  var doubt: Doubt?
  /// Those that a word for several means: `both`.
  var members: [Resolved] = []
}

/// Resolves the noun phrases of one sentence after another.
struct Resolver {
  let lexicon: Lexicon
  let scalars: [Unicode.Scalar]
  var registry = ActorRegistry()
  /// The last sentence whose subject was no actor.
  var thingSentence: Int?
  /// The last two that were named side by side, and where.
  var lastPair: (members: [Resolved], sentence: Int)?
  /// The number of the sentence that is being read.
  var sentenceNumber = 0

  init(lexicon: Lexicon, scalars: [Unicode.Scalar]) {
    self.lexicon = lexicon
    self.scalars = scalars
  }

  /// Who each noun chunk of a sentence means.
  /// - Parameter speaker: Who speaks the sentence, for `we` and `I`.
  mutating func resolve(_ sentence: ParsedSentence, speaker: Resolved?) -> [Int: Resolved] {
    var resolved: [Int: Resolved] = [:]
    let subjects = Set(sentence.clauses.flatMap(\.subject))
    for (index, chunk) in sentence.chunks.enumerated()
    where chunk.kind == .noun && !chunk.isTime
      && !sentence.tokens.tellsShare(index, in: sentence.chunks)
    {
      if let group = several(index, sentence, resolved) {
        resolved[index] = group
      } else if chunk.isPronoun {
        resolved[index] = pronoun(index, sentence, resolved, speaker)
      } else if let speaker, isOwnGroup(chunk, sentence) {
        let doubt = Doubt(factor: 0.9, reason: "the speaker's own group")
        resolved[index] = Resolved(name: speaker.name, actor: speaker.actor, doubt: doubt)
      } else if let group = ownGroup(index, sentence, resolved) {
        resolved[index] = group
      } else {
        resolved[index] = phrase(index, sentence, isSubject: subjects.contains(index))
      }
      let named = resolved[index].map { $0.members.isEmpty ? [$0] : $0.members } ?? []
      for actor in named.compactMap(\.actor) {
        registry.mention(actor, in: sentenceNumber, isSubject: subjects.contains(index))
      }
    }
    linkAppositions(sentence, &resolved)
    noteThing(sentence, resolved)
    notePair(sentence, resolved)
    return resolved
  }

  /// `our party`, `my government`, for which the speaker speaks.
  private func isOwnGroup(_ chunk: Chunk, _ sentence: ParsedSentence) -> Bool {
    ["our", "my"].contains(sentence.word(chunk.range.lowerBound))
      && isActorNoun(sentence.word(chunk.head))
  }

  /// Notes whether the sentence's subject is a thing, which `it` will mean in the next one.
  private mutating func noteThing(_ sentence: ParsedSentence, _ resolved: [Int: Resolved]) {
    let root = sentence.clauses.first { $0.link == .root && $0.verb.shape == .finite }
    guard let subject = root?.subject.first, !sentence.chunks[subject].isPronoun else { return }
    thingSentence = resolved[subject]?.actor == nil ? sentenceNumber : nil
  }

  func text(_ range: Range<Int>, of sentence: ParsedSentence) -> String {
    guard let first = range.first, let last = range.last else { return "" }
    return text(
      TextSpan(
        sentence.tokens[first].start, max(sentence.tokens[first].start, sentence.tokens[last].end)))
  }

  /// The words of a span, line ends and runs of blanks as one blank.
  func text(_ span: TextSpan) -> String {
    var words = String.UnicodeScalarView()
    for scalar in scalars[span.start..<span.end] {
      if ["(", ")", "[", "]"].contains(scalar) { continue }
      if !scalar.isBlank {
        words.append(scalar)
      } else if words.last != " " {
        words.append(" ")
      }
    }
    return String(words)
  }

  // MARK: - Names and descriptions

  private mutating func phrase(
    _ index: Int, _ sentence: ParsedSentence, isSubject: Bool
  ) -> Resolved? {
    let reader = NameReader(tokens: sentence.tokens, lexicon: lexicon)
    let reading = reader.read(sentence.chunks[index].range)
    registerOwner(reading, reader, sentence)
    if let name = reading.name {
      let resolved = named(name, reading, sentence)
      if let number = resolved.actor, registry.entries[number].kind == .person,
        let group = affiliationAfter(index, sentence)
      {
        registry.setAffiliation(group, of: number)
      }
      return resolved
    }
    if let group = groupOfOwner(index, reading, sentence) { return group }
    return described(index, reading, sentence)
  }

  mutating func named(
    _ range: Range<Int>, _ reading: NameReading, _ sentence: ParsedSentence
  ) -> Resolved {
    let name = text(range, of: sentence)
    let affiliation = reading.belonging.flatMap { belongingName($0, sentence) }
    if let place = lexicon.place(named: name) {
      return placeName(name, place)
    }
    var entry = ActorRegistry.Entry(name: name, kind: kind(of: range, reading, sentence))
    entry.isUnsure = range.count == 1 && reading.roles.isEmpty
    entry.roles = Set(reading.roles)
    entry.affiliation = affiliation
    entry.isPlural = reading.isPlural && entry.kind == .group
    let number = registry.add(entry)
    return Resolved(name: registry.entries[number].name, actor: number)
  }

  /// The meaning of the state itself where an adjective stands for it.
  private func asName(_ place: PoliticalName) -> PoliticalName {
    place.role == .adjective
      ? PoliticalName(state: place.state, role: .name, kind: place.kind) : place
  }

  private mutating func placeName(_ name: String, _ place: PoliticalName) -> Resolved {
    let isName = place.role == .name
    let kind: ReadActor.Kind =
      switch place.kind {
      case .state: .country
      case .bloc: .bloc
      case .people: .group
      }
    var entry = ActorRegistry.Entry(name: isName ? place.state : name, kind: kind)
    if place.role == .adjective { entry.kind = .group }
    if !isName, place.kind != .people {
      entry.affiliation = place.state
      _ = registry.add(ActorRegistry.Entry(name: place.state, kind: kind))
    }
    entry.isPlural = place.role == .adjective
    let number = registry.add(entry)
    if isName { registry.addAlias(name, to: number) }
    let doubt =
      place.role == .seat ? Doubt(factor: 0.9, reason: "‘\(name)’ stands for \(place.state)") : nil
    return Resolved(name: registry.entries[number].name, actor: number, doubt: doubt)
  }

  private func kind(
    of name: Range<Int>, _ reading: NameReading, _ sentence: ParsedSentence
  ) -> ReadActor.Kind {
    let words = name.map { sentence.tokens[$0] }
    if words.contains(where: { lexicon[.bodies].contains($0.lower) }) { return .organization }
    if !reading.roles.isEmpty { return .person }
    if reading.hasArticle { return reading.isPlural ? .group : .organization }
    if words.contains(where: { $0.isAcronym && !$0.lower.contains(".") }) { return .organization }
    let inner = text(name, of: sentence).dropFirst()
    if words.count == 1, inner.contains(where: \.isUppercase) { return .organization }
    return .person
  }

  /// What a person belongs to: `Kenya` of `Kenyan`, `Kremlin`, or who `its` means.
  private mutating func belongingName(_ range: Range<Int>, _ sentence: ParsedSentence) -> String? {
    if sentence.tokens[range.lowerBound].tag == .owner {
      return owner(sentence.tokens[range.lowerBound].lower).map { registry.entries[$0].name }
    }
    var start = range.lowerBound
    while start < range.upperBound - 1, sentence.tokens[start].tag == .determiner { start += 1 }
    let name = text(start..<range.upperBound, of: sentence)
    let place = lexicon.place(named: name)
    if let place {
      return placeName(place.role == .adjective ? place.state : name, asName(place)).name
    }
    if let known = registry.number(of: name) { return registry.entries[known].name }
    if sentence.tokens[start].tag == .noun,
      let called = registry.last(
        called: sentence.tokens[range.upperBound - 1].lower, within: 6, of: sentenceNumber)
    {
      return registry.entries[called].name
    }
    return name
  }

  private func owner(_ pronoun: String) -> Int? {
    switch pronoun {
    case "its": registry.last(before: sentenceNumber) { $0.kind != .person || $0.isUnsure }
    case "their": registry.last(before: sentenceNumber) { $0.isPlural || $0.kind == .organization }
    case "his", "her": registry.last(before: sentenceNumber) { $0.kind == .person }
    default: nil
    }
  }

  /// Somebody described: `the minister` is the last one called so, `Western leaders` a new group.
  private mutating func described(
    _ index: Int, _ reading: NameReading, _ sentence: ParsedSentence
  ) -> Resolved? {
    let range = sentence.chunks[index].range
    let head = headOfQuantity(index, sentence) ?? sentence.tokens[range.upperBound - 1].lower
    guard isActorNoun(head) else {
      return Resolved(
        name: text(reading.phrase, of: sentence), actor: nil,
        doubt: Doubt(factor: 0.7, reason: "the holder is no known kind of actor"))
    }
    if reading.hasArticle, !reading.isPlural || range.count <= 2, isDefinite(range, sentence),
      let known = registry.last(called: head, within: 12, of: sentenceNumber),
      isDescribed(known, by: range, sentence)
    {
      let name = registry.entries[known].name
      return Resolved(
        name: name, actor: known,
        doubt: Doubt(factor: 0.85, reason: "‘\(text(range, of: sentence))’ read as \(name)"))
    }
    return newGroup(index, reading, sentence, head)
  }

  /// Whether a noun, in the singular or the plural, names people, an organisation or a state.
  func isActorNoun(_ noun: String) -> Bool {
    let singular = Morphology.singular(of: noun)
    return [noun, singular].contains {
      lexicon[.roles].contains($0) || lexicon[.bodies].contains($0) || lexicon[.titles].contains($0)
    }
  }

  /// Whether the words between article and noun are known of an actor: `the transport minister`.
  private func isDescribed(_ actor: Int, by range: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    let entry = registry.entries[actor]
    let name = entry.name.lowercased()
    return sentence.tokens[range].dropFirst().dropLast().allSatisfy { token in
      entry.roles.contains(token.lower) || name.contains(token.lower)
    }
  }

  private func isDefinite(_ range: Range<Int>, _ sentence: ParsedSentence) -> Bool {
    ["the", "this", "that", "both"].contains(sentence.word(range.lowerBound))
  }

  private mutating func newGroup(
    _ index: Int, _ reading: NameReading, _ sentence: ParsedSentence, _ head: String
  ) -> Resolved {
    let end = endOfDescription(index, sentence)
    let words = text(reading.phrase.lowerBound..<end, of: sentence)
    let group =
      reading.belonging.flatMap { belongingName($0, sentence) } ?? affiliationAfter(index, sentence)
    let isOwned =
      sentence.tokens[sentence.chunks[index].range.lowerBound].tag == .owner
      && reading.belonging != nil && lexicon.has(head, in: .counterparts)
    let name = isOwned ? group.map { "\($0)’s \(words)" } ?? words : words
    let isBody =
      lexicon[.bodies].contains(head) || lexicon[.bodies].contains(Morphology.singular(of: head))
    var entry = ActorRegistry.Entry(
      name: name, kind: isBody && !reading.isPlural ? .organization : .group)
    // `one of the unions` is not what `the unions` means later.
    let isOneOfMany = words.lowercased().hasPrefix("one of ")
    entry.roles = isOneOfMany ? [] : [head]
    if isOneOfMany { entry.kind = .group }
    entry.isPlural = reading.isPlural
    entry.affiliation = lexicon.has(head, in: .counterparts) ? nil : group
    if !reading.isPlural, !isBody { entry.kind = .person }
    let number = registry.add(entry)
    return Resolved(
      name: registry.entries[number].name, actor: number,
      doubt: Doubt(factor: 0.9, reason: "the holder is named by a role"))
  }

  /// Behind `of the union`, `for the federation` after a role.
  private func endOfDescription(_ index: Int, _ sentence: ParsedSentence) -> Int {
    var last = index
    while last + 2 < sentence.chunks.count, last < index + 4,
      ["of", "for"].contains(sentence.word(ofChunk: last + 1)),
      sentence.chunks[last + 2].kind == .noun, !sentence.chunks[last + 2].isTime
    {
      last += 2
    }
    return sentence.chunks[last].range.upperBound
  }
}
