import StanceModel

/// A diagram in the order in which it is printed, which does not depend on the order or the ids of
/// its nodes and edges.
package struct DrawnNetwork {
  struct Node {
    /// `n12`: the place in the order by kind and name.
    var name: String
    var node: Diagram.Node
    /// The colour of the ground.
    var ground: Color
    var text: NodeText
    /// The number of edges that end here.
    var degree = 0
    /// Where all edges end at one node, the place in the legend of the first relation that begins
    /// here: the engine leaves nodes together that are given to it together.
    var camp = 0

    /// `Russia (country): the note`
    var tooltip: String {
      let name = "\(DrawnText.shortened(node.label, to: 400)) (\(node.type))"
      let note = node.note.map { DrawnText.shortened($0, to: 600) }
      return [name, note].compactMap(\.self).joined(separator: ": ")
    }
  }

  struct Edge {
    /// `e12`: the place in the order by ends and relation.
    var name: String
    /// The places of its ends among the nodes.
    var from: Int
    var to: Int
    var edge: Diagram.Edge
  }

  /// Nodes that stand in one box, or in none.
  struct Cluster {
    var label: String?
    var nodes: [Node]
  }

  package let diagram: Diagram
  /// In the order of their names.
  let nodes: [Node]
  let clusters: [Cluster]
  let edges: [Edge]
  let styles: RelationStyles
  let groups: Groups
  /// From the least to the most of what widths stand for.
  let measures: ClosedRange<Double>

  package init(_ diagram: Diagram) {
    self.diagram = diagram
    let ordered = Self.ordered(diagram.nodes)
    groups = Groups(ordered, style: diagram.style)
    var (ranks, nodes): ([Int: Int], [Node]) = ([:], [])
    for node in ordered where ranks[node.id] == nil {
      ranks[node.id] = nodes.count
      nodes.append(
        Node(
          name: "n\(nodes.count + 1)", node: node, ground: groups.ground(of: node),
          text: NodeText(node.label)))
    }
    edges = Self.ordered(diagram.edges, ranks)
    for edge in edges where edge.edge.isDirected { nodes[edge.to].degree += 1 }
    let known = edges.compactMap(\.edge.measure).filter(\.isFinite)
    measures = (known.min() ?? 0)...(known.max() ?? 0)
    styles = RelationStyles(
      drawn: Set(edges.map(\.edge.relation)), declared: diagram.style.declaredRelations,
      derived: Set(edges.filter(\.edge.isDerived).map(\.edge.relation)),
      theme: diagram.style.theme)
    if Set(edges.map(\.to)).count == 1 { Self.formCamps(edges, styles.order, of: &nodes) }
    self.nodes = nodes
    clusters = Self.clusters(nodes)
  }

  private static func formCamps(_ edges: [Edge], _ relations: [String], of nodes: inout [Node]) {
    let places = Dictionary(
      uniqueKeysWithValues: relations.enumerated().map { ($0.element, $0.offset + 1) })
    for edge in edges {
      let (camp, place) = (nodes[edge.from].camp, places[edge.edge.relation] ?? 0)
      nodes[edge.from].camp = camp == 0 ? place : min(camp, place)
    }
  }

  /// By kind, name, type and all else that is seen; nodes that look the same keep the order of their
  /// ids.
  static func ordered(_ nodes: [Diagram.Node]) -> [Diagram.Node] {
    let keyed = nodes.map { (key: Array(NameKey.sort($0.label).utf8), node: $0) }
    return keyed.sorted { one, other in
      let (a, b) = (one.node, other.node)
      if a.kind != b.kind { return a.kind.rawValue < b.kind.rawValue }
      if one.key != other.key { return one.key.lexicographicallyPrecedes(other.key) }
      if !same(a.label, b.label) { return a.label.utf8.lexicographicallyPrecedes(b.label.utf8) }
      if a.type != b.type { return a.type < b.type }
      let (c, d) = (details(a), details(b))
      return c == d ? a.id < b.id : c.lexicographicallyPrecedes(d)
    }.map(\.node)
  }

  /// What else there is to see of a node.
  private static func details(_ node: Diagram.Node) -> [UInt8] {
    DrawnText.bytes([node.cluster, node.group, node.note, node.url])
  }

  private static func same(_ one: String, _ other: String) -> Bool {
    one.utf8.elementsEqual(other.utf8)
  }

  /// The clusters by name, and in each the nodes by camp and then in their order.
  private static func clusters(_ ordered: [Node]) -> [Cluster] {
    let nodes = ordered.enumerated().sorted {
      ($0.element.camp, $0.offset) < ($1.element.camp, $1.offset)
    }.map(\.element)
    let named = Dictionary(grouping: nodes.filter { $0.node.cluster != nil }) {
      DrawnText.cleaned($0.node.cluster ?? "")
    }
    let boxes = named.keys.sorted(by: DrawnText.isBefore)
      .map { Cluster(label: $0, nodes: named[$0] ?? []) }
    let free = nodes.filter { $0.node.cluster == nil }
    return free.isEmpty ? boxes : boxes + [Cluster(label: nil, nodes: free)]
  }

  /// The edges by their ends, which have these ranks, and then by what they say; one that has no
  /// direction leads from the first of its ends.
  private static func ordered(_ edges: [Diagram.Edge], _ ranks: [Int: Int]) -> [Edge] {
    let placed = edges.indices.compactMap { index -> (from: Int, to: Int, edge: Int)? in
      guard let from = ranks[edges[index].from], let to = ranks[edges[index].to] else { return nil }
      return edges[index].isDirected || from <= to ? (from, to, index) : (to, from, index)
    }.sorted { one, other in
      if one.from != other.from { return one.from < other.from }
      if one.to != other.to { return one.to < other.to }
      return isBefore(edges[one.edge], edges[other.edge])
    }
    return placed.enumerated().map { rank, ends in
      Edge(name: "e\(rank + 1)", from: ends.from, to: ends.to, edge: edges[ends.edge])
    }
  }

  private static func isBefore(_ one: Diagram.Edge, _ other: Diagram.Edge) -> Bool {
    if one.relation != other.relation { return DrawnText.isBefore(one.relation, other.relation) }
    if one.weight != other.weight { return one.weight > other.weight }
    let (a, b) = (one.first, other.first)
    if a?.first != b?.first { return (a?.first ?? .max) < (b?.first ?? .max) }
    if a?.last != b?.last { return (a?.last ?? .max) < (b?.last ?? .max) }
    return details(one).lexicographicallyPrecedes(details(other))
  }

  /// What else there is to see of an edge.
  private static func details(_ edge: Diagram.Edge) -> [UInt8] {
    let words = edge.quotation?.fields ?? [nil, nil, nil]
    let signs = "\(edge.isConditional) \(edge.isDerived) \(edge.isDirected)"
    let others = [edge.last?.description, signs, edge.measure?.description, edge.url]
    return DrawnText.bytes(words + others + edge.labels)
  }
}

/// What the grounds of nodes stand for.
struct Groups {
  /// `country`: what the groups are; nil where grounds show the kinds.
  let title: String?
  /// The groups of a legend with their grounds; the last may be `other`.
  let entries: [(name: String, ground: Color)]
  private let grounds: [String: Color]
  private let coloring: Style.Coloring
  private let theme: Theme

  /// The first eight groups by size have a ground of their own, in the order of their names.
  init(_ nodes: [Diagram.Node], style: Style) {
    (coloring, theme) = (style.coloring, style.theme)
    guard let title = Self.title(style.coloring) else {
      (self.title, entries, grounds) = (nil, [], [:])
      return
    }
    self.title = title
    let coloring = style.coloring
    let sizes = Dictionary(grouping: nodes.compactMap { Self.group(of: $0, coloring) }, by: \.self)
      .mapValues(\.count)
    let bySize = sizes.keys.sorted {
      sizes[$0] == sizes[$1]
        ? DrawnText.isBefore($0, $1) : (sizes[$0] ?? 0) > (sizes[$1] ?? 0)
    }
    let palette = style.theme.groupGrounds
    let kept = bySize.prefix(palette.count).sorted(by: DrawnText.isBefore)
    var entries = zip(kept, palette).map { (name: $0, ground: $1) }
    grounds = Dictionary(uniqueKeysWithValues: entries.map { ($0.name, $0.ground) })
    if bySize.count > kept.count || nodes.contains(where: { Self.group(of: $0, coloring) == nil }) {
      entries.append((name: "other", ground: style.theme.otherGround))
    }
    self.entries = entries
  }

  func ground(of node: Diagram.Node) -> Color {
    guard title != nil else { return theme.fill(node.kind) }
    return Self.group(of: node, coloring).flatMap { grounds[$0] } ?? theme.otherGround
  }

  private static func title(_ coloring: Style.Coloring) -> String? {
    switch coloring {
    case .relation, .kind: nil
    case .type: "type"
    case .group(let title): title
    }
  }

  private static func group(of node: Diagram.Node, _ coloring: Style.Coloring) -> String? {
    switch coloring {
    case .relation, .kind: nil
    case .type: node.type
    case .group: node.group.map(DrawnText.cleaned)
    }
  }
}
