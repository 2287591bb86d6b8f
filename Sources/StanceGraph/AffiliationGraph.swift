import StanceStore

/// Who belongs to which groups, for finding circles and chains that are too long.
struct AffiliationGraph {
  private(set) var records: Set<AffiliationRecord> = []
  /// For each member the groups, one of them several times where it belonged to it several times.
  private var groups: [Int: [Int]] = [:]

  /// Returns whether the affiliation is new.
  @discardableResult
  mutating func insert(_ record: AffiliationRecord) -> Bool {
    guard records.insert(record).inserted else { return false }
    groups[record.member, default: []].append(record.group)
    return true
  }

  /// How far the groups of groups go.
  struct Extent {
    /// For each node the length of the longest chain of groups above it.
    var heights: [Int: Int]
    /// The number of chains from a node up to a group.
    var chains: Int
  }

  /// How far the affiliations go, or nil where a chain leads back to itself. Linear.
  func extent() -> Extent? {
    var members: [Int: [Int]] = [:]
    var open: [Int: Int] = [:]
    for (member, above) in groups {
      open[member] = above.count
      for group in above { members[group, default: []].append(member) }
    }
    var ready = members.keys.filter { groups[$0] == nil }
    var heights = Dictionary(uniqueKeysWithValues: ready.map { ($0, 0) })
    var chains: [Int: Int] = [:]
    var extent = Extent(heights: [:], chains: 0)
    var finished = 0
    while let group = ready.popLast() {
      for member in members[group] ?? [] {
        heights[member] = max(heights[member] ?? 0, (heights[group] ?? 0) + 1)
        let more = (chains[group] ?? 0) + 1
        chains[member] = min(Int(Int32.max), (chains[member] ?? 0) + more)
        extent.chains = min(Int(Int32.max), extent.chains + more)
        open[member]? -= 1
        guard open[member] == 0 else { continue }
        finished += 1
        ready.append(member)
      }
    }
    extent.heights = heights
    return finished == groups.count ? extent : nil
  }

  /// The groups from one node up to another, both included, or nil where no way leads there.
  func chain(from start: Int, to goal: Int) -> [Int]? {
    var ways: [Int: Int] = [start: start]
    var open = [start]
    while let node = open.popLast() {
      if node == goal {
        var chain = [node]
        while let last = chain.last, last != start, let before = ways[last] { chain.append(before) }
        return chain.reversed()
      }
      for group in (groups[node] ?? []).sorted() where ways[group] == nil {
        ways[group] = node
        open.append(group)
      }
    }
    return nil
  }
}
