import StanceModel
import Testing

@testable import StanceGraph

struct EdgeLabelTests {
  private func edge(_ statements: [(inout Evidence) -> Void]) -> DrawnEdge {
    let one = NodeLabel(id: 1, name: "a", kind: .actor, type: "actor")
    let other = NodeLabel(id: 2, name: "b", kind: .proposal, type: "proposal")
    let evidence = statements.enumerated().map { index, change in
      var statement = Evidence(id: index, subject: one, relation: "supports", object: other)
      change(&statement)
      return statement
    }
    return DrawnEdge(subject: one, object: other, relation: "supports", evidence: evidence)
  }

  @Test(
    arguments: [
      (["2024-05-10", "2024-02-01", "2024-03"], "2024-02-01 to 2024-05-10"),
      (["2024-05-10", nil, "2024-05-10"], "2024-05-10"), ([nil], nil),
    ] as [([String?], String?)])
  func `dates are those of the first and the last statement`(dates: [String?], label: String?) {
    let edge = edge(dates.map { date in { $0.date = date.flatMap { PartialDate($0) } } })
    #expect(edge.label(of: "date") == label)
  }

  @Test(
    arguments: [
      (["Putin", "Peskov", "Putin", "Lavrov"], "Putin +2"), (["Putin", "Putin"], "Putin"),
      ([nil, "Putin"], "Putin"), ([nil], nil),
    ] as [([String?], String?)])
  func `of several values the first is shown and the others are counted`(
    values: [String?], label: String?
  ) {
    let edge = edge(
      values.map { value in
        {
          $0.speaker = value
          $0.source = value
          $0.quote = value
        }
      })
    for field in ["speaker", "source", "quote"] { #expect(edge.label(of: field) == label) }
  }

  @Test func `a condition that not every statement has is counted`() {
    let some = edge([{ $0.condition = "if asked" }, { _ in }, { _ in }])
    #expect(some.label(of: "condition") == "1 of 3: if asked")
    let all = edge([{ $0.condition = "if asked" }, { $0.condition = "if paid" }])
    #expect(all.label(of: "condition") == "if asked +1")
  }

  @Test func `confidence is a range`() {
    let edge = edge([{ $0.confidence = 0.9 }, { $0.confidence = 0.5 }, { _ in }])
    #expect(edge.label(of: "confidence") == "0.5 to 0.9")
  }
}
