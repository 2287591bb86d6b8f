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
  public init?(_ text: String) { self.init(bytes: Array(text.utf8)[...]) }

  /// Parses a date, or the day of a time stamp such as `2025-05-11T08:30Z` as it is written, whatever
  /// the zone.
  public init?(stamp text: String) {
    let bytes = Array(text.utf8)
    let isStamp = bytes.count > 10 && (bytes[10] == 0x54 || bytes[10] == 0x20)
    self.init(bytes: isStamp ? bytes[..<10] : bytes[...])
  }

  /// Parses `yyyy`, `yyyy-mm` or `yyyy-mm-dd` from ASCII.
  public init?(bytes: ArraySlice<UInt8>) {
    let start = bytes.startIndex
    guard [4, 7, 10].contains(bytes.count), let year = Self.number(bytes[start..<start + 4]) else {
      return nil
    }
    guard bytes.count > 4 else {
      self.init(year: year)
      return
    }
    guard let month = Self.number(bytes[start + 5..<start + 7]), bytes[start + 4] == 0x2D else {
      return nil
    }
    guard bytes.count > 7 else {
      self.init(year: year, month: month)
      return
    }
    guard let day = Self.number(bytes[(start + 8)...]), bytes[start + 7] == 0x2D else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var number = 0
    for digit in digits {
      guard (0x30...0x39).contains(digit) else { return nil }
      number = number * 10 + Int(digit) - 0x30
    }
    return number
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
    let length = first == last ? 10 : first / 100 == last / 100 ? 7 : 4
    return unsafe String(unsafeUninitializedCapacity: 10) { space in
      var rest = first.magnitude
      for place in (0..<10).reversed() {
        if place == 4 || place == 7 {
          unsafe space[place] = UInt8(ascii: "-")
        } else {
          unsafe space[place] = UInt8(ascii: "0") + UInt8(rest % 10)
          rest /= 10
        }
      }
      return length
    }
  }
}
