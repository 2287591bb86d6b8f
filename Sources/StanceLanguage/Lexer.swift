import StanceDiagnostics
import StanceModel

/// Splits a text into tokens, one at a time, over its UTF-8 bytes. Linear.
///
/// What cannot be a token is reported once in `diagnostics` and handed on as `invalid`.
struct Lexer {
  let source: SourceText
  private(set) var diagnostics: [Diagnostic] = []
  var position: Int
  /// Whether the next token is the first of a sentence, where a keyword may be capitalised.
  private var atSentenceStart = true

  init(_ source: SourceText) {
    self.source = source
    position = source.contentStart
    if source.isCut {
      let end = source.bytes.count
      diagnostics = [
        Diagnostic(
          .error, .tooLong, "a line may have \(SourceText.lineLimit) bytes at most",
          at: SourceSpan(end, end), help: "break the line, or split the sentence")
      ]
    }
  }

  mutating func next() -> Token {
    skipBlanks()
    let start = position
    let kind = scan()
    atSentenceStart = kind == .end || kind == .symbol(.colon)
    return Token(kind: kind, span: SourceSpan(start, position))
  }

  /// The byte at an offset from the position, or 0 beyond the end.
  func byte(_ offset: Int = 0) -> UInt8 {
    let index = position + offset
    return index < source.bytes.count ? source.bytes[index] : 0
  }

  mutating func report(
    _ code: DiagnosticCode, _ message: String, from start: Int, help: String? = nil
  ) -> Token.Kind {
    diagnostics.append(
      Diagnostic(.error, code, message, at: SourceSpan(start, max(start, position)), help: help))
    return .invalid
  }

  private mutating func skipBlanks() {
    while position < source.bytes.count {
      switch byte() {
      case 0x20, 0x09, 0x0A, 0x0D: position += 1
      case UInt8(ascii: "#"): skipComment()
      default:
        let length = wideBlankLength(0)
        guard length > 0 else { return }
        position += length
      }
    }
  }

  /// The length of a blank beyond ASCII, such as the no-break space, at an offset from the
  /// position, else 0.
  private func wideBlankLength(_ offset: Int) -> Int {
    switch (byte(offset), byte(offset + 1), byte(offset + 2)) {
    case (0xC2, 0xA0, _): 2
    case (0xE2, 0x80, 0xAF), (0xE2, 0x80, 0x89): 3
    default: 0
    }
  }

  /// Skips a comment, which must be text all the same.
  private mutating func skipComment() {
    let start = position
    while position < source.bytes.count, byte() != 0x0A { position += 1 }
    _ = checkedText(source.bytes[start..<position], "the comment", from: start)
  }

  private mutating func scan() -> Token.Kind {
    guard position < source.bytes.count else { return .endOfText }
    switch byte() {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): return word()
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): return name()
    case UInt8(ascii: "0")...UInt8(ascii: "9"): return number()
    case UInt8(ascii: "\""): return straightQuotation()
    case 0x80...0xFF: return beyondASCII()
    default: return symbol()
    }
  }

  private mutating func symbol() -> Token.Kind {
    let first = byte()
    let second = byte(1)
    switch first {
    case UInt8(ascii: ","): return take(.symbol(.comma))
    case UInt8(ascii: "("): return take(.symbol(.open))
    case UInt8(ascii: ")"): return take(.symbol(.close))
    case UInt8(ascii: ":"): return take(.symbol(.colon))
    case UInt8(ascii: ";"): return take(.end)
    case UInt8(ascii: "="): return take(.symbol(.equal))
    case UInt8(ascii: "!") where second == UInt8(ascii: "="): return take(.symbol(.notEqual), 2)
    case UInt8(ascii: ">"):
      return second == UInt8(ascii: "=")
        ? take(.symbol(.greaterOrEqual), 2) : take(.symbol(.greater))
    case UInt8(ascii: "<"): return lessOrURL()
    case UInt8(ascii: "."): return dot()
    case UInt8(ascii: "?"): return questionMark()
    case UInt8(ascii: "$"): return parameter()
    case UInt8(ascii: "-") where (0x30...0x39).contains(second): return number()
    case UInt8(ascii: "'"): return singleQuote()
    default: return strayCharacter()
    }
  }

  private mutating func take(_ kind: Token.Kind, _ length: Int = 1) -> Token.Kind {
    position += length
    return kind
  }

  /// `..`, the end of a sentence, or the dot before a field.
  private mutating func dot() -> Token.Kind {
    if byte(1) == UInt8(ascii: ".") { return take(.symbol(.range), 2) }
    return take(isBlankOrEnd(1) ? .end : .symbol(.dot))
  }

  private mutating func questionMark() -> Token.Kind {
    guard isIdentifierStart(byte(1)) else { return take(.end) }
    position += 1
    return .variable(identifier())
  }

  private mutating func parameter() -> Token.Kind {
    let start = position
    position += 1
    guard isIdentifierStart(byte()) else {
      return report(
        .strayCharacter, "‘$’ is not followed by the name of a parameter", from: start,
        help: "write $name, and put the query in single quotes so that the shell keeps it")
    }
    return .parameter(identifier())
  }

  private mutating func identifier() -> String {
    let start = position
    while isIdentifierStart(byte()) || (0x30...0x39).contains(byte()) { position += 1 }
    return source.text(SourceSpan(start, position))
  }

  private mutating func lessOrURL() -> Token.Kind {
    if byte(1) == UInt8(ascii: "=") { return take(.symbol(.lessOrEqual), 2) }
    var end = position + 1
    let bytes = source.bytes
    while end < bytes.count, isURLScheme(bytes[end]) { end += 1 }
    guard end > position + 1, end < bytes.count, bytes[end] == UInt8(ascii: ":") else {
      return take(.symbol(.less))
    }
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: ">") { end += 1 }
    let start = position
    guard end < bytes.count, bytes[end] == UInt8(ascii: ">") else {
      position = end
      return report(.unclosedQuotation, "this address is never closed", from: start, help: "add >")
    }
    position = end + 1
    guard end - start - 1 <= TextLimit.url else {
      return report(
        .tooLong, "an address may have \(TextLimit.url) bytes at most", from: start)
    }
    return checkedText(bytes[start..<position], "the address", from: start)
      .map { .url(String($0.dropFirst().dropLast())) } ?? .invalid
  }

  private mutating func singleQuote() -> Token.Kind {
    let start = position
    position += 1
    while position < source.bytes.count, byte() != 0x0A, byte() != UInt8(ascii: "'") {
      position += 1
    }
    if byte() == UInt8(ascii: "'") { position += 1 }
    return report(
      .singleQuote, "names and quotations stand in double quotes, not in ‘'’", from: start,
      help: "write \"…\"")
  }

  mutating func strayCharacter() -> Token.Kind {
    let start = position
    let (scalar, length) = scalar(at: position)
    position += length
    guard let scalar else {
      return report(
        .invalidUTF8, "the text is not valid UTF-8 here", from: start,
        help: "convert the file to UTF-8")
    }
    return report(
      .strayCharacter, "‘\(String(scalar).visible())’ has no meaning here", from: start,
      help: "put names that hold it in double quotes")
  }
}

// MARK: - Character classes

extension Lexer {
  private func isURLScheme(_ byte: UInt8) -> Bool {
    isIdentifierStart(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "+")
  }

  private func isIdentifierStart(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte) || byte == UInt8(ascii: "_")
  }

  private func isBlankOrEnd(_ offset: Int) -> Bool {
    let index = position + offset
    return index >= source.bytes.count || source.bytes[index] <= 0x20
      || source.bytes[index] == UInt8(ascii: "#") || source.bytes[index] == UInt8(ascii: ")")
      || wideBlankLength(offset) > 0
  }

  /// The scalar at a byte offset and its length; nil with length 1 where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar?, length: Int) {
    let bytes = source.bytes
    guard offset < bytes.count else { return (nil, 0) }
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, offset + length <= bytes.count else { return (nil, 1) }
    let slice = bytes[offset..<offset + length]
    guard let text = String(validating: slice, as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return (nil, 1) }
    return (scalar, length)
  }

  /// Whether the sentence may begin with a capitalised keyword here.
  var mayFoldKeyword: Bool { atSentenceStart }
}
