import StanceReader
import Testing

/// What stances are made to depend on.
@Suite struct ConditionTests {
  @Test(arguments: [
    Example(
      "Peru will back the plan only if Chad leaves.", "Peru supports the plan – only if Chad leaves"
    ),
    Example(
      "Peru will not back the plan unless Chad leaves.",
      "Peru rejects the plan – unless Chad leaves"),
    Example(
      "Provided that Chad leaves, Peru will back the plan.",
      "Peru supports the plan – Provided that Chad leaves"),
    Example(
      "Peru will back the plan provided Chad leaves.",
      "Peru supports the plan – provided Chad leaves"),
    Example(
      "Peru would back the plan as long as Chad left.",
      "Peru supports the plan – as long as Chad left"),
    Example(
      "Should Chad leave, Peru would back the plan.", "Peru supports the plan – Should Chad leave"),
    Example(
      "Peru is ready to back the plan on condition that Chad leaves.",
      "Peru supports the plan – on condition that Chad leaves"),
    Example(
      "Unless Chad leaves, Peru will reject the plan.", "Peru rejects the plan – Unless Chad leaves"
    ),
    Example(
      "If Peru rejected the plan, Chad would back the levy.",
      "Chad supports the levy – If Peru rejected the plan"),
    Example(
      "Ana Paz said that if Chad left, Peru would back the plan.",
      "Peru supports the plan – if Chad left"),
    Example("Peru backed the plan even if Chad left.", "Peru supports the plan"),
    Example("Peru will reject the plan whether or not Chad leaves.", "Peru rejects the plan"),
    Example(
      "Peru will not back the plan until Chad leaves.", "Peru rejects the plan – until Chad leaves"),
    Example("Peru will back the plan in exchange for aid.", "Peru supports the plan"),
  ])
  func `each conjunction of a condition is kept`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }
}
