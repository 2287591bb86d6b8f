import StanceReader
import Testing

/// Whom pronouns, relatives and passives mean.
@Suite struct ReferenceTests {
  @Test(arguments: [
    Example("Ana Paz spoke in Lima. She backs the plan.", "Ana Paz supports the plan"),
    Example("Peru met Chad. It rejected the plan.", "Peru rejects the plan"),
    Example("The unions met. They rejected the plan.", "unions rejects the plan"),
    Example("Ana Paz, who chairs the union, opposes the plan.", "Ana Paz rejects the plan"),
    Example("Ana Paz said she opposed the plan.", "Ana Paz rejects the plan"),
    Example("The union said it would reject the plan.", "union rejects the plan"),
    Example("Mayor Ana Paz met Ben Ito. The mayor backs the plan.", "Ana Paz supports the plan"),
    Example(
      "Chad tabled a plan for a dam. Peru rejected it.", "Chad proposes a plan for a dam",
      "Peru rejects it"),
    Example("Peru itself opposed the plan.", "Peru rejects the plan"),
    Example("It rejected the plan."),
    Example("He backs the plan."),
  ])
  func `pronouns mean who acted before`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    "Chad and Mali met in Oslo. Both back the plan.",
    "Chad and Mali met in Oslo. Both countries back the plan.",
    "Chad and Mali met in Oslo. They both back the plan.",
    "Chad and Mali met in Oslo. Both of them back the plan.",
    "Chad and Mali met in Oslo. The two back the plan.",
    "Chad and Mali met in Oslo. The two countries backed the plan.",
    "Chad and Mali met in Oslo. Ana Paz said both back the plan.",
    "Chad and Mali met in Oslo. Ana Paz was there. Both sides backed the plan.",
    "Chad and Mali met, and both have endorsed the plan.",
    "Chad met Mali. Both backed the plan.",
    "Chad met with Mali. Both backed the plan.",
  ])
  func `both means the two that were named side by side`(_ text: String) {
    let found = Reading.of(text).stances.map { $0.replacing("The plan", with: "the plan") }
    #expect(found == ["Chad supports the plan", "Mali supports the plan"])
  }

  @Test(arguments: [
    Example(
      "Ana Paz and Ben Ito spoke. Neither backs the plan.", "Ana Paz supports not the plan",
      "Ben Ito supports not the plan"),
    Example(
      "Chad and Mali met in Oslo. Neither country backs the plan.", "Chad supports not the plan",
      "Mali supports not the plan"),
    Example(
      "Chad and Mali met. The plan was backed by both.", "Chad supports The plan",
      "Mali supports The plan"),
    Example("Both backed the plan."),
  ])
  func `neither and both stand in every place of a sentence`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("The plan was rejected by Peru.", "Peru rejects The plan"),
    Example("The plan was not rejected by Peru.", "Peru rejects not The plan"),
    Example(
      "The plan has been backed by Peru and Chad.", "Peru supports The plan",
      "Chad supports The plan"),
    Example("The plan was neither backed nor opposed by Peru."),
    Example(
      "The plan, backed by Peru, was rejected by Chad.", "Peru supports The plan",
      "Chad rejects The plan"),
    Example("A ban proposed by Peru failed.", "Peru proposes A ban"),
    Example("The plan was rejected on Monday by Peru.", "Peru rejects The plan"),
    Example("The plan was rejected."),
    Example("The plan is expected to be backed by Peru.", "Peru supports The plan"),
    Example("The talks were hosted by Oman.", "Oman hosts The talks"),
    Example("Talks hosted by Oman collapsed.", "Oman hosts Talks"),
  ])
  func `the agent of a passive holds the stance, wherever it stands`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "The union, which backs the plan, opposes the levy.", "union supports the plan",
      "union rejects the levy"),
    Example(
      "The union that backed the plan opposes the levy.", "union supports the plan",
      "union rejects the levy"),
    Example(
      "Peru rejected a plan that Chad had proposed.", "Peru rejects a plan that Chad had proposed",
      "Chad proposes a plan"),
    Example(
      "A plan backed by Peru was rejected by Chad.", "Peru supports A plan",
      "Chad rejects A plan backed by Peru"),
    Example("The levy, which Peru opposes, starts in May.", "Peru rejects The levy"),
    Example("The mayor, whose party backs the plan, left.", "mayor’s party supports the plan"),
    Example("Those who back the plan left."),
    Example("Peru, once an ally of Chad, opposes the plan.", "Peru rejects the plan"),
  ])
  func `relative clauses have holders and objects of their own`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
