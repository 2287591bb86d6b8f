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

  /// An edge as points along its way, and what they lie in.
  private struct Way {
    var edge: String
    var points: [Point]
    var box: Box
  }

  let network: DrawnNetwork
  /// The control points of each edge: Bézier curves joined at every third.
  let paths: [String: [Point]]
  /// What no label should hide: nodes and the names of clusters.
  let boxes: [Placement.Box]

  private var style: Style { network.diagram.style }

  /// The labels in the coordinates of the paths, in the order of the edges.
  func canvas() -> Canvas {
    let labels = network.edges.compactMap(label)
    guard !labels.isEmpty else { return Canvas(width: 0) }
    let ways = network.edges.compactMap { edge in paths[edge.name].flatMap { way(edge.name, $0) } }
    let boxes = boxes.map { Box(center: $0.center, width: $0.width, height: $0.height) }
    var placed: [Label] = []
    for label in labels {
      guard let path = paths[label.edge] else { continue }
      var best: (cost: Double, label: Label)?
      for place in Self.places {
        var candidate = label
        candidate.box.center = Self.point(on: path, at: place)
        let cost = cost(of: candidate, at: place, placed: placed, boxes: boxes, ways: ways)
        if cost < best?.cost ?? .infinity { best = (cost, candidate) }
      }
      if let best { placed.append(best.label) }
    }
    var canvas = Canvas(width: 0)
    for label in placed { canvas.add(mark(label)) }
    return canvas
  }

  private func label(_ drawn: DrawnNetwork.Edge) -> Label? {
    let lines = EdgeText.label(of: drawn.edge, widths: style.widths)
    guard !lines.isEmpty else { return nil }
    let width = lines.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let box = Box(
      center: Point(x: 0, y: 0), width: width + 4, height: Double(lines.count) * Self.lineHeight)
    return Label(
      edge: drawn.name, lines: lines, color: network.styles[drawn.edge.relation].color,
      tooltip: EdgeText.tooltip(drawn, in: network), box: box)
  }

  /// Parts of the way, the likeliest first.
  private static let places = [
    0.4, 0.35, 0.45, 0.3, 0.5, 0.25, 0.55, 0.6, 0.2, 0.65, 0.7, 0.75, 0.15, 0.8,
  ]

  /// What a place costs: nodes and labels more than other edges, and those more than a less usual place.
  private func cost(
    of label: Label, at place: Double, placed: [Label], boxes: [Box], ways: [Way]
  ) -> Double {
    let labels =
      placed.count { $0.box.overlaps(label.box) } + boxes.count { $0.overlaps(label.box) }
    let crossed = ways.count { way in
      way.edge != label.edge && way.box.overlaps(label.box)
        && way.points.contains(where: label.box.contains)
    }
    return Double(labels) * 100 + Double(crossed) + abs(place - 0.4)
  }

  private func mark(_ label: Label) -> Canvas.Mark {
    let look = Canvas.TextStyle(
      size: Self.size, color: label.color, anchor: .middle, ground: style.theme.ground)
    let top = label.box.center.y - label.box.height / 2
    let ground = Canvas.Shape.rectangle(
      Point(x: label.box.center.x - label.box.width / 2, y: top), width: label.box.width,
      height: label.box.height, fill: style.theme.ground)
    let texts = label.lines.enumerated().map { index, line in
      let base = top + Double(index) * Self.lineHeight + 8.6
      return Canvas.Shape.text(line, Point(x: label.box.center.x, y: base), look)
    }
    return Canvas.Mark(
      shapes: [ground] + texts, className: "label \(label.edge)", tooltip: label.tooltip)
  }

  private func way(_ edge: String, _ path: [Point]) -> Way? {
    let points = (1..<40).map { Self.point(on: path, at: Double($0) / 40) }
    return Placement.Box(around: points).map {
      Way(
        edge: edge, points: points, box: Box(center: $0.center, width: $0.width, height: $0.height))
    }
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
