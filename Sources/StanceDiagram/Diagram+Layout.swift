import StanceModel

extension Diagram {
  /// Above this number of edges a network is laid out by sfdp unless the style says otherwise.
  public static let mostEdgesInLayers = 250

  /// The engine that lays the network out: the style's, or sfdp above `mostEdgesInLayers`, neato for
  /// a network without directions, dot for all others.
  public var layout: Style.Layout {
    if let layout = style.layout { return layout }
    if edges.count > Self.mostEdgesInLayers { return .sfdp }
    let hasClusters = nodes.contains { $0.cluster != nil }
    return !edges.isEmpty && edges.allSatisfy { !$0.isDirected } && !hasClusters ? .neato : .dot
  }

  /// Where edges lead: the style's direction, or to the right, which suits names in a line.
  public var direction: Style.Direction { style.direction ?? .right }

  /// Whether the answer is too dense for a drawing of nodes and links, so that a matrix shows more:
  /// over 60 edges and more than two and a half for each node.
  public var suggestsMatrix: Bool {
    edges.count > 60 && Double(edges.count) > 2.5 * Double(nodes.count)
  }

  /// What the program tells a person who asked for this drawing, one sentence each: boxes that the
  /// layout cannot draw, a layout that will be slow, an answer that a matrix shows better.
  public var advice: [String] {
    var sentences: [String] = []
    if !layout.drawsClusters, nodes.contains(where: { $0.cluster != nil }) {
      sentences.append("the layout \(layout.rawValue) draws no clusters; dot, fdp and osage do")
    }
    if isTooLargeForLayout {
      sentences.append("the layout \(layout.rawValue) is slow above 150 edges; sfdp is not")
    }
    if suggestsMatrix {
      sentences.append(
        "\(edges.count) edges between \(nodes.count) nodes are hard to read; draw matrix shows more"
      )
    }
    return sentences
  }

  /// Whether `fdp` or `circo`, whose time grows with the cube of the edges, should not be asked.
  public var isTooLargeForLayout: Bool {
    switch layout {
    case .fdp, .circo: edges.count > 150
    case .dot, .neato, .sfdp, .twopi, .osage: false
    }
  }
}
