import StanceModel
import StanceStore

/// The nodes of a graph that is being loaded, by the keys of their names.
struct NameTable {
  private(set) var nodes: [Int: NodeRecord] = [:]
  private var byKey: [String: [Int]] = [:]
  private var byCanonicalKey: [String: Int] = [:]
  private(set) var nextID = 1

  /// Every key with a name that has it, for suggestions.
  var names: [(key: String, name: String)] {
    byKey.flatMap { key, ids in ids.compactMap { id in nodes[id].map { (key, $0.name) } } }
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
  }

  mutating func update(_ node: NodeRecord) { nodes[node.id] = node }

  /// The node of which this is the name itself.
  func canonical(key: String) -> NodeRecord? { byCanonicalKey[key].flatMap { nodes[$0] } }

  /// The nodes of which this is a name or an alias, in order of identifier.
  func named(key: String) -> [NodeRecord] { (byKey[key] ?? []).sorted().compactMap { nodes[$0] } }
}
