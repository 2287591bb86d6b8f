extension Resolver {
  /// Who a pronoun means: the speaker, the subject of the report it stands in, or whoever acted
  /// last and fits.
  func pronoun(
    _ index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved], _ speaker: Resolved?
  ) -> Resolved? {
    let word = sentence.word(ofChunk: index)
    if ["i", "we", "us", "me", "my", "our"].contains(word) {
      let inner = reporter(over: index, sentence, resolved)
      return (inner?.actor == nil ? speaker : inner).map {
        Resolved(
          name: $0.name, actor: $0.actor,
          doubt: Doubt(factor: 0.95, reason: "‘\(word)’ is the speaker"))
      }
    }
    guard let fits = Self.test(for: word) else { return nil }
    if let governor = reporter(over: index, sentence, resolved), let actor = governor.actor,
      fits(registry.entries[actor])
    {
      return Resolved(
        name: governor.name, actor: actor,
        doubt: Doubt(factor: 0.9, reason: "‘\(word)’ read as \(governor.name)"))
    }
    if let group = groupOfReporter(index, sentence, resolved, fits) { return group }
    if word == "it", thingSentence == sentenceNumber - 1 { return nil }
    let other = registry.last(before: sentenceNumber) { entry in
      fits(entry) && entry.name != speaker?.name
    }
    guard let other else { return nil }
    let name = registry.entries[other].name
    return Resolved(
      name: name, actor: other, doubt: Doubt(factor: 0.8, reason: "‘\(word)’ read as \(name)"))
  }

  /// What an antecedent of a pronoun must be.
  private static func test(for pronoun: String) -> ((ActorRegistry.Entry) -> Bool)? {
    switch pronoun {
    case "he", "she", "him", "her", "himself", "herself": { $0.kind == .person }
    case "it", "itself": { $0.kind != .person && !$0.isPlural || $0.isUnsure }
    case "they", "them", "themselves":
      { $0.isPlural || $0.kind == .organization || $0.kind == .group }
    default: nil
    }
  }

  /// The subject of the verb that reports the clause of a pronoun.
  private func reporter(
    over index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved]
  ) -> Resolved? {
    guard let clause = sentence.clauses.first(where: { $0.subject.contains(index) }),
      let governor = clause.governor, let subject = sentence.clauses[governor].subject.first
    else { return nil }
    return subject == index ? nil : resolved[subject]
  }

  /// `A spokesman for the union said it …`: what the speaker belongs to.
  private func groupOfReporter(
    _ index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved],
    _ fits: (ActorRegistry.Entry) -> Bool
  ) -> Resolved? {
    guard let actor = reporter(over: index, sentence, resolved)?.actor,
      let group = registry.entries[actor].affiliation.flatMap({ registry.number(of: $0) }),
      fits(registry.entries[group])
    else { return nil }
    let name = registry.entries[group].name
    return Resolved(
      name: name, actor: group,
      doubt: Doubt(factor: 0.85, reason: "the speaker’s group read as \(name)"))
  }

  /// `its chairman said the party …`: what the speaker belongs to, unless it is called otherwise.
  func ownGroup(
    _ index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved]
  ) -> Resolved? {
    let words = sentence.tokens[sentence.chunks[index].range].map(\.lower)
    guard words.count == 2, words[0] == "the", lexicon[.bodies].contains(words[1]),
      words[1] != "government",
      sentence.clauses.contains(where: { $0.subject.contains(index) && $0.link == .complement })
    else { return nil }
    return groupOfReporter(index, sentence, resolved) { entry in
      let bodies = entry.name.lowercased().split(separator: " ").map(String.init)
        .filter(lexicon[.bodies].contains)
      return entry.kind != .country && entry.kind != .bloc
        && (bodies.isEmpty || bodies.contains(words[1]))
    }
  }

  // MARK: - Appositions

  /// Links `Its leader, Nils Arvo,` and `Piotr Zielak, the head of the union,`: the name is the
  /// actor, the description gives role and affiliation.
  mutating func linkAppositions(_ sentence: ParsedSentence, _ resolved: inout [Int: Resolved]) {
    for index in sentence.chunks.indices.dropLast(2) {
      guard sentence.chunks[index].kind == .noun, sentence.chunks[index + 1].kind != .verb else {
        continue
      }
      let first = lastOfPhrase(index, sentence)
      guard first + 2 < sentence.chunks.count, sentence.chunks[first + 1].kind == .comma,
        sentence.chunks[first + 2].kind == .noun, !sentence.chunks[first + 2].isTime,
        closes(lastOfPhrase(first + 2, sentence) + 1, sentence)
      else { continue }
      link(index, first + 2, sentence, &resolved)
    }
  }

  /// The last chunk of a noun phrase with its `of`, `for` and `in` phrases.
  private func lastOfPhrase(_ index: Int, _ sentence: ParsedSentence) -> Int {
    var last = index
    while last + 2 < sentence.chunks.count, sentence.chunks[last + 1].kind == .preposition,
      ["of", "for", "in", "at", "from"].contains(sentence.word(ofChunk: last + 1)),
      sentence.chunks[last + 2].kind == .noun
    {
      last += 2
    }
    return last
  }

  private func closes(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    guard sentence.chunks.indices.contains(index) else { return true }
    switch sentence.chunks[index].kind {
    case .comma, .stop, .breakMark, .relative: return true
    default: return false
    }
  }

  private mutating func link(
    _ first: Int, _ second: Int, _ sentence: ParsedSentence, _ resolved: inout [Int: Resolved]
  ) {
    let reader = NameReader(tokens: sentence.tokens, lexicon: lexicon)
    let left = reader.read(sentence.chunks[first].range)
    let right = reader.read(sentence.chunks[second].range)
    if left.name == nil, let name = right.name ?? phraseWithName(right, sentence),
      describes(first, sentence) || introduces(first, left, name, sentence),
      let named = resolved[second],
      let number = named.actor, mayBeDescribed(number)
    {
      describe(number, by: first, left, sentence)
      redirect(resolved[first], to: number)
      resolved[first] = Resolved(name: named.name, actor: number)
    } else if left.name != nil, right.name == nil, describes(second, sentence),
      let named = resolved[first], let number = named.actor, mayBeDescribed(number)
    {
      describe(number, by: second, right, sentence)
      redirect(resolved[second], to: number)
      resolved[second] = Resolved(name: named.name, actor: number)
    }
  }

  /// `the Aldous family`: a description with a name in it that is no owner.
  private func phraseWithName(_ reading: NameReading, _ sentence: ParsedSentence) -> Range<Int>? {
    let tags = sentence.tokens[reading.phrase].map(\.tag)
    return tags.contains(.name) && !tags.contains(.possessive) ? reading.phrase : nil
  }

  /// `The UN special coordinator, Jeanne Roy,`: one definite noun of any kind before a full name.
  private func introduces(
    _ index: Int, _ description: NameReading, _ name: Range<Int>, _ sentence: ParsedSentence
  ) -> Bool {
    let start = sentence.word(sentence.chunks[index].range.lowerBound)
    let isDefinite =
      ["the", "its", "their", "his", "her"].contains(start)
      || ["a", "an"].contains(start)
        && (index == 0 || sentence.chunks[index - 1].kind != .preposition)
    let head = sentence.word(sentence.chunks[index].head)
    let isThing = lexicon[.proposals].contains(head) || lexicon[.events].contains(head)
    return isDefinite && !description.isPlural && name.count > 1 && !isThing
  }

  /// States are no people with a role; they stand in lists.
  private func mayBeDescribed(_ number: Int) -> Bool {
    registry.entries[number].kind != .country && registry.entries[number].kind != .bloc
  }

  private mutating func redirect(_ described: Resolved?, to number: Int) {
    guard let actor = described?.actor else { return }
    registry.redirect(actor, to: number, in: sentenceNumber)
  }

  private func describes(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    let head = sentence.word(sentence.chunks[index].head)
    return lexicon[.roles].contains(head) || lexicon[.titles].contains(head)
      || lexicon[.bodies].contains(head)
  }

  private mutating func describe(
    _ number: Int, by index: Int, _ reading: NameReading, _ sentence: ParsedSentence
  ) {
    let head = sentence.word(sentence.chunks[index].head)
    registry.addRoles([head] + reading.roles, to: number)
    if let group = reading.belonging.flatMap({ range in affiliation(range, sentence) })
      ?? affiliationAfter(index, sentence)
    {
      registry.setAffiliation(group, of: number)
    }
  }

  private func affiliation(_ range: Range<Int>, _ sentence: ParsedSentence) -> String? {
    let name = text(range, of: sentence)
    if let known = registry.number(of: name) { return registry.entries[known].name }
    return lexicon.place(named: name).map { $0.role == .seat ? name : $0.state }
      ?? ownerName(sentence.word(range.lowerBound)) ?? calledName(range, sentence)
  }

  private func ownerName(_ word: String) -> String? {
    guard word == "its" || word == "their" else { return nil }
    return registry.last(before: sentenceNumber) { $0.kind != .person }.map {
      registry.entries[$0].name
    }
  }

  private func calledName(_ range: Range<Int>, _ sentence: ParsedSentence) -> String? {
    registry.last(called: sentence.word(range.upperBound - 1), within: 8, of: sentenceNumber)
      .map { registry.entries[$0].name }
  }

  /// `the head of the Union`: the name after the role.
  func affiliationAfter(_ index: Int, _ sentence: ParsedSentence) -> String? {
    guard index + 2 < sentence.chunks.count,
      ["of", "for", "at"].contains(sentence.word(ofChunk: index + 1)),
      sentence.chunks[index + 2].kind == .noun
    else { return nil }
    let reader = NameReader(tokens: sentence.tokens, lexicon: lexicon)
    return reader.read(sentence.chunks[index + 2].range).name.map { text($0, of: sentence) }
  }
}
