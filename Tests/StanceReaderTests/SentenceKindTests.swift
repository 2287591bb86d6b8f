import StanceReader
import Testing

/// Sentences that were read wrongly once, one for each way in which words misled the reader.
@Suite struct SentenceKindTests {
  @Test(arguments: [
    Example(
      "The commission proposed last month to cut quotas.", "commission proposes cut quotas"),
    Example(
      "Dana Ruiz would bring it back next spring."),
    Example(
      "She heeds the will of the people. Peru urged Chad to heed the will of the court.",
      "Peru proposes heed the will of the court"),
    Example("The bank has urged clients not to sell.", "bank proposes not to sell"),
    Example(
      "Britain backs a truce of 30 days.", "United Kingdom supports a truce of 30 days"),
    Example(
      "Ukraine had backed the resolution for decades.", "Ukraine supports the resolution"),
    Example(
      "Senator Ann Lee could support only a plan that voters had approved.",
      "Ann Lee supports a plan that voters had approved", "voters supports a plan"),
    Example(
      "UEFA approved two requests “on an exceptional basis”.",
      "UEFA supports two requests “on an exceptional basis”"),
    Example(
      "Peru rejected \"categorically\" any claim to its territory.",
      "Peru rejects any claim to its territory"),
  ])
  func `words around a stance are left where they belong`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "The trust that runs the schools proposed the change.", "trust proposes the change"),
    Example(
      "The union is not opposed to the plan, its officer, Tom Hall, said, but would never agree to "
        + "a cut.", "union rejects not the plan", "union rejects a cut"),
    Example(
      "“It is smoke,” said Robert Soto, a campaigner who has fought the project.",
      "Robert Soto rejects the project"),
    Example(
      "Iceland offered to host a summit, an initiative Canada and Finland welcomed.",
      "Iceland hosts a summit", "Canada supports an initiative", "Finland supports an initiative"),
    Example(
      "The special coordinator, Jeanne Roy, offered to mediate.", "Jeanne Roy proposes mediate"),
    Example(
      "Ann Lee heads one of the unions. He imposed a waiver, which the unions have demanded.",
      "unions proposes a waiver"),
  ])
  func `a stance stays with its holder`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test func `a condition belongs to the verb before it`() {
    let text = "The ministry condemned the plan and said Peru would act if it was adopted."
    #expect(Reading.of(text).conditionedStances(in: text) == ["ministry rejects the plan"])
  }

  @Test(arguments: [
    "Norway would have supported the plan.", "Norway might have backed the plan.",
  ])
  func `what would have been is less sure`(_ text: String) {
    #expect(Reading.of(text).statements.allSatisfy { $0.confidence < 0.8 })
  }
}
