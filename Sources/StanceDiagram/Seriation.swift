/// An order of rows and columns in which what is alike stands together.
///
/// Rows and columns are sorted by the leading singular vectors of the matrix, found by power
/// iteration: actors that say the same of the same proposals have near values, and so have proposals
/// that find the same friends and foes. Friends of a proposal end up opposite its foes, so that
/// blocs show. The result depends on the matrix alone.
enum Seriation {
  /// The indices of rows and columns in their new order; rows and columns with equal values keep the
  /// order that they had.
  static func order(_ matrix: [[Double]]) -> (rows: [Int], columns: [Int]) {
    let count = matrix.first?.count ?? 0
    // A start that no symmetry of a matrix of whole numbers makes orthogonal to the answer.
    var columns = (0..<count).map { 1 + Double(($0 * 7 + 3) % 11) / 10 }
    var rows = [Double](repeating: 0, count: matrix.count)
    for _ in 0..<200 {
      rows = normalized(matrix.map { row in zip(row, columns).reduce(0) { $0 + $1.0 * $1.1 } })
      columns = normalized(
        (0..<count).map { column in
          zip(matrix, rows).reduce(0) { $0 + $1.0[column] * $1.1 }
        })
    }
    // Of the two directions, the one in which the rows' sum is positive comes first.
    let sign: Double = rows.reduce(0, +) < -1e-9 ? -1 : 1
    return (sorted(rows.map { $0 * sign }), sorted(columns.map { $0 * sign }))
  }

  private static func normalized(_ values: [Double]) -> [Double] {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 1e-12 ? values.map { $0 / length } : values
  }

  /// From the highest value to the lowest; values are compared in steps of a millionth.
  private static func sorted(_ values: [Double]) -> [Int] {
    let steps = values.map { ($0 * 1e6).rounded() }
    return values.indices.sorted { steps[$0] == steps[$1] ? $0 < $1 : steps[$0] > steps[$1] }
  }
}
