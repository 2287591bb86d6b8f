/// What stands around a drawing: the title and the legend above it, the footer below.
package struct Furniture: Sendable {
  package let above: Canvas
  package let below: Canvas
  package let theme: Theme

  /// The margin around everything, in points.
  package static let margin = 14.0
  /// The narrowest picture with a caption, in points.
  static let narrowest = 420.0

  /// - Parameters:
  ///   - width: how wide the drawing is, in points; captions are broken to that width, or to
  ///     `narrowest`.
  init(caption: Caption, legend: [LegendEntry], theme: Theme, width: Double) {
    let width = max(width, Self.narrowest)
    self.theme = theme
    above = Self.above(caption, legend: legend, theme: theme, width: width)
    below = Self.below(caption, theme: theme, width: width)
  }

  private static func above(
    _ caption: Caption, legend: [LegendEntry], theme: Theme, width: Double
  ) -> Canvas {
    var canvas = Canvas(width: 0)
    if let title = caption.title {
      let style = Canvas.TextStyle(size: 16, color: theme.ink, isBold: true)
      write(title, style: style, lines: 4, width: width, className: "title", on: &canvas)
      canvas.height += 8
    }
    if caption.hasLegend, !legend.isEmpty {
      let drawn = Legend(entries: legend, theme: theme).canvas(width: width)
      canvas.place(drawn, at: Point(x: 0, y: canvas.height))
      canvas.height += 6
    }
    if canvas.height > 0 { canvas.height += 4 }
    return canvas
  }

  private static func below(_ caption: Caption, theme: Theme, width: Double) -> Canvas {
    var canvas = Canvas(width: 0)
    let lines = caption.footer
    guard !lines.isEmpty else { return canvas }
    canvas.add(
      .line(
        [Point(x: 0, y: 10), Point(x: width, y: 10)], Canvas.Pen(color: theme.rule, width: 0.8)),
      className: "rule")
    (canvas.width, canvas.height) = (width, 14)
    let style = Canvas.TextStyle(size: 9, color: theme.muted)
    for line in lines {
      write(line, style: style, lines: 6, width: width, className: "footer", on: &canvas)
    }
    return canvas
  }

  /// Adds lines at the lower edge, which moves down.
  private static func write(
    _ text: String, style: Canvas.TextStyle, lines: Int, width: Double, className: String,
    on canvas: inout Canvas
  ) {
    let wrapped = DrawnText.wrapped(
      text, width: width, size: style.size, lines: lines, isBold: style.isBold)
    for line in wrapped {
      canvas.add(
        .text(line, Point(x: 0, y: canvas.height + style.size), style), className: className)
      canvas.height += style.size * 1.35
      let drawn = TextMetrics.width(line, size: style.size, isBold: style.isBold)
      canvas.width = max(canvas.width, drawn)
    }
  }
}

extension DrawnNetwork {
  /// Title, legend and footer for a drawing of that width, in points, with notes on how it was drawn.
  package func furniture(width: Double, notes: [String] = []) -> Furniture {
    let legend = LegendEntry.all(in: self)
    var caption = diagram.caption
    caption.notes += notes
    return Furniture(
      caption: caption, legend: legend, theme: diagram.style.theme, width: width)
  }
}
