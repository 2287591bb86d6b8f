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

  private func labels(
    of network: DrawnNetwork, _ paths: [String: [Point]], around node: Placement.Box? = nil
  ) -> Lettering {
    var placement = Placement()
    placement.edges = paths
    placement.nodes["n0"] = node
    return EdgeLabels(network, on: placement, names: []).lettering
  }

  private func boxes(_ canvas: Canvas) -> [Placement.Box] {
    canvas.marks.compactMap { $0.shapes.first?.box }
  }

  @Test(arguments: [1, 5, 20])
  func `a label stands on its line, at two fifths of the way`(count: Int) {
    let (network, paths) = network(count)
    let labels = labels(of: network, paths).canvas
    #expect(labels.marks.map(\.className) == (1...count).map { "label e\($0)" })
    #expect(boxes(labels).allSatisfy { abs($0.center.x - 120) < 1e-9 })
    for (box, edge) in zip(boxes(labels), network.edges) {
      #expect(abs(box.center.y - (paths[edge.name]?.first?.y ?? -1)) < 1e-9)
    }
  }

  @Test func `an edge without a label or without a place has none`() {
    let (network, paths) = network(2)
    let some = paths.filter { $0.key == "e2" }
    #expect(labels(of: network, some).canvas.marks.count == 1)
    let plain = self.network(2, weight: 1)
    #expect(
      labels(of: plain.network, plain.paths).canvas.marks.isEmpty)
  }

  @Test func `a label moves away from a node`() throws {
    let (network, paths) = network(1)
    let node = try #require(
      Placement.Box(around: [Point(x: 80, y: -20), Point(x: 170, y: 20)]))
    let box = try #require(
      boxes(labels(of: network, paths, around: node).canvas).first)
    #expect(!box.overlaps(node))
  }

  @Test(arguments: 2...6)
  func `labels of edges on one line do not hide each other`(count: Int) {
    let (network, _) = network(count)
    let line = (0...3).map { Point(x: Double($0) * 100, y: 0) }
    let paths = Dictionary(uniqueKeysWithValues: network.edges.map { ($0.name, line) })
    let lettering = labels(of: network, paths)
    let boxes = boxes(lettering.canvas)
    #expect(boxes.count == count && lettering.notes(hasPointer: true).isEmpty)
    for (index, one) in boxes.enumerated() {
      for other in boxes[..<index] { #expect(!one.overlaps(other)) }
    }
  }

  @Test func `what a label says of its edge stands under the pointer`() throws {
    let (network, paths) = network(1)
    let mark = try #require(
      labels(of: network, paths).canvas.marks.first)
    #expect(mark.tooltip == "Name 100 supports Name 101 (2 statements)")
  }
}
