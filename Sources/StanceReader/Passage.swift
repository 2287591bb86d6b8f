/// A block as tokens, quotations and sentences.
struct Passage {
  var block: Block
  var tokens: [Token]
  var quotations: [Quotation]
  /// Ranges of tokens that cover the block.
  var sentences: [Range<Int>]

  /// The span of a sentence.
  func span(of sentence: Range<Int>) -> TextSpan {
    TextSpan(tokens[sentence.lowerBound].start, tokens[sentence.upperBound - 1].end)
  }

  /// The number of the sentence that holds a token.
  func sentence(holding token: Int) -> Int? {
    var (low, high) = (0, sentences.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if sentences[middle].lowerBound <= token { low = middle } else { high = middle }
    }
    return sentences.isEmpty ? nil : low
  }
}

/// The words of one or more sentences outside full quotations, each of which a single token stands
/// for, and the numbers of these quotations.
struct Frame {
  var tokens: [Token]
  /// The sentences that the frame is made of.
  var sentences: Range<Int>
  /// The numbers of the full quotations of the passage in it.
  var quotations: [Int]
  /// The numbers of the quotations that are parts of its sentences.
  var fragments: [Int]
}

extension Passage {
  /// Marks which quotations are clauses of their own: at the start of a sentence or after a comma,
  /// a colon or a verb of saying, with a capital, or going on after the words that tell who speaks.
  mutating func classifyQuotations(_ lexicon: Lexicon) {
    for index in quotations.indices {
      quotations[index].isFull = isFull(index, lexicon)
    }
  }

  private func isFull(_ index: Int, _ lexicon: Lexicon) -> Bool {
    let quotation = quotations[index]
    guard quotation.tokens.count > 0 else { return false }
    let words = tokens[quotation.tokens].filter { $0.tag == .noun }
    guard let first = words.first else { return false }
    if quotation.isOpenEnded { return true }
    let before = quotation.marked.lowerBound > 0 ? tokens[quotation.marked.lowerBound - 1] : nil
    let last = tokens[quotation.tokens.upperBound - 1]
    let isClosed = [.comma, .stop, .dash].contains(last.tag)
    let behind = quotation.marked.upperBound
    let after = behind < tokens.count ? tokens[behind] : nil
    let startsSentence = before == nil || before?.tag == .stop || isQuoteMark(before)
    if startsSentence {
      return words.count > 1 && (isClosed || after == nil || after?.tag == .comma)
        || isClosed && (after == nil || after?.isCapitalised == true)
    }
    guard let before else { return true }
    if before.tag == .comma || before.tag == .colon || before.tag == .dash {
      if first.isCapitalised, words.count > 2 { return true }
      return index > 0 && continues(index)
    }
    return first.isCapitalised && words.count > 3 && isReport(before, lexicon)
  }

  private func isQuoteMark(_ token: Token?) -> Bool {
    token.map { ["”", "\"", "»", "“"].contains($0.lower) } ?? false
  }

  private func isReport(_ token: Token, _ lexicon: Lexicon) -> Bool {
    lexicon.verbs[token.lower]?.contains { lexicon[.reports].contains($0.lemma) } == true
  }

  /// Whether a quotation goes on after `he said,` in the same sentence.
  func continues(_ index: Int) -> Bool {
    let (previous, current) = (quotations[index - 1], quotations[index])
    guard previous.isFull, previous.tokens.count > 0 else { return false }
    let between = tokens[previous.marked.upperBound..<current.marked.lowerBound]
    guard between.count < 30, !between.contains(where: { $0.tag == .stop }) else { return false }
    return tokens[previous.tokens.upperBound - 1].tag == .comma || between.first?.tag == .comma
  }

  /// The frames in order. Sentences that a full quotation joins are one frame.
  func frames() -> [Frame] {
    var frames: [Frame] = []
    var first = 0
    while first < sentences.count {
      var last = first
      while last + 1 < sentences.count, isJoined(last) { last += 1 }
      frames.append(frame(first..<last + 1))
      first = last + 1
    }
    return frames
  }

  /// Whether a full quotation goes over the end of a sentence.
  private func isJoined(_ sentence: Int) -> Bool {
    let end = sentences[sentence].upperBound
    return quotations.contains {
      $0.isFull && $0.marked.lowerBound < end && $0.marked.upperBound > end
    }
  }

  private func frame(_ range: Range<Int>) -> Frame {
    let start = sentences[range.lowerBound].lowerBound
    let end = sentences[range.upperBound - 1].upperBound
    var frame = Frame(tokens: [], sentences: range, quotations: [], fragments: [])
    let inside = quotations.indices.filter {
      quotations[$0].marked.lowerBound >= start && quotations[$0].marked.lowerBound < end
    }
    var index = start
    var next = inside.makeIterator()
    var quotation = next.next()
    while index < end {
      while let number = quotation, quotations[number].marked.upperBound <= index {
        quotation = next.next()
      }
      if let number = quotation, quotations[number].marked.contains(index) {
        index = add(number, at: index, to: &frame)
      } else if tokens[index].tag == .open, let close = closing(from: index, end) {
        index = close + 1
      } else {
        if tokens[index].tag != .mark { frame.tokens.append(tokens[index]) }
        index += 1
      }
    }
    return frame
  }

  /// Adds what stands at a token within a quotation and returns the next token.
  private func add(_ number: Int, at index: Int, to frame: inout Frame) -> Int {
    let quotation = quotations[number]
    if quotation.isFull {
      var token = Token(
        lower: "", start: quotation.span.start, end: quotation.span.end, tag: .quotation)
      token.quotation = number
      frame.tokens.append(token)
      frame.quotations.append(number)
      return quotation.marked.upperBound
    }
    if index == quotation.marked.lowerBound { frame.fragments.append(number) }
    if quotation.tokens.contains(index), ![.mark, .open, .close].contains(tokens[index].tag) {
      var token = tokens[index]
      token.quotation = number
      frame.tokens.append(token)
    }
    return index + 1
  }

  /// The closing bracket of a short aside.
  private func closing(from open: Int, _ end: Int) -> Int? {
    tokens[open..<min(end, open + 25)].firstIndex { $0.tag == .close }
  }

  // MARK: - Words of a quotation

  /// The sentences of a quotation, or of one split around its speaker, as tokens without brackets.
  func utterances(of numbers: [Int], _ lexicon: Lexicon) -> [[Token]] {
    var words: [Token] = []
    for number in numbers {
      for index in quotations[number].tokens {
        let token = tokens[index]
        let isEllipsis = token.lower == "..." || token.lower == "…"
        if token.tag == .open || token.tag == .close || token.tag == .mark { continue }
        if isEllipsis, index + 1 < tokens.count, !tokens[index + 1].isCapitalised { continue }
        words.append(token)
      }
    }
    let splitter = SentenceSplitter(tokens: words, lexicon: lexicon)
    return splitter.sentences().map { Array(words[$0]) }
  }
}
