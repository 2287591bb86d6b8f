internal import StanceModel

/// A paragraph or headline of an article.
struct Block {
  /// The text of the block without a dateline and the metadata before it.
  var span: TextSpan
  var isHeadline: Bool
}

/// Finds the paragraphs and headlines of a text. Linear.
struct Layout {
  let scalars: [Unicode.Scalar]

  /// The longest block in scalars; what is longer is cut at a blank.
  static let blockLimit = 20_000

  /// The blocks in order, without empty ones.
  func blocks() -> [Block] {
    let lines = lines()
    let width = wrapWidth(of: lines)
    let hasGaps = lines.dropLast().contains { $0.length == 0 }
    var blocks: [Block] = []
    var current: TextSpan?
    for line in lines {
      guard line.length > 0 else {
        flush(&current, into: &blocks)
        continue
      }
      if let open = current, isWrapped(open, line, width, hasGaps) {
        current = TextSpan(open.start, line.end)
      } else {
        flush(&current, into: &blocks)
        current = line
      }
    }
    flush(&current, into: &blocks)
    return blocks
  }

  /// The lines without blanks at their ends; an empty line is an empty span.
  private func lines() -> [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    for position in 0...scalars.count {
      guard position == scalars.count || isLineEnd(scalars[position]) else { continue }
      lines.append(scalars.trimmed(TextSpan(start, position)))
      start = position + 1
      if position < scalars.count, isCarriageReturnOfPair(position) { lines.removeLast() }
    }
    return lines
  }

  private func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || scalar == "\r" || scalar == "\u{2028}" || scalar == "\u{2029}"
  }

  private func isCarriageReturnOfPair(_ position: Int) -> Bool {
    scalars[position] == "\n" && position > 0 && scalars[position - 1] == "\r"
  }

  /// The width to which lines are wrapped, or nil where each line is a paragraph: lines are wrapped
  /// if nearly none of them could have taken the first word of the next one.
  private func wrapWidth(of lines: [TextSpan]) -> Int? {
    let width = lines.map(\.length).max() ?? 0
    guard width <= 240 else { return nil }
    var (joined, full) = (0, 0)
    for (line, next) in zip(lines, lines.dropFirst()) where line.length > 0 && next.length > 0 {
      joined += 1
      if line.length + 1 + firstWordLength(next) > width { full += 1 }
    }
    return joined >= 3 && full * 10 >= joined * 9 ? width : nil
  }

  private func firstWordLength(_ line: TextSpan) -> Int {
    scalars[line.start..<line.end].prefix { !$0.isBlank }.count
  }

  /// Whether a line goes on with the paragraph before it.
  private func isWrapped(
    _ paragraph: TextSpan, _ line: TextSpan, _ width: Int?, _ hasGaps: Bool
  ) -> Bool {
    if width != nil { return true }
    if hasGaps, paragraph.length >= 60, !endsSentence(paragraph) { return true }
    let first = scalars[line.start]
    return first.properties.isLowercase && !endsSentence(paragraph)
  }

  private func endsSentence(_ span: TextSpan) -> Bool {
    let last = scalars[span.start..<span.end].last { !Self.closers.contains($0) }
    return last.map { Self.terminators.contains($0) } ?? false
  }

  private static let closers: Set<Unicode.Scalar> = ["\"", "”", "’", "'", "»", ")", "]"]
  private static let terminators: Set<Unicode.Scalar> = [".", "!", "?", "…", ":"]

  private func flush(_ span: inout TextSpan?, into blocks: inout [Block]) {
    guard let found = span else { return }
    span = nil
    let start = contentStart(of: found, isFirst: blocks.isEmpty)
    guard start < found.end, !isByline(found) else { return }
    let isHeadline = found.length < 200 && !endsSentence(found)
    for piece in pieces(TextSpan(start, found.end)) {
      blocks.append(Block(span: piece, isHeadline: isHeadline))
    }
  }

  private func pieces(_ span: TextSpan) -> [TextSpan] {
    var pieces: [TextSpan] = []
    var start = span.start
    while span.end - start > Self.blockLimit {
      let hard = start + Self.blockLimit
      let cut = (hard - 200..<hard).last { scalars[$0].isBlank } ?? hard
      pieces.append(TextSpan(start, cut))
      start = cut
    }
    return pieces + [TextSpan(start, span.end)]
  }

  // MARK: - What stands before the text

  /// `By Jane Doe`, `Published May 3`: a short line without a full stop.
  private func isByline(_ span: TextSpan) -> Bool {
    guard span.length < 80, !endsSentence(span) else { return false }
    let first = String(
      String.UnicodeScalarView(scalars[span.start..<span.end].prefix { !$0.isBlank }))
    return ["By", "BY", "Published", "Updated", "Posted", "Photo:", "Image:"].contains(first)
  }

  /// The offset behind the metadata of the first block and behind a dateline.
  private func contentStart(of span: TextSpan, isFirst: Bool) -> Int {
    var start = span.start
    if isFirst, let end = metadataEnd(from: start, span.end) { start = end }
    return datelineEnd(from: start, span.end) ?? start
  }

  /// Behind `date 2025-05-11`.
  private func metadataEnd(from start: Int, _ end: Int) -> Int? {
    let words = scalars[start..<min(end, start + 40)].split { $0.isBlank }
    guard words.count > 1, Tokenizer.folded(words[0]) == "date",
      words[1].count == 10, words[1].allSatisfy({ $0.isDigit || $0 == "-" })
    else { return nil }
    return scalars.trimmed(TextSpan(words[1].endIndex, end)).start
  }

  /// Behind `CITY, Date (Agency) —`.
  private func datelineEnd(from start: Int, _ end: Int) -> Int? {
    let window = scalars[start..<min(end, start + 70)]
    let firstWord = window.prefix { !$0.isBlank && $0 != "," }
    guard firstWord.count > 2, firstWord.allSatisfy({ !$0.properties.isLowercase }),
      firstWord.contains(where: { $0.properties.isUppercase })
    else { return nil }
    for position in window.indices.dropFirst(3).dropLast()
    where Self.dashes.contains(scalars[position]) {
      let isSpaced = scalars[position - 1].isBlank || scalars[position - 1] == "-"
      guard isSpaced, scalars[position + 1].isBlank || scalars[position] == "—" else { continue }
      guard isPlaceAndDate(window[..<position]) else { return nil }
      return scalars.trimmed(TextSpan(position + 1, end)).start
    }
    return nil
  }

  /// Whether no word outside brackets is in lower case, as in a dateline.
  private func isPlaceAndDate(_ words: ArraySlice<Unicode.Scalar>) -> Bool {
    let plain = words.prefix { $0 != "(" && $0 != "[" }
    return plain.split { $0.isBlank }.allSatisfy { word in
      word.first?.properties.isLowercase != true || ["of", "and", "de"].contains(Self.text(word))
    }
  }

  /// The day that a dateline or the metadata before the text names in full, such as
  /// `KYIV, May 11, 2025 —`.
  func day() -> PartialDate? {
    for line in lines().lazy.filter({ $0.length > 0 }).prefix(4) {
      let start = metadataEnd(from: line.start, line.end) ?? line.start
      if start > line.start {
        let words = scalars[line.start..<start].split { $0.isBlank }
        if let date = words.last.flatMap({ PartialDate(Self.text($0)) }) { return date }
      }
      if let end = datelineEnd(from: start, line.end) {
        return Self.day(in: scalars[start..<end])
      }
    }
    return nil
  }

  /// `May 11, 2025` or `11 May 2025` among some words.
  private static func day(in scalars: ArraySlice<Unicode.Scalar>) -> PartialDate? {
    let words = scalars.split { !$0.isDigit && !$0.properties.isAlphabetic }.map(Self.text)
    for (index, word) in words.enumerated() {
      guard let month = DateFinder.month(named: word.lowercased()) else { continue }
      let before = index > 0 ? Int(words[index - 1]) : nil
      let after = index + 1 < words.count ? Int(words[index + 1]) : nil
      let last = index + 2 < words.count ? Int(words[index + 2]) : nil
      if let after, let last, last > 1900 {
        return PartialDate(year: last, month: month, day: after)
      }
      if let before, let after, after > 1900 {
        return PartialDate(year: after, month: month, day: before)
      }
    }
    return nil
  }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static let dashes: Set<Unicode.Scalar> = ["—", "–", "-", "_"]
}
