/// What is left to do where a SELECT gives numbers only: to drop doubles, to sort, to cut and to name.
///
/// A long answer is made several times faster so than by SQLite, which would look up and copy a name
/// for each cell and compare names while it sorts.
public struct Arrangement: Hashable, Sendable {
  /// What the numbers of a column are. NULL is absent in all of them.
  public enum Numbers: Hashable, Sendable {
    /// Identifiers, which stand for names and sort like them.
    case node, source, relation
    /// `first day · 10⁸ + last day`
    case date
    case plain
  }

  public struct Key: Hashable, Sendable {
    /// A position in ``columns``.
    public var column: Int
    public var isDescending: Bool
  }

  /// The columns of the SELECT.
  public var columns: [Numbers]
  /// For each column of the answer its position in ``columns``.
  public var shown: [Int]
  /// The most important first; every column is among them, so that the order is total. Absent values
  /// come last either way.
  public var keys: [Key]
  public var limit: Int?
  public var skip: Int
  /// Whether the SELECT gives no row twice.
  public var isDistinct = false
  /// Set where the SELECT gives what is counted of pairs, from which ``columns`` are made first.
  public var network: Network?
}

/// The rows `a, b, c` of a relation that counts: `a` and `b` have a `c` in common. Rows may occur
/// several times.
public struct Network: Hashable, Sendable {
  public enum Column: Hashable, Sendable { case subject, object, weight }

  public var columns: [Column]
  /// Whether each pair is given once only, with its lesser end first, but holds both ways.
  public var isMutual: Bool
}

extension AnswerSheet {
  /// How the rows of `m` become the answer, if they are numbers and nothing else is asked of them.
  var arrangement: Arrangement? {
    guard aggregates.isEmpty, !needed.isEmpty, needed.count == keyCount, ordering.having.isEmpty
    else { return nil }
    var numbers: [Arrangement.Numbers] = []
    for (value, type) in zip(needed, types) {
      guard let kind = kind(of: value, type) else { return nil }
      numbers.append(kind)
    }
    var keys: [Arrangement.Key] = []
    for key in ordering.keys {
      guard let column = needed.firstIndex(of: key.value) else { return nil }
      keys.append(Arrangement.Key(column: column, isDescending: key.isDescending))
    }
    let shown = columns.compactMap { needed.firstIndex(of: $0.value) }
    keys += shown.map { Arrangement.Key(column: $0, isDescending: false) }
    return Arrangement(
      columns: numbers, shown: shown, keys: keys, limit: ordering.limit, skip: ordering.skip)
  }

  private func kind(of value: ColumnValue, _ type: TypedValue) -> Arrangement.Numbers? {
    switch type {
    case .node: return .node
    case .source: return .source
    case .relation: return .relation
    case .date, .dateCode: return .date
    case .number:
      guard case .weight = value else { return nil }
      return .plain
    case .text, .any: return nil
    }
  }
}
