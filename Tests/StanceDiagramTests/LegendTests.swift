import StanceModel
import Testing

@testable import StanceDiagram

struct LegendTests {
  private func texts(_ diagram: Diagram) -> [String] {
    LegendEntry.all(in: DrawnNetwork(diagram)).map(\.text)
  }

  @Test func `a legend names exactly what is drawn`() {
    #expect(
      texts(SampleNetwork.talks) == [
        "proposes", "supports", "rejects", "hosts", "with a condition", "×n: number of statements",
        "actor", "place", "proposal",
      ])
  }

  @Test func `nothing is explained that is not there`() {
    let diagram = Diagram(
      nodes: [SampleNetwork.node(1, "a"), SampleNetwork.node(2, "b")],
      edges: [Diagram.Edge(from: 1, to: 2, relation: "trusts")])
    #expect(texts(diagram) == ["trusts"])
  }

  @Test func `groups beyond the eighth share a colour called other`() {
    let nodes = (0..<20).map {
      Diagram.Node(id: $0, label: "n\($0)", kind: .actor, group: "group \($0 % 10)")
    }
    let diagram = Diagram(
      nodes: nodes, edges: [], style: Style(coloring: .group("country")))
    let texts = texts(diagram)
    #expect(texts.first == "country:")
    #expect(texts.last == "other")
    #expect(texts.count == 10)
  }

  @Test(arguments: Theme.allCases)
  func `all relations differ in colour, line or head`(theme: Theme) {
    var styles = ["supports", "rejects", "proposes", "hosts"].compactMap {
      theme.style(builtIn: $0)
    }
    styles += (0..<6).map { theme.style(declared: $0) }
    #expect(Set(styles).count == 10)
    // Without colour, the built-in ones are told apart by line and head.
    #expect(Set(styles.prefix(4).map { [$0.line.rawValue, $0.head.rawValue] }).count == 4)
  }

  @Test func `a declared relation keeps its colour when others are missing`() {
    func color(_ drawn: Set<String>) -> Color {
      RelationStyles(
        drawn: drawn, declared: ["doubts", "vetoes"], derived: [], theme: .light)["vetoes"].color
    }
    #expect(color(["vetoes"]) == color(["doubts", "vetoes", "supports"]))
  }

  @Test func `every relation has a mark of its own`() {
    let styles = ["supports", "rejects", "proposes", "hosts"].compactMap {
      Theme.light.style(builtIn: $0)
    }
    let marks = (styles + (0..<6).map { Theme.light.style(declared: $0) }).map(\.mark)
    #expect(Set(marks).count == 10)
    #expect(Set(marks.map(\.sign)).count == 10)
  }

  @Test(arguments: [
    (Style.Widths.even, nil), (.weight("statements"), "×n: number of statements"),
    (.measure("count dates", isCount: true), "×n: count dates"),
    (.measure("avg confidence", isCount: false), "number: avg confidence"),
  ])
  func `a legend says what widths stand for`(widths: Style.Widths, text: String?) {
    var diagram = SampleNetwork.talks
    diagram.style.widths = widths
    for index in diagram.edges.indices { diagram.edges[index].measure = Double(index) / 4 }
    #expect(texts(diagram).first { $0.contains("number") || $0.contains("×") } == text)
  }

  @Test func `a shape has no ground in a legend of groups`() {
    var diagram = SampleNetwork.talks
    diagram.style.coloring = .type
    for case .kind(_, let hasGround) in LegendEntry.all(in: DrawnNetwork(diagram)) {
      #expect(!hasGround)
    }
  }
}
