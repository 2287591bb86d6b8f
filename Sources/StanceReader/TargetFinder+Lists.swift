/// Lists of targets: what `and` and commas join, and where they begin another target.
extension TargetFinder {
  /// `and NP` within a phrase, where no verb follows that the noun is the subject of.
  func conjunctEnd(at index: Int, head: Int) -> Int? {
    guard chunk(index + 1)?.kind == .noun, word(index) != "but",
      !isSplit(head, index + 1) || index > head + 1 && !isParallel(head, index)
    else { return nil }
    let next = chunk(index + 2)?.kind
    let isSubject = next == .verb && chunk(index + 2)?.verb?.shape == .finite
    return isSubject ? nil : index + 2
  }

  /// Whether two coordinated nouns are two targets: each has a determiner or a modifier of its own.
  private func isSplit(_ first: Int, _ second: Int) -> Bool {
    sentence.chunks[first].range.count > 1 && sentence.chunks[second].range.count > 1
  }

  /// `the ban on cars and the levy on petrol`: the noun behind `and` is of the kind of the head, not
  /// of that of the noun before `and`.
  private func isParallel(_ head: Int, _ conjunction: Int) -> Bool {
    guard sentence.hasArticle(head), sentence.hasArticle(conjunction + 1) else { return false }
    let isPlan = [head, conjunction - 1, conjunction + 1].map {
      lexicon[.proposals].contains(headWord($0))
    }
    return isPlan == [true, false, true]
  }

  /// The starts of further targets in a list: `a truce and a prisoner swap`.
  func furtherTargets(after first: Int, end: Int) -> [Int] {
    var starts: [Int] = []
    var index = end
    while let mark = chunk(index),
      mark.kind == .comma
        || mark.kind == .conjunction && (word(index) != "but" || isAlso(index + 1))
    {
      var next = isAlso(index + 1) ? index + 2 : index + 1
      if mark.kind == .comma, chunk(next)?.kind == .conjunction, word(next) != "but" {
        next += 1
        if chunk(endOfNounPhrase(next))?.kind == .comma { break }
      }
      guard chunk(next)?.kind == .noun, !chunkIsSubject(next), isLike(first, next),
        mark.kind == .conjunction || next > index + 1 || isHeadlineStyle || endsList(next)
      else { break }
      starts.append(next)
      index = endOfNounPhrase(next)
    }
    return starts
  }

  /// `but also the levy`
  private func isAlso(_ index: Int) -> Bool { word(index) == "also" }

  /// The noun behind `but not`, `though not` or `, not` after a target.
  func exception(behind end: Int) -> Int? {
    var index = end
    if chunk(index)?.kind == .comma { index += 1 }
    if ["but", "though", "although", "and", "yet"].contains(word(index)) { index += 1 }
    guard index > end, word(index) == "not", let noun = chunk(index + 1), noun.kind == .noun,
      !noun.isPronoun, !noun.isTime, sentence.tokens[noun.head].tag != .name,
      !chunkIsSubject(index + 1)
    else { return nil }
    return index + 1
  }

  /// Whether no article and no pronoun tells that the sentence is no headline.
  private var isHeadlineStyle: Bool {
    !sentence.tokens.contains { $0.tag == .determiner || $0.tag == .pronoun }
  }

  /// Whether `and` follows the noun, so that a comma before it is that of a list.
  private func endsList(_ noun: Int) -> Bool {
    let end = endOfNounPhrase(noun)
    return chunk(end)?.kind == .conjunction
      || chunk(end)?.kind == .comma && chunk(end + 1)?.kind == .conjunction
  }

  private func chunkIsSubject(_ index: Int) -> Bool {
    sentence.clauses.contains { $0.subject.contains(index) }
      || chunk(endOfNounPhrase(index))?.kind == .verb
  }

  private func isLike(_ first: Int, _ second: Int) -> Bool {
    let chunk = sentence.chunks[second]
    if chunk.isPronoun || chunk.isTime { return false }
    // `, an idea that Chad welcomed`
    if [.that, .relative].contains(self.chunk(second + 1)?.kind) { return false }
    let next = self.chunk(endOfNounPhrase(second))?.kind
    return next != .verb && next != .that && next != .relative
  }
}
