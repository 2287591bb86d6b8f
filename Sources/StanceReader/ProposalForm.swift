internal import StanceModel

/// What the name of a proposal says: the noun that it is about and the details of it, so that names
/// can be compared.
struct ProposalForm: Hashable, Sendable {
  var name: String
  /// `ceasefire`, one word for words that mean the same.
  var head: String
  var details: Set<String>

  /// How a proposal is related to another by its words.
  enum Likeness { case same, narrower, wider }

  init(_ words: String, name: String) {
    self.name = name
    let words = Self.peeled(NameKey.tokens(words).filter { !Self.determiners.contains($0) })
    let end = words.dropFirst().firstIndex { Self.links.contains($0) } ?? words.endIndex
    head = end > 0 ? Self.unified(words[end - 1]) : ""
    var details = Set(words[..<max(0, end - 1)] + words[end...])
    details.subtract(Self.links)
    self.details = Set(details.map(Self.unified))
  }

  /// The words behind `idea of`, `call for`: what is meant rather than that it is meant.
  private static func peeled(_ words: [String]) -> [String] {
    guard words.count > 2, Lexicon.builtIn.has(words[0], in: .wrappings),
      ["of", "for"].contains(words[1])
    else {
      return words
    }
    return peeled(words.dropFirst(2).filter { !determiners.contains($0) })
  }

  /// Nil where the heads differ or each has a detail that the other lacks.
  func likeness(to other: ProposalForm) -> Likeness? {
    guard head == other.head, !head.isEmpty else { return nil }
    if details == other.details { return .same }
    if details.isSuperset(of: other.details) { return .narrower }
    return other.details.isSuperset(of: details) ? .wider : nil
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those", "its", "their", "his", "her", "our", "any",
  ]
  private static let links: Set<String> = [
    "of", "for", "on", "in", "to", "with", "between", "at", "from", "by", "about", "over", "from",
    "against", "under", "into", "and", "s",
  ]
  private static let synonyms = [
    "truce": "ceasefire", "negotiation": "talk", "dialogue": "talk", "accord": "deal",
    "agreement": "deal", "pact": "deal", "proposal": "plan", "programme": "program", "day": "day",
  ]

  private static func unified(_ word: String) -> String {
    let singular = Morphology.singular(of: word)
    return synonyms[singular] ?? singular
  }
}
