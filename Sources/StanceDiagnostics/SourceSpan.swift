/// A half-open range of UTF-8 byte offsets into one source text.
public struct SourceSpan: Hashable, Sendable {
  public var start: Int
  public var end: Int

  /// - Precondition: `start <= end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "a span ends before it starts")
    self.start = start
    self.end = end
  }

  public var length: Int { end - start }

  /// The smallest span that covers both.
  public func union(_ other: SourceSpan) -> SourceSpan {
    SourceSpan(min(start, other.start), max(end, other.end))
  }
}

extension SourceSpan: Comparable {
  /// By start, then by end.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}
