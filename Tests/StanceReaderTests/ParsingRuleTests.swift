import Testing

@testable import StanceReader

/// Chunks, verb groups and clauses.
@Suite struct ParsingRuleTests {
  private func parse(_ text: String) -> ParsedSentence {
    var tokenizer = Tokenizer(
      Array(text.unicodeScalars), abbreviations: Lexicon.builtIn[.abbreviations])
    let tokens = tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count))
    return SentenceParser(lexicon: .builtIn, lowercased: []).parse(tokens)
  }

  private func words(_ chunk: Chunk, _ sentence: ParsedSentence) -> String {
    sentence.tokens[chunk.range].map(\.lower).joined(separator: " ")
  }

  @Test(arguments: [
    ("The old harbour plan of the mayor failed.", ["the old harbour plan", "the mayor"]),
    ("Two of the three unions left.", ["two", "the three unions"]),
    ("A few residents left.", ["a few residents"]),
    ("All the unions and both firms left.", ["all the unions", "both firms"]),
    ("Six senators and five others left.", ["six senators", "five others"]),
    ("The League of Young States left.", ["the league of young states"]),
    ("Emma Gold of Travel Watch left.", ["emma gold", "travel watch"]),
    ("The mayor's plan failed.", ["the mayor 's plan"]),
    ("The Food and Drug Board left on Monday.", ["the food and drug board", "monday"]),
  ])
  func `noun phrases hold what belongs together`(_ text: String, _ phrases: [String]) {
    let sentence = parse(text)
    let found = sentence.chunks.filter { $0.kind == .noun }.map { words($0, sentence) }
    #expect(found == phrases)
  }

  @Test(arguments: [
    ("Peru has not been told.", "tell", true, true, true),
    ("Peru will never back it.", "back", true, false, false),
    ("Peru backs it.", "back", false, false, false),
    ("Peru had backed it.", "back", false, false, true),
    ("Peru was backed.", "back", false, true, true),
    ("Peru did not not back it.", "back", false, false, true),
    ("Peru is going to back it.", "back", false, false, false),
  ])
  func `a verb group tells negation, voice and tense`(
    _ text: String, _ lemma: String, _ isNegated: Bool, _ isPassive: Bool, _ isPast: Bool
  ) throws {
    let verb = try #require(parse(text).chunks.lazy.compactMap(\.verb).first)
    #expect(verb.lemma == lemma)
    #expect(verb.isNegated == isNegated)
    #expect(verb.isPassive == isPassive)
    #expect(verb.isPast == isPast)
  }

  @Test(arguments: [
    ("An aide who resigned said so.", ["resigned", "said"]),
    ("The funds that left supported it.", ["left", "supported"]),
    ("A group of smaller funds supports the demand.", ["supports"]),
    ("Most lawmakers back the bill.", ["back"]),
    ("The head of the union demands a vote.", ["demands"]),
    ("None of the unions backs the cut.", ["backs"]),
    ("The sharp rise in fees hit families.", ["hit"]),
    ("The bank plans to cut jobs.", ["plans", "to cut"]),
  ])
  func `a verb stands where its object or its subject tells so`(_ text: String, _ verbs: [String]) {
    let sentence = parse(text)
    #expect(sentence.chunks.filter { $0.kind == .verb }.map { words($0, sentence) } == verbs)
  }

  @Test(arguments: [
    ("Ana called it bold, and Ben said so.", ["ben"]),
    ("Lima, Quito and Oslo agreed.", ["lima", "quito", "oslo"]),
    ("None of the unions agreed.", ["the unions"]),
    ("Ana has, for now, agreed.", ["ana"]),
    ("The bank, which lent the money, agreed.", ["the bank"]),
    ("Ana sang and agreed.", ["ana"]),
    ("With Lima and Quito agreeing, the talks ended.", ["the talks"]),
  ])
  func `the last finite verb has its subjects`(_ text: String, _ subjects: [String]) {
    let sentence = parse(text)
    let clause = sentence.clauses.last { $0.verb.shape == .finite }
    #expect(clause?.subject.map { words(sentence.chunks[$0], sentence) } == subjects)
  }

  @Test(arguments: [
    ("He said that if it rained, she left.", Clause.Link.complement),
    ("He said that, in May, she left.", .complement),
    ("He said she left and that he stayed.", .complement),
    ("He asked if she left.", .question),
    ("He left once she came.", .condition),
    ("Ana said Ben left and Eva said Lia stayed.", .complement),
    ("Any guest would leave.", .question),
  ])
  func `the last clause has its link`(_ text: String, _ link: Clause.Link) {
    #expect(parse(text).clauses.last?.link == link)
  }
}
