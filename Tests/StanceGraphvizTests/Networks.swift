import StanceDiagram
import StanceModel

/// Networks to render.
enum Networks {
  static let talks = Diagram(
    nodes: [
      Diagram.Node(id: 1, label: "Russia", kind: .actor, cluster: "Moscow & more"),
      Diagram.Node(id: 2, label: "Türkiye", kind: .actor, url: "https://example.org/?a=1&b=2"),
      Diagram.Node(id: 3, label: "30-day ceasefire", kind: .proposal),
      Diagram.Node(id: 4, label: "Istanbul", kind: .place),
    ],
    edges: [
      Diagram.Edge(
        from: 1, to: 3, relation: "rejects", weight: 3,
        quotation: Quotation(
          text: "No & <never>", speaker: "Putin", date: PartialDate("2025-03-13")),
        url: "https://example.org/story?x=1&y=2"),
      Diagram.Edge(from: 2, to: 3, relation: "supports", isConditional: true),
      Diagram.Edge(from: 4, to: 3, relation: "hosts"),
    ],
    caption: Caption(
      title: "Peace & talks", source: "AP", question: "who supports what", origins: ["graph 1234"],
      hasLegend: true))

  static func shuffled() -> Diagram {
    var diagram = talks
    diagram.nodes.reverse()
    diagram.edges.reverse()
    return diagram
  }

  static func dense(nodes: Int, edges: Int, layout: Style.Layout? = nil) -> Diagram {
    var state: UInt64 = 7
    func next() -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % nodes
    }
    return Diagram(
      nodes: (0..<nodes).map { Diagram.Node(id: $0, label: "Name \($0)", kind: .actor) },
      edges: (0..<edges).map { _ in
        Diagram.Edge(from: next(), to: next(), relation: "supports", isDerived: true)
      },
      style: Style(layout: layout))
  }

  /// A text that keeps dot busy for far longer than any deadline here.
  static var endless: String {
    let edges = (0..<90).flatMap { from in (0..<90).map { "a\(from)->a\($0);" } }
    return "digraph { \(edges.joined()) }"
  }

  static let labels = [
    "\\N \\G \\L \\", "\"quoted\"", "</title><script>alert(1)</script>", "a & b &lt; &#1; &copy;",
    String(repeating: "x", count: 10_000), String(repeating: "line\n", count: 33_000),
    "control\u{1}\u{1B}[31m\u{7F}\u{9B}", "bidi\u{202E}\u{2066}\u{200F}", "<b>HTML</b>", "]]>-->",
    "", "🇺🇦👩‍👩‍👧", "{a|b|c}", "Ελλάδα Россия İstanbul محمد 习近平", String(repeating: "\\", count: 9_000),
    String(repeating: "&", count: 9_000), "javascript:alert(1)", "https://x/\"onload=\"alert(1)",
  ]
}
