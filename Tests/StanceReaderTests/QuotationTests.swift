import StanceReader
import Testing

@Suite struct QuotationTests {
  @Test(arguments: [
    Example(
      "“The tax is unfair,” Ms. Lind said.", "Lind: The tax is unfair,"),
    Example(
      "“The tax is unfair,” said Anna Lind.", "Anna Lind: The tax is unfair,"),
    Example(
      "Anna Lind said: “The tax is unfair.”", "Anna Lind: The tax is unfair."),
    Example(
      "Anna Lind told reporters, “The tax is unfair.”", "Anna Lind: The tax is unfair."),
    Example(
      "“The tax is unfair,” said Anna Lind, the head of the union. “It must go.”",
      "Anna Lind: The tax is unfair,", "Anna Lind: It must go."),
    Example(
      "“All we need,” he said, “is a bridge.” Piotr Zielak chairs the group.",
      "nobody: All we need,", "nobody: is a bridge."),
    Example(
      "“All we need,” Piotr Zielak said, “is a bridge.”",
      "Piotr Zielak: All we need,", "Piotr Zielak: is a bridge."),
    Example(
      "\"We want peace,\" Omar Haddad told the BBC.", "Omar Haddad: We want peace,"),
    Example("‘We want peace,’ Omar Haddad said.", "Omar Haddad: We want peace,"),
    Example("«We want peace», Omar Haddad said.", "Omar Haddad: We want peace"),
    Example("„We want peace“, Omar Haddad said.", "Omar Haddad: We want peace"),
    Example(
      "“Enough!” Omar Haddad shouted. The room fell silent.", "Omar Haddad: Enough!"),
    Example(
      "According to Omar Haddad, “the road is closed for good.”",
      "Omar Haddad: the road is closed for good."),
  ])
  func `a quotation has the speaker that its sentence names`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Omar Haddad described the offer as “theft”.", "Omar Haddad: theft"),
    Example(
      "The group said it was willing to meet “by Easter.”", "group: by Easter."),
    Example(
      "Arbor Homes opposed the levy in a note to voters, saying it “would end the project.”",
      "Arbor Homes: would end the project."),
    Example(
      "Omar Haddad told Eva Stein that trade and the “careful reform” of farms mattered, the ministry "
        + "reported.", "Omar Haddad: careful reform"),
    Example(
      "Adam Wolski said his country would “never” take part in the scheme.", "Adam Wolski: never"),
  ])
  func `a quoted part of a sentence has the nearest speaker`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test func `scare quotes without a verb of saying are no quotes`() {
    let text = "The “smart” bridge opened in Oslo. The film “Red Dust” runs for two hours."
    #expect(Reading.of(text).quotes == [])
  }

  @Test func `a name and its pronoun are both kept`() throws {
    let text = "Helen Cho chairs the board. “I support the plan,” she said."
    let quote = try #require(Reading.of(text).quotes.first)
    #expect(quote.speaker == "Helen Cho")
    #expect(quote.speakerAsWritten == "she")
  }

  @Test func `a quotation over several paragraphs is one span a paragraph with one speaker`() {
    let text = """
      “We will not sell the harbour,” said Ines Moreau.

      “It feeds the town.

      “It always has.”

      The council meets in June.
      """
    #expect(
      Reading.of(text).quoted(in: text) == [
        "Ines Moreau: We will not sell the harbour,", "Ines Moreau: It feeds the town.",
        "Ines Moreau: It always has.",
      ])
  }

  @Test func `a quotation that never closes does not swallow the article`() {
    let text = """
      Omar Haddad said “we want peace.

      Sweden supports the treaty. “It is good,” said Eva Stein.
      """
    let reading = Reading.of(text)
    #expect(reading.quoted(in: text).contains("Eva Stein: It is good,"))
    #expect(reading.stances.contains("Sweden supports the treaty"))
  }

  @Test func `apostrophes open no quotation`() {
    let text = "The workers' union backed the nurses' strike in the '90s, Lee's book says."
    let reading = Reading.of(text)
    #expect(reading.quotes == [])
    #expect(reading.stances == ["workers' union supports the nurses' strike in the '90s"])
  }

  @Test(arguments: [
    Example("“We support the plan,” Omar Haddad said.", "Omar Haddad supports the plan"),
    Example(
      "“I am in favour of a four-day week,” said Jonas Weber.",
      "Jonas Weber supports a four-day week"),
    Example("“Poland says no to quotas,” Adam Wolski said.", "Poland rejects quotas"),
    Example("“Chad must accept that,” Joe Clark said.", "Joe Clark supports that"),
    Example(
      "“The council must close the road,” Joe Clark said.",
      "Joe Clark proposes The council must close the road"),
    Example("“(Our) party rejects [the] deal,” Joe Clark said.", "Joe Clark rejects the deal"),
  ])
  func `who is meant by we, I and must speaks the quotation`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test func `a stance in a quotation carries its span and its speaker`() throws {
    let text = "Talks went on. “We reject the offer,” Omar Haddad said."
    let statement = try #require(Reading.of(text).statements.first)
    #expect(statement.quote.map(text.slice) == "We reject the offer,")
    #expect(statement.speaker == "Omar Haddad")
    #expect(text.slice(statement.sentence) == "“We reject the offer,” Omar Haddad said.")
  }
}
