import Foundation
import StanceTestSupport
import Testing

@testable import StanceGraphviz

@Suite struct ArrowHeadTests {
  @Test(arguments: [
    ([], []), ([5.0], [5.0]), ([-3], [0]), ([104], [100]), ([10, 30, 50], [10, 30, 50]),
    ([50, 50], [46, 54]), ([50, 50, 50], [42, 50, 58]), ([1, 2], [0, 8]), ([99, 100], [92, 100]),
    ([10, 12, 80], [7, 15, 80]),
  ])
  func `heads are moved apart as little as it takes`(places: [Double], expected: [Double]) {
    #expect(ArrowHeads.apart(places, from: 0, to: 100) == expected)
  }

  @Test func `heads without room share what there is`() {
    #expect(ArrowHeads.apart([5, 5, 5], from: 0, to: 8) == [0, 4, 8])
    #expect(ArrowHeads.apart([5, 6], from: 3, to: 3) == [3, 3])
  }

  @Test(arguments: 7000..<7100 as Range<UInt64>)
  func `heads stay in order, within the side and apart`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...30, using: &generator)
    let places = (0..<count).map { _ in Double.random(in: -5...105, using: &generator) }.sorted()
    let moved = ArrowHeads.apart(places, from: 0, to: 100)
    let gap = min(ArrowHeads.gap, 100 / Double(max(1, count - 1)))
    #expect(moved.count == count, "\(seed)")
    #expect(moved.allSatisfy { $0 > -1e-9 && $0 < 100 + 1e-9 }, "\(seed): \(moved)")
    #expect(zip(moved, moved.dropFirst()).allSatisfy { $1 - $0 > gap - 1e-9 }, "\(seed)")
    let isFree = zip(places, places.dropFirst()).allSatisfy { $1 - $0 >= gap }
    if isFree, places.allSatisfy({ (0...100).contains($0) }) {
      #expect(zip(places, moved).allSatisfy { abs($0 - $1) < 1e-9 }, "\(seed)")
    }
  }

  @Test func `the heads at a node can be told apart`() throws {
    let edges = (0..<12).map { "a\($0) -> t " }.joined()
    let dot = "digraph { rankdir=LR t [shape=box fixedsize=true width=1 height=1] \(edges) }"
    var renderer = Child.renderer()
    let bytes = try renderer.render(dot: dot, format: .svg, layout: .dot).bytes
    let tips = String(decoding: bytes, as: UTF8.self).components(
      separatedBy: "<polygon fill=\"black"
    )
    .dropFirst().compactMap { head -> [Double]? in
      guard let points = head.firstMatch(of: /points="([^"]+)"/)?.1.split(separator: " "),
        points.count > 1
      else { return nil }
      return points[1].split(separator: ",").compactMap { Double($0) }
    }
    #expect(tips.count == 12)
    for (index, tip) in tips.enumerated() {
      for other in tips[..<index] {
        #expect(abs(tip[0] - other[0]) + abs(tip[1] - other[1]) > 4)
      }
    }
  }
}
