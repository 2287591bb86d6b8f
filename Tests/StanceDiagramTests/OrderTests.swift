import StanceModel
import Testing

@testable import StanceDiagram

/// Section 2.9: deterministic order. What is drawn depends on what there is, not on how it came.
struct OrderTests {
  @Test(arguments: 0..<150)
  func `no order and no number of nodes and edges changes a byte of DOT`(seed: Int) {
    var network = RandomNetwork(seed: seed)
    let shuffled = network.shuffled()
    for reader in [DOTReader.anyone, .webPage, .paper] {
      #expect(shuffled.dot(for: reader) == network.diagram.dot(for: reader), "seed \(seed)")
    }
  }

  @Test(arguments: 0..<50)
  func `nor of what is written around and under the pointer`(seed: Int) {
    var network = RandomNetwork(seed: seed)
    let shuffled = DrawnNetwork(network.shuffled())
    let plain = DrawnNetwork(network.diagram)
    #expect(
      shuffled.furniture(width: 300).above.svgElements()
        == plain.furniture(width: 300).above.svgElements(), "seed \(seed)")
    #expect(
      shuffled.openings().mapValues(\.elements) == plain.openings().mapValues(\.elements),
      "seed \(seed)")
  }

  /// Pairs of statements of which each differs from the other in one thing.
  private static let twins: [String: @Sendable (inout Diagram.Edge) -> Void] = [
    "relation": { $0.relation = "rejects" }, "weight": { $0.weight = 2 },
    "measure": { $0.measure = 0.5 }, "first date": { $0.first = PartialDate("2024") },
    "last date": { $0.last = PartialDate("2026") }, "condition": { $0.isConditional = true },
    "labels": { $0.labels = ["label"] }, "address": { $0.url = "https://example.org/other" },
    "rule": { $0.isDerived = true }, "direction": { $0.isDirected = false },
    "quotation": { $0.quotation = Quotation(text: "Yes.") },
    "speaker": { $0.quotation?.speaker = "B" },
    "date of the words": { $0.quotation?.date = PartialDate("2025") },
  ]

  @Test(arguments: twins.keys.sorted())
  func `edges that differ in one thing alone have an order`(thing: String) throws {
    let one = Diagram.Edge(
      from: 1, to: 2, relation: "supports", quotation: Quotation(text: "No."),
      url: "https://example.org")
    var other = one
    let change = try #require(Self.twins[thing])
    change(&other)
    #expect(one != other)
    let nodes = [SampleNetwork.node(1, "a"), SampleNetwork.node(2, "b", .proposal)]
    let texts = [[one, other], [other, one]].map { Diagram(nodes: nodes, edges: $0).dot() }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: [
    Diagram.Node(id: 2, label: "a", kind: .actor, cluster: "box"),
    Diagram.Node(id: 2, label: "a", kind: .actor, group: "group"),
    Diagram.Node(id: 2, label: "a", kind: .actor, note: "note"),
    Diagram.Node(id: 2, label: "a", kind: .actor, url: "https://example.org"),
    Diagram.Node(id: 2, label: "a", kind: .actor, type: "bloc"),
    Diagram.Node(id: 2, label: "a", kind: .place), Diagram.Node(id: 2, label: "A", kind: .actor),
  ])
  func `nodes that differ in one thing alone have an order`(other: Diagram.Node) {
    let texts = [(1, 2), (2, 1)].map { ids in
      var (one, other) = (Diagram.Node(id: 0, label: "a", kind: .actor), other)
      (one.id, other.id) = ids
      let style = Style(coloring: .group("country"))
      return Diagram(nodes: [one, other], edges: [], style: style).dot()
    }
    #expect(texts[0] == texts[1])
  }

  @Test(arguments: 0..<60)
  func `no order of statements changes a timeline or a matrix`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let stances = (0..<40).map { _ in stance(&random) }
    let shuffled = stances.shuffled(using: &random)
    #expect(
      Timeline(stances: shuffled).sheet().svg() == Timeline(stances: stances).sheet().svg(),
      "seed \(seed)")
    #expect(
      Matrix(stances: shuffled).sheet().svg() == Matrix(stances: stances).sheet().svg(),
      "seed \(seed)")
  }

  private func stance(_ random: inout SplitMix64) -> DrawnStance {
    let words: [Quotation?] = [nil, Quotation(text: "No."), Quotation(text: "No.", speaker: "A")]
    return DrawnStance(
      actor: "Actor \(random.below(3))", proposal: "Plan \(random.below(3))",
      relation: ["supports", "rejects"][random.below(2)],
      date: [nil, PartialDate("2025"), PartialDate("2025-05-11")][random.below(3)],
      quotation: words[random.below(3)], isConditional: random.below(2) == 0,
      url: "https://example.org/\(random.below(3))")
  }

  @Test func `names are sorted as a reader expects`() {
    let names = ["zebra", "Émile", "Ärger", "apple", "Zoo", "10", "2", "eel"]
    #expect(
      names.sorted(by: DrawnText.isBefore) == [
        "10", "2", "apple", "Ärger", "eel", "Émile", "zebra", "Zoo",
      ])
  }
}
