import Testing

@testable import StanceDiagram

/// The advances of DejaVu Sans 2.37 in thousandths of the size, read from its table `hmtx`.
struct TextMetricsTests {
  @Test(arguments: [
    (" ", 318), ("0", 636), ("9", 636), ("A", 684), ("W", 989), ("i", 278), ("m", 974), ("~", 838),
    ("@", 1000), ("ß", 630), ("Æ", 975), ("æ", 982), ("ł", 285), ("Œ", 1070), ("ț", 393),
    ("α", 660), ("Σ", 632), ("ω", 838), ("І", 295), ("ї", 278), ("Щ", 1094), ("я", 602),
    ("’", 318), ("“", 518), ("—", 1000), ("…", 1000),
  ])
  func `a letter of Europe is as wide as in the font`(letter: String, thousandths: Int) {
    #expect(abs(TextMetrics.width(letter, size: 1000) - Double(thousandths)) <= 1)
  }

  @Test(arguments: [
    "\u{301}", "\u{308}", "\u{200D}", "\u{200C}", "\u{FE0F}", "\u{94D}", "\u{64B}", "\u{E0101}",
  ])
  func `what has no width of its own adds none`(mark: String) {
    #expect(TextMetrics.width("a" + mark, size: 10) == TextMetrics.width("a", size: 10))
  }

  @Test(arguments: ["中", "あ", "ア", "한", "Ａ", "🇺", "😀", "𠀀"])
  func `a letter as wide as high counts as such`(letter: String) {
    #expect(TextMetrics.width(letter, size: 10) == 10)
  }

  @Test(arguments: 0..<50)
  func `a text is as wide as its parts, and grows with its size`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    func part() -> String {
      String((0..<9).map { _ in "aWi é中Жё\u{301}🇺🇦".randomElement(using: &random) ?? "a" })
    }
    let (one, other) = (part(), part())
    let sum = TextMetrics.width(one, size: 11) + TextMetrics.width(other, size: 11)
    #expect(abs(TextMetrics.width(one + other, size: 11) - sum) < 1e-9, "seed \(seed)")
    let double = TextMetrics.width(one, size: 22)
    #expect(abs(double - 2 * TextMetrics.width(one, size: 11)) < 1e-9, "seed \(seed)")
    #expect(TextMetrics.width(one, size: 11, isBold: true) > TextMetrics.width(one, size: 11))
  }

  @Test func `every letter has a width between none and one and a half times the size`() {
    let widths = (0..<0x3000).compactMap(Unicode.Scalar.init).map { TextMetrics.width(of: $0) }
    #expect(widths.allSatisfy { (0...1500).contains($0) })
  }
}
