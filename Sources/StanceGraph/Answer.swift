import StanceLanguage
public import StanceModel

/// One cell of an answer.
public enum AnswerValue: Hashable, Sendable {
  case absent
  case text(String)
  case integer(Int)
  case real(Double)
  /// Distinct values, sorted.
  case list([AnswerValue])
}

/// What a question was answered with.
public struct Answer: Sendable {
  /// The question as it was written.
  public var question: String
  public var columns: [String]
  public var rows: [[AnswerValue]]
  /// Advice for the reader, one line each.
  public var notes: [String]
  /// For each row the statements that made it true, where evidence was asked for.
  public var evidence: [[Evidence]]
  /// For each row the derived pairs in it, where evidence was asked for.
  public var derived: [[DerivedPair]]
  /// Whether there were more rows than the limit allowed.
  public var isCut: Bool

  /// Whether the answer says nothing: no row, or nothing recorded.
  public var isEmpty: Bool {
    rows.isEmpty || rows == [[.text("nothing recorded"), .integer(0)]]
  }
}

/// A statement behind a row.
public struct Evidence: Hashable, Sendable {
  public var id: Int
  public var subject: NodeLabel
  /// The -s form of the verb.
  public var relation: String
  public var object: NodeLabel
  public var date: PartialDate?
  public var speaker: String?
  public var source: String?
  public var sourceURL: String?
  public var quote: String?
  public var start: Int?
  public var end: Int?
  public var condition: String?
  public var confidence: Double?
}

/// A node as answers and pictures name it.
public struct NodeLabel: Hashable, Sendable {
  public var id: Int
  public var name: String
  public var kind: NodeKind
  public var type: String
}

/// Two nodes that a derived relation joins.
public struct DerivedPair: Hashable, Sendable {
  public var relation: String
  public var isMutual: Bool
  public var subject: NodeLabel
  public var object: NodeLabel
  /// How many things the relation counted.
  public var weight: Int
}
