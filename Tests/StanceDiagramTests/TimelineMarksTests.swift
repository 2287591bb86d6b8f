import StanceModel
import Testing

@testable import StanceDiagram

/// Where statements stand on a timeline, and what counts as a turn.
struct TimelineMarksTests {
  private func stance(_ relation: String, _ date: String) -> DrawnStance {
    DrawnStance(actor: "Ann", proposal: "plan", relation: relation, date: PartialDate(date))
  }

  private func marks(_ stances: [(String, String)], width: Double = 440) -> TimelineMarks {
    let stances = stances.map { stance($0.0, $0.1) }.sorted(by: DrawnStance.isBefore)
    let axis = TimeAxis(dates: stances.compactMap(\.date), width: width)
    return TimelineMarks(stances, axis: axis)
  }

  @Test(arguments: 0..<20)
  func `each mark stands at its date, and none hides another`(seed: UInt64) {
    var generator = SplitMix64(state: seed)
    let stances = (0..<12).map { _ -> (String, String) in
      let day = Int.random(in: 1...28, using: &generator)
      let month = Int.random(in: 1...12, using: &generator)
      let relation = ["supports", "rejects"].randomElement(using: &generator) ?? "supports"
      return (relation, "20\(10 + day % 3)-\(month < 10 ? "0" : "")\(month)-\(day + 10)")
    }.filter { PartialDate($0.1) != nil }
    let dates = stances.compactMap { PartialDate($0.1) }
    let axis = TimeAxis(dates: dates, width: 440)
    let marks = marks(stances)
    for mark in marks.dated {
      let places = mark.stances.compactMap(\.date).map(axis.middle)
      #expect(places.allSatisfy { abs($0 - mark.place) <= 10 }, "seed \(seed)")
      if mark.stances.count == 1 { #expect(places == [mark.place], "seed \(seed)") }
    }
    for (index, mark) in marks.dated.enumerated() {
      for other in marks.dated.dropFirst(index + 1) where other.lane == mark.lane {
        #expect(abs(other.place - mark.place) >= 11, "seed \(seed)")
      }
    }
    #expect(marks.dated.map(\.stances.count).reduce(0, +) == stances.count)
  }

  @Test(arguments: [
    // A later stance that is another one turns, the same does not.
    (["rejects 2020-01-10", "supports 2021-02-03"], ["supports 2021-02-03"]),
    (["rejects 2020-01-10", "rejects 2021-02-03"], []),
    // A year that has the other date in it is neither before nor after it.
    (["supports 2020-01-10", "rejects 2020"], []),
    (["supports 2020-01", "rejects 2020-01-31"], []),
    // One that ends before is before.
    (["supports 2019", "rejects 2020-01-10"], ["rejects 2020-01-10"]),
    (["supports 2019", "rejects 2020"], ["rejects 2020"]),
    // What was said on the same day is all held; only what is new turns.
    (["supports 2020-01-10", "rejects 2020-01-10", "rejects 2020-02-01"], []),
    (
      ["supports 2020-01-10", "rejects 2020-02-01", "supports 2020-02-01"],
      ["rejects 2020-02-01"]
    ),
    // Without a date there is no before.
    (["supports 2020-01-10", "rejects "], []),
  ])
  func `a turn is another stance at a date that is certainly later`(
    statements: [String], turns: [String]
  ) {
    let parts = statements.map { $0.split(separator: " ", omittingEmptySubsequences: false) }
    let drawn = marks(parts.map { (String($0[0]), String($0[1])) })
    let turned = (drawn.dated + drawn.undated).filter(\.isTurn).flatMap(\.stances).map {
      "\($0.relation) \($0.date?.description ?? "")"
    }
    #expect(turned == turns)
  }

  @Test func `many statements of one day are one mark for each relation with their number`() {
    let drawn = marks((0..<30).map { ($0 % 3 == 0 ? "rejects" : "supports", "2020-01-10") })
    #expect(drawn.dated.map { $0.count ?? "" }.sorted() == ["×10", "×20"])
    #expect(drawn.lanes == 2)
  }

  @Test func `a few statements of one day stand above each other`() {
    let drawn = marks((0..<4).map { _ in ("supports", "2020-01-10") })
    #expect(drawn.dated.map(\.lane) == [0, 1, 2, 3])
    #expect(drawn.dated.allSatisfy { $0.count == nil })
  }

  @Test(arguments: [(8, 8), (9, 1)])
  func `statements without a date stand beside each other, many as one`(
    statements: Int, expected: Int
  ) {
    let drawn = marks((0..<statements).map { _ in ("rejects", "") })
    #expect(drawn.undated.count == expected)
    let places = drawn.undated.map(\.place)
    #expect(zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= 11 })
  }

  @Test func `an axis has no ticks where no statement has a date`() {
    let svg = Timeline(stances: [stance("rejects", "")]).sheet().svg()
    #expect(!svg.contains("class=\"tick\""))
  }

  @Test func `years before 1000 have four digits`() {
    let svg = Timeline(stances: [stance("rejects", "0001-01-01")]).sheet().svg()
    #expect(svg.contains(">0001-01-01</text>"))
  }
}
