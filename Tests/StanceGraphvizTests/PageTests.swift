import StanceDiagram
import StanceModel
import StanceTestSupport
import Testing

@testable import StanceGraphviz

/// What a reader of a web page finds in a drawn network: R24 and section 2.9.
struct PageTests {
  /// A network with boxes, links, conditions and labels, the same for the same seed.
  private func diagram(_ seed: UInt64) -> Diagram {
    var random = SeededGenerator(seed: seed)
    let size = 2 + random.below(8)
    let addresses = [
      nil, "https://example.org/?a=1&b=2", "javascript:alert(1)", "http://example.org/é",
    ]
    let nodes = (0..<size).map { id in
      Diagram.Node(
        id: id, label: "Name \(id) & <co>", kind: random.pick(NodeKind.allCases),
        cluster: random.pick([nil, "Box", "\"Box\" > 2"]), url: random.pick(addresses))
    }
    let edges = (0..<random.below(15)).map { _ in
      Diagram.Edge(
        from: random.below(size), to: random.below(size),
        relation: random.pick(["supports", "rejects", "vetoes \"<x>\""]),
        weight: 1 + random.below(3), isConditional: random.chance(30), url: random.pick(addresses))
    }
    let caption = Caption(
      title: "T & <t>", source: "AP", origins: ["graph 12ab"], hasLegend: true)
    return Diagram(nodes: nodes, edges: edges, caption: caption)
  }

  private func page(_ diagram: Diagram) throws -> String {
    var renderer = Child.renderer()
    return String(decoding: try renderer.picture(of: diagram, format: .svg).bytes, as: UTF8.self)
  }

  @Test(arguments: 8000..<8020 as Range<UInt64>)
  func `every id is ours and there once`(seed: UInt64) throws {
    let diagram = diagram(seed)
    let ids = try page(diagram).matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    let boxes = Set(diagram.nodes.compactMap(\.cluster)).count
    let expected =
      (0..<diagram.nodes.count).map { "n\($0 + 1)" }
      + (0..<diagram.edges.count).map { "e\($0 + 1)" }
      + (0..<boxes).map { "c\($0 + 1)" }
    #expect(ids.sorted() == expected.sorted(), "seed \(seed)")
  }

  @Test(arguments: 8000..<8020 as Range<UInt64>)
  func `every node, edge and box has a title`(seed: UInt64) throws {
    let diagram = diagram(seed)
    let page = try page(diagram)
    let groups = page.matches(of: #/<g id="([nec]\d+)" class="[^"]*">\n<title>([^<]+)</title>/#)
    let boxes = Set(diagram.nodes.compactMap(\.cluster)).count
    #expect(groups.count == diagram.nodes.count + diagram.edges.count + boxes, "seed \(seed)")
    #expect(page.contains("<title>T &amp; &lt;t&gt;</title>\n<desc>"))
    #expect(page.contains("graph 12ab</desc>"))
  }

  @Test(arguments: 8000..<8020 as Range<UInt64>)
  func `every link leads to http or https, and there are no others`(seed: UInt64) throws {
    let diagram = diagram(seed)
    let page = try page(diagram)
    let links = page.matches(of: #/<a xlink:href="([^"]*)" target="_blank">/#).map {
      String($0.output.1)
    }
    let safe = ["https://example.org/?a=1&b=2", "http://example.org/é"]
    let given = diagram.nodes.map(\.url) + diagram.edges.map(\.url)
    #expect(links.count == given.count { safe.contains($0 ?? "") }, "seed \(seed)")
    #expect(
      Set(links).isSubset(of: ["https://example.org/?a=1&amp;b=2", "http://example.org/%C3%A9"]))
    #expect(page.matches(of: #/<a\b/#).count == links.count && !page.contains("javascript"))
  }

  @Test(arguments: [Style.Layout.dot, .neato, .sfdp, .circo], Theme.allCases)
  func `shapes and text are within the page`(layout: Style.Layout, theme: Theme) throws {
    var diagram = diagram(8100)
    (diagram.style.layout, diagram.style.theme) = (layout, theme)
    let page = try page(diagram)
    let head = try #require(page.firstMatch(of: #/viewBox="0 0 ([\d.]+) ([\d.]+)"/#))
    let shift = try #require(
      page.firstMatch(of: #/class="network" transform="translate\(([\d.]+) ([\d.]+)\)"/#))
    let (width, height) = (Double(head.1) ?? 0, Double(head.2) ?? 0)
    let (left, top) = (Double(shift.1) ?? 0, Double(shift.2) ?? 0)
    let network = try #require(page.firstRange(of: "class=\"network\""))
    let end = page.firstRange(of: "class=\"below\"")?.lowerBound ?? page.endIndex
    let points = page[network.upperBound..<end].matches(of: #/(-?[\d.]+),(-?[\d.]+)/#)
    #expect(points.count > 20)
    for point in points {
      let (x, y) = ((Double(point.output.1) ?? 0) + left, (Double(point.output.2) ?? 0) + top)
      #expect((0...width).contains(x) && (0...height).contains(y), "\(point.output.0)")
    }
  }

  @Test(arguments: [1, 2, 9])
  func `edges between the same nodes are drawn beside each other`(count: Int) throws {
    let nodes = [
      Diagram.Node(id: 1, label: "a", kind: .actor),
      Diagram.Node(id: 2, label: "b", kind: .proposal),
    ]
    let edges = (0..<count).map { Diagram.Edge(from: 1, to: 2, relation: "verb\($0)") }
    let page = try page(Diagram(nodes: nodes, edges: edges))
    let paths = page.matches(of: #/<path fill="none"[^>]* d="([^"]*)"/#).map { $0.output.1 }
      .filter { !$0.isEmpty }
    #expect(Set(paths).count >= count)
  }
}
