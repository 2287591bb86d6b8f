import StanceReader
import Testing

@Suite struct ClauseTests {
  @Test(arguments: [
    Example(
      "The bill was vetoed by Governor Ellen Marsh on Monday.", "Ellen Marsh rejects The bill"),
    Example(
      "The charter was endorsed by the African Union, Ghana and Togo.",
      "African Union supports The charter", "Ghana supports The charter",
      "Togo supports The charter"),
    Example(
      "The plan was welcomed by Amnesty but criticised by Human Rights Watch.",
      "Amnesty supports The plan", "Human Rights Watch rejects The plan"),
    Example(
      "The levy, proposed by the carrier AirNova in July, would fund a school.",
      "AirNova proposes The levy"),
    Example(
      "The proposal, which is backed by the unions, would raise wages.",
      "unions supports The proposal"
    ),
  ])
  func `the agent of a passive holds the stance`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Germany and France have backed the plan, while Hungary opposes it.",
      "Germany supports the plan", "France supports the plan", "Hungary rejects it"),
    Example(
      "Vietnam, Cambodia urge restraint", "Vietnam proposes restraint",
      "Cambodia proposes restraint"
    ),
    Example(
      "The minister told reporters that the government opposed the strike but would not ban it.",
      "government rejects the strike"),
    Example(
      "Hamas accepted the proposal, as did Israel.", "Hamas supports the proposal",
      "Israel supports the proposal"),
    Example(
      "Mayor Ann Lee backs the project; the Elm Street Association does not.",
      "Ann Lee supports the project", "Elm Street Association supports not the project"),
    Example(
      "Neither the bank nor the guild took a position, though both had welcomed the bridge.",
      "bank supports the bridge", "guild supports the bridge"),
    Example(
      "Eva Stein told the board that Lima and Quito both favoured the formula.",
      "Lima supports the formula", "Quito supports the formula"),
  ])
  func `subjects are shared, listed and understood`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Portugal, which once welcomed the quota at talks in Riga, rejected the text.",
      "Portugal supports the quota", "Portugal rejects the text"),
    Example(
      "The Liberals, who had supported the bill, voted against it on Tuesday.",
      "Liberals supports the bill", "Liberals rejects it"),
    Example(
      "Environmental groups welcomed the ruling, calling it a landmark victory.",
      "Environmental groups supports the ruling"),
    Example(
      "The president refused an immediate truce and instead suggested direct talks be held in Oslo.",
      "president rejects an immediate truce", "president proposes direct talks be held in Oslo"),
    Example(
      "Amnesty International condemned the verdict and called for a retrial.",
      "Amnesty International rejects the verdict", "Amnesty International proposes a retrial"),
  ])
  func `relative clauses, participles and second verbs have a subject`(_ example: Example) {
    let found = Reading.of(example.text).stances
    #expect(found.filter { !$0.hasSuffix(" it") || example.found.contains($0) } == example.found)
  }

  @Test(arguments: [
    Example(
      "The ministry demanded that Hamas renounce violence.",
      "ministry proposes Hamas renounce violence"),
    Example(
      "Amnesty International urged the bloc to drop plans for new camps.",
      "Amnesty International proposes drop plans for new camps"),
    Example("If the council approves the plan, work will start in May."),
    Example("Would the party support a coalition?"),
    Example("It remains unclear whether Italy will back the move."),
    Example("The minister hopes that the union will accept the offer."),
    Example(
      "The office proposed a board that would approve mergers.",
      "office proposes a board that would approve mergers"),
    Example("Nobody knows whether the club opposes the transfer."),
  ])
  func `what is demanded, conditional, asked or hoped is not held`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    (
      "Latvia said it could back the code only if rents were frozen.",
      "only if rents were frozen"
    ),
    (
      "The premier was willing to sign the pact, provided that the envoy took part.",
      "provided that the envoy took part"
    ),
    (
      "Lind volunteered to host a second round in May should the vote slip.",
      "should the vote slip"
    ),
    ("The union will accept the offer unless wages are cut.", "unless wages are cut"),
    ("If rates fall, the bank will back the loan.", "If rates fall"),
    (
      "Canada is prepared to accept the deal as long as tariffs are lifted.",
      "as long as tariffs are lifted"
    ),
  ])
  func `a condition is kept with its conjunction`(_ text: String, _ condition: String) throws {
    let found = Reading.of("Anna Lind leads the talks on a plan. " + text).statements
    let spans = found.compactMap(\.condition)
    #expect(spans.map { ("Anna Lind leads the talks on a plan. " + text).slice($0) } == [condition])
  }

  @Test func `a condition is not kept over a new clause with but`() {
    let text = "Spain backed the pact, but Italy will sign it only if quotas rise."
    #expect(Reading.of(text).statements.first?.condition == nil)
  }
}
