import StanceModel
import Testing

@testable import StanceDiagram

/// Where labels of edges are put on a drawing that has its places.
struct EdgeLabelTests {
  /// A network of as many edges with labels, each on a line of its own from left to right.
  private func network(_ count: Int, weight: Int = 2) -> (
    network: DrawnNetwork, paths: [String: [Point]]
  ) {
    let nodes = (0..<2 * count).map { SampleNetwork.node($0, "Name \($0 + 100)") }
    let edges = (0..<count).map {
      Diagram.Edge(from: 2 * $0, to: 2 * $0 + 1, relation: "supports", weight: weight)
    }
    let network = DrawnNetwork(Diagram(nodes: nodes, edges: edges))
    let paths = network.edges.enumerated().map { index, edge in
      (edge.name, (0...3).map { Point(x: Double($0) * 100, y: Double(index) * 40) })
    }
    return (network, Dictionary(uniqueKeysWithValues: paths))
  }

  private func boxes(_ canvas: Canvas) -> [Placement.Box] {
    canvas.marks.compactMap { $0.shapes.first?.box }
  }

  @Test(arguments: [1, 5, 20])
  func `a label stands on its line, at two fifths of the way`(count: Int) {
    let (network, paths) = network(count)
    let labels = EdgeLabels(network: network, paths: paths, boxes: []).canvas()
    #expect(labels.marks.map(\.className) == (1...count).map { "label e\($0)" })
    #expect(boxes(labels).allSatisfy { abs($0.center.x - 120) < 1e-9 })
    for (box, edge) in zip(boxes(labels), network.edges) {
      #expect(abs(box.center.y - (paths[edge.name]?.first?.y ?? -1)) < 1e-9)
    }
  }

  @Test func `an edge without a label or without a place has none`() {
    let (network, paths) = network(2)
    let some = paths.filter { $0.key == "e2" }
    #expect(EdgeLabels(network: network, paths: some, boxes: []).canvas().marks.count == 1)
    let plain = self.network(2, weight: 1)
    #expect(
      EdgeLabels(network: plain.network, paths: plain.paths, boxes: []).canvas().marks.isEmpty)
  }

  @Test func `a label moves away from a node`() throws {
    let (network, paths) = network(1)
    let node = try #require(
      Placement.Box(around: [Point(x: 80, y: -20), Point(x: 170, y: 20)]))
    let box = try #require(
      boxes(EdgeLabels(network: network, paths: paths, boxes: [node]).canvas()).first)
    #expect(!box.overlaps(node))
  }

  @Test(arguments: 2...6)
  func `labels of edges on one line do not hide each other`(count: Int) {
    let (network, _) = network(count)
    let line = (0...3).map { Point(x: Double($0) * 100, y: 0) }
    let paths = Dictionary(uniqueKeysWithValues: network.edges.map { ($0.name, line) })
    let boxes = boxes(EdgeLabels(network: network, paths: paths, boxes: []).canvas())
    #expect(boxes.count == count)
    for (index, one) in boxes.enumerated() {
      for other in boxes[..<index] { #expect(!one.overlaps(other)) }
    }
  }

  @Test(arguments: 0..<50)
  func `a label lies on its way wherever that leads`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let (network, _) = network(3)
    let paths = Dictionary(
      uniqueKeysWithValues: network.edges.map { edge in
        let points = (0..<(3 * Int.random(in: 1...4, using: &random) + 1)).map { _ in
          Point(x: .random(in: 0...300, using: &random), y: .random(in: 0...300, using: &random))
        }
        return (edge.name, points)
      })
    let boxes = boxes(EdgeLabels(network: network, paths: paths, boxes: []).canvas())
    #expect(boxes.count == 3)
    for (box, edge) in zip(boxes, network.edges) {
      let path = paths[edge.name] ?? []
      let distances = (0...1000).map { step -> Double in
        let point = EdgeLabels.point(on: path, at: Double(step) / 1000)
        return max(abs(point.x - box.center.x), abs(point.y - box.center.y))
      }
      #expect((distances.min() ?? .infinity) < 1, "seed \(seed)")
    }
  }

  @Test(arguments: [(0.0, 0.0), (1, 300), (0.5, 150), (0.25, 75)])
  func `a point on a way is counted along its curves`(part: Double, x: Double) {
    let straight = (0...6).map { Point(x: Double($0) * 50, y: 7) }
    let point = EdgeLabels.point(on: straight, at: part)
    #expect(abs(point.x - x) < 1e-9 && abs(point.y - 7) < 1e-9)
  }

  @Test(arguments: [0, 1, 3])
  func `a way of too few points has one place`(count: Int) {
    let points = (0..<count).map { Point(x: Double($0) + 5, y: 1) }
    #expect(EdgeLabels.point(on: points, at: 0.5) == (points.first ?? Point(x: 0, y: 0)))
  }

  @Test func `what a label says of its edge stands under the pointer`() throws {
    let (network, paths) = network(1)
    let mark = try #require(
      EdgeLabels(network: network, paths: paths, boxes: []).canvas().marks.first)
    #expect(mark.tooltip == "Name 100 supports Name 101 (2 statements)")
  }
}
