import StanceModel
import Testing

@testable import StanceDiagram

/// The lines of a label.
struct LabelLinesTests {
  private func lines(_ labels: String...) -> [String] {
    let edge = Diagram.Edge(from: 1, to: 2, relation: "supports", labels: labels)
    return EdgeText.label(of: edge, widths: .even)
  }

  @Test(arguments: [1, 3, 9, 40, 4000])
  func `long labels are broken and cut`(count: Int) {
    let lines = lines(String(repeating: "open the harbour ", count: count))
    #expect(!lines.isEmpty && lines.count <= 4)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: EdgeLabels.size) <= 122 })
  }

  @Test(arguments: [
    "no", "a sentence of some length that goes on", String(repeating: "word ", count: 90),
  ])
  func `what counts further values is kept`(value: String) {
    let lines = lines("\(value) +2")
    #expect(lines.last?.hasSuffix("+2") == true)
    #expect(lines.count <= 4)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: EdgeLabels.size) <= 122 })
  }

  @Test func `a label of several parts has two lines for each`() {
    let long = String(repeating: "open the harbour ", count: 9)
    #expect(lines(long, "2024-02-01 to 2024-05-10", long).count == 5)
    #expect(lines("2024-02-01 to 2024-05-10") == ["2024-02-01 to 2024-05-10"])
    #expect(lines("", "a +b", " +2").last == "a +b")
  }

  @Test func `what a label says is under the pointer`() {
    let edge = Diagram.Edge(
      from: 1, to: 2, relation: "supports", weight: 3, first: PartialDate("2024"),
      quotation: Quotation(text: "No.", speaker: "Putin"),
      labels: ["No. +2", "2024", "1 of 3: if asked"])
    let network = DrawnNetwork(
      Diagram(nodes: [SampleNetwork.node(1, "a"), SampleNetwork.node(2, "b")], edges: [edge]))
    #expect(
      EdgeText.tooltip(network.edges[0], in: network)
        == "a supports b (3 statements, 2024): “No.” – Putin · 1 of 3: if asked")
  }
}
