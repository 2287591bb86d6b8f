import StanceReader
import Testing

/// What is denied, ended, refused or not asserted: the reader may miss a stance, but not turn it around.
@Suite struct PolarityTests {
  @Test(arguments: [
    Example(
      "It is not true that Norway supports the plan."),
    Example(
      "It is unclear whether Norway supports the plan."),
    Example(
      "Would Norway support the plan? It is not known."),
    Example(
      "Norway expects Chile to reject the plan."),
    Example(
      "Chile accused Norway of opposing the plan."),
    Example(
      "Norway was asked to support the plan."),
    Example(
      "The ministry declined to comment on the plan."),
    Example(
      "Norway would not say whether it backs the plan."),
    Example(
      "If Norway rejects the plan, Chile will leave."),
    Example(
      "Nations hope that Norway backs the plan."),
    Example(
      "Norway is under pressure to support the plan."),
    Example(
      "Not all delegates support the plan."),
    Example(
      "Norway said it had no plans to intervene."),
    Example(
      "The chair confirmed that matches must be played at home."),
    Example(
      "I must be able to reach my children, Mary Cole said."),
  ])
  func `what nobody asserts is no stance`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Norway supports neither the plan nor the freeze.",
      "Norway supports not the plan", "Norway supports not the freeze"),
    Example(
      "Norway stopped opposing the plan in May.",
      "Norway rejects not the plan"),
    Example(
      "Norway failed to block the plan.",
      "Norway rejects not the plan"),
    Example(
      "Norway refused to reject the plan.",
      "Norway rejects not the plan"),
    Example(
      "Norway denies that it opposes the plan.",
      "Norway rejects not the plan"),
    Example(
      "Norway lifted its objection to the plan.",
      "Norway rejects not the plan"),
    Example(
      "The ministers failed on Tuesday to agree on a plan to double tariffs.",
      "ministers supports not a plan to double tariffs"),
    Example(
      "Australia withdrew its bid to host the summit.",
      "Australia proposes not its bid to host the summit",
      "Australia hosts not the summit"),
    Example(
      "The party has withdrawn its support for the reform.",
      "party supports not the reform"),
    Example(
      "The chamber no longer opposes the lanes.",
      "chamber rejects not the lanes"),
    Example(
      "The committee has yet to endorse the format.",
      "committee supports not the format"),
    Example(
      "Berlin is not opposed to protection.",
      "Berlin rejects not protection"),
    Example(
      "Norway does not want to host the talks.",
      "Norway hosts not the talks"),
  ])
  func `denials and endings flip what is held`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Hezbollah has repeatedly refused to hand over its arsenal.",
      "Hezbollah rejects hand over its arsenal"),
    Example(
      "The union ruled out further talks.",
      "union rejects talks"),
    Example(
      "Mayor Tom Keller could not support the plan.",
      "Tom Keller rejects the plan"),
    Example(
      "Norway voted against the motion.",
      "Norway rejects the motion"),
    Example(
      "The council voted 6-3 on Monday night to reject a rent freeze.",
      "council rejects a rent freeze"),
    Example(
      "Members voted by a wide margin to reject the offer.",
      "Members rejects the offer"),
    Example(
      "Colombia's Senate voted down a referendum on labour.",
      "Senate rejects a referendum on labour"),
    Example(
      "The company had earlier turned down a request for a larger stake.",
      "company rejects a request for a larger stake"),
    Example(
      "Fellow member Andre Watts shot the idea down.",
      "Andre Watts rejects the idea"),
  ])
  func `refusals are rejections`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Thailand and Cambodia have agreed in principle to resume talks.",
      "Thailand supports resume talks",
      "Cambodia supports resume talks"),
    Example(
      "Norway wants to postpone the ban.",
      "Norway proposes postpone the ban"),
    Example(
      "Kenya offered to mediate.",
      "Kenya proposes mediate"),
    Example(
      "Norway is understood to favour the tunnel.",
      "Norway supports the tunnel"),
    Example(
      "Norway threatened to withdraw its support for the plan.",
      "Norway supports not the plan"),
    Example(
      "Norway promised not to oppose the plan.",
      "Norway rejects not the plan"),
  ])
  func `what is told of two verbs`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }
}
