public import StanceDiagnostics
public import StanceModel

/// A name in a graph file, perhaps with its kind or type.
public struct GraphName: Hashable, Sendable {
  public var text: String
  public var kind: Word?
  public var span: SourceSpan

  public init(text: String, kind: Word?, span: SourceSpan) {
    self.text = text
    self.kind = kind
    self.span = span
  }
}

/// One sentence or heading of a graph file.
public struct GraphEntry: Sendable {
  public enum Kind: Sendable {
    case heading([Qualifier])
    case title(GraphName, String?)
    case kind(Word, Word)
    case relation(RelationSyntax)
    case source(SourceSyntax)
    case node(NodeSyntax)
    case fact(GraphName, Word, Value)
    case statement(StatementSyntax)
  }

  public var kind: Kind
  public var span: SourceSpan
}

/// `a place or an actor can host a proposal, the opposite of …`
public struct RelationSyntax: Hashable, Sendable {
  /// The -s form and the past form of an irregular verb.
  public struct Irregular: Hashable, Sendable {
    public var third: String
    public var past: String
  }

  public var subjects: [Word]
  public var verb: Word
  public var particle: String?
  public var irregular: Irregular?
  public var objects: [Word]
  public var opposite: Word?
}

public struct SourceSyntax: Hashable, Sendable {
  public var name: GraphName
  public var title: String?
  public var publisher: String?
  public var date: DateSyntax?
  public var url: String?
  public var language: String?
  public var file: String?
  public var sha256: String?
}

public struct NodeSyntax: Hashable, Sendable {
  public struct Group: Hashable, Sendable {
    public var name: GraphName
    public var since: PartialDate?
    public var until: PartialDate?
    /// The name with its dates.
    public var span: SourceSpan
  }

  public var name: GraphName
  public var type: Word?
  public var groups: [Group]
  public var aliases: [GraphName]
}

public struct StatementSyntax: Sendable {
  public var subject: GraphName
  public var verb: Verb
  public var object: GraphName
  public var qualifiers: [Qualifier]
}
