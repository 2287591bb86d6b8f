/// Something that a check of a graph found.
public struct Finding: Hashable, Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// The database file itself is damaged.
    case integrity
    /// A derived table differs from what follows from the statements.
    case derived
    /// A statement is not the one that its identity was made of.
    case identity
    /// The text of a source is not the one whose SHA-256 its sentence gives.
    case hash
    /// A quotation does not stand in the text of its source where it should.
    case quotation
    /// A holder supports and rejects the same, unconditionally.
    case contradiction
    /// Somebody tells of a stance that its holder denies.
    case hearsay
    /// A name that no sentence declares.
    case undeclared
    /// Two names that may mean the same.
    case similar
  }

  public var kind: Kind
  public var message: String
  /// The statements that it is about, as lines of a graph file.
  public var statements: [String]
  public var help: String?

  init(_ kind: Kind, _ message: String, statements: [String] = [], help: String? = nil) {
    self.kind = kind
    self.message = message
    self.statements = statements
    self.help = help
  }
}

/// What a check looked at, and what it found.
public struct CheckReport: Sendable {
  public var findings: [Finding] = []
  public var statements = 0
  /// Quotations that were compared with the text of their source, of those there are.
  public var verified = 0
  public var quotations = 0
}
