import StanceModel
import Testing

@testable import StanceDiagram

/// R28: no network is larger than its limits, and the picture says what it leaves out.
struct KeptEdgesTests {
  private func star(_ weights: [Int]) -> Diagram {
    let nodes = (0...weights.count).map {
      SampleNetwork.node($0, "Name \($0)", $0 == 0 ? .proposal : .actor)
    }
    let edges = weights.enumerated().map {
      Diagram.Edge(from: $0.offset + 1, to: 0, relation: "supports", weight: $0.element)
    }
    return Diagram(nodes: nodes, edges: edges)
  }

  @Test(arguments: 0..<50)
  func `no edge that is left out is heavier than one that stays`(seed: Int) {
    var diagram = RandomNetwork(seed: seed).diagram
    diagram.style.widths = .weight("statements")
    let (all, limit) = (diagram.edges.map(\.weight).sorted(by: >), 5)
    _ = diagram.keepHeaviest(within: DiagramLimits(nodes: 100, edges: limit))
    #expect(diagram.edges.map(\.weight).sorted(by: >) == Array(all.prefix(limit)), "seed \(seed)")
  }

  @Test(arguments: 0..<50)
  func `what stays is part of what there was and within the limits`(seed: Int) {
    let whole = RandomNetwork(seed: seed).diagram
    var diagram = whole
    let limits = DiagramLimits(nodes: 1 + seed % 7, edges: seed % 9)
    let note = diagram.keepHeaviest(within: limits)
    let ids = Set(diagram.nodes.map(\.id))
    #expect(diagram.nodes.count <= limits.nodes && diagram.edges.count <= limits.edges)
    #expect(diagram.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
    #expect(
      Set(diagram.nodes).isSubset(of: whole.nodes) && Set(diagram.edges).isSubset(of: whole.edges))
    #expect((note == nil) == (diagram == whole), "seed \(seed)")
    #expect(diagram.caption.notes == [note].compactMap(\.self))
  }

  @Test(arguments: [
    (2, 100, "Drawn: the 2 heaviest of 5 edges, 3 of 6 nodes.", [9, 7]),
    (100, 3, "Drawn: the 2 heaviest of 5 edges, 3 of 6 nodes.", [9, 7]),
    (4, 100, "Drawn: the 4 heaviest of 5 edges, 5 of 6 nodes.", [9, 7, 5, 3]),
    (100, 1, "Drawn: the 0 heaviest of 5 edges, 0 of 6 nodes.", []),
  ])
  func `the note tells the numbers`(edges: Int, nodes: Int, note: String, kept: [Int]) {
    var diagram = star([5, 9, 1, 7, 3])
    #expect(diagram.keepHeaviest(within: DiagramLimits(nodes: nodes, edges: edges)) == note)
    #expect(diagram.edges.map(\.weight) == kept)
  }

  @Test(arguments: [(Style.Widths.weight("statements"), 9), (.even, 9)])
  func `heavy means many statements`(widths: Style.Widths, weight: Int) {
    var diagram = star([5, 9, 1])
    diagram.style.widths = widths
    for index in 0..<3 { diagram.edges[index].measure = [3, 1, 2][index] }
    _ = diagram.keepHeaviest(within: DiagramLimits(nodes: 9, edges: 1))
    #expect(diagram.edges.map(\.weight) == [weight])
  }

  @Test func `heavy means what the width stands for`() {
    var diagram = star([5, 9, 1, 1])
    diagram.style.widths = .measure("avg confidence", isCount: false)
    for index in 0..<3 { diagram.edges[index].measure = [0.1, 0.2, 0.3][index] }
    _ = diagram.keepHeaviest(within: DiagramLimits(nodes: 9, edges: 3))
    #expect(diagram.edges.map(\.measure) == [0.3, 0.2, 0.1])
  }

  @Test func `nodes without edges stay where there is room`() {
    var diagram = star([5, 9])
    diagram.nodes += (10..<14).map { SampleNetwork.node($0, "Alone \($0)") }
    _ = diagram.keepHeaviest(within: DiagramLimits(nodes: 5, edges: 9))
    #expect(diagram.edges.count == 2)
    #expect(
      diagram.nodes.map(\.label).filter { $0.hasPrefix("Alone") } == ["Alone 10", "Alone 11"])
  }

  @Test func `the usual limits are 300 nodes and 600 edges`() {
    #expect(DiagramLimits() == DiagramLimits(nodes: 300, edges: 600))
    #expect(DiagramLimits.most == DiagramLimits(nodes: 1500, edges: 2000))
  }
}
