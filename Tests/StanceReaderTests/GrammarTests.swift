import Testing

@testable import StanceReader

@Suite struct GrammarTests {
  private func parse(_ text: String) -> ParsedSentence {
    var tokenizer = Tokenizer(
      Array(text.unicodeScalars), abbreviations: Lexicon.builtIn[.abbreviations])
    let tokens = tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count))
    return SentenceParser(lexicon: .builtIn, lowercased: []).parse(tokens)
  }

  @Test(arguments: [
    ("The plan backs reform.", ["backs"]),
    ("They plan a strike.", ["plan"]),
    ("Peace talks collapsed.", ["collapsed"]),
    ("The deal reached in Cairo collapsed.", ["reached", "collapsed"]),
    ("A revised offer came.", ["came"]),
    ("Island states push faster action.", ["push"]),
    ("The union demands higher pay.", ["demands"]),
    ("Russian demands for land grew.", ["grew"]),
    ("He wants to cut the tax.", ["wants", "to cut"]),
    ("An early cut is likely.", ["is"]),
    ("The firm may not have been told.", ["may not have been told"]),
    ("Workers vote on pay today.", ["vote"]),
    ("It will quaff the ale.", ["will quaff"]),
  ])
  func `verbs are told from nouns by their neighbours`(_ text: String, _ verbs: [String]) {
    let sentence = parse(text)
    let found = sentence.chunks.filter { $0.kind == .verb }.map { chunk in
      sentence.tokens[chunk.range].map(\.lower).joined(separator: " ")
    }
    #expect(found == verbs)
  }

  @Test(arguments: [
    ("The head of the union said no.", "The head"),
    ("Its leader, Nils Arvo, left.", "Its leader"),
    ("The deal, backed by Oslo, failed.", "The deal"),
    ("After months of talks, the union agreed.", "the union"),
    ("On Friday Brazil refused.", "Brazil"),
    ("The bank, however, agreed.", "The bank"),
  ])
  func `a finite verb finds its subject over phrases and asides`(_ text: String, _ subject: String)
  {
    let sentence = parse(text)
    let clause = sentence.clauses.last { $0.verb.shape == .finite }
    let found = clause?.subject.first.map { text.slice(span(sentence.chunks[$0], sentence)) }
    #expect(found == subject)
  }

  private func span(_ chunk: Chunk, _ sentence: ParsedSentence) -> TextSpan {
    TextSpan(
      sentence.tokens[chunk.range.lowerBound].start,
      sentence.tokens[chunk.range.upperBound - 1].end)
  }

  @Test(arguments: [
    ("She said that he left.", Clause.Link.complement),
    ("She said he left.", .complement),
    ("She spoke after he left.", .adverbial),
    ("She will stay if he leaves.", .condition),
    ("She asked whether he left.", .question),
    ("She met men who left.", .relative),
    ("She came, and he left.", .root),
  ])
  func `a clause has a link to its governor`(_ text: String, _ link: Clause.Link) {
    #expect(parse(text).clauses.last?.link == link)
  }

  @Test(arguments: [
    ("plan", "plans"), ("party", "parties"), ("boss", "bosses"), ("veto", "vetoes"),
  ])
  func `plurals and their singulars are regular`(_ singular: String, _ plural: String) {
    #expect(Morphology.plural(of: singular) == plural)
  }

  @Test(arguments: [
    ("plan", "planned"), ("deny", "denied"), ("propose", "proposed"), ("commit", "committed"),
    ("veto", "vetoed"), ("cancel", "cancelled"), ("cancel", "canceled"),
  ])
  func `a past form is among the forms of its verb`(_ base: String, _ past: String) {
    #expect(Morphology.forms(of: base).contains { $0.form == .past && $0.word == past })
  }
}
