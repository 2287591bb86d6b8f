import StanceReader
import Testing

/// What `and`, `or`, `but` and commas share out among holders, targets and speakers.
@Suite struct CoordinationTests {
  @Test(arguments: [
    Example(
      "The union rejected the ban and the levy.", "union rejects the ban", "union rejects the levy"),
    Example(
      "Norway opposed the ban, the levy and the quota.", "Norway rejects the ban",
      "Norway rejects the levy", "Norway rejects the quota"),
    Example(
      "The mayor backs the ban on cars and the levy on petrol.", "mayor supports the ban on cars",
      "mayor supports the levy on petrol"),
    Example(
      "The council debated a freeze. The union rejected the ban and the levy.",
      "union rejects the ban", "union rejects the levy"),
    Example("Peru backs a ban on lead and mercury.", "Peru supports a ban on lead and mercury"),
    Example(
      "Chad called for a truce and the release of hostages.", "Chad proposes a truce",
      "Chad proposes the release of hostages"),
    Example(
      "The levy and the ban were rejected by Peru.", "Peru rejects The levy", "Peru rejects the ban"
    ),
  ])
  func `each of several targets with an article is one`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Ana Paz called the plan a disgrace, and Ben Ito said Chad opposed the levy.",
      "the article: the plan", "Ben Ito: the levy"),
    Example(
      "Ana Paz called it a step back, and Ben Ito said the plan would be rejected by Chad.",
      "the article: it", "Ben Ito: the plan"),
    Example(
      "Ana Paz said Peru backed the plan and Ben Ito said Chad opposed the levy.",
      "Ana Paz: the plan", "Ben Ito: the levy"),
    Example(
      "Ana Paz said Peru backed the plan, but Ben Ito told reporters that Chad opposed the levy.",
      "Ana Paz: the plan", "Ben Ito: the levy"),
    Example("Ana Paz left, and Ben Ito said the union opposed the levy.", "Ben Ito: the levy"),
    Example(
      "Ana Paz said Peru backed the plan and opposed the levy.", "Ana Paz: the plan",
      "Ana Paz: the levy"),
    Example(
      "Ana Paz said Peru backed the plan and that Chad opposed the levy.", "Ana Paz: the plan",
      "Ana Paz: the levy"),
  ])
  func `each report has its own speaker`(_ example: Example) {
    #expect(Reading.of(example.text).tellers == example.found)
  }

  @Test(arguments: [
    Example(
      "Peru backs the plan and opposes the levy.", "Peru supports the plan", "Peru rejects the levy"
    ),
    Example(
      "Peru backs the plan, opposes the levy and proposes a ban.", "Peru supports the plan",
      "Peru rejects the levy", "Peru proposes a ban"),
    Example(
      "Peru did not back the plan or the levy.", "Peru supports not the plan",
      "Peru supports not the levy"),
    Example(
      "Peru backs neither the plan nor the levy.", "Peru supports not the plan",
      "Peru supports not the levy"),
    Example(
      "Peru, Chad and Mali back the plan.", "Peru supports the plan", "Chad supports the plan",
      "Mali supports the plan"),
    Example("Peru backs the plan; Chad opposes it.", "Peru supports the plan", "Chad rejects it"),
    Example("Peru backs the plan, Chad opposes it.", "Peru supports the plan", "Chad rejects it"),
    Example("Peru, as well as Chad, backs the plan.", "Peru supports the plan"),
    Example("Peru, along with Chad, backs the plan.", "Peru supports the plan"),
    Example("Not only Peru but also Chad backs the plan.", "Chad supports the plan"),
    Example(
      "Peru backs the plan, and so does Chad.", "Peru supports the plan", "Chad supports the plan"),
    Example(
      "Peru does not back the plan, and neither does Chad.", "Peru supports not the plan",
      "Chad supports not the plan"),
    Example("Peru, not Chad, backs the plan.", "Peru supports the plan"),
    Example("Peru opposes the plan, as it does the levy.", "Peru rejects the plan"),
  ])
  func `verbs, holders and targets are shared out`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Peru backs and Chad opposes the plan.", "Peru supports the plan", "Chad rejects the plan"),
    Example(
      "Peru backs, and Chad opposes, the plan.", "Peru supports the plan", "Chad rejects the plan"),
    Example(
      "Peru supports but Chad rejects the levy on petrol.", "Peru supports the levy on petrol",
      "Chad rejects the levy on petrol"),
    Example(
      "Peru called for and Chad opposed a truce.", "Peru proposes a truce", "Chad rejects a truce"),
    Example(
      "Peru backs and Chad and Mali oppose the plan.", "Peru supports the plan",
      "Chad rejects the plan", "Mali rejects the plan"),
    Example("Peru backs but does not fund the plan.", "Peru supports the plan"),
    Example("Peru backs and will fund the plan.", "Peru supports the plan"),
  ])
  func `verbs share the object behind the last of them`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "Peru backs the plan but not the levy.", "Peru supports the plan", "Peru rejects the levy"),
    Example(
      "Peru backs the ban on lead, though not the tax on petrol.", "Peru supports the ban on lead",
      "Peru rejects the tax on petrol"),
    Example(
      "The plan, but not the levy, was backed by Peru.", "Peru supports The plan",
      "Peru rejects the levy"),
    Example("Peru opposes the ban, not the tax.", "Peru rejects the ban"),
    Example("Peru opposes the ban but not the tax.", "Peru rejects the ban"),
    Example("Peru wants a truce, not a war.", "Peru proposes a truce"),
    Example("Peru backs the plan but not now.", "Peru supports the plan"),
    Example("Peru backs the plan but not Chad.", "Peru supports the plan"),
    Example(
      "Peru backs not only the plan but also the levy.", "Peru supports the plan",
      "Peru supports the levy"),
    Example(
      "Oman will host the talks but not the summit.", "Oman hosts the talks",
      "Oman hosts not the summit"),
  ])
  func `what is excepted from support is rejected, from a rejection nothing`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
