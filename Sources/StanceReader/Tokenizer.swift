/// Splits a stretch of text into words and marks. Linear; offsets are those of the whole text.
struct Tokenizer {
  let scalars: [Unicode.Scalar]
  let abbreviations: Set<String>
  private var position: Int
  private var limit: Int
  private var tokens: [Token] = []

  init(_ scalars: [Unicode.Scalar], abbreviations: Set<String>) {
    self.scalars = scalars
    self.abbreviations = abbreviations
    position = 0
    limit = 0
  }

  /// The tokens of a span.
  mutating func tokens(in span: TextSpan) -> [Token] {
    position = span.start
    limit = span.end
    tokens = []
    tokens.reserveCapacity(span.length / 5)
    while position < limit {
      let scalar = scalars[position]
      if scalar.isBlank {
        position += 1
      } else if scalar.isWordPart || opensEditedWord() {
        word()
      } else {
        mark(scalar)
      }
    }
    return tokens
  }

  private func scalar(_ offset: Int) -> Unicode.Scalar {
    let index = position + offset
    return index >= 0 && index < limit ? scalars[index] : " "
  }

  /// Whether a bracket opens in a word: `(H)aving`, `[t]he`.
  private func opensEditedWord() -> Bool {
    guard scalar(0) == "(" || scalar(0) == "[", scalar(1).isWordPart else { return false }
    return (scalar(2) == ")" || scalar(2) == "]") && scalar(3).isWordPart
  }

  private mutating func word() {
    let start = position
    while position < limit, continuesWord() { position += 1 }
    while position > start + 1, scalars[position - 1] == "-" { position -= 1 }
    takeAbbreviationDot(from: start)
    takeMarkOfName(from: start)
    append(from: start, to: position)
  }

  private func continuesWord() -> Bool {
    let current = scalar(0)
    if current.isWordPart { return true }
    let joins = scalar(1).isWordPart && position > 0 && scalars[position - 1].isWordPart
    switch current {
    case "-", "‑", "'", "’", "&": return joins
    case ".", "–": return joins && isInner(current)
    case ",": return joins && scalars[position - 1].isDigit && scalar(1).isDigit
    case "(", "[": return opensEditedWord()
    case ")", "]":
      return scalar(1).isWordPart && position > 1
        && (scalars[position - 2] == "(" || scalars[position - 2] == "[")
    default: return false
    }
  }

  /// A full stop within `U.S`, `6.5`; a dash within `14–16`.
  private func isInner(_ mark: Unicode.Scalar) -> Bool {
    let (before, after) = (scalars[position - 1], scalar(1))
    if before.isDigit, after.isDigit { return true }
    guard mark == "." else { return false }
    return scalar(-2) == "." || !scalar(-2).isWordPart || scalar(2) == "."
  }

  private mutating func takeAbbreviationDot(from start: Int) {
    guard scalar(0) == ".", scalar(1) != "." else { return }
    let text = Self.folded(scalars[start..<position]) + "."
    let isInitial = position == start + 1 && scalars[start].properties.isUppercase
    if text == "no.", !(scalar(1) == " " && scalar(2).isDigit) { return }
    if abbreviations.contains(text) || isInitial || text.dropLast().contains(".") && !isNumber(text)
    {
      position += 1
    }
  }

  /// The mark of a name such as `Yahoo!`, which goes on in lower case, with a comma or a possessive.
  private mutating func takeMarkOfName(from start: Int) {
    guard scalar(0) == "!" || scalar(0) == "?", isCapitalised(start, position) else { return }
    let isOwner = (scalar(1) == "'" || scalar(1) == "’") && scalar(2) == "s"
    if isOwner {
      position += 3
    } else if scalar(1) == "," || scalar(1) == " " && scalar(2).properties.isLowercase {
      position += 1
    }
  }

  private func isNumber(_ text: String) -> Bool { text.unicodeScalars.contains { $0.isDigit } }

  /// Adds a word, with its possessive or its contracted end as a token of its own.
  private mutating func append(from start: Int, to end: Int) {
    let lower = Self.folded(scalars[start..<end])
    let tail = Self.clitics.first { lower.hasSuffix($0) && lower.count > $0.count }
    if lower == "cannot" {
      add("can", start, start + 3)
      add("not", start + 3, end)
    } else if let tail {
      let cut = end - tail.unicodeScalars.count
      add(Self.full[lower] ?? String(lower.dropLast(tail.count)), start, cut)
      add(tail, cut, end)
    } else {
      add(lower, start, end)
      takePluralPossessive(after: end)
    }
  }

  /// The apostrophe of `workers' union`.
  private mutating func takePluralPossessive(after end: Int) {
    let mark = scalar(0)
    guard position == end, mark == "'" || mark == "’", scalars[end - 1] == "s", scalar(1).isBlank
    else { return }
    position += 1
    add("'", end, position)
  }

  private static let clitics = ["n't", "'s", "'re", "'ve", "'ll", "'d", "'m"]
  private static let full = ["can't": "can", "won't": "will", "shan't": "shall"]

  private mutating func add(_ lower: String, _ start: Int, _ end: Int) {
    var token = Token(lower: lower, start: start, end: end, tag: .noun)
    token.isCapitalised = isCapitalised(start, end)
    let letters = scalars[start..<end].filter { $0.properties.isAlphabetic }
    token.isAcronym = letters.count > 1 && letters.allSatisfy { $0.properties.isUppercase }
    tokens.append(token)
  }

  /// Whether a word begins with a capital, or has one behind a particle: `al-Harthy`, `d'Orsay`.
  private func isCapitalised(_ start: Int, _ end: Int) -> Bool {
    let letters = scalars[start..<end]
    guard let first = letters.first(where: { $0.isWordPart }) else { return false }
    if first.properties.isUppercase { return true }
    guard let joint = letters.prefix(4).firstIndex(where: { $0 == "-" || $0 == "'" || $0 == "’" }),
      joint + 1 < end
    else { return false }
    return scalars[joint + 1].properties.isUppercase
  }

  private mutating func mark(_ scalar: Unicode.Scalar) {
    var length = 1
    if scalar == "." { while self.scalar(length) == "." { length += 1 } }
    if scalar == "-" { while self.scalar(length) == "-" { length += 1 } }
    let text = Self.folded(scalars[position..<position + length])
    let tag = Self.tag(of: scalar, length: length)
    tokens.append(Token(lower: text, start: position, end: position + length, tag: tag))
    position += length
  }

  private static func tag(of scalar: Unicode.Scalar, length: Int) -> Tag {
    switch scalar {
    case ",": .comma
    case ":": .colon
    case ";": .semicolon
    case "—", "–", "-": .dash
    case ".", "!", "?", "…": length == 2 ? .mark : .stop
    case "(", "[": .open
    case ")", "]": .close
    default: .mark
    }
  }

  /// Lower case with straight apostrophes and plain hyphens, without soft hyphens and brackets.
  static func folded(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var plain = String.UnicodeScalarView()
    for scalar in scalars {
      switch scalar {
      case "’", "ʼ": plain.append("'")
      case "‑": plain.append("-")
      case "\u{AD}", "(", ")", "[", "]": continue
      default: plain.append(scalar)
      }
    }
    return String(plain).lowercased()
  }
}

extension [Unicode.Scalar] {
  /// The span without blanks at its ends.
  func trimmed(_ span: TextSpan) -> TextSpan {
    var (start, end) = (span.start, span.end)
    while start < end, self[start].isBlank { start += 1 }
    while end > start, self[end - 1].isBlank { end -= 1 }
    return TextSpan(start, end)
  }
}

extension Unicode.Scalar {
  /// A blank of any width or a line end.
  var isBlank: Bool {
    switch value {
    case 0x20, 0x09, 0x0A, 0x0D, 0xA0, 0x2000...0x200B, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  var isDigit: Bool { (0x30...0x39).contains(value) }

  /// A letter, a digit, a combining mark, a soft hyphen or a sign that belongs to an amount.
  var isWordPart: Bool {
    switch value {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x24, 0x25, 0xAD, 0xA3, 0x20AC: true
    case 0...0x7F: false
    default: properties.isAlphabetic || properties.generalCategory == .nonspacingMark
    }
  }
}
