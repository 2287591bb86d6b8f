public import StanceModel

/// A thing of a graph that is there already.
public struct KnownNode: Hashable, Sendable {
  public var name: String
  public var kind: NodeKind
  /// The type as the graph calls it: `country`.
  public var type: String

  public init(name: String, kind: NodeKind, type: String) {
    self.name = name
    self.kind = kind
    self.type = type
  }
}

/// The names and aliases of a graph that is there already.
public struct KnownNames: Sendable {
  private var byKey: [String: [KnownNode]] = [:]
  private var byLastWord: [String: [KnownNode]] = [:]
  private var proposals: [String: [ProposalForm]] = [:]

  /// Takes up a name or an alias, by its key, of a node.
  public mutating func add(key: String, of node: KnownNode) {
    guard byKey[key]?.contains(node) != true else { return }
    byKey[key, default: []].append(node)
    if node.type == "person", let last = key.split(separator: " ").last {
      byLastWord[String(last), default: []].append(node)
    }
    if node.kind == .proposal {
      let form = ProposalForm(key, name: node.name)
      proposals[form.head, default: []].append(form)
    }
  }

  public init() {}

  func nodes(named name: String) -> [KnownNode] { byKey[NameKey.key(name)] ?? [] }

  /// The people whose last name this is.
  func people(called name: String) -> [KnownNode] {
    guard let last = NameKey.key(name).split(separator: " ").last else { return [] }
    var found: [KnownNode] = []
    for node in byLastWord[String(last)] ?? [] where !found.contains(node) { found.append(node) }
    return found
  }

  func proposals(like form: ProposalForm) -> [ProposalForm] { proposals[form.head] ?? [] }
}
