import StanceModel

/// The cells of a matrix on a canvas.
struct MatrixDrawing {
  private static let size = 10.0
  private static let cellHeight = 24.0
  /// Up to this number of columns have their names above them in several lines; more have them in
  /// steps, each with a line down to its column.
  private static let mostWide = 12

  let grid: Matrix.Grid
  let styles: RelationStyles
  let theme: Theme

  private var isWide: Bool { grid.proposals.count <= Self.mostWide }

  /// Wide enough for the signs of the fullest cell, and for their numbers where it has some.
  private var cellWidth: Double {
    let widths = grid.cells.joined().map { parts in
      Double(parts.count) * (parts.contains { $0.count > 1 } ? 20 : 14)
    }
    return max(isWide ? 70 : 30, 3 + (widths.max() ?? 0))
  }

  func canvas() -> Canvas {
    let names = grid.actors.map {
      DrawnText.wrapped(DrawnText.shortened($0, to: 120), width: 170, size: Self.size, lines: 2)
    }
    let left =
      (names.flatMap(\.self).map { TextMetrics.width($0, size: Self.size) }.max() ?? 0) + 18
    var canvas = isWide ? wideHeadings(left: left) : steppedHeadings(left: left)
    let top = canvas.height
    for (row, name) in names.enumerated() {
      let corner = Point(x: left, y: top + Double(row) * Self.cellHeight)
      addName(name, at: corner, on: &canvas)
      for (column, cell) in grid.cells[row].enumerated() {
        add(cell, at: corner.moved(by: Double(column) * cellWidth, 0), on: &canvas)
      }
    }
    canvas.height = top + Double(names.count) * Self.cellHeight
    canvas.width = max(canvas.width, left + Double(grid.proposals.count) * cellWidth)
    return canvas
  }

  func legend() -> [LegendEntry] {
    var entries = styles.order.map { name in
      let part = Matrix.Part(relation: name, stances: [])
      return LegendEntry.sample(
        name,
        shapes(part, isConditional: false, at: Point(x: 6, y: -2), width: 24, height: 16),
        EdgeText.className(name))
    }
    let parts = grid.cells.flatMap(\.self).flatMap(\.self)
    if parts.contains(where: \.isConditional) {
      let pen = Canvas.Pen(color: theme.muted, width: 1.4)
      let cell = Canvas.Shape.rectangle(
        Point(x: 6.7, y: -1.3), width: 22.6, height: 14.6, fill: theme.ground, pen: pen)
      entries.append(.sample("only with a condition", [cell], "condition"))
    }
    if parts.contains(where: { $0.count > 1 }) {
      let style = Canvas.TextStyle(size: 9, color: theme.ink, anchor: .middle)
      let isDerived = parts.flatMap(\.stances).contains { $0.derivedWeight != nil }
      entries.append(
        .sample(
          isDerived ? "number of shared proposals" : "number of statements",
          [.text("2, 3 …", Point(x: 15, y: 9.4), style)], "count"))
    }
    return entries
  }

  private func wideHeadings(left: Double) -> Canvas {
    let headings = grid.proposals.map {
      DrawnText.wrapped(DrawnText.shortened($0, to: 120), width: cellWidth - 6, size: 8.5, lines: 7)
    }
    let lines = headings.map(\.count).max() ?? 0
    var canvas = Canvas(width: 0, height: Double(lines) * 11 + 6)
    let style = Canvas.TextStyle(size: 8.5, color: theme.ink, anchor: .middle)
    for (column, heading) in headings.enumerated() {
      for (index, line) in heading.enumerated() {
        let y = Double(lines - heading.count + index) * 11 + 9
        let x = left + (Double(column) + 0.5) * cellWidth
        canvas.add(.text(line, Point(x: x, y: y), style), className: "column")
      }
    }
    return canvas
  }

  private func steppedHeadings(left: Double) -> Canvas {
    let height = Double(grid.proposals.count) * 13 + 6
    var canvas = Canvas(width: 0, height: height)
    let style = Canvas.TextStyle(size: 9, color: theme.ink, ground: theme.ground)
    for (column, proposal) in grid.proposals.enumerated() {
      let x = left + (Double(column) + 0.5) * cellWidth
      let base = Double(column) * 13 + 10
      let label = DrawnText.shortened(proposal, to: 60)
      canvas.add(
        .line(
          [Point(x: x, y: base - 3), Point(x: x, y: height)],
          Canvas.Pen(color: theme.muted, width: 0.6)),
        .line(
          [Point(x: x, y: base - 3), Point(x: x + 5, y: base - 3)],
          Canvas.Pen(color: theme.muted, width: 0.6)),
        .text(label, Point(x: x + 8, y: base), style), className: "column")
      canvas.width = max(canvas.width, x + 8 + TextMetrics.width(label, size: 9))
    }
    return canvas
  }

  private func addName(_ lines: [String], at corner: Point, on canvas: inout Canvas) {
    let style = Canvas.TextStyle(size: Self.size, color: theme.ink, anchor: .end)
    let first = corner.y + (Self.cellHeight - Double(lines.count) * 11) / 2 + 9
    for (index, line) in lines.enumerated() {
      let base = first + Double(index) * 11
      canvas.add(.text(line, Point(x: corner.x - 8, y: base), style), className: "row")
    }
  }

  /// The parts of a cell side by side within its frame.
  private func add(_ cell: [Matrix.Part], at corner: Point, on canvas: inout Canvas) {
    let frame = Canvas.Shape.rectangle(
      corner, width: cellWidth, height: Self.cellHeight, fill: nil,
      pen: Canvas.Pen(color: theme.rule, width: 0.7))
    canvas.add(frame)
    let width = (cellWidth - 3) / Double(max(1, cell.count))
    for (index, part) in cell.enumerated() {
      let shapes = shapes(
        part, isConditional: part.isConditional,
        at: corner.moved(by: 1.5 + Double(index) * width, 1.5), width: width,
        height: Self.cellHeight - 3)
      canvas.add(
        Canvas.Mark(
          shapes: shapes, className: EdgeText.className(part.relation),
          tooltip: DrawnStance.tooltip(of: part.stances), url: part.stances.first?.url))
    }
  }

  /// A ground with the sign of the relation and the number of statements; hollow with a condition.
  private func shapes(
    _ part: Matrix.Part, isConditional: Bool, at corner: Point, width: Double, height: Double
  ) -> [Canvas.Shape] {
    let style = styles[part.relation]
    let isHollow = isConditional && !part.stances.isEmpty
    let inset = isHollow ? 0.7 : 0
    let ground = Canvas.Shape.rectangle(
      corner.moved(by: inset, inset), width: width - 2 * inset, height: height - 2 * inset,
      fill: isHollow ? theme.ground : style.color,
      pen: isHollow ? Canvas.Pen(color: style.color, width: 1.4) : nil)
    let count = part.count
    let text = count > 1 && width >= 18 ? "\(style.mark.sign)\(count)" : style.mark.sign
    let ink = isHollow ? style.color : theme.ground
    let label = Canvas.TextStyle(
      size: width < 25 && text.count > 2 ? 7 : 10, color: ink, isBold: true, anchor: .middle)
    return [ground, .text(text, corner.moved(by: width / 2, height / 2 + 3.6), label)]
  }
}
