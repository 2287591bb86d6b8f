import StanceDiagnostics

/// The longest texts that the language takes.
public enum TextLimit {
  /// Of a name, in UTF-8 bytes.
  public static let name = 4096
  /// Of a name, in characters.
  public static let nameCharacters = 1000
  /// Of a quotation, in UTF-8 bytes.
  public static let quotation = 65536
  /// Of an address, in UTF-8 bytes.
  public static let url = 2048
}

extension Lexer {
  /// `"…"` on one line, or `"""…"""` over several.
  mutating func straightQuotation() -> Token.Kind {
    if byte(1) == UInt8(ascii: "\""), byte(2) == UInt8(ascii: "\"") { return longQuotation() }
    let start = position
    position += 1
    var value: [UInt8] = []
    while true {
      let byte = byte()
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return quoted(value, from: start)
      case UInt8(ascii: "\\"):
        guard escape(into: &value) else { return abandonLine() }
      case 0x0A: return brokenLine(from: start)
      default:
        guard position < source.bytes.count else { return unclosed(from: start, mark: "\"") }
        value.append(byte)
        position += 1
      }
    }
  }

  /// A quotation between typographic marks, without escapes, on one line.
  mutating func quotation(closing mark: Unicode.Scalar) -> Token.Kind {
    let start = position
    position += scalar(at: position).length
    let close = Array(String(mark).utf8)
    let first = position
    while position < source.bytes.count, byte() != 0x0A {
      if source.bytes[position...].starts(with: close) {
        let value = source.bytes[first..<position]
        position += close.count
        return quoted(Array(value), from: start)
      }
      position += 1
    }
    return unclosed(from: start, mark: String(mark))
  }

  private mutating func longQuotation() -> Token.Kind {
    let start = position
    position += 3
    let first = position
    let mark = UInt8(ascii: "\"")
    while position < source.bytes.count {
      if byte() == mark, byte(1) == mark, byte(2) == mark {
        while byte(3) == mark { position += 1 }
        let value = source.bytes[first..<position]
        position += 3
        return quoted(Array(value), from: start)
      }
      position += 1
    }
    position = start + 3
    return unclosed(from: start, mark: "\"\"\"")
  }

  /// The value as text, checked for its encoding, its length and characters that it may not hold.
  private mutating func quoted(_ value: [UInt8], from start: Int) -> Token.Kind {
    guard let text = checkedText(value[...], "the quotation", from: start) else { return .invalid }
    guard value.count <= TextLimit.quotation else {
      return report(
        .tooLong, "a quotation may have \(TextLimit.quotation) bytes at most", from: start)
    }
    return .quoted(text)
  }

  /// The bytes as text; nil, which is reported, where they are not UTF-8 or hold a character that
  /// no text may hold.
  mutating func checkedText(
    _ bytes: ArraySlice<UInt8>, _ what: String, from start: Int
  ) -> String? {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      _ = report(
        .invalidUTF8, "\(what) is not valid UTF-8", from: start, help: "convert the file to UTF-8")
      return nil
    }
    guard let control = text.unicodeScalars.first(where: isForbidden) else { return text }
    _ = report(
      .strayCharacter,
      "\(what) holds the control character \\u{\(String(control.value, radix: 16))}",
      from: start, help: "take it out")
    return nil
  }

  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Reads `\" \\ \n \t \u{…}`; false where there is no such escape, which is reported.
  private mutating func escape(into value: inout [UInt8]) -> Bool {
    let start = position
    position += 2
    switch byte(-1) {
    case UInt8(ascii: "\""): value.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): value.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "n"): value.append(0x0A)
    case UInt8(ascii: "t"): value.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = scalarEscape() else { return badEscape(from: start) }
      value += Array(String(scalar).utf8)
    default: return badEscape(from: start)
    }
    return true
  }

  private mutating func scalarEscape() -> Unicode.Scalar? {
    guard byte() == UInt8(ascii: "{") else { return nil }
    position += 1
    let start = position
    while byte() != UInt8(ascii: "}"), byte() > 0x20, position - start < 9 { position += 1 }
    guard byte() == UInt8(ascii: "}") else { return nil }
    let digits = source.text(SourceSpan(start, position))
    position += 1
    return UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init)
  }

  private mutating func badEscape(from start: Int) -> Bool {
    position = min(position, source.bytes.count)
    _ = report(
      .badEscape, "there is no such escape in a quotation", from: start,
      help: #"write \" \\ \n \t or \u{hexadecimal}; a backslash itself is \\"#)
    return false
  }

  /// Leaves a broken quotation at its closing mark, or at the end of its line.
  private mutating func abandonLine() -> Token.Kind {
    while position < source.bytes.count, byte() != 0x0A, byte() != UInt8(ascii: "\"") {
      position += byte() == UInt8(ascii: "\\") && byte(1) != 0x0A ? 2 : 1
    }
    position = min(position, source.bytes.count)
    if byte() == UInt8(ascii: "\"") { position += 1 }
    return .invalid
  }

  /// Reports a quotation that does not end on its line. Where it ends on the next one, the reader goes
  /// on there, so that the mark is not taken for another beginning.
  private mutating func brokenLine(from start: Int) -> Token.Kind {
    let line = source.bytes[(position + 1)...].prefix { $0 != 0x0A }
    let marks = line.indices.filter { line[$0] == UInt8(ascii: "\"") }
    guard let first = marks.first, marks.count % 2 == 1 else {
      return unclosed(from: start, mark: "\"")
    }
    let token = report(
      .unclosedQuotation, "this quotation does not end on its line", from: start,
      help: #"write """…""" around a quotation of several lines"#)
    position = first + 1
    return token
  }

  private mutating func unclosed(from start: Int, mark: String) -> Token.Kind {
    leaveSentenceEnd(from: start)
    return report(
      .unclosedQuotation, "this quotation is never closed", from: start,
      help: "add \(mark) where the name or quote ends")
  }

  /// Steps back before a full stop at the end of the line, so that the next sentence is read.
  private mutating func leaveSentenceEnd(from start: Int) {
    var end = position
    while end > start + 1, source.bytes[end - 1] <= 0x20 { end -= 1 }
    if end > start + 1, source.bytes[end - 1] == UInt8(ascii: ".") { position = end - 1 }
  }
}
