import StanceModel
import Testing

@testable import StanceDiagram

/// What stands around a drawing: title and legend above, the footer below.
struct FurnitureTests {
  private func furniture(_ caption: Caption, width: Double = 500) -> Furniture {
    var diagram = SampleNetwork.talks
    diagram.caption = caption
    return DrawnNetwork(diagram).furniture(width: width)
  }

  private func texts(_ canvas: Canvas, _ name: String) -> [String] {
    canvas.marks.filter { $0.className == name }.flatMap(\.shapes).compactMap { shape in
      guard case .text(let text, _, _) = shape else { return nil }
      return text
    }
  }

  @Test func `nothing is put around a drawing without a caption`() {
    let plain = furniture(Caption())
    #expect(plain.above.marks.isEmpty && plain.below.marks.isEmpty)
    #expect(plain.above.height == 0 && plain.below.height == 0)
  }

  @Test(arguments: 0..<60)
  func `title, legend and footer fit in their places`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    func words(_ most: Int) -> String {
      (0..<random.below(most)).map { _ in
        ["peace", "Verhandlungen", "мир", "和平", "i", "WWWWWW"][random.below(6)]
      }.joined(separator: " ")
    }
    var diagram = RandomNetwork(seed: seed).diagram
    let width = Double.random(in: 0...900, using: &random)
    diagram.caption = Caption(
      title: words(30), source: words(30), question: words(60), dates: "2025",
      notes: (0..<random.below(4)).map { _ in words(20) }, hasLegend: true)
    let furniture = DrawnNetwork(diagram).furniture(width: width)
    for canvas in [furniture.above, furniture.below] {
      #expect(canvas.outside.isEmpty, "seed \(seed)")
      #expect(canvas.width <= max(width, Furniture.narrowest) + 1e-9, "seed \(seed)")
      let writing = canvas.writing
      for (index, one) in writing.enumerated() {
        for other in writing[..<index] {
          #expect(!one.box.overlaps(other.box), "seed \(seed): \(one.text) and \(other.text)")
        }
      }
    }
  }

  @Test func `a footer has notes, question, source and dates`() {
    let caption = Caption(
      source: "AP", question: "who rejects what", dates: "2025-03 to 2025-05", graphDates: "2020",
      notes: ["A note."])
    #expect(
      texts(furniture(caption).below, "footer") == [
        "A note.", "Question: who rejects what", "Source: AP · Statements of 2025-03 to 2025-05",
      ])
  }

  @Test(
    arguments: [
      (nil, nil, []), ("AP", nil, ["Source: AP"]),
      (nil, "2020", ["Statements in the graph: 2020"]),
      ("AP", "2020", ["Source: AP · Statements in the graph: 2020"]),
    ] as [(String?, String?, [String])])
  func `a footer says what is known`(source: String?, dates: String?, footer: [String]) {
    #expect(texts(furniture(Caption(source: source, graphDates: dates)).below, "footer") == footer)
  }

  @Test(arguments: [false, true])
  func `a legend is drawn where it is asked for`(isAsked: Bool) {
    let above = furniture(Caption(hasLegend: isAsked)).above
    #expect(above.marks.contains { $0.className?.hasPrefix("legend") == true } == isAsked)
  }

  @Test func `every entry has its sample, its text and its class`() {
    let above = furniture(Caption(hasLegend: true)).above
    let entries = LegendEntry.all(in: DrawnNetwork(SampleNetwork.talks))
    #expect(above.marks.map(\.className) == entries.map(\.className))
    #expect(above.writing.map(\.text) == entries.map(\.text))
    #expect(above.marks.allSatisfy { $0.shapes.count > 1 })
  }

  @Test(arguments: [(100.0, 420.0), (420, 420), (900, 900)])
  func `captions are as wide as the drawing, and not too narrow`(width: Double, lines: Double) {
    let caption = Caption(source: String(repeating: "many words ", count: 40))
    let below = furniture(caption, width: width).below
    #expect(below.width == lines)
    #expect(below.writing.allSatisfy { $0.box.most.x <= lines })
    #expect(below.writing.contains { $0.box.most.x > lines * 0.8 })
  }

  @Test func `a long title is cut after four lines`() {
    let title = String(repeating: "Positions ", count: 100)
    let lines = texts(furniture(Caption(title: title)).above, "title")
    #expect(lines.count == 4 && lines.last?.hasSuffix("…") == true)
  }

  @Test(arguments: [(200.0, 300.0), (1000, 50)])
  func `a page is as large as all that is on it`(width: Double, height: Double) throws {
    let furniture = furniture(Caption(title: "T", source: "AP"))
    let (before, _) = furniture.svgDocument(
      labels: Canvas(width: 0), width: width, height: height, shift: (0, 0), title: "T",
      description: [])
    let size = try #require(before.firstMatch(of: #/viewBox="0 0 ([\d.]+) ([\d.]+)"/#))
    let wide = max(width, furniture.above.width, furniture.below.width) + 28
    let high = furniture.above.height + height + furniture.below.height + 28
    #expect(abs((Double(size.1) ?? 0) - wide) < 0.01 && abs((Double(size.2) ?? 0) - high) < 0.01)
  }
}
