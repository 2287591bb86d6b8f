import Foundation
import StanceModel
import Testing

@testable import StanceDiagram

struct DOTTests {
  @Test(arguments: [DOTReader.anyone, .webPage, .paper])
  func `the text of a network is as it was`(reader: DOTReader) throws {
    try Golden.expect(SampleNetwork.talks.dot(for: reader), file: "talks-\(reader).dot")
  }

  @Test func `a network without directions is as it was`() throws {
    let nodes = ["A", "B", "C"].enumerated().map { SampleNetwork.node($0.offset, $0.element) }
    let pairs = [(0, 1, 4), (2, 1, 1)]
    let edges = pairs.map {
      Diagram.Edge(
        from: $0.0, to: $0.1, relation: "agrees with", isDerived: true, isDirected: false,
        weight: $0.2)
    }
    let style = Style(widths: .weight("shared proposals"), theme: .dark)
    try Golden.expect(
      Diagram(nodes: nodes, edges: edges, style: style).dot(), file: "agreement.dot")
  }

  @Test(arguments: 0..<20)
  func `neither order nor ids of the input change a byte`(seed: Int) {
    let shuffled = SampleNetwork.shuffledTalks(seed: UInt64(seed))
    #expect(shuffled.dot() == SampleNetwork.talks.dot())
    #expect(captions(shuffled) == captions(SampleNetwork.talks))
  }

  private func captions(_ diagram: Diagram) -> String {
    let furniture = DrawnNetwork(diagram).furniture(width: 400)
    return furniture.above.svgElements() + furniture.below.svgElements()
  }

  @Test(arguments: HostileText.labels)
  func `every string of a text can be read by Graphviz`(label: String) {
    let diagram = Diagram(
      nodes: [
        Diagram.Node(
          id: 1, label: label, kind: .actor, type: "person", cluster: label, group: label,
          note: label, url: label),
        SampleNetwork.node(2, "plan", .proposal),
      ],
      edges: [
        Diagram.Edge(
          from: 1, to: 2, relation: label, weight: 2, first: PartialDate("2025"),
          last: PartialDate("2026"),
          quotation: Quotation(text: label, speaker: label), labels: [label, label],
          url: label)
      ],
      style: Style(coloring: .group(label), widths: .weight(label)),
      caption: Caption(
        title: label, source: label, question: label, dates: label, notes: [label],
        origins: [label], hasLegend: true))
    for reader in [DOTReader.anyone, .webPage, .paper] {
      let dot = diagram.dot(for: reader)
      #expect(QuotedStrings.problem(in: dot) == nil)
      #expect(!dot.contains("=<"))
    }
  }

  @Test func `escapes of Graphviz are shown, not expanded`() {
    let diagram = Diagram(nodes: [SampleNetwork.node(1, "\\N & \"x\"")], edges: [])
    #expect(diagram.dot().contains(#"label="\\N &amp; \"x\"""#))
  }

  @Test(arguments: HostileText.addresses)
  func `an address that is not of the web is left out`(address: String) {
    let node = Diagram.Node(id: 1, label: "a", kind: .actor, url: address)
    #expect(!Diagram(nodes: [node], edges: []).dot().contains("URL="))
  }

  @Test func `an address is escaped for others and not for paper`() {
    #expect(SampleNetwork.talks.dot().contains("a?x=1&amp;y=2"))
    #expect(!SampleNetwork.talks.dot(for: .webPage).contains("URL="))
    #expect(SampleNetwork.talks.dot(for: .paper).contains("a?x=1&y=2"))
  }

  @Test func `a condition is a ring at the head and a word beside the edge`() {
    let line = SampleNetwork.talks.dot().split(separator: "\n").first {
      $0.contains("odot")
    }
    #expect(line?.contains("arrowhead=\"normalodot\"") == true)
    #expect(line?.contains("label=\"if\"") == true)
  }

  @Test func `parallel edges of different relations are kept`() {
    let edges = ["supports", "rejects", "vetoes"].map {
      Diagram.Edge(from: 1, to: 2, relation: $0)
    }
    let diagram = Diagram(
      nodes: [SampleNetwork.node(1, "a"), SampleNetwork.node(2, "b", .proposal)], edges: edges)
    #expect(diagram.dot().split(separator: "\n").count { $0.contains("n1 -> n2") } == 3)
  }

  @Test func `edges to nodes that are not there are left out`() {
    let diagram = Diagram(
      nodes: [SampleNetwork.node(1, "a")],
      edges: [Diagram.Edge(from: 1, to: 9, relation: "supports")])
    #expect(!diagram.dot().contains("->"))
  }

  @Test(arguments: [(1, 1.3), (2, 2.2), (3, 2.65), (4, 3.1), (1_000_000, 6), (-5, 1.3)])
  func `an edge is wider for more statements`(weight: Int, width: Double) {
    let edge = Diagram.Edge(from: 1, to: 2, relation: "supports", weight: weight)
    let style = RelationStyle(color: Color("#000000"), line: .solid, head: .normal)
    let drawn = EdgeText.width(of: edge, style: style, widths: .weight("statements"))
    #expect(abs(drawn - width) < 1e-9)
  }
}

extension DOTTests {
  @Test(arguments: [(0.5, 1.3), (0.75, 3.65), (1, 6), (nil, 1.3)] as [(Double?, Double)])
  func `a measure is drawn between the least and the most`(measure: Double?, width: Double) {
    let edge = Diagram.Edge(from: 1, to: 2, relation: "supports", measure: measure)
    let style = RelationStyle(color: Color("#000000"), line: .solid, head: .normal)
    let drawn = EdgeText.width(
      of: edge, style: style, widths: .measure("avg confidence", isCount: false),
      measures: 0.5...1)
    #expect(abs(drawn - width) < 1e-9)
  }

  @Test func `for ourselves nodes have their sizes and no text`() {
    let dot = SampleNetwork.talks.dot(for: .webPage)
    #expect(!dot.contains("label=\"Russia"))
    #expect(dot.split(separator: "\n").count { $0.contains("fixedsize=\"true\"") } == 6)
  }

  @Test func `a node is as high as its arrows need`() throws {
    let nodes = (0..<12).map { SampleNetwork.node($0, "n\($0)", $0 == 0 ? .proposal : .actor) }
    let edges = (1..<12).map { Diagram.Edge(from: $0, to: 0, relation: "supports") }
    let dot = Diagram(nodes: nodes, edges: edges).dot(for: .webPage)
    let line = try #require(dot.split(separator: "\n").first { $0.contains("id=\"n12\"") })
    #expect(line.contains("height=\"1.22\""))
  }

  @Test func `camps around one proposal stand together`() {
    let nodes = (0..<5).map { SampleNetwork.node($0, "n\($0)", $0 == 0 ? .proposal : .actor) }
    let edges = (1..<5).map {
      Diagram.Edge(from: $0, to: 0, relation: $0 % 2 == 0 ? "supports" : "rejects")
    }
    let network = DrawnNetwork(Diagram(nodes: nodes, edges: edges))
    #expect(network.clusters.flatMap(\.nodes).map(\.node.label) == ["n0", "n2", "n4", "n1", "n3"])
  }
}

/// Reads a DOT text as the lexer of Graphviz 2.42 does, as far as strings go.
enum QuotedStrings {
  /// What Graphviz would not read, or nil.
  static func problem(in dot: String) -> String? {
    var (isInside, length, isEscaped) = (false, 0, false)
    let statements = dot.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.hasPrefix("//") }.joined(separator: "\n")
    for scalar in statements.unicodeScalars {
      if scalar.value < 0x20, scalar != "\n" { return "a control character" }
      guard isInside else {
        if scalar == "\"" { (isInside, length, isEscaped) = (true, 0, false) }
        continue
      }
      if scalar == "\n" { return "a line end in a string" }
      if isEscaped {
        isEscaped = false
      } else if scalar == "\\" {
        isEscaped = true
      } else if scalar == "\"" {
        isInside = false
      }
      length += String(scalar).utf8.count
      if length > 16_000 { return "a string that is too long" }
    }
    return isInside ? "an open string" : nil
  }
}
