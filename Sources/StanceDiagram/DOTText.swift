/// Quoted strings of DOT that Graphviz draws as they are.
enum DOTText {
  /// The longest string in bytes; Graphviz 2.42 refuses 16,382.
  static let longest = 15_000

  /// Lines for a label or a tooltip, quoted. In these, Graphviz expands backslashes and entities.
  static func label(_ lines: [String], ending: String = "\\n") -> String {
    let text = lines.map(escaped).joined(separator: ending)
    return quoted(raw: ending == "\\n" ? text : text + ending)
  }

  /// A string for attributes that are taken literally (address, class, colour): our own words and
  /// sanitized addresses only.
  static func plain(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }) else {
      return quoted(raw: text)
    }
    return quoted(raw: text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))
  }

  /// Lines of comment.
  static func comments(_ lines: [String]) -> String {
    lines.map { "// \(DrawnText.shortened($0, to: 300))\n" }.joined()
  }

  /// A number with at most two decimals; one of many digits is whole or has an exponent.
  static func number(_ value: Double) -> String {
    guard value.magnitude < 1e13 else {
      return value.magnitude < 1e18 ? "\(Int(value.rounded()))" : value.description
    }
    let hundredths = Int((value * 100).rounded())
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    let sign = hundredths < 0 ? "-" : ""
    if rest == 0 { return "\(sign)\(whole)" }
    let digits = rest < 10 ? "0\(rest)" : "\(rest)"
    return "\(sign)\(whole).\(digits.hasSuffix("0") ? String(digits.dropLast()) : digits)"
  }

  private static func escaped(_ line: String) -> String {
    let line = DrawnText.cleaned(line)
    if line.utf8.count < longest - 1000, !line.utf8.contains(where: isSpecial) { return line }
    var text = ""
    for scalar in line.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
      if text.utf8.count > longest - 1000 { break }
    }
    return text
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "&")
  }

  private static func quoted(raw text: String) -> String {
    // Escapes are whole within a line, so only a very long joining of lines could be cut in one.
    text.utf8.count <= longest ? "\"\(text)\"" : "\"…\""
  }
}
