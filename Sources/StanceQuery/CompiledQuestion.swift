public import StanceSQL

/// A plan as the one SELECT that answers it, with what its result columns mean.
public struct CompiledQuestion: Sendable {
  public var sql: SQLFragment
  public var columns: [ResultColumn]
  /// Whether two columns follow the others: the identifiers of the statements behind the row, and
  /// the derived pairs in it, both as JSON arrays.
  public var hasEvidence: Bool
  /// What the program does with the rows of a SELECT of numbers; nil where SQLite does everything.
  public var arrangement: Arrangement?
}

public struct ResultColumn: Hashable, Sendable {
  /// How a value of the database is read.
  public enum Reading: Hashable, Sendable {
    /// A text or number as it is.
    case plain
    /// `first day · 10⁸ + last day`
    case date
    /// A JSON array of plain values, to be sorted.
    case list
    case dateList
  }

  public var label: String
  public var reading: Reading
}
