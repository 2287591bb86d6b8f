import StanceReader
import Testing

@Suite struct LimitTests {
  @Test(
    .timeLimit(.minutes(1)),
    arguments: [
      ("the minister supports the plan and ", 4_000),
      ("“", 20_000),
      ("\" '", 10_000),
      ("He said “we back the plan and \n", 4_000),
      ("a, ", 20_000),
      ("(", 40_000),
      ("x", 100_000),
      ("that he said ", 6_000),
      ("if ", 20_000),
      ("Anna of ", 10_000),
      ("\n\n", 40_000),
    ])
  func `a monstrous text takes linear time`(_ part: String, _ count: Int) {
    let text = String(repeating: part, count: count)
    let reading = Reading.of(text)
    #expect(reading.sentences.allSatisfy { $0.end <= text.unicodeScalars.count })
  }

  @Test func `reading is deterministic`() {
    let text = "Peru and Chile back the plan, but Bolivia, which hosted the talks, opposes it."
    let first = Reading.of(text)
    #expect((0..<5).allSatisfy { _ in Reading.of(text).statements == first.statements })
  }

  @Test func `confidence falls with pronouns, headlines and quotations`() throws {
    let plain = try #require(Reading.of("Peru opposes the merger.").statements.first)
    let quoted = try #require(Reading.of("“We oppose the merger,” Ana Paz said.").statements.first)
    let headline = try #require(Reading.of("Peru opposes the merger\n\nIt met.").statements.first)
    let pronoun = try #require(Reading.of("Peru opposes it.").statements.first)
    #expect(plain.confidence > quoted.confidence)
    #expect(plain.confidence > headline.confidence)
    #expect(quoted.confidence > pronoun.confidence)
    #expect(plain.confidence >= 0.8)
  }
}
