import StanceModel
import StanceStore

/// The nodes of a graph that is being loaded, by the keys of their names.
struct NameTable {
  private(set) var nodes: [Int: NodeRecord] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byCanonicalKey: [String: Int] = [:]
  private var formerKeys: Set<String> = []
  private var renamed: Set<Int> = []
  /// The numbers of nodes that are there no longer unless a name brings them back.
  private var kept: [String: Int] = [:]
  private var nextID = 1
  /// The names of which the skeleton is not the key, by it.
  private var disguised: [String: [(name: String, id: Int)]] = [:]

  /// Every key with a name that has it, for suggestions.
  var names: [(key: String, name: String)] {
    byKey.flatMap { key, ids in ids.compactMap { id in nodes[id].map { (key, $0.name) } } }
  }

  /// The number of a new node: the one it had before, or one that none has had.
  func number(forKey key: String) -> (id: Int, isOld: Bool) {
    kept[key].map { ($0, true) } ?? (nextID, false)
  }

  /// Keeps the number of a node for when its name comes again.
  mutating func keepNumber(of node: NodeRecord) {
    kept[NameKey.key(node.name)] = node.id
    nextID = max(nextID, node.id + 1)
  }

  mutating func add(_ node: NodeRecord) {
    nodes[node.id] = node
    nextID = max(nextID, node.id + 1)
    let key = NameKey.key(node.name)
    byCanonicalKey[key] = node.id
    addAlias(key: key, of: node.id)
  }

  mutating func addAlias(key: String, of id: Int) {
    if byKey[key]?.contains(id) != true { byKey[key, default: []].append(id) }
  }

  /// A name that was the node's own before it was renamed: declarations of it mean this node.
  mutating func addFormerName(key: String, of id: Int) {
    addAlias(key: key, of: id)
    if byCanonicalKey[key] == nil { byCanonicalKey[key] = id }
    renamed.insert(id)
    if let name = nodes[id]?.name, NameKey.key(name) != key { formerKeys.insert(key) }
  }

  /// A name of another thing that looks like a name and is not the same, if there is one; the name
  /// is remembered.
  mutating func lookalike(of name: String, key: String, id: Int) -> String? {
    let skeleton = NameKey.skeleton(name)
    let isDisguised = skeleton != key
    let other = disguised[skeleton]?.first { $0.id != id && NameKey.key($0.name) != key }
    if isDisguised, disguised[skeleton]?.contains(where: { $0.id == id }) != true {
      disguised[skeleton, default: []].append((name, id))
    }
    guard other == nil, isDisguised else { return other?.name }
    let plain = (byKey[skeleton] ?? []).filter { $0 != id }
    return plain.first.flatMap { nodes[$0]?.name }
  }

  /// Whether a command gave the node its name, so that no file changes it.
  func isRenamed(_ id: Int) -> Bool { renamed.contains(id) }

  /// Whether this is the key of a name that a node had before a command gave it another.
  func isFormer(key: String) -> Bool { formerKeys.contains(key) }

  mutating func update(_ node: NodeRecord) { nodes[node.id] = node }

  /// The node of which this is the name itself.
  func canonical(key: String) -> NodeRecord? { byCanonicalKey[key].flatMap { nodes[$0] } }

  /// The nodes of which this is a name or an alias, in order of identifier.
  func named(key: String) -> [NodeRecord] { (byKey[key] ?? []).sorted().compactMap { nodes[$0] } }
}
