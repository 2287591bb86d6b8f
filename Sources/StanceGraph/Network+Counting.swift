import StanceQuery
import StanceStore

extension Network {
  /// The pairs with what they have in common counted, from the rows `a, b, c`.
  func counted(_ rows: NumberRows) -> NumberRows {
    var triples = (0..<rows.count).map { Triple(rows[$0, 0], rows[$0, 1], rows[$0, 2]) }
    triples.sort()
    var result = NumberRows(width: columns.count)
    var start = 0
    while start < triples.count {
      let pair = triples[start]
      var weight = 0
      var end = start
      while end < triples.count, triples[end].isSamePair(pair) {
        if end == start || triples[end].counted != triples[end - 1].counted { weight += 1 }
        end += 1
      }
      append(pair.subject, pair.object, weight, to: &result)
      if isMutual { append(pair.object, pair.subject, weight, to: &result) }
      start = end
    }
    return result
  }

  private func append(_ subject: Int, _ object: Int, _ weight: Int, to rows: inout NumberRows) {
    for column in columns {
      switch column {
      case .subject: rows.values.append(subject)
      case .object: rows.values.append(object)
      case .weight: rows.values.append(weight)
      }
    }
  }
}

private struct Triple: Comparable {
  var subject: Int
  var object: Int
  var counted: Int

  init(_ subject: Int, _ object: Int, _ counted: Int) {
    self.subject = subject
    self.object = object
    self.counted = counted
  }

  func isSamePair(_ other: Triple) -> Bool { subject == other.subject && object == other.object }

  static func < (left: Triple, right: Triple) -> Bool {
    if left.subject != right.subject { return left.subject < right.subject }
    if left.object != right.object { return left.object < right.object }
    return left.counted < right.counted
  }
}
