/// The largest network that is drawn.
public struct DiagramLimits: Hashable, Sendable {
  public var nodes: Int
  public var edges: Int

  /// What no network exceeds.
  public static let most = DiagramLimits(nodes: 1500, edges: 2000)

  /// 300 nodes and 600 edges unless given.
  public init(nodes: Int = 300, edges: Int = 600) {
    self.nodes = nodes
    self.edges = edges
  }
}

extension Diagram {
  /// The diagram with the heaviest edges that fit, heavier ones first and equal ones in the order of
  /// drawing, and the nodes at their ends; nodes without edges stay where there is room. What was
  /// left out is said in `caption.notes` and returned, or nil where everything fits.
  public mutating func keepHeaviest(within limits: DiagramLimits = DiagramLimits()) -> String? {
    guard nodes.count > limits.nodes || edges.count > limits.edges else { return nil }
    let (allNodes, allEdges) = (nodes.count, edges.count)
    let drawn = DrawnNetwork(self)
    let byWeight = drawn.edges.enumerated().sorted {
      let (one, other) = (heaviness(of: $0.element.edge), heaviness(of: $1.element.edge))
      return one == other ? $0.offset < $1.offset : one > other
    }
    var (keptNodes, keptEdges): (Set<Int>, [Edge]) = ([], [])
    for (_, edge) in byWeight where keptEdges.count < limits.edges {
      let ends = keptNodes.union([edge.edge.from, edge.edge.to])
      guard ends.count <= limits.nodes else { continue }
      keptNodes = ends
      keptEdges.append(edge.edge)
    }
    let ends = Set(edges.flatMap { [$0.from, $0.to] })
    for node in DrawnNetwork.ordered(nodes) where keptNodes.count < limits.nodes {
      if !ends.contains(node.id) { keptNodes.insert(node.id) }
    }
    nodes.removeAll { !keptNodes.contains($0.id) }
    edges = keptEdges
    let note = Self.note(
      nodes: (nodes.count, allNodes), edges: (edges.count, allEdges))
    caption.notes.append(note)
    return note
  }

  /// What the width of the edge stands for; the number of its statements where widths are even.
  private func heaviness(of edge: Edge) -> Double {
    switch style.widths {
    case .measure: edge.measure ?? -.infinity
    case .weight, .even: Double(edge.weight)
    }
  }

  private static func note(nodes: (Int, Int), edges: (Int, Int)) -> String {
    var parts: [String] = []
    if edges.0 < edges.1 { parts.append("the \(edges.0) heaviest of \(edges.1) edges") }
    if nodes.0 < nodes.1 { parts.append("\(nodes.0) of \(nodes.1) nodes") }
    return "Drawn: " + parts.joined(separator: ", ") + "."
  }
}
