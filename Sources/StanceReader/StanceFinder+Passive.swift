extension StanceFinder {
  /// `was endorsed by X`, `proposed by X`, `is expected to X`: the object is the subject, and who
  /// holds the stance follows `by`.
  func passive(
    _ pattern: StancePattern, _ index: Int, _ depth: Int
  ) -> (length: Int, verdict: Verdict)? {
    let clause = sentence.clauses[index]
    let behind = sentence.chunks[clause.chunk].range.upperBound
    if pattern.outcome == .silent, pattern.elements.isEmpty { return (0, .silent) }
    if case .chain(let operation) = pattern.outcome {
      guard operation == .intend || operation == .accept,
        let match = matcher.match(pattern, from: behind, clause: index)
      else { return nil }
      return (
        match.end - behind, apply(pattern, match, index, depth, holder: .chunks(clause.subject))
      )
    }
    guard let slot = pattern.elements.firstIndex(of: .nounPhrase), !clause.subject.isEmpty else {
      return nil
    }
    var rest = pattern
    rest.elements.remove(at: slot)
    guard let match = matcher.match(rest, from: behind, clause: index),
      let agent = agent(from: match.target == nil ? match.end : behind)
    else { return nil }
    return (
      (match.end - behind) * 10 + pattern.elements.count,
      passiveVerdict(pattern, match, index, agent)
    )
  }

  /// `a plan that the union opposes`: the object is the noun before the relative clause.
  func objectRelative(
    _ candidate: Candidate, _ index: Int, _ depth: Int
  ) -> (length: Int, verdict: Verdict)? {
    let clause = sentence.clauses[index]
    guard let antecedent = antecedent(of: clause), candidate.pattern.elements.last == .nounPhrase,
      isAllowed(antecedent, candidate.pattern)
    else { return nil }
    var rest = candidate.pattern
    rest.elements.removeLast()
    guard var match = matcher.match(rest, from: candidate.start, clause: index) else { return nil }
    let words = sentence.chunks[antecedent].range
    match.target = StanceTarget(tokens: words, head: antecedent)
    let verdict = apply(candidate.pattern, match, index, depth, holder: .chunks(clause.subject))
    return ((match.end - candidate.start) * 10 + 1, verdict)
  }

  /// What a relative clause, or the infinitive in it, leaves its object out for.
  private func antecedent(of clause: Clause) -> Int? {
    if let own = clause.antecedent { return own }
    guard clause.link == .infinitive, let governor = clause.governor else { return nil }
    return antecedent(of: sentence.clauses[governor])
  }

  private func passiveVerdict(
    _ pattern: StancePattern, _ match: PatternMatch, _ index: Int, _ agent: [Int]
  ) -> Verdict {
    let clause = sentence.clauses[index]
    guard let first = clause.subject.first, isAllowed(first, pattern) else { return .none }
    var match = match
    if match.target == nil {
      match.target = subjectTarget(first, clause)
      match.exception = targets.exception(behind: targets.endOfNounPhrase(first)).map {
        subjectTarget($0, clause)
      }
      match.moreTargets = clause.subject.dropFirst().filter { isAllowed($0, pattern) }
        .map { subjectTarget($0, clause) }
    }
    return apply(pattern, match, index, 0, holder: .chunks(agent))
  }

  /// The words of a subject with the phrases that belong to it, as what a stance is about.
  func subjectTarget(_ noun: Int, _ clause: Clause) -> StanceTarget {
    let end = min(targets.endOfNounPhrase(noun), max(noun + 1, clause.chunk))
    let range = targets.tokens(from: noun, to: end)
    return StanceTarget(tokens: range, other: sentence.chunks[noun].range, head: noun)
  }

  private func isAllowed(_ subject: Int, _ pattern: StancePattern) -> Bool {
    guard pattern.restriction == .abstract else { return true }
    return sentence.chunks[subject].isPronoun || lexicon.isAbstract(targets.headWord(subject))
  }

  /// The nouns after `by`, a list expanded.
  private func agent(from token: Int) -> [Int]? {
    let start = matcher.overAsides(token)
    guard sentence.word(start) == "by", let by = sentence.chunk(holding: start),
      by + 1 < sentence.chunks.count, sentence.chunks[by + 1].kind == .noun,
      !sentence.chunks[by + 1].isTime
    else { return nil }
    return list(startingAt: by + 1)
  }

  /// The members of a list of nouns that begins with a chunk.
  func list(startingAt first: Int) -> [Int] {
    var nouns = [first]
    var index = first + 1
    while index + 1 < sentence.chunks.count {
      let kind = sentence.chunks[index].kind
      guard kind == .comma || kind == .conjunction else { break }
      var next = index + 1
      if kind == .comma, sentence.chunks[next].kind == .conjunction { next += 1 }
      guard next < sentence.chunks.count, sentence.chunks[next].kind == .noun,
        !sentence.clauses.contains(where: { $0.subject.contains(next) && $0.link != .relative }),
        kind == .conjunction || endsList(next)
      else { break }
      nouns.append(next)
      index = next + 1
    }
    return nouns
  }

  /// Whether a conjunction closes the list that a noun after a comma may belong to.
  private func endsList(_ noun: Int) -> Bool {
    var index = noun + 1
    while index + 1 < sentence.chunks.count, sentence.chunks[index].kind == .comma,
      sentence.chunks[index + 1].kind == .noun
    {
      index += 2
    }
    if index < sentence.chunks.count, sentence.chunks[index].kind == .comma { index += 1 }
    return sentence.chunks[noun - 1].kind == .conjunction
      || index < sentence.chunks.count && sentence.chunks[index].kind == .conjunction
        && index + 1 < sentence.chunks.count && sentence.chunks[index + 1].kind == .noun
  }
}
