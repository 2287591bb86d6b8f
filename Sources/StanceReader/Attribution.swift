/// Finds who speaks: the quotations of a frame, and the clauses that somebody reports.
struct Attribution {
  let sentence: ParsedSentence
  let lexicon: Lexicon

  /// The noun chunk that names the speaker of a full quotation.
  func speaker(ofQuotation number: Int) -> Int? {
    guard
      let chunk = sentence.chunks.firstIndex(where: { chunk in
        chunk.kind == .quotation && sentence.tokens[chunk.range.lowerBound].quotation == number
      })
    else { return nil }
    return after(chunk) ?? before(chunk) ?? source
  }

  private func isReport(_ clause: Clause) -> Bool { lexicon[.reports].contains(clause.verb.lemma) }

  /// `“…,” Peskov said`, `“…,” said Peskov`.
  private func after(_ quotation: Int) -> Int? {
    let clause = sentence.clauses.first {
      $0.chunk > quotation && $0.link != .relative && $0.link != .participle
    }
    guard let clause, isReport(clause), clause.verb.shape == .finite,
      !clause.verb.isPassive || isQuoted(clause),
      let subject = clause.subject.first, subject > quotation,
      !crosses(quotation + 1, min(subject, clause.chunk))
    else { return nil }
    return subject
  }

  private func isQuoted(_ clause: Clause) -> Bool { clause.verb.lemma == "quote" }

  /// Whether another quotation or a mark stands between two chunks.
  private func crosses(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return sentence.chunks[start..<end].contains {
      $0.kind == .quotation || $0.kind == .stop || $0.kind == .conjunction
        || $0.kind == .subordinator
    }
  }

  /// `Peskov said: “…”`, `…, adding, “…”`: the last verb of saying before; else the last subject.
  private func before(_ quotation: Int) -> Int? {
    let clauses = sentence.clauses.filter { $0.chunk < quotation && !$0.subject.isEmpty }
    let report = clauses.last {
      isReport($0) && ($0.verb.shape == .finite || $0.verb.shape == .gerund)
    }
    if let report { return report.subject.first }
    if let last = clauses.last(where: { $0.link == .root }) ?? clauses.last {
      return last.subject.first
    }
    guard quotation >= 2, [.breakMark, .comma].contains(sentence.chunks[quotation - 1].kind),
      sentence.chunks[quotation - 2].kind == .noun
    else { return nil }
    return quotation - 2
  }

  /// The noun after `according to`.
  var source: Int? {
    for index in sentence.chunks.indices.dropLast(2)
    where sentence.word(ofChunk: index) == "according" && sentence.chunks[index + 2].kind == .noun {
      return index + 2
    }
    return nil
  }

  // MARK: - Parts of sentences

  /// The noun chunk that names the speaker of a quoted part of the sentence, and whether a verb of
  /// saying or judging tells so.
  func speaker(ofFragmentAt token: Int) -> (chunk: Int, isTold: Bool)? {
    guard let holding = sentence.chunk(holding: token) else { return nil }
    let clause = sentence.clauses.indices.last { sentence.clauses[$0].chunk <= holding }
    if let told = climb(from: clause, to: saysWords) ?? trailing(for: nil) ?? source {
      return (told, true)
    }
    if let told = climb(from: clause, to: isReport) { return (told, true) }
    return sentence.clauses.first { !$0.subject.isEmpty }.map { ($0.subject[0], false) }
  }

  /// The subject of the nearest clause, from one up over its governors, that passes a test.
  private func climb(from clause: Int?, to fits: (Clause) -> Bool) -> Int? {
    var current = clause
    var steps = 0
    while let index = current, steps < 10 {
      let clause = sentence.clauses[index]
      if fits(clause), let subject = clause.subject.first { return subject }
      current = clause.governor
      steps += 1
    }
    return nil
  }

  /// Whether a verb brings the words of its subject: `say`, `dismiss as`, but not `ask for`.
  private func saysWords(_ clause: Clause) -> Bool {
    let lemma = clause.verb.lemma
    if clause.verb.isPassive { return false }
    return lexicon[.quoters].contains(lemma)
      || isReport(clause) && !lexicon[.paraphrases].contains(lemma)
  }

  // MARK: - Clauses

  /// The noun chunk that names who says a clause, the outermost of several.
  func speaker(ofClause number: Int?) -> Int? {
    var found: Int?
    var current = number
    var steps = 0
    while let index = current, steps < 12 {
      let clause = sentence.clauses[index]
      if clause.link == .complement, let governor = clause.governor,
        isReport(sentence.clauses[governor]), let subject = sentence.clauses[governor].subject.first
      {
        found = subject
      }
      current = clause.governor
      steps += 1
    }
    return trailing(for: number) ?? found ?? source
  }

  /// The noun chunk that names who says a clause, the innermost of several.
  func reporter(ofClause number: Int?) -> Int? {
    guard let number, sentence.clauses[number].link == .complement,
      let governor = sentence.clauses[number].governor, isReport(sentence.clauses[governor])
    else { return nil }
    return sentence.clauses[governor].subject.first
  }

  /// The subject of `…, Peskov says`, unless the clause itself is that report.
  private func trailing(for number: Int?) -> Int? {
    let report = sentence.clauses.indices.last { index in
      sentence.clauses[index].isTrailingReport && index != number
        && (sentence.clauses[index].chunk > (number.map { sentence.clauses[$0].chunk } ?? -1)
          || isAside(sentence.clauses[index]))
    }
    guard let report, !hasQuotation(before: report) else { return nil }
    return sentence.clauses[report].subject.first
  }

  /// `, she said,` before the verb of its sentence.
  private func isAside(_ clause: Clause) -> Bool {
    let next = clause.chunk + 1
    return next < sentence.chunks.count && sentence.chunks[next].kind == .comma
  }

  private func hasQuotation(before clause: Int) -> Bool {
    let start = sentence.clauses[clause].start
    return start > 0 && (sentence.chunks[start - 1].kind == .quotation)
  }
}
