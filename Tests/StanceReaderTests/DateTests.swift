import StanceModel
import StanceReader
import Testing

@testable import StanceReader

@Suite struct DateTests {
  private func dates(_ text: String, published: String = "2026-03-05") -> [String] {
    let article = Article(id: "1", date: PartialDate(published), text: text)
    return ArticleReader().read(article).statements.map { $0.date?.description ?? "none" }
  }

  @Test(arguments: [
    ("Peru on Monday rejected the plan.", "2026-03-02"),
    ("Peru rejected on Monday the plan.", "2026-03-02"),
    ("The Senate voted on Thursday against the plan.", "2026-03-05"),
    ("The Senate voted on Friday against the plan.", "2026-02-27"),
    ("The Senate voted on Feb. 12 against the plan.", "2026-02-12"),
    ("The Senate voted on December 1 against the plan.", "2025-12-01"),
    ("Peru will host a summit on Monday.", "2026-03-05"),
    ("Peru rejected the plan.", "2026-03-05"),
  ])
  func `a past act has the day next to its verb, else that of publication`(
    _ text: String, _ date: String
  ) {
    #expect(dates(text) == [date])
  }

  @Test func `without a day of publication no date is made up`() {
    let article = Article(id: "1", text: "Peru on Monday rejected the plan.")
    #expect(ArticleReader().read(article).statements.map(\.date) == [nil])
  }

  @Test(arguments: [19_700_101, 20_000_229, 20_240_229, 20_260_302, 19_991_231])
  func `a day's number gives the day back`(_ day: Int) {
    #expect(DayNumber.date(DayNumber.of(day))?.first == day)
  }

  @Test func `days are counted from 1970`() {
    #expect(DayNumber.of(19_700_101) == 0)
    #expect(DayNumber.of(20_000_301) == 11_017)
  }
}
