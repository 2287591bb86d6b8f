extension StanceFinder {
  /// What a clause's place in the sentence does to what it says.
  struct Standing {
    var isNegated = false
    var doubts: [Doubt] = []
  }

  /// The standing of a clause, or nil where the sentence does not assert it: the complement of a
  /// demand or a wish, a condition, a question, what is not said.
  func standing(of index: Int) -> Standing? {
    var standing = Standing()
    var current: Int? = index
    var steps = 0
    while let number = current, steps < 12 {
      let clause = sentence.clauses[number]
      switch clause.link {
      case .condition, .question: return nil
      case .adverbial
      where ["before", "than"].contains(sentence.word(ofChunk: clause.start)):
        return nil
      case .complement:
        guard isAsserted(clause, &standing) else { return nil }
      case .relative where isHypothetical(clause) || isOfAnybody(clause): return nil
      case .relative where isOfSomethingKnown(clause): return standing
      case .infinitive where isDemanded(clause): return nil
      case .root, .infinitive, .participle, .relative, .adverbial: break
      }
      current = clause.governor
      steps += 1
    }
    return standing
  }

  /// `a board that would approve …`: what something not yet there would do.
  private func isHypothetical(_ clause: Clause) -> Bool {
    guard let modal = clause.verb.modal, let noun = clause.subject.first else { return false }
    let follows = noun + 2 == clause.chunk
    return follows && ["would", "could", "might", "should", "must", "can"].contains(modal)
  }

  /// `every councillor who backed it`: told of nobody in particular.
  private func isOfAnybody(_ clause: Clause) -> Bool {
    let first = clause.subject.first.map { sentence.word(ofChunk: $0) } ?? ""
    return clause.antecedent == nil
      && ["every", "any", "anyone", "anybody", "everyone", "everybody", "those"].contains(first)
  }

  /// Whether a relative clause belongs to a name, to a definite noun or to one behind a comma, so
  /// that it holds whatever becomes of the clause around it.
  private func isOfSomethingKnown(_ clause: Clause) -> Bool {
    guard let noun = clause.antecedent ?? clause.subject.first, noun > 0 else { return false }
    let words = sentence.tokens[sentence.chunks[noun].range]
    let isDefinite = words.first?.tag == .owner || words.first?.lower == "the"
    return isDefinite || words.contains { $0.tag == .name }
      || sentence.chunks[noun - 1].kind == .comma
  }

  /// `urged the bloc to drop …`: what somebody else is to do.
  private func isDemanded(_ clause: Clause) -> Bool {
    guard let governor = clause.governor else { return false }
    return sentence.clauses[governor].subject != clause.subject
  }

  /// Whether the verb over a complement asserts it.
  private func isAsserted(_ clause: Clause, _ standing: inout Standing) -> Bool {
    guard let governor = clause.governor else { return true }
    let verb = sentence.clauses[governor].verb
    if lexicon.has(nounBefore(clause), in: .guesses) { return false }
    if isDenied(clause) { standing.isNegated.toggle() }
    if verb.lemma == "deny" {
      standing.isNegated.toggle()
      standing.doubts.append(Doubt(factor: 0.8, reason: "told as a denial"))
      return !verb.isNegated
    }
    if verb.isNegated && !isDenied(clause) { return false }
    if lexicon[.wishes].contains(verb.lemma) { return false }
    let isDemand = lexicon.verbPatterns[verb.lemma]?.contains { pattern in
      pattern.outcome == .stance(.proposes, .affirmed) && pattern.elements.contains(.clause)
    }
    return isDemand != true || verb.lemma == "insist" && !sentence.isSubjunctive(clause)
      || verb.lemma == "suggest" && clause.verb.isPast && !sentence.isSubjunctive(clause)
  }

  /// The head of the noun phrase right before a clause, or nothing.
  private func nounBefore(_ clause: Clause) -> String {
    let before = clause.start - 1
    guard sentence.chunks.indices.contains(before), sentence.chunks[before].kind == .noun else {
      return ""
    }
    return sentence.word(sentence.chunks[before].head)
  }

  /// `no sign that it backs`: a noun with `no` right before the clause.
  private func isDenied(_ clause: Clause) -> Bool {
    let before = clause.start - 1
    guard sentence.chunks.indices.contains(before), sentence.chunks[before].kind == .noun else {
      return false
    }
    return ["no", "little"].contains(sentence.word(ofChunk: before))
  }

  /// `We must …`, `Chad must accept that`: the speaker's demand.
  func deontic(_ index: Int) -> [Finding]? {
    let clause = sentence.clauses[index]
    guard let modal = clause.verb.modal, ["must", "should", "ought", "shall"].contains(modal),
      clause.verb.shape == .finite
    else { return nil }
    guard isSpoken || clause.link == .complement, !clause.verb.isPast || clause.verb.isPassive,
      let first = clause.subject.first, !isOpinion(clause, first)
    else { return [] }
    let end = targets.endOfVerbPhrase(clause.chunk)
    let range = targets.tokens(from: first, to: end)
    var finding = Finding(
      relation: .proposes, polarity: .affirmed, strength: 0.7,
      target: StanceTarget(tokens: range), holder: .speaker, clause: index, cue: modal)
    if clause.verb.isNegated { finding.relation = .rejects }
    if case .stances(let inner) = verdict(of: index, depth: 1), let stance = inner.first,
      stance.relation == .supports || stance.relation == .rejects
    {
      finding.relation = stance.relation
      finding.polarity = stance.relation == .rejects && clause.verb.isNegated ? .negated : .affirmed
      if stance.relation == .supports, clause.verb.isNegated { finding.relation = .rejects }
      finding.target = stance.target
    }
    return [finding]
  }

  /// `I must be able to`, `confirmed that it must`: no demand.
  private func isOpinion(_ clause: Clause, _ subject: Int) -> Bool {
    if sentence.word(ofChunk: subject) == "i" { return true }
    if sentence.word(clause.verb.main) == "be", sentence.word(clause.verb.main + 1) == "able" {
      return true
    }
    let governor = clause.governor.map { sentence.clauses[$0].verb.lemma } ?? ""
    return clause.link == .complement && lexicon[.factives].contains(governor)
  }

  // MARK: - Headlines without a verb

  /// `Oman ready to host talks`: a predicate right after a noun phrase, its verb left out.
  func verblessPredicates() -> [Finding] {
    guard sentence.chunks.count > 2 else { return [] }
    var found: [Finding] = []
    for index in sentence.chunks.indices.dropFirst().prefix(4) {
      let chunk = sentence.chunks[index]
      guard chunk.kind == .noun, chunk.range.count == 1,
        sentence.tokens[chunk.head].tag == .adjective,
        sentence.chunks[index - 1].kind == .noun, index == 1 || sentence.chunks[0].kind == .noun
      else { continue }
      for candidate in predicates(sentence.word(chunk.head), chunk.head + 1) {
        found += verbless(candidate, subject: index - 1)
      }
    }
    return found
  }

  private func verbless(_ candidate: Candidate, subject: Int) -> [Finding] {
    guard let match = matcher.match(candidate.pattern, from: candidate.start, clause: nil),
      let target = match.target
    else { return [] }
    let plain = Finding(
      relation: .supports, polarity: .affirmed, strength: candidate.pattern.strength,
      target: target,
      holder: .chunks([subject]), cue: sentence.word(candidate.start - 1))
    switch candidate.pattern.outcome {
    case .silent: return []
    case .stance(let relation, let polarity): return [plain.with(relation, polarity)]
    case .chain(let operation):
      let inner = match.verb.flatMap { sentence.clause(ofChunk: $0) }.map {
        verdict(of: $0, depth: 1)
      }
      guard
        case .stances(let findings) = operation.compose(
          inner ?? .none, plain: plain, isNegated: false)
      else { return [] }
      return findings.map { finding in
        var finding = finding
        finding.holder = plain.holder
        return finding
      }
    }
  }
}
