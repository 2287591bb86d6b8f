internal import StanceModel

/// Days told by how long ago they were: `two weeks ago`, `yesterday`, `last month`.
extension DateFinder {
  /// The day or month behind a verb and its object, or at the start of its sentence.
  func relativeDate(of verb: Range<Int>) -> PartialDate? {
    for index in verb.upperBound..<min(verb.upperBound + 14, sentence.tokens.count) {
      if let date = relativeDate(at: index) { return date }
      let token = sentence.tokens[index]
      if token.tag.isBoundary || token.tag == .verb || token.tag == .modal { break }
      if lexicon[.events].contains(token.lower) { break }
    }
    let isFirst = !sentence.tokens[..<verb.lowerBound].contains { $0.tag == .verb }
    return isFirst && sentence.tokens.count > 3 ? relativeDate(at: 0) : nil
  }

  private func relativeDate(at index: Int) -> PartialDate? {
    let next = sentence.word(index + 1)
    switch sentence.word(index) {
    case "yesterday": return daysAgo(1)
    case "last":
      return index + 1 < sentence.tokens.count ? day(at: index + 1) ?? before(1, unit: next) : nil
    default:
      guard sentence.word(index + 2) == "ago", let count = number(sentence.word(index)) else {
        return nil
      }
      let unit = Morphology.singular(of: next)
      switch unit {
      case "day": return daysAgo(count)
      case "week": return daysAgo(count * 7)
      default: return before(count, unit: unit)
      }
    }
  }

  private func number(_ word: String) -> Int? {
    if word == "a" || word == "an" { return 1 }
    let words = [
      "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
      "twelve",
    ]
    return words.firstIndex(of: word).map { $0 + 1 }
      ?? Int(word).flatMap { (1...99).contains($0) ? $0 : nil }
  }

  private func daysAgo(_ count: Int) -> PartialDate? {
    guard published.first == published.last else { return nil }
    return DayNumber.date(DayNumber.of(published.first) - count)
  }

  /// The month or year so many before that of publication.
  private func before(_ count: Int, unit: String) -> PartialDate? {
    let (year, month) = (published.first / 10000, published.first / 100 % 100)
    switch unit {
    case "month":
      guard published.first / 100 == published.last / 100 else { return nil }
      let months = year * 12 + month - 1 - count
      return PartialDate(year: months / 12, month: months % 12 + 1)
    case "year": return PartialDate(year: year - count)
    default: return nil
    }
  }
}
