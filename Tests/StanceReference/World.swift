import StanceModel

/// The graph that a question is asked of: the loaded one, or under `by` its quotient, in which every
/// actor is replaced by its nearest ancestors-or-self of a type.
struct World {
  /// A statement with its roles mapped; without `by` there is one for each statement.
  struct Statement: Hashable {
    /// The position in the graph of the statement that this is an image of.
    var original: Int
    var subject: Int
    var object: Int
    var speaker: Int?
  }

  /// The kinds of nodes that `by` replaces.
  static let replacedKinds: Set<NodeKind> = [.actor]

  let graph: ReferenceGraph
  let level: String?
  /// The nodes that variables range over.
  private(set) var nodes: [Int] = []
  private(set) var statements: [Statement] = []

  init(_ graph: ReferenceGraph, by level: String?) {
    self.graph = graph
    self.level = level
    for index in graph.statements.indices { addImages(of: index) }
    let roles = statements.flatMap { [$0.subject, $0.object] + ($0.speaker.map { [$0] } ?? []) }
    let timeless = graph.nodes.indices.flatMap { images(of: $0) }
    nodes = Set(timeless + roles).sorted()
  }

  private mutating func addImages(of index: Int) {
    let statement = graph.statements[index]
    let time = Time.of(statement.date)
    let speakers: [Int?] = statement.speaker.map { images(of: $0, at: time) } ?? [nil]
    for subject in images(of: statement.subject, at: time) {
      for object in images(of: statement.object, at: time) {
        for speaker in speakers {
          statements.append(
            Statement(original: index, subject: subject, object: object, speaker: speaker))
        }
      }
    }
  }

  /// What stands for a node in this world: the node itself, or its nearest ancestors of the level.
  func images(of node: Int, at time: Time = .any) -> [Int] {
    guard let level, Self.replacedKinds.contains(graph.nodes[node].kind) else { return [node] }
    let chains = chains(from: node).filter {
      graph.isNode($0.ancestor, of: level) && $0.counts(at: time)
    }
    guard let nearest = chains.map(\.length).min() else { return [node] }
    return Set(chains.filter { $0.length == nearest }.map(\.ancestor)).sorted()
  }

  func original(_ statement: Int) -> ReferenceStatement {
    graph.statements[statements[statement].original]
  }
}

/// When an affiliation must hold.
enum Time {
  /// At any time: dates do not matter.
  case any
  /// At the date of a statement, which may be unknown.
  case of(PartialDate?)
}

/// A way up the affiliations, with the days on which all of them hold.
struct Chain {
  var ancestor: Int
  var length: Int
  var first = Int.min
  var last = Int.max

  /// Whether the chain may hold at the time. One that never holds counts at no statement.
  func counts(at time: Time) -> Bool {
    switch time {
    case .any: return true
    case .of(let date):
      guard first <= last else { return false }
      guard let date else { return true }
      return max(first, date.first) <= min(last, date.last)
    }
  }
}

extension World {
  /// Every way up from a node, the empty one first.
  func chains(from node: Int) -> [Chain] {
    extend(Chain(ancestor: node, length: 0), visited: [node])
  }

  private func extend(_ chain: Chain, visited: Set<Int>) -> [Chain] {
    let steps = graph.affiliations.filter {
      $0.member == chain.ancestor && !visited.contains($0.group)
    }
    return [chain]
      + steps.flatMap { step in
        let longer = Chain(
          ancestor: step.group, length: chain.length + 1,
          first: max(chain.first, step.since?.first ?? .min),
          last: min(chain.last, step.until?.last ?? .max))
        return extend(longer, visited: visited.union([step.group]))
      }
  }

  /// Whether the member is the group or belongs to it, over any number of steps.
  func isNode(_ member: Int, from group: Int, at time: Time) -> Bool {
    member == group
      || chains(from: member).contains { $0.ancestor == group && $0.counts(at: time) }
  }
}
