import StanceReader
import Testing

/// The frames of verbs and nouns.
@Suite struct FrameTests {
  @Test(arguments: [
    Example("Peru turned the plan down.", "Peru rejects the plan"),
    Example("Peru turned down the plan.", "Peru rejects the plan"),
    Example("Peru put forward a plan to limit fishing.", "Peru proposes a plan to limit fishing"),
    Example(
      "Peru voted against a ban on fishing in the bay.", "Peru rejects a ban on fishing in the bay"),
    Example("Peru came out in favour of the plan.", "Peru supports the plan"),
    Example("Peru came out against the plan.", "Peru rejects the plan"),
    Example("Peru threw its weight behind the plan.", "Peru supports the plan"),
    Example("Peru gave the plan its blessing.", "Peru supports the plan"),
    Example("Peru strongly opposes the plan.", "Peru rejects the plan"),
    Example("Peru on Monday rejected the plan.", "Peru rejects the plan"),
    Example("Peru rejected on Monday the plan.", "Peru rejects the plan"),
    Example("Peru has, for now, rejected the plan.", "Peru rejects the plan"),
    Example("Peru rejected the plan as unfair.", "Peru rejects the plan"),
    Example("Peru rejected the plan despite pressure from Chad.", "Peru rejects the plan"),
    Example("Peru rejected the plan after talks in Oslo.", "Peru rejects the plan"),
    Example("Peru rejected the plan, saying it was unfair.", "Peru rejects the plan"),
    Example("Peru called for the release of prisoners.", "Peru proposes the release of prisoners"),
    Example("Peru called on Chad to release prisoners.", "Peru proposes release prisoners"),
    Example("Peru urged Chad not to sign the pact.", "Peru proposes not to sign the pact"),
    Example("Peru suggested that Chad sign the pact.", "Peru proposes Chad sign the pact"),
    Example("Peru insisted that Chad sign the pact.", "Peru proposes Chad sign the pact"),
    Example("Peru agreed to a truce.", "Peru supports a truce"),
    Example("Peru agreed with Chad on a truce.", "Peru supports a truce"),
    Example("Peru and Chad agreed on a truce.", "Peru supports a truce", "Chad supports a truce"),
    Example("Peru signed off on the plan.", "Peru supports the plan"),
    Example("Peru welcomed the ruling.", "Peru supports the ruling"),
    Example("Peru demanded an inquiry.", "Peru proposes an inquiry"),
    Example("Peru wants an inquiry.", "Peru proposes an inquiry"),
    Example("Peru wants to hold an election.", "Peru proposes hold an election"),
    Example("Peru asked for a delay.", "Peru proposes a delay"),
    Example("Peru is in favour of the plan.", "Peru supports the plan"),
    Example("Peru remains opposed to the plan.", "Peru rejects the plan"),
    Example("Peru is not in favour of the plan.", "Peru supports not the plan"),
    Example("Peru seems ready to accept the plan.", "Peru supports the plan"),
  ])
  func `particles, adverbs and long objects keep their verb`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Peru's opposition to the plan is known.", "Peru rejects the plan"),
    Example("Peruvian opposition to the plan grew.", "Peru rejects the plan"),
    Example("Peru expressed its opposition to the plan.", "Peru rejects the plan"),
    Example("Peru voiced support for the plan.", "Peru supports the plan"),
    Example("Peru has no plans to back the levy."),
    Example("There is no support for the plan in Peru."),
    Example("The union's call for a strike was heard.", "union proposes a strike"),
    Example("Opposition to the plan is growing."),
  ])
  func `nouns tell a stance where somebody holds it`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Oman will host the talks.", "Oman hosts the talks"),
    Example("Oman offered to host the talks.", "Oman hosts the talks"),
    Example("Oman refused to host the talks.", "Oman hosts not the talks"),
    Example("Oman is willing to host the talks.", "Oman hosts the talks"),
    Example("Oman provided the venue for the talks.", "Oman hosts the talks"),
    Example(
      "Oman has agreed to host talks between Chad and Mali.",
      "Oman hosts talks between Chad and Mali"),
  ])
  func `who offers, agrees or refuses to host`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Police blocked a road."),
    Example("Troops shot down a helicopter."),
    Example("The band withdrew its album."),
    Example("The chef tabled a dish."),
    Example("The dog rejected the food."),
  ])
  func `verbs tell no stance of things`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
