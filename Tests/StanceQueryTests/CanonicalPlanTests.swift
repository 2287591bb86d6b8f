import StanceDiagnostics
import StanceLanguage
import StanceQuery
import Testing

/// A question in its canonical form is the same question, with the same columns in the same order.
@Suite struct CanonicalPlanTests {
  static let planned = (PlanTests.clauses + PlanTests.qualifiers + PlanTests.options).map(\.ask)

  static let reordered = [
    "what does Russia reject", "which plan does which country reject",
    "what from ?g does someone from ?h seek", "what that ?x proposes does who reject since 2025",
    "when did who reject what", "when did who reject something that ?x proposes",
    "what is rejected by whom", "who rejects what in which source on ?d",
    "who rejects what according to whom when",
    "who rejects what with confidence 1 in which source according to whom since 2025",
    "who rejects what, all in which source, on ?d",
    "?b.population > 3 and ?a trusts ?b", "who rejects what top 2 limit 1 show what, who",
    "who trusts whom or whom trusts who", "who rejects what but not someone supports what",
    "who rejects something that is proposed by whom", "Russia rejects what when by bloc",
  ]

  @Test(arguments: planned + reordered)
  func `the canonical form asks for the same`(ask: String) throws {
    let canonical = try QuestionFormatter(SourceText(name: "<ask>", ask)).text()
    #expect(try steps(canonical).sorted() == steps(ask).sorted(), "\(canonical)")
    #expect(try columns(canonical) == columns(ask), "\(canonical)")
    #expect(try bind(canonical).notes == bind(ask).notes, "\(canonical)")
    #expect(try QuestionFormatter(SourceText(name: "<ask>", canonical)).text() == canonical)
  }
}
