extension StatementBuilder {
  struct NamedTarget {
    var text: String
    var others: [String]
    var antecedent: String?
    var isPronoun = false
    var doubt: Doubt?
  }

  func target(
    _ finding: Finding, _ resolver: Resolver, _ memory: ProposalMemory
  ) -> NamedTarget? {
    let range = finding.target.tokens
    let start = cuePosition(finding)
    if finding.target.isImplicit || range.isEmpty {
      return implicitTarget(finding, start, resolver, memory)
    }
    let text = quotationClosed(range, resolver)
    guard !["what", "nothing", "anything", "none"].contains(text.lowercased()),
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
    else { return nil }
    var others: [String] = []
    let isPronoun = sentence.tokens[range.lowerBound].tag == .pronoun && range.count == 1
    var antecedent: String?
    if isPronoun || refersBack(range) {
      let position = min(range.lowerBound, start)
      let told =
        proposal(before: position, in: finding, resolver) ?? memory.last(within: 3)
        ?? (isPronoun ? memory.lastKnown(within: 3) : nil)
      antecedent = told.flatMap { isPronoun || mayMean($0, range) ? $0 : nil }
    }
    if finding.target.needsAntecedent, antecedent == nil { return nil }
    if let antecedent { others.append(antecedent) }
    if let core = core(of: range) { others.append(resolver.text(core, of: sentence)) }
    if let other = finding.target.other { others.append(resolver.text(other, of: sentence)) }
    return NamedTarget(
      text: text, others: others.filter { $0 != text },
      antecedent: isPronoun || isGeneric(range) ? antecedent : nil, isPronoun: isPronoun,
      doubt: targetDoubt(range, isPronoun))
  }

  /// The text with the mark that closes a quotation within it, or without the words behind a mark
  /// that nothing closes.
  func quotationClosed(_ range: Range<Int>, _ resolver: Resolver) -> String {
    let text = resolver.text(range, of: sentence)
    let opens = text.unicodeScalars.count { $0 == "“" } - text.unicodeScalars.count { $0 == "”" }
    let isOdd = text.unicodeScalars.count { $0 == "\"" } % 2 == 1
    guard opens > 0 || isOdd, let mark = text.lastIndex(where: { $0 == "“" || $0 == "\"" }) else {
      return text
    }
    let end = sentence.tokens[range.upperBound - 1].end
    if end < resolver.scalars.count, ["”", "\""].contains(resolver.scalars[end]) {
      return text + String(resolver.scalars[end])
    }
    let words = text[..<mark].split(separator: " ").joined(separator: " ")
    return words.isEmpty ? text : words
  }

  func cuePosition(_ finding: Finding) -> Int {
    finding.clause.map { sentence.chunks[sentence.clauses[$0].chunk].range.lowerBound } ?? 0
  }

  /// What a stance without an object is about: for a host the meeting that the sentence names, else
  /// the last proposal in the sentence or before it.
  func implicitTarget(
    _ finding: Finding, _ cue: Int, _ resolver: Resolver, _ memory: ProposalMemory
  ) -> NamedTarget? {
    let doubt = Doubt(factor: 0.65, reason: "the target is what was spoken of last")
    let own =
      finding.target.tokens.isEmpty ? nil : resolver.text(finding.target.tokens, of: sentence)
    let named = finding.relation == .hosts ? event(after: cue, resolver) : nil
    let found = named ?? proposal(before: cue, in: finding, resolver) ?? memory.last(within: 2)
    guard let text = found ?? own else { return nil }
    return NamedTarget(text: text, others: own.map { [$0] } ?? [], doubt: doubt)
  }

  func event(after token: Int, _ resolver: Resolver) -> String? {
    let targets = TargetFinder(sentence: sentence, lexicon: lexicon, limits: [])
    let index = sentence.chunks.indices.first { index in
      sentence.chunks[index].kind == .noun && sentence.chunks[index].range.lowerBound > token
        && lexicon[.events].contains(targets.headWord(index))
    }
    return index.map {
      resolver.text(targets.tokens(from: $0, to: targets.endOfNounPhrase($0)), of: sentence)
    }
  }

  /// The last proposal or event that the sentence names before a token.
  func proposal(before token: Int, in finding: Finding, _ resolver: Resolver) -> String? {
    let targets = TargetFinder(sentence: sentence, lexicon: lexicon, limits: [token])
    let subjects = finding.clause.map { sentence.clauses[$0].subject } ?? []
    let index = sentence.chunks.indices.last { index in
      let chunk = sentence.chunks[index]
      return chunk.kind == .noun && chunk.range.upperBound <= token && !chunk.isPronoun
        && !subjects.contains(index) && resolved[index]?.actor == nil
        && lexicon[.proposals].contains(targets.headWord(index))
        && !followsPreposition(index)
    }
    return index.map {
      resolver.text(targets.tokens(from: $0, to: targets.endOfNounPhrase($0)), of: sentence)
    }
  }

  func followsPreposition(_ index: Int) -> Bool {
    index > 0 && ["of", "for", "from", "at"].contains(sentence.word(ofChunk: index - 1))
  }

  func targetDoubt(_ range: Range<Int>, _ isPronoun: Bool) -> Doubt? {
    if isPronoun { return Doubt(factor: 0.6, reason: "the target is a pronoun") }
    if range.count > 18 { return Doubt(factor: 0.8, reason: "the target is long") }
    if sentence.tokens[range].allSatisfy({ $0.tag == .name || $0.tag == .determiner }) {
      return Doubt(factor: 0.75, reason: "the target is a name")
    }
    return nil
  }

  /// Whether a definite phrase may take up what was told: any word for a plan may, others only what
  /// is called the same.
  func mayMean(_ told: String, _ range: Range<Int>) -> Bool {
    if isGeneric(range) { return true }
    let head = Morphology.singular(of: sentence.word(range.upperBound - 1))
    return told.lowercased().split { !$0.isLetter && $0 != "-" }
      .contains { Morphology.singular(of: String($0)) == head }
  }

  /// `the plan`, `this idea`: words that fit any proposal.
  func isGeneric(_ range: Range<Int>) -> Bool {
    range.count == 2
      && lexicon[.generics].contains(sentence.word(range.upperBound - 1))
  }

  /// `the plan`, `that formula`: a short definite phrase for something told before.
  func refersBack(_ range: Range<Int>) -> Bool {
    range.count <= 3
      && lexicon[.definites].contains(sentence.word(range.lowerBound))
  }

  /// What an idea, a plan or a call is of: the words behind `the idea of`, `the proposal to`.
  func core(of range: Range<Int>) -> Range<Int>? {
    let link = range.dropFirst().first { ["of", "for", "to", "that"].contains(sentence.word($0)) }
    guard let link, link + 1 < range.upperBound, link - range.lowerBound < 6 else { return nil }
    let head = Morphology.singular(of: sentence.word(link - 1))
    return lexicon[.wrappings].contains(head) ? link + 1..<range.upperBound : nil
  }
}
