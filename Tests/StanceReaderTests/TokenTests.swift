import Testing

@testable import StanceReader

@Suite struct TokenTests {
  private func words(_ text: String) -> [String] {
    var tokenizer = Tokenizer(
      Array(text.unicodeScalars), abbreviations: Lexicon.builtIn[.abbreviations])
    return tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count)).map(\.lower)
  }

  @Test(arguments: [
    ("The U.S. won't pay $6.5bn.", ["the", "u.s.", "will", "n't", "pay", "$6.5bn", "."]),
    ("Workers' pay rose 1,310 percent", ["workers", "'", "pay", "rose", "1,310", "percent"]),
    ("the mayor's 30-day plan", ["the", "mayor", "'s", "30-day", "plan"]),
    ("They cannot agree.", ["they", "can", "not", "agree", "."]),
    ("We’re here…", ["we", "'re", "here", "…"]),
    (
      "Mr. Obi met J. K. Lee at 2 p.m.",
      ["mr.", "obi", "met", "j.", "k.", "lee", "at", "2", "p.m."]
    ),
    ("(H)aving no [t]ime", ["having", "no", "time"]),
    ("from May 14–16, talks", ["from", "may", "14–16", ",", "talks"]),
    ("a plan—any plan—now", ["a", "plan", "—", "any", "plan", "—", "now"]),
    ("co\u{AD}operation", ["cooperation"]),
  ])
  func `words, marks and clitics are tokens`(_ text: String, _ tokens: [String]) {
    #expect(words(text) == tokens)
  }

  @Test(arguments: ["Peru\u{A0}backs the plan", "Cafe\u{301} Peru\r\nbacks", "𝒳 Peru backs"])
  func `offsets count Unicode scalars`(_ text: String) throws {
    var tokenizer = Tokenizer(Array(text.unicodeScalars), abbreviations: [])
    let tokens = tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count))
    let peru = try #require(tokens.first { $0.lower == "peru" })
    #expect(text.slice(peru.span) == "Peru")
    let backs = try #require(tokens.first { $0.lower == "backs" })
    #expect(text.slice(backs.span) == "backs")
  }

  @Test func `a decomposed name equals the composed one`() {
    let text = "Jose\u{301} Molina spoke. Molina said José Molina backs the plan."
    #expect(Reading.of(text).stances == ["José Molina supports the plan"])
  }

  @Test(arguments: [
    ("He left. She stayed.", ["He left.", "She stayed."]),
    ("Mr. Lee met Gov. Diaz. They agreed.", ["Mr. Lee met Gov. Diaz.", "They agreed."]),
    ("It is in the U.S. The talks go on.", ["It is in the U.S.", "The talks go on."]),
    ("“It works.” She left.", ["“It works.”", "She left."]),
    ("“Really?” Ann Lee asked. He nodded.", ["“Really?” Ann Lee asked.", "He nodded."]),
    ("He waited ... and left.", ["He waited ... and left."]),
    ("It cost 6.5 percent more. 12 left.", ["It cost 6.5 percent more.", "12 left."]),
    ("At 2 a.m. on Monday it began.", ["At 2 a.m. on Monday it began."]),
  ])
  func `sentences end where a new one may begin`(_ text: String, _ sentences: [String]) {
    #expect(Reading.of(text).sentences.map(text.slice) == sentences)
  }

  @Test func `carriage returns keep the offsets`() throws {
    let text = "Peru backs the plan.\r\n\r\nChile opposes the plan.\r\n"
    let reading = Reading.of(text)
    #expect(
      reading.sentences.map(text.slice) == ["Peru backs the plan.", "Chile opposes the plan."])
    #expect(reading.stances == ["Peru supports the plan", "Chile rejects the plan"])
  }

  @Test(arguments: ["", " \n\n\t", "...", "“”", "\u{0}\u{1}\u{FFFD}", "((((", "'''' ''"])
  func `a text without words gives nothing`(_ text: String) {
    let reading = Reading.of(text)
    #expect(reading.statements == [])
    #expect(reading.quotes.filter { $0.span.length > 0 } == [])
  }
}
