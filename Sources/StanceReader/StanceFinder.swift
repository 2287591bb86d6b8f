/// Finds the stances that the verbs and nouns of a sentence tell.
struct StanceFinder {
  let sentence: ParsedSentence
  let lexicon: Lexicon
  let targets: TargetFinder
  let matcher: PatternMatcher
  /// Whether somebody speaks the sentence, so that `must` is a demand.
  let isSpoken: Bool

  static let depthLimit = 5
  init(sentence: ParsedSentence, lexicon: Lexicon, isSpoken: Bool) {
    self.sentence = sentence
    self.lexicon = lexicon
    self.isSpoken = isSpoken
    targets = TargetFinder(
      sentence: sentence, lexicon: lexicon, limits: sentence.conditions.map(\.lowerBound))
    matcher = PatternMatcher(sentence: sentence, lexicon: lexicon, targets: targets)
  }

  /// The stances in the order of their clauses, those of nouns last.
  func findings() -> [Finding] {
    guard sentence.tokens.last(where: { $0.tag == .stop })?.lower != "?" else { return [] }
    var found: [Finding] = []
    for index in sentence.clauses.indices {
      found += findings(ofClause: index, after: found)
    }
    return found + verblessPredicates() + NounStances(finder: self).findings(verbal: found)
  }

  // MARK: - Clauses

  private func findings(ofClause index: Int, after earlier: [Finding]) -> [Finding] {
    let clause = sentence.clauses[index]
    guard let standing = standing(of: index) else { return [] }
    if let copied = copied(index, from: earlier) { return copied }
    guard clause.link != .infinitive || tellsPurpose(clause) else { return [] }
    guard !isNeitherNor(clause) else { return [] }
    if let demand = deontic(index) { return demand }
    var findings = Judgements(finder: self).ofSubject(index)
    if case .stances(let found) = verdict(of: index, depth: 0) { findings = found }
    let isNegated = standing.isNegated != clause.hasNegativeSubject
    return findings.map { finding in
      var finding = finding.flipped(if: isNegated)
      finding.clause = index
      finding.doubts += standing.doubts + doubts(of: clause)
      return finding
    }
  }

  /// `has neither accepted nor rejected it`: no stance is told.
  private func isNeitherNor(_ clause: Clause) -> Bool {
    let chunk = sentence.chunks[clause.chunk]
    let before = sentence.word(ofChunk: clause.chunk - 1)
    return before == "nor" || sentence.tokens[chunk.range].contains { $0.lower == "neither" }
  }

  private func doubts(of clause: Clause) -> [Doubt] {
    var doubts: [Doubt] = []
    if let modal = clause.verb.modal, ["may", "might", "could"].contains(modal) {
      doubts.append(Doubt(factor: 0.75, reason: "‘\(modal)’ leaves it open"))
    }
    if let modal = clause.verb.modal, modal != "will", clause.verb.isPast, !clause.verb.isPassive {
      doubts.append(Doubt(factor: 0.7, reason: "‘\(modal) have’ tells what has not happened"))
    }
    if clause.link == .infinitive {
      doubts.append(Doubt(factor: 0.85, reason: "told as a purpose"))
    }
    return doubts
  }

  /// `met to demand a truce`: a purpose that tells a stance of who acts.
  private func tellsPurpose(_ clause: Clause) -> Bool {
    guard let governor = clause.governor, clause.verb.shape == .infinitive else { return false }
    let lemma = sentence.clauses[governor].verb.lemma
    return lexicon[.purposes].contains(lemma)
  }

  /// `as did Russia`, `the association does not`: the stance told just before, of another holder.
  private func copied(_ index: Int, from earlier: [Finding]) -> [Finding]? {
    let clause = sentence.clauses[index]
    guard ["do", "be", "have"].contains(clause.verb.lemma), !clause.subject.isEmpty,
      isElliptic(clause),
      let clauseOfLast = earlier.last?.clause, sentence.clauses[clauseOfLast].chunk < clause.chunk
    else { return nil }
    return earlier.filter { $0.clause == clauseOfLast }.map { finding in
      var finding = finding
      finding.holder = .chunks(clause.subject)
      finding.clause = index
      let isNegated = clause.verb.isNegated != clause.hasNegativeSubject
      finding = finding.flipped(if: isNegated)
      finding.doubts.append(Doubt(factor: 0.95, reason: "the verb is understood from before"))
      return finding
    }
  }

  /// Whether nothing follows an auxiliary but adverbs, or its subject does.
  private func isElliptic(_ clause: Clause) -> Bool {
    let behind = clause.subject.max().map { max($0, clause.chunk) } ?? clause.chunk
    for chunk in sentence.chunks[(behind + 1)...] {
      switch chunk.kind {
      case .adverb: continue
      case .comma, .stop, .breakMark, .conjunction: return true
      default: return false
      }
    }
    return true
  }

  // MARK: - Verdicts

  /// What a clause's verb says with its complements, by the pattern that matches most words.
  func verdict(of index: Int, depth: Int) -> Verdict {
    guard depth < Self.depthLimit else { return .none }
    let clause = sentence.clauses[index]
    var best: (length: Int, verdict: Verdict)?
    for candidate in candidates(for: clause) {
      guard let found = attempt(candidate, index, depth) else { continue }
      if best.map({ found.length > $0.length }) ?? true { best = found }
    }
    return Judgements(finder: self).ofObject(index) ?? best?.verdict ?? .none
  }

  /// A pattern and the token behind its cue.
  struct Candidate {
    var pattern: StancePattern
    var start: Int
    var isPredicate = false
  }

  private func candidates(for clause: Clause) -> [Candidate] {
    let behind = sentence.chunks[clause.chunk].range.upperBound
    var found = (lexicon.verbPatterns[clause.verb.lemma] ?? []).map {
      Candidate(pattern: $0, start: behind)
    }
    let main = sentence.word(clause.verb.main)
    if clause.verb.isPassive {
      found += predicates(main, behind)
    } else if lexicon[.copulas].contains(clause.verb.lemma) {
      var start = behind
      while start < sentence.tokens.count, [.adverb, .number].contains(sentence.tokens[start].tag) {
        start += 1
      }
      found += predicates(sentence.word(start), start + 1)
    }
    return found
  }

  func predicates(_ word: String, _ start: Int) -> [Candidate] {
    (lexicon.predicatePatterns[word] ?? []).compactMap { pattern in
      for (offset, wanted) in pattern.rest.enumerated() {
        let found = sentence.word(start + offset)
        guard found == wanted || wanted == "favour" && found == "favor" else { return nil }
      }
      return Candidate(pattern: pattern, start: start + pattern.rest.count, isPredicate: true)
    }
  }

  private func attempt(
    _ candidate: Candidate, _ index: Int, _ depth: Int
  ) -> (length: Int, verdict: Verdict)? {
    let clause = sentence.clauses[index]
    let pattern = candidate.pattern
    if pattern.restriction == .refused, !clause.verb.isRefused { return nil }
    if clause.verb.isPassive, !candidate.isPredicate { return passive(pattern, index, depth) }
    guard let match = matcher.match(pattern, from: candidate.start, clause: index) else {
      return objectRelative(candidate, index, depth) ?? sharedObject(candidate, index, depth)
    }
    let length = (match.end - candidate.start) * 10 + pattern.elements.count
    return (length, apply(pattern, match, index, depth, holder: .chunks(clause.subject)))
  }

  /// The outcome of a matched pattern, with negation and what the complement says.
  func apply(
    _ pattern: StancePattern, _ match: PatternMatch, _ index: Int, _ depth: Int,
    holder: Finding.Holder
  ) -> Verdict {
    let clause = sentence.clauses[index]
    let isNegated = clause.verb.isNegated != match.isNegated
    let target =
      match.target
      ?? StanceTarget(tokens: match.noun ?? 0..<0, isImplicit: true)
    // `reaffirmed Tehran's support` tells whose support it is.
    let owner = match.noun.flatMap { sentence.possessor(in: $0) }
    let plain = Finding(
      relation: .supports, polarity: .affirmed, strength: pattern.strength, target: target,
      holder: owner.map { .words($0) } ?? holder, cue: clause.verb.lemma)
    switch pattern.outcome {
    case .silent: return .silent
    case .stance(let relation, let polarity):
      if clause.verb.isRefused, relation == .supports, polarity == .affirmed, !match.isNegated {
        return .stances(expanded(plain.with(.rejects, .affirmed), match))
      }
      return .stances(expanded(plain.with(relation, polarity).flipped(if: isNegated), match))
    case .chain(let operation):
      let inner = innerVerdict(match, depth)
      if case .none = inner, isDenied(match.verb) { return .none }
      return operation.compose(inner, plain: withInnerObject(plain, match), isNegated: isNegated)
    }
  }

  /// Whether `not` stands before the verb of a complement: `agreed not to build`.
  private func isDenied(_ verb: Int?) -> Bool {
    verb.flatMap { sentence.chunks[$0].verb?.isNegated } ?? false
  }

  /// A finding for each of the targets, and the contrary of it for what is excepted.
  private func expanded(_ finding: Finding, _ match: PatternMatch) -> [Finding] {
    let found = ([finding.target] + match.moreTargets).map { finding.about($0) }
    guard let exception = match.exception, finding.polarity == .affirmed else { return found }
    var other = finding.about(exception)
    other.doubts.append(Doubt(factor: 0.85, reason: "told by an exception"))
    switch finding.relation {
    case .supports: return found + [other.with(.rejects, .affirmed)]
    case .hosts: return found + [other.with(.hosts, .negated)]
    case .proposes, .rejects: return found
    }
  }

  private func innerVerdict(_ match: PatternMatch, _ depth: Int) -> Verdict {
    if let verb = match.verb, let inner = sentence.clause(ofChunk: verb) {
      return verdict(of: inner, depth: depth + 1)
    }
    guard let head = match.target?.head else { return .none }
    return NounStances(finder: self).verdict(ofNoun: head)
  }

  /// The object of the inner verb as another reading of what is wanted or refused.
  private func withInnerObject(_ finding: Finding, _ match: PatternMatch) -> Finding {
    guard let verb = match.verb, verb + 1 < sentence.chunks.count,
      sentence.chunks[verb + 1].kind == .noun
    else { return finding }
    var finding = finding
    let end = targets.endOfNounPhrase(verb + 1)
    finding.target.other = targets.tokens(from: verb + 1, to: end)
    return finding
  }
}
