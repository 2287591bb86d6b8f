/// Where an engine has put the parts of a network: by name (`n1`, `c2`, `e3`), in points, y pointing
/// down.
package struct Placement: Sendable {
  /// The upper left and the lower right corner.
  package struct Box: Sendable {
    package var least: Point
    package var most: Point

    package init(least: Point, most: Point) { (self.least, self.most) = (least, most) }

    /// The box around the points; nil around none.
    package init?(around points: [Point]) {
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
      else { return nil }
      (least, most) = (Point(x: left, y: top), Point(x: right, y: bottom))
    }

    var center: Point { Point(x: (least.x + most.x) / 2, y: (least.y + most.y) / 2) }
    package var width: Double { most.x - least.x }
    package var height: Double { most.y - least.y }

    /// The box around both, with a hair around the other.
    package func holding(_ other: Box?) -> Box {
      guard let other else { return self }
      var whole = self
      whole.least = Point(x: min(least.x, other.least.x - 2), y: min(least.y, other.least.y - 2))
      whole.most = Point(x: max(most.x, other.most.x + 2), y: max(most.y, other.most.y + 2))
      return whole
    }
  }

  package var nodes: [String: Box] = [:]
  package var clusters: [String: Box] = [:]
  /// The control points of joined Bézier curves.
  package var edges: [String: [Point]] = [:]
  /// The middle of the room that the engine made for the labels of edges.
  package var labels: [String: Point] = [:]

  package init() {}
}

/// The elements that open what a part of a drawing holds.
package struct Opening: Sendable {
  package let elements: String
  /// Whether one of them is a link, which has to be closed.
  package let hasLink: Bool

  init(title: String, url: String?) {
    let link = url.flatMap(WebAddress.sanitized).map(XMLText.link)
    elements = "<title>\(XMLText.escaped(title))</title>\n" + (link ?? "")
    hasLink = link != nil
  }
}

extension DrawnNetwork {
  private var theme: Theme { diagram.style.theme }

  /// Whether there is room for labels on edges at all.
  package var hasEdgeLabels: Bool { edges.count <= EdgeText.mostLabelled }

  /// Whether the engine is to make room for labels: where some were asked for. The few short ones
  /// that a picture has by itself stand on their lines.
  package var makesRoomForLabels: Bool { hasEdgeLabels && hasAskedLabels }

  private var hasAskedLabels: Bool { edges.contains { !$0.edge.labels.isEmpty } }

  /// What opens each node (`n1`), edge (`e1`) and cluster (`c1`).
  package func openings() -> [String: Opening] {
    var openings: [String: Opening] = [:]
    openings.reserveCapacity(nodes.count + edges.count + clusters.count)
    for node in nodes { openings[node.name] = Opening(title: node.tooltip, url: node.node.url) }
    for edge in edges {
      openings[edge.name] = Opening(title: EdgeText.tooltip(edge, in: self), url: edge.edge.url)
    }
    for (index, cluster) in clusters.enumerated() {
      openings["c\(index + 1)"] = Opening(title: cluster.label ?? "", url: nil)
    }
    return openings
  }

  /// The name of a node in its box; nothing for a name that no node has.
  package func text(ofNode name: String, in box: Placement.Box) -> Canvas {
    var canvas = Canvas(width: 0)
    guard let rank = Int(name.dropFirst()), nodes.indices.contains(rank - 1) else { return canvas }
    let lines = nodes[rank - 1].text.lines
    let style = Canvas.TextStyle(size: NodeText.size, color: theme.ink, anchor: .middle)
    let center = box.center
    let first = center.y - Double(lines.count - 1) / 2 * NodeText.lineHeight + NodeText.size * 0.36
    for (index, line) in lines.enumerated() {
      let base = first + Double(index) * NodeText.lineHeight
      canvas.add(.text(line, Point(x: center.x, y: base), style))
    }
    return canvas
  }

  /// The names of the clusters and the labels of the edges, which lie over the lines.
  package func lettering(on placement: Placement) -> Lettering {
    var canvas = Canvas(width: 0)
    var names: [Placement.Box] = []
    for (index, cluster) in clusters.enumerated() {
      guard let label = cluster.label, let box = placement.clusters["c\(index + 1)"] else {
        continue
      }
      names += add(ClusterText(label), to: "c\(index + 1)", at: box.least, on: &canvas)
    }
    var lettering = Lettering()
    if hasEdgeLabels {
      lettering = EdgeLabels(self, on: placement, names: names).lettering
    } else if hasAskedLabels {
      lettering.omission = .edges
    }
    canvas.place(lettering.canvas, at: Point(x: 0, y: 0))
    lettering.canvas = canvas
    return lettering
  }

  /// All text, for a picture in which Graphviz draws the shapes.
  package func texts(on placement: Placement) -> Lettering {
    var canvas = Canvas(width: 0)
    for node in nodes {
      guard let box = placement.nodes[node.name] else { continue }
      canvas.place(text(ofNode: node.name, in: box), at: Point(x: 0, y: 0))
    }
    var lettering = lettering(on: placement)
    canvas.place(lettering.canvas, at: Point(x: 0, y: 0))
    lettering.canvas = canvas
    return lettering
  }

  /// Writes the name of a cluster and returns what it covers.
  private func add(
    _ text: ClusterText, to name: String, at corner: Point, on canvas: inout Canvas
  ) -> [Placement.Box] {
    let style = Canvas.TextStyle(
      size: ClusterText.size, color: theme.muted, ground: theme.clusterGround)
    let shapes = text.lines.enumerated().map { index, line in
      let base = Double(index) * ClusterText.lineHeight + 16
      return Canvas.Shape.text(line, corner.moved(by: 10, base), style)
    }
    canvas.add(Canvas.Mark(shapes: shapes, className: "label \(name)"))
    return text.lines.enumerated().compactMap { index, line in
      let top = corner.moved(by: 10, Double(index) * ClusterText.lineHeight + 5)
      let width = TextMetrics.width(line, size: ClusterText.size)
      return Placement.Box(around: [top, top.moved(by: width, ClusterText.lineHeight)])
    }
  }
}
