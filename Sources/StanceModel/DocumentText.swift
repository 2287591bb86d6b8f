/// The text of a source, addressed in Unicode scalars.
public struct DocumentText: Sendable {
  /// Where words stand in the text that a quotation is likely to have been taken from.
  public struct Match: Hashable, Sendable {
    /// Offsets in Unicode scalars, half-open.
    public var range: Range<Int>
    public var text: String
    /// Whether these are the very words.
    public var isExact: Bool
  }

  private let scalars: [Unicode.Scalar]

  public init(_ text: String) { scalars = Array(text.unicodeScalars) }

  /// The number of scalars.
  public var count: Int { scalars.count }

  /// The text between two offsets, or nil where they lie beyond it.
  public func slice(_ start: Int, _ end: Int) -> String? {
    guard 0 <= start, start <= end, end <= scalars.count else { return nil }
    return text(start..<end)
  }

  /// Whether the text between two offsets is the quotation, scalar by scalar.
  public func holds(_ quote: String, from start: Int, to end: Int) -> Bool {
    guard 0 <= start, start <= end, end <= scalars.count else { return false }
    return scalars[start..<end].elementsEqual(quote.unicodeScalars)
  }

  /// Where the quotation stands, or else where most of its words stand together; of several places
  /// the one nearest to an offset. Linear in the text times the number of places that share a word
  /// with the quotation, of which the rarest word decides.
  public func nearest(to quote: String, around offset: Int = 0) -> Match? {
    let exact = occurrences(of: Array(quote.unicodeScalars))
    if let start = exact.min(by: { abs($0 - offset) < abs($1 - offset) }) {
      return match(start..<start + quote.unicodeScalars.count, isExact: true)
    }
    let wanted = Self.words(of: Array(quote.unicodeScalars)).map(\.key)
    let words = Self.words(of: scalars)
    guard !wanted.isEmpty, let window = bestWindow(of: wanted, in: words, near: offset) else {
      return nil
    }
    return match(
      words[window.lowerBound].range.lowerBound..<words[window.upperBound - 1].range.upperBound,
      isExact: false)
  }

  private func match(_ range: Range<Int>, isExact: Bool) -> Match {
    Match(range: range, text: text(range), isExact: isExact)
  }

  private func text(_ range: Range<Int>) -> String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[range])
    return String(text)
  }

  private func occurrences(of pattern: [Unicode.Scalar]) -> [Int] {
    guard let first = pattern.first, pattern.count <= scalars.count else { return [] }
    return (0...scalars.count - pattern.count).filter { start in
      scalars[start] == first && scalars[start..<start + pattern.count].elementsEqual(pattern)
    }
  }

  // MARK: - Words

  private struct Word {
    var key: String
    var range: Range<Int>
  }

  private static func words(of scalars: [Unicode.Scalar]) -> [Word] {
    var words: [Word] = []
    var start: Int?
    for index in 0...scalars.count {
      let isLetter =
        index < scalars.count
        && (scalars[index].properties.isAlphabetic || scalars[index].properties.numericType != nil)
      if isLetter {
        start = start ?? index
      } else if let begun = start {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[begun..<index])
        words.append(Word(key: String(view).lowercased(), range: begun..<index))
        start = nil
      }
    }
    return words
  }

  /// The run of words, as many as are wanted, that has the most of them; at least half.
  private func bestWindow(
    of wanted: [String], in words: [Word], near offset: Int
  ) -> Range<Int>? {
    var open: [String: Int] = [:]
    for word in wanted { open[word, default: 0] += 1 }
    let size = min(wanted.count, words.count)
    var shared = 0
    var best: (shared: Int, start: Int)?
    func distance(_ start: Int) -> Int { abs(words[start].range.lowerBound - offset) }
    for (index, word) in words.enumerated() {
      if let count = open[word.key] {
        if count > 0 { shared += 1 }
        open[word.key] = count - 1
      }
      if index >= size, let count = open[words[index - size].key] {
        if count >= 0 { shared -= 1 }
        open[words[index - size].key] = count + 1
      }
      guard index + 1 >= size, shared * 2 >= size, shared > 0 else { continue }
      let start = index + 1 - size
      if let known = best {
        let isNearer = shared == known.shared && distance(start) < distance(known.start)
        guard shared > known.shared || isNearer else { continue }
      }
      best = (shared, start)
    }
    return best.map { $0.start..<$0.start + size }
  }
}
