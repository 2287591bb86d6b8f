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
    case .chunks(let chunks):
      return chunks.compactMap { resolved[$0] }.flatMap { $0.members.isEmpty ? [$0] : $0.members }
    case .words(let range): return possessor(range, finding, resolver).map { [$0] } ?? []
    case .speaker: return (teller ?? speaker).map { [$0] } ?? []
    case .reporter:
      let reporter = attribution.reporter(ofClause: finding.clause).flatMap { resolved[$0] }
      return (reporter ?? teller ?? speaker).map { [$0] } ?? []
    }
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
    if let place = lexicon.place(named: name) {
      let doubt = Doubt(factor: 0.8, reason: "‘\(name)’ may mean others than the \(place.state)")
      let isLoose = place.kind != .state && place.role == .adjective
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
    return lexicon[.roles].contains(head) || lexicon[.bodies].contains(head)
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
      holder: holder.name, speaker: (speaker ?? teller)?.name, relation: finding.relation,
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
    let noun = Morphology.singular(of: holder.name)
    return holder.name.unicodeScalars.contains { $0.properties.isUppercase }
      || lexicon[.roles].contains(noun) || lexicon[.bodies].contains(noun)
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
}
