import Testing

@testable import StanceReader

@Suite struct LayoutTests {
  private func blocks(_ text: String) -> [String] {
    Layout(scalars: Array(text.unicodeScalars)).blocks().map { text.slice($0.span) }
  }

  @Test(arguments: [
    ("NAIROBI, Nov. 12 — Kenya agreed.", "Kenya agreed."),
    ("MUSCAT — Oman agreed.", "Oman agreed."),
    ("LAKEWOOD, March 2 (County News) - Two firms agreed.", "Two firms agreed."),
    (" date 2025-05-11 \"We agree,\" she said.", "\"We agree,\" she said."),
    ("The U.S.-led talks — long delayed — began.", "The U.S.-led talks — long delayed — began."),
    ("UEFA declined to comment.", "UEFA declined to comment."),
  ])
  func `datelines and metadata are left out`(_ text: String, _ block: String) {
    #expect(blocks(text) == [block])
  }

  @Test func `blank lines part paragraphs, and lines of their own do too`() {
    #expect(blocks("One.\n\nTwo.\nThree.\r\n\r\nFour.") == ["One.", "Two.", "Three.", "Four."])
  }

  @Test func `a line that goes on in lower case is joined`() {
    #expect(blocks("The council met\nand voted.") == ["The council met\nand voted."])
  }

  @Test func `lines wrapped to one width are joined`() {
    let text = """
      The council of the town met on Monday to
      Discuss the harbour, the road to Aalen
      Bridge and the plan of the Greens. Nobody
      Spoke.
      """
    #expect(blocks(text).count == 1)
  }

  @Test func `a short line without a full stop is a headline`() {
    let text = "Vietnam urges restraint\n\nHANOI — The ministry met."
    let found = Layout(scalars: Array(text.unicodeScalars)).blocks()
    #expect(found.map(\.isHeadline) == [true, false])
  }

  @Test func `bylines are no text`() {
    #expect(blocks("By Jane Doe\n\nThe council met.") == ["The council met."])
  }

  @Test func `a block of any length is cut at a blank`() {
    let found = Layout(scalars: Array(String(repeating: "word ", count: 20_000).unicodeScalars))
      .blocks()
    #expect(found.count == 6)
    #expect(found.allSatisfy { $0.span.length <= Layout.blockLimit })
  }
}
