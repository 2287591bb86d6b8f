import StanceModel

/// Days laid out along a line.
struct TimeAxis {
  struct Tick: Hashable {
    var label: String
    /// Points from the left end.
    var place: Double
  }

  let width: Double
  /// Days since 1970-01-01.
  private let first: Int
  private let last: Int

  /// - Parameters:
  ///   - dates: what has to lie on the axis.
  ///   - width: in points.
  init(dates: [PartialDate], width: Double) {
    self.width = width
    let days = dates.flatMap { [Self.day($0.first), Self.day($0.last)] }
    let (low, high) = (days.min() ?? 0, days.max() ?? 0)
    let margin = max(1, (high - low) / 40)
    (first, last) = (low - margin, high + margin)
  }

  /// Points from the left end to the middle of a day given as `yyyymmdd`.
  func place(of day: Int) -> Double { place(number: Self.day(day)) }

  /// Points from the left end to the middle of a date.
  func middle(of date: PartialDate) -> Double {
    (place(of: date.first) + place(of: date.last)) / 2
  }

  /// Marks at the beginnings of years, months or days, as fine as their labels have room.
  func ticks() -> [Tick] {
    let span = last - first
    let monthSteps = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12_000, 24_000]
    if span < 75 {
      let step = [1, 2, 7, 14].first { span / $0 < 8 } ?? 14
      return stride(from: (first / step + 1) * step, through: last, by: step).map {
        let (year, month, day) = Self.civil($0)
        return Tick(label: Self.label(year, month, day), place: place(number: $0))
      }
    }
    let step = monthSteps.first { span / ($0 * 30) < 9 } ?? 24_000
    let (year, month, _) = Self.civil(first)
    let start = ((year * 12 + month - 1) / step + 1) * step
    return stride(from: start, through: start + step * 12, by: step).compactMap { index in
      let number = Self.number(year: index / 12, month: index % 12 + 1, day: 1)
      guard number <= last else { return nil }
      let label = Self.label(index / 12, step < 12 ? index % 12 + 1 : nil)
      return Tick(label: label, place: place(number: number))
    }
  }

  /// The ticks with the middles of their labels, which stay on the axis. One that would have to move
  /// onto its neighbour for that is left out.
  func labelledTicks(size: Double) -> [(label: String, place: Double, labelPlace: Double?)] {
    let ticks = ticks()
    let halves = ticks.map { TextMetrics.width($0.label, size: size) / 2 }
    return ticks.indices.map { index in
      let (tick, half) = (ticks[index], halves[index])
      let place = min(max(tick.place, half), width - half)
      let hasRoom = [index - 1, index + 1].filter(ticks.indices.contains).allSatisfy {
        abs(ticks[$0].place - place) >= half + halves[$0] + 2
      }
      return (tick.label, tick.place, place == tick.place || hasRoom ? place : nil)
    }
  }

  private func place(number: Int) -> Double {
    Double(number - first) / Double(max(1, last - first)) * width
  }

  /// The date as it is written everywhere, or the year alone where that has five digits.
  private static func label(_ year: Int, _ month: Int? = nil, _ day: Int? = nil) -> String {
    PartialDate(year: year, month: month, day: day)?.description ?? "\(year)"
  }

  /// Days since 1970-01-01 of `yyyymmdd`.
  static func day(_ packed: Int) -> Int {
    number(year: packed / 10000, month: packed / 100 % 100, day: packed % 100)
  }

  /// Days since 1970-01-01 (Hinnant's `days_from_civil`).
  static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// The date of a number of days since 1970-01-01 (Hinnant's `civil_from_days`).
  static func civil(_ number: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }
}
