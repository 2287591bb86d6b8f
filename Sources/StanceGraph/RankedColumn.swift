import StanceStore

/// Numbers in their order, with what they are shown as.
struct Scale {
  /// Where each number stands.
  var places = NumberMap(nil)
  /// What stands at each place; those that are shown alike are neighbours. What is absent comes last.
  var values: [AnswerValue] = [.absent]
  /// For each place the first one that is shown like it.
  var ranks: [Int] = [0]
  /// Whether several places are shown alike.
  private(set) var hasTies = false

  init() {}

  init(_ pairs: [(number: Int, value: AnswerValue)]) {
    let numbers = pairs.lazy.map(\.number)
    places = NumberMap(numbers.min().flatMap { least in numbers.max().map { least...$0 } })
    values = pairs.map(\.value) + [.absent]
    ranks = []
    for (place, pair) in pairs.enumerated() {
      places[pair.number] = place
      let isTie = place > 0 && pairs[place - 1].value == pair.value
      hasTies = hasTies || isTie
      ranks.append(isTie ? ranks[place - 1] : place)
    }
    ranks.append(pairs.count)
  }
}

/// A column of numbers as places on a scale.
struct RankedColumn {
  let places: [Int]
  private let scale: Scale

  init(_ rows: NumberRows, _ column: Int, _ scale: Scale) {
    self.scale = scale
    let absent = scale.values.count - 1
    places = (0..<rows.count).map { scale.places[rows[$0, column]] ?? absent }
  }

  var hasTies: Bool { scale.hasTies }

  subscript(row: Int) -> AnswerValue { scale.values[places[row]] }

  /// Sorts the numbers of rows by counting, which keeps the order of those that are alike here.
  ///
  /// - Parameter byRank: takes what is shown alike for the same.
  func sort(_ rows: inout [Int], isDescending: Bool = false, byRank: Bool = false) {
    let absent = scale.values.count - 1
    let keys = scale.values.indices.map { place in
      let key = byRank ? scale.ranks[place] : place
      return isDescending && place != absent ? absent - 1 - key : key
    }
    var starts = [Int](repeating: 0, count: absent + 2)
    for row in rows { starts[keys[places[row]] + 1] += 1 }
    for key in 1..<starts.count { starts[key] += starts[key - 1] }
    var sorted = rows
    for row in rows {
      let key = keys[places[row]]
      sorted[starts[key]] = row
      starts[key] += 1
    }
    rows = sorted
  }
}
