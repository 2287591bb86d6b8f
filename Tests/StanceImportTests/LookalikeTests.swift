import StanceDiagnostics
import StanceGraph
import StanceModel
import StanceTestSupport
import Testing

@Suite struct LookalikeTests {
  @Test(arguments: [
    ("\"admin\" is a person. ⟪\"аdmin\"⟫ is a person.", "‘аdmin’ looks like ‘admin’"),
    ("\"аdmin\" is a person. ⟪\"admin\"⟫ is a person.", "‘admin’ looks like ‘аdmin’"),
    ("MOCKBA is a city. ⟪МОСКВА⟫ is a city.", "‘МОСКВА’ looks like ‘MOCKBA’"),
    ("EU is a bloc. Ann is a person, also ⟪ΕU⟫.", "‘ΕU’ looks like ‘EU’"),
    ("Ann is a person, also ⟪Rosa⟫. Rоsа is a person.", "‘Rosa’ looks like ‘Rоsа’"),
    ("Реter is a person. ⟪Pеter⟫ is a person.", "‘Pеter’ looks like ‘Реter’"),
    ("P is a plan. Rosa is a person. ⟪Rоsа⟫ rejects P.", "‘Rоsа’ looks like ‘Rosa’"),
  ])
  func `a name that looks like another's is warned of`(marked: String, message: String) throws {
    let marked = MarkedText(marked)
    let found = try faults([marked.text]).flatMap(\.diagnostics).filter {
      $0.code == .confusableName
    }
    #expect(found.map(\.span) == marked.spans)
    #expect(found.allSatisfy { $0.severity == .warning && $0.message.hasPrefix(message) })
  }

  @Test(arguments: [
    "Ann is a person. ANN is a person.", "Orbán is a person. Orban is a person.",
    "Rosa is a person, also Rоsа.", "Rоsа is a person. Rоsа is a person.",
    "Россия is a country. Rossiya is a country.", "P1 is a plan. P2 is a plan.",
  ])
  func `names that differ to the eye, or of one thing, are not`(text: String) throws {
    let codes = try faults([text]).flatMap(\.diagnostics).map(\.code)
    #expect(!codes.contains(.confusableName))
  }

  @Test func `a name looks like one that is in the graph already`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    for (text, count) in [
      ("Rosa is a person.", 0), ("Rоsа is a person.", 1), ("Rоsа is a person.", 0),
    ] {
      let report = try Graph.importFiles([SourceText(name: "a", text)], into: path)
      #expect(
        report.diagnostics.flatMap(\.diagnostics).map(\.code)
          == Array(repeating: .confusableName, count: count))
    }
  }

  @Test(arguments: [
    ("admin", "аdmіn", true), ("ADMIN", "admin", true), ("a", "b", false), ("é", "e", false),
  ])
  func `a skeleton is what a name looks like`(one: String, other: String, isSame: Bool) {
    #expect((NameKey.skeleton(one) == NameKey.skeleton(other)) == isSame)
  }
}
