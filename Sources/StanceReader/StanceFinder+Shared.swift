extension StanceFinder {
  /// `Peru backs and Chad opposes the plan`: the object behind the second verb is that of the first
  /// too.
  func sharedObject(
    _ candidate: Candidate, _ index: Int, _ depth: Int
  ) -> (length: Int, verdict: Verdict)? {
    guard candidate.pattern.elements.last == .nounPhrase, !candidate.isPredicate else { return nil }
    var rest = candidate.pattern
    rest.elements.removeLast()
    guard var match = matcher.match(rest, from: candidate.start, clause: index),
      match.target == nil,
      let object = object(sharedBehind: match.end, by: index),
      matcher.isAllowed(object, candidate.pattern.restriction)
    else { return nil }
    match.target = StanceTarget(
      tokens: targets.tokens(from: object, to: targets.endOfNounPhrase(object)),
      other: sentence.chunks[object].range, head: object)
    let holder = Finding.Holder.chunks(sentence.clauses[index].subject)
    let verdict = apply(candidate.pattern, match, index, depth, holder: holder)
    return ((match.end - candidate.start) * 10 + 1, verdict)
  }

  /// The noun chunk that a verb shares with the next or the last one, where nothing but a
  /// conjunction and a subject stands between them.
  private func object(sharedBehind token: Int, by index: Int) -> Int? {
    guard var next = sentence.chunk(holding: token) else { return nil }
    let hasComma = sentence.chunks[next].kind == .comma
    if hasComma { next += 1 }
    guard sentence.chunks.indices.contains(next) else { return nil }
    if sentence.chunks[next].kind == .conjunction, sentence.word(ofChunk: next) != "nor" {
      return verb(coordinatedBy: next).flatMap { object(behind: $0) }
    }
    let isEcho = hasComma && endsInConjunction(before: sentence.clauses[index])
    return isEcho && isObject(next) ? next : nil
  }

  /// The verb behind a conjunction, with a subject of its own or without.
  private func verb(coordinatedBy conjunction: Int) -> Int? {
    var next = conjunction + 1
    while sentence.chunks.indices.contains(next), sentence.chunks[next].kind == .adverb {
      next += 1
    }
    return sentence.clauses.first { clause in
      clause.verb.shape == .finite && !clause.verb.isPassive
        && (clause.chunk == next || clause.chunk > next && clause.subject.contains(next))
    }?.chunk
  }

  /// The object behind a verb, a comma, a particle or an adverb between them or not.
  private func object(behind verb: Int) -> Int? {
    var next = verb + 1
    while sentence.chunks.indices.contains(next),
      [.adverb, .comma, .preposition].contains(sentence.chunks[next].kind), next < verb + 4
    {
      next += 1
    }
    return isObject(next) ? next : nil
  }

  private func isObject(_ chunk: Int) -> Bool {
    sentence.chunks.indices.contains(chunk) && sentence.chunks[chunk].kind == .noun
      && !sentence.chunks[chunk].isTime
      && !sentence.clauses.contains { $0.subject.contains(chunk) }
  }

  /// Whether a verb stands right before the conjunction in front of a clause: `backs, and Chad …`.
  private func endsInConjunction(before clause: Clause) -> Bool {
    guard let first = clause.subject.min(), first > 1,
      sentence.chunks[first - 1].kind == .conjunction
    else { return false }
    let last = sentence.chunks[first - 2].kind == .comma ? first - 3 : first - 2
    return last >= 0 && sentence.chunks[last].kind == .verb
  }
}
