/// How the edges and marks of a relation look. Colour is always doubled by the line or the head.
struct RelationStyle: Hashable, Sendable {
  enum Line: String, Hashable, Sendable {
    case solid, dashed, dotted
  }

  /// Names of arrow heads of Graphviz.
  enum Head: String, Hashable, Sendable {
    case normal, tee, diamond, dot
  }

  /// What a statement of the relation is on a timeline and in a matrix.
  enum Mark: String, Hashable, Sendable {
    case disc, bar, diamond, triangle, square, wedge, star, cross, pentagon, hexagon

    /// In a matrix: a sign that DejaVu Sans has.
    var sign: String {
      switch self {
      case .disc: "+"
      case .bar: "−"
      case .diamond: "◆"
      case .triangle: "▲"
      case .square: "■"
      case .wedge: "▼"
      case .star: "★"
      case .cross: "✚"
      case .pentagon: "⬟"
      case .hexagon: "⬢"
      }
    }

    /// The corners around the middle, in points; none of a disc.
    var corners: [Point] {
      let pairs: [(Double, Double)] =
        switch self {
        case .disc: []
        case .bar: [(-2.2, -5.5), (2.2, -5.5), (2.2, 5.5), (-2.2, 5.5)]
        case .diamond: [(0, -5.5), (5.5, 0), (0, 5.5), (-5.5, 0)]
        case .triangle: [(-4.6, 4), (4.6, 4), (0, -4.8)]
        case .square: [(-3.8, -3.8), (3.8, -3.8), (3.8, 3.8), (-3.8, 3.8)]
        case .wedge: [(-4.6, -4), (4.6, -4), (0, 4.8)]
        case .star:
          [
            (0, -5.5), (1.3, -1.8), (5.2, -1.7), (2.1, 0.7), (3.2, 4.4), (0, 2.2), (-3.2, 4.4),
            (-2.1, 0.7), (-5.2, -1.7), (-1.3, -1.8),
          ]
        case .cross:
          [
            (-1.6, -5), (1.6, -5), (1.6, -1.6), (5, -1.6), (5, 1.6), (1.6, 1.6), (1.6, 5),
            (-1.6, 5), (-1.6, 1.6), (-5, 1.6), (-5, -1.6), (-1.6, -1.6),
          ]
        case .pentagon: [(0, -5), (4.8, -1.5), (2.9, 4), (-2.9, 4), (-4.8, -1.5)]
        case .hexagon: [(-4.8, 0), (-2.4, -4.2), (2.4, -4.2), (4.8, 0), (2.4, 4.2), (-2.4, 4.2)]
        }
      return pairs.map { Point(x: $0.0, y: $0.1) }
    }
  }

  var color: Color
  var line: Line
  /// Added to the width of the pen, in points.
  var emphasis = 0.0
  var head: Head
  var mark = Mark.disc
}

extension Theme {
  /// Supports is a blue arrow, rejects a dashed vermilion bar, proposes a heavy green diamond, hosts
  /// a dotted purple disc: the colours of Okabe and Ito, darkened to 4.5 : 1 against the ground.
  func style(builtIn relation: String) -> RelationStyle? {
    switch relation {
    case "supports":
      RelationStyle(color: pick("#0072B2", "#56B4E9"), line: .solid, head: .normal)
    case "rejects":
      RelationStyle(color: pick("#BE4D00", "#F5935A"), line: .dashed, head: .tee, mark: .bar)
    case "proposes":
      RelationStyle(
        color: pick("#007E5C", "#2FC79B"), line: .solid, emphasis: 1.2, head: .diamond,
        mark: .diamond)
    case "hosts":
      RelationStyle(
        color: pick("#A03C7E", "#E09AC6"), line: .dotted, emphasis: 0.4, head: .dot,
        mark: .triangle)
    default: nil
    }
  }

  /// The style of the nth declared relation. There are 18: three colours, each with three lines and
  /// two heads, and with all six marks; the 19th looks like the first.
  func style(declared index: Int) -> RelationStyle {
    let colors = [
      pick("#96650A", "#E69F00"), pick("#5B4BA8", "#B1A5F0"), pick("#3D454D", "#C5CCD3"),
    ]
    let lines: [RelationStyle.Line] = [.solid, .dashed, .dotted]
    let marks: [RelationStyle.Mark] = [.square, .wedge, .star, .cross, .pentagon, .hexagon]
    let (column, round) = (index % 3, index / 3 % 6)
    return RelationStyle(
      color: colors[column], line: lines[(column + round) % 3],
      head: round % 2 == 0 ? .normal : .dot, mark: marks[(column + 3 * round + round / 2) % 6])
  }

  /// The style of the nth derived relation by name. Agreement and conflict look like the support
  /// and the rejection that they are made of; others are grey.
  func style(derived relation: String, index: Int) -> RelationStyle {
    let gray = pick("#66707A", "#9AA4AE")
    switch relation {
    case "agrees with":
      return RelationStyle(color: pick("#0072B2", "#56B4E9"), line: .solid, head: .normal)
    case "conflicts with":
      return RelationStyle(
        color: pick("#BE4D00", "#F5935A"), line: .dashed, head: .normal, mark: .bar)
    default:
      let lines: [RelationStyle.Line] = [.solid, .dashed, .dotted]
      return RelationStyle(color: gray, line: lines[index % 3], head: .normal)
    }
  }
}

/// The styles of all relations of a picture.
struct RelationStyles: Sendable {
  /// The relations in the order of a legend.
  let order: [String]
  private let styles: [String: RelationStyle]

  /// - Parameters:
  ///   - declared: the declared relations in the graph's order.
  ///   - derived: which of the drawn relations were derived.
  init(drawn: Set<String>, declared: [String], derived: Set<String>, theme: Theme) {
    let builtIn = ["proposes", "supports", "rejects", "hosts"].filter(drawn.contains)
    let rest = drawn.subtracting(builtIn).subtracting(derived)
    var seen: Set<String> = []
    let known = declared.filter { theme.style(builtIn: $0) == nil && seen.insert($0).inserted }
    let declaredOrder = known + rest.subtracting(known).sorted(by: DrawnText.isBefore)
    let derivedOrder = derived.subtracting(builtIn).sorted(by: DrawnText.isBefore)
    var styles: [String: RelationStyle] = [:]
    for name in builtIn { styles[name] = theme.style(builtIn: name) }
    for (index, name) in declaredOrder.enumerated() { styles[name] = theme.style(declared: index) }
    for (index, name) in derivedOrder.enumerated() {
      styles[name] = theme.style(derived: name, index: index)
    }
    self.styles = styles
    order = builtIn + declaredOrder.filter(rest.contains) + derivedOrder
  }

  /// The style of a drawn relation.
  subscript(relation: String) -> RelationStyle {
    styles[relation]
      ?? RelationStyle(color: Color("#66707A"), line: .solid, head: .normal)
  }
}
