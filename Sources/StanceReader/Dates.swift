internal import StanceModel

/// Reads the days that a sentence names, against the day of publication.
struct DateFinder {
  let sentence: ParsedSentence
  let lexicon: Lexicon
  /// The day of publication.
  let published: PartialDate

  private static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  /// The number of a month by its name or three letters of it at least, with a full stop or without.
  static func month(named word: String) -> Int? {
    let name = word.hasSuffix(".") ? String(word.dropLast()) : word
    guard name.count > 2 else { return nil }
    return months.firstIndex { $0.hasPrefix(name) || name == "sept" && $0 == "september" }
      .map { $0 + 1 }
  }

  /// When a verb's act took place: the day that stands next to the verb, before or after it, for a
  /// past act the nearest one not after publication; else the day of publication.
  func date(of verb: Chunk) -> PartialDate {
    guard let group = verb.verb, group.isPast, group.modal == nil else { return published }
    return day(near: verb.range) ?? day(afterObjectOf: verb.range)
      ?? relativeDate(of: verb.range) ?? published
  }

  /// `rejected the pipeline on Monday`: the day behind a short object, unless that is a meeting,
  /// which may have a day of its own.
  private func day(afterObjectOf verb: Range<Int>) -> PartialDate? {
    for index in verb.upperBound..<min(verb.upperBound + 12, sentence.tokens.count) {
      let token = sentence.tokens[index]
      switch token.tag {
      case .time:
        return sentence.word(index - 1) == "on" ? day(at: index) : nil
      case .verb, .modal, .comma, .stop, .semicolon, .that, .relative, .subordinator, .conjunction,
        .dash, .colon, .quotation:
        return nil
      case .noun where lexicon[.events].contains(token.lower): return nil
      default: continue
      }
    }
    return nil
  }

  private func day(near verb: Range<Int>) -> PartialDate? {
    let after = verb.upperBound..<min(verb.upperBound + 3, sentence.tokens.count)
    let before = max(0, verb.lowerBound - 2)..<verb.lowerBound
    for index in Array(after) + Array(before) {
      // `rejected talks on Monday`: the day of the talks
      if after.contains(index), lexicon[.events].contains(sentence.tokens[index].lower) {
        return nil
      }
      guard sentence.tokens[index].tag == .time else { continue }
      if let day = day(at: index) { return day }
    }
    return nil
  }

  /// The day that a token names with the number after it.
  func day(at index: Int) -> PartialDate? {
    let word = sentence.tokens[index].lower
    if let weekday = Self.weekdays.firstIndex(of: word) {
      return last(weekday, isBeforeToday: index > 0 && sentence.word(index - 1) == "last")
    }
    guard let month = Self.month(named: word),
      index + 1 < sentence.tokens.count, let day = Int(sentence.tokens[index + 1].lower)
    else { return nil }
    return PartialDate(year: year(ofMonth: month), month: month, day: day)
  }

  /// The year of publication, or a neighbour of it where the month is more than six months off.
  private func year(ofMonth month: Int) -> Int {
    let (year, publishedMonth) = (published.first / 10000, published.first / 100 % 100)
    if month - publishedMonth > 6 { return year - 1 }
    return publishedMonth - month > 6 ? year + 1 : year
  }

  /// The last such weekday, the day of publication included unless it is `last Tuesday`.
  private func last(_ weekday: Int, isBeforeToday: Bool) -> PartialDate? {
    guard published.first == published.last else { return nil }
    let today = DayNumber.of(published.first)
    let back = ((today + 3) % 7 - weekday + 7) % 7
    return DayNumber.date(today - (back == 0 && isBeforeToday ? 7 : back))
  }
}

/// Days counted from 1 January 1970, a Thursday, after Hinnant's algorithm for the civil calendar.
enum DayNumber {
  /// The number of the day `yyyymmdd`.
  static func of(_ date: Int) -> Int {
    let (month, day) = (date / 100 % 100, date % 100)
    let year = date / 10000 - (month <= 2 ? 1 : 0)
    let era = year / 400
    let yearOfEra = year - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The day with a number, or nil before the year 1.
  static func date(_ number: Int) -> PartialDate? {
    let shifted = number + 719_468
    guard shifted >= 0 else { return nil }
    let era = shifted / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let month = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * month + 2) / 5 + 1
    let civilMonth = month < 10 ? month + 3 : month - 9
    return PartialDate(
      year: yearOfEra + era * 400 + (civilMonth <= 2 ? 1 : 0), month: civilMonth, day: day)
  }
}
