import StanceModel
import StanceReader
import Testing

/// When a stance was taken, told against the day of publication.
@Suite struct RelativeDateTests {
  private func dates(_ text: String, published: String) -> [String] {
    let article = Article(id: "1", date: PartialDate(published), text: text)
    return ArticleReader().read(article).statements.map { $0.date?.description ?? "none" }
  }

  /// 5 March 2026 is a Thursday.
  @Test(arguments: [
    ("Peru rejected the plan yesterday.", "2026-03-04"),
    ("Peru rejected the plan two weeks ago.", "2026-02-19"),
    ("Peru rejected the plan 10 days ago.", "2026-02-23"),
    ("Peru rejected the plan a week ago.", "2026-02-26"),
    ("Two days ago Peru rejected the plan.", "2026-03-03"),
    ("Peru rejected the plan last month.", "2026-02"),
    ("Last month, Peru rejected the plan.", "2026-02"),
    ("Peru rejected the plan three months ago.", "2025-12"),
    ("Peru rejected the plan last year.", "2025"),
    ("Peru rejected the plan two years ago.", "2024"),
    ("Peru rejected the plan last Tuesday.", "2026-03-03"),
    ("Peru rejected the plan on Thursday.", "2026-03-05"),
    ("Last Thursday, Peru rejected the plan.", "2026-02-26"),
    ("Peru rejected the talks last month.", "2026-03-05"),
    ("Peru rejected a plan that Chad shelved last year.", "2026-03-05"),
    ("Peru will reject the plan two weeks from now.", "2026-03-05"),
    ("Peru rejected the plan on Feb. 31.", "2026-03-05"),
  ])
  func `what was some time ago has its own day, month or year`(_ text: String, _ date: String) {
    #expect(dates(text, published: "2026-03-05").first == date)
  }

  @Test(arguments: [
    ("2026-01-01", "yesterday", "2025-12-31"), ("2024-03-01", "yesterday", "2024-02-29"),
    ("2026-01-15", "last month", "2025-12"), ("2026-12-31", "last month", "2026-11"),
    ("2026-01-15", "13 months ago", "2024-12"), ("0001-01-01", "last year", "0001-01-01"),
    ("2026", "yesterday", "2026"), ("2026", "last month", "2026"), ("2026", "last year", "2025"),
    ("2026-03", "last month", "2026-02"), ("2026-03", "two days ago", "2026-03"),
  ])
  func `ends of months and years are crossed, and no day is made up`(
    _ published: String, _ words: String, _ date: String
  ) {
    #expect(dates("Peru rejected the plan \(words).", published: published) == [date])
  }
}
