import StanceModel
import StanceTestSupport
import Testing

@Suite struct PartialDateTests {
  @Test(
    arguments: [
      ("2025", 20_250_101, 20_251_231), ("2025-05", 20_250_501, 20_250_531),
      ("2025-05-11", 20_250_511, 20_250_511), ("2024-02", 20_240_201, 20_240_229),
      ("2023-02", 20_230_201, 20_230_228), ("1900-02", 19_000_201, 19_000_228),
      ("2000-02", 20_000_201, 20_000_229), ("2025-04", 20_250_401, 20_250_430),
      ("2025-12", 20_251_201, 20_251_231), ("0001", 10_101, 11_231),
      ("9999", 99_990_101, 99_991_231),
      ("2024-02-29", 20_240_229, 20_240_229), ("0001-01-01", 10_101, 10_101),
    ])
  func `a date is the interval of its days`(text: String, first: Int, last: Int) throws {
    let date = try #require(PartialDate(text))
    #expect(date.first == first)
    #expect(date.last == last)
    #expect(date.description == text)
  }

  @Test(
    arguments: [
      "", "2025-", "2025-5", "2025-05-", "2025-5-1", "2025-05-1", "202-05", "20255", "0000",
      "0000-01",
      "2025-00", "2025-13", "2025-01-00", "2025-01-32", "2025-04-31", "2025-02-29", "1900-02-29",
      "2100-02-29", "2025-05-11-01", "2025/05/11", "2025-05-11 ", " 2025", "+025", "-025",
      "2025-0a",
      "２０２５", "20٢5", "2025--1",
    ])
  func `what is no date is refused`(text: String) {
    #expect(PartialDate(text) == nil)
  }

  @Test(arguments: [2000, 2004, 2024, 2400], [1, 29])
  func `a leap year has a 29 February`(year: Int, day: Int) {
    #expect(PartialDate(year: year, month: 2, day: day) != nil)
  }

  @Test(arguments: [1900, 2023, 2100, 2200, 2300])
  func `another year has none`(year: Int) {
    #expect(PartialDate(year: year, month: 2, day: 28) != nil)
    #expect(PartialDate(year: year, month: 2, day: 29) == nil)
  }

  @Test(
    arguments: [(0, nil, nil), (10_000, nil, nil), (-1, 1, 1), (2025, 0, nil), (2025, 1, 0)]
      as [(Int, Int?, Int?)])
  func `numbers that name no date are refused`(year: Int, month: Int?, day: Int?) {
    #expect(PartialDate(year: year, month: month, day: day) == nil)
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `every date reads back as itself`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let month = Bool.random(using: &random) ? Int.random(in: 1...12, using: &random) : nil
      let day =
        month != nil && Bool.random(using: &random) ? Int.random(in: 1...28, using: &random) : nil
      let date = PartialDate(year: Int.random(in: 1...9999, using: &random), month: month, day: day)
      #expect(date.flatMap { PartialDate($0.description) } == date)
    }
  }
}
