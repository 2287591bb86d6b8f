extension String {
  /// The text with each control character, bidirectional override and zero-width space written as
  /// an escape, so that data can neither move the cursor nor reorder a line. Tabs become spaces.
  public func visible() -> String {
    guard unicodeScalars.contains(where: \.isInvisibleControl) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      if scalar == "\t" {
        result += " "
      } else if scalar.isInvisibleControl {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The number of terminal cells that the text takes: two for wide East Asian characters and
  /// emoji, none for combining marks.
  public var terminalWidth: Int {
    if utf8.allSatisfy({ $0 < 0x80 && $0 != 0x0D }) { return utf8.count }
    return reduce(0) { $0 + ($1.unicodeScalars.first?.isWide == true ? 2 : 1) }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar may act on a terminal or on the order of text instead of being seen.
  public var isInvisibleControl: Bool {
    switch value {
    case 0..<0x20, 0x7F..<0xA0: true
    case 0x61C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF, 0xFFF9...0xFFFB:
      true
    default: false
    }
  }

  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F1E6...0x1F1FF, 0x1F300...0x1F64F,
      0x1F680...0x1F6FF, 0x1F900...0x1F9FF, 0x1FA70...0x1FAFF, 0x20000...0x3FFFD:
      true
    default: false
    }
  }
}

/// A number with the noun that is counted, `1 statement`, `2 statements`.
public func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
