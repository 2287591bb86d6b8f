/// A rectangle that a label covers.
struct LabelBox: Hashable, Sendable {
  var center: Point
  var width: Double
  var height: Double

  init(center: Point, width: Double, height: Double) {
    (self.center, self.width, self.height) = (center, width, height)
  }

  init(_ box: Placement.Box) {
    self.init(center: box.center, width: box.width, height: box.height)
  }

  var corner: Point { center.moved(by: -width / 2, -height / 2) }

  /// Whether less than a hair is between the two.
  func overlaps(_ other: LabelBox) -> Bool {
    abs(center.x - other.center.x) < (width + other.width) / 2 + 2
      && abs(center.y - other.center.y) < (height + other.height) / 2 + 1
  }

  func contains(_ point: Point) -> Bool {
    abs(center.x - point.x) < width / 2 && abs(center.y - point.y) < height / 2
  }
}

/// An edge as points along its way, and what they lie in.
struct EdgeWay: Sendable {
  let edge: String
  /// The last one is where the head begins.
  let points: [Point]
  let box: LabelBox
  private let path: [Point]

  /// Nil without control points.
  init?(_ edge: String, _ path: [Point]) {
    let length = zip(path, path.dropFirst()).reduce(0) {
      $0 + abs($1.0.x - $1.1.x) + abs($1.0.y - $1.1.y)
    }
    let count = min(80, max(12, Int(length.isFinite ? min(length, 1e6) / 8 : 12)))
    let points = (1...count).map { Self.point(on: path, at: Double($0) / Double(count)) }
    guard !path.isEmpty, let box = Placement.Box(around: points) else { return nil }
    (self.edge, self.path, self.points, self.box) = (edge, path, points, LabelBox(box))
  }

  /// The point at a part of the way, counted by curves.
  func point(at part: Double) -> Point { Self.point(on: path, at: part) }

  /// A step of length 1 to the side of the way; to the right where the way has no direction.
  func side(at part: Double) -> Point {
    let (before, after) = (point(at: max(0, part - 0.02)), point(at: min(1, part + 0.02)))
    let (x, y) = (after.x - before.x, after.y - before.y)
    let length = (x * x + y * y).squareRoot()
    return length > 0.01 ? Point(x: -y / length, y: x / length) : Point(x: 1, y: 0)
  }

  private static func point(on path: [Point], at part: Double) -> Point {
    guard path.count >= 4 else { return path.first ?? Point(x: 0, y: 0) }
    let curves = (path.count - 1) / 3
    let along = part * Double(curves)
    let index = min(curves - 1, Int(along))
    let t = along - Double(index)
    let u = 1 - t
    let (a, b, c, d) = (u * u * u, 3 * t * u * u, 3 * t * t * u, t * t * t)
    let first = 3 * index
    let (p, q, r, s) = (path[first], path[first + 1], path[first + 2], path[first + 3])
    return Point(
      x: a * p.x + b * q.x + c * r.x + d * s.x, y: a * p.y + b * q.y + c * r.y + d * s.y)
  }
}
