/// An order of rows and columns in which what is alike stands together.
///
/// Rows and columns that share no filled cell, not even through others, form blocks that stand one
/// after the other, those with the most rows first. Within a block they are sorted by the leading
/// singular vectors of the matrix, found by power iteration: actors that say the same of the same
/// proposals have near values, and so have proposals that find the same friends and foes. Friends of
/// a proposal end up opposite its foes, so that camps show. The result depends on the matrix alone.
enum Seriation {
  typealias Order = (rows: [Int], columns: [Int])

  /// The indices of rows and columns in their new order; rows and columns with equal values keep the
  /// order that they had.
  static func order(_ matrix: [[Double]]) -> Order {
    let (blocks, empty) = blocks(of: matrix)
    var order: Order = ([], [])
    for block in blocks {
      let cells = block.rows.map { row in block.columns.map { matrix[row][$0] } }
      let within = orderOfBlock(cells)
      order.rows += within.rows.map { block.rows[$0] }
      order.columns += within.columns.map { block.columns[$0] }
    }
    return (order.rows + empty.rows, order.columns + empty.columns)
  }

  /// The blocks, larger ones first and equal ones in the order of their first rows, and the rows and
  /// columns without a filled cell.
  private static func blocks(of matrix: [[Double]]) -> (blocks: [Order], empty: Order) {
    let columns = matrix.first?.indices ?? 0..<0
    // Of each row and column the number of its block: the least of the rows' that reach it.
    var ofRow = Array(matrix.indices)
    var ofColumn = [Int](repeating: .max, count: columns.count)
    var hasChanged = true
    while hasChanged {
      hasChanged = false
      for row in matrix.indices {
        let reached = columns.filter { matrix[row][$0] != 0 }
        let least = reached.map { ofColumn[$0] }.reduce(ofRow[row], min)
        hasChanged = hasChanged || least < ofRow[row] || reached.contains { ofColumn[$0] > least }
        ofRow[row] = least
        for column in reached { ofColumn[column] = least }
      }
    }
    let filled = matrix.indices.filter { row in matrix[row].contains { $0 != 0 } }
    let rows = Dictionary(grouping: filled) { ofRow[$0] }
    let blocks = rows.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { block in (rows: block.value, columns: columns.filter { ofColumn[$0] == block.key }) }
    let empty = (
      rows: matrix.indices.filter { !filled.contains($0) },
      columns: columns.filter { ofColumn[$0] == .max }
    )
    return (blocks, empty)
  }

  private static func orderOfBlock(_ matrix: [[Double]]) -> Order {
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
