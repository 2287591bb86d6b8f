import StanceModel
import Testing

@testable import StanceDiagram

/// The rules of section 2.9 for DOT, whoever reads it.
struct DOTRuleTests {
  private func statements(_ dot: String) -> [Substring] {
    dot.split(separator: "\n").map { $0.drop { $0 == " " } }
  }

  /// Names of nodes that are declared, ends of edges, ids.
  private func matches(_ pattern: some RegexComponent<(Substring, Substring)>, in dot: String)
    -> [String]
  {
    dot.matches(of: pattern).map { String($0.output.1) }
  }

  @Test(arguments: 0..<60)
  func `nodes are called n and a number, edges have ids of e and a number, each once`(seed: Int) {
    var diagram = RandomNetwork(seed: seed).diagram
    diagram.caption.hasLegend = false
    for reader in [DOTReader.anyone, .webPage, .paper] {
      let dot = diagram.dot(for: reader)
      let nodes = matches(#/(?m)^ *(n\S*) \[id="/#, in: dot)
      #expect(Set(nodes) == Set((1...diagram.nodes.count).map { "n\($0)" }), "seed \(seed)")
      let ids = matches(#/ \[id="([^"]*)"/#, in: dot)
      #expect(Set(ids).count == ids.count, "seed \(seed)")
      #expect(ids.count { !$0.hasPrefix("c") } == diagram.nodes.count + diagram.edges.count)
      #expect(ids.allSatisfy { $0.wholeMatch(of: #/[cne][1-9][0-9]*/#) != nil }, "seed \(seed)")
    }
  }

  @Test(arguments: 0..<60)
  func `every edge leads between nodes that are there`(seed: Int) {
    let diagram = RandomNetwork(seed: seed).diagram
    let dot = diagram.dot(for: .webPage)
    let ends = dot.matches(of: #/(?m)^  (n\d+) -> (n\d+) \[/#).flatMap {
      [$0.output.1, $0.output.2]
    }
    #expect(ends.count == 2 * diagram.edges.count, "seed \(seed)")
    let nodes = Set((1...diagram.nodes.count).map { "n\($0)" })
    #expect(ends.allSatisfy { nodes.contains(String($0)) }, "seed \(seed)")
  }

  @Test(arguments: 0..<60)
  func `a text is read as it was meant, whatever is in it`(seed: Int) {
    var diagram = RandomNetwork(seed: seed).diagram
    diagram.nodes[0].label = HostileText.labels[seed % HostileText.labels.count]
    #expect(QuotedStrings.problem(in: diagram.dot()) == nil, "seed \(seed)")
    #expect(!diagram.dot().contains("strict"), "seed \(seed)")
  }

  @Test(arguments: [
    ("\\N", #"\\N"#), ("\\G \\L", #"\\G \\L"#), ("\"", #"\""#), ("&lt;", "&amp;lt;"),
    ("\\", #"\\"#),
    ("a\nb", "a b"), ("<b>x</b>", "<b>x</b>"), ("\\\"", #"\\\""#), ("\u{202E}x", "x"),
  ])
  func `a label is escaped so that Graphviz draws it as it is`(text: String, quoted: String) {
    #expect(DOTText.label([text]) == "\"\(quoted)\"")
  }

  @Test(arguments: [("\\n", #""a\nb""#), ("\\l", #""a\lb\l""#), ("\\r", #""a\rb\r""#)])
  func `lines of a label end on their side`(ending: String, quoted: String) {
    #expect(DOTText.label(["a", "b"], ending: ending) == quoted)
  }

  @Test(arguments: [
    (1e18, "1e+18"), (1e17, "100000000000000000"), (-1e300, "-1e+300"),
    (999_999_999_999_999, "999999999999999"), (9_999_999_999_999.99, "9999999999999.99"),
    (0.004, "0"), (-0.004, "0"), (0.005, "0.01"), (0.05, "0.05"), (-1.5, "-1.5"), (100, "100"),
    (.infinity, "inf"),
  ])
  func `any number can be written`(value: Double, text: String) {
    #expect(DOTText.number(value) == text)
  }

  @Test(arguments: 0..<50)
  func `a number is written to a hundredth`(seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let value = Double.random(in: -1000...1000, using: &random)
    let text = DOTText.number(value)
    #expect(abs(try #require(Double(text)) - value) <= 0.005 + 1e-9, "seed \(seed)")
    #expect(text.wholeMatch(of: #/-?(0|[1-9]\d*)(\.\d?[1-9])?/#) != nil, "\(text)")
  }

  @Test func `hashes of the input are comments at the head of the text`() {
    var diagram = SampleNetwork.talks
    diagram.caption.origins = ["graph 1234", "question\n5678"]
    #expect(
      diagram.dot().hasPrefix("// graph 1234\n// question 5678\ndigraph stance {\n"))
    #expect(diagram.descriptionLines.suffix(2) == ["graph 1234", "question\n5678"])
  }

  @Test(arguments: Style.Layout.allCases)
  func `clusters are drawn by dot, fdp and osage, and a warning told with others`(
    layout: Style.Layout
  ) {
    var diagram = SampleNetwork.talks
    diagram.style.layout = layout
    let draws = [Style.Layout.dot, .fdp, .osage].contains(layout)
    #expect(layout.drawsClusters == draws)
    #expect(diagram.advice.contains { $0.contains("draws no clusters") } == !draws)
  }

  @Test(arguments: zip(Style.Direction.allCases, ["LR", "RL", "TB", "BT"]))
  func `edges lead where they are asked to`(direction: Style.Direction, rank: String) {
    var diagram = SampleNetwork.talks
    diagram.style.direction = direction
    #expect(diagram.dot().contains("rankdir=\"\(rank)\""))
    #expect(SampleNetwork.talks.dot().contains("rankdir=\"LR\""))
  }

  @Test(arguments: [("Box", 1), ("", 1), (nil, 0)] as [(String?, Int)])
  func `nodes of a cluster stand in one box`(cluster: String?, count: Int) {
    var diagram = SampleNetwork.talks
    for index in diagram.nodes.indices { diagram.nodes[index].cluster = cluster }
    diagram.caption.hasLegend = false
    #expect(statements(diagram.dot()).count { $0.hasPrefix("subgraph cluster_") } == count)
  }

  @Test(arguments: [("https://example.org/?a=1&b=2", true), ("javascript:alert(1)", false)])
  func `only an address of the web becomes a link`(address: String, isLink: Bool) {
    var diagram = SampleNetwork.talks
    for index in diagram.edges.indices { diagram.edges[index].url = address }
    let links = matches(#/URL="([^"]*)"/#, in: diagram.dot())
    #expect(
      links == (isLink ? [String](repeating: "https://example.org/?a=1&amp;b=2", count: 6) : []))
  }
}
