/// Puts the labels of edges on their lines, where they hide least.
struct EdgeLabels {
  static let size = 9.0
  private static let lineHeight = 11.0
  private struct Box {
    var center: Point
    var width: Double
    var height: Double

    func overlaps(_ other: Box) -> Bool {
      abs(center.x - other.center.x) < (width + other.width) / 2 + 2
        && abs(center.y - other.center.y) < (height + other.height) / 2 + 1
    }

    func contains(_ point: Point) -> Bool {
      abs(center.x - point.x) < width / 2 && abs(center.y - point.y) < height / 2
    }
  }

  private struct Label {
    var edge: String
    var lines: [String]
    var color: Color
    var tooltip: String
    var box: Box
  }

  let network: DrawnNetwork
  let diagram: Diagram
  /// The control points of each edge: Bézier curves joined at every third.
  let paths: [String: [Point]]
  /// Opposite corners of each node's box.
  let nodes: [(Point, Point)]

  /// The labels in the coordinates of the paths, in the order of the edges.
  func canvas() -> Canvas {
    let labels = network.edges.compactMap(label)
    let samples = paths.mapValues(Self.samples)
    let boxes = nodes.map { one, other in
      Box(
        center: Point(x: (one.x + other.x) / 2, y: (one.y + other.y) / 2),
        width: abs(one.x - other.x), height: abs(one.y - other.y))
    }
    var placed: [Label] = []
    for label in labels {
      guard let path = paths[label.edge] else { continue }
      var best: (cost: Double, label: Label)?
      for place in Self.places {
        var candidate = label
        candidate.box.center = Self.point(on: path, at: place)
        let cost = cost(of: candidate, at: place, placed: placed, boxes: boxes, samples: samples)
        if cost < best?.cost ?? .infinity { best = (cost, candidate) }
      }
      if let best { placed.append(best.label) }
    }
    var canvas = Canvas(width: 0)
    for label in placed { canvas.add(mark(label)) }
    return canvas
  }

  private func label(_ drawn: DrawnNetwork.Edge) -> Label? {
    let lines = EdgeText.label(of: drawn.edge, widths: diagram.style.widths)
    guard !lines.isEmpty else { return nil }
    let width = lines.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let box = Box(
      center: Point(x: 0, y: 0), width: width + 4, height: Double(lines.count) * Self.lineHeight)
    return Label(
      edge: drawn.name, lines: lines, color: network.styles[drawn.edge.relation].color,
      tooltip: EdgeText.tooltip(drawn), box: box)
  }

  /// Parts of the way, the likeliest first.
  private static let places = [
    0.4, 0.35, 0.45, 0.3, 0.5, 0.25, 0.55, 0.6, 0.2, 0.65, 0.7, 0.75, 0.15, 0.8,
  ]

  /// What a place costs: nodes and labels more than other edges, and those more than a less usual place.
  private func cost(
    of label: Label, at place: Double, placed: [Label], boxes: [Box], samples: [String: [Point]]
  ) -> Double {
    let labels =
      placed.count { $0.box.overlaps(label.box) } + boxes.count { $0.overlaps(label.box) }
    var crossed = 0
    for (name, points) in samples where name != label.edge {
      if points.contains(where: label.box.contains) { crossed += 1 }
    }
    return Double(labels) * 100 + Double(crossed) + abs(place - 0.4)
  }

  private func mark(_ label: Label) -> Canvas.Mark {
    let style = Canvas.TextStyle(
      size: Self.size, color: label.color, anchor: .middle, ground: diagram.style.theme.ground)
    let top = label.box.center.y - label.box.height / 2
    let shapes = label.lines.enumerated().map { index, line in
      let base = top + Double(index) * Self.lineHeight + 8.6
      return Canvas.Shape.text(line, Point(x: label.box.center.x, y: base), style)
    }
    return Canvas.Mark(
      shapes: shapes, className: "label \(label.edge)", tooltip: label.tooltip)
  }

  private static func samples(_ path: [Point]) -> [Point] {
    (1..<40).map { point(on: path, at: Double($0) / 40) }
  }

  /// The point at a part of the way, counted by curves.
  static func point(on path: [Point], at part: Double) -> Point {
    guard path.count >= 4 else { return path.first ?? Point(x: 0, y: 0) }
    let curves = (path.count - 1) / 3
    let along = part * Double(curves)
    let index = min(curves - 1, Int(along))
    let t = along - Double(index)
    let weights = [
      (1 - t) * (1 - t) * (1 - t), 3 * t * (1 - t) * (1 - t), 3 * t * t * (1 - t), t * t * t,
    ]
    var point = Point(x: 0, y: 0)
    for (weight, control) in zip(weights, path[(3 * index)...]) {
      point.x += weight * control.x
      point.y += weight * control.y
    }
    return point
  }
}

extension Diagram {
  /// Whether there is room for labels on edges at all.
  package var hasEdgeLabels: Bool { edges.count <= EdgeText.mostLabelled }

  /// The labels of the edges on the paths that an engine has given them; none without room.
  ///
  /// - Parameters:
  ///   - paths: by the id of the edge (`e12`), the control points of joined Bézier curves, y
  ///     pointing down.
  ///   - nodes: opposite corners of the box of each node.
  package func edgeLabels(
    on paths: [String: [Point]], around nodes: [(Point, Point)]
  ) -> Canvas {
    guard hasEdgeLabels else { return Canvas(width: 0) }
    return EdgeLabels(network: DrawnNetwork(self), diagram: self, paths: paths, nodes: nodes)
      .canvas()
  }
}
