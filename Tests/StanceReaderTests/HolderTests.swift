import StanceReader
import Testing

/// Whose stance it is, whatever stands between the holder and the verb.
@Suite struct HolderTests {
  @Test(arguments: [
    Example(
      "The bill was approved by the Senate on Tuesday.",
      "Senate supports The bill"),
    Example(
      "A freeze was proposed by the mayor and rejected by landlords.",
      "mayor proposes A freeze",
      "landlords rejects A freeze"),
    Example(
      "The offer has been turned down by the guild.",
      "guild rejects The offer"),
    Example(
      "The resolution is backed by Kenya, Chad and Mali.",
      "Kenya supports The resolution",
      "Chad supports The resolution",
      "Mali supports The resolution"),
    Example(
      "Norway was urged by Chile to support the plan.",
      "Chile proposes support the plan"),
    Example(
      "The merger had been opposed by two investors.",
      "two investors rejects The merger"),
    Example(
      "The talks will be hosted by Oman.",
      "Oman hosts The talks"),
  ])
  func `passives tell who by the agent`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Peru, Chile and Bolivia back the treaty.",
      "Peru supports the treaty",
      "Chile supports the treaty",
      "Bolivia supports the treaty"),
    Example(
      "The leaders of France, Germany and Poland called for a truce.",
      "France proposes a truce",
      "Germany proposes a truce",
      "Poland proposes a truce"),
    Example(
      "The United States, Israel and Hungary were among those that voted against the text.",
      "United States rejects the text",
      "Israel rejects the text",
      "Hungary rejects the text"),
    Example(
      "The Philippines, Indonesia and Singapore all back the initiative.",
      "Philippines supports the initiative",
      "Indonesia supports the initiative",
      "Singapore supports the initiative"),
    Example(
      "With Germany and the Netherlands resisting a levy, ministers went home.",
      "Germany rejects a levy",
      "Netherlands rejects a levy"),
    Example(
      "The minister rejected the bridge but backed the tunnel.",
      "minister rejects the bridge",
      "minister supports the tunnel"),
  ])
  func `lists share what is told`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Real Madrid, whose president has long fought with the league, objected to the plan.",
      "Real Madrid rejects the plan"),
    Example(
      "Colombia, backed by Panama and Uruguay, objected to the final text.",
      "Colombia rejects the final text"),
    Example(
      "Donald Trump, according to two officials, is opposed to any new summit.",
      "Donald Trump rejects any new summit"),
    Example(
      "Leaders who brought down the president welcomed the army's intervention.",
      "Leaders supports the army's intervention"),
    Example(
      "Traditional leaders in the Central Region, who initially opposed the mine, left.",
      "Traditional leaders rejects the mine"),
    Example(
      "Supporters' groups from across Europe have called the match a betrayal.",
      "Supporters' groups rejects the match"),
    Example(
      "The court, however, has endorsed the bill.",
      "court supports the bill"),
  ])
  func `asides do not mislead`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Qatar and Egypt backed the decision, as did the Arab League.",
      "Qatar supports the decision",
      "Egypt supports the decision",
      "Arab League supports the decision"),
    Example(
      "Dana Ruiz voted for the lanes, as did Peter Voss.",
      "Dana Ruiz supports the lanes",
      "Peter Voss supports the lanes"),
  ])
  func `ellipsis repeats what was told`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "The Kremlin's proposal for a truce is old.",
      "Kremlin proposes a truce"),
    Example(
      "Brazil reiterated its rejection of unilateral sanctions.",
      "Brazil rejects unilateral sanctions"),
    Example(
      "Iran reaffirmed Tehran's support for the pact.",
      "Tehran supports the pact"),
    Example(
      "A proposal by China to send observers is pending.",
      "China proposes send observers"),
    Example(
      "Objections from residents to the tower came late.",
      "residents rejects the tower"),
  ])
  func `nouns tell stances of their owners`(_ example: Example) {
    #expect(Reading.of(example.text).conditionedStances(in: example.text) == example.found)
  }
}
