public import StanceModel
import StanceSQL

/// A node as it is stored.
public struct NodeRecord: Hashable, Sendable {
  public var id: Int
  public var kind: NodeKind
  public var type: String
  public var name: String
  /// False of a node that only statements have named so far.
  public var isDeclared: Bool

  public init(id: Int, kind: NodeKind, type: String, name: String, isDeclared: Bool) {
    self.id = id
    self.kind = kind
    self.type = type
    self.name = name
    self.isDeclared = isDeclared
  }
}

/// That a node belongs to a group, from one date until another.
public struct AffiliationRecord: Hashable, Sendable {
  public var member: Int
  public var group: Int
  public var since: PartialDate?
  public var until: PartialDate?

  public init(member: Int, group: Int, since: PartialDate?, until: PartialDate?) {
    self.member = member
    self.group = group
    self.since = since
    self.until = until
  }

  /// The days that are stored, with the beginning and end of all time where none is given.
  var sinceDay: Int { since?.first ?? PartialDate.always }
  var untilDay: Int { until?.last ?? PartialDate.ever }
}

public struct SourceRecord: Hashable, Sendable {
  public var id: Int
  public var name: String
  public var title: String?
  public var publisher: String?
  public var date: PartialDate?
  public var url: String?
  public var language: String?
  public var file: String?
  public var sha256: String?

  public init(id: Int, name: String) {
    self.id = id
    self.name = name
  }
}

/// Who holds what, with everything that is known of the statement.
public struct StatementRecord: Hashable, Sendable {
  public var subject: Int
  public var relation: Int
  public var object: Int
  public var date: PartialDate?
  public var speaker: Int?
  public var source: Int?
  public var quote: String?
  /// Offsets of the quotation in the source's text, in Unicode scalars, half-open.
  public var start: Int?
  public var end: Int?
  public var condition: String?
  public var confidence: Double?

  public init(subject: Int, relation: Int, object: Int) {
    self.subject = subject
    self.relation = relation
    self.object = object
  }
}

public struct RelationRecord: Hashable, Sendable {
  public var id: Int
  public var relation: Relation

  public init(id: Int, relation: Relation) {
    self.id = id
    self.relation = relation
  }
}

extension SQLValue {
  static func optional(_ text: String?) -> SQLValue { text.map { .text($0) } ?? .null }
  static func optional(_ number: Int?) -> SQLValue { number.map { .integer($0) } ?? .null }
  static func optional(_ number: Double?) -> SQLValue { number.map { .real($0) } ?? .null }
}

extension PartialDate {
  /// Stands for no beginning, before all dates.
  static let always = 0
  /// Stands for no end, after all dates.
  static let ever = 99_999_999
}
