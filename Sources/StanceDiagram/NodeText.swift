/// The name of a node in lines, and the box that it needs.
struct NodeText: Hashable, Sendable {
  static let size = 11.0
  static let lineHeight = 13.2
  /// The widest line, in points.
  private static let widest = 150.0
  /// The room between the ends of two edges at one node, in points.
  private static let edgeRoom = 8.0

  let lines: [String]

  init(_ label: String) {
    let lines = DrawnText.wrapped(
      DrawnText.shortened(label, to: 200), width: Self.widest, size: Self.size, lines: 8)
    self.lines = lines.isEmpty ? ["–"] : lines
  }

  /// The size of the box in points; a layered drawing gives edges room to end beside each other.
  func size(withRoomFor edges: Int, _ diagram: Diagram) -> (width: Double, height: Double) {
    let measured = lines.map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let (width, height) = (max(43.2, measured + 20), Double(lines.count) * Self.lineHeight + 12)
    let room = Double(edges) * Self.edgeRoom
    switch diagram.direction {
    case .right, .left: return (width, max(height, room))
    case .down, .up: return (max(width, room), height)
    }
  }
}

/// The name of a cluster in lines at the upper left corner of its box.
struct ClusterText {
  static let size = 11.0
  static let lineHeight = 13.2

  let lines: [String]

  init(_ label: String) { lines = DrawnText.wrapped(label, width: 200, size: Self.size, lines: 3) }

  /// Letters that take as much room where Graphviz has no fonts and takes an `x` for half as wide as
  /// it is high.
  var placeholders: [String] {
    lines.map { line in
      let width = TextMetrics.width(line, size: Self.size)
      return String(repeating: "x", count: Int((width / (Self.size / 2)).rounded(.up)))
    }
  }
}
