public import StanceLanguage
public import StanceModel

/// Says that a graph or a question is erroneous, or outside what the reference evaluates.
public struct Unsupported: Error, Hashable, Sendable, CustomStringConvertible {
  public var description: String

  public init(_ description: String) { self.description = description }
}

/// A graph in memory. Nodes, sources and statements are named by their position in the arrays.
public struct ReferenceGraph: Sendable {
  public var types = TypeTree.builtIn
  public var relations = Relation.builtIn
  public var nodes: [ReferenceNode] = []
  public var affiliations: [ReferenceAffiliation] = []
  public var sources: [ReferenceSource] = []
  public var statements: [ReferenceStatement] = []

  public init() {}
}

public struct ReferenceNode: Hashable, Sendable {
  public var kind: NodeKind
  /// The type, or the name of the kind where no type is declared.
  public var type: String
  public var name: String
  public var aliases: [String] = []
  public var attributes: [String: Value.Kind] = [:]

  public init(kind: NodeKind, type: String, name: String) {
    self.kind = kind
    self.type = type
    self.name = name
  }
}

/// That one node belongs to another, perhaps for some time only.
public struct ReferenceAffiliation: Hashable, Sendable {
  public var member: Int
  public var group: Int
  public var since: PartialDate?
  public var until: PartialDate?
}

public struct ReferenceSource: Hashable, Sendable {
  public var name: String
  public var title: String?
  public var publisher: String?
  public var date: PartialDate?
  public var url: String?
  public var language: String?

  public init(name: String) { self.name = name }
}

public struct ReferenceStatement: Hashable, Sendable {
  public var subject: Int
  /// The base form of the verb.
  public var relation: String
  public var object: Int
  public var date: PartialDate?
  public var speaker: Int?
  public var source: Int?
  public var quote: String?
  public var start: Int?
  public var end: Int?
  public var condition: String?
  public var confidence: Double?
  /// Decides between statements of one day in `first` and `last`. The loader puts a text of the
  /// fields here; whoever compares with another implementation puts that one's hash here.
  public var hash = ""
}

extension ReferenceGraph {
  /// The nodes whose name or alias is the text, compared by key.
  public func nodes(named text: String) -> [Int] {
    let key = NameKey.key(text)
    return nodes.indices.filter { index in
      ([nodes[index].name] + nodes[index].aliases).contains { NameKey.key($0) == key }
    }
  }

  /// The sources whose name or title is the text, compared by key.
  public func sources(named text: String) -> [Int] {
    let key = NameKey.key(text)
    return sources.indices.filter { index in
      [sources[index].name, sources[index].title].contains { $0.map(NameKey.key) == key }
    }
  }

  /// The base relation one of whose forms is the word, with its particle after a blank.
  public func relation(_ word: String) -> Relation? {
    relations.first { $0.forms.all.contains(word) }
  }

  /// Whether a node is of a type, a type below it, or a kind.
  public func isNode(_ node: Int, of type: String) -> Bool {
    types.isBelow(nodes[node].type, type)
  }
}

extension ReferenceStatement {
  /// The statement without what is no part of its identity.
  var identity: ReferenceStatement {
    var copy = self
    copy.confidence = nil
    copy.hash = ""
    return copy
  }
}
