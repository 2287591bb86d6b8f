import StanceModel
import StanceQuery

/// A small graph in memory, as far as binding looks at one. No two things share a number, so that an
/// outline can be read with names in the place of numbers.
struct SampleCatalog: Catalog {
  var hasDatedAffiliations = false
  var types: TypeTree = {
    var types = TypeTree.builtIn
    types.add("councillor", below: "person")
    return types
  }()

  static let nodes: [(node: CatalogNode, aliases: [String])] = [
    (CatalogNode(id: 1, kind: .actor, type: "country", name: "Russia"), ["Russian Federation"]),
    (CatalogNode(id: 2, kind: .actor, type: "country", name: "Ukraine"), []),
    (CatalogNode(id: 3, kind: .actor, type: "bloc", name: "European Union"), ["EU"]),
    (CatalogNode(id: 4, kind: .actor, type: "country", name: "France"), []),
    (CatalogNode(id: 5, kind: .actor, type: "person", name: "Emmanuel Macron"), ["Macron"]),
    (CatalogNode(id: 6, kind: .actor, type: "country", name: "Georgia"), []),
    (CatalogNode(id: 7, kind: .place, type: "region", name: "Georgia"), []),
    (CatalogNode(id: 8, kind: .place, type: "city", name: "Istanbul"), ["İstanbul"]),
    (CatalogNode(id: 9, kind: .proposal, type: "plan", name: "Truce"), []),
    (CatalogNode(id: 10, kind: .proposal, type: "proposal", name: "30-day ceasefire"), []),
    (CatalogNode(id: 11, kind: .place, type: "city", name: "The Hague"), []),
    (CatalogNode(id: 12, kind: .actor, type: "person", name: "John Smith"), []),
    (CatalogNode(id: 13, kind: .actor, type: "councillor", name: "John A. Smith"), ["John Smith"]),
    (CatalogNode(id: 14, kind: .actor, type: "country", name: "Hungary"), []),
  ]

  static let groups = [4: 3, 5: 4, 14: 3]

  let relations: [CatalogRelation] = {
    let trust = Relation(forms: VerbForms(base: "trust"), subjects: [.actor], objects: [.actor])
    let seek = Relation(
      forms: VerbForms(base: "seek", third: "seeks", past: "sought"), subjects: [.actor],
      objects: [.place, .proposal])
    let stand = Relation(
      forms: VerbForms(base: "stand", third: "stands", past: "stood", particle: "for"),
      subjects: [.actor], objects: [.proposal])
    let opposites = [101: 102, 102: 101]
    return (Relation.builtIn + [trust, seek, stand]).enumerated().map { index, relation in
      CatalogRelation(id: 101 + index, relation: relation, opposite: opposites[101 + index])
    }
  }()

  static let sourceTitles: [(source: CatalogSource, title: String)] = [
    (CatalogSource(id: 201, name: "Gazette"), "The Daily Gazette"),
    (CatalogSource(id: 202, name: "Herald"), "Morning News"),
    (CatalogSource(id: 203, name: "Tribune"), "Morning News"),
  ]

  func nodes(key: String) -> [CatalogNode] {
    Self.nodes.filter { entry in
      ([entry.node.name] + entry.aliases).contains { NameKey.key($0) == key }
    }.map(\.node)
  }

  func sources(key: String) -> [CatalogSource] {
    Self.sourceTitles.filter { [$0.source.name, $0.title].map(NameKey.key).contains(key) }
      .map(\.source)
  }

  func names() -> [(key: String, name: String)] {
    Self.nodes.flatMap { [$0.node.name] + $0.aliases }.map { (NameKey.key($0), $0) }
  }

  func sourceNames() -> [(key: String, name: String)] {
    Self.sourceTitles.flatMap { [$0.source.name, $0.title] }.map { (NameKey.key($0), $0) }
  }

  func attributes() -> Set<String> { ["population", "motto"] }

  func ancestors(of node: Int, types: [String]) -> [Int] {
    var current: Int? = node
    while let id = current {
      if Self.nodes.contains(where: { $0.node.id == id && types.contains($0.node.type) }) {
        return [id]
      }
      current = Self.groups[id]
    }
    return []
  }

  /// The name of what has a number: a node with its type where two have the name, a verb, a source.
  static func name(of id: Int) -> String {
    if let entry = nodes.first(where: { $0.node.id == id }) {
      let isOnly = nodes.count { $0.node.name == entry.node.name } == 1
      return isOnly ? entry.node.name : "\(entry.node.type) \(entry.node.name)"
    }
    if let source = sourceTitles.first(where: { $0.source.id == id }) { return source.source.name }
    return SampleCatalog().relations.first { $0.id == id }?.relation.forms.third ?? "#\(id)"
  }
}
