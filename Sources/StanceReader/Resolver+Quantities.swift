extension Resolver {
  /// The head of `economies` in `two of the largest economies`.
  func headOfQuantity(_ index: Int, _ sentence: ParsedSentence) -> String? {
    let chunk = sentence.chunks[index]
    let isCounted = sentence.tokens[chunk.range].allSatisfy {
      [.number, .determiner].contains($0.tag) || lexicon[.shares].contains($0.lower)
    }
    guard isCounted,
      index + 2 < sentence.chunks.count, sentence.word(ofChunk: index + 1) == "of",
      sentence.chunks[index + 2].kind == .noun
    else { return nil }
    return sentence.tokens[sentence.chunks[index + 2].head].lower
  }

}
