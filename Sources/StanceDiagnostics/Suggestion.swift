/// Picks what the user may have meant. The text of a suggestion is deterministic.
public enum Suggestion {
  /// At most three names whose key is near the misspelt key: by Damerau–Levenshtein distance (at
  /// most a third of the key's length, at least 1), then by containment; ties by name.
  ///
  /// Linear in the number of candidates; the distance of most of them is cut short by length.
  public static func nearest(
    to key: String, among candidates: some Sequence<(key: String, name: String)>
  ) -> [String] {
    let wanted = Array(key.unicodeScalars)
    let limit = max(1, wanted.count / 3)
    var found: [(distance: Int, name: String)] = []
    for candidate in candidates {
      let other = Array(candidate.key.unicodeScalars)
      if let distance = editDistance(wanted, other, limit: limit) {
        found.append((distance, candidate.name))
      } else if contains(other, wanted) || contains(wanted, other) {
        found.append((limit + 1, candidate.name))
      }
    }
    var seen: Set<String> = []
    return found.sorted { ($0.distance, $0.name) < ($1.distance, $1.name) }
      .map(\.name).filter { seen.insert($0).inserted }.prefix(3).map { $0 }
  }

  /// `“a”`, `“a” or “b”`, `“a”, “b” or “c”` as a question, or nil of nothing.
  public static func didYouMean(_ names: [String], _ open: String, _ close: String) -> String? {
    let quoted = names.map { "\(open)\($0)\(close)" }
    guard let last = quoted.last else { return nil }
    let first = quoted.dropLast().joined(separator: ", ")
    return "did you mean \(first.isEmpty ? last : "\(first) or \(last)")?"
  }

  /// The optimal string alignment distance, or nil where it exceeds `limit`. O(n·m).
  public static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar], limit: Int) -> Int?
  {
    guard abs(a.count - b.count) <= limit else { return nil }
    var beforeLast: [Int] = []
    var last = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1]
      for j in b.indices {
        var cost = min(last[j] + (a[i] == b[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          cost = min(cost, beforeLast[j - 1] + 1)
        }
        row.append(cost)
      }
      guard row.contains(where: { $0 <= limit }) else { return nil }
      (beforeLast, last) = (last, row)
    }
    return last[b.count] <= limit ? last[b.count] : nil
  }

  /// Whether one holds the other. Pieces of one or two letters say nothing.
  private static func contains(_ text: [Unicode.Scalar], _ part: [Unicode.Scalar]) -> Bool {
    guard part.count > 2, part.count < text.count else { return false }
    return (0...text.count - part.count).contains { start in
      text[start..<start + part.count].elementsEqual(part)
    }
  }
}
