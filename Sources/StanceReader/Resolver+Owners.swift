extension Resolver {
  /// Takes up `President Ana Paz` of `President Ana Paz's proposal`.
  mutating func registerOwner(
    _ reading: NameReading, _ reader: NameReader, _ sentence: ParsedSentence
  ) {
    guard let range = reading.belonging, range.upperBound < sentence.tokens.count,
      sentence.tokens[range.upperBound].tag == .possessive
    else { return }
    let owner = reader.read(range)
    guard let name = owner.name, !owner.roles.isEmpty else { return }
    _ = named(name, owner, sentence)
  }

  /// `his country`, `whose government`: what the person belongs to; `her party` is named after her.
  mutating func groupOfOwner(
    _ index: Int, _ reading: NameReading, _ sentence: ParsedSentence
  ) -> Resolved? {
    let range = sentence.chunks[index].range
    let word = sentence.word(range.lowerBound)
    guard range.count == 2, ["his", "her", "whose"].contains(word),
      lexicon[.bodies].contains(sentence.word(range.upperBound - 1)),
      let person = registry.last(before: sentenceNumber, where: { $0.kind == .person })
    else { return nil }
    let head = sentence.word(range.upperBound - 1)
    let owner = registry.entries[person]
    if let group = owner.affiliation.flatMap({ registry.number(of: $0) }),
      lexicon[.polities].contains(head) || registry.entries[group].name.lowercased().contains(head)
    {
      let name = registry.entries[group].name
      let doubt = Doubt(factor: 0.85, reason: "‘\(word) \(head)’ read as \(name)")
      return Resolved(name: name, actor: group, doubt: doubt)
    }
    let name = "\(owner.name)’s \(head)"
    let number = registry.add(
      ActorRegistry.Entry(name: name, kind: .organization, affiliation: nil, roles: [head]))
    return Resolved(
      name: name, actor: number,
      doubt: Doubt(factor: 0.85, reason: "‘\(word)’ read as \(owner.name)"))
  }

}
