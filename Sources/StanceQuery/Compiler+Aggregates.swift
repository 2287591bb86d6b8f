import StanceLanguage
import StanceModel
import StanceSQL

extension Compiler {
  /// One aggregate `y` for each group, over distinct things; `z` is what it sorts by where that is
  /// something else.
  mutating func aggregateBody(
    _ aggregate: AnswerSheet.Wanted, _ sheet: AnswerSheet, _ rows: GroupedRows, _ keys: GroupKeys
  ) -> SQLFragment {
    switch aggregate.source {
    case .statements:
      return "SELECT \(keys.lead)COUNT(*) AS y FROM \(rows.evidence)\(keys.grouping)"
    case .evidence(let field):
      return fieldAggregate(aggregate, field, rows.evidence, sheet, keys)
    case .named(let position, let field):
      let id = SQLName("k", position)
      let statements: SQLFragment = """
        (SELECT DISTINCT \(keys.lead)\(id) AS sid FROM \(rows.assignments) WHERE \(id) IS NOT NULL)
        """
      return fieldAggregate(aggregate, field, statements, sheet, keys)
    case .column(let position, let identity):
      let value = SQLName("k", position)
      let owners = identity.map { ", \(SQLName("k", $0))" as SQLFragment }.joined(separator: "")
      let distinct: SQLFragment = aggregate.function == .avg ? "DISTINCT " : ""
      let values: SQLFragment = """
        (SELECT \(distinct)\(keys.lead)\(value)\(owners) FROM \(rows.assignments)
          WHERE \(value) IS NOT NULL)
        """
      let type = sheet.types[position]
      let isNamed = aggregate.function.isOneOfMany || aggregate.function == .list
      guard isNamed, let table = type.table else {
        return summary(aggregate, of: "\(value)", sortedBy: nil, values, sheet, keys)
      }
      return summary(
        aggregate, of: "n.\(type.nameColumn)", sortedBy: type.nameKey,
        "\(values) AS x JOIN \(table) AS n ON n.id = x.\(value)", sheet, keys)
    }
  }

  /// An aggregate of a field of the statements `sid` of some rows.
  private mutating func fieldAggregate(
    _ aggregate: AnswerSheet.Wanted, _ field: StatementField, _ rows: SQLFragment,
    _ sheet: AnswerSheet, _ keys: GroupKeys
  ) -> SQLFragment {
    var row = Scope.StatementRow(
      alias: SQLName("s", 0), subject: "s0.subject", object: "s0.object", speaker: "s0.speaker")
    var from: SQLFragment = "\(rows) AS x JOIN statement AS s0 ON s0.id = x.sid"
    if field == .speaker, plan.level != nil {
      var scope = Scope()
      row.speaker = speakerGroup(row.alias, &scope)
      from += " \(scope.leftJoins.joined(separator: " "))"
    }
    let value = fieldValue(field, of: row)
    if aggregate.function == .first || aggregate.function == .last {
      return earliest(aggregate.function, value, from, keys)
    }
    return summary(
      aggregate, of: value.displayed, sortedBy: value.sortKey,
      "\(from) WHERE \(value.displayed) IS NOT NULL", sheet, keys)
  }

  /// An aggregate of the values in some rows, which sort by a key of theirs or by themselves.
  private func summary(
    _ aggregate: AnswerSheet.Wanted, of value: SQLFragment, sortedBy key: SQLFragment?,
    _ from: SQLFragment, _ sheet: AnswerSheet, _ keys: GroupKeys
  ) -> SQLFragment {
    if sheet.sortsByList(aggregate) { return orderedList(value, key ?? value, from, keys) }
    let function = aggregate.function
    guard function.isOneOfMany, let key else {
      return "SELECT \(keys.lead)\(function.sql(value)) AS y FROM \(from)\(keys.grouping)"
    }
    let isLeast = function == .min || function == .first
    return chosen(value, key, by: isLeast ? key : "\(key) DESC", from, keys)
  }

  /// The field of the earliest or the latest statement; those without a date come last either way.
  private func earliest(
    _ function: Aggregate.Function, _ value: TypedValue, _ from: SQLFragment, _ keys: GroupKeys
  ) -> SQLFragment {
    let order: SQLFragment =
      function == .first
      ? "s0.d0 IS NULL, s0.d0, s0.hash" : "s0.d0 IS NULL, s0.d0 DESC, s0.hash DESC"
    return chosen(value.displayed, value.sortKey ?? "NULL", by: order, from, keys)
  }

  /// The value that comes first in an order.
  private func chosen(
    _ value: SQLFragment, _ key: SQLFragment, by order: SQLFragment, _ from: SQLFragment,
    _ keys: GroupKeys
  ) -> SQLFragment {
    """
    SELECT \(keys.lead)y, z FROM (SELECT \(keys.lead)\(value) AS y, \(key) AS z,
        ROW_NUMBER() OVER (\(keys.partition)ORDER BY \(order)) AS place
      FROM \(from)) WHERE place = 1
    """
  }

  /// A list `y` with what it sorts by: the keys of its elements in their order.
  private func orderedList(
    _ value: SQLFragment, _ key: SQLFragment, _ from: SQLFragment, _ keys: GroupKeys
  ) -> SQLFragment {
    """
    SELECT \(keys.lead)y, z FROM (SELECT \(keys.lead)json_group_array(y) OVER w AS y,
        group_concat(z, char(1)) OVER w AS z,
        ROW_NUMBER() OVER (\(keys.partition)ORDER BY z DESC) AS place
      FROM (SELECT DISTINCT \(keys.lead)\(value) AS y, \(key) AS z FROM \(from))
      WINDOW w AS (\(keys.partition)ORDER BY z ROWS UNBOUNDED PRECEDING)) WHERE place = 1
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

  /// The aggregate of a value; a mean takes each row once.
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
