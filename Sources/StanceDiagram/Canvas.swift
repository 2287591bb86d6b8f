/// A place on a canvas, in points from its upper left corner.
package struct Point: Hashable, Sendable {
  package var x: Double
  package var y: Double

  package init(x: Double, y: Double) {
    self.x = x
    self.y = y
  }

  func moved(by x: Double, _ y: Double) -> Point { Point(x: self.x + x, y: self.y + y) }
}

/// A drawing made of lines, areas and horizontal text, in points, with y pointing down.
package struct Canvas: Sendable {
  /// What a line is drawn with.
  struct Pen: Hashable, Sendable {
    var color: Color
    var width = 1.0
    var line = RelationStyle.Line.solid
  }

  enum Anchor: String, Hashable, Sendable { case start, middle, end }

  struct TextStyle: Hashable, Sendable {
    var size: Double
    var color: Color
    var isBold = false
    var anchor = Anchor.start
    /// The colour of a rim that keeps the text apart from lines under it.
    var ground: Color?
  }

  enum Shape: Sendable {
    case line([Point], Pen)
    case area([Point], fill: Color?, pen: Pen?)
    case disc(Point, radius: Double, fill: Color?, pen: Pen?)
    /// One line of text; the point is on its base line.
    case text(String, Point, TextStyle)
  }

  /// A shape with what a reader of a web page finds in it.
  struct Mark: Sendable {
    var shapes: [Shape]
    /// Classes of CSS, made of our own words.
    var className: String?
    var tooltip: String?
    var url: String?
  }

  /// The size without a margin, in points.
  package internal(set) var width: Double
  package internal(set) var height: Double
  private(set) var marks: [Mark] = []

  init(width: Double, height: Double = 0) {
    self.width = width
    self.height = height
  }

  mutating func add(
    _ shapes: Shape..., className: String? = nil, tooltip: String? = nil, url: String? = nil
  ) {
    marks.append(Mark(shapes: shapes, className: className, tooltip: tooltip, url: url))
  }

  mutating func add(_ mark: Mark) { marks.append(mark) }

  /// Puts all of another canvas on this one, with its corner at the point.
  mutating func place(_ other: Canvas, at corner: Point) {
    marks += other.marks.map { mark in
      var moved = mark
      moved.shapes = mark.shapes.map { $0.moved(by: corner.x, corner.y) }
      return moved
    }
    width = max(width, corner.x + other.width)
    height = max(height, corner.y + other.height)
  }
}

extension Canvas.Shape {
  /// A rectangle by its upper left corner and its size.
  static func rectangle(
    _ corner: Point, width: Double, height: Double, fill: Color?, pen: Canvas.Pen? = nil
  ) -> Canvas.Shape {
    .area(
      [
        corner, corner.moved(by: width, 0), corner.moved(by: width, height),
        corner.moved(by: 0, height),
      ], fill: fill, pen: pen)
  }

  func moved(by x: Double, _ y: Double) -> Canvas.Shape {
    switch self {
    case .line(let points, let pen): .line(points.map { $0.moved(by: x, y) }, pen)
    case .area(let points, let fill, let pen):
      .area(points.map { $0.moved(by: x, y) }, fill: fill, pen: pen)
    case .disc(let center, let radius, let fill, let pen):
      .disc(center.moved(by: x, y), radius: radius, fill: fill, pen: pen)
    case .text(let text, let point, let style): .text(text, point.moved(by: x, y), style)
    }
  }
}

extension RelationStyle.Line {
  /// The lengths of strokes and gaps in points, or none for a line without gaps.
  var dashes: [Double] {
    switch self {
    case .solid: []
    case .dashed: [5, 3]
    case .dotted: [1.2, 2.6]
    }
  }
}
