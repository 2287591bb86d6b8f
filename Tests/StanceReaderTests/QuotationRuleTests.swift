import StanceReader
import Testing

/// Which marks quote, who speaks, and where the words stand.
@Suite struct QuotationRuleTests {
  @Test(arguments: [
    Example("“We will go,” said Ana Paz.", "Ana Paz: We will go,"),
    Example("\"We will go,\" said Ana Paz.", "Ana Paz: We will go,"),
    Example("«We will go», said Ana Paz.", "Ana Paz: We will go"),
    Example("„We will go“, said Ana Paz.", "Ana Paz: We will go"),
    Example("‘We will go,’ said Ana Paz.", "Ana Paz: We will go,"),
    Example("'We will go,' said Ana Paz.", "Ana Paz: We will go,"),
    Example("“We will go\", said Ana Paz.", "Ana Paz: We will go"),
  ])
  func `each pair of marks quotes`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example("The workers' plan and the miners' levy failed."),
    Example("It's Peru's plan, isn't it, and it won't work."),
    Example("The ’90s and the ’80s were Peru’s best years."),
    Example("The so-called “peace” plan failed."),
    Example("The “Blue Line” opened."),
  ])
  func `apostrophes, names and scare quotes are no quotes`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "“He told me ‘never again’ and left,” said Ana Paz.",
      "Ana Paz: He told me ‘never again’ and left,"),
    Example(
      "‘He told me “never again” and left,’ said Ana Paz.",
      "Ana Paz: He told me “never again” and left,"),
    Example(
      "Ana Paz said: “The so-called ‘Blue Line’ is dead.”",
      "Ana Paz: The so-called ‘Blue Line’ is dead."),
  ])
  func `a quotation within another is part of it`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example(
      "Ana Paz said: “We will go.\n\n“Nobody can stop us,” she added.",
      "Ana Paz: We will go.", "Ana Paz: Nobody can stop us,"),
    Example(
      "“We will go,” Ana Paz said. “Nobody can stop us. Nobody.”",
      "Ana Paz: We will go,", "Ana Paz: Nobody can stop us. Nobody."),
    Example(
      "“We,” Ana Paz said, “will go to the sea.”", "Ana Paz: We,", "Ana Paz: will go to the sea."),
    Example(
      "“We will go,” said Ana Paz.\n\n“We will stay,” said Ben Ito.",
      "Ana Paz: We will go,", "Ben Ito: We will stay,"),
    Example(
      "“Will you go?” Ana Paz asked. “Never,” Ben Ito answered.",
      "Ana Paz: Will you go?", "Ben Ito: Never,"),
  ])
  func `quotations of several parts keep their speakers`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    Example("Ana Paz told Ben Ito: “We will go soon.”", "Ana Paz: We will go soon."),
    Example("“We will go soon,” Ana Paz told Ben Ito.", "Ana Paz: We will go soon,"),
    Example(
      "“We will go soon,” said Ana Paz, who leads the union.", "Ana Paz: We will go soon,"),
    Example(
      "“We will go soon,” the mayor of Lima, Ana Paz, said.", "Ana Paz: We will go soon,"),
    Example("Ana Paz left, adding, “We will go soon.”", "Ana Paz: We will go soon."),
    Example("Ana Paz: “We will go soon.”", "Ana Paz: We will go soon."),
    Example("“We will go soon,” according to Ana Paz.", "Ana Paz: We will go soon,"),
  ])
  func `the speaker is never whom the words are told`(_ example: Example) {
    #expect(Reading.of(example.text).quoted(in: example.text) == example.found)
  }

  @Test(arguments: [
    "Київ: ", "😀😀 ", "👩‍👩‍👧‍👦 ", "Cafe\u{301} ", "Ñandu\u{303}, ", "𝒜𝓃𝒶 — ", "\u{FEFF}", "한국 ",
    "e\u{300}\u{301}\u{302} ", "\r\n\r\n", "🇵🇪🇵🇪 ",
  ])
  func `offsets are scalars, whatever stands before`(_ prefix: String) {
    let text = prefix + "Ana Paz spoke. “We reject the levy, and we are right,” she said."
    let quote = Reading.of(text).quotes.last
    #expect(quote.map { text.slice($0.span) } == "We reject the levy, and we are right,")
    let sentences = Reading.of(text).sentences.map(text.slice)
    #expect(sentences.last?.hasSuffix("she said.") == true)
  }

  @Test(arguments: [
    "“We reject the plan, said Ana Paz.", "We reject the plan,” said Ana Paz.",
    "\"We reject the plan, said Ana Paz.", "« We reject the plan, said Ana Paz.",
  ])
  func `a mark without a mate quotes nothing`(_ text: String) {
    #expect(Reading.of(text).quotes == [])
  }
}
