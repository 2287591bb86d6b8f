extension Clauser {
  /// Sets link and governor of a clause from what stands before its subject.
  func place(_ clause: inout Clause, edge: Int) {
    let edge = overAdverbs(edge)
    switch kind(edge) {
    case .that: placeAfterThat(&clause, edge)
    case .relative:
      clause.link = .relative
      clause.governor = clauses.indices.last
      clause.antecedent = antecedent(before: kind(edge - 1) == .comma ? edge - 2 : edge - 1)
      clause.start = edge
    case .subordinator: placeAfterSubordinator(&clause, edge)
    case .verb: placeAfterVerb(&clause, edge)
    case .conjunction: placeAfterConjunction(&clause, edge)
    case .noun: placeAfterPhrase(&clause, edge)
    case .comma: placeAfterComma(&clause, edge)
    default: return
    }
  }

  private func overAdverbs(_ edge: Int) -> Int {
    var edge = edge
    while kind(edge) == .adverb { edge -= 1 }
    return edge
  }

  /// The noun that a relative pronoun takes up: the nearest, or the plan or meeting that it is a
  /// phrase of.
  private func antecedent(before edge: Int) -> Int? {
    guard kind(edge) == .noun else { return nil }
    guard kind(edge - 1) == .preposition else { return edge }
    let before = kind(edge - 2) == .adverb ? edge - 3 : edge - 2
    guard kind(before) == .noun else { return edge }
    let outer = tokens[chunks[before].head].lower
    return lexicon[.proposals].contains(outer) || lexicon[.events].contains(outer) ? before : edge
  }

  /// `said that NP VERB` is a complement, `a plan that NP VERB` a relative clause.
  private func placeAfterThat(_ clause: inout Clause, _ that: Int) {
    guard let governor = clauses.indices.last else { return }
    clause.governor = governor
    clause.start = that
    if isPredicate(that - 1, of: governor) {
      clause.link = lexicon[.assertions].contains(word(that - 1)) ? .complement : .question
      return
    }
    let verb = clauses[governor].verb.lemma
    let takesClause = takesClause(verb)
    let followsNoun = kind(that - 1) == .noun && clauses[governor].chunk != that - 1
    let noun = followsNoun ? tokens[chunks[that - 1].head].lower : ""
    if followsNoun, lacksObject(clause), lexicon[.proposals].contains(noun) {
      clause.link = .relative
      clause.antecedent = antecedent(before: that - 1)
      return
    }
    if takesClause || !followsNoun || lexicon.nounPatterns[Morphology.singular(of: noun)] != nil
      || lexicon.has(noun, in: .contents)
    {
      clause.link = .complement
    } else {
      clause.link = .relative
      clause.antecedent = antecedent(before: that - 1)
    }
  }

  /// `true` in `it is true that`: one word between a form of be and `that`.
  private func isPredicate(_ chunk: Int, of governor: Int) -> Bool {
    kind(chunk) == .noun && !chunks[chunk].isPronoun && chunks[chunk].range.count == 1
      && clauses[governor].chunk == chunk - 1
      && lexicon[.copulas].contains(clauses[governor].verb.lemma)
      && tokens[chunks[chunk].head].tag != .name
      && !lexicon[.proposals].contains(word(chunk))
  }

  /// Whether a verb that tells a stance of its object has none behind it.
  private func lacksObject(_ clause: Clause) -> Bool {
    guard !clause.verb.isPassive,
      lexicon.verbPatterns[clause.verb.lemma]?.contains(where: { $0.elements.last == .nounPhrase })
        == true
    else { return false }
    var next = clause.chunk + 1
    while kind(next) == .adverb || isParticle(next, of: clause.verb.lemma) { next += 1 }
    switch kind(next) {
    case .stop, .comma, .breakMark, .conjunction, .subordinator, nil: return true
    case .preposition:
      return !["for", "to", "against", "on", "with", "of", "at"].contains(word(next))
        && kind(next + 1) != .verb
    case .noun: return chunks[next].isTime
    case .verb, .that, .relative, .adverb, .quotation, .other: return false
    }
  }

  private func isParticle(_ index: Int, of lemma: String) -> Bool {
    lexicon.verbPatterns[lemma]?.contains {
      $0.elements.first == .particle(word(index))
    } == true
  }

  /// Whether a verb takes a clause with or without `that`.
  func takesClause(_ lemma: String) -> Bool {
    if lexicon[.reports].contains(lemma) { return true }
    return lexicon.verbPatterns[lemma]?.contains { $0.elements.contains(.clause) } == true
  }

  private func placeAfterSubordinator(_ clause: inout Clause, _ edge: Int) {
    clause.governor = clauses.indices.last
    clause.start = edge
    let isQuestion = ["whether", "how"].contains(word(edge)) || word(edge) == "if" && asks(edge)
    clause.link = isQuestion ? .question : .adverbial
    if ["only", "even", "not"].contains(word(edge - 1)) { clause.start = edge - 1 }
  }

  /// `did not know if`, `asked Chad if`: a verb right before the word, or one of asking before its
  /// object.
  private func asks(_ edge: Int) -> Bool {
    guard let last = clauses.last else { return false }
    let isNear =
      last.chunk == edge - 1
      || last.chunk == edge - 2 && kind(edge - 1) == .noun
        && ["ask", "tell"].contains(last.verb.lemma)
    return isNear && lexicon[.questions].contains(last.verb.lemma)
  }

  /// A verb right before the subject: a clause without `that`.
  private func placeAfterVerb(_ clause: inout Clause, _ edge: Int) {
    guard let governor = clauses.lastIndex(where: { $0.chunk == edge }) else { return }
    if isInversion(clauses[governor], before: clause) {
      clause.verb.modal = clauses[governor].verb.modal
      clause.verb.isNegated = clause.verb.isNegated != clauses[governor].verb.isNegated
      return
    }
    clause.governor = governor
    let lemma = clauses[governor].verb.lemma
    clause.link = takesClause(lemma) ? .complement : .adverbial
  }

  /// `only then will Chad sign`: a modal without a verb or a subject of its own before the subject.
  private func isInversion(_ modal: Clause, before clause: Clause) -> Bool {
    modal.subject.isEmpty && tokens[modal.verb.main].tag == .modal && clause.verb.modal == nil
      && tokens[clause.verb.main].verb?.form == .base
  }

  /// `and NP VERB`: stays within what is said where no comma ends that; `, but` leads back out.
  private func placeAfterConjunction(_ clause: inout Clause, _ edge: Int) {
    let afterComma = kind(edge - 1) == .comma || kind(edge - 1) == .quotation
    guard !afterComma, word(edge) != "but",
      let last = clauses.indices.last(where: { clauses[$0].verb.shape == .finite })
    else { return }
    if clauses[last].antecedent != nil, lacksObject(clause) {
      (clause.link, clause.antecedent) = (.relative, clauses[last].antecedent)
    }
    guard clauses[last].link == .complement, !startsReport(clause, beside: clauses[last])
    else { return }
    clause.link = clauses[last].link
    clause.governor = clauses[last].governor
  }

  /// `A said that … and B said that …`: the second report is no part of the first.
  private func startsReport(_ clause: Clause, beside last: Clause) -> Bool {
    let plain = ["say", "tell"]
    return plain.contains(clause.verb.lemma)
      && last.governor.map { plain.contains(clauses[$0].verb.lemma) } ?? false
  }

  /// `said on Friday NP VERB`: over phrases back to a verb that takes a clause.
  private func placeAfterPhrase(_ clause: inout Clause, _ edge: Int) {
    if lacksObject(clause), !chunks[edge].isTime, !chunks[edge].isPronoun,
      lexicon[.proposals].contains(tokens[chunks[edge].head].lower)
    {
      clause.link = .relative
      clause.governor = clauses.indices.last
      clause.antecedent = edge
      return
    }
    var index = edge
    while kind(index) == .noun || kind(index) == .preposition || kind(index) == .adverb {
      index -= 1
    }
    guard kind(index) == .verb, let governor = clauses.lastIndex(where: { $0.chunk == index }),
      lexicon[.reports].contains(clauses[governor].verb.lemma) || word(edge) == "no"
    else { return }
    clause.link = .complement
    clause.governor = governor
  }

  /// After a comma: what was said goes on only behind an aside that `that` opens: `said that, in May,
  /// NP`, `said that if …, NP`.
  private func placeAfterComma(_ clause: inout Clause, _ edge: Int) {
    guard let that = chunks[..<edge].lastIndex(where: { $0.kind == .that }),
      let governor = clauses.lastIndex(where: { $0.chunk < that })
    else { return }
    let aside = kind(that + 1) == .comma ? that + 2 : that + 1
    let opens = aside > that + 1 || kind(aside) == .subordinator || kind(aside) == .preposition
    guard opens, aside < edge, !chunks[aside..<edge].contains(where: { $0.kind == .comma }) else {
      return
    }
    clause.link = .complement
    clause.governor = governor
  }
}
