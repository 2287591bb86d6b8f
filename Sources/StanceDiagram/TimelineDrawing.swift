import StanceModel

/// The rows of a timeline on a canvas.
struct TimelineDrawing {
  private static let size = 10.0
  private static let lineHeight = 13.0
  /// Between the axis and the column of marks without a date.
  private static let undatedGap = 26.0

  let rows: [Timeline.Row]
  let styles: RelationStyles
  let theme: Theme
  private let axis: TimeAxis
  /// Of each row.
  private let marks: [TimelineMarks]

  init(rows: [Timeline.Row], styles: RelationStyles, theme: Theme) {
    (self.rows, self.styles, self.theme) = (rows, styles, theme)
    let dates = rows.flatMap(\.stances).compactMap(\.date)
    let axis = TimeAxis(dates: dates, width: dates.isEmpty ? 0 : 440)
    self.axis = axis
    marks = rows.map { TimelineMarks($0.stances, axis: axis) }
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
    var body = Canvas(width: left + axis.width + undatedWidth)
    var actor: String?
    for (index, row) in rows.enumerated() {
      if hasBlocks, row.actor != actor { addHeading(row.actor, on: &body) }
      actor = row.actor
      add(marks[index], label: labels[index], left: left, on: &body)
    }
    var canvas = Canvas(width: body.width)
    if axis.width > 0 { addGrid(left: left, height: body.height, on: &canvas) }
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
    let drawn = marks.flatMap { $0.dated + $0.undated }
    if drawn.contains(where: \.isTurn) {
      entries.append(
        .sample("turn: another stance than before", [ring(Point(x: 22, y: 6))], "turn"))
    }
    if drawn.contains(where: { $0.count != nil }) {
      entries.append(
        .sample("number of statements", [count("×n", at: Point(x: 15, y: 6))], "count"))
    }
    if drawn.contains(where: { interval(of: $0) != nil }) {
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
    _ marks: TimelineMarks, label: [String], left: Double, on canvas: inout Canvas
  ) {
    let laneHeight = marks.dated.contains(where: \.isTurn) ? 16.0 : 12.0
    let height = max(
      Double(max(1, label.count)) * Self.lineHeight + 8, Double(marks.lanes) * laneHeight + 8)
    let middle = canvas.height + height / 2
    let style = Canvas.TextStyle(size: Self.size, color: theme.ink)
    let first = middle - Double(label.count) * Self.lineHeight / 2 + 10.2
    for (index, line) in label.enumerated() {
      let base = Point(x: hasBlocks ? 12 : 0, y: first + Double(index) * Self.lineHeight)
      canvas.add(.text(line, base, style), className: "row")
    }
    // The lanes lie evenly about the middle, where there is an even number a little below it.
    let line = middle + (marks.lanes % 2 == 0 ? laneHeight / 2 : 0)
    let places = marks.dated.map { mark in
      let steps = Double((mark.lane + 1) / 2) * (mark.lane % 2 == 0 ? 1 : -1)
      return Point(x: left + mark.place, y: line + steps * laneHeight)
    }
    for (mark, place) in zip(marks.dated, places) {
      guard let interval = interval(of: mark) else { continue }
      let ends = [interval.lowerBound, interval.upperBound].map { Point(x: left + $0, y: place.y) }
      canvas.add(.line(ends, Canvas.Pen(color: theme.rule, width: 4)), className: "interval")
    }
    addLines(marks.moments, left: left, height: line, on: &canvas)
    for (mark, place) in zip(marks.dated, places) { add(mark, at: place, on: &canvas) }
    let column = left + axis.width + Self.undatedGap
    for mark in marks.undated {
      add(mark, at: Point(x: column + mark.place, y: middle), on: &canvas)
    }
    canvas.height += height
  }

  /// The line of a row in the colour of what was said last, grey where that was several things.
  private func addLines(
    _ moments: [TimelineMarks.Moment], left: Double, height: Double, on canvas: inout Canvas
  ) {
    for (moment, next) in zip(moments, moments.dropFirst()) {
      let style = moment.relations.count == 1 ? moment.relations.first.map { styles[$0] } : nil
      let pen = Canvas.Pen(
        color: style?.color ?? theme.rule, width: 1.6, line: style?.line ?? .solid)
      let ends = [moment.place, next.place].map { Point(x: left + $0, y: height) }
      canvas.add(.line(ends, pen))
    }
  }

  private func add(_ mark: TimelineMarks.Mark, at center: Point, on canvas: inout Canvas) {
    guard let first = mark.stances.first else { return }
    var shapes = self.mark(
      styles[first.relation], at: center, isConditional: first.isConditional)
    if mark.isTurn { shapes.append(ring(center)) }
    if let text = mark.count {
      shapes.append(count(text, at: center.moved(by: mark.isTurn ? 9 : 6, 0)))
    }
    let name = EdgeText.className(first.relation) + (mark.isTurn ? " turn" : "")
    canvas.add(
      Canvas.Mark(
        shapes: shapes, className: name, tooltip: DrawnStance.tooltip(of: mark.stances),
        url: first.url))
  }

  /// The year or the month of a mark, where that is longer than the mark.
  private func interval(of mark: TimelineMarks.Mark) -> ClosedRange<Double>? {
    let dates = mark.stances.compactMap(\.date)
    guard let first = dates.map({ axis.place(of: $0.first) }).min(),
      let last = dates.map({ axis.place(of: $0.last) }).max(), last - first > 12,
      dates.contains(where: { $0.first != $0.last })
    else { return nil }
    return first...last
  }

  /// The room to the right of the axis that marks without a date need.
  private var undatedWidth: Double {
    let widest = marks.map(\.undatedWidth).max() ?? 0
    let heading = TextMetrics.width("undated", size: 8.5)
    return widest == 0 ? 0 : Self.undatedGap + max(heading, widest) + 5
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

  private func addGrid(left: Double, height: Double, on canvas: inout Canvas) {
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

  private func count(_ text: String, at point: Point) -> Canvas.Shape {
    let style = Canvas.TextStyle(
      size: TimelineMarks.Mark.countSize, color: theme.ink, ground: theme.ground)
    return .text(text, point.moved(by: 0, 3.2), style)
  }

  private func ring(_ center: Point) -> Canvas.Shape {
    .disc(center, radius: 7.6, fill: nil, pen: Canvas.Pen(color: theme.ink, width: 1.1))
  }
}
