import StanceModel

/// Who reads a DOT text.
public enum DOTReader: Hashable, Sendable {
  /// Any Graphviz: title, footer and legend are part of the graph.
  case anyone
  /// Our own SVG: the shapes alone, in the sizes that their names need; all text is added afterwards,
  /// so that Graphviz need not load a font.
  case webPage
  /// PNG and PDF: as for a web page, with addresses that are not escaped for XML.
  case paper
}

extension Diagram {
  /// The network as a DOT text: the same bytes for the same nodes and edges in any order.
  ///
  /// Nodes are called `n1`…, edges have the ids `e1`…; labels and tooltips are escaped, addresses
  /// sanitized, and nothing else comes from data.
  public func dot(for reader: DOTReader = .anyone) -> String { DrawnNetwork(self).dot(for: reader) }
}

extension DrawnNetwork {
  /// - Parameter makesRoom: whether labels that `makesRoomForLabels` get it.
  package func dot(for reader: DOTReader, makesRoom: Bool = true) -> String {
    DOTPrinter(self, for: reader, makesRoom: makesRoom && makesRoomForLabels).text()
  }
}

private struct DOTPrinter {
  private let network: DrawnNetwork
  private let reader: DOTReader
  /// Whether there is to be room for the labels of edges.
  private let makesRoom: Bool
  /// What all edges of a relation have.
  private let pens: [String: String]

  private var diagram: Diagram { network.diagram }
  private var theme: Theme { diagram.style.theme }

  init(_ network: DrawnNetwork, for reader: DOTReader, makesRoom: Bool) {
    self.network = network
    self.makesRoom = makesRoom && reader != .anyone
    self.reader = reader
    let pens = network.styles.order.map { relation in
      let style = network.styles[relation]
      return (
        relation,
        "class=\"\(EdgeText.className(relation))\" color=\(DOTText.plain(style.color.hex))"
          + " style=\"\(style.line.rawValue)\""
      )
    }
    self.pens = Dictionary(pens) { first, _ in first }
  }

  func text() -> String {
    var lines = ["digraph stance {"] + graphDefaults()
    for (index, cluster) in network.clusters.enumerated() {
      lines += self.cluster(cluster, index: index)
    }
    lines += network.edges.map(edge)
    if reader == .anyone, diagram.caption.hasLegend, diagram.layout == .dot {
      lines += DOTLegend(entries: LegendEntry.all(in: network), theme: theme).lines()
    }
    lines.append("}")
    return DOTText.comments(diagram.caption.origins) + lines.joined(separator: "\n") + "\n"
  }

  private func graphDefaults() -> [String] {
    let font = "fontname=\(DOTText.plain(TextMetrics.fontName))"
    var graph = reader == .anyone ? [("layout", diagram.layout.rawValue)] : []
    graph += [
      ("bgcolor", theme.ground.hex),
      ("color", theme.rule.hex), ("fontcolor", theme.muted.hex), ("fontsize", "11"),
      ("pad", reader == .anyone ? "0.15" : "0.03"),
    ]
    graph += layoutSettings()
    let caption = reader == .anyone ? captionLines() : []
    var settings = graph.map { "\($0.0)=\(DOTText.plain($0.1))" }
    if !caption.isEmpty {
      settings.append(
        "label=\(DOTText.label(caption, ending: "\\l")) labelloc=\"t\" labeljust=\"l\"")
    }
    return [
      "  graph [\(font) \(settings.joined(separator: " "))]",
      "  node [\(font) fontsize=\"11\" fontcolor=\(DOTText.plain(theme.ink.hex))"
        + " style=\"filled\" penwidth=\"1\" margin=\"0.14,0.08\" height=\"0.35\" width=\"0.6\"]",
      "  edge [\(font) fontsize=\"9\" arrowsize=\"0.75\"]",
    ]
  }

  private func captionLines() -> [String] {
    let lines = [diagram.caption.title].compactMap(\.self) + diagram.caption.footer
    return lines.flatMap { DrawnText.wrapped($0, width: 560, size: 11, lines: 6) }
  }

  /// The settings of the engine: spacing for names, and less work on larger networks.
  private func layoutSettings() -> [(String, String)] {
    let isLarge = network.edges.count > 120
    switch diagram.layout {
    case .dot:
      let across = diagram.direction == .right || diagram.direction == .left
      let basic = [
        ("rankdir", diagram.direction.rank), ("nodesep", across || keepsRoom ? "0.16" : "0.3"),
        ("ranksep", ranksep(isAcross: across)),
      ]
      return isLarge
        ? basic + [
          ("nslimit", "1"), ("nslimit1", "1"), ("mclimit", "0.1"), ("splines", "line"),
        ] : basic + [("splines", "true")]
    case .neato:
      return [("overlap", "prism"), ("sep", sep("+10")), ("splines", isLarge ? "line" : "true")]
    case .sfdp:
      return [
        ("overlap", "prism"), ("sep", sep("+6")), ("splines", "line"),
        ("outputorder", "edgesfirst"),
      ]
    case .fdp, .circo, .twopi, .osage:
      return [("overlap", "prism"), ("sep", sep("+8")), ("splines", isLarge ? "line" : "true")]
    }
  }

  /// The points around nodes; more where labels are to stand between them.
  private func sep(_ usual: String) -> String { makesRoom ? "+26" : usual }

  /// Whether letters that nobody sees keep the room. They keep lines apart too: where there are many,
  /// their bends hide more than labels that stand where they can.
  private var keepsRoom: Bool {
    let hasClusters = network.clusters.contains { $0.label != nil }
    let most = hasClusters ? EdgeText.mostBetweenClusters : EdgeText.mostInLayers
    return makesRoom && diagram.layout == .dot && network.edges.count <= most
  }

  /// Inches between layers; dot halves them around a layer of labels, which takes its own room.
  private func ranksep(isAcross: Bool) -> String {
    if keepsRoom { return isAcross ? "1.4" : "0.9" }
    if makesRoom { return isAcross ? "3.6" : "1.8" }
    return isAcross ? (reader == .anyone ? "1.1" : "2.4") : (reader == .anyone ? "0.6" : "1")
  }

  private func cluster(_ cluster: DrawnNetwork.Cluster, index: Int) -> [String] {
    let nodes = cluster.nodes.map(node)
    guard let label = cluster.label else { return nodes.map { "  " + $0 } }
    let text = ClusterText(label)
    let lines = reader == .anyone ? text.lines : text.placeholders
    let settings =
      [
        "id=\"c\(index + 1)\"", "label=\(DOTText.label(lines, ending: "\\l"))",
        reader == .anyone ? "" : "fontcolor=\"transparent\"",
        "labeljust=\"l\"", "style=\"rounded,filled\"", "margin=\"12\"",
        "fillcolor=\(DOTText.plain(theme.clusterGround.hex))",
      ].filter { !$0.isEmpty } + tooltip(label)
    return ["  subgraph cluster_\(index + 1) {", "    graph [\(settings.joined(separator: " "))]"]
      + nodes.map { "    " + $0 } + ["  }"]
  }

  private func node(_ drawn: DrawnNetwork.Node) -> String {
    let node = drawn.node
    let settings =
      ["id=\"\(drawn.name)\"", "class=\"\(node.kind.name)\""] + size(drawn) + [
        NodeShape.attributes(node.kind),
        "fillcolor=\(DOTText.plain(drawn.ground.hex))",
        "color=\(DOTText.plain(theme.outline(node.kind).hex))",
      ] + tooltip(drawn.tooltip) + address(node.url)
    return "\(drawn.name) [\(settings.joined(separator: " "))]"
  }

  /// The label for those who measure it; for ourselves the size that it needs.
  private func size(_ drawn: DrawnNetwork.Node) -> [String] {
    let size = drawn.text.size(withRoomFor: diagram.layout == .dot ? drawn.degree : 0, diagram)
    let (width, height) = (DOTText.number(size.width / 72), DOTText.number(size.height / 72))
    guard reader == .anyone else {
      return ["label=\"\"", "width=\"\(width)\"", "height=\"\(height)\"", "fixedsize=\"true\""]
    }
    let label = "label=\(DOTText.label(drawn.text.lines))"
    return drawn.degree > 3 && diagram.layout == .dot
      ? [label, "width=\"\(width)\"", "height=\"\(height)\""] : [label]
  }

  /// What stands under the pointer; in our own SVG we write it ourselves.
  private func tooltip(_ text: @autoclosure () -> String) -> [String] {
    reader == .anyone ? ["tooltip=\(DOTText.label([text()]))"] : []
  }

  private func address(_ url: String?) -> [String] {
    guard reader != .webPage, let safe = url.flatMap(WebAddress.sanitized) else { return [] }
    let text = reader == .paper ? safe : safe.replacing("&", with: "&amp;")
    return ["URL=\(DOTText.plain(text))", "target=\"_blank\""]
  }

  private func edge(_ drawn: DrawnNetwork.Edge) -> String {
    let edge = drawn.edge
    let style = network.styles[edge.relation]
    let width = EdgeText.width(
      of: edge, style: style, widths: diagram.style.widths, measures: network.measures)
    var settings = [
      "id=\"\(drawn.name)\"", pens[edge.relation] ?? "",
      "penwidth=\"\(DOTText.number(width))\"", EdgeText.heads(of: edge, style: style),
    ]
    settings += tooltip(EdgeText.tooltip(drawn, in: network))
    let label = EdgeText.label(of: edge, widths: diagram.style.widths)
    if reader == .anyone, !label.isEmpty {
      settings.append("label=\(DOTText.label(label))")
      settings.append("fontcolor=\(DOTText.plain(style.color.hex))")
    } else if keepsRoom, !label.isEmpty {
      settings += EdgeLabels.room(for: label)
    }
    settings += address(edge.url)
    let (from, to) = (network.nodes[drawn.from].name, network.nodes[drawn.to].name)
    return "  \(from) -> \(to) [\(settings.joined(separator: " "))]"
  }
}
