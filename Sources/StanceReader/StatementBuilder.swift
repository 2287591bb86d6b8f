internal import StanceModel

/// Turns the findings of a sentence into statements: names resolved, targets as text, confidence.
struct StatementBuilder {
  let sentence: ParsedSentence
  let lexicon: Lexicon
  let resolved: [Int: Resolved]
  /// Who speaks the sentence, where it stands in a quotation.
  let speaker: Resolved?
  let isHeadline: Bool
  let attribution: Attribution

  /// The statements of a finding, one for each of its holders.
  func statements(
    of finding: Finding, resolver: Resolver, memory: ProposalMemory, span: TextSpan,
    quote: TextSpan?, article: Article
  ) -> [SuggestedStatement] {
    let teller = attribution.speaker(ofClause: finding.clause).flatMap { resolved[$0] }
    return holders(of: finding, teller, resolver).compactMap { holder in
      statement(
        finding, holder, teller, resolver: resolver, memory: memory, span: span, quote: quote,
        article: article)
    }
  }

  // MARK: - Holders

  private func holders(
    of finding: Finding, _ teller: Resolved?, _ resolver: Resolver
  ) -> [Resolved] {
    switch finding.holder {
    case .chunks(let chunks): return chunks.flatMap { members(of: $0) }
    case .words(let range): return possessor(range, finding, resolver).map { [$0] } ?? []
    case .speaker: return (teller ?? speaker).map { [$0] } ?? []
    }
  }

  /// A chunk's actor, or the two that `both` means.
  private func members(of chunk: Int) -> [Resolved] {
    guard ["both", "they"].contains(sentence.word(ofChunk: chunk)), let list = list(meantBy: chunk)
    else { return resolved[chunk].map { [$0] } ?? [] }
    return list.subject.compactMap { resolved[$0] }
  }

  /// The list that `both` or `they` takes up: the subject of the report, or the last one of two.
  private func list(meantBy chunk: Int) -> Clause? {
    if sentence.word(ofChunk: chunk) == "they" {
      let clause = sentence.clauses.first { $0.subject.contains(chunk) }
      let governor = clause?.governor.map { sentence.clauses[$0] }
      return governor.flatMap { $0.subject.count > 1 ? $0 : nil }
    }
    return sentence.clauses.last { $0.subject.count == 2 && $0.chunk < chunk }
  }

  private func possessor(
    _ range: Range<Int>, _ finding: Finding, _ resolver: Resolver
  ) -> Resolved? {
    let word = sentence.word(range.lowerBound)
    if sentence.tokens[range.lowerBound].tag == .owner {
      if ["my", "our"].contains(word) { return speaker }
      return owner(word, finding, resolver)
    }
    var start = range.lowerBound
    while start < range.upperBound - 1, sentence.tokens[start].tag == .determiner { start += 1 }
    let reading = NameReader(tokens: sentence.tokens, lexicon: lexicon).read(
      start..<range.upperBound)
    let name = resolver.text(reading.name ?? reading.phrase, of: sentence)
    if let place = lexicon.places[Tokenizer.folded(Array(name.unicodeScalars)[...])] {
      let doubt = Doubt(factor: 0.8, reason: "‘\(name)’ may mean others than the \(place.state)")
      let isLoose = place.isBloc && place.role == .adjective
      return Resolved(
        name: place.role == .seat ? name : place.state, doubt: isLoose ? doubt : nil)
    }
    if let known = resolver.registry.number(of: name) {
      return Resolved(name: resolver.registry.entries[known].name, actor: known)
    }
    return actorName(name, reading, resolver)
  }

  private func actorName(_ name: String, _ reading: NameReading, _ resolver: Resolver) -> Resolved?
  {
    if reading.name != nil { return Resolved(name: name) }
    let head = sentence.word(reading.phrase.upperBound - 1)
    if let known = resolver.registry.last(called: head, within: 12, of: resolver.sentenceNumber) {
      return Resolved(name: resolver.registry.entries[known].name, actor: known)
    }
    return lexicon.roles.contains(head) || lexicon.bodies.contains(head)
      ? Resolved(name: name) : nil
  }

  /// `its`, `his`: the subject of the clause, if there is one that fits.
  private func owner(_ word: String, _ finding: Finding, _ resolver: Resolver) -> Resolved? {
    let subject = finding.clause.flatMap { sentence.clauses[$0].subject.first }.flatMap {
      resolved[$0]
    }
    guard let subject, let actor = subject.actor else { return nil }
    let isPerson = resolver.registry.entries[actor].kind == .person
    guard isPerson == (word == "his" || word == "her") || word == "their" else { return nil }
    return Resolved(
      name: subject.name, actor: actor,
      doubt: Doubt(factor: 0.85, reason: "‘\(word)’ read as \(subject.name)"))
  }

  // MARK: - Statements

  private func statement(
    _ finding: Finding, _ holder: Resolved, _ teller: Resolved?, resolver: Resolver,
    memory: ProposalMemory, span: TextSpan, quote: TextSpan?, article: Article
  ) -> SuggestedStatement? {
    guard isActor(holder, finding), let target = target(finding, resolver, memory),
      target.text.lowercased() != holder.name.lowercased()
    else { return nil }
    let doubts = allDoubts(finding, holder, target, quote)
    let confidence = doubts.reduce(finding.strength) { $0 * $1.factor }
    let condition = condition(for: finding)
    var reasons = ["‘\(finding.cue)’ tells that \(holder.name) \(finding.relation.rawValue)"]
    reasons += doubts.map(\.reason)
    return SuggestedStatement(
      holder: holder.name, speaker: teller?.name ?? speaker?.name, relation: finding.relation,
      polarity: finding.polarity, target: target.text, otherTargets: target.others,
      antecedent: target.antecedent, isPronounTarget: target.isPronoun, sentence: span,
      quote: quote, condition: condition, date: date(of: finding, article),
      confidence: (confidence * 100).rounded() / 100, reasons: reasons)
  }

  /// When the stance was taken: the day next to its verb, else that of the article.
  private func date(of finding: Finding, _ article: Article) -> PartialDate? {
    guard let published = article.date, let clause = finding.clause else { return article.date }
    let finder = DateFinder(sentence: sentence, lexicon: lexicon, published: published)
    return finder.date(of: sentence.chunks[sentence.clauses[clause].chunk])
  }

  /// Whether somebody known holds the stance; a possessor may also be known by name only.
  private func isActor(_ holder: Resolved, _ finding: Finding) -> Bool {
    if holder.actor != nil { return true }
    guard case .words = finding.holder else { return false }
    return holder.name.unicodeScalars.contains { $0.properties.isUppercase }
      || lexicon.roles.contains(Morphology.singular(of: holder.name))
  }

  private func allDoubts(
    _ finding: Finding, _ holder: Resolved, _ target: NamedTarget, _ quote: TextSpan?
  ) -> [Doubt] {
    var doubts = finding.doubts
    if let doubt = holder.doubt { doubts.append(doubt) }
    if let doubt = target.doubt { doubts.append(doubt) }
    if finding.chain > 1 { doubts.append(Doubt(factor: 0.85, reason: "three verbs put together")) }
    if quote != nil { doubts.append(Doubt(factor: 0.85, reason: "told in a quotation")) }
    if isHeadline { doubts.append(Doubt(factor: 0.9, reason: "told in a headline")) }
    return doubts
  }

  private func condition(for finding: Finding) -> TextSpan? {
    let position = finding.target.tokens.lowerBound
    let after = sentence.conditions.first {
      $0.lowerBound >= position && !isBeyondBut(position, $0.lowerBound)
        && !isOfLaterClause($0.lowerBound, finding)
    }
    let fronted = sentence.conditions.first { $0.lowerBound == 0 }
    guard let range = after ?? fronted, let first = range.first, let last = range.last else {
      return nil
    }
    return TextSpan(sentence.tokens[first].start, sentence.tokens[last].end)
  }

  /// Whether a later verb, which does not depend on that of the stance, stands before a condition.
  private func isOfLaterClause(_ condition: Int, _ finding: Finding) -> Bool {
    guard let own = finding.clause else { return false }
    let start = sentence.chunks[sentence.clauses[own].chunk].range.lowerBound
    return sentence.clauses.indices.contains { index in
      let clause = sentence.clauses[index]
      let verb = sentence.chunks[clause.chunk].range.lowerBound
      guard verb > start, verb < condition, clause.verb.shape == .finite else { return false }
      return !depends(index, on: own)
    }
  }

  private func depends(_ clause: Int, on other: Int) -> Bool {
    var current: Int? = clause
    for _ in 0..<12 {
      if current == other { return true }
      current = current.flatMap { sentence.clauses[$0].governor }
    }
    return false
  }

  /// Whether another main clause begins between a stance and a condition.
  private func isBeyondBut(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return sentence.tokens[start..<end].contains { $0.lower == "but" || $0.tag == .semicolon }
  }

  // MARK: - Targets

  private struct NamedTarget {
    var text: String
    var others: [String]
    var antecedent: String?
    var isPronoun = false
    var doubt: Doubt?
  }

  private func target(
    _ finding: Finding, _ resolver: Resolver, _ memory: ProposalMemory
  ) -> NamedTarget? {
    let range = finding.target.tokens
    let start = cuePosition(finding)
    if finding.target.isImplicit || range.isEmpty {
      return implicitTarget(finding, start, resolver, memory)
    }
    let text = quotationClosed(range, resolver)
    guard text.lowercased() != "what",
      text.unicodeScalars.contains(where: { $0.properties.isAlphabetic })
    else { return nil }
    var others: [String] = []
    let isPronoun = sentence.tokens[range.lowerBound].tag == .pronoun && range.count == 1
    var antecedent: String?
    if isPronoun || refersBack(range) {
      antecedent =
        proposal(before: range.lowerBound, in: finding, resolver) ?? memory.last(within: 3)
    }
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
  private func quotationClosed(_ range: Range<Int>, _ resolver: Resolver) -> String {
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

  private func cuePosition(_ finding: Finding) -> Int {
    finding.clause.map { sentence.chunks[sentence.clauses[$0].chunk].range.lowerBound } ?? 0
  }

  /// What a stance without an object is about: for a host the meeting that the sentence names, else
  /// the last proposal in the sentence or before it.
  private func implicitTarget(
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

  private func event(after token: Int, _ resolver: Resolver) -> String? {
    let targets = TargetFinder(sentence: sentence, lexicon: lexicon, limit: sentence.tokens.count)
    let index = sentence.chunks.indices.first { index in
      sentence.chunks[index].kind == .noun && sentence.chunks[index].range.lowerBound > token
        && lexicon.events.contains(targets.headWord(index))
    }
    return index.map {
      resolver.text(targets.tokens(from: $0, to: targets.endOfNounPhrase($0)), of: sentence)
    }
  }

  /// The last proposal or event that the sentence names before a token.
  private func proposal(before token: Int, in finding: Finding, _ resolver: Resolver) -> String? {
    let targets = TargetFinder(sentence: sentence, lexicon: lexicon, limit: token)
    let subjects = finding.clause.map { sentence.clauses[$0].subject } ?? []
    let index = sentence.chunks.indices.last { index in
      let chunk = sentence.chunks[index]
      return chunk.kind == .noun && chunk.range.upperBound <= token && !chunk.isPronoun
        && !subjects.contains(index) && resolved[index]?.actor == nil
        && lexicon.proposals.contains(targets.headWord(index))
        && !followsPreposition(index)
    }
    return index.map {
      resolver.text(targets.tokens(from: $0, to: targets.endOfNounPhrase($0)), of: sentence)
    }
  }

  private func followsPreposition(_ index: Int) -> Bool {
    index > 0 && ["of", "for", "from", "at"].contains(sentence.word(ofChunk: index - 1))
  }

  private func targetDoubt(_ range: Range<Int>, _ isPronoun: Bool) -> Doubt? {
    if isPronoun { return Doubt(factor: 0.6, reason: "the target is a pronoun") }
    if range.count > 18 { return Doubt(factor: 0.8, reason: "the target is long") }
    if sentence.tokens[range].allSatisfy({ $0.tag == .name || $0.tag == .determiner }) {
      return Doubt(factor: 0.75, reason: "the target is a name")
    }
    return nil
  }

  /// `the plan`, `this idea`: words that fit any proposal.
  private func isGeneric(_ range: Range<Int>) -> Bool {
    range.count == 2
      && [
        "plan", "proposal", "idea", "measure", "move", "offer", "step", "initiative", "demand",
        "deal", "text", "formula", "arrangement", "scheme", "motion", "suggestion", "option",
        "compromise", "agreement", "bill", "project",
      ].contains(sentence.word(range.upperBound - 1))
  }

  /// `the plan`, `that formula`: a short definite phrase for something told before.
  private func refersBack(_ range: Range<Int>) -> Bool {
    range.count <= 3
      && ["the", "this", "that", "these", "those"].contains(sentence.word(range.lowerBound))
  }

  /// What an idea, a plan or a call is of: the words behind `the idea of`, `the proposal to`.
  private func core(of range: Range<Int>) -> Range<Int>? {
    let link = range.dropFirst().first { ["of", "for", "to", "that"].contains(sentence.word($0)) }
    guard let link, link + 1 < range.upperBound, link - range.lowerBound < 6 else { return nil }
    let head = Morphology.singular(of: sentence.word(link - 1))
    let peeled: Set<String> = [
      "idea", "proposal", "plan", "notion", "prospect", "possibility", "suggestion", "call",
      "demand",
      "push", "offer", "request", "bid", "appeal", "invitation", "move", "effort", "bill", "motion",
      "initiative", "concept", "option", "decision", "attempt",
    ]
    return peeled.contains(head) ? link + 1..<range.upperBound : nil
  }
}

/// The proposals that an article spoke of last, for `it` and `the plan`.
struct ProposalMemory {
  private var items: [(text: String, sentence: Int)] = []
  private var now = 0

  mutating func advance() { now += 1 }

  mutating func remember(_ text: String) {
    items.append((text, now))
    if items.count > 16 { items.removeFirst(8) }
  }

  /// The last proposal of at most so many sentences ago.
  func last(within distance: Int) -> String? {
    items.last { $0.sentence >= now - distance }?.text
  }
}
