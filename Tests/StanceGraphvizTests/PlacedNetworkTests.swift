import StanceDiagram
import StanceModel
import Testing

@testable import StanceGraphviz

/// The way of a network to paper: Graphviz gives the places, all text is put there by us.
struct PlacedNetworkTests {
  private let network = DrawnNetwork(
    Diagram(
      nodes: [
        Diagram.Node(id: 1, label: "Ann", kind: .actor, cluster: "Box"),
        Diagram.Node(id: 2, label: "Plan", kind: .proposal),
      ],
      edges: [Diagram.Edge(from: 1, to: 2, relation: "supports", weight: 2)],
      caption: Caption(title: "Title", source: "AP")))

  /// As Graphviz prints it, with a node at (50, 80) in a box, and one at (250, 20).
  private func placed(node: String = "", box: String = "bb=\"0,0,300,100\"") -> String {
    """
    digraph stance {
    \tgraph [bgcolor="#FFFFFF", \(box)];
    \tnode [label="\\N"];
    \tsubgraph cluster_1 {
    \t\tgraph [bb="10,50,90,100", id=c1, label="xx\\l"];
    \t\tn1 [\(node)height=0.5, id=n1, label="", pos="50,80", width=1];
    \t}
    \tn2 [height=0.5, id=n2, pos="250,20", width=1];
    \tn1 -> n2 [id=e1, pos="e,214,20 86,80 129,60 172,40 206,20"];
    }

    """
  }

  private func furnished(_ text: String) -> String? {
    PlacedNetwork(Array(text.utf8))?.furnished(for: network)?.text
  }

  /// The places of the texts by their words.
  private func places(_ text: String?) -> [String: String] {
    let found = (text ?? "").matches(of: #/ pos="([^"]*)" .*label="([^"\\]*)/#)
    return Dictionary(found.map { (String($0.output.2), String($0.output.1)) }) { first, _ in first
    }
  }

  @Test func `the name of a node stands in its middle`() {
    let places = places(furnished(placed()))
    #expect(places["Ann"] == "50,79.34")
    #expect(places["Plan"] == "250,19.34")
  }

  @Test func `the label of an edge stands on its way, the name of a box in its corner`() throws {
    let places = places(furnished(placed()))
    let label = try #require(places["×2"]).split(separator: ",").compactMap { Double($0) }
    #expect((86...206).contains(label[0]) && (20...80).contains(label[1]))
    let name = try #require(places["Box"]).split(separator: ",").compactMap { Double($0) }
    #expect((20...50).contains(name[0]) && (80...100).contains(name[1]))
  }

  @Test func `title and footer stand above and below the drawing`() throws {
    let places = places(furnished(placed()))
    let heights = ["Title", "Source: AP"].map { places[$0]?.split(separator: ",").last ?? "" }
    #expect((Double(heights[0]) ?? 0) > 100 && (Double(heights[1]) ?? 0) < 0)
  }

  @Test(arguments: [
    #"URL="https://example.org/a]b,[c=d", "#, #"tooltip="say \"pos\" = \\", "#,
    "tooltip=\"broken \\\nin two\", ", "style=\"rounded,filled\", ", "peripheries=2, ",
  ])
  func `no attribute of a node hides its place`(attribute: String) {
    #expect(places(furnished(placed(node: attribute)))["Ann"] == "50,79.34")
  }

  @Test(arguments: ["", "bb=\"\"", "bb=\"0,0,300\"", "bb=\"0,0,300,100,5\""])
  func `a text without a size is none`(box: String) {
    let text = placed(box: box).replacing("bb=\"10,50,90,100\", ", with: "")
    #expect(furnished(text) == nil)
  }

  @Test func `a text that does not end or is no UTF-8 is none`() {
    #expect(furnished(placed().replacing("}", with: "")) == nil)
    #expect(PlacedNetwork([0xFF] + Array(placed().utf8)) == nil)
  }

  @Test(arguments: [PictureFormat.png, .pdf])
  func `what is put on paper can be read by Graphviz`(format: PictureFormat) throws {
    var renderer = Child.renderer()
    let text = try #require(furnished(placed()))
    let picture = try renderer.render(dot: text, format: format, layout: .nop2)
    #expect(!picture.bytes.isEmpty && picture.messages.isEmpty)
  }
}
