/// Turns the tokens of a sentence into chunks and clauses.
struct SentenceParser {
  let lexicon: Lexicon
  let lowercased: Set<String>

  func parse(_ tokens: [Token]) -> ParsedSentence {
    guard tokens.count <= SentenceSplitter.tokenLimit * 2 else {
      return ParsedSentence(tokens: tokens, chunks: [], clauses: [])
    }
    var tagger = Tagger(lexicon: lexicon, lowercased: lowercased)
    let tagged = tagger.tagged(tokens)
    let chunks = Chunker(tokens: tagged, lexicon: lexicon).chunks()
    var clauser = Clauser(tokens: tagged, chunks: chunks, lexicon: lexicon)
    var sentence = clauser.parsed()
    let conditions = ConditionFinder(sentence: sentence).conditions()
    for index in sentence.clauses.indices {
      let token = sentence.chunks[sentence.clauses[index].chunk].range.lowerBound
      if conditions.contains(where: { $0.range.contains(token) }) {
        sentence.clauses[index].link = .condition
      }
    }
    sentence.conditions = conditions.filter(\.isKept).map(\.range)
    return sentence
  }
}
