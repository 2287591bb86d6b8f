extension VerbContext {
  func pastOrParticiple(mayBePast: Bool) -> VerbReading.Form? {
    guard let before else { return after?.lower == "by" ? .participle : nil }
    if let auxiliary = auxiliaryBefore { return auxiliary }
    if modifiesNoun || mayBeNoun && endsHere && [.noun, .name].contains(before.tag) { return nil }
    switch before.tag {
    case .determiner, .owner, .possessive, .preposition, .to: return nil
    case .noun, .name, .time, .number, .adjective:
      if after?.lower == "by" || !mayBePast { return .participle }
      return isReducedRelative ? .participle : .past
    case .comma:
      return after?.lower == "by" || !mayBePast || after?.tag == .preposition && isReducedRelative
        ? .participle : .past
    case .verb: return mayBePast && endsRelative(before) ? .past : .participle
    default: return mayBePast && after?.lower != "by" ? .past : .participle
    }
  }

  /// `said` in `an aide who was hurt said`: the verb before it ends a relative clause.
  private func endsRelative(_ verb: Token) -> Bool {
    verb.verb?.form != .base && verb.verb?.form != .gerund
      && tokens[..<index].suffix(12).contains { $0.tag == .relative }
  }

  /// The form that a form of be or have before the word asks for, a subject between them or not.
  var auxiliaryBefore: VerbReading.Form? {
    guard let verb = before?.verb, ["be", "have", "get"].contains(verb.lemma) else { return nil }
    return .participle
  }

  /// `a revised offer`: an adjective between what belongs to a noun and the noun.
  var modifiesNoun: Bool {
    guard let before, let after, [.noun, .name, .adjective].contains(after.tag) else {
      return false
    }
    guard !isFiniteVerb(after) || lexicon[.nouns].contains(after.lower) else { return false }
    switch before.tag {
    case .determiner, .owner, .possessive, .number, .preposition: return true
    case .adjective: return beforeIndex == index - 1
    case .name: return isAdjective(before.lower) && after.tag == .noun
    case .verb:
      return before.verb?.lemma != "be" && before.verb?.lemma != "have" && !endsRelative(before)
    default: return false
    }
  }

  /// Verbs of saying, and verbs with an infinitive after them, tell something by themselves.
  var mayBeFollowedByClause: Bool {
    let lemma = lexicon.verbs[tokens[index].lower]?.first?.lemma ?? ""
    return lexicon[.reports].contains(lemma)
      || after?.tag == .to && lexicon.verbPatterns[lemma] != nil
  }

  func isBeforeAgent(_ token: Token) -> Bool {
    tokens[index...].firstIndex { $0.start == token.start }.map { next in
      next + 1 < tokens.count && tokens[next + 1].lower == "by"
    } ?? false
  }

  /// `the deal reached in Cairo collapsed`: only phrases with prepositions stand between the word
  /// and a finite verb without a subject of its own.
  var isReducedRelative: Bool {
    guard let after, after.tag == .preposition || after.tag == .to || after.tag == .time,
      !mayBeFollowedByClause
    else { return false }
    var isInPhrase = false
    for token in tokens[(index + 1)...].prefix(Tagger.horizon) {
      if isFiniteVerb(token), !isBeforeAgent(token) { return isInPhrase }
      switch token.tag {
      case .preposition: isInPhrase = true
      case .pronoun, .relative, .that, .subordinator, .comma, .semicolon, .stop, .quotation, .dash,
        .colon, .conjunction:
        return false
      default: continue
      }
    }
    return false
  }
}
