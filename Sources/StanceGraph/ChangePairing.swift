import StanceLanguage

/// Finds among statements that are gone and statements that are new those that are one statement,
/// told differently.
///
/// A pair has the same holder, verb and object. The pair that differs in the fewest roles is taken
/// first, and none where there is a choice: what is ambiguous stays gone and new.
struct ChangePairing {
  private(set) var changes: [GraphDifference.Change] = []
  private(set) var removed: [CanonicalStatement] = []
  private(set) var added: [CanonicalStatement] = []

  init(_ gone: [CanonicalStatement], _ new: [CanonicalStatement]) {
    let byStance = Dictionary(grouping: new.indices) { new[$0].stance }
    var paired: (gone: Set<Int>, new: Set<Int>) = ([], [])
    for (stance, left) in Dictionary(grouping: gone.indices, by: { gone[$0].stance }) {
      guard let right = byStance[stance] else { continue }
      for (first, second) in Self.pairs(left, right, differing: { gone[$0].distance(new[$1]) }) {
        changes.append(GraphDifference.Change(old: gone[first], new: new[second]))
        paired.gone.insert(first)
        paired.new.insert(second)
      }
    }
    removed = gone.indices.filter { !paired.gone.contains($0) }.map { gone[$0] }
    added = new.indices.filter { !paired.new.contains($0) }.map { new[$0] }
  }

  /// The pairs without a choice, by rising distance.
  private static func pairs(
    _ left: [Int], _ right: [Int], differing distance: (Int, Int) -> Int
  ) -> [(Int, Int)] {
    var byDistance: [Int: [(Int, Int)]] = [:]
    for first in left {
      for second in right {
        byDistance[distance(first, second), default: []].append((first, second))
      }
    }
    var (openLeft, openRight) = (Set(left), Set(right))
    var found: [(Int, Int)] = []
    for (_, all) in byDistance.sorted(by: { $0.key < $1.key }) {
      let pairs = all.filter { openLeft.contains($0.0) && openRight.contains($0.1) }
      let choices = Dictionary(grouping: pairs) { $0.0 }
      let rivals = Dictionary(grouping: pairs) { $0.1 }
      for (first, second) in pairs {
        if choices[first]?.count == 1, rivals[second]?.count == 1 { found.append((first, second)) }
        openLeft.remove(first)
        openRight.remove(second)
      }
    }
    return found
  }
}

extension CanonicalStatement {
  /// In how many roles two statements with the same holder, verb and object differ.
  fileprivate func distance(_ other: CanonicalStatement) -> Int {
    GraphDifference.Change(old: self, new: other).roles.count
  }
}
