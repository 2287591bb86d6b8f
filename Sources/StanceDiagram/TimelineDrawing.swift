import StanceModel

/// The rows of a timeline on a canvas.
struct TimelineDrawing {
  private static let size = 10.0
  private static let axisWidth = 440.0
  private static let lineHeight = 13.0
  /// Between the axis and the column of marks without a date.
  private static let undatedGap = 26.0

  let rows: [Timeline.Row]
  let styles: RelationStyles
  let theme: Theme
  /// The marks without a date of the row that has the most.
  private let mostUndated: Int

  init(rows: [Timeline.Row], styles: RelationStyles, theme: Theme) {
    (self.rows, self.styles, self.theme) = (rows, styles, theme)
    mostUndated = rows.map(\.undated.count).max() ?? 0
  }

  private var actors: Int { Set(rows.map(\.actor)).count }
  private var proposals: Int { Set(rows.map(\.proposal)).count }
  /// Whether rows stand in blocks headed by their actor.
  private var hasBlocks: Bool { actors > 1 && proposals > 1 }

  func canvas() -> Canvas {
    let labels = rows.map(label)
    let labelWidth =
      labels.flatMap(\.self).map { TextMetrics.width($0, size: Self.size) }.max() ?? 0
    let left = labelWidth + (hasBlocks ? 12 : 0) + 16
    let axis = TimeAxis(dates: rows.flatMap(\.stances).compactMap(\.date), width: Self.axisWidth)
    var body = Canvas(width: left + Self.axisWidth + undatedWidth)
    var actor: String?
    for (row, label) in zip(rows, labels) {
      if hasBlocks, row.actor != actor { addHeading(row.actor, on: &body) }
      actor = row.actor
      add(row, label: label, left: left, axis: axis, on: &body)
    }
    var canvas = Canvas(width: body.width)
    addGrid(axis, left: left, height: body.height, on: &canvas)
    addUndatedColumn(left: left + axis.width, height: body.height, on: &canvas)
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
      zip(row.dated, row.dated.dropFirst()).contains { $0.relation != $1.relation }
    }) {
      entries.append(
        .sample("turn: another stance than before", [ring(Point(x: 22, y: 6))], "turn"))
    }
    if stances.compactMap(\.date).contains(where: { $0.first != $0.last }) {
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
    for (stance, x) in zip(row.dated, places) {
      let turns = before.map { $0 != stance.relation } ?? false
      add(stance, at: Point(x: x, y: middle), isTurn: turns, on: &canvas)
      before = stance.relation
    }
    for (index, stance) in row.undated.enumerated() {
      let x = left + axis.width + Self.undatedGap + (Double(index) + 0.5) * undatedStep
      add(stance, at: Point(x: x, y: middle), isTurn: false, on: &canvas)
    }
    canvas.height += height
  }

  private func add(
    _ stance: DrawnStance, at center: Point, isTurn: Bool, on canvas: inout Canvas
  ) {
    var shapes = mark(styles[stance.relation], at: center, isConditional: stance.isConditional)
    if isTurn { shapes.append(ring(center)) }
    let name = EdgeText.className(stance.relation) + (isTurn ? " turn" : "")
    canvas.add(
      Canvas.Mark(shapes: shapes, className: name, tooltip: stance.tooltip, url: stance.url))
  }

  /// Between two marks without a date, so that their column is no wider than the axis.
  private var undatedStep: Double { min(12, Self.axisWidth / Double(max(1, mostUndated))) }

  /// The room to the right of the axis that marks without a date need.
  private var undatedWidth: Double {
    let heading = TextMetrics.width("undated", size: 8.5)
    return mostUndated == 0
      ? 0 : Self.undatedGap + max(heading, Double(mostUndated) * undatedStep) + 5
  }

  /// The ground and the heading of the marks without a date.
  private func addUndatedColumn(left: Double, height: Double, on canvas: inout Canvas) {
    guard undatedWidth > 0 else { return }
    let style = Canvas.TextStyle(size: 8.5, color: theme.muted)
    let corner = Point(x: left + Self.undatedGap - 5, y: 14)
    canvas.add(
      .rectangle(
        corner, width: undatedWidth - Self.undatedGap + 5, height: height + 6,
        fill: theme.clusterGround),
      .text("undated", Point(x: left + Self.undatedGap, y: 9), style), className: "undated")
  }

  /// The middles of the dates, moved apart where two marks would hide each other, as far as the axis
  /// has room for all of them.
  private func places(of row: Timeline.Row, axis: TimeAxis) -> [Double] {
    var places: [Double] = []
    let room = axis.width / Double(max(1, row.dated.count))
    for date in row.dated.compactMap(\.date) {
      let middle = (axis.place(of: date.first) + axis.place(of: date.last)) / 2
      places.append(max(middle, (places.last ?? -100) + min(9, room)))
    }
    // What was pushed over the right end moves back with what pushed it.
    var limit = axis.width
    for index in places.indices.reversed() {
      places[index] = min(places[index], limit)
      limit = places[index] - min(4, room)
    }
    return places
  }

  private func addLines(
    _ row: Timeline.Row, places: [Double], middle: Double, left: Double, axis: TimeAxis,
    on canvas: inout Canvas
  ) {
    for date in row.dated.compactMap(\.date) where date.first != date.last {
      let ends = [date.first, date.last].map {
        Point(x: left + axis.place(of: $0), y: middle)
      }
      canvas.add(.line(ends, Canvas.Pen(color: theme.rule, width: 4)), className: "interval")
    }
    for (index, stance) in row.dated.enumerated().dropLast() {
      let style = styles[stance.relation]
      let ends = [places[index], places[index + 1]].map { Point(x: $0, y: middle) }
      canvas.add(.line(ends, Canvas.Pen(color: style.color, width: 1.6, line: style.line)))
    }
  }

  private func addGrid(_ axis: TimeAxis, left: Double, height: Double, on canvas: inout Canvas) {
    let style = Canvas.TextStyle(size: 8.5, color: theme.muted, anchor: .middle)
    for tick in axis.labelledTicks(size: style.size) {
      let x = left + tick.place
      let line = Canvas.Shape.line(
        [Point(x: x, y: 14), Point(x: x, y: 20 + height)],
        Canvas.Pen(color: theme.rule, width: 0.7))
      let label = tick.labelPlace.map {
        Canvas.Shape.text(tick.label, Point(x: left + $0, y: 9), style)
      }
      canvas.add(Canvas.Mark(shapes: [line] + [label].compactMap(\.self), className: "tick"))
    }
  }

  /// The mark of a relation, about 9 points wide; hollow with a condition.
  private func mark(_ style: RelationStyle, at center: Point, isConditional: Bool) -> [Canvas.Shape]
  {
    let fill = isConditional ? theme.ground : style.color
    let pen = Canvas.Pen(color: style.color, width: 1.4)
    let corners = style.mark.corners
    guard !corners.isEmpty else { return [.disc(center, radius: 4.2, fill: fill, pen: pen)] }
    return [.area(corners.map { center.moved(by: $0.x, $0.y) }, fill: fill, pen: pen)]
  }

  private func ring(_ center: Point) -> Canvas.Shape {
    .disc(center, radius: 7.6, fill: nil, pen: Canvas.Pen(color: theme.ink, width: 1.1))
  }
}
