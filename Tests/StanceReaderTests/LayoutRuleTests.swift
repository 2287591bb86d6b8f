import StanceModel
import Testing

@testable import StanceReader

/// What of a page is text.
@Suite struct LayoutRuleTests {
  private func blocks(_ text: String) -> [String] {
    Layout(scalars: Array(text.unicodeScalars)).blocks().map { text.slice($0.span) }
  }

  @Test(arguments: [
    ("LIMA (AP) — Peru agreed.", "Peru agreed."),
    ("LIMA, Peru (AP) — Peru agreed.", "Peru agreed."),
    ("LIMA, 3 May 2025 – Peru agreed.", "Peru agreed."),
    ("LIMA -- Peru agreed.", "Peru agreed."),
    ("SAO PAULO, June 2 - Brazil agreed.", "Brazil agreed."),
    ("PORT-AU-PRINCE — Haiti agreed.", "Haiti agreed."),
    ("NATO backs the plan — for now.", "NATO backs the plan — for now."),
    ("A plan — at last — was agreed.", "A plan — at last — was agreed."),
    ("Peru — of all states — agreed.", "Peru — of all states — agreed."),
  ])
  func `a dateline is left out, a dash in a sentence is not one`(_ text: String, _ block: String) {
    #expect(blocks(text) == [block])
  }

  @Test(arguments: [
    ("LIMA, May 3, 2025 — Peru agreed.", "2025-05-03"),
    ("LIMA, 3 May 2025 — Peru agreed.", "2025-05-03"),
    ("Peru agrees\n\nLIMA, Dec. 31, 2024 (AP) — Peru agreed.", "2024-12-31"),
    ("date 2025-01-07 Peru agreed.", "2025-01-07"),
  ])
  func `a dateline in full dates its article`(_ text: String, _ day: String) {
    #expect(ArticleReader.day(of: text) == PartialDate(day))
  }

  @Test(arguments: [
    "LIMA, May 3 — Peru agreed.", "LIMA — Peru agreed.", "Peru agreed on May 3, 2025.",
    "LIMA, May 3, 25 — Peru agreed.", "",
  ])
  func `a dateline without a year does not`(_ text: String) {
    #expect(ArticleReader.day(of: text) == nil)
  }

  @Test(arguments: [
    "By Ana Paz", "BY ANA PAZ", "Published May 3, 2025", "Updated 10:14 GMT", "Photo: Ana Paz",
  ])
  func `bylines and captions are no text`(_ line: String) {
    #expect(blocks(line + "\n\nPeru agreed.") == ["Peru agreed."])
  }

  @Test(arguments: ["By noon, Peru had backed the plan.", "Published plans were rejected by Peru."])
  func `a sentence that begins like a byline is text`(_ line: String) {
    #expect(blocks(line) == [line])
  }

  @Test(arguments: [
    ("Peru backs plan", true), ("Peru backs plan.", false), ("Will Peru back the plan?", false),
    ("Peru backs plan, Chad says", true), ("“We agree,” says Paz", true),
    (String(repeating: "word ", count: 50), false),
  ])
  func `a headline is short and ends without a mark`(_ text: String, _ isHeadline: Bool) {
    let found = Layout(scalars: Array(text.unicodeScalars)).blocks()
    #expect(found.map(\.isHeadline) == [isHeadline])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{2028}", "\u{2029}"])
  func `each kind of line end parts lines`(_ end: String) {
    #expect(blocks("Peru agreed.\(end)\(end)Chad left.") == ["Peru agreed.", "Chad left."])
  }

  @Test func `blanks around lines are no text`() {
    #expect(
      blocks("  \u{A0}Peru agreed. \t\n \n\u{3000}Chad left.\u{200B}\n")
        == ["Peru agreed.", "Chad left."])
  }

  @Test func `a sentence over a wrapped line tells one stance`() {
    let text = """
      The council of the old harbour town has
      rejected the plan of the mayor to drain
      the marsh and to build a bridge over it
      in spring, but it backs the tunnel that
      was proposed by the guild of the ferry.
      """
    let found = Reading.of(text).statements.map { "\($0.holder) \($0.relation)" }
    #expect(found.prefix(1) == ["council of the old harbour town rejects"])
  }
}
