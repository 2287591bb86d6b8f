/// Finds the clauses of a chunked sentence: each verb group with its subject and governor.
///
/// Every verb looks left for its subject, over phrases with prepositions and asides between commas;
/// the work is bounded by the square of the sentence's length, which is limited.
struct Clauser {
  let tokens: [Token]
  let chunks: [Chunk]
  let lexicon: Lexicon
  private(set) var clauses: [Clause] = []

  init(tokens: [Token], chunks: [Chunk], lexicon: Lexicon) {
    self.tokens = tokens
    self.chunks = chunks
    self.lexicon = lexicon
  }

  mutating func parsed() -> ParsedSentence {
    for (index, chunk) in chunks.enumerated() {
      guard let verb = chunk.verb else { continue }
      switch verb.shape {
      case .finite: addFinite(index, verb)
      case .infinitive: addInfinitive(index, verb)
      case .gerund: addGerund(index, verb)
      case .participle: addParticiple(index, verb)
      }
    }
    return ParsedSentence(tokens: tokens, chunks: chunks, clauses: clauses)
  }

  func kind(_ index: Int) -> Chunk.Kind? {
    chunks.indices.contains(index) ? chunks[index].kind : nil
  }

  func word(_ index: Int) -> String {
    chunks.indices.contains(index) ? tokens[chunks[index].range.lowerBound].lower : ""
  }

  // MARK: - Verbs without a subject of their own

  private mutating func addInfinitive(_ index: Int, _ verb: VerbGroup) {
    let governor = clauses.indices.last
    var subject = governor.map { clauses[$0].subject } ?? []
    if let governor, kind(index - 1) == .noun,
      clauses[governor].chunk == index - 2
        || kind(index - 2) == .preposition && clauses[governor].chunk == index - 3,
      lexicon[.controllers].contains(clauses[governor].verb.lemma)
    {
      subject = [index - 1]
    }
    add(
      Clause(
        chunk: index, verb: verb, subject: subject, start: index, link: .infinitive,
        governor: governor))
  }

  private mutating func addGerund(_ index: Int, _ verb: VerbGroup) {
    let before = kind(index - 1) == .adverb ? index - 2 : index - 1
    switch kind(before) {
    case .noun where !chunks[before].isTime && governorTakes(before) == false:
      add(
        Clause(
          chunk: index, verb: verb, subject: listAfterWith(before), start: index, link: .participle,
          governor: clauses.indices.last))
    case .comma:
      let governor = mainClause(before: index)
      add(
        Clause(
          chunk: index, verb: verb, subject: governor.map { clauses[$0].subject } ?? [],
          start: index, link: .participle, governor: governor))
    default:
      let governor = clauses.indices.last
      add(
        Clause(
          chunk: index, verb: verb, subject: governor.map { clauses[$0].subject } ?? [],
          start: index, link: .infinitive, governor: governor))
    }
  }

  /// `with Chad and Mali resisting`: both nouns, else the one.
  private func listAfterWith(_ noun: Int) -> [Int] {
    guard kind(noun - 1) == .conjunction, kind(noun - 2) == .noun, word(noun - 3) == "with" else {
      return [noun]
    }
    return [noun - 2, noun]
  }

  private func governorTakes(_ noun: Int) -> Bool { kind(noun - 1) == .subordinator }

  private mutating func addParticiple(_ index: Int, _ verb: VerbGroup) {
    var before = index - 1
    while kind(before) == .adverb || kind(before) == .comma { before -= 1 }
    if kind(before) == .conjunction, let last = clauses.indices.last {
      var copy = clauses[last]
      (copy.chunk, copy.verb, copy.start) = (index, verb, index)
      return add(copy)
    }
    let subject = kind(before) == .noun ? [before] : []
    add(
      Clause(
        chunk: index, verb: verb, subject: subject, start: index, link: .relative,
        governor: clauses.indices.last))
  }

  // MARK: - Finite verbs

  private mutating func addFinite(_ index: Int, _ verb: VerbGroup) {
    if let inverted = invertedSubject(index, verb) {
      return addInverted(index, verb, inverted)
    }
    var search = SubjectSearch(clauser: self, verbChunk: index)
    let found = search.run()
    switch found {
    case .coordinated(let crossesComma): addCoordinated(index, verb, crossesComma)
    case .relative(let antecedent):
      add(
        Clause(
          chunk: index, verb: verb, subject: antecedent.map(subjectOfRelative) ?? [], start: index,
          link: antecedent == nil ? .question : .relative, governor: clauses.indices.last))
    case .subject(let nouns, let edge):
      addClause(index, verb, nouns, edge)
    case .nothing:
      add(Clause(chunk: index, verb: verb, subject: [], start: index, link: .root))
    }
  }

  /// Who a relative clause is about: `A and B were among those that …` are A and B.
  private func subjectOfRelative(_ antecedent: Int) -> [Int] {
    guard word(antecedent - 1) == "among", let last = clauses.last, last.verb.lemma == "be",
      last.chunk == antecedent - 2, !last.subject.isEmpty, !last.verb.isNegated
    else { return [antecedent] }
    return last.subject
  }

  private mutating func add(_ clause: Clause) { clauses.append(clause) }

  private mutating func addCoordinated(_ index: Int, _ verb: VerbGroup, _ crossesComma: Bool) {
    let finite = clauses.indices.filter { clauses[$0].verb.shape == .finite }
    guard let nearest = finite.last else {
      return add(Clause(chunk: index, verb: verb, subject: [], start: index, link: .root))
    }
    var model = nearest
    if crossesComma || clauses[nearest].link == .relative && closesAside(clauses[nearest], index) {
      model = mainClause(before: index) ?? nearest
    }
    var clause = clauses[model]
    (clause.chunk, clause.verb, clause.start) = (index, verb, index)
    clause.isTrailingReport = false
    add(clause)
  }

  /// Whether a comma stands between a relative clause and the chunk.
  private func closesAside(_ clause: Clause, _ index: Int) -> Bool {
    (clause.chunk..<index).contains { kind($0) == .comma }
  }

  /// The last finite clause that is no part of another, or the last one at all.
  func mainClause(before index: Int) -> Int? {
    clauses.indices.last {
      clauses[$0].verb.shape == .finite && isMain(clauses[$0]) && !clauses[$0].isTrailingReport
    }
      ?? clauses.indices.last { clauses[$0].verb.shape == .finite }
  }

  /// Whether a clause tells something of its own weight: no part of another, or after `while`.
  private func isMain(_ clause: Clause) -> Bool {
    clause.link == .root
      || clause.link == .adverbial && ["while", "whereas"].contains(word(clause.start))
  }

  private mutating func addClause(_ index: Int, _ verb: VerbGroup, _ nouns: [Int], _ edge: Int) {
    var clause = Clause(
      chunk: index, verb: verb, subject: nouns, start: nouns.min() ?? index, link: .root)
    clause.hasNegativeSubject =
      nouns.contains { isNegative(chunks[$0]) || isShare($0 - 2) && isNegative(chunks[$0 - 2]) }
      || ["neither", "nor", "hardly", "scarcely", "barely", "not"].contains(word(edge))
    place(&clause, edge: edge)
    if isGeneric(clause, edge) { clause.link = .question }
    if isTrailing(clause, edge) { clause.isTrailingReport = true }
    add(clause)
  }

  /// `not all parties back it`, `any party would back it`: told of nobody in particular.
  private func isGeneric(_ clause: Clause, _ edge: Int) -> Bool {
    let first = clause.subject.first.map(word) ?? ""
    return first == "any"
      || word(edge) == "not" && ["all", "every", "everyone", "everybody"].contains(first)
  }

  func isShare(_ index: Int) -> Bool { tokens.tellsShare(index, in: chunks) }

  private func isNegative(_ chunk: Chunk) -> Bool {
    lexicon[.noughts].contains(tokens[chunk.range.lowerBound].lower)
  }

  /// `…, Peskov says`: a report at the end of its sentence or between commas.
  private func isTrailing(_ clause: Clause, _ edge: Int) -> Bool {
    guard clause.link == .root, lexicon[.reports].contains(clause.verb.lemma),
      kind(edge) == .comma || kind(edge) == .quotation
    else { return false }
    if clauses.isEmpty, kind(edge) == .comma {
      return kind(clause.chunk + 1) == .comma && kind(clause.chunk + 2) == .verb
    }
    let hasAddressee = clause.verb.lemma == "tell" && kind(clause.chunk + 1) == .noun
    return endsAfter(hasAddressee ? clause.chunk + 1 : clause.chunk)
  }

  /// Whether nothing but adverbs and times follows the chunk, or a mark that closes an aside.
  func endsAfter(_ chunk: Int) -> Bool {
    var next = chunk + 1
    while let kind = kind(next) {
      switch kind {
      case .stop, .comma, .quotation: return true
      case .adverb: next += 1
      case .preposition: next += kind == .preposition && self.kind(next + 1) == .noun ? 2 : 1
      case .noun where chunks[next].isTime: next += 1
      default: return false
      }
    }
    return true
  }

  // MARK: - Inversion

  /// `said Peskov` after a comma or a quotation; `as did Russia`.
  private func invertedSubject(_ index: Int, _ verb: VerbGroup) -> Int? {
    guard kind(index + 1) == .noun, !chunks[index + 1].isTime else { return nil }
    let before = kind(index - 1)
    let isReport =
      lexicon[.reports].contains(verb.lemma) && verb.modal == nil && !verb.isNegated
      && (before == .quotation || before == .comma && followsClause(index, verb))
    let isEllipsis =
      ["do", "be", "have"].contains(verb.lemma) && lexicon[.echoes].contains(word(index - 1))
    return isReport || isEllipsis ? index + 1 : nil
  }

  /// `…, said Peskov` at the end of a sentence, or behind a quotation and its comma.
  private func followsClause(_ index: Int, _ verb: VerbGroup) -> Bool {
    if index > 1, kind(index - 2) == .quotation { return true }
    return !clauses.isEmpty && verb.lemma == "say" && endsAfter(index + 1)
  }

  private mutating func addInverted(_ index: Int, _ verb: VerbGroup, _ subject: Int) {
    var list = [subject]
    var next = subject + 1
    let isEllipsis = lexicon[.echoes].contains(word(index - 1))
    while isEllipsis, kind(next) == .conjunction || kind(next) == .comma, kind(next + 1) == .noun,
      kind(next + 2) != .verb
    {
      list.append(next + 1)
      next += 2
    }
    var clause = Clause(chunk: index, verb: verb, subject: list, start: index, link: .root)
    clause.isTrailingReport = lexicon[.reports].contains(verb.lemma)
    clause.hasNegativeSubject = ["nor", "neither"].contains(word(index - 1))
    add(clause)
  }
}
