import StanceModel

/// The rows of a timeline on a canvas.
struct TimelineDrawing {
  private static let size = 10.0
  private static let axisWidth = 440.0
  private static let lineHeight = 13.0

  let rows: [Timeline.Row]
  let styles: RelationStyles
  let theme: Theme

  private var actors: Int { Set(rows.map(\.actor)).count }
  private var proposals: Int { Set(rows.map(\.proposal)).count }
  /// Whether rows stand in blocks headed by their actor.
  private var hasBlocks: Bool { actors > 1 && proposals > 1 }

  func canvas() -> Canvas {
    let labels = rows.map(label)
    let labelWidth =
      labels.flatMap(\.self).map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let left = labelWidth + (hasBlocks ? 12 : 0) + 16
    let axis = TimeAxis(dates: rows.flatMap(\.stances).map(\.date), width: Self.axisWidth)
    var body = Canvas(width: left + Self.axisWidth)
    var actor: String?
    for (row, label) in zip(rows, labels) {
      if hasBlocks, row.actor != actor { addHeading(row.actor, on: &body) }
      actor = row.actor
      add(row, label: label, left: left, axis: axis, on: &body)
    }
    var canvas = Canvas(width: body.width)
    addGrid(axis, left: left, height: body.height, on: &canvas)
    canvas.place(body, at: Point(x: 0, y: 20))
    return canvas
  }

  /// The marks, a turn, an uncertain date.
  func legend() -> [LegendEntry] {
    var entries = styles.order.map { name in
      LegendEntry.sample(
        name, mark(styles[name], at: Point(x: 22, y: 6), isConditional: false),
        EdgeText.className(name))
    }
    let stances = rows.flatMap(\.stances)
    if stances.contains(where: \.isConditional) {
      let gray = RelationStyle(color: theme.muted, line: .solid, head: .normal)
      entries.append(
        .sample(
          "with a condition", mark(gray, at: Point(x: 22, y: 6), isConditional: true),
          "condition"))
    }
    if rows.contains(where: { row in
      zip(row.stances, row.stances.dropFirst()).contains { $0.relation != $1.relation }
    }) {
      entries.append(
        .sample("turn: another stance than before", [ring(Point(x: 22, y: 6))], "turn"))
    }
    if stances.contains(where: { $0.date.first != $0.date.last }) {
      let pen = Canvas.Pen(color: theme.rule, width: 4)
      let bar = Canvas.Shape.line([Point(x: 8, y: 6), Point(x: 30, y: 6)], pen)
      entries.append(.sample("some day of a month or year", [bar], "interval"))
    }
    return entries
  }

  private func label(_ row: Timeline.Row) -> [String] {
    let text = hasBlocks || actors == 1 ? row.proposal : row.actor
    return DrawnText.wrapped(
      DrawnText.shortened(text, to: 120), width: 190, size: Self.size, lines: 2)
  }

  private func addHeading(_ actor: String, on canvas: inout Canvas) {
    let style = Canvas.TextStyle(size: Self.size, color: theme.ink, isBold: true)
    let lines = DrawnText.wrapped(actor, width: 210, size: Self.size, lines: 2, isBold: true)
    canvas.height += 6
    for line in lines {
      canvas.add(.text(line, Point(x: 0, y: canvas.height + 11), style), className: "actor")
      canvas.height += Self.lineHeight
    }
    canvas.height += 3
  }

  private func add(
    _ row: Timeline.Row, label: [String], left: Double, axis: TimeAxis, on canvas: inout Canvas
  ) {
    let height = Double(max(1, label.count)) * Self.lineHeight + 8
    let middle = canvas.height + height / 2
    let style = Canvas.TextStyle(size: Self.size, color: theme.ink)
    for (index, line) in label.enumerated() {
      let base = canvas.height + 4 + Double(index) * Self.lineHeight + 10.2
      canvas.add(.text(line, Point(x: hasBlocks ? 12 : 0, y: base), style), className: "row")
    }
    let places = places(of: row, axis: axis).map { left + $0 }
    addLines(row, places: places, middle: middle, left: left, axis: axis, on: &canvas)
    var before: String?
    for (stance, x) in zip(row.stances, places) {
      let center = Point(x: x, y: middle)
      var shapes = mark(styles[stance.relation], at: center, isConditional: stance.isConditional)
      let turns = before.map { $0 != stance.relation } ?? false
      if turns { shapes.append(ring(center)) }
      before = stance.relation
      let name = EdgeText.className(stance.relation) + (turns ? " turn" : "")
      canvas.add(
        Canvas.Mark(shapes: shapes, className: name, tooltip: stance.tooltip, url: stance.url))
    }
    canvas.height += height
  }

  /// The middles of the dates, moved apart where two marks would hide each other.
  private func places(of row: Timeline.Row, axis: TimeAxis) -> [Double] {
    var places: [Double] = []
    for stance in row.stances {
      let middle = (axis.place(of: stance.date.first) + axis.place(of: stance.date.last)) / 2
      places.append(max(middle, (places.last ?? -100) + 9))
    }
    // What was pushed over the right end moves back with what pushed it.
    var limit = axis.width
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - 4
    }
    return places
  }

  private func addLines(
    _ row: Timeline.Row, places: [Double], middle: Double, left: Double, axis: TimeAxis,
    on canvas: inout Canvas
  ) {
    for stance in row.stances where stance.date.first != stance.date.last {
      let ends = [stance.date.first, stance.date.last].map {
        Point(x: left + axis.place(of: $0), y: middle)
      }
      canvas.add(.line(ends, Canvas.Pen(color: theme.rule, width: 4)), className: "interval")
    }
    for (index, stance) in row.stances.enumerated().dropLast() {
      let style = styles[stance.relation]
      let ends = [places[index], places[index + 1]].map { Point(x: $0, y: middle) }
      canvas.add(.line(ends, Canvas.Pen(color: style.color, width: 1.6, line: style.line)))
    }
  }

  private func addGrid(_ axis: TimeAxis, left: Double, height: Double, on canvas: inout Canvas) {
    let style = Canvas.TextStyle(size: 8.5, color: theme.muted, anchor: .middle)
    for tick in axis.ticks() {
      let half = TextMetrics.width(tick.label, size: 8.5) / 2
      let x = left + tick.place
      let labelPlace = min(max(x, left + half), left + axis.width - half)
      canvas.add(
        .line(
          [Point(x: x, y: 14), Point(x: x, y: 20 + height)],
          Canvas.Pen(color: theme.rule, width: 0.7)),
        .text(tick.label, Point(x: labelPlace, y: 9), style), className: "tick")
    }
  }

  /// The mark of a relation, about 9 points wide; hollow with a condition.
  private func mark(_ style: RelationStyle, at center: Point, isConditional: Bool) -> [Canvas.Shape]
  {
    let fill = isConditional ? theme.ground : style.color
    let pen = Canvas.Pen(color: style.color, width: 1.4)
    switch style.head {
    case .normal: return [.disc(center, radius: 4.2, fill: fill, pen: pen)]
    case .tee:
      return [
        .rectangle(center.moved(by: -2.2, -5.5), width: 4.4, height: 11, fill: fill, pen: pen)
      ]
    case .diamond:
      let points = [(0.0, -5.5), (5.5, 0.0), (0.0, 5.5), (-5.5, 0.0)]
      return [.area(points.map { center.moved(by: $0.0, $0.1) }, fill: fill, pen: pen)]
    case .dot:
      let points = [(-4.6, 4.0), (4.6, 4.0), (0.0, -4.8)]
      return [.area(points.map { center.moved(by: $0.0, $0.1) }, fill: fill, pen: pen)]
    }
  }

  private func ring(_ center: Point) -> Canvas.Shape {
    .disc(center, radius: 7.6, fill: nil, pen: Canvas.Pen(color: theme.ink, width: 1.1))
  }
}
