import StanceModel

/// One line of a legend. Only what a picture shows has one.
enum LegendEntry: Sendable {
  case relation(String, RelationStyle, isDirected: Bool)
  case condition
  /// What the width of an edge stands for.
  case weight(String)
  /// The shape of a kind, and its ground where that does not stand for something else.
  case kind(NodeKind, hasGround: Bool)
  case group(String, Color)
  /// Shapes on 30 by 12 points, what they mean, and their class.
  case sample(String, [Canvas.Shape], String)
  /// What the following groups are.
  case heading(String)

  /// The entries of a network: relations, conditions, widths, kinds where there are several, groups.
  static func all(in network: DrawnNetwork) -> [LegendEntry] {
    let diagram = network.diagram
    let edges = network.edges.map(\.edge)
    let directed = Set(edges.filter(\.isDirected).map(\.relation))
    var entries = network.styles.order.map {
      LegendEntry.relation($0, network.styles[$0], isDirected: directed.contains($0))
    }
    if edges.contains(where: { $0.isConditional && $0.isDirected }) { entries.append(.condition) }
    if let width = width(diagram.style.widths, of: network) { entries.append(.weight(width)) }
    let kinds = Set(diagram.nodes.map(\.kind))
    if kinds.count > 1 {
      entries += NodeKind.allCases.filter(kinds.contains).map {
        .kind($0, hasGround: network.groups.title == nil)
      }
    }
    if let title = network.groups.title { entries.append(.heading(title)) }
    return entries + network.groups.entries.map { .group($0.name, $0.ground) }
  }

  /// What the widths of the edges say, and whether that is written beside them; nil where all are
  /// the same.
  private static func width(_ widths: Style.Widths, of network: DrawnNetwork) -> String? {
    let (edges, isWritten) = (network.edges.map(\.edge), network.hasEdgeLabels)
    switch widths {
    case .even: return nil
    case .weight(let name):
      guard edges.contains(where: { $0.weight > 1 }) else { return nil }
      return isWritten ? "×n: number of \(name)" : "wider: more \(name)"
    case .measure(let name, let isCount):
      let differs = network.measures.lowerBound < network.measures.upperBound
      guard edges.contains(where: { $0.measure != nil }), isWritten || differs else { return nil }
      return isWritten ? (isCount ? "×n: \(name)" : "number: \(name)") : "wider: more \(name)"
    }
  }

  /// What stands beside the sample.
  var text: String {
    switch self {
    case .relation(let name, _, _): DrawnText.shortened(name, to: 40)
    case .condition: "with a condition"
    case .weight(let text): DrawnText.shortened(text, to: 60)
    case .sample(let text, _, _): DrawnText.shortened(text, to: 40)
    case .heading(let title): DrawnText.shortened(title, to: 40) + ":"
    case .kind(let kind, _): kind.name
    case .group(let name, _): DrawnText.shortened(name, to: 40)
    }
  }

  var section: Int {
    switch self {
    case .relation, .condition, .weight, .sample: 0
    case .kind: 1
    case .group, .heading: 2
    }
  }

  var className: String {
    switch self {
    case .relation(let name, _, _): "legend \(EdgeText.className(name))"
    case .condition: "legend condition"
    case .weight: "legend weight"
    case .kind(let kind, _): "legend \(kind.name)"
    case .sample(_, _, let name): "legend \(name)"
    case .group, .heading: "legend group"
    }
  }
}
