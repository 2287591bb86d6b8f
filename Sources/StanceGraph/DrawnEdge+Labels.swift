import StanceModel

extension DrawnEdge {
  /// What all its statements say in a field: the dates from the first to the last, the least and the
  /// most confidence, and of other fields the first of the distinct values and how many more there
  /// are: `Putin +2`. Where not every statement has a condition, `1 of 3:` comes before it.
  func label(of field: String) -> String? {
    switch field {
    case "date": return dates
    case "confidence": return confidences
    default:
      var seen: Set<String> = []
      let all = ordered.compactMap { $0.text(of: field) }
      let values = all.filter { seen.insert($0).inserted }
      guard let first = values.first else { return nil }
      let isPartial = field == "condition" && all.count < evidence.count
      let share = isPartial ? "\(all.count) of \(evidence.count): " : ""
      return share + first + (values.count > 1 ? " +\(values.count - 1)" : "")
    }
  }

  private var dates: String? {
    let dates = evidence.compactMap(\.date)
    guard let first = dates.min(by: { ($0.first, $0.last) < ($1.first, $1.last) }),
      let last = dates.max(by: { ($0.last, $1.first) < ($1.last, $0.first) })
    else { return nil }
    return first == last ? "\(first)" : "\(first) to \(last)"
  }

  private var confidences: String? {
    let values = evidence.compactMap(\.confidence)
    guard let least = values.min(), let most = values.max() else { return nil }
    return least == most ? "\(least)" : "\(least) to \(most)"
  }
}
