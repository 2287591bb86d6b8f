public import StanceModel

/// A half-open range of Unicode scalars of an article's text, 0-based.
public struct TextSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  /// - Precondition: `start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }

  /// Whether the other span lies within this one.
  public func contains(_ other: TextSpan) -> Bool { start <= other.start && other.end <= end }
}

/// One document to read: plain text and what is known of it.
public struct Article: Sendable {
  public var id: String
  public var title: String?
  /// The day of publication.
  public var date: PartialDate?
  /// Who published it.
  public var source: String?
  public var text: String

  public init(
    id: String, title: String? = nil, date: PartialDate? = nil, source: String? = nil, text: String
  ) {
    self.id = id
    self.title = title
    self.date = date
    self.source = source
    self.text = text
  }
}
