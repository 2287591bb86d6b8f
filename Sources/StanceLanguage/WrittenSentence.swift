import StanceDiagnostics

/// A comment of a text.
struct Comment: Hashable, Sendable {
  /// From its `#` to the end of its line, without blanks at the end.
  var text: String
  /// Where it begins.
  var start: Int
  /// Whether nothing stands before it on its line.
  var isAlone: Bool
  var followsBlankLine: Bool
}

/// A sentence as it stands in a text, with the comments before it and in it.
struct WrittenSentence: Sendable {
  /// Comments after the end of the sentence before. The first may stand on that sentence's line.
  var lead: [Comment] = []
  var followsBlankLine = false
  /// The tokens without the end; none where only comments are left of the text.
  var tokens: [Token] = []
  /// Comments between the first token and the end.
  var inner: [Comment] = []
  /// Where the end stands, be it a full stop, a colon or the end of the text.
  var end = 0
}

/// Splits a text into its sentences over the tokens that the parser sees too. Linear.
struct SentenceScanner {
  private let source: SourceText
  private let hasHeadings: Bool
  private var lexer: Lexer
  private var lastEnd: Int
  private var isAtEnd = false

  /// - Parameter hasHeadings: whether a sentence that begins with `all` ends with a colon, as in
  ///   graph files.
  init(_ source: SourceText, hasHeadings: Bool) {
    self.source = source
    self.hasHeadings = hasHeadings
    lexer = Lexer(source)
    lastEnd = source.contentStart
  }

  /// The next sentence, or nil after the last one.
  mutating func next() -> WrittenSentence? {
    guard !isAtEnd else { return nil }
    var sentence = WrittenSentence()
    while true {
      let token = lexer.next()
      let gap = gap(before: token.span.start)
      lastEnd = token.span.end
      if sentence.tokens.isEmpty {
        sentence.lead += gap.comments
        sentence.followsBlankLine = gap.endsInBlankLine
      } else {
        sentence.inner += gap.comments
      }
      sentence.end = token.span.start
      switch token.kind {
      case .endOfText:
        isAtEnd = true
        return sentence.tokens.isEmpty && sentence.lead.isEmpty ? nil : sentence
      case .end where sentence.tokens.isEmpty: continue
      case .end: return sentence
      case .symbol(.colon) where hasHeadings && sentence.tokens.first?.kind == .word("all"):
        return sentence
      default: sentence.tokens.append(token)
      }
    }
  }

  /// The comments between the last token and an offset.
  private func gap(before offset: Int) -> (comments: [Comment], endsInBlankLine: Bool) {
    var comments: [Comment] = []
    var newlines = 0
    var position = lastEnd
    while position < offset {
      let byte = source.bytes[position]
      if byte == UInt8(ascii: "#") {
        let isAlone = newlines > 0 || !comments.isEmpty || lastEnd == source.contentStart
        let end = lineEnd(from: position)
        comments.append(
          Comment(
            text: source.text(SourceSpan(position, end)), start: position, isAlone: isAlone,
            followsBlankLine: newlines > 1))
        newlines = 0
        position = source.bytes[position...].firstIndex(of: 0x0A) ?? source.bytes.count
      } else {
        if byte == 0x0A { newlines += 1 }
        position += 1
      }
    }
    return (comments, newlines > 1)
  }

  /// Where the line that goes on at an offset ends, without its blanks.
  private func lineEnd(from start: Int) -> Int {
    var end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
    while end > start, source.bytes[end - 1] <= 0x20 { end -= 1 }
    return end
  }
}
