import StanceReader
import Testing

/// What a stance is about, and what it is made to depend on.
@Suite struct ObjectTests {
  @Test(arguments: [
    Example(
      "Sweden said it would back the proposal only if the quotas were reviewed.",
      "Sweden supports the proposal – only if the quotas were reviewed"),
    Example(
      "Mauritius said it was prepared to host talks if the union asked it to do so.",
      "Mauritius hosts talks – if the union asked it to do so"),
    Example(
      "The teachers endorsed the ban on condition that nobody collected the phones.",
      "teachers supports the ban – on condition that nobody collected the phones"),
    Example(
      "The guild will accept the cut provided that jobs are safe.",
      "guild supports the cut – provided that jobs are safe"),
  ])
  func `conditions are kept with their conjunctions`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "The minister regrets a plan that the union opposes.",
      "union rejects a plan"),
    Example(
      "Nations met over a roadmap that more than 80 countries had demanded.",
      "more than 80 countries proposes a roadmap"),
    Example(
      "The council delayed a law, a step the government has ruled out.",
      "government rejects a step"),
    Example(
      "The chamber proposed a dialogue on jobs, which the government turned down.",
      "chamber proposes a dialogue on jobs",
      "government rejects a dialogue"),
    Example(
      "Turkey has offered to limit its exports, an idea that officials have dismissed.",
      "Turkey proposes limit its exports",
      "officials rejects an idea"),
  ])
  func `relative clauses leave their object out`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "City council rejects rent freeze, approves bike lanes",
      "City council rejects rent freeze",
      "City council supports bike lanes"),
    Example(
      "Vietnam, Cambodia urge restraint",
      "Vietnam proposes restraint",
      "Cambodia proposes restraint"),
    Example(
      "Opposition demands inquiry as minister defends deal",
      "Opposition proposes inquiry",
      "minister supports deal"),
    Example(
      "Oman ready to host talks",
      "Oman hosts talks"),
    Example(
      "Hungary, Slovakia oppose joint funding",
      "Hungary rejects joint funding",
      "Slovakia rejects joint funding"),
  ])
  func `headlines`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "The minister called the plan “unacceptable”.",
      "minister rejects the plan"),
    Example(
      "Owen Tate described the bid as opportunistic.",
      "Owen Tate rejects the bid"),
    Example(
      "The union hailed the decision as a victory.",
      "union supports the decision"),
  ])
  func `judgements`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }
}
