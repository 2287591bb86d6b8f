extension Resolver {
  /// The members of the list that `both`, `neither`, `the two sides` or `they` take up, as one.
  func several(
    _ index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved]
  ) -> Resolved? {
    let members: [Resolved]
    if takesUpPair(index, sentence) {
      members = pair(before: index, sentence, resolved)
    } else if sentence.word(ofChunk: index) == "they" {
      members = reporters(over: index, sentence, resolved)
    } else {
      return nil
    }
    guard members.count > 1 else { return nil }
    let word = text(sentence.chunks[index].range, of: sentence)
    let names = members.map(\.name).joined(separator: " and ")
    let doubt = Doubt(factor: 0.85, reason: "‘\(word)’ read as \(names)")
    let doubted = members.map { Resolved(name: $0.name, actor: $0.actor, doubt: doubt) }
    return Resolved(name: names, members: doubted)
  }

  /// `both`, `neither of them`, `they both`, `both countries`, `the two`, `the two sides`.
  private func takesUpPair(_ index: Int, _ sentence: ParsedSentence) -> Bool {
    let words = sentence.tokens[sentence.chunks[index].range].map(\.lower)
    let pairs: Set<String> = ["both", "neither"]
    if sentence.chunks[index].isPronoun || words.count == 1 {
      let isShare = index > 1 && sentence.tokens.tellsShare(index - 2, in: sentence.chunks)
      return pairs.contains(words[0])
        || isShare && pairs.contains(sentence.word(ofChunk: index - 2))
        || words[0] == "they" && sentence.word(ofChunk: index + 1) == "both"
    }
    let isPair = pairs.contains(words[0]) && words.count == 2
    let isTwo = words.starts(with: ["the", "two"]) && words.count < 4
    return isPair && isActorNoun(words[1])
      || isTwo && (words.count == 2 || isActorNoun(words[2]))
  }

  /// The list of two in the sentence before a noun, or in one of the two sentences before.
  private func pair(
    before index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved]
  ) -> [Resolved] {
    let list = sentence.clauses.last { $0.subject.count == 2 && $0.chunk < index }
    if let list { return list.subject.compactMap { resolved[$0] } }
    guard let lastPair, sentenceNumber - lastPair.sentence <= 2 else { return [] }
    return lastPair.members
  }

  /// `A and B said they …`: the subjects of the report.
  private func reporters(
    over index: Int, _ sentence: ParsedSentence, _ resolved: [Int: Resolved]
  ) -> [Resolved] {
    let clause = sentence.clauses.first { $0.subject.contains(index) }
    let governor = clause?.governor.map { sentence.clauses[$0] }
    return governor?.subject.compactMap { resolved[$0] } ?? []
  }

  /// Keeps the two that a sentence names side by side, as subjects or as subject and object.
  mutating func notePair(_ sentence: ParsedSentence, _ resolved: [Int: Resolved]) {
    for clause in sentence.clauses.reversed() where clause.link == .root {
      let object =
        sentence.word(ofChunk: clause.chunk + 1) == "with"
        ? clause.chunk + 2 : clause.chunk + 1
      let chunks = clause.subject.count == 1 ? clause.subject + [object] : clause.subject
      let named = chunks.compactMap { resolved[$0] }.filter { $0.actor != nil }
      guard named.count == 2, named[0].actor != named[1].actor, areAlike(named) else { continue }
      lastPair = (named, sentenceNumber)
      return
    }
  }

  private func areAlike(_ named: [Resolved]) -> Bool {
    let kinds = named.compactMap { $0.actor.map { registry.entries[$0].kind == .person } }
    return kinds.count == 2 && kinds[0] == kinds[1]
  }
}
