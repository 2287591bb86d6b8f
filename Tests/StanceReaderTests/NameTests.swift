import StanceReader
import Testing

@Suite struct NameTests {
  @Test(arguments: [
    ("Dr. Amara Obi", "Amara Obi"), ("U.S. President Joan Clark", "Joan Clark"),
    ("Secretary of State Marco Dunn", "Marco Dunn"), ("State Sen. Paula Hicks", "Paula Hicks"),
    ("Kashmiri leader Omar Sheikh", "Omar Sheikh"), ("The operator NorthLine", "NorthLine"),
    ("The Dockers' Federation", "Dockers' Federation"),
    ("The Alzheimer's Association", "Alzheimer's Association"),
    ("The Food and Drug Administration", "Food and Drug Administration"),
    ("The League of Young Mountain Republics", "League of Young Mountain Republics"),
    ("Tariq al-Bahri", "Tariq al-Bahri"), ("Councilman José Molina", "José Molina"),
    ("Four envoys", "Four envoys"), ("The ministry of fisheries", "ministry of fisheries"),
    ("Two of the largest economies", "Two of the largest economies"),
    ("Its trustees", "trustees"), ("A Thai official", "Thai official"),
    ("The UK", "United Kingdom"), ("Britain's Labour Party", "Labour Party"),
  ])
  func `a holder is named without article and title`(_ phrase: String, _ name: String) {
    #expect(Reading.of("\(phrase) rejected the merger.").statements.map(\.holder) == [name])
  }

  @Test(arguments: [
    ("Anna Lind", ReadActor.Kind.person), ("The Island Alliance", .organization),
    ("Norway", .country), ("NATO", .bloc), ("Four envoys", .group),
    ("The company", .organization),
  ])
  func `an actor has a kind`(_ phrase: String, _ kind: ReadActor.Kind) {
    let reading = Reading.of("\(phrase) rejected the merger.")
    #expect(reading.actors.first { $0.name == reading.statements.first?.holder }?.kind == kind)
  }

  @Test(arguments: [
    "The weather rejects the plan.", "It rejects the plan.", "This rejects the plan.",
    "A study supports the plan.", "Rain backed up the traffic.",
  ])
  func `things and unknown pronouns hold nothing`(_ text: String) {
    #expect(Reading.of(text).stances == [])
  }

  @Test(arguments: [
    Example(
      "The plan, which Saudi Arabia has volunteered to host, failed. It calls for aid."),
    Example(
      "He left the talks that Qatar has volunteered to host.", "Qatar hosts the talks"),
    Example("The town has a bridge that the mayor opposes.", "mayor rejects a bridge"),
    Example(
      "Nobody knew the scheme which the council had rejected.", "council rejects the scheme"),
  ])
  func `an object may be what a relative clause belongs to`(_ example: Example) {
    let found = Reading.of(example.text).stances.filter { !$0.contains("hosts The plan") }
    #expect(found == example.found)
  }

  @Test func `it does not mean an actor where the last subject was a thing`() {
    let reading = Reading.of("Egypt and Qatar met. The plan was drawn up in May. It calls for aid.")
    #expect(reading.stances == [])
  }

  @Test func `a spokesman speaks for his organisation`() {
    let text = "A spokesman for the Museums Association said it supported the transfer."
    #expect(Reading.of(text).stances == ["Museums Association supports the transfer"])
    #expect(Reading.of(text).statements.first?.speaker == "spokesman for the Museums Association")
  }
}
