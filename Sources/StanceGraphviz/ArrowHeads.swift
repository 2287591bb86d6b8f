internal import CGraphviz

/// Heads of arrows that lie on one another, because dot aims every edge at the middle of its node. They
/// are moved along the side of the node, no farther than it takes to see each.
enum ArrowHeads {
  /// Points between heads, where a side is long enough.
  static let gap = 8.0
  /// Moves the heads of a graph that has been laid out.
  @unsafe static func spread(in graph: UnsafeMutablePointer<Agraph_t>) {
    var node = unsafe agfstnode(graph)
    while let current = unsafe node {
      unsafe spread(at: current, in: graph)
      unsafe node = agnxtnode(graph, current)
    }
  }

  /// An edge whose last curve has a head, and where that lies.
  @unsafe private struct Head {
    let curve: UnsafeMutablePointer<bezier>
    let side: Side
    /// Along the side.
    let place: Double
    /// Where the edge comes from, along the side.
    let origin: Double

    /// Moves the head and the end of the curve, so that it keeps its direction.
    @unsafe func move(to place: Double) {
      let shift = unsafe place - self.place
      guard shift != 0 else { return }
      let count = unsafe Int(curve.pointee.size)
      let path = unsafe side.isUpright ? \pointf.y : \pointf.x
      unsafe curve.pointee.ep[keyPath: path] += shift
      for index in count - 2..<count {
        unsafe curve.pointee.list[index][keyPath: path] += shift
      }
    }
  }

  private enum Side: CaseIterable {
    case left, right, bottom, top

    var isUpright: Bool { self == .left || self == .right }

    /// Points that its corners keep free: the short sides of a node are upright, and what lies around
    /// a corner of them must be seen too.
    var corner: Double { isUpright ? 3 : 9 }
  }

  @unsafe private static func spread(
    at node: UnsafeMutablePointer<Agnode_t>, in graph: UnsafeMutablePointer<Agraph_t>
  ) {
    let box = unsafe stance_gv_box(node)
    var heads: [Head] = unsafe []
    var edge = unsafe agfstin(graph, node)
    while let current = unsafe edge {
      if let head = unsafe head(of: current, at: box) { unsafe heads.append(head) }
      unsafe edge = agnxtin(graph, current)
    }
    for side in Side.allCases {
      var along = unsafe heads.filter { unsafe $0.side == side }
      unsafe along.sort { one, other in
        let (a, b) = unsafe (one.place.rounded(), other.place.rounded())
        return unsafe a == b ? one.origin < other.origin : a < b
      }
      let ends = side.isUpright ? (box.LL.y, box.UR.y) : (box.LL.x, box.UR.x)
      let (start, end) = (ends.0 + side.corner, max(ends.0, ends.1 - side.corner))
      let places = unsafe apart(along.map { unsafe $0.place }, from: start, to: end)
      for index in places.indices { unsafe along[index].move(to: places[index]) }
    }
  }

  @unsafe private static func head(
    of edge: UnsafeMutablePointer<Agedge_t>, at box: boxf
  ) -> Head? {
    guard let curves = unsafe stance_gv_splines(edge), unsafe curves.pointee.size > 0 else {
      return nil
    }
    let curve = unsafe curves.pointee.list + Int(curves.pointee.size - 1)
    guard unsafe curve.pointee.eflag != 0, unsafe curve.pointee.size >= 4 else { return nil }
    let (end, first) = unsafe (curve.pointee.ep, curve.pointee.list[0])
    let distances: [(side: Side, value: Double)] = [
      (.left, abs(end.x - box.LL.x)), (.right, abs(end.x - box.UR.x)),
      (.bottom, abs(end.y - box.LL.y)), (.top, abs(end.y - box.UR.y)),
    ]
    guard let side = distances.min(by: { $0.value < $1.value })?.side else { return nil }
    return unsafe Head(
      curve: curve, side: side, place: side.isUpright ? end.y : end.x,
      origin: side.isUpright ? first.y : first.x)
  }

  /// Places in the same order that are a gap apart, or as far as there is room for, and between the
  /// ends, as near to the given ones as that allows: least squares by pooling adjacent violators.
  /// Takes linear time.
  static func apart(_ places: [Double], from start: Double, to end: Double) -> [Double] {
    let room = max(0, end - start)
    let gap = min(gap, room / Double(max(1, places.count - 1)))
    var pools: [(sum: Double, count: Int)] = []
    for (index, place) in places.enumerated() {
      pools.append((place - Double(index) * gap, 1))
      while let last = pools.last, let before = pools.dropLast().last,
        last.sum * Double(before.count) <= before.sum * Double(last.count)
      {
        pools.removeLast(2)
        pools.append((before.sum + last.sum, before.count + last.count))
      }
    }
    let highest = max(start, end - Double(places.count - 1) * gap)
    let bases = pools.flatMap { pool in
      Array(repeating: pool.sum / Double(pool.count), count: pool.count)
    }
    return bases.enumerated().map { min(max($1, start), highest) + Double($0) * gap }
  }
}
