/// The proposals that an article spoke of last, for `it` and `the plan`.
struct ProposalMemory {
  private struct Item {
    var text: String
    var sentence: Int
    /// Whether the text speaks of it as of something known: `the levy`.
    var isKnown: Bool
  }

  private var items: [Item] = []
  private var now = 0

  mutating func advance() { now += 1 }

  mutating func remember(_ text: String, isKnown: Bool) {
    items.append(Item(text: text, sentence: now, isKnown: isKnown))
    if items.count > 16 { items.removeFirst(8) }
  }

  /// The last new proposal of at most so many sentences ago.
  func last(within distance: Int) -> String? {
    items.last { $0.sentence >= now - distance && !$0.isKnown }?.text
  }

  /// The last proposal of at most so many sentences ago, a known one too.
  func lastKnown(within distance: Int) -> String? {
    items.last { $0.sentence >= now - distance }?.text
  }
}
