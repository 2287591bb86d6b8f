internal import StanceModel

/// Finds the stances that praise and blame tell: `called a refund the right step`, `“It is a trick,”
/// she said`.
struct Judgements {
  let finder: StanceFinder

  private var sentence: ParsedSentence { finder.sentence }
  private var lexicon: Lexicon { finder.lexicon }
  private var targets: TargetFinder { finder.targets }

  // MARK: - Praise and blame

  /// What words say of something, and the word that says it.
  private struct Evaluation {
    var isPraise: Bool
    var cue: String
    /// The token behind the cue.
    var end: Int
  }

  /// The evaluation among the tokens, or nil where there is none or praise stands beside blame.
  private func evaluation(in range: Range<Int>) -> Evaluation? {
    var found: Evaluation?
    var index = range.lowerBound
    while index < range.upperBound {
      let next = evaluation(at: index, range.upperBound)
      if let next, let found, next.isPraise != found.isPraise { return nil }
      found = found ?? next
      index = next?.end ?? index + 1
    }
    return found
  }

  /// The evaluation that begins at a token: the longest run of words that the lexicon has.
  private func evaluation(at index: Int, _ limit: Int) -> Evaluation? {
    for end in stride(from: min(index + 3, limit), to: index, by: -1) {
      let words = sentence.tokens[index..<end].map(\.lower).joined(separator: "-")
      if lexicon[.negative].contains(words) {
        return Evaluation(isPraise: false, cue: words, end: end)
      }
      if lexicon[.positive].contains(words) {
        return Evaluation(isPraise: true, cue: words, end: end)
      }
    }
    return nil
  }

  /// `unfair but necessary`: praise and blame at once are no verdict.
  private func isTurned(behind token: Int) -> Bool {
    guard ["but", "yet", "though", "if"].contains(sentence.word(token)) else { return false }
    let words = sentence.tokens[(token + 1)...].prefix(4).prefix { !$0.tag.isBoundary }
    return words.indices.contains { evaluation(at: $0, words.endIndex) != nil }
      && !words.contains { $0.tag == .verb || $0.tag == .modal }
  }

  // MARK: - What is called so

  /// `called a refund the right step`, `described it as “theft”`: what the subject of a clause
  /// calls something.
  func ofObject(_ index: Int) -> Verdict? {
    let clause = sentence.clauses[index]
    guard lexicon[.judges].contains(clause.verb.lemma), !clause.verb.isPassive else { return nil }
    let start = finder.matcher.overAsides(sentence.chunks[clause.chunk].range.upperBound)
    guard let object = sentence.chunk(holding: start), sentence.chunks[object].kind == .noun,
      !sentence.chunks[object].isTime, let range = words(ofObject: object, clause)
    else { return nil }
    let behind = sentence.word(range.upperBound) == "as" ? range.upperBound + 1 : range.upperBound
    let words = sentence.tokens[behind...].prefix(10).prefix { token in
      ![.comma, .stop, .semicolon, .subordinator, .conjunction].contains(token.tag)
    }
    guard words.first?.tag != .preposition, let said = evaluation(in: words.indices),
      !isTurned(behind: words.endIndex),
      sentence.chunks[object].isPronoun || lexicon.isAbstract(sentence.word(range.upperBound - 1))
        || lexicon.isAbstract(targets.headWord(object))
    else { return nil }
    let finding = Finding(
      relation: said.isPraise ? .supports : .rejects, polarity: .affirmed, strength: 0.7,
      target: StanceTarget(tokens: range, head: object), holder: .chunks(clause.subject),
      cue: "\(clause.verb.lemma) … \(said.cue)")
    return .stances([finding.flipped(if: clause.verb.isNegated)])
  }

  /// The tokens of what is judged, without the judgement that may be one noun phrase with it:
  /// `the plan unfair`.
  private func words(ofObject object: Int, _ clause: Clause) -> Range<Int>? {
    let chunk = sentence.chunks[object].range
    let judged = chunk.dropFirst().first { token in
      evaluation(at: token, chunk.upperBound)?.end == chunk.upperBound
        && lexicon.isAbstract(sentence.word(token - 1))
    }
    if let judged { return chunk.lowerBound..<judged }
    let end = clause.verb.lemma == "describe" ? object + 1 : targets.endOfNounPhrase(object)
    return targets.tokens(from: object, to: end)
  }

  // MARK: - What is said to be so

  /// `the plan is unacceptable`, `it would be a mistake to sign`: a verdict of whoever says the
  /// clause, or of those it names with `unacceptable to`.
  func ofSubject(_ index: Int) -> [Finding] {
    let clause = sentence.clauses[index]
    guard clause.verb.shape == .finite, !clause.verb.isPassive,
      lexicon[.copulas].contains(clause.verb.lemma), clause.link != .relative,
      let subject = clause.subject.first
    else { return [] }
    let predicate = predicate(of: clause)
    guard let said = evaluation(in: predicate), !isTurned(behind: predicate.upperBound) else {
      return []
    }
    let denials = sentence.tokens[predicate].count { token in
      token.tag == .negation || ["no", "neither"].contains(token.lower)
    }
    let isNegated = clause.verb.isNegated != (denials % 2 == 1)
    let plain = Finding(
      relation: .supports, polarity: .affirmed, strength: 0.7,
      target: StanceTarget(tokens: sentence.chunks[subject].range, head: subject),
      holder: judge(behind: predicate.upperBound, said), cue: said.cue)
    return findings(clause, subject, predicate, said, plain, isNegated)
  }

  /// The tokens between a verb and the first phrase or mark behind it.
  private func predicate(of clause: Clause) -> Range<Int> {
    let start = sentence.chunks[clause.chunk].range.upperBound
    let words = sentence.tokens[start...].prefix(10).prefix { token in
      token.tag.isNominal || token.tag == .adverb || token.tag == .negation
    }
    return start..<start + words.count
  }

  /// `unacceptable to the unions`: those who judge; else who speaks.
  private func judge(behind token: Int, _ said: Evaluation) -> Finding.Holder {
    guard lexicon[.verdicts].contains(said.cue), said.end == token, sentence.word(token) == "to",
      let noun = sentence.chunk(holding: token + 1), sentence.chunks[noun].kind == .noun
    else { return .reporter }
    return .chunks(finder.list(startingAt: noun))
  }

  private func findings(
    _ clause: Clause, _ subject: Int, _ predicate: Range<Int>, _ said: Evaluation,
    _ plain: Finding, _ isNegated: Bool
  ) -> [Finding] {
    if let verb = judgedVerb(clause, subject, predicate) {
      return composed(verb, plain, isPraise: said.isPraise != isNegated)
    }
    let relation: StanceRelation = said.isPraise != isNegated ? .supports : .rejects
    let isSpared = !said.isPraise && isNegated
    let stance =
      isSpared ? plain.with(.rejects, .negated) : plain.with(relation, .affirmed)
    return clause.subject.compactMap { target(clause, $0, predicate, said) }
      .map { stance.about($0) }
  }

  /// The verb of `it is wrong to sign`, `signing would be wrong`.
  private func judgedVerb(_ clause: Clause, _ subject: Int, _ predicate: Range<Int>) -> Int? {
    if sentence.word(ofChunk: subject) == "it",
      let verb = finder.matcher.chunk(at: predicate.upperBound),
      sentence.chunks[verb].verb?.shape == .infinitive
    {
      return verb
    }
    guard subject > 0, let act = sentence.chunks[subject - 1].verb,
      act.shape == .gerund || act.shape == .infinitive,
      subject == 1 || sentence.chunks[subject - 2].kind != .noun
    else { return nil }
    return subject - 1
  }

  /// Praise for an act supports it, blame rejects it; an act that is a stance is composed with it.
  private func composed(_ verb: Int, _ plain: Finding, isPraise: Bool) -> [Finding] {
    guard let inner = sentence.clause(ofChunk: verb) else { return [] }
    var plain = plain
    let words = targets.tokens(from: verb, to: targets.endOfVerbPhrase(verb))
    let isInfinitive = sentence.chunks[verb].verb?.shape == .infinitive
    plain.target = StanceTarget(tokens: isInfinitive ? words.dropFirst() : words)
    let operation: StanceOperator = isPraise ? .accept : .refuse
    let verdict = operation.compose(
      finder.verdict(of: inner, depth: 1), plain: plain, isNegated: false)
    guard case .stances(let found) = verdict, plain.target.tokens.count > 1 else { return [] }
    return found.map { finding in
      var finding = finding
      finding.holder = plain.holder
      return finding
    }
  }

  /// The plan that a subject names, or a pronoun that may mean one.
  private func target(
    _ clause: Clause, _ subject: Int, _ predicate: Range<Int>, _ said: Evaluation
  ) -> StanceTarget? {
    guard sentence.chunks[subject].isPronoun else {
      let head = targets.headWord(subject)
      let isPlan = lexicon[.proposals].contains(head)
      let isMeeting = lexicon[.events].contains(head) && !lexicon[.ballots].contains(head)
      return isPlan && !isMeeting ? finder.subjectTarget(subject, clause) : nil
    }
    let word = sentence.word(ofChunk: subject)
    guard ["it", "this", "that", "they", "these"].contains(word),
      !opensClause(predicate.upperBound), namesPlan(predicate, said, subject: word)
    else { return nil }
    var target = StanceTarget(tokens: sentence.chunks[subject].range, head: subject)
    target.needsAntecedent = true
    return target
  }

  /// `it is wrong that …`, `it is wrong to …` judge no plan.
  private func opensClause(_ token: Int) -> Bool {
    token < sentence.tokens.count && [.that, .to].contains(sentence.tokens[token].tag)
  }

  /// Whether a predicate fits a plan: a word of praise or blame at its end, or a noun for a plan.
  /// `That is right` only answers what somebody said.
  private func namesPlan(_ predicate: Range<Int>, _ said: Evaluation, subject: String) -> Bool {
    if said.end == predicate.upperBound {
      return subject != "that" || !said.isPraise || predicate.count > 1
    }
    let head = sentence.word(predicate.upperBound - 1)
    return lexicon[.proposals].contains(head) || lexicon[.positive].contains(head)
      || lexicon[.negative].contains(head) || head == "thing"
  }
}
