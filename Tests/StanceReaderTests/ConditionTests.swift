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
    Example(
      "Once Mali signs, Peru will back the plan.", "Peru supports the plan – Once Mali signs"),
    Example(
      "Once the council votes, Peru will back the plan.",
      "Peru supports the plan – Once the council votes"),
    Example(
      "Peru will back the plan once Mali signs it.", "Peru supports the plan – once Mali signs it"),
    Example(
      "Ana Paz said Peru would back the plan once Mali signed.",
      "Peru supports the plan – once Mali signed"),
    Example("Peru backed the plan once Mali had signed.", "Peru supports the plan"),
    Example("Peru once backed the plan.", "Peru supports the plan"),
    Example("Once a critic of tax cuts, Peru backs the plan.", "Peru supports the plan"),
    Example(
      "Peru will back the plan only when Mali signs.",
      "Peru supports the plan – only when Mali signs"),
    Example(
      "Peru will back the plan as soon as Mali signs.",
      "Peru supports the plan – as soon as Mali signs"),
    Example(
      "Only if Mali signs will Peru back the plan.", "Peru supports the plan – Only if Mali signs"),
    Example(
      "Peru will back the plan providing that Mali signs.",
      "Peru supports the plan – providing that Mali signs"),
    Example(
      "Peru will back the plan on condition Mali signs.",
      "Peru supports the plan – on condition Mali signs"),
    Example(
      "Peru will back the plan in the event that Mali signs.",
      "Peru supports the plan – in the event that Mali signs"),
    Example(
      "Peru will back the plan subject to a vote in Mali.",
      "Peru supports the plan – subject to a vote in Mali"),
    Example("Peru, if asked, will back the plan.", "Peru supports the plan – if asked"),
    Example(
      "If Chad, which opposes the levy, leaves, Peru will back the plan.",
      "Chad rejects the levy – If Chad, which opposes the levy, leaves",
      "Peru supports the plan – If Chad, which opposes the levy, leaves"),
    Example("Peru asked Chad if Mali backed the plan."),
  ])
  func `each conjunction of a condition is kept`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }
}
