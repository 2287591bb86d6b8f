/// What a node of the graph is: the fixed top of the tree of types.
public enum NodeKind: Int, CaseIterable, Sendable, Codable {
  case actor = 1
  case place = 2
  case proposal = 3

  public var name: String {
    switch self {
    case .actor: "actor"
    case .place: "place"
    case .proposal: "proposal"
    }
  }
}

extension Set<NodeKind> {
  public static let all = Set(NodeKind.allCases)

  /// `an actor`, `a place or an actor`: the kinds in words, with their articles.
  public var phrase: String {
    let order: [NodeKind] = [.place, .actor, .proposal]
    return order.filter(contains).map { withArticle($0.name) }.joined(separator: " or ")
  }
}

/// The word after `a` or `an`.
public func withArticle(_ word: String) -> String {
  let hasVowel = word.utf8.first.map("aeiou".utf8.contains) == true
  return hasVowel ? "an \(word)" : "a \(word)"
}
