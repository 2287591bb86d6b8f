import StanceDiagram
import StanceModel

/// A network in which everything that there is may occur, the same for the same seed.
struct RandomNetwork {
  private static let relations = [
    "supports", "rejects", "proposes", "hosts", "vetoes", "doubts", "agrees with", "blocks",
  ]
  private static let derived: Set = ["agrees with", "blocks"]

  private(set) var diagram: Diagram
  private var random: SplitMix64

  init(seed: Int) {
    random = SplitMix64(state: UInt64(seed))
    diagram = Diagram(nodes: [], edges: [])
    let size = Int.random(in: 1...12, using: &random)
    let kinds = pick([[NodeKind.actor], [.actor, .proposal], NodeKind.allCases])
    let groups = Int.random(in: 1...11, using: &random)
    diagram.nodes = (0..<size).map { node($0, kind: pick(kinds), groups: groups) }
    let relations = Array(Self.relations.shuffled(using: &random).prefix(1 + random.below(8)))
    let count = Int.random(in: 0...25, using: &random)
    diagram.edges = (0..<count).map { _ in edge(size, pick(relations)) }
    diagram.style.widths = pick([
      .even, .weight("statements"), .measure("count dates", isCount: true),
      .measure("avg confidence", isCount: false),
    ])
    diagram.style.coloring = pick([.relation, .kind, .type, .group("country")])
    diagram.style.theme = pick(Theme.allCases)
    diagram.style.declaredRelations = ["doubts", "vetoes"]
    diagram.caption.hasLegend = true
  }

  /// The same network with nodes and edges in other orders, other numbers, and edges without a
  /// direction turned.
  mutating func shuffled() -> Diagram {
    var other = diagram
    let numbers = (-50...50).shuffled(using: &random)
    for index in other.nodes.indices { other.nodes[index].id = numbers[diagram.nodes[index].id] }
    for index in other.edges.indices {
      let edge = diagram.edges[index]
      let ends = [numbers[edge.from], numbers[edge.to]]
      let isTurned = !edge.isDirected && random.below(2) == 0
      (other.edges[index].from, other.edges[index].to) =
        isTurned ? (ends[1], ends[0]) : (ends[0], ends[1])
    }
    other.nodes.shuffle(using: &random)
    other.edges.shuffle(using: &random)
    return other
  }

  private mutating func node(_ id: Int, kind: NodeKind, groups: Int) -> Diagram.Node {
    Diagram.Node(
      id: id, label: "Name \(id)", kind: kind, type: pick([kind.name, "special"]),
      cluster: pick([nil, nil, "Box 1", "Box 2"]),
      group: pick([nil, "group \(random.below(groups))", "group \(random.below(groups))"]),
      note: pick([nil, "a note"]), url: pick([nil, "https://example.org/\(id)?a=1&b=2"]))
  }

  private mutating func edge(_ size: Int, _ relation: String) -> Diagram.Edge {
    let isDerived = Self.derived.contains(relation)
    return Diagram.Edge(
      from: random.below(size), to: random.below(size), relation: relation, isDerived: isDerived,
      isDirected: relation != "agrees with", weight: pick([1, 1, 2, 7]),
      measure: pick([nil, 0.5, 1, 3]),
      first: pick([nil, PartialDate("2025"), PartialDate("2025-05")]),
      last: pick([nil, PartialDate("2025-05-11")]), quotation: isDerived ? nil : quotation(),
      isConditional: random.below(4) == 0,
      labels: pick([[], ["a label"], ["b", "c"]]),
      url: pick([nil, "https://example.org/1", "https://example.org/2"]))
  }

  private mutating func quotation() -> Quotation? {
    pick([
      nil, Quotation(text: "No."), Quotation(text: "No.", speaker: "A"),
      Quotation(text: "No.", speaker: "B", date: PartialDate("2025")),
    ])
  }

  private mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[random.below(elements.count)]
  }
}

extension SplitMix64 {
  /// A number below the bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &self) }
}
