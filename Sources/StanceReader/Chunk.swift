/// A run of tokens that belongs together: a noun phrase, a verb group, or a word or mark by itself.
struct Chunk: Sendable {
  enum Kind: Sendable {
    case noun, verb, preposition, conjunction, subordinator, that, relative, adverb
    case comma, breakMark, stop, quotation, other
  }

  var kind: Kind
  /// The tokens of the chunk.
  var range: Range<Int>
  /// What the verb group says, where the chunk is one.
  var verb: VerbGroup?
  var isPronoun = false
  var isTime = false

  /// The last token, which is the head of a noun phrase.
  var head: Int { range.upperBound - 1 }
}

extension [Token] {
  /// Whether a noun phrase begins with an article or an owner.
  func hasArticle(_ chunk: Chunk) -> Bool {
    [.determiner, .owner].contains(self[chunk.range.lowerBound].tag)
  }

  /// Whether a chunk tells of how many of the noun behind `of` something is said: `none of them`.
  func tellsShare(_ index: Int, in chunks: [Chunk]) -> Bool {
    guard chunks.indices.contains(index), index + 1 < chunks.count else { return false }
    let (word, next) = (chunks[index].range, chunks[index + 1].range)
    return word.count == 1 && self[next.lowerBound].lower == "of"
      && ["none", "neither", "either", "each", "both", "all"].contains(self[word.lowerBound].lower)
  }
}

/// Joins the tokens of a sentence into chunks. Linear.
struct Chunker {
  let tokens: [Token]
  let lexicon: Lexicon

  func chunks() -> [Chunk] {
    var chunks: [Chunk] = []
    var index = 0
    while index < tokens.count {
      let chunk = verbGroup(from: index) ?? nounPhrase(from: index) ?? single(index)
      chunks.append(chunk)
      index = chunk.range.upperBound
    }
    return chunks
  }

  private func single(_ index: Int) -> Chunk {
    Chunk(kind: kind(of: tokens[index].tag), range: index..<index + 1)
  }

  private func kind(of tag: Tag) -> Chunk.Kind {
    switch tag {
    case .preposition, .to: .preposition
    case .conjunction: .conjunction
    case .subordinator: .subordinator
    case .that: .that
    case .relative: .relative
    case .adverb, .negation: .adverb
    case .comma: .comma
    case .colon, .semicolon, .dash: .breakMark
    case .stop: .stop
    case .quotation: .quotation
    case .determiner, .owner, .possessive, .pronoun, .noun, .name, .number, .time, .adjective,
      .modal, .verb, .open, .close, .mark:
      .other
    }
  }

  // MARK: - Noun phrases

  private func nounPhrase(from start: Int) -> Chunk? {
    let first = tokens[start]
    guard first.tag.isNominal, first.tag != .possessive else { return nil }
    if first.tag == .pronoun {
      return Chunk(kind: .noun, range: start..<start + 1, isPronoun: true)
    }
    if first.tag == .time { return time(from: start) }
    var end = start + 1
    while end < tokens.count, extends(start, end) {
      end += joinsName(end) ? 2 : 1
    }
    return Chunk(kind: .noun, range: start..<end, isTime: isRelativeTime(start..<end))
  }

  /// `last month`, `next spring`, `this week`
  private func isRelativeTime(_ range: Range<Int>) -> Bool {
    guard range.count <= 3, let last = range.last, let start = range.first else { return false }
    let first = range.count == 1 ? start - 1 : start
    return first >= 0
      && ["last", "next", "this", "every", "each", "late", "early", "earlier"]
        .contains(tokens[first].lower)
      && lexicon[.seasons].contains(tokens[last].lower)
  }

  private func time(from start: Int) -> Chunk {
    var end = start + 1
    while end < tokens.count, tokens[end].tag == .number || tokens[end].tag == .time { end += 1 }
    if end < tokens.count, lexicon[.dayparts].contains(tokens[end].lower) { end += 1 }
    return Chunk(kind: .noun, range: start..<end, isTime: true)
  }

  /// Whether the token at `end` goes on with the phrase.
  private func extends(_ start: Int, _ end: Int) -> Bool {
    let token = tokens[end]
    let previous = tokens[end - 1]
    if token.quotation != nil, previous.quotation == nil, previous.tag == .noun { return false }
    switch token.tag {
    case .name where previous.tag == .noun && isIndefinitePlan(start, end): return false
    case .noun, .name, .possessive: return true
    case .number: return previous.tag != .name || !isRange(end)
    case .adjective: return !endsPhrase(end) || previous.tag == .determiner
    case .time: return previous.tag == .possessive
    case .determiner, .owner:
      return previous.tag == .determiner && end == start + 1
        && (["all", "both", "half", "such", "what"].contains(previous.lower)
          || previous.lower == "a" && token.lower == "few")
    case .adverb:
      return previous.tag != .noun && end + 1 < tokens.count && tokens[end + 1].tag == .adjective
        || previous.tag == .determiner && end + 1 < tokens.count
          && [.noun, .adjective].contains(tokens[end + 1].tag)
    case .pronoun: return token.lower == "others" && previous.tag == .number
    case .preposition: return joinsName(end)
    case .conjunction: return joinsBody(start, end)
    default: return false
    }
  }

  /// `an initiative` before `Canada welcomed`
  private func isIndefinitePlan(_ start: Int, _ end: Int) -> Bool {
    ["a", "an"].contains(tokens[start].lower) && lexicon[.proposals].contains(tokens[end - 1].lower)
  }

  private func isRange(_ index: Int) -> Bool { tokens[index].lower.contains("–") }

  /// Whether an adjective after a noun or name is a predicate: `Oman ready to host`.
  private func endsPhrase(_ index: Int) -> Bool {
    guard [.noun, .name, .possessive].contains(tokens[index - 1].tag) else { return false }
    guard index + 1 < tokens.count else { return true }
    return ![.noun, .name, .adjective].contains(tokens[index + 1].tag)
  }

  /// `and` within the name of a body: `the Food and Drug Administration`.
  private func joinsBody(_ start: Int, _ index: Int) -> Bool {
    guard tokens[start].lower == "the", tokens[index].lower == "and",
      tokens[index - 1].tag == .name,
      lexicon.places[tokens[index - 1].lower] == nil, index + 2 < tokens.count
    else { return false }
    let next = tokens[(index + 1)...].prefix(3).prefix { $0.isCapitalised }
    return next.count > 1 && next.contains { lexicon[.bodies].contains($0.lower) }
  }

  /// `of` within a name: `League of Young Mountain Republics`.
  private func joinsName(_ index: Int) -> Bool {
    guard ["of", "for", "de", "al", "van", "von", "bin"].contains(tokens[index].lower),
      index + 1 < tokens.count, index > 0
    else { return false }
    let (left, right) = (tokens[index - 1], tokens[index + 1])
    guard left.isCapitalised, right.isCapitalised, right.tag == .name else { return false }
    if lexicon.places[left.lower] != nil { return false }
    if tokens[index].lower != "of" { return lexicon[.bodies].contains(left.lower) }
    if isPerson(endingAt: index - 1) { return false }
    return lexicon[.bodies].contains(left.lower) || lexicon[.titles].contains(left.lower)
      || left.tag == .name && !left.lower.hasSuffix(".")
  }

  /// `Emma Gold` before `of Travel Watch`: two names or more, none of them a word for a body.
  private func isPerson(endingAt end: Int) -> Bool {
    var first = end
    while first > 0, tokens[first - 1].tag == .name { first -= 1 }
    let words = tokens[first...end].map(\.lower)
    return words.count > 1
      && words.allSatisfy { word in
        !lexicon[.bodies].contains(word) && !lexicon[.titles].contains(word)
          && !lexicon[.events].contains(word) && !lexicon[.proposals].contains(word)
          && lexicon.places[word] == nil
      }
  }

  // MARK: - Verb groups

  private func verbGroup(from start: Int) -> Chunk? {
    var index = start
    let isInfinitive = tokens[start].tag == .to
    if isInfinitive { index = skipAdverbs(start + 1) }
    guard index < tokens.count, tokens[index].tag == .verb || tokens[index].tag == .modal else {
      return nil
    }
    if isInfinitive, tokens[index].verb?.form != .base { return nil }
    var parts: [Int] = []
    while index < tokens.count {
      parts.append(index)
      let next = skipAdverbs(index + 1)
      guard next < tokens.count, tokens[next].tag == .verb, joins(tokens[index], tokens[next])
      else { break }
      index = next
    }
    if let inner = verbOfIntention(parts) { parts.append(inner) }
    guard let main = parts.last, tokens[main].tag == .verb else { return elliptic(start, parts) }
    let end = endOfNegation(main + 1)
    let group = group(parts, from: start, to: end, isInfinitive)
    return Chunk(kind: .verb, range: start..<end, verb: group)
  }

  /// The verb behind `is going to`, which tells the future.
  private func verbOfIntention(_ parts: [Int]) -> Int? {
    guard parts.count > 1, let last = parts.last, tokens[last].lower == "going",
      tokens[parts[parts.count - 2]].verb?.lemma == "be"
    else { return nil }
    let to = skipAdverbs(last + 1)
    guard to < tokens.count, tokens[to].tag == .to else { return nil }
    let verb = skipAdverbs(to + 1)
    return verb < tokens.count && tokens[verb].verb?.form == .base ? verb : nil
  }

  /// Behind the negations after a verb, unless they deny what follows: `agreed not to`, `backs not
  /// only`.
  private func endOfNegation(_ start: Int) -> Int {
    var end = start
    while end < tokens.count, tokens[end].tag == .negation { end += 1 }
    guard end < tokens.count else { return end }
    return tokens[end].tag == .to || tokens[end].lower == "only" ? start : end
  }

  /// A modal without its verb: `he would not`.
  private func elliptic(_ start: Int, _ parts: [Int]) -> Chunk? {
    guard let modal = parts.last else { return nil }
    var end = modal + 1
    while end < tokens.count, tokens[end].tag == .negation { end += 1 }
    var group = VerbGroup(lemma: "do", main: modal, shape: .finite)
    group.modal = tokens[modal].lower
    group.isNegated = isNegated(start, end)
    return Chunk(kind: .verb, range: start..<end, verb: group)
  }

  private func skipAdverbs(_ index: Int) -> Int {
    var index = index
    while index < tokens.count, tokens[index].tag == .adverb || tokens[index].tag == .negation {
      index += 1
    }
    return index
  }

  /// Whether an auxiliary takes the verb after it.
  private func joins(_ auxiliary: Token, _ verb: Token) -> Bool {
    guard let form = verb.verb?.form else { return false }
    if auxiliary.tag == .modal { return form == .base }
    switch auxiliary.verb?.lemma {
    case "be": return form == .participle || form == .gerund
    case "have": return form == .participle
    case "do": return form == .base
    case "get": return form == .participle
    default: return false
    }
  }

  private func group(_ parts: [Int], from start: Int, to end: Int, _ isInfinitive: Bool)
    -> VerbGroup
  {
    let main = parts[parts.count - 1]
    let reading = tokens[main].verb
    let auxiliary = parts.count > 1 ? tokens[parts[parts.count - 2]].verb?.lemma : nil
    var group = VerbGroup(lemma: reading?.lemma ?? "", main: main, shape: .finite)
    group.isPassive = reading?.form == .participle && (auxiliary == "be" || auxiliary == "get")
    group.modal = parts.first.flatMap { tokens[$0].tag == .modal ? tokens[$0].lower : nil }
    group.isNegated = isNegated(start, end)
    if parts.count > 1, tokens[parts[parts.count - 2]].lower == "going" { group.modal = "will" }
    let first = parts.first.flatMap { tokens[$0].verb?.form }
    if isInfinitive {
      group.shape = .infinitive
    } else if first == .gerund {
      group.shape = .gerund
    } else if parts.count == 1, reading?.form == .participle {
      group.shape = .participle
      group.isPassive = true
    }
    group.isPast = first == .past || auxiliary == "have" || reading?.form == .participle
    return group
  }

  private func isNegated(_ start: Int, _ end: Int) -> Bool {
    let negations = tokens[start..<end].count { $0.tag == .negation }
    var before = start - 1
    while before >= 0, tokens[before].tag == .adverb { before -= 1 }
    let isBefore = before >= 0 && (tokens[before].tag == .negation || tokens[before].lower == "nor")
    return (negations + (isBefore ? 1 : 0)) % 2 == 1
  }
}
