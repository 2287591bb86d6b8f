import Foundation
import FoundationXML
import StanceModel
import Testing

@testable import StanceDiagram

struct SheetTests {
  private func stance(
    _ actor: String, _ proposal: String, _ relation: String, _ date: String = "",
    isConditional: Bool = false
  ) throws -> DrawnStance {
    DrawnStance(
      actor: actor, proposal: proposal, relation: relation, date: PartialDate(date),
      quotation: Quotation(text: "Words", speaker: actor, date: PartialDate(date)),
      isConditional: isConditional,
      url: "https://example.org/?a=1&b=2")
  }

  private func sample() throws -> [DrawnStance] {
    [
      try stance("Russia", "ceasefire", "rejects", "2025-03-13"),
      try stance("Russia", "ceasefire", "supports", "2025-04", isConditional: true),
      try stance("Russia", "talks", "proposes", "2025-05-11"),
      try stance("Ukraine", "ceasefire", "supports", "2025-03-11"),
      try stance("Ukraine", "ceasefire", "supports", "2025-05-12"),
      try stance("Ukraine", "talks", "supports", "2025"),
    ]
  }

  @Test func `a timeline is as it was`() throws {
    let caption = Caption(title: "Over time", source: "AP", hasLegend: true)
    let sheet = Timeline(stances: try sample(), caption: caption).sheet()
    try Golden.expect(sheet.svg(), file: "timeline.svg")
    try Golden.expect(sheet.dot(), file: "timeline.dot")
  }

  @Test func `a matrix is as it was`() throws {
    let caption = Caption(title: "Blocs", source: "AP", hasLegend: true)
    let sheet = Matrix(stances: try sample(), caption: caption).sheet()
    try Golden.expect(sheet.svg(), file: "matrix.svg")
  }

  @Test(arguments: 0..<10)
  func `the order of statements changes nothing`(seed: Int) throws {
    var generator = SplitMix64(state: UInt64(seed))
    let (plain, shuffled) = (try sample(), try sample().shuffled(using: &generator))
    #expect(Timeline(stances: plain).sheet().svg() == Timeline(stances: shuffled).sheet().svg())
    #expect(Matrix(stances: plain).sheet().svg() == Matrix(stances: shuffled).sheet().svg())
  }

  @Test func `a turn is marked where an actor says another thing than before`() throws {
    let svg = Timeline(stances: try sample()).sheet().svg()
    #expect(svg.components(separatedBy: " turn\">").count == 2)
  }

  @Test(arguments: [1, 30, 400], ["2025", ""])
  func `as many statements as there are stay in the picture`(count: Int, date: String) throws {
    let stances = try (0..<count).map {
      try stance("Russia", "ceasefire", $0 % 2 == 0 ? "rejects" : "supports", date)
    }
    let sheet = Timeline(stances: stances).sheet()
    #expect(sheet.canvas.width < 1100)
    let places = sheet.canvas.marks.flatMap(\.shapes).compactMap { shape -> Double? in
      guard case .disc(let center, _, _, _) = shape else { return nil }
      return center.x
    }
    #expect((places.min() ?? 0) >= 0 && (places.max() ?? 0) <= sheet.canvas.width)
  }

  @Test func `what a timeline or a matrix leaves out is told`() throws {
    let stances = try (0..<200).map { try stance("A\($0)", "P\($0)", "rejects", "2025") }
    #expect(
      Timeline(stances: stances).sheet().notes == [
        "Drawn: the 60 rows with the most statements of 200."
      ])
    #expect(Matrix(stances: stances).sheet().notes.first?.hasPrefix("Drawn: ") == true)
    #expect(Timeline(stances: try sample()).sheet().notes.isEmpty)
  }

  @Test func `statements without a date stand in a column of their own`() throws {
    let stances = [
      try stance("Russia", "ceasefire", "supports", "2025"),
      try stance("Russia", "ceasefire", "rejects"),
    ]
    let page = Timeline(stances: stances).sheet()
    let svg = page.svg()
    #expect(svg.contains(">undated</text>"))
    #expect(svg.contains("Russia rejects ceasefire (undated): "))
    #expect(!svg.contains(" turn\">"))
    let dated = Timeline(stances: [stances[0]]).sheet()
    #expect(!dated.svg().contains("undated"))
    #expect(page.canvas.width > dated.canvas.width)
  }

  @Test func `a timeline of undated statements alone is drawn`() throws {
    let svg = Timeline(stances: [try stance("Russia", "ceasefire", "rejects")]).sheet().svg()
    #expect(svg.contains(">undated</text>"))
  }

  @Test func `a matrix has statements without a date`() throws {
    let stances = [
      try stance("Russia", "ceasefire", "rejects"),
      try stance("Russia", "ceasefire", "rejects", "2025"),
    ]
    let (kept, note) = Matrix(stances: stances).keptStances()
    #expect(kept.map(\.date?.description) == ["2025", nil])
    #expect(note == nil)
    #expect(Matrix(stances: stances).sheet().svg().contains("−2"))
  }

  @Test func `a cell shows all that an actor says`() throws {
    let grid = Matrix.grid(try sample(), order: ["proposes", "supports", "rejects"])
    let (actor, proposal) = (
      try #require(grid.actors.firstIndex(of: "Russia")),
      try #require(grid.proposals.firstIndex(of: "ceasefire"))
    )
    #expect(grid.cells[actor][proposal].map(\.relation) == ["supports", "rejects"])
    #expect(grid.cells[actor][proposal].map(\.isConditional) == [true, false])
  }

  @Test func `blocs stand together`() {
    // Two blocs, mixed: the even actors favour the even proposals and reject the odd ones.
    let matrix = (0..<8).map { row in (0..<6).map { ($0 + row) % 2 == 0 ? 1.0 : -1.0 } }
    let (rows, columns) = Seriation.order(matrix)
    for order in [rows, columns] {
      let changes = zip(order, order.dropFirst()).count { $0 % 2 != $1 % 2 }
      #expect(changes == 1)
    }
  }

  @Test(arguments: [[[Double]](), [[]], [[0, 0], [0, 0]], [[1]]])
  func `small matrices have an order`(matrix: [[Double]]) {
    let (rows, columns) = Seriation.order(matrix)
    #expect(rows.sorted() == Array(matrix.indices))
    #expect(columns.sorted() == Array((matrix.first ?? []).indices))
  }

  @Test(arguments: [
    (["2025-03-01", "2025-03-05"], 10), (["2025-01-01", "2025-12-31"], 7),
    (["1990", "2025"], 4), (["0001", "9999"], 10), (["2025-05-11"], 10),
  ])
  func `an axis has a few ticks in order`(dates: [String], length: Int) {
    let axis = TimeAxis(dates: dates.compactMap { PartialDate($0) }, width: 400)
    let ticks = axis.ticks()
    #expect((1...12).contains(ticks.count))
    #expect(ticks.map(\.place) == ticks.map(\.place).sorted())
    #expect(ticks.allSatisfy { $0.place >= 0 && $0.place <= 400 && $0.label.count <= length })
  }

  @Test(arguments: [(19_700_101, 0), (20_250_511, 20_219), (19_691_231, -1), (10_101, -719_162)])
  func `days are counted by the calendar`(packed: Int, number: Int) {
    #expect(TimeAxis.day(packed) == number)
    let (year, month, day) = TimeAxis.civil(number)
    #expect(year * 10000 + month * 100 + day == packed)
  }

  @Test func `many rows are cut and it is told`() throws {
    let stances = try (0..<100).map { try stance("Actor \($0)", "plan", "supports", "2025") }
    let (rows, note) = Timeline(stances: stances).keptRows()
    #expect(rows.count == 60)
    #expect(note == "Drawn: the 60 rows with the most statements of 100.")
  }

  @Test(arguments: HostileText.labels)
  func `hostile names leave a page well formed`(label: String) throws {
    let date = try #require(PartialDate("2025"))
    let stance = DrawnStance(
      actor: label, proposal: label, relation: label, date: date,
      quotation: Quotation(text: label, speaker: label), url: label)
    let caption = Caption(title: label, source: label, notes: [label], hasLegend: true)
    for sheet in [
      Timeline(stances: [stance], caption: caption).sheet(),
      Matrix(stances: [stance], caption: caption).sheet(),
    ] {
      #expect(!sheet.svg().contains("<script"))
      #expect(XMLParser(data: Data(sheet.svg().utf8)).parse())
      #expect(QuotedStrings.problem(in: sheet.dot()) == nil)
    }
  }
}
