import StanceModel

/// Text from data on its way into a picture.
enum DrawnText {
  /// The text in one line without anything that a picture must not hold: control characters and
  /// non-characters become U+FFFD, line ends blanks; bidirectional controls and zero-width spaces
  /// go. Blanks are collapsed and trimmed.
  static func cleaned(_ text: String) -> String {
    if isClean(text) { return text }
    var scalars = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in text.unicodeScalars {
      switch role(of: scalar) {
      case .dropped: continue
      case .blank: pendingBlank = !scalars.isEmpty
      case .replaced, .kept:
        if pendingBlank { scalars.append(" ") }
        pendingBlank = false
        scalars.append(role(of: scalar) == .kept ? scalar : "\u{FFFD}")
      }
    }
    return String(scalars)
  }

  /// The text cleaned and cut before the limit, at a word's end where one is near.
  static func shortened(_ text: String, to limit: Int) -> String {
    // Cleaning only shortens, and a text may be very long: cut it roughly before it is cleaned.
    let cleaned = cleaned(String(text.unicodeScalars.prefix(limit * 16)))
    guard cleaned.unicodeScalars.count > limit else { return cleaned }
    var kept = whole(cleaned.unicodeScalars.prefix(limit - 1))
    if let last = kept.lastIndex(of: " "),
      kept.distance(from: last, to: kept.endIndex) < limit / 4
    {
      kept = String.UnicodeScalarView(kept[..<last])
    }
    return String(kept) + "…"
  }

  /// The beginning of a text without the last of its letters, where that is cut within, as between a
  /// letter and its accent; a single letter is kept as it is.
  private static func whole(_ start: Substring.UnicodeScalarView) -> String.UnicodeScalarView {
    let text = Substring(start)
    guard start.endIndex.samePosition(in: text.base) == nil, text.count > 1 else {
      return String.UnicodeScalarView(start)
    }
    return String.UnicodeScalarView(text.dropLast().unicodeScalars)
  }

  /// The text in lines no wider than the width, in points, broken between words and within those
  /// alone that are wider; the lines are about equally long. What does not fit is cut with `…`.
  static func wrapped(
    _ text: String, width: Double, size: Double, lines limit: Int, isBold: Bool = false
  ) -> [String] {
    let words = pieces(of: cleaned(text), width: width, size: size, isBold: isBold)
    let greedy = filled(words, width: width, size: size, isBold: isBold)
    guard greedy.count > 1 else { return greedy }
    guard greedy.count <= limit else {
      return greedy.prefix(limit - 1) + [shortenedLine(greedy[limit - 1], width, size, isBold)]
    }
    var (narrow, wide) = (width / 3, width)
    for _ in 0..<8 {
      let middle = (narrow + wide) / 2
      let lines = filled(words, width: middle, size: size, isBold: isBold)
      let fits = lines.allSatisfy {
        TextMetrics.width($0, size: size, isBold: isBold) <= middle
      }
      if fits, lines.count <= greedy.count { wide = middle } else { narrow = middle }
    }
    return filled(words, width: wide, size: size, isBold: isBold)
  }

  /// The order of names in every picture: by sort key and then by the bytes, on any machine alike.
  static func isBefore(_ one: String, _ other: String) -> Bool {
    let (a, b) = (NameKey.sort(one), NameKey.sort(other))
    return a.utf8.elementsEqual(b.utf8)
      ? one.utf8.lexicographicallyPrecedes(other.utf8) : a.utf8.lexicographicallyPrecedes(b.utf8)
  }

  /// Fields as bytes: an order on any machine of what differs in nothing else.
  static func bytes(_ fields: [String?]) -> [UInt8] {
    Array(fields.map { $0 ?? "" }.joined(separator: "\0").utf8)
  }

  /// Whether the text is clean as it is, as most are.
  private static func isClean(_ text: String) -> Bool {
    var wasBlank = true
    for scalar in text.unicodeScalars {
      let isBlank = scalar == " "
      guard isBlank ? !wasBlank : role(of: scalar) == .kept else { return false }
      wasBlank = isBlank
    }
    return !wasBlank || text.isEmpty
  }

  private enum Role { case kept, blank, replaced, dropped }

  private static func role(of scalar: Unicode.Scalar) -> Role {
    switch scalar.value {
    case 0x21...0x7E: .kept
    case 0x09...0x0D, 0x20, 0x85, 0x2028, 0x2029: .blank
    case 0x00...0x1F, 0x7F...0x9F, 0xFDD0...0xFDEF: .replaced
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060, 0x2066...0x2069, 0xFEFF: .dropped
    case let value where value & 0xFFFE == 0xFFFE: .replaced
    default: .kept
    }
  }

  /// The words, each cut where it is wider than a line.
  private static func pieces(
    of text: String, width: Double, size: Double, isBold: Bool
  ) -> [[String]] {
    text.split(separator: " ").map { word in
      guard TextMetrics.width(String(word), size: size, isBold: isBold) > width else {
        return [String(word)]
      }
      var parts = [""]
      // A family of emoji is one letter and may be as wide as many.
      let letters = word.flatMap { letter in
        TextMetrics.width(String(letter), size: size, isBold: isBold) <= width
          ? [String(letter)] : letter.unicodeScalars.map(String.init)
      }
      for letter in letters {
        let longer = parts[parts.count - 1] + letter
        if TextMetrics.width(longer, size: size, isBold: isBold) <= width {
          parts[parts.count - 1] = longer
        } else {
          parts.append(letter)
        }
      }
      return parts.filter { !$0.isEmpty }
    }
  }

  private static func filled(
    _ words: [[String]], width: Double, size: Double, isBold: Bool
  ) -> [String] {
    var lines: [String] = []
    for word in words {
      for (index, part) in word.enumerated() {
        if index == 0, let last = lines.last,
          TextMetrics.width(last + " " + part, size: size, isBold: isBold) <= width
        {
          lines[lines.count - 1] = last + " " + part
        } else {
          lines.append(part)
        }
      }
    }
    return lines
  }

  private static func shortenedLine(
    _ line: String, _ width: Double, _ size: Double, _ isBold: Bool
  ) -> String {
    var kept = line
    while !kept.isEmpty, TextMetrics.width(kept + "…", size: size, isBold: isBold) > width {
      kept.removeLast()
    }
    return kept + "…"
  }
}
