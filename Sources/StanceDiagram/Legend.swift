import StanceModel

/// A legend as rows of samples with their names.
struct Legend {
  static let size = 10.0
  private static let sampleWidth = 30.0
  private static let rowHeight = 18.0
  private static let gap = 18.0

  let entries: [LegendEntry]
  let theme: Theme

  /// The legend in as many rows as the width needs, in points. Entries of a section share a row
  /// where they fit in one.
  func canvas(width: Double) -> Canvas {
    var canvas = Canvas(width: 0)
    var corner = Point(x: 0, y: 0)
    func breakRow() { corner = Point(x: 0, y: corner.y + Self.rowHeight) }
    for section in sections() {
      let whole = section.reduce(0) { $0 + self.width(of: $1) }
      if corner.x > 0, corner.x + whole > width { breakRow() }
      for entry in section {
        let itemWidth = self.width(of: entry)
        if corner.x > 0, corner.x + itemWidth > width { breakRow() }
        canvas.add(mark(entry, at: corner))
        corner.x += itemWidth
        canvas.width = max(canvas.width, corner.x - Self.gap)
      }
    }
    canvas.height = entries.isEmpty ? 0 : corner.y + Self.rowHeight
    return canvas
  }

  /// Relations with what qualifies them, then kinds, then groups under their heading.
  private func sections() -> [[LegendEntry]] {
    let split = entries.map(\.section)
    return (0...2).map { section in
      zip(entries, split).filter { $0.1 == section }.map(\.0)
    }
  }

  private func width(of entry: LegendEntry) -> Double {
    textStart(of: entry) + TextMetrics.width(entry.text, size: Self.size) + Self.gap
  }

  private func textStart(of entry: LegendEntry) -> Double {
    switch entry {
    case .heading: 0
    case .group: 26
    case .kind: 29
    case .relation, .condition, .weight, .sample: Self.sampleWidth + 6
    }
  }

  private func mark(_ entry: LegendEntry, at corner: Point) -> Canvas.Mark {
    var shapes = sample(entry).map { $0.moved(by: corner.x, corner.y + 3) }
    shapes.append(
      .text(
        entry.text, corner.moved(by: textStart(of: entry), 12.6),
        Canvas.TextStyle(size: Self.size, color: theme.ink)))
    return Canvas.Mark(shapes: shapes, className: entry.className)
  }

  /// What an entry looks like within 30 by 12 points.
  private func sample(_ entry: LegendEntry) -> [Canvas.Shape] {
    switch entry {
    case .relation(_, let style, let isDirected):
      let pen = Canvas.Pen(color: style.color, width: 1.6 + style.emphasis, line: style.line)
      let end = isDirected ? 21.0 : 30
      return [.line([Point(x: 0, y: 6), Point(x: end, y: 6)], pen)]
        + (isDirected ? head(style, at: Point(x: 30, y: 6)) : [])
    case .condition:
      let pen = Canvas.Pen(color: theme.muted, width: 1.6)
      return [
        .line([Point(x: 0, y: 6), Point(x: 16, y: 6)], pen),
        .disc(Point(x: 19, y: 6), radius: 3, fill: nil, pen: Canvas.Pen(color: theme.muted)),
        .area(triangle(at: Point(x: 30, y: 6)), fill: theme.muted, pen: nil),
      ]
    case .weight:
      return [1.3, 2.2, 4].enumerated().map { index, width in
        let x = Double(index) * 11
        return .line(
          [Point(x: x, y: 6), Point(x: x + 8, y: 6)], Canvas.Pen(color: theme.muted, width: width))
      }
    case .kind(let kind, let hasGround):
      let pen = Canvas.Pen(color: theme.outline(kind))
      let area = outline(kind, fill: hasGround ? theme.fill(kind) : theme.ground, pen: pen)
      guard kind == .place else { return [area] }
      return [area, .rectangle(Point(x: 2, y: 2), width: 19, height: 8, fill: nil, pen: pen)]
    case .sample(_, let shapes, _): return shapes
    case .heading: return []
    case .group(_, let ground):
      return [
        .rectangle(
          Point(x: 0, y: 0), width: 20, height: 12, fill: ground,
          pen: Canvas.Pen(color: theme.muted, width: 0.6))
      ]
    }
  }

  private func head(_ style: RelationStyle, at tip: Point) -> [Canvas.Shape] {
    switch style.head {
    case .normal: [.area(triangle(at: tip), fill: style.color, pen: nil)]
    case .dot: [.disc(tip.moved(by: -4, 0), radius: 4, fill: style.color, pen: nil)]
    case .diamond:
      [
        .area(
          [tip, tip.moved(by: -5, -3.4), tip.moved(by: -10, 0), tip.moved(by: -5, 3.4)],
          fill: style.color, pen: nil)
      ]
    case .tee:
      [
        .line(
          [tip.moved(by: -9, 0), tip.moved(by: -2, 0)], Canvas.Pen(color: style.color, width: 1.6)),
        .rectangle(tip.moved(by: -3, -5), width: 2.4, height: 10, fill: style.color),
      ]
    }
  }

  private func triangle(at tip: Point) -> [Point] {
    [tip, tip.moved(by: -8, -3.4), tip.moved(by: -8, 3.4)]
  }

  private func outline(_ kind: NodeKind, fill: Color, pen: Canvas.Pen) -> Canvas.Shape {
    let points: [(Double, Double)] =
      switch kind {
      case .actor: [(0, 1), (1, 0), (22, 0), (23, 1), (23, 11), (22, 12), (1, 12), (0, 11)]
      case .proposal: [(0, 0), (18, 0), (23, 4), (23, 12), (0, 12)]
      case .place: [(0, 0), (23, 0), (23, 12), (0, 12)]
      }
    return .area(points.map { Point(x: $0.0, y: $0.1) }, fill: fill, pen: pen)
  }
}
