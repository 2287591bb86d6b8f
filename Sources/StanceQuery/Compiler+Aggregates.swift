import StanceLanguage
import StanceModel
import StanceSQL

extension Compiler {
  /// One aggregate `y` for each group, over distinct things; `z` is what it sorts by where that is
  /// something else.
  mutating func aggregateBody(
    _ aggregate: AnswerSheet.Wanted, _ sheet: AnswerSheet, _ groups: GroupedRows,
    _ keys: [SQLName]
  ) -> SQLFragment {
    let lead = keys.map { "\($0), " as SQLFragment }.joined(separator: "")
    let group: SQLFragment =
      keys.isEmpty
      ? "" : " GROUP BY \(keys.map { "\($0)" as SQLFragment }.joined(separator: ", "))"
    switch aggregate.source {
    case .statements: return "SELECT \(lead)COUNT(*) AS y FROM \(groups.evidence)\(group)"
    case .evidence(let field):
      return fieldAggregate(aggregate, field, groups.evidence, sheet, keys, group)
    case .named(let position, let field):
      let id = SQLName("k", position)
      let rows: SQLFragment =
        "(SELECT DISTINCT \(lead)\(id) AS sid FROM \(groups.assignments) WHERE \(id) IS NOT NULL)"
      return fieldAggregate(aggregate, field, rows, sheet, keys, group)
    case .column(let position, let identity):
      let value = SQLName("k", position)
      let owners = identity.map { ", \(SQLName("k", $0))" as SQLFragment }.joined(separator: "")
      let distinct: SQLFragment = aggregate.function == .avg ? "DISTINCT " : ""
      let rows: SQLFragment = """
        (SELECT \(distinct)\(lead)\(value)\(owners) FROM \(groups.assignments)
          WHERE \(value) IS NOT NULL)
        """
      if sheet.sortsByList(aggregate) {
        let type = sheet.types[position]
        guard let table = type.table else {
          return orderedList("\(value)", "\(value)", "\(rows)", keys)
        }
        return orderedList(
          "n.\(type.nameColumn)", type.nameKey,
          "\(rows) AS x JOIN \(table) AS n ON n.id = x.\(value)",
          keys)
      }
      return valueAggregate(aggregate.function, sheet.types[position], value, rows, keys, group)
    }
  }

  /// An aggregate of a value of `m`.
  private func valueAggregate(
    _ function: Aggregate.Function, _ type: TypedValue, _ value: SQLName, _ rows: SQLFragment,
    _ keys: [SQLName], _ group: SQLFragment
  ) -> SQLFragment {
    let lead = keys.map { "\($0), " as SQLFragment }.joined(separator: "")
    guard let table = type.table, function.isOneOfMany || function == .list else {
      return "SELECT \(lead)\(function.sql("\(value)")) AS y FROM \(rows)\(group)"
    }
    let named: SQLFragment = "\(rows) AS x JOIN \(table) AS n ON n.id = x.\(value)"
    guard function.isOneOfMany else {
      return "SELECT \(lead)\(function.sql("n.\(type.nameColumn)")) AS y FROM \(named)\(group)"
    }
    return extreme(function, "n.\(type.nameColumn)", type.nameKey, named, keys)
  }

  /// An aggregate of a field of the statements `sid` of some rows.
  private mutating func fieldAggregate(
    _ aggregate: AnswerSheet.Wanted, _ field: StatementField, _ rows: SQLFragment,
    _ sheet: AnswerSheet, _ keys: [SQLName], _ group: SQLFragment
  ) -> SQLFragment {
    let function = aggregate.function
    let lead = keys.map { "\($0), " as SQLFragment }.joined(separator: "")
    var row = Scope.StatementRow(
      alias: SQLName("s", 0), subject: "s0.subject", object: "s0.object", speaker: "s0.speaker")
    var from: SQLFragment = "\(rows) AS x JOIN statement AS s0 ON s0.id = x.sid"
    if field == .speaker, plan.level != nil {
      var scope = Scope()
      row.speaker = speakerGroup(row.alias, &scope)
      from += " \(scope.leftJoins.joined(separator: " "))"
    }
    let value = fieldValue(field, of: row)
    if function == .first || function == .last {
      return earliest(function, value, from, keys)
    }
    let present: SQLFragment = "\(from) WHERE \(value.displayed) IS NOT NULL"
    if sheet.sortsByList(aggregate) {
      return orderedList(value.displayed, value.sortKey ?? value.displayed, present, keys)
    }
    if function.isOneOfMany, let key = value.sortKey {
      return extreme(function, value.displayed, key, present, keys)
    }
    return "SELECT \(lead)\(function.sql("\(value.displayed)")) AS y FROM \(present)\(group)"
  }

  /// The field of the earliest or the latest statement; those without a date come last either way.
  private func earliest(
    _ function: Aggregate.Function, _ value: TypedValue, _ from: SQLFragment, _ keys: [SQLName]
  ) -> SQLFragment {
    let order: SQLFragment =
      function == .first
      ? "s0.d0 IS NULL, s0.d0, s0.hash" : "s0.d0 IS NULL, s0.d0 DESC, s0.hash DESC"
    return chosen(value.displayed, value.sortKey ?? "NULL", by: order, from, keys)
  }

  /// The value with the least or the greatest key.
  private func extreme(
    _ function: Aggregate.Function, _ value: SQLFragment, _ key: SQLFragment, _ from: SQLFragment,
    _ keys: [SQLName]
  ) -> SQLFragment {
    let isLeast = function == .min || function == .first
    return chosen(value, key, by: isLeast ? key : "\(key) DESC", from, keys)
  }

  /// A list `y` with what it sorts by: the keys of its elements in their order.
  private func orderedList(
    _ value: SQLFragment, _ key: SQLFragment, _ from: SQLFragment, _ keys: [SQLName]
  ) -> SQLFragment {
    let list = keys.map { "\($0)" as SQLFragment }.joined(separator: ", ")
    let lead: SQLFragment = keys.isEmpty ? "" : "\(list), "
    let partition: SQLFragment = keys.isEmpty ? "" : "PARTITION BY \(list) "
    return """
      SELECT \(lead)y, z FROM (SELECT \(lead)json_group_array(y) OVER w AS y,
          group_concat(z, char(1)) OVER w AS z,
          ROW_NUMBER() OVER (\(partition)ORDER BY z DESC) AS place
        FROM (SELECT DISTINCT \(lead)\(value) AS y, \(key) AS z FROM \(from))
        WINDOW w AS (\(partition)ORDER BY z ROWS UNBOUNDED PRECEDING)) WHERE place = 1
      """
  }

  private func chosen(
    _ value: SQLFragment, _ key: SQLFragment, by order: SQLFragment, _ from: SQLFragment,
    _ keys: [SQLName]
  ) -> SQLFragment {
    let list = keys.map { "\($0)" as SQLFragment }.joined(separator: ", ")
    let lead: SQLFragment = keys.isEmpty ? "" : "\(list), "
    let partition: SQLFragment = keys.isEmpty ? "" : "PARTITION BY \(list) "
    return """
      SELECT \(lead)y, z FROM (SELECT \(lead)\(value) AS y, \(key) AS z,
          ROW_NUMBER() OVER (\(partition)ORDER BY \(order)) AS place
        FROM \(from)) WHERE place = 1
      """
  }
}

extension Aggregate.Function {
  /// Whether the result is one of the values, rather than made of all of them.
  var isOneOfMany: Bool {
    switch self {
    case .first, .last, .min, .max: true
    case .count, .list, .avg: false
    }
  }

  /// The aggregate of a value over rows that are distinct already.
  func sql(_ value: SQLFragment) -> SQLFragment {
    switch self {
    case .count: "COUNT(DISTINCT \(value))"
    case .list: "json_group_array(DISTINCT \(value))"
    case .min, .first: "MIN(\(value))"
    case .max, .last: "MAX(\(value))"
    case .avg: "AVG(\(value))"
    }
  }
}
