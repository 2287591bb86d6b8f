import Testing

@testable import StanceDiagram

/// Actors × proposals, so ordered that those who say the same stand together.
struct MatrixTests {
  private func grid(_ stances: [DrawnStance]) -> Matrix.Grid {
    Matrix.grid(stances, order: ["proposes", "supports", "rejects", "hosts"])
  }

  private func stance(
    _ actor: String, _ proposal: String, _ relation: String = "supports",
    isConditional: Bool = false
  ) -> DrawnStance {
    DrawnStance(
      actor: actor, proposal: proposal, relation: relation, date: nil, isConditional: isConditional)
  }

  /// Camps of these sizes, each of which speaks of proposals of its own, under names that mix them.
  private func camps(_ sizes: [Int], relation: String = "supports") -> [DrawnStance] {
    sizes.enumerated().flatMap { camp, size in
      (0..<size).flatMap { actor in
        (0..<size).map {
          stance("\(actor) of camp \(camp)", "\($0) of camp \(camp)", relation)
        }
      }
    }
  }

  @Test(arguments: [
    [1], [2, 2], [3, 2], [5, 4, 3], [2, 2, 2, 2], [1, 1, 1, 1, 1], [4, 1, 4, 1], [6, 6, 6],
  ])
  func `camps that speak of nothing in common stand one after the other`(sizes: [Int]) {
    let grid = grid(camps(sizes))
    for names in [grid.actors, grid.proposals] {
      let camps = names.map { $0.suffix(6) }
      #expect(zip(camps, camps.dropFirst()).count { $0 != $1 } == sizes.count - 1, "\(names)")
    }
    #expect(grid.actors.map { $0.suffix(6) } == grid.proposals.map { $0.suffix(6) })
  }

  @Test func `those who have something in common through others are one camp`() {
    let said = [("a", "1"), ("b", "9"), ("c", "2"), ("d", "1"), ("d", "2"), ("e", "9")]
    let actors = grid(said.map { stance($0.0, $0.1) }).actors
    #expect(Set(actors.prefix(3)) == ["a", "c", "d"] && Set(actors.suffix(2)) == ["b", "e"])
  }

  @Test func `the largest camp stands first`() {
    let grid = grid(camps([2, 4, 3]))
    #expect(grid.actors.map { $0.suffix(1) } == ["1", "1", "1", "1", "2", "2", "2", "0", "0"])
  }

  @Test(arguments: 0..<50)
  func `two camps that oppose each other stand at opposite ends`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let ours = Set((0..<9).filter { _ in random.below(2) == 0 })
    let stances = (0..<9).flatMap { actor in
      (0..<5).map {
        stance(
          "actor \(actor)", "plan \($0)", ours.contains(actor) == ($0 < 2) ? "supports" : "rejects")
      }
    }
    let grid = grid(stances)
    for names in [
      grid.actors.map { ours.contains(Int($0.suffix(1)) ?? 0) },
      grid.proposals.map { (Int($0.suffix(1)) ?? 0) < 2 },
    ] {
      #expect(zip(names, names.dropFirst()).count { $0 != $1 } <= 1, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<50)
  func `an order has every row and every column once`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let (rows, columns) = (random.below(9), random.below(9))
    let matrix = (0..<rows).map { _ in
      (0..<columns).map { _ in [0, 0, 0, 1, -1, 0.25][random.below(6)] }
    }
    let order = Seriation.order(matrix)
    #expect(order.rows.sorted() == Array(0..<rows), "seed \(seed)")
    #expect(order.columns.sorted() == Array(0..<(rows == 0 ? 0 : columns)), "seed \(seed)")
  }

  @Test(arguments: 0..<50)
  func `the order of the statements does not matter`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let relations = ["supports", "rejects", "proposes", "hosts"]
    let stances = (0..<30).map { _ in
      stance("a\(random.below(7))", "p\(random.below(6))", relations[random.below(4)])
    }
    let (one, other) = (grid(stances), grid(stances.shuffled(using: &random)))
    #expect(one.actors == other.actors && one.proposals == other.proposals, "seed \(seed)")
  }

  @Test(arguments: 0..<50)
  func `a cell holds what its actor says of its proposal, all of it`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let relations = ["supports", "rejects", "proposes", "hosts"]
    let stances = (0..<30).map { _ in
      stance("a\(random.below(4))", "p\(random.below(4))", relations[random.below(4)])
    }
    let grid = grid(stances)
    for (row, actor) in grid.actors.enumerated() {
      for (column, proposal) in grid.proposals.enumerated() {
        let expected = stances.filter { $0.actor == actor && $0.proposal == proposal }
        let cell = grid.cells[row][column]
        #expect(cell.map(\.stances.count).reduce(0, +) == expected.count, "seed \(seed)")
        #expect(Set(cell.map(\.relation)) == Set(expected.map(\.relation)), "seed \(seed)")
      }
    }
  }

  @Test(arguments: [
    ([true], true), ([true, false], false), ([false], false), ([true, true], true),
  ])
  func `a cell is hollow where every statement has a condition`(
    conditions: [Bool], isHollow: Bool
  ) throws {
    let stances = conditions.map { stance("a", "p", isConditional: $0) }
    #expect(grid(stances).cells[0][0].map(\.isConditional) == [isHollow])
    let texts = Matrix(stances: stances, caption: Caption(hasLegend: true)).sheet().svg()
    #expect(texts.contains("only with a condition") == isHollow)
  }

  @Test(arguments: [([1], nil), ([2], "+2"), ([12], "+12")] as [([Int], String?)])
  func `a cell tells the number of statements where there are several`(
    counts: [Int], text: String?
  ) {
    let stances = counts.flatMap { count in (0..<count).map { _ in stance("a", "p") } }
    let sheet = Matrix(stances: stances, caption: Caption(hasLegend: true)).sheet()
    #expect(sheet.svg().contains(">\(text ?? "+")</text>"))
    #expect(sheet.svg().contains("number of statements") == (text != nil))
  }

  @Test func `under the pointer stand the first statement and their number`() {
    let svg = Matrix(stances: [stance("a", "p"), stance("a", "p")]).sheet().svg()
    #expect(svg.contains("<title>2 statements, the first: a supports p (undated)</title>"))
    #expect(
      Matrix(stances: [stance("a", "p")]).sheet().svg()
        .contains("<title>a supports p (undated)</title>"))
  }

  @Test func `the actors and proposals with the most statements stay`() {
    let stances = (0..<100).flatMap { actor in
      (0...(actor % 2)).map { _ in stance("actor \(actor)", "plan \(actor % 50)") }
    }
    let (kept, note) = Matrix(stances: stances).keptStances()
    #expect(Set(kept.map(\.actor)).count <= 80 && Set(kept.map(\.proposal)).count <= 40)
    #expect(note == "Drawn: \(kept.count) of 150 statements.")
    let busy = Set(kept.map(\.actor)).filter { (Int($0.dropFirst(6)) ?? 0) % 2 == 1 }
    #expect(busy.count == 50)
  }

  @Test(arguments: [1, 12, 13, 40])
  func `every name and every cell is within the page`(columns: Int) {
    let stances = (0..<columns).map {
      stance("An actor with a long name \($0)", "A long plan \($0)")
    }
    let canvas = Matrix(stances: stances, caption: Caption(title: "T", hasLegend: true)).sheet()
      .canvas
    #expect(canvas.outside.isEmpty)
  }
}
