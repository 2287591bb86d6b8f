import Testing

@testable import StanceDiagram

/// How relations are told apart.
struct RelationStyleTests {
  @Test(arguments: Theme.allCases)
  func `eighteen declared relations look different as lines and as marks`(theme: Theme) {
    let styles = (0..<18).map { theme.style(declared: $0) }
    #expect(Set(styles.map { "\($0.color.hex) \($0.line) \($0.head)" }).count == 18)
    #expect(Set(styles.map { "\($0.color.hex) \($0.mark)" }).count == 18)
    #expect(theme.style(declared: 18) == styles[0])
  }

  @Test(arguments: Theme.allCases)
  func `no declared relation looks like a built-in one`(theme: Theme) {
    let builtIn = ["supports", "rejects", "proposes", "hosts"].compactMap(theme.style(builtIn:))
    let colors = Set(builtIn.map(\.color))
    #expect(colors.count == 4)
    #expect((0..<18).allSatisfy { !colors.contains(theme.style(declared: $0).color) })
  }
}
