public import StanceModel

/// What binding needs to know of a graph.
///
/// The store implements it on a database, the tests on graphs in memory.
public protocol Catalog {
  /// The nodes of which the key is the name or an alias, by identifier.
  func nodes(key: String) throws -> [CatalogNode]
  /// The sources of which the key is the name or the title, by identifier.
  func sources(key: String) throws -> [CatalogSource]
  /// Every name and alias with its key, for suggestions.
  func names() throws -> [(key: String, name: String)]
  func sourceNames() throws -> [(key: String, name: String)]
  /// The names of the attributes that some node has.
  func attributes() throws -> Set<String>
  /// The nearest ancestors-or-self of one of the types by affiliation, or none.
  func ancestors(of node: Int, types: [String]) throws -> [Int]
  /// The verbs of the graph.
  var relations: [CatalogRelation] { get }
  var types: TypeTree { get }
  /// Whether some affiliation has a beginning or an end.
  var hasDatedAffiliations: Bool { get }
}

public struct CatalogNode: Hashable, Sendable {
  public var id: Int
  public var kind: NodeKind
  public var type: String
  public var name: String

  public init(id: Int, kind: NodeKind, type: String, name: String) {
    self.id = id
    self.kind = kind
    self.type = type
    self.name = name
  }
}

public struct CatalogSource: Hashable, Sendable {
  public var id: Int
  public var name: String

  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }
}

public struct CatalogRelation: Hashable, Sendable {
  public var id: Int
  public var relation: Relation
  /// The identifier of the relation that says the contrary.
  public var opposite: Int?

  public init(id: Int, relation: Relation, opposite: Int?) {
    self.id = id
    self.relation = relation
    self.opposite = opposite
  }
}
