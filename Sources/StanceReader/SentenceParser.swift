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
    for condition in conditions { link(condition.range, in: &sentence) }
    sentence.conditions = conditions.filter(\.isKept).map(\.range)
    return sentence
  }

  /// Makes the clauses of a condition conditions, and its relative clauses, which may tell facts,
  /// parts of the first of them.
  private func link(_ condition: Range<Int>, in sentence: inout ParsedSentence) {
    let inner = sentence.clauses.indices.filter { index in
      condition.contains(sentence.chunks[sentence.clauses[index].chunk].range.lowerBound)
    }
    let main = inner.first { sentence.clauses[$0].link != .relative }
    for index in inner {
      if sentence.clauses[index].link == .relative, let main {
        sentence.clauses[index].governor = main
      } else {
        sentence.clauses[index].link = .condition
      }
    }
  }
}
