/// What a stance is about: tokens of the sentence, or what came before it.
struct StanceTarget: Sendable {
  /// The words, as tokens of the sentence.
  var tokens: Range<Int>
  /// A longer or shorter reading.
  var other: Range<Int>?
  /// The noun chunk that heads it, where one does.
  var head: Int?
  /// Whether no word names it, so that it is what was spoken of last.
  var isImplicit = false
  /// Whether it is a pronoun that tells nothing unless something was spoken of before.
  var needsAntecedent = false
}

/// Where the elements of a pattern were found.
struct PatternMatch {
  /// The slots filled so far.
  var target: StanceTarget?
  /// Further targets of a list.
  var moreTargets: [StanceTarget] = []
  /// What the stance is not about: `the levy` in `the plan but not the levy`.
  var exception: StanceTarget?
  /// The chunk of the verb that fills an infinitive or -ing slot.
  var verb: Int?
  /// The phrase of a fixed noun: `its support`.
  var noun: Range<Int>?
  /// Whether a fixed noun is denied: `no objection`.
  var isNegated = false
  /// The token behind what was matched.
  var end: Int
}

/// Matches the elements of stance patterns against the chunks that follow a cue. Linear in the
/// length of the sentence for each pattern.
struct PatternMatcher {
  let sentence: ParsedSentence
  let lexicon: Lexicon
  let targets: TargetFinder

  /// The match from a token on, or nil.
  /// - Parameter clause: The number of the cue's clause, which governs a clause slot.
  func match(_ pattern: StancePattern, from token: Int, clause: Int?) -> PatternMatch? {
    var match = PatternMatch(end: token)
    var split: Int?
    for (index, element) in pattern.elements.enumerated() {
      let next = pattern.elements.indices.contains(index + 1) ? pattern.elements[index + 1] : nil
      guard step(element, next, &match, &split, clause, pattern) else { return nil }
    }
    return match
  }

  private func step(
    _ element: StancePattern.Element, _ next: StancePattern.Element?, _ match: inout PatternMatch,
    _ split: inout Int?, _ clause: Int?, _ pattern: StancePattern
  ) -> Bool {
    let start = overAsides(match.end)
    switch element {
    case .particle(let word): return particle(word, start, &match, &split)
    case .words(let words): return literal(words, start, &match)
    case .fixedNoun(let noun): return fixedNoun(noun, start, &match)
    case .nounPhrase:
      guard nounPhrase(start, next, pattern, &match) else { return false }
      if let behind = split { match.end = max(match.end, behind) }
      return true
    case .infinitive:
      if verb(.infinitive, overNegation(start), &match) { return true }
      guard pattern.elements.count == 1 else { return false }
      return verb(.infinitive, overNegation(overCircumstances(start)), &match)
    case .gerund: return verb(.gerund, start, &match)
    case .clause: return clauseSlot(start, clause, pattern, &match)
    case .evaluation: return evaluation(start, &match)
    }
  }

  func word(_ token: Int) -> String { sentence.word(token) }

  func chunk(at token: Int) -> Int? {
    sentence.chunks.firstIndex { $0.range.lowerBound == token }
  }

  // MARK: - Words

  private func particle(
    _ particle: String, _ start: Int, _ match: inout PatternMatch, _ split: inout Int?
  ) -> Bool {
    if word(match.end) == particle || word(start) == particle {
      match.end = word(match.end) == particle ? match.end + 1 : start + 1
      return true
    }
    guard let object = chunk(at: start), sentence.chunks[object].kind == .noun else { return false }
    let behind = sentence.chunks[object].range.upperBound
    guard word(behind) == particle else { return false }
    split = behind + 1
    match.end = start
    return true
  }

  private func literal(_ words: [String], _ start: Int, _ match: inout PatternMatch) -> Bool {
    for (offset, wanted) in words.enumerated() {
      let found = word(start + offset)
      guard found == wanted || wanted == "favour" && found == "favor" else { return false }
    }
    match.end = start + words.count
    return true
  }

  private func fixedNoun(_ noun: String, _ start: Int, _ match: inout PatternMatch) -> Bool {
    guard let object = chunk(at: start), sentence.chunks[object].kind == .noun else { return false }
    let head = targets.headWord(object)
    guard head == noun || Morphology.singular(of: head) == noun else { return false }
    if word(sentence.chunks[object].range.lowerBound) == "no" { match.isNegated.toggle() }
    match.end = sentence.chunks[object].range.upperBound
    match.noun = sentence.chunks[object].range
    return true
  }

  // MARK: - Slots

  private func nounPhrase(
    _ start: Int, _ next: StancePattern.Element?, _ pattern: StancePattern,
    _ match: inout PatternMatch
  ) -> Bool {
    guard let first = chunk(at: start) else { return false }
    if word(start) == "neither", chunk(at: start + 1) != nil {
      match.isNegated.toggle()
      return nounPhrase(start + 1, next, pattern, &match)
    }
    if ["no", "nothing", "none"].contains(word(start)) { match.isNegated.toggle() }
    let chunk = sentence.chunks[first]
    if chunk.verb?.shape == .gerund, pattern.restriction != .proposal {
      return gerundObject(first, pattern, &match)
    }
    guard chunk.kind == .noun, !chunk.isTime, !isSubject(first) else { return false }
    guard next == .nounPhrase || next == .infinitive || isAllowed(first, pattern.restriction) else {
      return false
    }
    if pattern.restriction == .support {
      match.end = chunk.range.upperBound
      match.noun = chunk.range
      return true
    }
    if next == .infinitive || next == .nounPhrase || isLiteral(next) {
      match.end = endOfShortPhrase(first)
      match.target = target(first, chunkBehind(match.end))
      return true
    }
    let end = targets.endOfNounPhrase(first)
    match.target = target(first, end)
    match.end = sentence.chunks[end - 1].range.upperBound
    var last = first
    for further in targets.furtherTargets(after: first, end: end) {
      match.moreTargets.append(target(further, targets.endOfNounPhrase(further)))
      last = further
    }
    match.exception = targets.exception(behind: targets.endOfNounPhrase(last)).map {
      target($0, targets.endOfNounPhrase($0))
    }
    return true
  }

  private func isLiteral(_ element: StancePattern.Element?) -> Bool {
    switch element {
    case .words, .fixedNoun, .evaluation: true
    case .particle, .nounPhrase, .infinitive, .gerund, .clause, nil: false
    }
  }

  private func target(_ first: Int, _ end: Int) -> StanceTarget {
    let whole = targets.tokens(from: first, to: end)
    let short = sentence.chunks[first].range
    return StanceTarget(tokens: whole, other: short == whole ? nil : short, head: first)
  }

  private func chunkBehind(_ token: Int) -> Int {
    sentence.chunks.firstIndex { $0.range.lowerBound >= token } ?? sentence.chunks.count
  }

  /// Behind a noun with its phrases with `of`, `in` and such, before an infinitive or a literal.
  private func endOfShortPhrase(_ first: Int) -> Int {
    var index = first + 1
    while index + 1 < sentence.chunks.count, sentence.chunks[index].kind == .preposition,
      ["of", "in", "from"].contains(sentence.word(ofChunk: index)),
      sentence.chunks[index + 1].kind == .noun
    {
      index += 2
    }
    return sentence.chunks[index - 1].range.upperBound
  }

  private func gerundObject(
    _ verb: Int, _ pattern: StancePattern, _ match: inout PatternMatch
  ) -> Bool {
    let end = targets.endOfVerbPhrase(verb)
    match.target = StanceTarget(tokens: targets.tokens(from: verb, to: end))
    match.verb = verb
    match.end = sentence.chunks[end - 1].range.upperBound
    return true
  }

  private func isSubject(_ chunk: Int) -> Bool {
    sentence.clauses.contains {
      $0.subject.contains(chunk) && $0.link == .complement && $0.start <= chunk
    }
  }

  func isAllowed(_ first: Int, _ restriction: StancePattern.Restriction?) -> Bool {
    let head = targets.headWord(first)
    let isPerson = ["him", "her", "them", "us", "me", "himself", "herself", "itself", "themselves"]
      .contains(head)
    if sentence.chunks[first].isPronoun, isPerson { return false }
    let isReferring = sentence.chunks[first].isPronoun
    switch restriction {
    case nil, .subjunctive, .refused: return true
    case .abstract: return isReferring || lexicon.isAbstract(head)
    case .intangible:
      return isReferring || lexicon.isAbstract(head) && !lexicon[.sites].contains(head)
    case .proposal: return lexicon[.proposals].contains(head)
    case .event: return lexicon[.events].contains(head) && !lexicon[.ballots].contains(head)
    case .support:
      return lexicon[.backings].contains(head)
    }
  }

  private func overNegation(_ start: Int) -> Int {
    start < sentence.tokens.count && sentence.tokens[start].tag == .negation ? start + 1 : start
  }

  private func verb(
    _ shape: VerbGroup.Shape, _ start: Int, _ match: inout PatternMatch
  ) -> Bool {
    let first = sentence.chunks.firstIndex { $0.range.contains(start) }
    guard let first, sentence.chunks[first].verb?.shape == shape else { return false }
    let end = targets.endOfVerbPhrase(first)
    var tokens = targets.tokens(from: first, to: end)
    let whole = (match.target?.tokens.lowerBound).map { $0..<tokens.upperBound }
    if shape == .infinitive, let to = tokens.first(where: { word($0) == "to" }),
      to + 1 < tokens.upperBound
    {
      let isDenied = start > 0 && sentence.tokens[start - 1].tag == .negation && to == start
      tokens = (isDenied ? start - 1 : to + 1)..<tokens.upperBound
    }
    match.target = StanceTarget(tokens: tokens, other: whole)
    match.verb = first
    match.end = tokens.upperBound
    return true
  }

  private func clauseSlot(
    _ start: Int, _ clause: Int?, _ pattern: StancePattern, _ match: inout PatternMatch
  ) -> Bool {
    let complement = sentence.clauses.first {
      $0.governor == clause && $0.link == .complement && !$0.subject.isEmpty
        && sentence.chunks[$0.chunk].range.lowerBound > start
    }
    guard let complement, let first = complement.subject.min() else { return false }
    if pattern.restriction == .subjunctive, !sentence.isSubjunctive(complement) { return false }
    let end = targets.endOfClause(from: first)
    match.target = StanceTarget(tokens: targets.tokens(from: first, to: end))
    match.end = sentence.chunks[end - 1].range.upperBound
    return true
  }

  /// `as unacceptable`: what an object is dismissed as.
  private func evaluation(_ start: Int, _ match: inout PatternMatch) -> Bool {
    guard word(start) == "as" else { return false }
    let words = sentence.tokens[(start + 1)...].prefix(8).prefix {
      $0.tag != .comma && $0.tag != .stop
    }
    match.end = start + 1 + words.count
    return !words.isEmpty
  }
}
