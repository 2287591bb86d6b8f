import StanceModel
import Testing

@testable import StanceDiagram

/// Colours that can be seen on their grounds and told from each other.
struct ColorTests {
  private static let builtIn = ["supports", "rejects", "proposes", "hosts"]

  @Test func `contrast is computed as WCAG defines it`() {
    #expect(abs(Contrast.ratio(Color("#FFFFFF"), Color("#000000")) - 21) < 1e-9)
    #expect(abs(Contrast.ratio(Color("#777777"), Color("#FFFFFF")) - 4.48) < 0.01)
    #expect(Contrast.ratio(Color("#123456"), Color("#123456")) == 1)
  }

  @Test(arguments: Theme.allCases)
  func `edges and what is written beside them can be read on every ground`(theme: Theme) {
    for style in styles(theme) {
      #expect(Contrast.ratio(style.color, theme.ground) >= 4.5, "\(style.color.hex)")
      #expect(Contrast.ratio(style.color, theme.clusterGround) >= 4.5, "\(style.color.hex)")
    }
  }

  @Test(arguments: Theme.allCases)
  func `text can be read on every ground that it stands on`(theme: Theme) {
    let grounds = NodeKind.allCases.map(theme.fill) + theme.groupGrounds + [theme.otherGround]
    #expect(grounds.map { Contrast.ratio(theme.ink, $0) }.allSatisfy { $0 >= 5.5 })
    for text in [theme.ink, theme.muted] {
      #expect(Contrast.ratio(text, theme.ground) >= 4.5)
      #expect(Contrast.ratio(text, theme.clusterGround) >= 4.5)
    }
  }

  @Test(arguments: Theme.allCases, NodeKind.allCases)
  func `an outline stands out from all that lies beside it`(theme: Theme, kind: NodeKind) {
    let grounds = [theme.ground, theme.clusterGround, theme.fill(kind)]
    #expect(grounds.map { Contrast.ratio(theme.outline(kind), $0) }.allSatisfy { $0 >= 3 })
  }

  @Test(arguments: Theme.allCases)
  func `relations have colours that are plainly unlike, or the same`(theme: Theme) {
    let colors = Array(Set(styles(theme).map(\.color)))
    for (index, one) in colors.enumerated() {
      for other in colors[..<index] {
        #expect(Contrast.distance(one, other) > 11.5, "\(one.hex) and \(other.hex)")
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func `groups and kinds have grounds that are unlike`(theme: Theme) {
    for grounds in [theme.groupGrounds, NodeKind.allCases.map(theme.fill)] {
      for (index, one) in grounds.enumerated() {
        for other in grounds[..<index] {
          #expect(Contrast.distance(one, other) > 4.6, "\(one.hex) and \(other.hex)")
        }
      }
    }
  }

  @Test(arguments: Theme.allCases)
  func `a rejection is dashed and no other built-in relation is`(theme: Theme) {
    #expect(
      Self.builtIn.map { theme.style(builtIn: $0)?.line } == [.solid, .dashed, .solid, .dotted])
  }

  @Test(arguments: builtIn, Theme.allCases)
  func `a built-in relation looks the same in every picture`(relation: String, theme: Theme) {
    let alone = RelationStyles(drawn: [relation], declared: [], derived: [], theme: theme)
    let among = RelationStyles(
      drawn: [relation, "vetoes", "agrees with", "hosts"], declared: ["vetoes", relation],
      derived: ["agrees with"], theme: theme)
    #expect(alone[relation] == theme.style(builtIn: relation))
    #expect(among[relation] == alone[relation])
  }

  @Test func `relations stand in the order of the graph, rules last`() {
    let styles = RelationStyles(
      drawn: ["agrees with", "mocks", "vetoes", "rejects", "proposes", "blocks", "doubts"],
      declared: ["vetoes", "unused", "doubts", "rejects"], derived: ["agrees with", "blocks"],
      theme: .light)
    #expect(
      styles.order == [
        "proposes", "rejects", "vetoes", "doubts", "mocks", "agrees with", "blocks",
      ])
  }

  @Test func `a relation that is declared twice is one relation`() {
    let nodes = [SampleNetwork.node(1, "a"), SampleNetwork.node(2, "b", .proposal)]
    let edges = [Diagram.Edge(from: 1, to: 2, relation: "vetoes")]
    let style = Style(declaredRelations: ["vetoes", "vetoes", "doubts"])
    let network = DrawnNetwork(Diagram(nodes: nodes, edges: edges, style: style))
    #expect(network.styles.order == ["vetoes"])
    #expect(network.styles["vetoes"] == Theme.light.style(declared: 0))
  }

  /// All that a picture can draw: built in, declared and derived.
  private func styles(_ theme: Theme) -> [RelationStyle] {
    let derived = ["agrees with", "conflicts with", "blocks"]
    return Self.builtIn.compactMap(theme.style(builtIn:))
      + (0..<6).map(theme.style(declared:))
      + derived.enumerated().map { theme.style(derived: $0.element, index: $0.offset) }
  }
}
