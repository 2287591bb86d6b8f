internal import StanceDiagnostics
internal import StanceLanguage
internal import StanceModel

/// Makes of any text something that the language takes.
enum DraftText {
  /// The most characters of a name that the reader makes up from words of an article.
  static let nameLimit = 240

  /// A name without what nobody sees, on one line and not too long; nil where nothing is left.
  static func name(_ text: String) -> String? {
    if isPlain(text) { return text }
    var scalars = String.UnicodeScalarView()
    for scalar in NameKey.stored(text).unicodeScalars {
      if scalar.properties.isWhitespace {
        if scalars.last != " " { scalars.append(" ") }
      } else if !scalar.isInvisibleControl, !isForbidden(scalar) {
        scalars.append(scalar)
      }
      if scalars.count >= nameLimit { break }
    }
    let name = NameKey.stored(String(scalars))
    return NameKey.key(name).isEmpty ? nil : name
  }

  /// Whether a text is a name as it stands: printable ASCII with single blanks inside.
  private static func isPlain(_ text: String) -> Bool {
    var last: UInt8 = 0x20
    for byte in text.utf8 {
      guard byte >= 0x20, byte < 0x7F, byte != 0x20 || last != 0x20 else { return false }
      last = byte
    }
    return last != 0x20 && text.utf8.count <= nameLimit
  }

  /// The text between quotation marks as it stands, or nil where the language refuses it.
  static func quotation(_ text: String) -> String? {
    guard text.utf8.count <= TextLimit.quotation,
      !text.unicodeScalars.contains(where: isForbidden)
    else { return nil }
    return quoted(text)
  }

  /// A text on one line between quotation marks, for titles.
  static func title(_ text: String) -> String? { name(text).map { quoted($0) } }

  /// An address in angle brackets, or nil where it cannot stand there.
  static func address(_ text: String) -> String? {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.value > 0x20 && $0.value < 0x7F && $0 != "<" && $0 != ">" && $0 != "\"" && $0 != "\\"
    }
    let scheme = text.prefix { $0 != ":" }.lowercased()
    guard isPlain, scheme == "http" || scheme == "https", text.utf8.count <= 2000 else {
      return nil
    }
    return "<\(text)>"
  }

  /// The text as a comment on one line.
  static func comment(_ text: String) -> String {
    let line = String(text.map { $0.isNewline ? " " : $0 })
    return "# \(line.visible())"
  }

  private static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    case 0..<0x20, 0x7F..<0xA0, 0xFDD0...0xFDEF: true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }
}
