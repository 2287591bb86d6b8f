extension StatementBuilder {
  func condition(for finding: Finding) -> TextSpan? {
    let position = finding.target.tokens.lowerBound
    let after = sentence.conditions.first {
      $0.lowerBound >= position && !isBeyondBut(position, $0.lowerBound)
        && !isOfLaterClause($0.lowerBound, finding)
    }
    let fronted = sentence.conditions.first {
      $0.lowerBound == 0 || isBefore($0, finding) || isAmid($0, finding)
    }
    guard let range = after ?? fronted, let first = range.first, let last = range.last else {
      return nil
    }
    return TextSpan(sentence.tokens[first].start, sentence.tokens[last].end)
  }

  /// `said that if Chad left, Peru would …`: whether a comma parts a condition from the subject.
  private func isBefore(_ condition: Range<Int>, _ finding: Finding) -> Bool {
    guard let subject = finding.clause.flatMap({ sentence.clauses[$0].subject.min() }),
      sentence.word(condition.upperBound) == ","
    else { return false }
    return sentence.chunks[subject].range.lowerBound == condition.upperBound + 1
  }

  /// `Peru, if asked, would …`: whether a condition stands between a subject and its verb.
  private func isAmid(_ condition: Range<Int>, _ finding: Finding) -> Bool {
    guard let clause = finding.clause.map({ sentence.clauses[$0] }),
      let subject = clause.subject.max()
    else { return false }
    return sentence.chunks[subject].range.upperBound <= condition.lowerBound
      && condition.upperBound <= sentence.chunks[clause.chunk].range.lowerBound
  }

  /// Whether a later verb, which does not depend on that of the stance, stands before a condition.
  func isOfLaterClause(_ condition: Int, _ finding: Finding) -> Bool {
    guard let own = finding.clause else { return false }
    let start = sentence.chunks[sentence.clauses[own].chunk].range.lowerBound
    return sentence.clauses.indices.contains { index in
      let clause = sentence.clauses[index]
      let verb = sentence.chunks[clause.chunk].range.lowerBound
      guard verb > start, verb < condition, clause.verb.shape == .finite else { return false }
      return !depends(index, on: own)
    }
  }

  func depends(_ clause: Int, on other: Int) -> Bool {
    var current: Int? = clause
    for _ in 0..<12 {
      if current == other { return true }
      current = current.flatMap { sentence.clauses[$0].governor }
    }
    return false
  }

  /// Whether another main clause begins between a stance and a condition.
  func isBeyondBut(_ start: Int, _ end: Int) -> Bool {
    guard start < end else { return false }
    return sentence.tokens[start..<end].contains { $0.lower == "but" || $0.tag == .semicolon }
  }
}
