extension PatternMatcher {
  /// Behind adverbs, times and `, however,`.
  func overAsides(_ token: Int) -> Int {
    var index = token
    while index < sentence.tokens.count {
      let next = index + 1 < sentence.tokens.count ? sentence.tokens[index + 1] : nil
      if let behind = behindTime(index) {
        index = behind
        continue
      }
      switch sentence.tokens[index].tag {
      case .adverb, .time: index += 1
      case .negation where word(index + 1) == "only": index += 1
      case .number where index > 0 && sentence.tokens[index - 1].tag == .time: index += 1
      case .preposition where next?.tag == .time: index += 2
      case .adjective where isTally(index), .number where isTally(index): index += 1
      case .comma where next?.tag == .adverb && word(index + 2) == ",": index += 3
      case .mark
      where next?.tag == .adverb || index > 0 && sentence.tokens[index - 1].tag == .adverb:
        index += 1
      default: return index
      }
    }
    return index
  }

  /// Behind `in principle`, `by a wide margin`, `at a summit in Oslo`.
  func overCircumstances(_ token: Int) -> Int {
    var index = token
    for _ in 0..<3 {
      guard ["in", "by", "at", "after", "during", "on"].contains(word(index)),
        let noun = chunk(at: index + 1), sentence.chunks[noun].kind == .noun
      else { return index }
      index = overAsides(sentence.chunks[noun].range.upperBound)
    }
    return index
  }

  /// Behind `last month`, `on Monday night`.
  func behindTime(_ token: Int) -> Int? {
    let start = sentence.tokens[token].tag == .preposition ? token + 1 : token
    guard let time = chunk(at: start), sentence.chunks[time].isTime else { return nil }
    return sentence.chunks[time].range.upperBound
  }

  /// `41-12`: how many voted for and against.
  func isTally(_ token: Int) -> Bool {
    let parts = word(token).split { $0 == "-" || $0 == "–" }
    return parts.count == 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) }
  }
}
