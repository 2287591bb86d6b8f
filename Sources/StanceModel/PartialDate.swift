/// A year, a month or a day of the proleptic Gregorian calendar, as an interval of days.
///
/// Days are held as the integer `yyyymmdd`, which orders like the calendar and takes four bytes.
public struct PartialDate: Hashable, Sendable {
  /// The first day.
  public let first: Int
  /// The last day.
  public let last: Int

  public init(first: Int, last: Int) {
    self.first = first
    self.last = last
  }

  /// The interval of a year, of a month of it, or of a day, or nil where there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1...9999).contains(year) else { return nil }
    guard let month else {
      self.init(first: year * 10000 + 101, last: year * 10000 + 1231)
      return
    }
    guard (1...12).contains(month) else { return nil }
    let base = year * 10000 + month * 100
    let length = Self.days(in: month, of: year)
    guard let day else {
      self.init(first: base + 1, last: base + length)
      return
    }
    guard (1...length).contains(day) else { return nil }
    self.init(first: base + day, last: base + day)
  }

  /// Parses `yyyy`, `yyyy-mm` or `yyyy-mm-dd`.
  public init?(_ text: some StringProtocol) {
    let parts = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    let widths = parts.map(\.count)
    guard widths == [4] || widths == [4, 2] || widths == [4, 2, 2] else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard part.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      numbers.append(part.reduce(0) { $0 * 10 + Int($1) - 0x30 })
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil,
      day: numbers.count > 2 ? numbers[2] : nil)
  }

  static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension PartialDate: CustomStringConvertible {
  /// The shortest ISO form of the interval: `2025`, `2025-05`, `2025-05-11`.
  public var description: String {
    let (year, month) = (first / 10000, first / 100 % 100)
    if first == last { return "\(padded(year, 4))-\(padded(month, 2))-\(padded(first % 100, 2))" }
    if last / 100 == first / 100 { return "\(padded(year, 4))-\(padded(month, 2))" }
    return padded(year, 4)
  }

  private func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
