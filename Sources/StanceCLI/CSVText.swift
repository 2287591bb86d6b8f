/// Writes cells of comma-separated values.
enum CSVText {
  /// A field after RFC 4180.
  static func field(_ field: String) -> String {
    let special: Set<Unicode.Scalar> = ["\"", ",", "\n", "\r"]
    guard field.unicodeScalars.contains(where: special.contains) else { return field }
    var result = "\""
    for scalar in field.unicodeScalars {
      if scalar == "\"" { result += "\"" }
      result.unicodeScalars.append(scalar)
    }
    return result + "\""
  }

  /// The text with an apostrophe before it where a spreadsheet would take it for a formula.
  static func harmless(_ text: String) -> String {
    let lead = text.unicodeScalars.drop { $0 == " " || $0 == "\u{A0}" || $0 == "\u{FEFF}" }
    let dangerous: Set<Unicode.Scalar> = [
      "=", "+", "-", "@", "|", "%", "\t", "\n", "\r", "＝", "＋", "－", "＠",
    ]
    return lead.first.map(dangerous.contains) == true ? "'" + text : text
  }
}
