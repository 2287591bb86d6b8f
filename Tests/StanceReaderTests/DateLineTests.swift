import StanceModel
import StanceReader
import Testing

@Suite struct DateLineTests {
  @Test(arguments: [
    ("KYIV, May 11, 2025 — Norway agreed.", "2025-05-11"),
    ("KYIV, 11 May 2025 (Gazette) - Norway agreed.", "2025-05-11"),
    ("A headline\n\nOSLO, Sept. 3, 2024 – Norway agreed.", "2024-09-03"),
    (" date 2025-05-11 Norway agreed.", "2025-05-11"),
  ])
  func `a dateline tells the day of publication`(_ text: String, _ day: String) {
    #expect(ArticleReader.day(of: text) == PartialDate(day))
  }

  @Test(arguments: ["KYIV, May 11 — Norway agreed.", "Norway agreed on May 11, 2025.", "", "—"])
  func `a text without a full date in its dateline tells none`(_ text: String) {
    #expect(ArticleReader.day(of: text) == nil)
  }

  @Test(arguments: [
    ("Norway rejected the pipeline on Monday.", "2026-03-02"),
    ("On Monday Norway rejected the pipeline.", "2026-03-02"),
    ("Norway on Tuesday night rejected the pipeline.", "2026-03-03"),
    ("Norway rejected talks on Monday.", "2026-03-04"),
    ("Norway rejects the pipeline.", "2026-03-04"),
  ])
  func `a stance has the day next to its verb or behind a short object`(
    _ text: String, _ day: String
  ) {
    let article = Article(id: "a", date: PartialDate("2026-03-04"), text: text)
    #expect(ArticleReader().read(article).statements.map(\.date) == [PartialDate(day)])
  }
}
