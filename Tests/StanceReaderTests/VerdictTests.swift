import StanceReader
import Testing

/// Praise and blame, and whose they are.
@Suite struct VerdictTests {
  @Test(arguments: [
    Example("“The plan is unacceptable,” said Ana Paz.", "Ana Paz rejects The plan"),
    Example(
      "“The levy would be a disaster for farmers,” Ana Paz said.", "Ana Paz rejects The levy"),
    Example("“The plan is not acceptable,” said Ana Paz.", "Ana Paz rejects The plan"),
    Example("“The offer is neither fair nor serious,” said Ana Paz.", "Ana Paz rejects The offer"),
    Example("“The truce is a good deal,” said Ana Paz.", "Ana Paz supports The truce"),
    Example("“The levy is not a mistake,” said Ana Paz.", "Ana Paz rejects not The levy"),
    Example("“The plan is a step back,” said Ana Paz.", "Ana Paz rejects The plan"),
    Example("“We think the plan is wrong,” said Ana Paz.", "Ana Paz rejects the plan"),
    Example("Ana Paz said the plan was unacceptable.", "Ana Paz rejects the plan"),
    Example("Ana Paz said the plan was “a disaster”.", "Ana Paz rejects the plan"),
    Example("The plan is unacceptable, Ana Paz said.", "Ana Paz rejects The plan"),
    Example("Ana Paz denied that the plan was a mistake.", "Ana Paz rejects not the plan"),
    Example("“Chad says the treaty is a betrayal,” said Ana Paz.", "Chad rejects the treaty"),
    Example("Ana Paz said Mali believed the treaty was unfair.", "Mali rejects the treaty"),
    Example(
      "“The levy and the ban are a mistake,” said Ana Paz.", "Ana Paz rejects The levy",
      "Ana Paz rejects the ban"),
  ])
  func `a verdict is that of the nearest speaker`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("The plan is unacceptable to the unions.", "unions rejects The plan"),
    Example("“The plan is unacceptable to Chad,” said Ana Paz.", "Chad rejects The plan"),
    Example("“The plan is unacceptable to us,” said Ana Paz.", "Ana Paz rejects The plan"),
    Example(
      "The terms were acceptable to both Chad and Mali.", "Chad supports The terms",
      "Mali supports The terms"),
  ])
  func `who judges may follow the verdict`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "“It would be a mistake to close the road,” said Ana Paz.", "Ana Paz rejects close the road"),
    Example("“Signing the treaty would be wrong,” said Ana Paz.", "Ana Paz rejects the treaty"),
    Example(
      "“Rejecting the treaty would be a mistake,” said Ana Paz.", "Ana Paz rejects not the treaty"),
    Example("“It is right to back the treaty,” said Ana Paz.", "Ana Paz supports the treaty"),
  ])
  func `a verdict of an act is composed with it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("The council debated the levy. “It is a good deal,” said Ana Paz.", "the levy"),
    Example("The council debated the levy. “This is a disaster,” said Ana Paz.", "the levy"),
    Example("“It is the right step,” said Ana Paz of the plan.", "the plan"),
  ])
  func `a pronoun means what was spoken of last`(_ example: Example) {
    #expect(Reading.of(example.text).statements.compactMap(\.antecedent) == example.found)
  }

  @Test(arguments: [
    "The plan is unacceptable.",
    "“It is a good deal,” said Ana Paz.",
    "“The weather is terrible,” said Ana Paz.",
    "“The talks were constructive,” said Ana Paz.",
    "“Is the plan unacceptable?” asked Ana Paz.",
    "“If the plan is unfair, we will leave,” said Ana Paz.",
    "“It is unacceptable that children go hungry,” said Ana Paz.",
    "“The plan is only a draft,” said Ana Paz.",
    "“The levy is unfair but necessary,” said Ana Paz.",
    "Ana Paz fears the plan is a mistake.",
    "Ana Paz did not say whether the plan was fair.",
  ])
  func `no verdict of a plan is made up`(_ text: String) {
    #expect(Reading.of(text).stances == [])
  }

  @Test(arguments: [
    Example("The union called the plan unacceptable.", "union rejects the plan"),
    Example("Chad considers the treaty unfair.", "Chad rejects the treaty"),
    Example("Chad considers the treaty a betrayal.", "Chad rejects the treaty"),
    Example("Chad does not consider the treaty a betrayal.", "Chad rejects not the treaty"),
    Example("Chad called the levy unfair but necessary."),
    Example("Chad is considering a fair levy.", "Chad proposes a fair levy"),
  ])
  func `what is called so is told from its verdict`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
