@testable import StanceDiagram

extension Canvas {
  /// What lies beyond the edges, by half a point or more; text as wide as it is measured.
  var outside: [String] {
    marks.flatMap(\.shapes).filter { shape in
      shape.box.map {
        $0.least.x < -0.5 || $0.least.y < -0.5 || $0.most.x > width + 0.5
          || $0.most.y > height + 0.5
      } ?? false
    }.map { "\($0)" }
  }

  /// Lines of text with their boxes.
  var writing: [(text: String, box: Placement.Box)] {
    marks.flatMap(\.shapes).compactMap { shape in
      guard case .text(let text, _, _) = shape else { return nil }
      return shape.box.map { (text, $0) }
    }
  }
}

extension Canvas.Shape {
  /// Nil of a shape without points.
  var box: Placement.Box? {
    switch self {
    case .line(let points, _), .area(let points, _, _): return Placement.Box(around: points)
    case .disc(let center, let radius, _, _):
      return Placement.Box(
        around: [center.moved(by: -radius, -radius), center.moved(by: radius, radius)])
    case .text(let text, let point, let style):
      let width = TextMetrics.width(text, size: style.size, isBold: style.isBold)
      let left: Double =
        switch style.anchor {
        case .start: 0
        case .middle: -width / 2
        case .end: -width
        }
      // Capitals of DejaVu Sans rise by 0.73 of the size, descenders fall by 0.24.
      return Placement.Box(
        around: [
          point.moved(by: left, -0.73 * style.size),
          point.moved(by: left + width, 0.24 * style.size),
        ])
    }
  }
}

extension Placement.Box {
  func overlaps(_ other: Placement.Box) -> Bool {
    least.x < other.most.x && other.least.x < most.x && least.y < other.most.y
      && other.least.y < most.y
  }
}
