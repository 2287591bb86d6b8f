/// The widths of letters in DejaVu Sans, the font of every picture, without a font library.
///
/// Latin, Greek and Cyrillic are exact; other letters have the width of their script, on the wide
/// side, so that what is placed by these numbers fits.
enum TextMetrics {
  static let fontName = "DejaVu Sans"

  /// The width of a line, in points. Bold letters are a tenth wider.
  static func width(_ text: String, size: Double, isBold: Bool = false) -> Double {
    let units = text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
    return Double(units) * size / 1000 * (isBold ? 1.12 : 1)
  }

  /// The advance of a letter in thousandths of the size.
  static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20...0x7E: ascii[Int(scalar.value) - 0x20]
    case lettersRange: Int(letters[Int(scalar.value - lettersRange.lowerBound)])
    case 0x2013: 500
    case 0x2018, 0x2019: 318
    case 0x201C, 0x201D: 518
    case 0x2014, 0x2026: 1000
    case 0x1100...0x11FF, 0x2E80...0xA4CF, 0xAC00...0xD7FF, 0xF900...0xFAFF, 0xFF00...0xFF60,
      0x1F000...0x1FAFF, 0x20000...0x3FFFF:
      1000
    default: widthByCategory(of: scalar)
    }
  }

  private static func widthByCategory(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: 0
    case .uppercaseLetter, .titlecaseLetter: 790
    case .lowercaseLetter: 690
    case .spaceSeparator: 318
    default: 680
    }
  }

  private static let ascii = [
    318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361, 318, 337, 636, 636, 636,
    636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
    575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635, 611, 732, 684, 989, 685,
    611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352, 635, 634, 278, 278, 579,
    278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592, 525, 636, 337, 636, 838,
  ]
}
