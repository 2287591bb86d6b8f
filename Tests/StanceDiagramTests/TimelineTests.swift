import StanceModel
import Testing

@testable import StanceDiagram

/// Stances over time: a row for each actor and proposal, marks at dates, rings at turns.
struct TimelineTests {
  private func stances(_ said: [(String, String)], isConditional: Bool = false) -> [DrawnStance] {
    said.map {
      DrawnStance(
        actor: "Russia", proposal: "ceasefire", relation: $0.1, date: PartialDate($0.0),
        isConditional: isConditional)
    }
  }

  private func classes(_ timeline: Timeline) -> [String] {
    timeline.sheet().canvas.marks.compactMap(\.className).filter { $0.hasPrefix("relation-") }
  }

  @Test(arguments: [
    (["supports"], []), (["supports", "supports"], []), (["supports", "rejects"], [1]),
    (["supports", "rejects", "supports"], [1, 2]), (["rejects", "rejects", "supports"], [2]),
    (["proposes", "supports"], [1]),
  ])
  func `a turn is where an actor says another thing than before`(relations: [String], turns: [Int])
  {
    let said = relations.enumerated().map { ("2025-05-0\($0.offset + 1)", $0.element) }
    let marks = classes(Timeline(stances: stances(said)))
    let expected = relations.enumerated().map {
      "relation-\($0.element)" + (turns.contains($0.offset) ? " turn" : "")
    }
    #expect(marks == expected)
    let legend = Timeline(stances: stances(said), caption: Caption(hasLegend: true)).sheet().svg()
    #expect(legend.contains("turn: another stance than before") == !turns.isEmpty)
  }

  @Test func `another actor or another proposal is no turn`() {
    var said = stances([("2025", "supports"), ("2026", "rejects"), ("2027", "supports")])
    said[1].actor = "Ukraine"
    said[2].proposal = "talks"
    #expect(!classes(Timeline(stances: said)).contains { $0.hasSuffix("turn") })
  }

  @Test func `marks stand in the order of their dates, each where it can be seen`() {
    let said = ["2025-05-11", "2025-03-01", "2025-05-11", "2025-05-12", "2025-04"].map {
      ($0, "supports")
    }
    let canvas = Timeline(stances: stances(said)).sheet().canvas
    let centers = canvas.marks.flatMap(\.shapes).compactMap { shape -> Point? in
      guard case .disc(let center, _, _, _) = shape else { return nil }
      return center
    }
    #expect(centers.count == 5 && centers.map(\.x) == centers.map(\.x).sorted())
    for (index, center) in centers.enumerated() {
      #expect(
        centers.dropFirst(index + 1).allSatisfy {
          abs($0.x - center.x) >= 9 || abs($0.y - center.y) >= 9
        })
    }
  }

  @Test(arguments: [("2025-05-11", 0), ("2025-05", 1), ("2025", 1)])
  func `a month or a year is a bar behind its mark`(date: String, bars: Int) {
    let timeline = Timeline(
      stances: stances([(date, "supports")]), caption: Caption(hasLegend: true))
    let canvas = timeline.sheet().canvas
    #expect(canvas.marks.count { $0.className == "interval" } == bars)
    #expect(timeline.sheet().svg().contains("some day of a month or year") == (bars > 0))
  }

  @Test(arguments: [false, true])
  func `a mark with a condition is hollow and explained`(isConditional: Bool) {
    let timeline = Timeline(
      stances: stances([("2025", "supports")], isConditional: isConditional),
      caption: Caption(hasLegend: true))
    #expect(timeline.sheet().svg().contains("with a condition") == isConditional)
    let fills = timeline.sheet().canvas.marks.filter { $0.className == "relation-supports" }
      .flatMap(\.shapes).map { shape -> Color? in
        guard case .disc(_, _, let fill, _) = shape else { return nil }
        return fill
      }
    #expect(
      fills == [isConditional ? Theme.light.ground : Theme.light.style(builtIn: "supports")?.color])
  }

  @Test(arguments: [(1, 1), (3, 1), (61, 60)])
  func `those who cannot see it are told how much is drawn`(actors: Int, rows: Int) {
    let stances = (0..<actors).map {
      DrawnStance(
        actor: actors == 61 ? "Actor \($0)" : "Actor", proposal: "plan", relation: "supports",
        date: PartialDate("2025"))
    }
    let count = min(actors, 60)
    let text =
      "A timeline of \(count) statement\(count == 1 ? "" : "s") in \(rows) row\(rows == 1 ? "" : "s")."
    #expect(Timeline(stances: stances).sheet().description.first == text)
  }

  @Test(arguments: 0..<30)
  func `nothing lies outside of the page`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let dates = ["2025-05-11", "2025-05-12", "2025", "2025-03", nil, "2024-12-31"]
    let stances = (0..<40).map { _ in
      DrawnStance(
        actor: "Actor \(random.below(3)) of the council", proposal: "Plan \(random.below(3))",
        relation: ["supports", "rejects", "vetoes"][random.below(3)],
        date: dates[random.below(6)].flatMap { PartialDate($0) },
        isConditional: random.below(2) == 0)
    }
    let caption = Caption(title: "Title", source: "AP", hasLegend: true)
    let canvas = Timeline(stances: stances, caption: caption).sheet().canvas
    #expect(canvas.outside.isEmpty, "seed \(seed)")
    let writing = canvas.writing
    for (index, one) in writing.enumerated() {
      for other in writing[..<index] {
        #expect(!one.box.overlaps(other.box), "seed \(seed): \(one.text) and \(other.text)")
      }
    }
  }
}
