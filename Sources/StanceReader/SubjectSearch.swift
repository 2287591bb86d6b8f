/// Looks left from a finite verb for its subject.
struct SubjectSearch {
  enum Result {
    /// The noun chunks of the subject and the chunk before them.
    case subject([Int], edge: Int)
    /// The verb shares the subject of an earlier one.
    case coordinated(crossesComma: Bool)
    /// The verb follows a relative pronoun with this antecedent.
    case relative(Int?)
    case nothing
  }

  let clauser: Clauser
  let verbChunk: Int

  mutating func run() -> Result { search(from: verbChunk - 1) }

  private func kind(_ index: Int) -> Chunk.Kind? { clauser.kind(index) }

  private func search(from start: Int) -> Result {
    var index = start
    while kind(index) == .adverb { index -= 1 }
    switch kind(index) {
    case .relative, .that: return .relative(antecedent(of: index))
    case .conjunction: return .coordinated(crossesComma: kind(index - 1) == .comma)
    case .comma: return beyondAside(index)
    case .noun: return nounPhrase(endingAt: index)
    case .verb where index < verbChunk - 1 && isOpenPerfect(index):
      return .coordinated(crossesComma: false)
    case .preposition, .subordinator, .breakMark, .stop, .quotation, .other, .verb, .adverb, nil:
      return .nothing
    }
  }

  /// `has` in `has, for now, rejected`
  private func isOpenPerfect(_ index: Int) -> Bool {
    guard let verb = clauser.chunks[index].verb else { return false }
    return verb.lemma == "have" && verb.shape == .finite && !verb.isNegated
  }

  /// The noun that a relative pronoun stands for: before it, over a comma and a preposition.
  private func antecedent(of relative: Int) -> Int? {
    var index = relative - 1
    while kind(index) == .comma || kind(index) == .preposition || kind(index) == .adverb {
      index -= 1
    }
    guard kind(index) == .noun else { return nil }
    while clauser.word(relative) == "who", kind(index - 1) == .preposition,
      kind(index - 2) == .noun,
      ["of", "for", "at", "from", "in"].contains(clauser.word(index - 1)),
      isPerson(index - 2)
    {
      index -= 2
    }
    return index
  }

  /// Whether a noun is a name or tells a role, so that `who` after a phrase of it means it.
  private func isPerson(_ noun: Int) -> Bool {
    let head = clauser.tokens[clauser.chunks[noun].head]
    return head.tag == .name || clauser.lexicon[.roles].contains(head.lower)
      || clauser.lexicon[.titles].contains(head.lower)
  }

  // MARK: - Asides between commas

  /// The subject before an aside that a comma closes; else the verb goes on with an earlier subject.
  private func beyondAside(_ comma: Int) -> Result {
    var index = comma - 1
    var steps = 0
    while index >= 0, steps < 40 {
      if kind(index) == .comma, isAside(index + 1, comma) {
        return search(from: index - 1)
      }
      if kind(index) == .stop || kind(index) == .breakMark { break }
      index -= 1
      steps += 1
    }
    return clauser.clauses.isEmpty ? .nothing : .coordinated(crossesComma: true)
  }

  /// Whether the chunks between two commas are an aside: a relative clause, a participle, a phrase,
  /// or a noun phrase without a finite verb.
  private func isAside(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    switch kind(start) {
    case .relative, .preposition, .adverb, .subordinator: return true
    case .verb: return clauser.chunks[start].verb?.shape != .finite || end == start + 1
    case .noun where clauser.word(start) == "whose": return true
    case .noun:
      let finite = (start..<end).filter { clauser.chunks[$0].verb?.shape == .finite }
      return finite.allSatisfy { kind($0 - 1) == .relative } || isReport(start, end)
    case .conjunction: return true
    case .that, .comma, .breakMark, .stop, .quotation, .other, nil: return false
    }
  }

  /// `, he said,`
  private func isReport(_ start: Int, _ end: Int) -> Bool {
    guard let verb = clauser.chunks[end - 1].verb, end <= start + 3 else { return false }
    return clauser.lexicon[.reports].contains(verb.lemma)
  }

  // MARK: - Noun phrases

  private func nounPhrase(endingAt end: Int) -> Result {
    var index = isFloating(end) ? end - 1 : end
    while let outer = phraseBefore(index), !clauser.isShare(outer) { index = outer }
    let nouns = list(endingAt: index)
    let first = nouns.first ?? index
    if clauser.isShare(first - 2) { return .subject(nouns, edge: first - 3) }
    if let outer = nounBeforeParticiple(first) ?? nounBeforeRelative(first) {
      return nounPhrase(endingAt: outer)
    }
    return .subject(nouns, edge: first - 1)
  }

  /// `Lima and Quito both favoured`: a word that goes with the noun before it.
  private func isFloating(_ index: Int) -> Bool {
    ["both", "all", "each"].contains(clauser.word(index)) && clauser.chunks[index].range.count == 1
      && kind(index - 1) == .noun
  }

  /// `leaders` in `leaders who brought down the president`, of whose relative clause a noun is the
  /// object.
  private func nounBeforeRelative(_ noun: Int) -> Int? {
    var verb = noun - 1
    while kind(verb) == .preposition || kind(verb) == .adverb { verb -= 1 }
    while kind(verb) == .verb, kind(verb - 1) == .verb { verb -= 1 }
    guard kind(verb) == .verb, let group = clauser.chunks[verb].verb, group.shape == .finite,
      !clauser.takesClause(group.lemma)
    else { return nil }
    var relative = verb - 1
    while kind(relative) == .adverb { relative -= 1 }
    guard kind(relative) == .relative || kind(relative) == .that else { return nil }
    return kind(relative - 1) == .noun ? relative - 1 : nil
  }

  /// `unions` in `unions representing workers`, `plan` in `a plan to close roads`, of whose participle
  /// or infinitive a noun is the object.
  private func nounBeforeParticiple(_ noun: Int) -> Int? {
    let verb = kind(noun - 1) == .preposition ? noun - 2 : noun - 1
    guard kind(verb) == .verb, kind(verb - 1) == .noun, let group = clauser.chunks[verb].verb,
      group.shape != .finite, !clauser.takesClause(group.lemma)
    else { return nil }
    return verb - 1
  }

  /// The noun that a phrase with a preposition belongs to: `the head of the union` from `union`.
  private func phraseBefore(_ noun: Int) -> Int? {
    var first = noun
    while kind(first - 1) == .conjunction, kind(first - 2) == .noun, first - 2 >= 0,
      isListInPhrase(first - 2), isAlike(first - 2, first)
    {
      first -= 2
    }
    if kind(first - 1) == .preposition, kind(first - 2) == .preposition, kind(first - 3) == .noun {
      return first - 3
    }
    guard kind(first - 1) == .preposition, kind(first - 2) == .noun else { return nil }
    if first < noun, kind(first - 3) == .verb, isObject(first - 2) { return nil }
    guard
      !clauser.chunks[first].isTime || clauser.word(first - 1) != "on" || kind(first - 3) != .verb
    else { return nil }
    return first - 2
  }

  /// Whether two nouns both have an article or both have none, as the members of a list do.
  private func isAlike(_ one: Int, _ other: Int) -> Bool {
    clauser.tokens.hasArticle(clauser.chunks[one])
      == clauser.tokens.hasArticle(clauser.chunks[other])
  }

  private func isListInPhrase(_ noun: Int) -> Bool {
    kind(noun - 1) == .preposition
      || kind(noun - 1) == .comma && kind(noun - 2) == .noun && isListInPhrase(noun - 2)
  }

  /// The members of a list of nouns, the first first.
  private func list(endingAt end: Int) -> [Int] {
    var nouns = [end]
    var index = end
    if kind(index - 1) == .conjunction, clauser.word(index - 1) != "but",
      let other = nounBefore(index - 1),
      !isObject(other)
    {
      nouns.insert(other, at: 0)
      index = other
    } else if isHeadlineList(index) {
      nouns.insert(index - 2, at: 0)
      index -= 2
    } else {
      return nouns
    }
    while kind(index - 1) == .comma, kind(index - 2) == .noun, !isObject(index - 2), index - 2 >= 0
    {
      nouns.insert(index - 2, at: 0)
      index -= 2
    }
    if nouns.count > 1, isListOfPhrase(index - 2), kind(index - 1) == .comma {
      nouns.insert(index - 2, at: 0)
    }
    return nouns
  }

  /// `France` in `the leaders of France, Germany and Poland`: a name behind people.
  private func isListOfPhrase(_ noun: Int) -> Bool {
    guard kind(noun) == .noun, clauser.word(noun - 1) == "of", kind(noun - 2) == .noun,
      clauser.tokens[clauser.chunks[noun].head].tag == .name
    else { return false }
    let head = clauser.tokens[clauser.chunks[noun - 2].head].lower
    return clauser.lexicon[.roles].contains(head) || clauser.lexicon[.bodies].contains(head)
  }

  private func nounBefore(_ conjunction: Int) -> Int? {
    let isAfterComma = kind(conjunction - 1) == .comma
    let before = isAfterComma ? conjunction - 2 : conjunction - 1
    guard kind(before) == .noun else { return nil }
    // `A, and B`: two nouns with a comma before `and` are no list; three may be.
    if isAfterComma, kind(before - 1) != .comma { return nil }
    guard kind(before - 1) == .preposition, kind(before - 2) == .noun else { return before }
    return isObject(before - 2) ? nil : before - 2
  }

  /// Whether a noun is what the verb before it takes, unless that verb takes a clause.
  private func isObject(_ noun: Int) -> Bool {
    guard kind(noun - 1) == .verb, let verb = clauser.chunks[noun - 1].verb else {
      return kind(noun - 1) == .preposition
    }
    return !clauser.takesClause(verb.lemma)
  }

  /// `Peru, Chile table reform`: names with a comma before a verb in the plural.
  private func isHeadlineList(_ noun: Int) -> Bool {
    guard kind(noun - 1) == .comma, kind(noun - 2) == .noun, !isObject(noun - 2) else {
      return false
    }
    let isName = [noun, noun - 2].allSatisfy {
      clauser.tokens[clauser.chunks[$0].head].tag == .name
    }
    let form = clauser.chunks[verbChunk].verb.flatMap { clauser.tokens[$0.main].verb?.form }
    return isName && form == .base && kind(noun - 3) != .comma
  }
}
