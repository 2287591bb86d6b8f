import StanceReader
import Testing

/// Who tells what, along a chain of reports.
@Suite struct ReportChainTests {
  @Test(arguments: [
    Example("Ana Paz said Ben Ito had told Chad that Peru opposed the plan.", "Ana Paz: the plan"),
    Example("Ana Paz said that Ben Ito believed that Peru opposed the plan.", "Ana Paz: the plan"),
    Example("The Kremlin said Ana Paz expressed full support for the plan.", "Kremlin: the plan"),
    Example("Ana Paz told Ben Ito Peru opposed the plan.", "Ana Paz: the plan"),
    Example("Peru opposes the plan, Ana Paz told Ben Ito.", "Ana Paz: the plan"),
    Example("Peru, according to Ana Paz, opposes the plan.", "Ana Paz: the plan"),
    Example("Peru opposes the plan, said Ana Paz, who leads the union.", "Ana Paz: the plan"),
    Example("Asked about the tower, Ana Paz said Peru opposed the plan.", "Ana Paz: the plan"),
    Example(
      "In Oslo, Ana Paz said that, if needed, Peru would back the plan.", "Ana Paz: the plan"),
    Example("Ana Paz, speaking in Oslo, said Peru backed the plan.", "Ana Paz: the plan"),
    Example("Peru backs the plan, officials said on Monday.", "officials: the plan"),
    Example("Peru is said to back the plan.", "the article: the plan"),
    Example("Peru reportedly backs the plan.", "the article: the plan"),
    Example(
      "Ana Paz reported that the union had rejected the plan and would strike against the cut.",
      "Ana Paz: the plan", "Ana Paz: the cut"),
    Example("Ana Paz confirmed Peru's support for the plan.", "the article: the plan"),
  ])
  func `the outermost of several reports tells`(_ example: Example) {
    #expect(Reading.of(example.text).tellers == example.found)
  }

  @Test(arguments: [
    Example("Ana Paz said that if Chad left, Peru would back the plan.", "Ana Paz: the plan"),
    Example("Ana Paz said that after the vote, Peru would back the plan.", "Ana Paz: the plan"),
    Example("Ana Paz said that in March, Peru backed the plan.", "Ana Paz: the plan"),
    Example("Ana Paz said that, in March, Peru backed the plan.", "Ana Paz: the plan"),
    Example("Ana Paz said that Chad left, Peru backed the plan.", "the article: the plan"),
  ])
  func `a report goes on behind an aside`(_ example: Example) {
    #expect(Reading.of(example.text).tellers == example.found)
  }
}
