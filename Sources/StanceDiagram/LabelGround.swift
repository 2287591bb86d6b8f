/// Where labels can stand: what they must not hide, what they had better not, and what is taken.
struct LabelGround {
  /// Nodes and the names of clusters.
  private let boxes: [LabelBox]
  private let ways: [EdgeWay]
  private var taken: [LabelBox] = []

  init(boxes: [LabelBox], ways: [EdgeWay]) {
    (self.boxes, self.ways) = (boxes, ways)
  }

  mutating func take(_ box: LabelBox) { taken.append(box) }

  func isFree(_ box: LabelBox) -> Bool {
    !taken.contains { $0.overlaps(box) } && !boxes.contains { $0.overlaps(box) }
  }

  /// Whether a box hides nothing but a part of its own line.
  func isClear(_ box: LabelBox, of way: EdgeWay) -> Bool {
    isFree(box) && cost(of: box, along: way) < 1
  }

  /// The place for a box, in its room, on its way or beside that, which hides least; nil where every
  /// one would hide a name or another label.
  func place(for box: LabelBox, along way: EdgeWay, room: LabelBox?) -> LabelBox? {
    var best: (cost: Double, box: LabelBox)?
    if let room, isFree(room) { best = (cost(of: room, along: way), room) }
    for spot in Spot.all {
      if let best, best.cost <= spot.cost { break }
      var moved = box
      moved.center = spot.center(of: box, along: way)
      guard isFree(moved) else { continue }
      let cost = spot.cost + self.cost(of: moved, along: way)
      if cost < best?.cost ?? .infinity { best = (cost, moved) }
    }
    return best?.box
  }

  /// Other lines that the box hides, heads of arrows, and how much of its own line.
  private func cost(of box: LabelBox, along own: EdgeWay) -> Double {
    var cost = 0.0
    for way in ways where way.box.overlaps(box) {
      if let head = way.points.last, box.contains(head) { cost += 1 }
      let hidden =
        Double(way.points.count(where: box.contains)) / Double(max(1, way.points.count))
      if way.edge == own.edge {
        cost += 4 * hidden
      } else if hidden > 0 {
        cost += 1 + 8 * max(0, hidden - 0.15)
      }
    }
    return cost
  }

  /// A place on a way or at its side.
  private struct Spot {
    /// Where along the way.
    var part: Double
    /// -1 and 1 for its sides, 0 for the line itself.
    var side: Double
    /// Between the line and the label, in points.
    var gap: Double
    /// More for a less usual place.
    var cost: Double

    func center(of box: LabelBox, along way: EdgeWay) -> Point {
      let point = way.point(at: part)
      guard side != 0 else { return point }
      let step = way.side(at: part)
      let distance = abs(step.x) * box.width / 2 + abs(step.y) * box.height / 2 + gap
      return point.moved(by: side * distance * step.x, side * distance * step.y)
    }

    /// All, the likeliest first.
    static let all: [Spot] = {
      let parts = [
        0.4, 0.35, 0.45, 0.3, 0.5, 0.25, 0.55, 0.6, 0.2, 0.65, 0.7, 0.75, 0.15, 0.8,
      ]
      let ranks: [(side: Double, gap: Double, cost: Double)] = [
        (0, 0, 0), (-1, 3, 1.2), (1, 3, 1.2), (-1, 14, 2.6), (1, 14, 2.6), (-1, 28, 3.6),
        (1, 28, 3.6), (-1, 50, 4.8), (1, 50, 4.8),
      ]
      let spots = ranks.flatMap { rank in
        parts.map {
          Spot(part: $0, side: rank.side, gap: rank.gap, cost: rank.cost + abs($0 - 0.4))
        }
      }
      return spots.enumerated().sorted {
        ($0.element.cost, $0.offset) < ($1.element.cost, $1.offset)
      }.map(\.element)
    }()
  }
}
