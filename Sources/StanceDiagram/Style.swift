/// How a network is drawn.
public struct Style: Hashable, Sendable {
  /// The engines of Graphviz that lay a network out.
  public enum Layout: String, CaseIterable, Hashable, Sendable {
    case dot, neato, fdp, sfdp, circo, twopi, osage

    /// Whether boxes around the nodes of a cluster are drawn.
    public var drawsClusters: Bool {
      switch self {
      case .dot, .fdp, .osage: true
      case .neato, .sfdp, .circo, .twopi: false
      }
    }
  }

  /// Where edges lead in a layered drawing.
  public enum Direction: String, CaseIterable, Hashable, Sendable {
    case right, left, down, up

    var rank: String {
      switch self {
      case .right: "LR"
      case .left: "RL"
      case .down: "TB"
      case .up: "BT"
      }
    }
  }

  /// What the colours of nodes stand for. Edges always have the colour of their relation.
  public enum Coloring: Hashable, Sendable {
    /// The kinds, which shapes tell apart too.
    case relation
    case kind
    case type
    /// `Node.group`, called by this name: `country`.
    case group(String)
  }

  /// What the width of an edge stands for.
  public enum Widths: Hashable, Sendable {
    case even
    /// `Edge.weight`, called so: `statements`, `shared proposals`.
    case weight(String)
    /// `Edge.measure`, called so: `avg confidence`; counts are written with ×.
    case measure(String, isCount: Bool)
  }

  /// Chosen by `Diagram.layout` where it is nil.
  public var layout: Layout?
  /// Chosen by `Diagram.direction` where it is nil.
  public var direction: Direction?
  public var coloring: Coloring
  public var widths: Widths
  public var theme: Theme
  /// The declared relations in the graph's order: their place decides their colour, so that it is
  /// the same in every picture of a graph. Relations that are missing here follow by name.
  public var declaredRelations: [String]

  public init(
    layout: Layout? = nil, direction: Direction? = nil, coloring: Coloring = .relation,
    widths: Widths = .weight("statements"), theme: Theme = .light, declaredRelations: [String] = []
  ) {
    self.layout = layout
    self.direction = direction
    self.coloring = coloring
    self.widths = widths
    self.theme = theme
    self.declaredRelations = declaredRelations
  }
}
