import StanceStore

/// A map from numbers of a range to positions: an array where they are as close together as
/// identifiers are, else a dictionary.
struct NumberMap {
  private static let absent = -1

  private var base = 0
  private var near: [Int] = []
  private var far: [Int: Int] = [:]

  /// - Parameter range: nil where there are no numbers.
  init(_ range: ClosedRange<Int>?) {
    guard let range, range.lowerBound >= 0, range.upperBound - range.lowerBound < 1 << 22 else {
      return
    }
    base = range.lowerBound
    near = Array(repeating: Self.absent, count: range.count)
  }

  subscript(number: Int) -> Int? {
    get {
      let index = number &- base
      guard near.indices.contains(index) else { return far[number] }
      return near[index] == Self.absent ? nil : near[index]
    }
    set {
      let index = number &- base
      if near.indices.contains(index) {
        near[index] = newValue ?? Self.absent
      } else {
        far[number] = newValue
      }
    }
  }
}

extension NumberRows {
  /// The least and the greatest number of some columns.
  func bounds(of columns: [Int]) -> ClosedRange<Int>? {
    var range: ClosedRange<Int>?
    for row in 0..<count {
      for column in columns {
        let number = self[row, column]
        guard number != Self.absent else { continue }
        guard let known = range else {
          range = number...number
          continue
        }
        if !known.contains(number) {
          range = min(known.lowerBound, number)...max(known.upperBound, number)
        }
      }
    }
    return range
  }
}
