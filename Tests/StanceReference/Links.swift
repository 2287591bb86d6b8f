import StanceLanguage
import StanceModel

/// What paths run along: statements, affiliations and derived pairs, in both directions.
struct Links {
  struct Link: Hashable {
    var from: Int
    var to: Int
    /// How the relation is printed.
    var label: String
    /// Whether the relation itself runs both ways.
    var isMutual = false
  }

  /// A link as it is walked.
  struct Step: Hashable {
    var node: Int
    var label: String
    var isForward: Bool
    var next: Int
  }

  private(set) var links: Set<Link> = []
  private let context: Context

  /// The links that `via` names, by default those of all base relations and affiliation. The
  /// qualifiers restrict the statements.
  init(_ context: Context, via: [ViaSyntax], qualifiers: [Qualifier]) throws {
    self.context = context
    guard qualifiers.allSatisfy(\.isClosed) else {
      throw Unsupported("a path cannot bind the variables of a qualifier")
    }
    if via.isEmpty {
      try addStatements(context.world.graph.relations, qualifiers)
      addAffiliations()
    }
    for step in via {
      switch step {
      case .affiliation: addAffiliations()
      case .verb(let verb): try add(verb, qualifiers)
      }
    }
  }

  private mutating func add(_ verb: Verb, _ qualifiers: [Qualifier]) throws {
    let word: String
    switch verb.kind {
    case .word(let text): word = text
    case .parameter(let name): word = try context.parameters.text(name)
    case .variable: throw Unsupported("a variable after ‘via’")
    }
    switch try context.meaning(ofVerb: word) {
    case .base(let relation): try addStatements([relation], qualifiers)
    case .derived(let defined): try addPairs(defined, qualifiers)
    }
  }

  private mutating func addStatements(
    _ relations: [Relation], _ qualifiers: [Qualifier]
  ) throws {
    let world = context.world
    for (index, statement) in world.statements.enumerated() {
      let base = world.original(index).relation
      guard let relation = relations.first(where: { $0.forms.base == base }),
        try satisfies(index, qualifiers)
      else { continue }
      links.insert(
        Link(from: statement.subject, to: statement.object, label: relation.forms.third))
    }
  }

  private func satisfies(_ index: Int, _ qualifiers: [Qualifier]) throws -> Bool {
    var lowering = Lowering(context)
    let statement = lowering.hidden()
    let formula = Formula.and(
      try qualifiers.flatMap { try lowering.conditions($0, on: statement) })
    let solver = Solver(world: context.world, domains: lowering.domains)
    return try !solver.solutions(of: formula, given: [statement: .statement(index)]).isEmpty
  }

  /// Affiliations of the world, whatever their dates.
  private mutating func addAffiliations() {
    let world = context.world
    for affiliation in world.graph.affiliations {
      for member in world.images(of: affiliation.member) {
        for group in world.images(of: affiliation.group) where member != group {
          links.insert(Link(from: member, to: group, label: "from"))
        }
      }
    }
  }

  private mutating func addPairs(
    _ defined: Context.Defined, _ qualifiers: [Qualifier]
  ) throws {
    let rules = context.rules.filter { $0.defined == defined }
    let isMutual = rules.allSatisfy(\.definition.isMutual)
    for pair in try context.extent(of: defined, scope: qualifiers).pairs {
      guard case .node(let first) = pair.first, case .node(let second) = pair.second,
        let label = rules.first?.forms.third
      else { continue }
      links.insert(Link(from: first, to: second, label: label, isMutual: isMutual))
    }
  }

  /// The steps from a node. A mutual relation is walked along its own pairs only.
  func steps(from node: Int) -> [Step] {
    links.flatMap { link -> [Step] in
      var steps: [Step] = []
      if link.from == node {
        steps.append(Step(node: node, label: link.label, isForward: true, next: link.to))
      }
      if link.to == node, !link.isMutual {
        steps.append(Step(node: node, label: link.label, isForward: false, next: link.from))
      }
      return steps
    }
  }

  // MARK: - Distances and paths

  /// The nodes that can be reached from a node, each with the length of a shortest path.
  func distances(from start: Int) -> [Int: Int] {
    var distances = [start: 0]
    var level: Set<Int> = [start]
    var length = 0
    while !level.isEmpty {
      length += 1
      let next = level.flatMap { steps(from: $0).map(\.next) }
      level = Set(next).filter { distances[$0] == nil }
      for node in level { distances[node] = length }
    }
    return distances
  }

  /// The pairs of different nodes with a path of at most so many links between them.
  func reachable(within limit: Int) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for start in context.world.nodes {
      for (node, distance) in distances(from: start) where (1...max(1, limit)).contains(distance) {
        guard distance <= limit else { continue }
        pairs.insert(Pair(first: .node(start), second: .node(node), weight: nil))
      }
    }
    return pairs
  }

  /// The steps of all shortest paths, each with its number from 1.
  func shortest(from start: Int, to end: Int, within limit: Int) -> [(number: Int, step: Step)] {
    let (ahead, back) = (distances(from: start), distances(from: end))
    guard let total = ahead[end], total <= limit else { return [] }
    return ahead.flatMap { node, distance in
      steps(from: node).compactMap { step in
        guard let rest = back[step.next], distance + 1 + rest == total else { return nil }
        return (distance + 1, step)
      }
    }
  }

  /// The paths of at most so many links that visit no node twice, as sequences of nodes.
  func simple(from start: Int, to end: Int, within limit: Int) -> Set<[Int]> {
    var found: Set<[Int]> = []
    func walk(_ path: [Int], _ node: Int) {
      if node == end, path.count > 1 { found.insert(path) }
      guard node != end || path.count == 1, path.count <= limit else { return }
      for next in Set(steps(from: node).map(\.next)) where !path.contains(next) {
        walk(path + [next], next)
      }
    }
    walk([start], start)
    return found
  }
}
