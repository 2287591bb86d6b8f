/// Finds the stances that nouns tell: `Cairo's proposal for a swap`, `issued a call for`.
struct NounStances {
  let finder: StanceFinder

  private var sentence: ParsedSentence { finder.sentence }
  private var lexicon: Lexicon { finder.lexicon }

  /// The stances of all noun phrases.
  /// - Parameter verbal: The stances of the sentence's verbs, whose nouns are not told twice.
  func findings(verbal: [Finding]) -> [Finding] {
    sentence.chunks.indices.flatMap { index -> [Finding] in
      guard sentence.chunks[index].kind == .noun, !sentence.chunks[index].isTime,
        let standing = standing(of: index), !isFading(index),
        case .stances(let found) = verdict(ofNoun: index), let holder = holder(of: index, verbal)
      else { return [] }
      return found.filter { !isTold($0, at: index, verbal) }.map { finding in
        var finding = finding.flipped(if: holder.isNegated != standing.isNegated)
        finding.holder = holder.holder
        finding.clause = clause(of: index)
        finding.doubts += standing.doubts
        return finding
      }
    }
  }

  /// `Chad's opposition has faded`: what is told is that the stance ended.
  private func isFading(_ noun: Int) -> Bool {
    sentence.clauses.contains {
      $0.subject.contains(noun) && lexicon[.fadings].contains($0.verb.lemma)
    }
  }

  /// Whether a verb of the same clause tells the same of the same words: `dropped its opposition`.
  private func isTold(_ finding: Finding, at noun: Int, _ verbal: [Finding]) -> Bool {
    let clause = clause(of: noun)
    let isEnded = verbal.contains {
      $0.target.head == noun && $0.relation == finding.relation && $0.polarity == .negated
    }
    if isEnded { return true }
    return verbal.contains {
      $0.clause == clause && $0.target.tokens == finding.target.tokens
        && $0.relation == finding.relation
    }
  }

  private func standing(of noun: Int) -> StanceFinder.Standing? {
    guard let clause = clause(of: noun) else { return StanceFinder.Standing() }
    guard var standing = finder.standing(of: clause) else { return nil }
    standing.isNegated = false
    return standing
  }

  /// The clause that a noun stands in: the last one that begins before it.
  private func clause(of noun: Int) -> Int? {
    sentence.clauses.indices.last { sentence.clauses[$0].chunk < noun }
      ?? sentence.clauses.indices.first { sentence.clauses[$0].subject.contains(noun) }
  }

  // MARK: - What the noun says

  /// The stance that a noun tells with its complement, its holder left open.
  func verdict(ofNoun index: Int) -> Verdict {
    let noun = Morphology.singular(of: finder.targets.headWord(index))
    for pattern in lexicon.nounPatterns[noun] ?? [] {
      guard let match = match(pattern, behind: index), var target = match.target
      else { continue }
      if let head = target.head { target = withInfinitive(target, head) }
      let plain = Finding(
        relation: .supports, polarity: .affirmed, strength: pattern.strength, target: target,
        holder: .speaker, cue: noun)
      let found = outcome(pattern, match, plain)
      if case .none = found { continue }
      return found
    }
    return .none
  }

  /// Matches right behind the noun, or behind `by X`, `from X`, `to X` after it.
  private func match(_ pattern: StancePattern, behind index: Int) -> PatternMatch? {
    let end = sentence.chunks[index].range.upperBound
    if let match = finder.matcher.match(pattern, from: end, clause: nil) { return match }
    guard ["by", "from", "to"].contains(sentence.word(ofChunk: index + 1)),
      index + 2 < sentence.chunks.count,
      sentence.chunks[index + 2].kind == .noun
    else { return nil }
    let last = finder.list(startingAt: index + 2).last ?? index + 2
    return finder.matcher.match(pattern, from: sentence.chunks[last].range.upperBound, clause: nil)
  }

  private func outcome(_ pattern: StancePattern, _ match: PatternMatch, _ plain: Finding) -> Verdict
  {
    switch pattern.outcome {
    case .silent: return .silent
    case .stance(let relation, let polarity):
      let stance = plain.with(relation, polarity)
      guard relation == .proposes, let inner = innerFindings(match) else {
        return .stances([stance])
      }
      return .stances(inner.map { $0.relation == .hosts ? $0 : stance })
    case .chain(let operation):
      let inner = match.verb.flatMap { sentence.clause(ofChunk: $0) }
      let verdict = inner.map { finder.verdict(of: $0, depth: 1) } ?? .none
      return operation.compose(verdict, plain: plain, isNegated: false)
    }
  }

  /// `offer to host talks` hosts, whatever else an offer does.
  private func innerFindings(_ match: PatternMatch) -> [Finding]? {
    guard let verb = match.verb, let clause = sentence.clause(ofChunk: verb),
      case .stances(let found) = finder.verdict(of: clause, depth: 1)
    else { return nil }
    return found
  }

  /// `demands for Ukraine to …`: the infinitive is what is demanded.
  private func withInfinitive(_ target: StanceTarget, _ head: Int) -> StanceTarget {
    guard
      let verb = sentence.chunks.firstIndex(where: {
        $0.range.lowerBound == target.tokens.upperBound
      }),
      sentence.chunks[verb].verb?.shape == .infinitive
    else { return target }
    var target = target
    let end = finder.targets.endOfVerbPhrase(verb)
    target.other = target.tokens
    target.tokens = finder.targets.tokens(from: head, to: end)
    return target
  }

  // MARK: - Whose it is

  private struct Owner {
    var holder: Finding.Holder
    var isNegated = false
  }

  private func holder(of index: Int, _ verbal: [Finding]) -> Owner? {
    let range = sentence.chunks[index].range
    if let words = possessor(in: range) {
      let isOwn = sentence.tokens[words.lowerBound].tag == .owner
      return Owner(holder: .words(words), isNegated: isOwn && isEnded(index))
    }
    if let agent = agent(after: index) { return Owner(holder: .chunks(agent)) }
    return subjectOfLightVerb(index, verbal)
  }

  /// `the Kremlin` before `'s`, `Russian` before the noun, `its`.
  private func possessor(in range: Range<Int>) -> Range<Int>? {
    if let owner = sentence.possessor(in: range) { return owner }
    if sentence.tokens[range.lowerBound].tag == .owner {
      return range.lowerBound..<range.lowerBound + 1
    }
    let adjective = range.dropLast().first { lexicon.places[sentence.word($0)] != nil }
    return adjective.map { $0..<$0 + 1 }
  }

  /// `a proposal by Egypt for …`, `objections from residents to …`.
  private func agent(after index: Int) -> [Int]? {
    for next in (index + 1)..<min(index + 8, sentence.chunks.count) {
      let word = sentence.word(ofChunk: next)
      guard sentence.chunks[next].kind == .preposition || sentence.chunks[next].kind == .noun else {
        return nil
      }
      if next == index + 1, word == "by" || word == "from", next + 1 < sentence.chunks.count,
        sentence.chunks[next + 1].kind == .noun, !sentence.chunks[next + 1].isTime
      {
        return finder.list(startingAt: next + 1)
      }
    }
    return nil
  }

  /// `issued a call for …`: the subject of a verb that says little by itself.
  private func subjectOfLightVerb(_ index: Int, _ verbal: [Finding]) -> Owner? {
    guard let clause = sentence.clauses.last(where: { isObject(index, of: $0) }),
      lexicon[.carriers].contains(clause.verb.lemma), !clause.subject.isEmpty,
      !clause.verb.isPassive,
      clause.link != .infinitive
    else { return nil }
    let number = sentence.clauses.firstIndex { $0.chunk == clause.chunk }
    let isTold = verbal.contains { $0.clause == number && $0.target.head != index }
    guard !isTold, !isLackOfPlan(index, clause) else { return nil }
    let isDenied = sentence.word(ofChunk: index) == "no" || clause.verb.isNegated
    let isEnded = ["drop", "withdraw", "abandon"].contains(clause.verb.lemma)
    return Owner(holder: .chunks(clause.subject), isNegated: isDenied != isEnded)
  }

  /// `has no plans to intervene`: no stance towards what is not planned.
  private func isLackOfPlan(_ noun: Int, _ clause: Clause) -> Bool {
    clause.verb.lemma == "have" && sentence.word(ofChunk: noun) == "no"
      && ["plan", "plans", "intention"].contains(finder.targets.headWord(noun))
  }

  /// Whether a noun is the object of a verb that ends what it names: `withdrew its bid to host`.
  private func isEnded(_ noun: Int) -> Bool {
    let clause = sentence.clauses.last { isObject(noun, of: $0) }
    return clause.map {
      lexicon[.endings].contains($0.verb.lemma) && !$0.verb.isNegated && !$0.verb.isPassive
    } ?? false
  }

  private func isObject(_ noun: Int, of clause: Clause) -> Bool {
    var next = clause.chunk + 1
    while next < noun,
      sentence.chunks[next].kind == .preposition || sentence.chunks[next].kind == .adverb,
      ["forth", "forward", "out", "up"].contains(sentence.word(ofChunk: next))
        || sentence.chunks[next].kind == .adverb
    {
      next += 1
    }
    return next == noun
  }
}
