import StanceDiagnostics
import Testing

@Suite struct SourceTextTests {
  /// A text, an offset into it and the place that a reader would name.
  struct Place: Sendable, CustomTestStringConvertible {
    var text: String
    var offset: Int
    var line: Int
    var column: Int

    var testDescription: String { "\(text.debugDescription) at \(offset)" }
  }

  @Test(
    arguments: [
      Place(text: "", offset: 0, line: 1, column: 1),
      Place(text: "abc", offset: 0, line: 1, column: 1),
      Place(text: "abc", offset: 3, line: 1, column: 4),
      Place(text: "a\nb", offset: 1, line: 1, column: 2),
      Place(text: "a\nb", offset: 2, line: 2, column: 1),
      Place(text: "a\r\nb", offset: 3, line: 2, column: 1),
      Place(text: "a\n\nb", offset: 2, line: 2, column: 1),
      Place(text: "a\n", offset: 2, line: 2, column: 1),
      Place(text: "é b", offset: 3, line: 1, column: 3),
      Place(text: "e\u{301} b", offset: 4, line: 1, column: 3),
      Place(text: "日本 b", offset: 7, line: 1, column: 4),
      Place(text: "👩‍👩‍👧 b", offset: 19, line: 1, column: 3),
      Place(text: "\u{FEFF}abc", offset: 3, line: 1, column: 1),
      Place(text: "\u{FEFF}abc", offset: 5, line: 1, column: 3),
      Place(text: "\u{FEFF}a\nb", offset: 5, line: 2, column: 1),
    ])
  func `a place is a line and a column of grapheme clusters`(place: Place) {
    let found = SourceText(name: "x", place.text).position(of: place.offset)
    #expect(found.line == place.line)
    #expect(found.column == place.column)
  }

  @Test(
    arguments: [
      ("ab", 1, 0, 2), ("ab\ncd", 1, 0, 2), ("ab\ncd", 3, 3, 5), ("ab\r\ncd", 0, 0, 2),
      ("ab\r\ncd\r\n", 5, 4, 6), ("\n\n", 1, 1, 1), ("\u{FEFF}ab", 4, 3, 5), ("", 0, 0, 0),
    ])
  func `the span of a line leaves out its end and a byte order mark`(
    text: String, offset: Int, start: Int, end: Int
  ) {
    let span = SourceText(name: "x", text).lineSpan(of: offset)
    #expect(span == SourceSpan(start, end))
  }

  @Test(arguments: [("abc", 2, 2), ("éa", 2, 1), ("😀é", 4, 1), ("😀é", 6, 2), ("", 0, 0)])
  func `a scalar offset counts scalars, not bytes`(text: String, offset: Int, scalars: Int) {
    #expect(SourceText(name: "x", text).scalarOffset(of: offset) == scalars)
  }

  @Test func `a position far down a long text is found`() {
    let text = SourceText(name: "x", String(repeating: "ab\n", count: 10_000))
    for line in [0, 1, 4_999, 9_999] {
      let found = text.position(of: line * 3 + 1)
      #expect(found.line == line + 1)
      #expect(found.column == 2)
    }
  }

  @Test func `invalid bytes are shown as replacement characters`() {
    let text = SourceText(name: "x", bytes: [0x61, 0xFF, 0x62])
    #expect(text.text(SourceSpan(0, 3)) == "a\u{FFFD}b")
  }

  @Test(arguments: [(0, 2, 4, 6, 0, 6), (4, 6, 0, 2, 0, 6), (0, 9, 2, 3, 0, 9), (1, 1, 1, 1, 1, 1)])
  func `a union covers both spans`(a: Int, b: Int, c: Int, d: Int, start: Int, end: Int) {
    #expect(SourceSpan(a, b).union(SourceSpan(c, d)) == SourceSpan(start, end))
  }

  @Test func `spans are ordered by start, then by end`() {
    let spans = [SourceSpan(2, 3), SourceSpan(0, 5), SourceSpan(0, 1)]
    #expect(spans.sorted() == [SourceSpan(0, 1), SourceSpan(0, 5), SourceSpan(2, 3)])
  }
}
