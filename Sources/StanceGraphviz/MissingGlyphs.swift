internal import CGraphviz

/// Letters of a text that this machine has no font for.
enum MissingGlyphs {
  /// The letters of a text that need another font than DejaVu Sans, each once.
  static func candidates(in text: [UInt8]) -> String {
    guard mayBeRare(text) else { return "" }
    var found: Set<Unicode.Scalar> = []
    for scalar in String(decoding: text, as: UTF8.self).unicodeScalars where isRare(scalar.value) {
      found.insert(scalar)
    }
    return String(String.UnicodeScalarView(found.sorted()))
  }

  /// Whether the text has a byte that no letter below U+0590 and no punctuation or symbol from
  /// U+2000 to U+27FF begins with.
  private static func mayBeRare(_ text: [UInt8]) -> Bool {
    var isSymbol = false
    for byte in text {
      if isSymbol, byte >= 0xA0 { return true }
      isSymbol = byte == 0xE2
      if byte >= 0xD6, !isSymbol { return true }
    }
    return false
  }

  /// A warning that names the first of them, or nil where all can be shown.
  static func warning(for text: [UInt8]) -> String? {
    let scalars = candidates(in: text).unicodeScalars.map(\.value)
    guard !scalars.isEmpty else { return nil }
    var marks = [UInt8](repeating: 0, count: scalars.count)
    let count = unsafe stance_mark_missing_glyphs(scalars, Int32(scalars.count), &marks)
    guard count > 0 else { return nil }
    let missing = zip(scalars, marks).filter { $0.1 != 0 }.compactMap { Unicode.Scalar($0.0) }
    let first = String(String.UnicodeScalarView(missing.prefix(8)))
    return "Warning: no installed font has \(first)\(missing.count > 8 ? "…" : ""); the picture "
      + "shows boxes there (Debian: fonts-noto-core, fonts-noto-cjk)\n"
  }

  /// Whether DejaVu Sans may lack the letter: it has Latin, Greek, Cyrillic, Armenian, Hebrew,
  /// Arabic, Georgian, punctuation and the usual symbols.
  private static func isRare(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0..<0x590, 0x5D0...0x5EA, 0x600...0x6FF, 0x10D0...0x10FC, 0x1E00...0x1FFF,
      0x2000...0x27FF, 0xFE00...0xFE0F, 0xFFFD:
      false
    default: true
    }
  }
}
