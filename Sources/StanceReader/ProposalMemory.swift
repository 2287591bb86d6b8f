/// The proposals that an article spoke of last, for `it` and `the plan`.
struct ProposalMemory {
  private var items: [(text: String, sentence: Int)] = []
  private var now = 0

  mutating func advance() { now += 1 }

  mutating func remember(_ text: String) {
    items.append((text, now))
    if items.count > 16 { items.removeFirst(8) }
  }

  /// The last proposal of at most so many sentences ago.
  func last(within distance: Int) -> String? {
    items.last { $0.sentence >= now - distance }?.text
  }
}
