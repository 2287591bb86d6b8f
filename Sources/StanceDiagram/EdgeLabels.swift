/// Puts the labels of edges where the engine made room for them, or on or beside their lines, where
/// they hide least. A label that would hide a name or another label is left out.
struct EdgeLabels {
  static let size = 9.0
  static let lineHeight = 11.0

  private struct Label {
    var edge: String
    var lines: [String]
    var color: Color
    var tooltip: String
    var box: LabelBox
    var isPlaced = false
  }

  private let network: DrawnNetwork
  private var labels: [Label]

  /// - Parameters:
  ///   - placement: where nodes, edges and the room for labels are.
  ///   - names: the names of clusters.
  init(_ network: DrawnNetwork, on placement: Placement, names: [Placement.Box]) {
    self.network = network
    labels = network.edges.compactMap { Self.label($0, in: network) }
    guard !labels.isEmpty else { return }
    let ways = Dictionary(
      network.edges.compactMap { edge in
        placement.edges[edge.name].flatMap { EdgeWay(edge.name, $0) }.map { (edge.name, $0) }
      }
    ) { first, _ in first }
    let boxes = placement.nodes.values.map(LabelBox.init) + names.map(LabelBox.init)
    var ground = LabelGround(
      boxes: boxes, ways: network.edges.compactMap { ways[$0.name] })
    for index in labels.indices {
      guard let room = placement.labels[labels[index].edge],
        let way = ways[labels[index].edge]
      else { continue }
      labels[index].box.center = room
      labels[index].isPlaced = ground.isClear(labels[index].box, of: way)
      if labels[index].isPlaced { ground.take(labels[index].box) }
    }
    for index in labels.indices where !labels[index].isPlaced {
      let (edge, box) = (labels[index].edge, labels[index].box)
      let room = placement.labels[edge] == nil ? nil : box
      guard let way = ways[edge], let box = ground.place(for: box, along: way, room: room) else {
        continue
      }
      (labels[index].box, labels[index].isPlaced) = (box, true)
      ground.take(box)
    }
  }

  /// The labels in the coordinates of the placement, in the order of the edges.
  var lettering: Lettering {
    var lettering = Lettering()
    for label in labels where label.isPlaced { lettering.canvas.add(mark(label)) }
    let omitted = labels.count { !$0.isPlaced }
    lettering.omission = omitted > 0 ? .room(omitted) : nil
    lettering.extent = Placement.Box(
      around: labels.filter(\.isPlaced).flatMap { label in
        [label.box.corner, label.box.corner.moved(by: label.box.width, label.box.height)]
      })
    return lettering
  }

  private static func label(_ drawn: DrawnNetwork.Edge, in network: DrawnNetwork) -> Label? {
    let lines = EdgeText.label(of: drawn.edge, widths: network.diagram.style.widths)
    guard !lines.isEmpty else { return nil }
    let box = LabelBox(
      center: Point(x: 0, y: 0), width: width(of: lines) + 4,
      height: Double(lines.count) * lineHeight)
    return Label(
      edge: drawn.name, lines: lines, color: network.styles[drawn.edge.relation].color,
      tooltip: EdgeText.tooltip(drawn, in: network), box: box)
  }

  private static func width(of lines: [String]) -> Double {
    lines.map { TextMetrics.width($0, size: size) }.max() ?? 0
  }

  private func mark(_ label: Label) -> Canvas.Mark {
    let theme = network.diagram.style.theme
    let look = Canvas.TextStyle(
      size: Self.size, color: label.color, anchor: .middle, ground: theme.ground)
    let top = label.box.corner.y
    let ground = Canvas.Shape.rectangle(
      label.box.corner, width: label.box.width, height: label.box.height, fill: theme.ground)
    let texts = label.lines.enumerated().map { index, line in
      let base = top + Double(index) * Self.lineHeight + 8.6
      return Canvas.Shape.text(line, Point(x: label.box.center.x, y: base), look)
    }
    return Canvas.Mark(
      shapes: [ground] + texts, className: "label \(label.edge)", tooltip: label.tooltip)
  }
}

extension EdgeLabels {
  /// Attributes of an edge that make dot leave room for lines of text where it has no fonts and takes
  /// an `x` for half as wide as it is high: letters that nobody sees, a little larger than the text.
  static func room(for lines: [String]) -> [String] {
    let height = Double(lines.count) * lineHeight + 5
    let size = (height / Double(lines.count) / 1.2 * 100).rounded() / 100
    let count = Int(((width(of: lines) + 10) / (size / 2)).rounded(.up))
    let letters = Array(repeating: String(repeating: "x", count: count), count: lines.count)
    return [
      "label=\(DOTText.label(letters))", "fontsize=\"\(DOTText.number(size))\"",
      "fontcolor=\"transparent\"",
    ]
  }
}

/// What is written over the lines of a drawing.
package struct Lettering: Sendable {
  /// How far below the middle of the room for a label the middle of its base lines is, in sizes of
  /// the letters that keep it.
  package static let baseline = 0.3

  enum Omission: Hashable, Sendable {
    /// So many labels have no room.
    case room(Int)
    /// There are too many edges for labels.
    case edges
  }

  package internal(set) var canvas = Canvas(width: 0)
  /// What the labels of edges cover.
  package internal(set) var extent: Placement.Box?
  /// Why labels are missing.
  var omission: Omission?

  /// What is to be said of labels that are left out.
  ///
  /// - Parameter hasPointer: whether the picture shows more of an edge under the pointer.
  package func notes(hasPointer: Bool) -> [String] {
    let place = hasPointer ? "under the pointer" : "under the pointer in an SVG"
    switch omission {
    case nil: return []
    case .room(1): return ["1 label is left out for want of room; it is \(place)."]
    case .room(let count):
      return ["\(count) labels are left out for want of room; they are \(place)."]
    case .edges:
      return [
        "Labels are left out above \(EdgeText.mostLabelled) edges; they are \(place)."
      ]
    }
  }
}
