import StanceReader
import Testing

@Suite struct ReportTests {
  @Test(arguments: [
    Example("He said Oslo would back the plan.", "the article: the plan"),
    Example("Anna Lind said Oslo would back the plan.", "Anna Lind: the plan"),
    Example("Oslo backs the plan, Anna Lind says", "Anna Lind: the plan"),
    Example("Oslo, Anna Lind said, backs the plan.", "Anna Lind: the plan"),
    Example("According to Anna Lind, Oslo backs the plan.", "Anna Lind: the plan"),
    Example(
      "Brazil opposed any levy, according to three aides.", "three aides: any levy"),
    Example(
      "The Vatican said the envoys met and Morales endorsed the accord.",
      "Vatican: the accord"),
    Example(
      "Greta Moen told the council that Riyadh supported the formula.", "Greta Moen: the formula"),
    Example("Norway opposes the pipeline.", "the article: the pipeline"),
  ])
  func `the outermost verb of saying tells who speaks`(_ example: Example) {
    #expect(Reading.of(example.text).tellers == example.found)
  }

  @Test func `the innermost subject holds a nested stance`() {
    let reading = Reading.of("The ministry reported that Eva Stein had rejected the loan.")
    #expect(reading.stances == ["Eva Stein rejects the loan"])
    #expect(reading.statements.first?.speaker == "ministry")
  }

  @Test(arguments: [
    Example(
      "Otto Weiss, the transport minister, met the union. The minister backed the strike.",
      "Otto Weiss supports the strike"),
    Example(
      "Helen Cho chairs the board. She opposes the merger.", "Helen Cho rejects the merger"),
    Example(
      "Donald Crane spoke first. Crane rejected the cap.", "Donald Crane rejects the cap"),
    Example(
      "The Dockers' Federation met on Monday. The federation rejected the offer.",
      "Dockers' Federation rejects the offer"),
    Example("Qatar said it supported the truce.", "Qatar supports the truce"),
    Example(
      "The bakers' guild, KLB, spurned the bid. Its leader, Nils Arvo, demanded a raise.",
      "KLB rejects the bid", "Nils Arvo proposes a raise"),
  ])
  func `pronouns, surnames and roles mean the actor named before`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test func `a pronoun as target has the last proposal as its other reading`() throws {
    let reading = Reading.of("Germany tabled a plan to drain the marsh. Hungary opposed it.")
    let statement = try #require(reading.statements.last)
    #expect(statement.target == "it")
    #expect(statement.otherTargets == ["a plan to drain the marsh"])
    #expect(statement.confidence < 0.8)
  }

  @Test(arguments: [
    ("Kremlin spokesperson Igor Petrov rejected the plan.", "Igor Petrov", "Kremlin"),
    ("Chilean President Ruth Otieno rejected the plan.", "Ruth Otieno", "Chile"),
    (
      "Lupe Tamale, the secretary of the Island Alliance, rejected the plan.",
      "Lupe Tamale", "Island Alliance"
    ),
    (
      "The Dockers' Federation met. Its leader, Nils Arvo, rejected the plan.", "Nils Arvo",
      "Dockers' Federation"
    ),
    ("The Kremlin rejected the plan.", "Kremlin", "Russia"),
  ])
  func `titles and appositions give an affiliation`(
    _ text: String, _ name: String, _ group: String
  ) {
    let actors = Reading.of(text).actors
    #expect(actors.first { $0.name == name }?.affiliation == group)
  }

  @Test func `another name of a state is its alias`() throws {
    let actor = try #require(Reading.of("The EU backed the plan.").actors.first)
    #expect(actor.name == "European Union")
    #expect(actor.aliases == ["EU"])
    #expect(actor.kind == .bloc)
  }

  @Test(arguments: [
    Example(
      "Nordic ministers dismissed Cairo's proposal for a swap in Oslo.",
      "Nordic ministers rejects Cairo's proposal for a swap in Oslo",
      "Cairo proposes a swap in Oslo"),
    Example(
      "Officials discussed Russian demands for an end to sanctions.",
      "Russia proposes an end to sanctions"),
    Example(
      "A proposal by Egypt for a two-week truce was turned down by Hamas.",
      "Hamas rejects A proposal by Egypt for a two-week truce", "Egypt proposes a two-week truce"),
    Example(
      "Peru and Andean partners issued a call for a truce.",
      "Peru proposes a truce", "Andean partners proposes a truce"),
    Example(
      "The minister reiterated his opposition to the pipeline.", "minister rejects the pipeline"),
    Example(
      "Farmers staged protests against the water tax.", "Farmers rejects the water tax"),
    Example(
      "The visit follows Turkey's offer to host a summit.", "Turkey hosts a summit"),
  ])
  func `nouns tell stances of their possessor, agent or light verb`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }
}
