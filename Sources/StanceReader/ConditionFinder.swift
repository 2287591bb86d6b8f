/// What something is made to depend on.
struct Condition: Sendable {
  /// The tokens, the conjunction first.
  var range: Range<Int>
  /// Whether a stance depends on it: `even if` and `until` tell what may not be, and no more.
  var isKept = true
}

/// Finds what stances are made to depend on: `only if …`, `provided that …`, `should the vote slip`.
///
/// No other part of the reader knows which words open a condition.
struct ConditionFinder {
  let sentence: ParsedSentence

  /// The conditions in the order of the text; none overlaps another.
  func conditions() -> [Condition] {
    var found: [Condition] = []
    var index = 0
    while index < sentence.tokens.count {
      if let start = start(at: index) {
        let range = start..<end(from: index)
        found.append(Condition(range: range, isKept: isKept(index, range)))
        index = range.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  private func word(_ index: Int) -> String { index >= 0 ? sentence.word(index) : "" }

  // MARK: - Where one begins

  /// Where a condition begins whose main word is at a token.
  private func start(at index: Int) -> Int? {
    switch word(index) {
    case "if":
      guard word(index - 1) != "as", clause(openedAt: index)?.link != .question else { return nil }
      return over(["only", "even", "except"], before: index)
    case "unless": return index
    case "until", "till", "lest": return clause(openedAt: index) == nil ? nil : index
    case "once": return clause(openedAt: index) == nil ? nil : over(["only"], before: index)
    case "when", "after":
      return word(index - 1) == "only" && clause(openedAt: index) != nil ? index - 1 : nil
    case "long", "soon":
      let opens = word(index + 1) == "as" && ["as", "so"].contains(word(index - 1))
      return opens && clause(openedAt: index + 1) != nil
        ? over(["only"], before: index - 1) : nil
    case "should": return isInverted(index) ? index : nil
    case "had", "were":
      let mayBegin = index == 0 || sentence.tokens[index - 1].tag == .comma
      return mayBegin && isInverted(index) ? index : nil
    default: return startOfPhrase(at: index)
    }
  }

  /// Conditions that a participle or a noun opens: `provided that`, `on condition that`.
  private func startOfPhrase(at index: Int) -> Int? {
    switch word(index) {
    case "provided", "providing", "assuming", "supposing":
      return isAfterComma(index) || word(index + 1) == "that" || clause(openedAt: index) != nil
        ? over(["only"], before: index) : nil
    case "condition", "understanding", "proviso":
      let isConjunction = sentence.tokens[index].tag == .subordinator
      guard isConjunction || word(index + 1) == "that" else { return nil }
      return phrase(["on", "with"], before: index)
    case "event":
      return ["that", "of"].contains(word(index + 1)) ? phrase(["in"], before: index) : nil
    case "case" where word(index - 1) == "in" && word(index + 1) != "of": return index - 1
    case "subject" where sentence.tokens[index].tag == .preposition: return index
    default: return nil
    }
  }

  /// One before the token, where a word that goes with it stands there.
  private func over(_ words: [String], before index: Int) -> Int {
    words.contains(word(index - 1)) ? index - 1 : index
  }

  /// The preposition before a noun, an article between them or not.
  private func phrase(_ prepositions: [String], before noun: Int) -> Int? {
    if prepositions.contains(word(noun - 1)) { return noun - 1 }
    return prepositions.contains(word(noun - 2)) ? noun - 2 : nil
  }

  private func isAfterComma(_ index: Int) -> Bool {
    index == 0 || sentence.tokens[index - 1].tag == .comma
      || ["but", "and", "only"].contains(word(index - 1))
  }

  /// The clause that begins with a word, or with the one before it: `only if …`.
  private func clause(openedAt index: Int) -> Clause? {
    sentence.clauses.first { clause in
      let start = sentence.chunks[clause.start].range.lowerBound
      return start == index
        || start == index - 1
          && sentence.chunks[clause.start].kind != .noun && sentence.tokens[start].tag != .comma
    }
  }

  /// `should the vote slip`: the subject follows the modal.
  private func isInverted(_ index: Int) -> Bool {
    guard precedesSubject(index) else { return false }
    guard index > 0 else { return true }
    return [.comma, .time, .noun, .number, .name].contains(sentence.tokens[index - 1].tag)
  }

  private func precedesSubject(_ index: Int) -> Bool {
    index + 2 < sentence.tokens.count
      && [.determiner, .owner, .name, .pronoun].contains(sentence.tokens[index + 1].tag)
  }

  // MARK: - What it does

  private func isKept(_ index: Int, _ range: Range<Int>) -> Bool {
    switch word(index) {
    case "if": word(index - 1) != "even"
    case "lest": false
    case "until", "till":
      sentence.tokens[..<index].contains { $0.tag == .negation }
    case "once": isAhead(range)
    case "soon": isAhead(range)
    default: true
    }
  }

  /// Whether the clause that a condition belongs to tells what is or will be, not what was.
  private func isAhead(_ range: Range<Int>) -> Bool {
    let inner = sentence.clauses.first {
      range.contains(sentence.chunks[$0.chunk].range.lowerBound)
    }
    let behind = sentence.clauses.first {
      sentence.chunks[$0.chunk].range.lowerBound >= range.upperBound && $0.verb.shape == .finite
    }
    let outer = inner?.governor.map { sentence.clauses[$0] } ?? behind
    return outer.map { !$0.verb.isPast || $0.verb.modal != nil } ?? true
  }

  // MARK: - Where it ends

  /// The token that ends a condition: the first mark behind the verb of its clause, or the modal of
  /// `only if Mali signs will Chad …`.
  private func end(from index: Int) -> Int {
    let verb = clause(openedAt: index).map { sentence.chunks[$0.chunk].range.upperBound }
    var position = index + 1
    while position < sentence.tokens.count {
      switch sentence.tokens[position].tag {
      case .stop, .semicolon, .dash, .quotation, .colon: return position
      case .comma where position >= verb ?? 0: return position
      case .modal where position >= verb ?? position + 1 && precedesSubject(position):
        return position
      default: position += 1
      }
    }
    return position
  }
}
