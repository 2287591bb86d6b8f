/// Gives each token of a sentence its tag, by lexicon first and then by its neighbours.
///
/// Linear, but for a look ahead of at most `horizon` tokens at words that may be verbs or not.
struct Tagger {
  let lexicon: Lexicon
  /// Words that the article also writes in lower case, so that a capital at the start of a sentence
  /// does not make them names.
  let lowercased: Set<String>
  private(set) var tokens: [Token] = []

  static let horizon = 25

  init(lexicon: Lexicon, lowercased: Set<String>) {
    self.lexicon = lexicon
    self.lowercased = lowercased
  }

  /// The tokens with their tags and verbs.
  mutating func tagged(_ sentence: [Token]) -> [Token] {
    tokens = sentence
    for index in tokens.indices where tokens[index].tag == .noun { tagWord(index) }
    for index in tokens.indices { settle(index) }
    return tokens
  }

  // MARK: - By the word alone

  private mutating func tagWord(_ index: Int) {
    let token = tokens[index]
    let word = token.lower
    if word == "'" || word == "'s" {
      tokens[index].tag = .possessive
    } else if token.isAcronym, lexicon.tags[word] != nil || lexicon.verbs[word] != nil {
      tokens[index].tag = isShouted(index) ? lexicon.tags[word] ?? .noun : .name
    } else if isTime(index) {
      tokens[index].tag = .time
    } else if word == "that" {
      tokens[index].tag = .that
    } else if word == "to" {
      tokens[index].tag = .to
    } else if word == "yet", index + 1 < tokens.count, tokens[index + 1].lower == "to" {
      tokens[index].tag = .negation
    } else if word == "neither", isBeforeVerb(index) {
      tokens[index].tag = isConjunction(index) ? .negation : .pronoun
    } else if lexicon[.quantities].contains(word), isBeforeVerb(index) {
      tokens[index].tag = .pronoun
    } else if word == "no", index + 1 < tokens.count, tokens[index + 1].lower == "longer" {
      tokens[index].tag = .negation
    } else if word == "once", opensClause(index) {
      tokens[index].tag = .subordinator
    } else if lexicon[.conditions].contains(word),
      lexicon.isVerb(word, .participle)
        || lexicon.isVerb(word, .gerund), opensProviso(index)
    {
      tokens[index].tag = .subordinator
    } else if word == "most", isBeforePlural(index) {
      tokens[index].tag = .determiner
    } else if word == "than", isBeforeNumber(index) {
      tokens[index].tag = .number
      tokens[index - 1].tag = .determiner
    } else if word == "condition", index > 0, tokens[index - 1].lower == "on" {
      tokens[index].tag = .subordinator
    } else if word == "subject", isPrepositionalSubject(index) {
      tokens[index].tag = .preposition
    } else if word == "longer", index > 0, tokens[index - 1].lower == "no" {
      tokens[index].tag = .adverb
    } else if let tag = lexicon.tags[word] {
      tokens[index].tag = isNameDespite(tag, index) ? .name : tag
    } else if word.unicodeScalars.first?.isDigit == true || word.hasPrefix("$") {
      tokens[index].tag =
        word.contains("-") && word.contains(where: \.isLetter) ? .adjective : .number
    } else if token.isCapitalised {
      tokens[index].tag = isName(index) ? .name : .noun
    } else if word.hasSuffix("ly"), word.count > 4, lexicon.verbs[word] == nil {
      tokens[index].tag = .adverb
    }
  }

  /// `subject` in `backs the plan subject to a vote`, but not in `is subject to` or `a subject`.
  private func isPrepositionalSubject(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index + 1].lower == "to" else { return false }
    let before = tokens[index - 1]
    let isPredicate = lexicon.verbs[before.lower]?.contains { $0.lemma == "be" } == true
    return !isPredicate && [.noun, .name, .pronoun, .comma].contains(before.tag)
  }

  /// `than` in `more than 80 countries`, which belongs to the number.
  private func isBeforeNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count,
      ["more", "less", "fewer", "better"].contains(tokens[index - 1].lower)
    else { return false }
    let next = tokens[index + 1].lower
    return next.unicodeScalars.first?.isDigit == true || lexicon.tags[next] == .number
  }

  /// Whether a subject and its verb follow: `once Chad backs it`, but not `who once backed it`.
  private func opensClause(_ index: Int) -> Bool {
    let words = tokens[(index + 1)...].prefix(6).prefix {
      !$0.tag.isBoundary && lexicon.tags[$0.lower] != .conjunction
    }
    let verb = words.indices.first { tellsOf(words.startIndex..<$0, $0) }
    return verb.map { $0 > index + 1 } ?? false
  }

  /// Whether a word is a finite verb; one that may be a noun is if a name or a noun with an article
  /// stands before it and no other noun behind it: `once Chad signs`.
  private func tellsOf(_ subject: Range<Int>, _ index: Int) -> Bool {
    let word = tokens[index].lower
    if lexicon.tags[word] == .modal { return true }
    guard lexicon.verbs[word]?.contains(where: { $0.form == .past || $0.form == .third }) == true
    else { return false }
    guard lexicon[.nouns].contains(word) else { return true }
    let tags = tokens[subject].map { lexicon.tags[$0.lower] }
    let isName = tokens[subject].allSatisfy { $0.isCapitalised }
    let isNoun = subject.count == 2 && tags[0] == .determiner && tags[1] == nil
    let next = index + 1 < tokens.count ? tokens[index + 1] : nil
    let mayEnd = next.map { $0.tag.isBoundary || lexicon.tags[$0.lower] != nil } ?? true
    return !subject.isEmpty && (isName || isNoun) && mayEnd
  }

  /// `backs the plan provided Chad leaves`: a verb stands before the word, a clause behind it.
  private func opensProviso(_ index: Int) -> Bool {
    let isBegun = tokens[..<index].contains { token in
      lexicon.tags[token.lower] == .modal
        || lexicon.verbs[token.lower]?.contains { $0.form == .past || $0.form == .third } == true
    }
    return (isBegun || index == 0) && opensClause(index)
  }

  /// `neither` in `neither backs nor opposes`, `and neither does Chad`, but not in `neither backs it`.
  private func isConjunction(_ neither: Int) -> Bool {
    if tokens[neither...].contains(where: { $0.lower == "nor" }) { return true }
    let next = tokens[neither + 1].lower
    let isAuxiliary =
      lexicon.tags[next] == .modal
      || lexicon.verbs[next]?.contains { ["be", "have", "do"].contains($0.lemma) } == true
    guard isAuxiliary, neither + 2 < tokens.count else { return false }
    let subject = tokens[neither + 2]
    return subject.isCapitalised
      || [.determiner, .owner, .pronoun].contains(lexicon.tags[subject.lower])
  }

  /// Whether `most` tells how many: `most lawmakers`, but not `the most …`.
  private func isBeforePlural(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, index == 0 || tokens[index - 1].tag != .determiner else {
      return false
    }
    let next = tokens[index + 1].lower
    return lexicon.tags[next] == nil && Morphology.singular(of: next) != next
  }

  private static let singulars: Set<String> = ["this", "each", "either", "neither", "another"]

  /// Whether the next word can only be a verb.
  private func isBeforeVerb(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    let next = tokens[index + 1]
    if lexicon.tags[next.lower] == .modal { return true }
    let form: VerbReading.Form = Self.singulars.contains(tokens[index].lower) ? .third : .base
    if lexicon.isVerb(next.lower, form), index + 2 < tokens.count,
      [.determiner, .owner].contains(lexicon.tags[tokens[index + 2].lower])
    {
      return true
    }
    return lexicon.verbs[next.lower] != nil && !lexicon[.nouns].contains(next.lower)
      && lexicon.tags[next.lower] != .adjective && !next.lower.hasSuffix("ing")
      && (index + 2 >= tokens.count || tokens[index + 2].tag != .noun
        || lexicon.tags[tokens[index + 2].lower] != nil
        || lexicon.isVerb(next.lower, .third)
        || lexicon.isVerb(tokens[index + 2].lower, .participle))
  }

  /// Whether the whole sentence is in capitals, so that they tell nothing.
  private func isShouted(_ index: Int) -> Bool {
    let near = tokens[max(0, index - 1)...min(tokens.count - 1, index + 1)]
    return near.count > 1
      && near.allSatisfy { $0.isAcronym || !$0.isCapitalised && $0.tag != .noun }
  }

  private func isTime(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.isCapitalised,
      lexicon[.times].contains(token.lower) || lexicon[.times].contains(bare(token.lower))
    else { return false }
    let isWeekday = token.lower.hasSuffix("day")
    let hasNumber =
      index + 1 < tokens.count
      && tokens[index + 1].lower.unicodeScalars.first?.isDigit == true
    let followsIn =
      index > 0
      && ["in", "on", "by", "since", "until", "from", "last", "next"]
        .contains(tokens[index - 1].lower)
    return isWeekday || hasNumber || followsIn || index > 0 && token.lower.count > 3
  }

  private func bare(_ word: String) -> String {
    word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// Whether a capitalised word of a closed or small class is part of a name: `New Delhi`.
  private func isNameDespite(_ tag: Tag, _ index: Int) -> Bool {
    guard tokens[index].isCapitalised else { return false }
    switch tag {
    case .adjective, .number, .time:
      return index > 0
        || index + 1 < tokens.count && tokens[index + 1].isCapitalised
          && !lexicon[.titles].contains(tokens[index + 1].lower)
    default:
      return index > 0 && tokens[index].lower.count > 3 && nextIsCapitalised(index)
        && tokens[index - 1].isCapitalised && tokens[index - 1].tag == .name
    }
  }

  private func nextIsCapitalised(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].isCapitalised
  }

  /// Whether a capital makes a name: within a sentence, or at its start where the word is not
  /// otherwise known.
  private func isName(_ index: Int) -> Bool {
    let token = tokens[index]
    guard startsSentence(index) else { return true }
    if lexicon.places[token.lower] != nil || token.isAcronym { return true }
    if lexicon[.titles].contains(token.lower) { return nextIsCapitalised(index) }
    if nextIsCapitalised(index), lexicon.verbs[token.lower] == nil { return true }
    let isWord =
      lowercased.contains(token.lower) || lexicon[.roles].contains(token.lower)
      || lexicon[.bodies].contains(token.lower) || lexicon[.proposals].contains(token.lower)
      || lexicon[.events].contains(token.lower) || lexicon.verbs[token.lower] != nil
      || lexicon[.nouns].contains(token.lower)
    return !isWord
  }

  private func startsSentence(_ index: Int) -> Bool {
    index == 0 || tokens[index - 1].tag == .stop || tokens[index - 1].tag == .mark
      || tokens[index - 1].tag == .colon
  }

  // MARK: - By the neighbours

  private mutating func settle(_ index: Int) {
    switch tokens[index].tag {
    case .that: settleThat(index)
    case .noun, .adjective: settleVerb(index)
    case .adverb where tokens[index].lower == "back" || tokens[index].lower == "further":
      if !followsObject(index) { settleVerb(index) }
    case .modal where index > 0: settleModal(index)
    case .possessive: settleClitic(index)
    case .name where startsSentence(index) && lexicon.verbs[tokens[index].lower] != nil:
      settleVerb(index)
    default: return
    }
  }

  /// `bring it back`, but not `said they back`
  private func followsObject(_ index: Int) -> Bool {
    index > 1 && tokens[index - 1].tag == .pronoun && tokens[index - 2].tag == .verb
      && !["i", "we", "he", "she", "they", "both", "all", "who"].contains(tokens[index - 1].lower)
  }

  /// `the will of the people`, where the other words are modals.
  private mutating func settleModal(_ index: Int) {
    guard ["will", "might", "can"].contains(tokens[index].lower) else { return }
    let before = tokens[index - 1]
    let isNoun =
      before.tag == .owner || before.tag == .possessive
      || ["the", "a", "an", "no"].contains(before.lower)
    if isNoun { tokens[index].tag = .noun }
  }

  /// `that plan` has a determiner, `that` before a verb is a relative or a pronoun.
  private mutating func settleThat(_ index: Int) {
    guard index + 1 < tokens.count else { return tokens[index].tag = .pronoun }
    let next = tokens[index + 1]
    if next.tag == .modal
      || lexicon.verbs[next.lower].map({ $0.contains { $0.form != .base } }) == true
        && !lexicon[.nouns].contains(next.lower)
    {
      let followsNoun = index > 0 && tokens[index - 1].tag.isNominal
      tokens[index].tag = followsNoun ? .relative : .pronoun
    } else if next.tag == .stop || next.tag == .adverb && index + 2 == tokens.count
      || next.tag == .comma && !followsReport(index)
      || next.tag == .preposition && previousIsVerb(index) && !followsReport(index)
    {
      tokens[index].tag = .pronoun
    } else if next.tag == .noun, !next.lower.hasSuffix("s"), !next.isCapitalised,
      !followsReport(index)
    {
      tokens[index].tag = .determiner
    }
  }

  private func previousIsVerb(_ index: Int) -> Bool { index > 0 && tokens[index - 1].tag == .verb }

  private func followsReport(_ index: Int) -> Bool {
    guard index > 0, let verb = tokens[index - 1].verb else { return false }
    guard lexicon[.reports].contains(verb.lemma) || verb.lemma == "agree" else { return false }
    // `backed that plan`, but `said that talks had failed`: a finite verb soon makes a clause.
    return tokens[(index + 1)...].prefix(8).contains { token in
      token.tag == .modal
        || lexicon.verbs[token.lower]?.contains { $0.form == .past || $0.form == .third } == true
    }
  }

  /// `'s` is the verb after a pronoun.
  private mutating func settleClitic(_ index: Int) {
    guard index > 0, tokens[index].lower == "'s" else { return }
    let before = tokens[index - 1]
    let isVerb =
      before.tag == .pronoun || before.tag == .relative || before.tag == .that
      || before.tag == .adverb
    guard isVerb else { return }
    tokens[index].tag = .verb
    tokens[index].verb = VerbReading(lemma: before.lower == "let" ? "us" : "be", form: .third)
  }

  /// The readings of a word that no list of verbs holds: a verb after `to` or a modal, or a word in
  /// -ed, where an object follows or a form of be stands before it.
  private func guessedReadings(_ index: Int) -> [VerbReading]? {
    let word = tokens[index].lower
    guard index > 0, index + 1 < tokens.count, !tokens[index].isCapitalised,
      !lexicon[.nouns].contains(word), !lexicon[.proposals].contains(word),
      !lexicon[.roles].contains(word)
    else { return nil }
    let isDenied = index > 1 && tokens[index - 1].tag == .negation
    let (before, after) = (tokens[isDenied ? index - 2 : index - 1], tokens[index + 1])
    let hasObject = [.determiner, .owner, .pronoun].contains(after.tag) || after.tag == .name
    if before.tag == .modal || before.tag == .to && hasObject {
      return [VerbReading(lemma: word, form: .base)]
    }
    guard word.hasSuffix("ed"), word.count > 4 else { return nil }
    let isPassive =
      before.verb?.lemma == "be" && !lexicon[.positive].contains(word)
      && !lexicon[.negative].contains(word) && lexicon.tags[word] == nil
    guard isPassive || hasObject && before.tag.isNominal else { return nil }
    return [VerbReading(lemma: word, form: .past), VerbReading(lemma: word, form: .participle)]
  }

  private mutating func settleVerb(_ index: Int) {
    guard let readings = lexicon.verbs[tokens[index].lower] ?? guessedReadings(index) else {
      return
    }
    let context = VerbContext(tokens: tokens, index: index, lexicon: lexicon)
    guard let reading = context.choose(readings) else { return }
    tokens[index].tag = .verb
    tokens[index].verb = reading
  }
}
