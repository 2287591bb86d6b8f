internal import Foundation

/// The forms of a name that the program compares instead of the name itself.
public enum NameKey {
  /// What makes two names the same: NFKC, case folded, dashes and apostrophes unified, blanks
  /// collapsed and trimmed. Linear.
  public static func key(_ name: String) -> String {
    if let plain = plainASCII(name) { return plain }
    let folded = caseFolded(spacingAccentsUnified(name).precomposedStringWithCompatibilityMapping)
      .precomposedStringWithCompatibilityMapping
    var scalars = String.UnicodeScalarView()
    var pendingBlank = false
    for scalar in folded.unicodeScalars {
      if scalar.properties.isWhitespace {
        pendingBlank = !scalars.isEmpty
        continue
      }
      if pendingBlank { scalars.append(" ") }
      pendingBlank = false
      scalars.append(unified(scalar))
    }
    return String(scalars)
  }

  /// The form in which a name is kept: NFC, without white space around it.
  public static func stored(_ name: String) -> String {
    let bytes = name.utf8
    let isPlain = bytes.allSatisfy { 0x20 <= $0 && $0 < 0x7F }
    if isPlain, let first = bytes.first, first != 0x20, bytes.last != 0x20 { return name }
    let scalars = name.precomposedStringWithCanonicalMapping.unicodeScalars
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let trimmed = scalars.drop(while: isBlank).reversed().drop(while: isBlank).reversed()
    var result = String.UnicodeScalarView()
    result.append(contentsOf: trimmed)
    return String(result)
  }

  /// The key of what a name looks like: letters of Cyrillic and Greek that are drawn as Latin ones
  /// count as these. Two names with one skeleton and two keys may be mistaken for each other.
  public static func skeleton(_ name: String) -> String {
    if let plain = plainASCII(name) { return plain }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(lookalikes[scalar] ?? scalar) }
    return key(String(scalars))
  }

  /// Letters by the Latin one that they look like.
  private static let lookalikes: [Unicode.Scalar: Unicode.Scalar] = {
    let pairs = zip(
      "АВЕЅІЈКМНОРСТУХԚԜаеѕіјорсухһԁԛԝѵӏΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινοργυκ".unicodeScalars,
      "ABESIJKMHOPCTYXQWaesijopcyxhdqwvlABEZHIKMNOPTYXaivopyuk".unicodeScalars)
    return Dictionary(pairs) { first, _ in first }
  }()

  /// What follows a leading `The` that may be an article at the start of a sentence.
  public static func withoutArticle(_ name: String) -> String? {
    name.hasPrefix("The ") ? String(name.dropFirst(4)) : nil
  }

  /// What names are sorted by, as bytes: NFKD, case folded, without combining marks.
  public static func sort(_ name: String) -> String {
    if let plain = plainASCII(name) { return plain }
    let base = caseFolded(name.decomposedStringWithCompatibilityMapping)
      .decomposedStringWithCompatibilityMapping
    var scalars = String.UnicodeScalarView()
    scalars.append(contentsOf: base.unicodeScalars.filter { !isMark($0) })
    return String(scalars)
  }

  /// The tokens of a text: maximal runs of letters and digits after NFKD, case folding and removal
  /// of combining marks.
  public static func tokens(_ text: String) -> [String] {
    let letters = sort(text).unicodeScalars.split { !isWordScalar($0) }
    return letters.map { String($0) }
  }

  /// The tokens in order, each between blanks, so that a phrase is a substring of the text exactly
  /// where its tokens follow each other; empty without tokens.
  public static func phrase(_ text: String) -> String {
    let tokens = tokens(text)
    return tokens.isEmpty ? "" : " " + tokens.joined(separator: " ") + " "
  }

  /// Lower case with blanks collapsed, or nil where the name holds more than plain ASCII.
  private static func plainASCII(_ name: String) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(name.utf8.count)
    for byte in name.utf8 {
      switch byte {
      case 0x41...0x5A: bytes.append(byte + 0x20)
      case 0x20:
        if let last = bytes.last, last != 0x20 { bytes.append(byte) }
      case 0x21...0x5F, 0x61...0x7E: bytes.append(byte)
      default: return nil
      }
    }
    if bytes.last == 0x20 { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Full case folding by the mappings of the standard library: lower, upper and lower case again
  /// joins what folds together (ß and ss, ς and σ). The dotless ı, which folds to itself, is kept.
  private static func caseFolded(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "ı" || scalar.properties.generalCategory == .nonspacingMark {
        result.unicodeScalars.append(scalar)
      } else {
        for lower in scalar.properties.lowercaseMapping.unicodeScalars {
          for upper in lower.properties.uppercaseMapping.unicodeScalars {
            result += upper.properties.lowercaseMapping
          }
        }
      }
    }
    return result
  }

  private static func unified(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x2010...0x2015, 0x2212, 0xFE58, 0xFE63, 0xFF0D: "-"
    case 0x2018, 0x2019, 0x201B, 0x02BC, 0x0060: "'"
    default: scalar
    }
  }

  /// The acute accent that stands alone is an apostrophe; the compatibility mapping would make a
  /// blank and a combining mark of it.
  private static func spacingAccentsUnified(_ name: String) -> String {
    guard name.unicodeScalars.contains("\u{B4}") else { return name }
    var scalars = String.UnicodeScalarView()
    for scalar in name.unicodeScalars { scalars.append(scalar == "\u{B4}" ? "'" : scalar) }
    return String(scalars)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .spacingMark: true
    default: false
    }
  }

  private static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x80 {
      return (0x30...0x39).contains(scalar.value) || (0x61...0x7A).contains(scalar.value)
        || (0x41...0x5A).contains(scalar.value)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }
}
