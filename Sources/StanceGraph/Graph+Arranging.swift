import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

extension Graph {
  /// The rows of an answer of which the database gave the numbers only.
  ///
  /// - Parameter limit: the most rows that are returned; whether there were more comes with them.
  func arranged(
    _ rows: NumberRows, _ arrangement: Arrangement, limit: Int
  ) throws(StoreFailure) -> (rows: [[AnswerValue]], isCut: Bool) {
    let columns = try rankedColumns(rows, arrangement.columns)
    var order = Array(0..<rows.count)
    for column in columns where column.hasTies { column.sort(&order) }
    for key in arrangement.keys.reversed() {
      columns[key.column].sort(&order, isDescending: key.isDescending, byRank: true)
    }
    let wanted = arrangement.limit ?? .max
    let end = min(wanted, limit) == .max ? Int.max : arrangement.skip + min(wanted, limit)
    var answer: [[AnswerValue]] = []
    var place = 0
    var previous: Int?
    for row in order {
      if !arrangement.isDistinct, let previous,
        columns.allSatisfy({ $0.places[previous] == $0.places[row] })
      {
        continue
      }
      previous = row
      guard place < end else { return (answer, limit < wanted) }
      if place >= arrangement.skip { answer.append(arrangement.shown.map { columns[$0][row] }) }
      place += 1
    }
    return (answer, false)
  }

  private func rankedColumns(
    _ rows: NumberRows, _ kinds: [Arrangement.Numbers]
  ) throws(StoreFailure) -> [RankedColumn] {
    var scales: [Arrangement.Numbers: Scale] = [:]
    for kind in Set(kinds) {
      let columns = kinds.indices.filter { kinds[$0] == kind }
      scales[kind] = try scale(kind, of: Self.distinct(rows, columns))
    }
    return kinds.indices.map { column in
      RankedColumn(rows, column, scales[kinds[column]] ?? Scale())
    }
  }

  private static func distinct(_ rows: NumberRows, _ columns: [Int]) -> [Int] {
    var found = NumberMap(rows.bounds(of: columns))
    var numbers: [Int] = []
    for row in 0..<rows.count {
      for column in columns {
        let number = rows[row, column]
        guard number != NumberRows.absent, found[number] == nil else { continue }
        found[number] = 1
        numbers.append(number)
      }
    }
    return numbers
  }

  private func scale(
    _ kind: Arrangement.Numbers, of numbers: [Int]
  ) throws(StoreFailure) -> Scale {
    let list: SQLFragment = """
      SELECT value FROM json_each(\(bind: "[\(numbers.map(String.init).joined(separator: ","))]"))
      """
    switch kind {
    case .plain: return Scale(numbers.sorted().map { ($0, .integer($0)) })
    case .date:
      return Scale(numbers.sorted().map { ($0, .text(PartialDate(code: $0).description)) })
    case .node:
      return try named("SELECT id, name FROM node WHERE id IN (\(list)) ORDER BY sort, name, id")
    case .source:
      return try named("SELECT id, name FROM source WHERE id IN (\(list)) ORDER BY sort, name, id")
    case .relation:
      return try named("SELECT id, third FROM relation WHERE id IN (\(list)) ORDER BY third, id")
    }
  }

  private func named(_ sql: SQLFragment) throws(StoreFailure) -> Scale {
    Scale(try store.rows(sql).rows.map { ($0[0].integer ?? 0, .text($0[1].text)) })
  }
}
