/// Tells whether a word that may be a verb is one, from the words around it.
struct VerbContext {
  let tokens: [Token]
  let index: Int
  let lexicon: Lexicon
  /// The token before the word, adverbs and negations left out.
  let before: Token?
  let beforeIndex: Int
  let after: Token?

  init(tokens: [Token], index: Int, lexicon: Lexicon) {
    self.tokens = tokens
    self.index = index
    self.lexicon = lexicon
    var previous = index - 1
    while previous >= 0, tokens[previous].tag == .adverb || tokens[previous].tag == .negation {
      previous -= 1
    }
    beforeIndex = previous
    before = previous >= 0 ? tokens[previous] : nil
    var next = index + 1
    while next < tokens.count,
      tokens[next].tag == .adverb
        || tokens[next].tag == .negation && next + 1 < tokens.count
          && tokens[next + 1].lower == "only"
    {
      next += 1
    }
    after = next < tokens.count ? tokens[next] : nil
  }

  /// The reading that fits, or nil where the word is a noun or an adjective.
  func choose(_ readings: [VerbReading]) -> VerbReading? {
    if isAuxiliary(readings) { return readings.first { $0.form != .base } ?? readings.first }
    if mayBeNoun, followsArticle { return nil }
    if let base = readings.first(where: { $0.form == .base }), isBase { return base }
    if let third = readings.first(where: { $0.form == .third }), isThird { return third }
    if let gerund = readings.first(where: { $0.form == .gerund }), isGerund { return gerund }
    let participle = readings.first { $0.form == .participle }
    let past = readings.first { $0.form == .past }
    switch pastOrParticiple(mayBePast: past != nil) {
    case .past: return past
    case .participle: return participle
    case nil: return nil
    default: return nil
    }
  }

  /// Forms of be, have and do are always verbs.
  func isAuxiliary(_ readings: [VerbReading]) -> Bool {
    readings.contains { ["be", "have", "do"].contains($0.lemma) }
  }

  var mayBeNoun: Bool { lexicon[.nouns].contains(tokens[index].lower) }

  /// `a cut`, `an early cut`, `the workers' strike`
  var followsArticle: Bool {
    guard let before, beforeIndex == index - 1 else { return false }
    return [.determiner, .owner, .possessive, .adjective].contains(before.tag)
      && before.lower != "both"
      && !(before.tag == .possessive && before.lower == "'s" && beforeIndex == 0)
  }

  /// Whether the words before make a noun of the word: `the plan`, `Russian demands`, `of talks`.
  var followsModifier: Bool {
    guard let before else { return false }
    switch before.tag {
    case .determiner, .owner, .possessive, .adjective: return index - 1 == beforeIndex || mayBeNoun
    case .number: return true
    case .preposition: return true
    case .name: return isAdjective(before.lower)
    default: return false
    }
  }

  func isAdjective(_ word: String) -> Bool { lexicon.places[word]?.role == .adjective }

  /// Whether an object or complement begins after the word.
  var objectFollows: Bool {
    guard let after else { return false }
    switch after.tag {
    case .determiner, .owner, .pronoun, .to, .that, .name, .quotation, .number: return true
    case .preposition: return !["of"].contains(after.lower)
    case .noun, .adjective: return !isFiniteVerb(after)
    default: return false
    }
  }

  func isFiniteVerb(_ token: Token) -> Bool {
    if token.tag == .modal { return true }
    guard token.tag == .noun || token.tag == .verb else { return false }
    guard let readings = lexicon.verbs[token.lower] else { return false }
    return readings.contains { $0.form == .third || $0.form == .past }
      && !lexicon[.nouns].contains(token.lower)
  }

  // MARK: - Referent form

  var isBase: Bool {
    guard let before else {
      return !mayBeNoun || after.map { [.determiner, .owner, .pronoun].contains($0.tag) } == true
    }
    switch before.tag {
    case .to: return !(mayBeNoun && after.map { $0.lower == "of" } == true)
    case .modal: return true
    case .pronoun:
      return ["i", "we", "you", "they", "us", "them", "him", "her", "it", "me", "both", "all"]
        .contains(before.lower) && (!mayBeNoun || objectFollows || before.lower.count < 5)
    case .determiner: return before.lower == "both" && objectFollows && !mayBeNoun
    case .relative: return !mayBeNoun || objectFollows
    case .verb:
      return before.verb?.lemma == "do"
        || (["let", "help", "make"].contains(before.verb?.lemma) && !mayBeNoun)
    case .conjunction: return coordinates(.base) && (!mayBeNoun || objectFollows)
    case .name, .noun, .time: return followsPluralSubject || followsInversion
    case .number: return objectFollows && beforeIndex > 0 && tokens[beforeIndex - 1].lower == "the"
    case .comma: return !mayBeNoun && (coordinates(.base) || objectFollows && closesAside)
    default: return false
    }
  }

  /// Whether a comma before the one at hand may open an aside.
  var closesAside: Bool {
    tokens[..<max(0, index - 2)].suffix(12).contains { $0.tag == .comma }
  }

  /// Whether a plural noun or the last of a list of names is the subject of the word.
  var followsPluralSubject: Bool {
    guard let before else { return false }
    let isList =
      before.tag == .name && beforeIndex > 1
      && [.conjunction, .comma].contains(tokens[beforeIndex - 1].tag)
      && tokens[beforeIndex - 2].tag == .name
    let isPlural =
      isPlural(topOfPhrase)
      || ["people", "police"].contains(before.lower) || before.tag == .name && endsDemand
    guard isList || isPlural || endsDemand else { return false }
    return mayBeNoun ? objectFollows && !finiteVerbFollows : objectFollows || !finiteVerbFollows
  }

  /// `only then will Chad`, `never did Chad`: a modal before the subject, as what opens the clause
  /// demands.
  private var followsInversion: Bool {
    var first = beforeIndex
    while first > 0, tokens[first].tag.isNominal { first -= 1 }
    let isModal = tokens[first].tag == .modal || tokens[first].verb?.lemma == "do"
    guard isModal, first > 0 else { return false }
    let opening = tokens[..<first].lastIndex { $0.tag == .comma }.map { $0 + 1 } ?? 0
    return ["only", "never", "nor", "neither", "rarely", "hardly", "not", "under"]
      .contains(tokens[opening].lower)
  }

  func isPlural(_ word: String) -> Bool { word.hasSuffix("s") && !word.hasSuffix("ss") }

  /// The noun before the word, over phrases such as `in Ohio` back to `teachers`.
  var topOfPhrase: String {
    var index = beforeIndex
    while true {
      var first = index
      while first > 0, tokens[first - 1].tag.isNominal, tokens[first].tag != .determiner {
        first -= 1
      }
      guard first > 1, ["in", "of", "at", "from", "for"].contains(tokens[first - 1].lower),
        [.noun, .name].contains(tokens[first - 2].tag)
      else { return tokens[index].lower }
      index = first - 2
    }
  }

  /// `demanded that the firm pay`: a base form after the subject of a demanded clause.
  var endsDemand: Bool {
    guard let that = tokens[..<index].suffix(8).lastIndex(where: { $0.tag == .that }) else {
      return false
    }
    if !mayBeNoun { return true }
    guard that > 0, let verb = tokens[that - 1].verb, let after else { return false }
    return lexicon[.demands].contains(verb.lemma)
      && [.determiner, .owner, .name, .pronoun].contains(after.tag)
  }

  func coordinates(_ form: VerbReading.Form) -> Bool {
    tokens[..<index].suffix(12).contains { $0.verb?.form == form }
  }

  // MARK: - -s form

  var isThird: Bool {
    guard let before else { return false }
    if followsModifier, mayBeNoun { return false }
    if mayBeNoun, namesActors, after.map({ [.noun, .name, .adjective].contains($0.tag) }) == true {
      return false
    }
    switch before.tag {
    case .pronoun, .relative, .that: return true
    case .name:
      return !mayBeNoun || objectFollows || endsHere || isCoordinated
        || endsConditionedClause
    case .noun:
      guard mayBeNoun, !endsConditionedClause else { return true }
      return objectFollows && (hasDeterminer || startsHeadline) && !finiteVerbFollows
        && !isBeforeLikelierVerb
    case .conjunction: return !mayBeNoun || coordinates(.third) && objectFollows
    case .comma, .close, .quotation, .dash: return !mayBeNoun || objectFollows && !finiteVerbFollows
    case .time: return !mayBeNoun || objectFollows
    case .determiner, .number: return !mayBeNoun && before.lower != "the" && before.lower != "a"
    default: return false
    }
  }

  /// `once the council votes`, `only if Mali signs will …`: a name, or an article and a noun, between
  /// what opens a condition and a word that ends it.
  private var endsConditionedClause: Bool {
    let isName = before?.tag == .name
    let opening = isName ? beforeIndex - 1 : beforeIndex - 2
    guard opening >= 0, lexicon[.conditions].contains(tokens[opening].lower),
      isName || tokens[opening + 1].tag == .determiner
    else { return false }
    return endsHere || after?.tag == .modal && opening > 0 && tokens[opening - 1].lower == "only"
  }

  /// `backs` in `Peru backs and Chad opposes it`: a verb with a subject or an auxiliary of its own
  /// stands behind the conjunction.
  private var isCoordinated: Bool {
    guard after?.tag == .conjunction, index + 2 < tokens.count else { return false }
    let next = tokens[index + 2]
    guard next.isCapitalised || lexicon.tags[next.lower] != nil || isFiniteVerb(next) else {
      return false
    }
    return tokens[(index + 2)...].prefix(8).prefix { !$0.tag.isBoundary }
      .contains { token in
        lexicon.tags[token.lower] == .modal
          || lexicon.verbs[token.lower] != nil && !lexicon[.nouns].contains(token.lower)
      }
  }

  /// `funds` in `a group of funds supports the demand`: the next word has an object with an article.
  private var isBeforeLikelierVerb: Bool {
    guard index + 2 < tokens.count, lexicon.isVerb(tokens[index + 1].lower, .third) else {
      return false
    }
    return [.determiner, .owner].contains(tokens[index + 2].tag)
  }

  /// `Council backs plan`: an actor alone before the word, at the start.
  var startsHeadline: Bool {
    guard beforeIndex == 0, let before, before.isCapitalised else { return false }
    let words = [before.lower, Morphology.singular(of: before.lower)]
    return words.contains {
      lexicon[.bodies].contains($0) || lexicon[.roles].contains($0) || lexicon[.titles].contains($0)
    }
  }

  /// `states`, `groups`: more often actors than verbs.
  var namesActors: Bool {
    lexicon[.bodies].contains(tokens[index].lower) || lexicon[.roles].contains(tokens[index].lower)
  }

  var endsHere: Bool { after == nil || after?.tag == .stop || after?.tag == .comma }

  /// Whether the noun phrase before the word begins with an article or a name, and not after a
  /// preposition.
  var hasDeterminer: Bool {
    var first = beforeIndex
    while first > 0, tokens[first - 1].tag.isNominal, tokens[first].tag != .determiner {
      first -= 1
    }
    if first > 0, tokens[first - 1].tag == .preposition { return isPartOfActor(first - 1) }
    return [.determiner, .owner, .name].contains(tokens[first].tag)
  }

  /// `the head of`, `a spokesman for`, `none of`, which a verb may follow behind the phrase.
  private func isPartOfActor(_ preposition: Int) -> Bool {
    guard preposition > 0, ["of", "for", "at", "from"].contains(tokens[preposition].lower) else {
      return false
    }
    let noun = tokens[preposition - 1]
    return noun.tag == .pronoun || lexicon[.roles].contains(noun.lower)
      || lexicon[.titles].contains(noun.lower) || lexicon[.bodies].contains(noun.lower)
  }

  var finiteVerbFollows: Bool {
    for token in tokens[(index + 1)...].prefix(Tagger.horizon) {
      if token.tag.isBoundary || token.tag == .conjunction || token.tag == .subordinator {
        return false
      }
      if isFiniteVerb(token) { return true }
    }
    return false
  }

  // MARK: - -ing form

  var isGerund: Bool {
    guard let before else { return !mayBeNoun || objectFollows }
    if let verb = before.verb, verb.lemma == "be" { return !mayBeNoun || objectFollows }
    switch before.tag {
    case .determiner, .owner, .adjective, .number: return false
    // `the largest emerging economies`
    case .noun where tokens[index].tag == .adjective && after?.tag == .noun: return false
    case .possessive: return !mayBeNoun && startsObject
    case .name: return !isAdjective(before.lower) && !mayBeNoun
    default:
      return !mayBeNoun || after.map { [.determiner, .owner, .pronoun].contains($0.tag) } == true
    }
  }

  /// Whether a noun phrase with an article or a name follows.
  var startsObject: Bool {
    after.map { [.determiner, .owner, .pronoun, .name].contains($0.tag) } == true
  }
}
