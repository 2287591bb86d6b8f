import StanceDiagram
import StanceModel

/// Small networks for tests.
enum SampleNetwork {
  static func node(
    _ id: Int, _ label: String, _ kind: NodeKind = .actor, cluster: String? = nil
  ) -> Diagram.Node {
    Diagram.Node(id: id, label: label, kind: kind, cluster: cluster)
  }

  /// Three actors, two proposals and a place with every built-in relation, a condition and a source.
  static let talks = Diagram(
    nodes: [
      node(1, "Russia", cluster: "Moscow"), node(2, "Ukraine"), node(3, "United States"),
      node(4, "30-day ceasefire", .proposal), node(5, "direct talks", .proposal),
      node(6, "Istanbul", .place),
    ],
    edges: [
      Diagram.Edge(
        from: 1, to: 4, relation: "rejects", weight: 3, first: PartialDate("2025-03-13"),
        last: PartialDate("2025-05-11"),
        quotation: Quotation(
          text: "No.", speaker: "Vladimir Putin", date: PartialDate("2025-03-13")),
        url: "https://example.org/a?x=1&y=2"),
      Diagram.Edge(from: 2, to: 4, relation: "supports", weight: 5),
      Diagram.Edge(from: 3, to: 4, relation: "proposes"),
      Diagram.Edge(from: 2, to: 5, relation: "supports", isConditional: true),
      Diagram.Edge(from: 1, to: 5, relation: "proposes", weight: 2),
      Diagram.Edge(from: 6, to: 5, relation: "hosts"),
    ],
    caption: Caption(
      title: "Peace talks", source: "AP", question: "who supports what",
      dates: "2025-03 to 2025-05",
      origins: ["graph 1234"], hasLegend: true))

  /// The talks with nodes and edges in other orders and other ids.
  static func shuffledTalks(seed: UInt64) -> Diagram {
    var generator = SplitMix64(state: seed)
    var diagram = talks
    let ids = Dictionary(
      uniqueKeysWithValues: zip(talks.nodes.map(\.id), (100...200).shuffled(using: &generator)))
    for index in diagram.nodes.indices {
      diagram.nodes[index].id = ids[diagram.nodes[index].id] ?? 0
    }
    for index in diagram.edges.indices {
      diagram.edges[index].from = ids[diagram.edges[index].from] ?? 0
      diagram.edges[index].to = ids[diagram.edges[index].to] ?? 0
    }
    diagram.nodes.shuffle(using: &generator)
    diagram.edges.shuffle(using: &generator)
    return diagram
  }

  /// As many edges between a third as many nodes, of random weight.
  static func random(edges count: Int, seed: UInt64 = 1) -> Diagram {
    var generator = SplitMix64(state: seed)
    let size = max(2, count / 3)
    let nodes = (0..<size).map { node($0, "Name \($0)", $0 % 2 == 0 ? .actor : .proposal) }
    let edges = (0..<count).map { _ in
      Diagram.Edge(
        from: Int.random(in: 0..<size, using: &generator),
        to: Int.random(in: 0..<size, using: &generator),
        relation: Bool.random(using: &generator) ? "supports" : "rejects",
        weight: Int.random(in: 1...9, using: &generator))
    }
    return Diagram(nodes: nodes, edges: edges)
  }
}

/// Steele, Lea and Flood's generator: the same numbers for the same seed everywhere.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
