import StanceLanguage
import StanceModel

/// What a sentence is read against: the graph, the definitions and the parameters.
struct Context {
  let world: World
  let rules: [Rule]
  let parameters: Parameters
  /// What is known so far of the definitions that are being computed.
  var underway: [Defined: Extension] = [:]

  /// The name of something defined.
  enum Defined: Hashable {
    /// The base form of the verb.
    case verb(String)
    case kind(String)
  }

  /// What a verb stands for.
  enum Meaning {
    /// The base form of a verb of the graph.
    case base(Relation)
    case derived(Defined)
  }

  func meaning(ofVerb word: String) throws -> Meaning {
    if let relation = world.graph.relation(word) { return .base(relation) }
    guard let defined = defined(verb: word) else { throw Unsupported("no relation ‘\(word)’") }
    return .derived(defined)
  }

  /// The defined relation one of whose forms is the word.
  func defined(verb word: String) -> Defined? {
    rules.first { rule in
      guard case .verb = rule.defined else { return false }
      return rule.forms.all.contains(word)
    }?.defined
  }

  /// The defined kind that a word names in the singular or the plural.
  func defined(kind word: String) -> Defined? {
    ([word] + singulars(of: word)).map(Defined.kind).first { kind in
      rules.contains { $0.defined == kind }
    }
  }

  /// The type, kind or defined kind that a word names, in the singular.
  func kind(named word: String) throws -> String {
    if word == "source" || word == "sources" { return "source" }
    if let type = world.graph.types.named(word) { return type }
    guard case .kind(let kind) = defined(kind: word) else {
      throw Unsupported("no kind ‘\(word)’")
    }
    return kind
  }

  /// Everything of a kind, as ``kind(named:)`` returns it; a defined one is computed from the
  /// statements that the scope admits.
  func members(of kind: String, scope: [Qualifier]) throws -> Set<Thing> {
    if kind == "source" { return Set(world.graph.sources.indices.map { .source($0) }) }
    if let defined = defined(kind: kind) {
      guard scope.allSatisfy(\.isClosed) else {
        throw Unsupported("a defined kind has no statements")
      }
      return Set(try extent(of: defined, scope: scope).tuples.map(\.first))
    }
    return Set(world.nodes.filter { world.graph.isNode($0, of: kind) }.map { .node($0) })
  }

  /// What stands for the nodes of a name in a place that allows some kinds.
  func nodes(
    named text: String, type: String? = nil, allowed: Set<NodeKind> = .all
  ) throws -> [Int] {
    let graph = world.graph
    var found = graph.nodes(named: text)
    if let type {
      let kind = try kind(named: type)
      found = found.filter { graph.isNode($0, of: kind) }
    }
    if found.count > 1 { found = found.filter { allowed.contains(graph.nodes[$0].kind) } }
    guard let node = found.first else { throw Unsupported("nothing is called ‘\(text)’") }
    guard found.count == 1 else { throw Unsupported("‘\(text)’ has several meanings") }
    guard allowed.contains(graph.nodes[node].kind) || !underway.isEmpty else {
      throw Unsupported("‘\(text)’ is of the wrong kind")
    }
    return world.images(of: node)
  }

  func source(named text: String) throws -> Int {
    let found = world.graph.sources(named: text)
    guard let source = found.first, found.count == 1 else {
      throw Unsupported("no single source is called ‘\(text)’")
    }
    return source
  }
}
