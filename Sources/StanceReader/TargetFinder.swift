/// Finds how far the words go that a stance is about.
struct TargetFinder {
  let sentence: ParsedSentence
  let lexicon: Lexicon
  /// The tokens where conditions begin, beyond which no target goes that begins before.
  let limits: [Int]

  private func limit(from chunk: Int) -> Int {
    let start = sentence.chunks[chunk].range.lowerBound
    return limits.first { $0 > start } ?? sentence.tokens.count
  }

  func chunk(_ index: Int) -> Chunk? {
    sentence.chunks.indices.contains(index) ? sentence.chunks[index] : nil
  }

  func word(_ index: Int) -> String { sentence.word(ofChunk: index) }

  // MARK: - Noun phrases

  /// The chunk behind a noun phrase with the phrases and clauses that belong to it.
  func endOfNounPhrase(_ first: Int) -> Int {
    var index = first + 1
    let isBare = isBare(first)
    let limit = limit(from: first)
    while let next = chunk(index), next.range.lowerBound < limit, index - first < 24 {
      guard let end = modifierEnd(at: index, head: first, isBare: isBare) else { break }
      index = end
    }
    return index
  }

  /// Whether a phrase names something known by few words: `it`, `the plan`, `that formula`.
  private func isBare(_ index: Int) -> Bool {
    let chunk = sentence.chunks[index]
    if chunk.isPronoun { return true }
    let first = sentence.tokens[chunk.range.lowerBound]
    let isDefinite =
      first.tag == .owner
      || lexicon[.definites].contains(first.lower)
    return isDefinite && chunk.range.count <= 3
  }

  /// Behind the modifier at a chunk, or nil where the phrase ends.
  private func modifierEnd(at index: Int, head: Int, isBare: Bool) -> Int? {
    guard let next = chunk(index) else { return nil }
    switch next.kind {
    case .preposition: return prepositionEnd(at: index, head: head, isBare: isBare)
    case .verb: return verbalEnd(at: index, head: head)
    case .that: return isBare && sentence.chunks[head].isPronoun ? nil : endOfClause(from: index)
    case .relative: return endOfClause(from: index)
    case .noun where next.isTime: return isEvent(head) && !isBare ? index + 1 : nil
    case .conjunction: return conjunctEnd(at: index, head: head)
    case .noun, .subordinator, .adverb, .comma, .breakMark, .stop, .quotation, .other: return nil
    }
  }

  private func prepositionEnd(at index: Int, head: Int, isBare: Bool) -> Int? {
    guard let object = chunk(index + 1) else { return nil }
    let preposition = word(index)
    if object.kind == .verb, object.verb?.shape == .gerund {
      return ["of", "for", "on", "about", "against", "from"].contains(preposition)
        ? endOfVerbPhrase(index + 1) : nil
    }
    guard object.kind == .noun, takes(preposition, index + 1, head: head, isBare: isBare) else {
      return nil
    }
    return index + 2
  }

  private func takes(_ preposition: String, _ object: Int, head: Int, isBare: Bool) -> Bool {
    let noun = headWord(object)
    if lexicon.has(noun, in: .manners), preposition != "of" || !isDuration(object) { return false }
    if preposition == "for" && isLongTime(object) { return false }
    if sentence.chunks[head].isPronoun { return false }
    let isTime = sentence.chunks[object].isTime
    switch preposition {
    case "of", "for", "between", "among": return !(isTime && isBare)
    case "against", "into", "about", "without", "towards", "toward", "along":
      return true
    case "with", "from", "over", "around", "across":
      return !isBare || isEvent(head)
        || isTime == false && preposition == "with" && isNegotiable(head)
    case "to": return lexicon.isAbstract(headWord(head)) || !isBare
    case "on": return isTime ? isEvent(head) && !isBare : lexicon.isAbstract(headWord(head))
    case "above", "below":
      return sentence.tokens[sentence.chunks[object].range.lowerBound].tag == .number
    case "in", "at", "near", "under", "within": return !isBare || isEvent(head)
    case "by" where lexicon.nounPatterns[Morphology.singular(of: headWord(head))] != nil:
      return !isBare
    case "by":
      return !isBare && (isTime || sentence.tokens[sentence.chunks[object].head].tag == .number)
    default: return false
    }
  }

  /// `of 30 days`
  private func isDuration(_ object: Int) -> Bool {
    ["day", "days", "week", "weeks", "month", "year", "time"].contains(headWord(object))
      && sentence.tokens[sentence.chunks[object].range.lowerBound].tag == .number
  }

  /// `for decades`, `for years`, without a number.
  private func isLongTime(_ object: Int) -> Bool {
    sentence.chunks[object].range.count == 1
      && ["decades", "years", "months", "weeks", "generations", "centuries", "now"]
        .contains(headWord(object))
  }

  private func isNegotiable(_ head: Int) -> Bool { lexicon[.proposals].contains(headWord(head)) }

  func headWord(_ index: Int) -> String { sentence.tokens[sentence.chunks[index].head].lower }

  private func isEvent(_ index: Int) -> Bool { lexicon[.events].contains(headWord(index)) }

  /// `plan to allow …`, `talks hosted by …`, `ceasefire beginning May 12`.
  private func verbalEnd(at index: Int, head: Int) -> Int? {
    guard let verb = chunk(index)?.verb else { return nil }
    let noun = headWord(head)
    switch verb.shape {
    case .infinitive:
      let takesVerb = lexicon.nounPatterns[Morphology.singular(of: noun)] != nil
      return takesVerb ? endOfVerbPhrase(index) : nil
    case .participle: return endOfVerbPhrase(index)
    case .gerund: return endOfVerbPhrase(index)
    case .finite:
      // `suggested talks be held`
      return verb.isPassive && sentence.opensInBase(index) ? endOfVerbPhrase(index) : nil
    }
  }

  // MARK: - Verb phrases and clauses

  /// The chunk behind a verb and its complements, up to what adds a new thought.
  func endOfVerbPhrase(_ verb: Int) -> Int {
    var index = verb + 1
    let limit = limit(from: verb)
    while let next = chunk(index), next.range.lowerBound < limit, index - verb < 40 {
      switch next.kind {
      case .stop, .breakMark, .quotation: return index
      case .comma:
        guard continuesPlace(index) else { return index }
        index += 3
      case .subordinator where !["whether", "where", "so", "than"].contains(word(index)):
        return index
      case .conjunction where startsVerb(index + 1): return index
      case .preposition where isManner(index): return index
      case .verb where next.verb?.shape == .finite && !isInRelative(index, from: verb): return index
      default: index += 1
      }
    }
    return index
  }

  /// `, in Turkey`: a place that goes on with a verb phrase behind a comma.
  private func continuesPlace(_ comma: Int) -> Bool {
    guard ["in", "at", "near"].contains(word(comma + 1)), chunk(comma + 2)?.kind == .noun else {
      return false
    }
    let end = chunk(comma + 3)
    let isName = chunk(comma + 2).map { sentence.tokens[$0.range.lowerBound].tag == .name } ?? false
    return isName && (end?.kind == .comma || end?.kind == .stop || end == nil)
  }

  private func startsVerb(_ index: Int) -> Bool {
    var index = index
    while chunk(index)?.kind == .adverb { index += 1 }
    if chunk(index)?.kind == .verb { return chunk(index)?.verb?.shape == .finite }
    return chunk(index)?.kind == .noun && chunk(index + 1)?.verb?.shape == .finite
  }

  private func isManner(_ index: Int) -> Bool {
    chunk(index + 1)?.kind == .noun
      && ["interview", "statement", "letter", "speech", "testimony"]
        .contains(headWord(index + 1))
  }

  private func isInRelative(_ index: Int, from start: Int) -> Bool {
    (start..<index).contains {
      chunk($0)?.kind == .relative || chunk($0)?.kind == .that || word($0) == "where"
    }
      || sentence.clauses.contains { $0.chunk == index && $0.link == .complement }
  }

  /// The chunk behind a clause that begins at a chunk.
  func endOfClause(from start: Int) -> Int {
    var index = start + 1
    var seenVerb = false
    let limit = limit(from: start)
    while let next = chunk(index), next.range.lowerBound < limit, index - start < 60 {
      switch next.kind {
      case .stop, .breakMark, .quotation: return index
      case .comma where seenVerb: return index
      case .subordinator where seenVerb: return index
      case .conjunction where seenVerb && (startsVerb(index + 1) || word(index) == "but"):
        return index
      case .verb: seenVerb = true; index += 1
      default: index += 1
      }
    }
    return index
  }

  /// The tokens from one chunk to the chunk before another, without a comma or mark at the end.
  func tokens(from start: Int, to end: Int) -> Range<Int> {
    let low = sentence.chunks[start].range.lowerBound
    var high = max(low, sentence.chunks[max(start, end - 1)].range.upperBound)
    while high > low + 1, [.comma, .stop, .mark, .dash].contains(sentence.tokens[high - 1].tag) {
      high -= 1
    }
    return low..<min(high, max(low + 1, limit(from: start)))
  }
}
