import StanceModel
import Testing

@testable import StanceDiagram

/// Days along a line, and where the line has its dates.
struct TimeAxisTests {
  /// Spans from a day to 300 years from different days on.
  private static let spans = [
    0, 1, 2, 6, 20, 53, 60, 74, 90, 200, 268, 366, 800, 3000, 10_000, 36_525, 109_575,
  ]
  private static let starts = [
    (1700, 1, 1), (1999, 12, 31), (2024, 2, 29), (2025, 5, 11), (2025, 6, 3),
  ]

  private func axis(_ start: (Int, Int, Int), days: Int, width: Double = 440) throws -> TimeAxis {
    let first = TimeAxis.number(year: start.0, month: start.1, day: start.2)
    let dates = try [first, first + days].map { number in
      let (year, month, day) = TimeAxis.civil(number)
      return try #require(PartialDate(year: year, month: month, day: day))
    }
    return TimeAxis(dates: dates, width: width)
  }

  @Test(arguments: spans, starts)
  func `ticks ascend within the axis and are few`(days: Int, start: (Int, Int, Int)) throws {
    let ticks = try axis(start, days: days).ticks()
    #expect((1...11).contains(ticks.count))
    #expect(ticks.allSatisfy { (0...440).contains($0.place) })
    #expect(zip(ticks, ticks.dropFirst()).allSatisfy { $0.place < $1.place })
  }

  @Test(arguments: spans, starts)
  func `a tick stands at the first day of the date that it names`(
    days: Int, start: (Int, Int, Int)
  ) throws {
    let axis = try axis(start, days: days)
    for tick in axis.ticks() {
      let date = try #require(PartialDate(tick.label), "\(tick.label)")
      #expect(abs(axis.place(of: date.first) - tick.place) < 1e-9)
    }
  }

  @Test(arguments: spans, starts)
  func `labels lie on the axis and not on each other`(days: Int, start: (Int, Int, Int)) throws {
    let labels = try axis(start, days: days).labelledTicks(size: 8.5)
    let ends = labels.compactMap { label in
      label.labelPlace.map { place -> ClosedRange<Double> in
        let half = TextMetrics.width(label.label, size: 8.5) / 2
        return (place - half)...(place + half)
      }
    }
    #expect(!ends.isEmpty)
    #expect(ends.allSatisfy { $0.lowerBound > -1e-9 && $0.upperBound < 440 + 1e-9 })
    #expect(zip(ends, ends.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
  }

  @Test(arguments: spans, starts)
  func `later days lie farther right, with room at both ends`(
    days: Int, start: (Int, Int, Int)
  ) throws {
    let axis = try axis(start, days: days)
    let first = TimeAxis.number(year: start.0, month: start.1, day: start.2)
    let places = stride(from: first, through: first + days, by: max(1, days / 50)).map { number in
      let (year, month, day) = TimeAxis.civil(number)
      return axis.place(of: year * 10_000 + month * 100 + day)
    }
    #expect(places.allSatisfy { $0 > 0 && $0 < 440 })
    #expect(zip(places, places.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test(arguments: [
    (["2025-05-11"], ["2025-05-11", "2025-05-12"]),
    (
      ["2025-05-01", "2025-05-05"],
      ["2025-05-01", "2025-05-02", "2025-05-03", "2025-05-04", "2025-05-05", "2025-05-06"]
    ),
    (["2025"], ["2025-01", "2025-03", "2025-05", "2025-07", "2025-09", "2025-11", "2026-01"]),
    (["2025-03", "2025-06"], ["2025-03", "2025-04", "2025-05", "2025-06", "2025-07"]),
    (["2021", "2025"], ["2021", "2022", "2023", "2024", "2025", "2026"]),
    (["1725", "2024"], ["1750", "1800", "1850", "1900", "1950", "2000"]),
    (["0900", "1000"], ["0900", "0920", "0940", "0960", "0980", "1000"]),
  ])
  func `an axis has the dates that a reader expects`(dates: [String], ticks: [String]) {
    let axis = TimeAxis(dates: dates.compactMap { PartialDate($0) }, width: 440)
    #expect(axis.ticks().map(\.label) == ticks)
  }

  @Test func `an axis of no dates is drawn`() {
    #expect(!TimeAxis(dates: [], width: 440).ticks().isEmpty)
  }

  @Test(arguments: 0..<100)
  func `days and numbers are the same calendar`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let number = Int.random(in: -719_162...2_932_896, using: &random)
    let (one, next) = (TimeAxis.civil(number), TimeAxis.civil(number + 1))
    #expect(TimeAxis.number(year: one.year, month: one.month, day: one.day) == number)
    let date = PartialDate(year: one.year, month: one.month, day: one.day)
    #expect(date != nil, "seed \(seed)")
    let isNextDay = next.day == one.day + 1 && next.month == one.month
    let length = PartialDate(year: one.year, month: one.month)?.last
    #expect(isNextDay || (next.day == 1 && date?.first == length), "seed \(seed)")
  }
}
