/// Splits the tokens of a block into sentences. Linear.
struct SentenceSplitter {
  let tokens: [Token]
  let lexicon: Lexicon

  /// The most tokens of a sentence; what is longer is cut, so that work on it is bounded.
  static let tokenLimit = 300

  /// The sentences as ranges of tokens that cover all of them.
  func sentences() -> [Range<Int>] {
    var sentences: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < tokens.count {
      let end = endOfSentence(at: index) ?? (index - start >= Self.tokenLimit ? index + 1 : nil)
      if let end {
        sentences.append(start..<end)
        start = end
        index = end
      } else {
        index += 1
      }
    }
    if start < tokens.count { sentences.append(start..<tokens.count) }
    return sentences
  }

  /// Behind the token and the closing marks after it, if a sentence ends there.
  private func endOfSentence(at index: Int) -> Int? {
    let token = tokens[index]
    if token.tag != .stop {
      return endsWithAbbreviation(index) ? index + 1 : nil
    }
    var end = index + 1
    while end < tokens.count, tokens[end].tag == .stop || isClosing(end) { end += 1 }
    guard end < tokens.count else { return end }
    guard startsSentence(end) else { return nil }
    if end > index + 1, isAttributed(end, after: token) { return nil }
    return end
  }

  private func isClosing(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.start == tokens[index - 1].end else { return false }
    return ["”", "\"", "'", "»", "’"].contains(token.lower) || token.tag == .close
  }

  private func startsSentence(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.start > tokens[index - 1].end else { return false }
    if token.isCapitalised || token.tag == .dash || token.tag == .open { return true }
    if token.lower.unicodeScalars.first?.isDigit == true { return true }
    return token.tag == .mark
  }

  /// `U.S. The …`: an abbreviation that also ends its sentence, as a closed-class word follows.
  private func endsWithAbbreviation(_ index: Int) -> Bool {
    guard tokens[index].lower.hasSuffix("."), tokens[index].lower.count > 1,
      index + 1 < tokens.count, tokens[index + 1].isCapitalised,
      lexicon[.titles].contains(String(tokens[index].lower.dropLast())) == false
    else { return false }
    switch lexicon.tags[tokens[index + 1].lower] {
    case .determiner, .pronoun, .owner, .preposition, .subordinator, .conjunction: return true
    default: return false
    }
  }

  /// `“Enough!” Smith said`: what follows tells who asked or called it out.
  private func isAttributed(_ index: Int, after stop: Token) -> Bool {
    guard stop.lower != "." else { return false }
    let words = tokens[index...].prefix(5)
    let report = words.firstIndex { token in
      lexicon.verbs[token.lower]?.contains {
        $0.form == .past && lexicon[.reports].contains($0.lemma)
      }
        == true
    }
    guard let report else { return false }
    return !words[..<report].contains { $0.tag == .comma || $0.tag == .stop || $0.tag == .mark }
  }
}
