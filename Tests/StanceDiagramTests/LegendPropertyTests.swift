import StanceModel
import Testing

@testable import StanceDiagram

/// A legend says what is drawn, all of it and nothing else.
struct LegendPropertyTests {
  private struct Explained {
    var relations: [String] = []
    var kinds: [NodeKind] = []
    var groups: [String: Color] = [:]
    var headings: [String] = []
    var weights: [String] = []
    var hasCondition = false

    init(_ diagram: Diagram) {
      for entry in LegendEntry.all(in: DrawnNetwork(diagram)) {
        switch entry {
        case .relation(let name, _, _): relations.append(name)
        case .condition: hasCondition = true
        case .weight(let text): weights.append(text)
        case .kind(let kind, _): kinds.append(kind)
        case .group(let name, let color): groups[name] = color
        case .heading(let title): headings.append(title)
        case .sample: Issue.record("a sample in the legend of a network")
        }
      }
    }
  }

  @Test(arguments: 0..<150)
  func `every relation that is drawn is explained once, and no other`(seed: Int) {
    let diagram = RandomNetwork(seed: seed).diagram
    let drawn = Set(diagram.edges.map(\.relation))
    #expect(Explained(diagram).relations.sorted() == drawn.sorted(), "seed \(seed)")
  }

  @Test(arguments: 0..<150)
  func `a sample of a relation looks like its edges`(seed: Int) {
    let network = DrawnNetwork(RandomNetwork(seed: seed).diagram)
    for case .relation(let name, let style, let isDirected) in LegendEntry.all(in: network) {
      let edges = network.edges.map(\.edge).filter { $0.relation == name }
      #expect(style == network.styles[name], "seed \(seed)")
      #expect(edges.contains { $0.isDirected == isDirected }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<150)
  func `a condition is explained where a ring is drawn`(seed: Int) {
    let diagram = RandomNetwork(seed: seed).diagram
    var silent = diagram
    silent.caption.hasLegend = false
    #expect(
      Explained(diagram).hasCondition == silent.dot().contains("odot\""), "seed \(seed)")
  }

  @Test(arguments: 0..<150)
  func `kinds are explained where there are several`(seed: Int) {
    let diagram = RandomNetwork(seed: seed).diagram
    let drawn = Set(diagram.nodes.map(\.kind))
    let expected = drawn.count > 1 ? NodeKind.allCases.filter(drawn.contains) : []
    #expect(Explained(diagram).kinds == expected, "seed \(seed)")
  }

  @Test(arguments: 0..<150)
  func `every ground of a node is explained by its group, and no other is`(seed: Int) {
    let network = DrawnNetwork(RandomNetwork(seed: seed).diagram)
    let explained = Explained(network.diagram)
    switch network.diagram.style.coloring {
    case .relation, .kind:
      #expect(explained.groups.isEmpty && explained.headings.isEmpty, "seed \(seed)")
      #expect(
        network.nodes.allSatisfy { $0.ground == network.diagram.style.theme.fill($0.node.kind) })
    case .type, .group:
      #expect(Set(explained.groups.values) == Set(network.nodes.map(\.ground)), "seed \(seed)")
      #expect(explained.headings.count == 1, "seed \(seed)")
      for node in network.nodes {
        let group = network.diagram.style.coloring == .type ? node.node.type : node.node.group
        let ground = group.flatMap { explained.groups[$0] } ?? explained.groups["other"]
        #expect(node.ground == ground, "seed \(seed)")
      }
    }
  }

  @Test(arguments: 0..<150)
  func `widths are explained where numbers stand beside edges`(seed: Int) {
    var diagram = RandomNetwork(seed: seed).diagram
    let network = DrawnNetwork(diagram)
    let widths = diagram.style.widths
    let numbers = network.edges.filter { drawn in
      var edge = drawn.edge
      (edge.labels, edge.isConditional) = ([], false)
      return !EdgeText.label(of: edge, widths: widths).isEmpty
    }
    #expect(Explained(diagram).weights.count == (numbers.isEmpty ? 0 : 1), "seed \(seed)")
    diagram.edges = []
    #expect(Explained(diagram).weights.isEmpty, "seed \(seed)")
  }

  @Test(arguments: [
    (Style.Widths.even, nil), (.weight("statements"), "wider: more statements"),
    (.measure("avg confidence", isCount: false), "wider: more avg confidence"),
    (.measure("count dates", isCount: true), "wider: more count dates"),
  ])
  func `among many edges no number is written and none is explained`(
    widths: Style.Widths, text: String?
  ) {
    var diagram = SampleNetwork.random(edges: EdgeText.mostLabelled + 1)
    diagram.style.widths = widths
    for index in diagram.edges.indices { diagram.edges[index].measure = Double(index) }
    #expect(Explained(diagram).weights == [text].compactMap(\.self))
    #expect(!DrawnNetwork(diagram).hasEdgeLabels)
  }

  @Test func `widths that are all the same are not explained`() {
    var diagram = SampleNetwork.random(edges: EdgeText.mostLabelled + 1)
    diagram.style.widths = .measure("avg confidence", isCount: false)
    for index in diagram.edges.indices { diagram.edges[index].measure = 0.5 }
    #expect(Explained(diagram).weights.isEmpty)
  }

  @Test func `an edge to nowhere is not explained`() {
    let edge = Diagram.Edge(from: 1, to: 9, relation: "supports", weight: 5, isConditional: true)
    let explained = Explained(Diagram(nodes: [SampleNetwork.node(1, "a")], edges: [edge]))
    #expect(explained.relations.isEmpty && explained.weights.isEmpty && !explained.hasCondition)
  }

  @Test(arguments: [1, 8, 9, 30])
  func `up to eight groups have a ground of their own`(count: Int) {
    let nodes = (0..<count).flatMap { group in
      [0, 1].map { Diagram.Node(id: group * 2 + $0, label: "n", kind: .actor, group: "g\(group)") }
    }
    let style = Style(coloring: .group("country"))
    let groups = Explained(Diagram(nodes: nodes, edges: [], style: style)).groups
    #expect(groups.count == min(count, 9))
    #expect(Set(groups.values).count == groups.count)
    #expect((groups["other"] == Theme.light.otherGround) == (count > 8))
  }

  @Test func `the largest groups have grounds of their own`() {
    let nodes = (0..<10).flatMap { group in
      (0...group).map {
        Diagram.Node(id: group * 20 + $0, label: "n", kind: .actor, group: "g\(group)")
      }
    }
    let style = Style(coloring: .group("country"))
    let groups = Explained(Diagram(nodes: nodes, edges: [], style: style)).groups
    #expect(groups.keys.sorted() == (2..<10).map { "g\($0)" } + ["other"])
  }
}
