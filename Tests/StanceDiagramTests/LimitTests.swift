import Testing

@testable import StanceDiagram

struct LimitTests {
  @Test func `a network within the limits stays whole`() {
    var diagram = SampleNetwork.talks
    let note = diagram.keepHeaviest()
    #expect(note == nil)
    #expect(diagram == SampleNetwork.talks)
  }

  @Test func `the heaviest edges stay and the rest is told`() {
    var diagram = SampleNetwork.talks
    let note = diagram.keepHeaviest(within: DiagramLimits(nodes: 10, edges: 2))
    #expect(diagram.edges.map(\.weight).sorted() == [3, 5])
    #expect(note == "Drawn: the 2 heaviest of 6 edges, 3 of 6 nodes.")
    #expect(diagram.caption.notes == [note].compactMap(\.self))
  }

  @Test(arguments: [600, 601, 5000])
  func `no network is larger than the limits`(count: Int) {
    var diagram = SampleNetwork.random(edges: count)
    let note = diagram.keepHeaviest()
    #expect(diagram.edges.count <= 600)
    #expect(diagram.nodes.count <= 300)
    #expect((note == nil) == (count == 600))
    let ids = Set(diagram.nodes.map(\.id))
    #expect(diagram.edges.allSatisfy { ids.contains($0.from) && ids.contains($0.to) })
  }

  @Test func `what stays does not depend on the order of the input`() {
    var (one, other) = (SampleNetwork.random(edges: 900), SampleNetwork.random(edges: 900))
    other.nodes.reverse()
    other.edges.reverse()
    _ = one.keepHeaviest()
    _ = other.keepHeaviest()
    #expect(one.dot() == other.dot())
  }

  @Test(arguments: [(250, Style.Layout.dot), (251, .sfdp)])
  func `many edges are laid out by sfdp`(count: Int, layout: Style.Layout) {
    #expect(SampleNetwork.random(edges: count).layout == layout)
  }

  @Test func `a layout that is asked for is used`() {
    var diagram = SampleNetwork.random(edges: 400)
    diagram.style.layout = .fdp
    #expect(diagram.layout == .fdp)
    #expect(diagram.isTooLargeForLayout)
    #expect(diagram.advice.first == "the layout fdp is slow above 150 edges; sfdp is not")
  }

  @Test func `a layout without clusters is told`() {
    var diagram = SampleNetwork.talks
    #expect(diagram.advice.isEmpty)
    diagram.style.layout = .neato
    #expect(diagram.advice == ["the layout neato draws no clusters; dot, fdp and osage do"])
  }

  @Test func `a dense network suggests a matrix`() {
    #expect(!SampleNetwork.talks.suggestsMatrix)
    #expect(SampleNetwork.random(edges: 100).suggestsMatrix)
  }
}
