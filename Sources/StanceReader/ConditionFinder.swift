/// Finds what a stance is made to depend on: `only if …`, `provided that …`, `should the vote slip`.
struct ConditionFinder {
  let sentence: ParsedSentence

  /// The conditions as ranges of tokens with their conjunctions.
  func conditions() -> [Range<Int>] {
    var found: [Range<Int>] = []
    var index = 0
    while index < sentence.tokens.count {
      if let start = start(at: index) {
        let end = end(from: index, isFronted: start == 0)
        found.append(start..<end)
        index = end
      } else {
        index += 1
      }
    }
    return found
  }

  private func word(_ index: Int) -> String { index >= 0 ? sentence.word(index) : "" }

  /// Where a condition begins whose conjunction is at a token.
  private func start(at index: Int) -> Int? {
    switch word(index) {
    case "if":
      guard word(index - 1) != "even", word(index - 1) != "as", !isQuestion(index) else {
        return nil
      }
      return word(index - 1) == "only" ? index - 1 : index
    case "unless": return index
    case "until":
      return opensClause(index) && !isNegated(before: index)
        ? nil : opensClause(index) ? index : nil
    case "provided", "providing", "assuming":
      return isAfterComma(index) || word(index + 1) == "that" || opensClause(index) ? index : nil
    case "long":
      return word(index + 1) == "as" && ["as", "so"].contains(word(index - 1)) ? index - 1 : nil
    case "condition":
      guard word(index + 1) == "that" else { return nil }
      return word(index - 1) == "on" ? index - 1 : word(index - 2) == "on" ? index - 2 : nil
    case "case" where word(index - 1) == "in" && word(index + 1) != "of": return index - 1
    case "should": return isInverted(index) ? index : nil
    case "had", "were":
      let mayBegin = index == 0 || sentence.tokens[index - 1].tag == .comma
      return mayBegin && isInverted(index) ? index : nil
    case "subject" where word(index + 1) == "to" && isAfterComma(index): return index
    default: return nil
    }
  }

  private func isAfterComma(_ index: Int) -> Bool {
    index == 0 || sentence.tokens[index - 1].tag == .comma
      || ["but", "and", "only"].contains(word(index - 1))
  }

  /// `asked if`: a question rather than a condition.
  private func isQuestion(_ index: Int) -> Bool {
    guard index > 0 else { return false }
    let before = sentence.tokens[max(0, index - 3)..<index]
    return before.contains { token in
      ["ask", "wonder", "know", "see", "say", "decide", "consider"].contains(token.verb?.lemma)
    } && ![.comma, .that].contains(sentence.tokens[index - 1].tag)
  }

  private func opensClause(_ index: Int) -> Bool {
    sentence.clauses.contains { clause in
      let token = sentence.chunks[clause.start].range.lowerBound
      return token == index
    }
  }

  private func isNegated(before index: Int) -> Bool {
    sentence.tokens[..<index].contains { $0.tag == .negation }
  }

  /// `should the vote slip`: the subject follows the modal.
  private func isInverted(_ index: Int) -> Bool {
    guard index + 2 < sentence.tokens.count else { return false }
    let next = sentence.tokens[index + 1].tag
    guard next == .determiner || next == .owner || next == .name || next == .pronoun else {
      return false
    }
    guard index > 0 else { return true }
    let before = sentence.tokens[index - 1]
    return before.tag == .comma || before.tag == .time || before.tag == .noun
      || before.tag == .number
      || before.tag == .name
  }

  /// The token that ends a condition: a comma or mark, or one that closes the fronted condition.
  private func end(from index: Int, isFronted: Bool) -> Int {
    var position = index + 1
    while position < sentence.tokens.count {
      switch sentence.tokens[position].tag {
      case .stop, .semicolon, .dash, .quotation, .colon: return position
      case .comma: return position
      default: position += 1
      }
    }
    return position
  }
}
