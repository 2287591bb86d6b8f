import StanceDiagnostics
import StanceModel

extension Lexer {
  /// A lower-case word with its inner hyphens and apostrophes.
  mutating func word() -> Token.Kind {
    let start = position
    skipWord()
    return .word(source.text(SourceSpan(start, position)))
  }

  /// A run of capitalised words on one line, or a keyword at the start of a sentence.
  mutating func name() -> Token.Kind {
    let start = position
    skipWord()
    if mayFoldKeyword, let keyword = sentenceKeyword(source.text(SourceSpan(start, position))) {
      return .word(keyword)
    }
    var words = [source.text(SourceSpan(start, position))]
    while let next = nextNameWord() {
      position = next
      let start = position
      skipWord()
      words.append(source.text(SourceSpan(start, position)))
    }
    return .name(words.joined(separator: " "))
  }

  /// A name in a script without case, a typographic quotation, or a stray character.
  mutating func beyondASCII() -> Token.Kind {
    switch scalar(at: position).0 {
    case "“": return quotation(closing: "”")
    case "«": return quotation(closing: "»")
    case "„": return quotation(closing: "“")
    case let scalar? where isLetter(scalar): return name()
    default: return strayCharacter()
    }
  }

  /// A number, a date, or a name that wants quotation marks.
  mutating func number() -> Token.Kind {
    let start = position
    if byte() == UInt8(ascii: "-") { position += 1 }
    skipDigits()
    if byte() == UInt8(ascii: "-"), isDigit(byte(1)), position - start == 4 {
      return date(from: start)
    }
    var isWhole = true
    if byte() == UInt8(ascii: "."), isDigit(byte(1)) {
      isWhole = false
      position += 1
      skipDigits()
    }
    if let invalid = digitInitialName(from: start) { return invalid }
    let text = source.text(SourceSpan(start, position))
    if isWhole, let value = Int(text) { return .number(.integer(value)) }
    guard let value = Double(text), value.isFinite, text.utf8.count < 400 else {
      return report(.tooLong, "this number is out of range", from: start)
    }
    return .number(.real(value))
  }

  private mutating func date(from start: Int) -> Token.Kind {
    while isDigit(byte()) || (byte() == UInt8(ascii: "-") && isDigit(byte(1))) { position += 1 }
    if let invalid = digitInitialName(from: start) { return invalid }
    guard let date = PartialDate(bytes: source.bytes[start..<position]) else {
      return report(
        .noSuchDate, "there is no date ‘\(source.text(SourceSpan(start, position)))’", from: start,
        help: "write yyyy-mm-dd, yyyy-mm or yyyy")
    }
    return .date(date)
  }

  /// Reports a word that begins with digits: `30-day`, `5th`.
  private mutating func digitInitialName(from start: Int) -> Token.Kind? {
    guard wordScalarLength(position) > 0 || joinLength(position) > 0 else { return nil }
    skipWord()
    let text = source.text(SourceSpan(start, position))
    return report(
      .digitInitialName, "a name that begins with a digit needs quotation marks", from: start,
      help: "write \"\(text) …\"")
  }

  /// The keyword that a capitalised first word of a sentence stands for.
  private func sentenceKeyword(_ text: String) -> String? {
    let lower = text.lowercased()
    guard text.utf8.dropFirst().elementsEqual(lower.utf8.dropFirst()) else { return nil }
    return Keywords.sentenceStarts.contains(lower) ? lower : nil
  }

  /// Where the next word of a name begins, past blanks on the same line.
  private func nextNameWord() -> Int? {
    var next = position
    while next < source.bytes.count {
      let byte = source.bytes[next]
      if byte == 0x20 || byte == 0x09 {
        next += 1
      } else if byte == 0xC2, next + 1 < source.bytes.count, source.bytes[next + 1] == 0xA0 {
        next += 2
      } else {
        break
      }
    }
    guard next > position, next < source.bytes.count else { return nil }
    let (scalar, _) = scalar(at: next)
    guard let scalar, isLetter(scalar), !("a"..."z").contains(scalar) else { return nil }
    return next
  }

  private mutating func skipWord() {
    while true {
      let length = wordScalarLength(position)
      if length > 0 {
        position += length
      } else {
        let join = joinLength(position)
        guard join > 0 else { return }
        position += join
      }
    }
  }

  /// The length of a hyphen or apostrophe that a word character follows, else 0.
  private func joinLength(_ offset: Int) -> Int {
    guard offset < source.bytes.count else { return 0 }
    let length: Int
    switch source.bytes[offset] {
    case UInt8(ascii: "-"), UInt8(ascii: "'"): length = 1
    case 0xE2 where scalar(at: offset).0 == "’": length = 3
    default: return 0
    }
    return wordScalarLength(offset + length) > 0 ? length : 0
  }

  /// The length of the letter, mark, digit or underscore at an offset, else 0.
  private func wordScalarLength(_ offset: Int) -> Int {
    guard offset < source.bytes.count else { return 0 }
    switch source.bytes[offset] {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, UInt8(ascii: "_"): return 1
    case 0..<0x80: return 0
    default:
      let (scalar, length) = scalar(at: offset)
      return scalar.map(isLetterMarkOrDigit) == true ? length : 0
    }
  }

  private mutating func skipDigits() {
    while isDigit(byte()) { position += 1 }
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  private func isLetterMarkOrDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber:
      true
    default: false
    }
  }
}
