import StanceReader
import Testing

/// What a chain of verbs and negations makes of a stance.
@Suite struct CompositionTests {
  @Test(arguments: [
    Example("Peru did not reject the plan.", "Peru rejects not the plan"),
    Example("Peru did not rule out the plan.", "Peru rejects not the plan"),
    Example("Peru did not rule out rejecting the plan."),
    Example("Peru refused to oppose the plan.", "Peru rejects not the plan"),
    Example("Peru refused to back the plan.", "Peru rejects the plan"),
    Example("Peru did not refuse to back the plan.", "Peru rejects not the plan"),
    Example("Peru declined to endorse the plan.", "Peru rejects the plan"),
    Example("Peru never backed the plan.", "Peru supports not the plan"),
    Example("Peru no longer backs the plan.", "Peru supports not the plan"),
    Example("Peru no longer opposes the plan.", "Peru rejects not the plan"),
    Example("Peru has yet to back the plan.", "Peru supports not the plan"),
    Example("Peru fell short of endorsing the plan.", "Peru supports not the plan"),
    Example("Peru stopped short of rejecting the plan.", "Peru rejects not the plan"),
    Example("Peru failed to back the plan.", "Peru supports not the plan"),
    Example("Peru failed to agree on the plan.", "Peru supports not the plan"),
    Example("Peru did not fail to back the plan.", "Peru supports the plan"),
    Example("Peru neither backed nor rejected the plan."),
    Example("Peru has no objection to the plan.", "Peru rejects not the plan"),
    Example("Peru is not opposed to the plan.", "Peru rejects not the plan"),
    Example("Peru is not against the plan.", "Peru rejects not the plan"),
    Example("Peru withdrew its support for the plan.", "Peru supports not the plan"),
    Example("Peru dropped its opposition to the plan.", "Peru rejects not the plan"),
    Example("Peru will not support the plan.", "Peru rejects the plan"),
    Example("Peru cannot accept the plan.", "Peru rejects the plan"),
    Example("Peru can hardly support the plan.", "Peru rejects the plan"),
    Example("Peru denied backing the plan.", "Peru supports not the plan"),
    Example("Peru denied that it backed the plan.", "Peru supports not the plan"),
    Example("Peru refrained from criticising the plan.", "Peru rejects not the plan"),
    Example("Peru vowed never to accept the plan.", "Peru supports not the plan"),
    Example("Peru declined to comment on the plan."),
    Example("Peru refused to say whether it backed the plan."),
    Example("Peru took no position on the plan."),
    Example("Peru abstained."),
    Example("Peru did not say it opposed the plan."),
    Example("Peru is unwilling to support the plan.", "Peru rejects the plan"),
    Example("Peru is not ready to accept the plan.", "Peru supports not the plan"),
    Example("Nobody expects Peru to back the plan."),
    Example("Peru avoided rejecting the plan.", "Peru rejects not the plan"),
    Example("Peru hesitated to back the plan.", "Peru rejects the plan"),
    Example("Peru stopped supporting the plan.", "Peru supports not the plan"),
    Example("Peru did not stop opposing the plan.", "Peru rejects the plan"),
    Example("Peru was not among those that opposed the plan."),
  ])
  func `negations and verbs compose`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Peru ruled out backing the plan.", "Peru rejects the plan"),
    Example("Peru rejected hosting the talks.", "Peru hosts not the talks"),
    Example("Peru did not rule out hosting the talks."),
    Example("Peru did not rule out backing the plan.", "Peru rejects not the plan"),
    Example("Peru refused to rule out backing the plan.", "Peru rejects not the plan"),
    Example("Peru has ruled out ever accepting the plan.", "Peru rejects the plan"),
    Example("Peru opposes joining the pact.", "Peru rejects joining the pact"),
    Example("Peru ruled out leaving the pact.", "Peru rejects leaving the pact"),
  ])
  func `what is ruled out with a verb is composed with it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Peru would reject the plan.", "Peru rejects the plan"),
    Example("Peru could support the plan.", "Peru supports the plan"),
    Example("Peru may support the plan.", "Peru supports the plan"),
    Example("Peru had backed the plan.", "Peru supports the plan"),
    Example("Peru has been backing the plan for years.", "Peru supports the plan"),
    Example("Peru is going to reject the plan.", "Peru rejects the plan"),
    Example("Peru is about to reject the plan.", "Peru rejects the plan"),
    Example("Peru used to back the plan.", "Peru supports the plan"),
    Example("Peru is considering backing the plan.", "Peru proposes backing the plan"),
    Example("Peru should support the plan."),
    Example("Peru must accept the plan."),
    Example("If Peru rejects the plan, prices will rise."),
    Example("Had Peru rejected the plan, prices would have risen."),
    Example("Peru might have backed the plan.", "Peru supports the plan"),
    Example("Will Peru back the plan?"),
    Example("Peru asked whether Chad backed the plan."),
    Example("It is unclear if Peru backs the plan."),
    Example("Ana Paz hopes Peru will back the plan."),
    Example("Ana Paz fears that Peru will reject the plan."),
    Example("Ana Paz wants Peru to back the plan.", "Ana Paz proposes back the plan"),
  ])
  func `what would, could or might be is told with doubt, what is wished for is not`(
    _ example: Example
  ) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
