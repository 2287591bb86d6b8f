import StanceReader
import Testing

/// An article with what each quotation or statement should be said to be spoken by.
struct Spoken: CustomTestStringConvertible, Sendable {
  var text: String
  var speakers: [String]

  init(_ text: String, _ speakers: String...) {
    self.text = text
    self.speakers = speakers
  }

  var testDescription: String { text }
}

/// Who speaks, before, after and amid what is spoken.
@Suite struct SpeakerTests {
  @Test(arguments: [
    Spoken("“We back the plan,” said Ana Paz.", "Ana Paz: We back the plan,"),
    Spoken("“We back the plan,” Ana Paz said.", "Ana Paz: We back the plan,"),
    Spoken("Ana Paz said: “We back the plan.”", "Ana Paz: We back the plan."),
    Spoken(
      "“We back the plan,” said Ana Paz, the head of the Dockers' Union.",
      "Ana Paz: We back the plan,"),
    Spoken(
      "“We back the plan,” Ana Paz said. “It will pass.”", "Ana Paz: We back the plan,",
      "Ana Paz: It will pass."),
    Spoken(
      "“We back the plan,” Ana Paz said, “but not the tower.”", "Ana Paz: We back the plan,",
      "Ana Paz: but not the tower."),
    Spoken("According to Ana Paz, “the plan will pass soon.”", "Ana Paz: the plan will pass soon."),
    Spoken(
      "Mayor Ana Paz opened the meeting. “The plan will pass soon,” she said.",
      "Ana Paz: The plan will pass soon,"),
    Spoken(
      "Ana Paz spoke first.\n\n“The plan will pass soon,” Paz told reporters.",
      "Ana Paz: The plan will pass soon,"),
    Spoken(
      "Kremlin spokesperson Igor Petrov was asked by Ana Paz. “The plan is dead,” Petrov said.",
      "Igor Petrov: The plan is dead,"),
  ])
  func `a quotation has its speaker`(_ example: Spoken) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.speakers)
  }

  @Test func `a quotation that never closes ends with its paragraph`() {
    let text =
      "“We back the plan, said Ana Paz.\n\nNorway rejects the bridge.\n\nPeru backs the dam."
    #expect(Reading.of(text).stances.contains("Norway rejects the bridge"))
    #expect(Reading.of(text).stances.contains("Peru supports the dam"))
  }

  @Test func `a quotation of several paragraphs opens each anew`() {
    let text = "Ana Paz said: “The plan is good.\n\n“We back the plan.”\n\nNorway opposes it."
    #expect(Reading.of(text).quotes.map(\.speaker) == ["Ana Paz", "Ana Paz"])
  }

  @Test(arguments: [
    Spoken("The Kremlin said Turkey backed the plan.", "Kremlin: the plan"),
    Spoken("Turkey backs the plan, the Kremlin said.", "Kremlin: the plan"),
    Spoken("According to the Kremlin, Turkey backs the plan.", "Kremlin: the plan"),
    Spoken("Turkey backs the plan.", "the article: the plan"),
    Spoken("Ana Paz told Ben Ito that Turkey backed the plan.", "Ana Paz: the plan"),
    Spoken("The chamber backs the plan, its director, Helen Marsh, said.", "Helen Marsh: the plan"),
  ])
  func `a report has its speaker`(_ example: Spoken) {
    #expect(Reading.of(example.text).tellers == example.speakers)
  }

  @Test(arguments: [
    Spoken("Emma Gold of Travel Watch rejected the fee.", "Emma Gold from Travel Watch"),
    Spoken("Kremlin spokesperson Igor Petrov rejected the fee.", "Igor Petrov from Kremlin"),
    Spoken(
      "The head of the Dockers' Union, Ana Paz, rejected the fee.", "Ana Paz from Dockers' Union"),
    Spoken("Ursula von der Leyen rejected the fee.", "Ursula von der Leyen"),
    Spoken("Midfielder Frenkie de Jong rejected the fee.", "Frenkie de Jong"),
    Spoken("Kenyan Health Minister Ann Odera rejected the fee.", "Ann Odera from Kenya"),
  ])
  func `titles are no part of a name, and tell what somebody belongs to`(_ example: Spoken) {
    let reading = Reading.of(example.text)
    let holders = Set(reading.statements.map(\.holder))
    let found = reading.actors.filter { holders.contains($0.name) }.map { actor in
      actor.name + (actor.affiliation.map { " from \($0)" } ?? "")
    }
    #expect(found == example.speakers)
  }

  @Test func `a country in a list is no member of the one before`() {
    let reading = Reading.of("The leaders of France, Germany and Poland called for a truce.")
    #expect(reading.actors.allSatisfy { $0.kind != .country || $0.affiliation == nil })
  }

  @Test func `his country is that of the person named before`() {
    let text =
      "Ukrainian President Ivan Koval, who received them, said his country backed the plan."
    #expect(Reading.of(text).stances == ["Ukraine supports the plan"])
  }

  @Test func `a party without a name is called after its leader`() {
    let text = "Opposition leader Ana Paz said her party would support the plan."
    #expect(Reading.of(text).stances == ["Ana Paz’s party supports the plan"])
  }

  @Test func `an owner with a title is known by the last name later`() {
    let text =
      "The Senate rejected President Gustavo Rojas's proposal for a vote. Rojas backs a law."
    #expect(Reading.of(text).stances.contains("Gustavo Rojas supports a law"))
  }
}
