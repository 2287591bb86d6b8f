import StanceModel
import Testing

@testable import StanceDiagram

/// What an edge shows of its statements: its width, its label and what stands under the pointer.
struct EdgeTextTests {
  private static let plain = RelationStyle(color: Color("#000000"), line: .solid, head: .normal)

  private func edge(
    _ weight: Int = 1, measure: Double? = nil, isConditional: Bool = false, labels: [String] = []
  ) -> Diagram.Edge {
    Diagram.Edge(
      from: 1, to: 2, relation: "rejects", weight: weight, measure: measure,
      isConditional: isConditional, labels: labels)
  }

  private func width(
    _ edge: Diagram.Edge, _ widths: Style.Widths, _ range: ClosedRange<Double> = 0...0,
    style: RelationStyle = plain
  ) -> Double {
    EdgeText.width(of: edge, style: style, widths: widths, measures: range)
  }

  @Test func `an edge is never thinner for more statements, and between 1.3 and 6 points`() {
    let weights = Array(1...200) + [1000, 10_000, Int.max - 1, Int.max]
    let widths = weights.map { width(edge($0), .weight("statements")) }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 })
    #expect(widths.first == 1.3 && widths.last == 6)
  }

  @Test(arguments: 0...20)
  func `each doubling of the statements adds 0.9 points up to 6`(doublings: Int) {
    let drawn = width(edge(1 << doublings), .weight("statements"))
    #expect(abs(drawn - min(6, 1.3 + 0.9 * Double(doublings))) < 1e-9)
    #expect(EdgeText.doublings(of: 1 << doublings) == Double(doublings))
  }

  @Test(arguments: 0..<50)
  func `an edge is never thinner for a larger measure`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let values = (0..<10).map { _ in Double.random(in: -1000...1000, using: &random) }.sorted()
    let widths = values.map {
      width(edge(measure: $0), .measure("sum", isCount: false), values[0]...values[9])
    }
    #expect(zip(widths, widths.dropFirst()).allSatisfy { $0 <= $1 }, "seed \(seed)")
    #expect(abs(widths[0] - 1.3) < 1e-9 && abs(widths[9] - 6) < 1e-9, "seed \(seed)")
  }

  @Test(arguments: [Double.infinity, -.infinity, .nan, 1e300, -1e300, 0])
  func `a measure that is no usual number is drawn within the limits`(measure: Double) {
    for range in [0...1.0, 0...0, -1e308...1e308] {
      let drawn = width(edge(measure: measure), .measure("max", isCount: false), range)
      #expect((1.3...6).contains(drawn))
    }
  }

  @Test func `even edges have one width and relations their emphasis`() {
    var heavy = Self.plain
    heavy.emphasis = 1.2
    #expect(width(edge(9, measure: 5), .even, 0...9) == 1.3)
    #expect(width(edge(9), .even, style: heavy) == 2.5)
    #expect(width(edge(1), .weight("statements"), style: heavy) == 2.5)
  }

  @Test(
    arguments: [
      (1, nil, Style.Widths.weight("statements"), []), (3, nil, .weight("statements"), ["×3"]),
      (3, nil, .even, []), (3, 2.5, .even, []),
      (3, 2.5, .measure("avg confidence", isCount: false), ["2.5"]),
      (3, 2, .measure("count dates", isCount: true), ["×2"]),
      (3, nil, .measure("count dates", isCount: true), []),
      (1, 0.333333, .measure("avg confidence", isCount: false), ["0.33"]),
      (1, -4, .measure("min", isCount: false), ["-4"]),
      (1, 1e17, .measure("max", isCount: false), ["100000000000000000"]),
      (1, -1e300, .measure("max", isCount: false), ["-1e+300"]),
    ] as [(Int, Double?, Style.Widths, [String])])
  func `a label says what the width stands for`(
    weight: Int, measure: Double?, widths: Style.Widths, label: [String]
  ) {
    #expect(EdgeText.label(of: edge(weight, measure: measure), widths: widths) == label)
  }

  @Test func `a condition stands before the number, further lines below`() {
    let edge = edge(3, isConditional: true, labels: ["2025-05-11", "", "a b", "c", "d"])
    #expect(
      EdgeText.label(of: edge, widths: .weight("statements")) == [
        "if ×3", "2025-05-11", "a b", "c",
      ])
    #expect(EdgeText.label(of: edge, widths: .even).first == "if")
  }

  private func tooltip(_ edge: Diagram.Edge) -> String? {
    let nodes = [
      SampleNetwork.node(1, "Russia"), SampleNetwork.node(2, "30-day ceasefire", .proposal),
    ]
    let network = DrawnNetwork(Diagram(nodes: nodes, edges: [edge]))
    return network.edges.first.map { EdgeText.tooltip($0, in: network) }
  }

  @Test(
    arguments: [
      (1, nil, nil, "1 statement"), (3, nil, nil, "3 statements"),
      (1, "2025-03-13", "2025-03-13", "1 statement, 2025-03-13"),
      (2, "2025-03-13", "2025-05-11", "2 statements, 2025-03-13 to 2025-05-11"),
      (2, "2025", "2025-05", "2 statements, 2025 to 2025-05"),
      (2, "2025-05", nil, "2 statements, 2025-05"), (2, nil, "2025", "2 statements, 2025"),
    ] as [(Int, String?, String?, String)])
  func `under the pointer stand the number of statements and their dates`(
    weight: Int, first: String?, last: String?, facts: String
  ) {
    var edge = edge(weight)
    (edge.first, edge.last) = (first.flatMap { PartialDate($0) }, last.flatMap { PartialDate($0) })
    #expect(tooltip(edge) == "Russia rejects 30-day ceasefire (\(facts))")
  }

  @Test(
    arguments: [
      (nil, nil, "“No.”"), ("Vladimir Putin", nil, "“No.” – Vladimir Putin"),
      (nil, "2025-05", "“No.” – 2025-05"), ("AP", "2025-05-11", "“No.” – AP, 2025-05-11"),
    ] as [(String?, String?, String)])
  func `then the first words with their speaker and their date`(
    speaker: String?, date: String?, line: String
  ) {
    var edge = edge(2, isConditional: true)
    edge.quotation = Quotation(
      text: "No.", speaker: speaker, date: date.flatMap { PartialDate($0) })
    #expect(
      tooltip(edge) == "Russia rejects 30-day ceasefire (2 statements, conditional): \(line)")
  }

  @Test(arguments: [
    (1, "Russia blocks 30-day ceasefire"), (4, "Russia blocks 30-day ceasefire (×4)"),
  ])
  func `a rule has a weight and no statements`(weight: Int, expected: String) {
    let edge = Diagram.Edge(from: 1, to: 2, relation: "blocks", isDerived: true, weight: weight)
    #expect(tooltip(edge) == expected)
  }

  @Test func `a long quotation is cut and keeps its speaker`() throws {
    var edge = edge()
    edge.quotation = Quotation(text: String(repeating: "words ", count: 1000), speaker: "AP")
    let line = try #require(tooltip(edge))
    #expect(line.hasSuffix("…” – AP") && line.count < 700)
  }

  @Test(arguments: [
    ("rejects", "relation-rejects"), ("agrees with", "relation-agrees-with"),
    ("\"><script>", "relation----script-"), ("Über", "relation--ber"), ("", "relation-"),
  ])
  func `the class of a relation has letters, digits and hyphens alone`(name: String, css: String) {
    #expect(EdgeText.className(name) == css)
  }

  @Test(arguments: [
    ("supports", false, true, "arrowhead=\"normal\""),
    ("rejects", false, true, "arrowhead=\"tee\""),
    ("proposes", true, true, "arrowhead=\"diamondodot\""),
    ("hosts", false, true, "arrowhead=\"dot\""),
    ("rejects", true, false, "dir=\"none\""),
  ])
  func `a head tells the relation, a ring the condition`(
    relation: String, isConditional: Bool, isDirected: Bool, text: String
  ) throws {
    var edge = edge(isConditional: isConditional)
    edge.isDirected = isDirected
    let style = try #require(Theme.light.style(builtIn: relation))
    #expect(EdgeText.heads(of: edge, style: style) == text)
  }
}
