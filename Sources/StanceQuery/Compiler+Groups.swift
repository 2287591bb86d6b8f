import StanceLanguage
import StanceModel
import StanceSQL

// The last SELECT: `m` is grouped by the shown values, `g`, and each aggregate is joined to the
// groups. Where a limit and the sorting leave few of them, `p`, the other aggregates are made of those
// alone.

/// A table of assignments and one of the statements behind them: the shown values and `sid`.
struct GroupedRows {
  let assignments: SQLFragment
  let evidence: SQLFragment

  static let whole = GroupedRows(assignments: "m", evidence: "e")
  /// Those of the groups `p`.
  static let chosen = GroupedRows(assignments: "q", evidence: "f")
}

/// The shown values that rows are grouped by.
struct GroupKeys {
  let names: [SQLName]

  init(count: Int) { names = (0..<count).map { SQLName("k", $0) } }

  /// `k0, k1`
  var list: SQLFragment { names.map { "\($0)" as SQLFragment }.joined(separator: ", ") }

  /// `k0, k1, ` before other columns, or nothing.
  var lead: SQLFragment { names.isEmpty ? "" : "\(list), " }

  var grouping: SQLFragment { names.isEmpty ? "" : " GROUP BY \(list)" }

  var partition: SQLFragment { names.isEmpty ? "" : "PARTITION BY \(list) " }

  /// That two tables have the same, be it absent.
  func same(in one: SQLFragment, _ other: SQLFragment) -> SQLFragment {
    .all(names.map { "\(one).\($0) IS \(other).\($0)" })
  }
}

extension Compiler {
  /// Groups `m` by the shown values and joins each aggregate to the groups.
  mutating func finish(
    _ sheet: AnswerSheet, _ statements: [StatementID], pairs: Int, withEvidence: Bool
  ) -> CompiledQuestion {
    let keys = GroupKeys(count: sheet.keyCount)
    addEvidence(statements, of: .whole, keys: keys)
    addGroups(sheet, keys, withEvidence: withEvidence)
    var from = joined(sheet, keys, sheet.aggregates.indices.map(\.self), to: "g")
    if let early = sheet.sortingAggregates, !withEvidence, !keys.names.isEmpty,
      let limit = plan.ordering.limit
    {
      for index in early { addAggregate(index, of: .whole, sheet, keys) }
      choose(limit, of: joined(sheet, keys, early, to: "g"), sheet, keys)
      addEvidence(statements, of: .chosen, keys: keys)
      for index in sheet.aggregates.indices where !early.contains(index) {
        addAggregate(index, of: .chosen, sheet, keys)
      }
      from = joined(sheet, keys, sheet.aggregates.indices.map(\.self), to: "p AS g")
    } else {
      for index in sheet.aggregates.indices { addAggregate(index, of: .whole, sheet, keys) }
    }
    var shown = sheet.columns.map { "\(sheet.display($0.value))" as SQLFragment }
    if withEvidence { shown += [evidenceColumn(keys), derivedPairs(pairs, keys: keys)] }
    let sql: SQLFragment = """
      \(with)SELECT \(shown.joined(separator: ", "))
      FROM \(from)\(sheet.having)
      ORDER BY \(sheet.order)
      LIMIT \(bind: plan.ordering.limit ?? -1) OFFSET \(bind: plan.ordering.skip)
      """
    return CompiledQuestion(
      sql: sql, columns: sheet.columns.map { sheet.result($0) }, hasEvidence: withEvidence)
  }

  /// The statements behind the rows of a table, if any are asked for.
  mutating func addEvidence(_ statements: [StatementID], of rows: GroupedRows, keys: GroupKeys) {
    guard !statements.isEmpty else { return }
    let selects = statements.indices.map { index -> SQLFragment in
      """
      SELECT DISTINCT \(keys.lead)\(SQLName("s", index)) AS sid FROM \(rows.assignments)
        WHERE \(SQLName("s", index)) IS NOT NULL
      """
    }
    tables.append("\(rows.evidence) AS (\(selects.joined(separator: " UNION ")))")
  }

  private mutating func addGroups(_ sheet: AnswerSheet, _ keys: GroupKeys, withEvidence: Bool) {
    guard !keys.names.isEmpty else {
      tables.append(
        sheet.aggregates.isEmpty ? "g AS (SELECT DISTINCT 1 FROM m)" : "g AS (SELECT 1)")
      return
    }
    // Where `m` holds nothing else, its rows are distinct already.
    let isWhole = sheet.needed.count == sheet.keyCount && sheet.aggregates.isEmpty && !withEvidence
    let distinct: SQLFragment = isWhole ? "" : "DISTINCT "
    tables.append(
      withEvidence && everyRowHasEvidence
        ? "g AS (SELECT \(keys.list), json_group_array(sid) AS sids FROM e\(keys.grouping))"
        : "g AS (SELECT \(distinct)\(keys.list) FROM m)")
  }

  private mutating func addAggregate(
    _ index: Int, of rows: GroupedRows, _ sheet: AnswerSheet, _ keys: GroupKeys
  ) {
    let body = aggregateBody(sheet.aggregates[index], sheet, rows, keys)
    tables.append("\(SQLName("a", index)) AS (\(body))")
  }

  /// The groups with some of the aggregates and with the names of what they are grouped by.
  private func joined(
    _ sheet: AnswerSheet, _ keys: GroupKeys, _ aggregates: [Int], to groups: SQLFragment
  ) -> SQLFragment {
    var from = groups
    for index in aggregates {
      let table = SQLName("a", index)
      from += " LEFT JOIN \(table) ON \(keys.same(in: "\(table)", "g"))"
    }
    for (index, type) in sheet.types.prefix(sheet.keyCount).enumerated() {
      guard let table = type.table else { continue }
      let alias = SQLName("n", index)
      from += " LEFT JOIN \(table) AS \(alias) ON \(alias).id = g.\(SQLName("k", index))"
    }
    return from
  }

  /// Adds `p`, the groups that the keys of the question do not leave behind the limit, and their rows.
  private mutating func choose(
    _ limit: Int, of from: SQLFragment, _ sheet: AnswerSheet, _ keys: GroupKeys
  ) {
    let values = keys.names.map { "g.\($0) AS \($0)" as SQLFragment }.joined(separator: ", ")
    let (end, isEndless) = limit.addingReportingOverflow(plan.ordering.skip)
    tables.append(
      """
      p AS (SELECT \(keys.list) FROM (
        SELECT \(values), RANK() OVER (ORDER BY \(sheet.questionOrder)) AS place
          FROM \(from)\(sheet.having)) WHERE place <= \(bind: isEndless ? .max : end))
      """)
    tables.append("q AS (SELECT m.* FROM m JOIN p ON \(keys.same(in: "p", "m")))")
  }

  /// Whether a statement that every row needs makes the groups of `e` those of `m`.
  private var everyRowHasEvidence: Bool {
    plan.condition.conjuncts.contains { part in
      if case .statement = part { true } else { false }
    }
  }

  private func evidenceColumn(_ keys: GroupKeys) -> SQLFragment {
    guard !evidenceStatements.isEmpty else { return "'[]'" }
    if everyRowHasEvidence, !keys.names.isEmpty { return "g.sids" }
    return "(SELECT json_group_array(sid) FROM e WHERE \(keys.same(in: "e", "g")))"
  }

  /// The derived pairs behind a group, of so many atoms.
  func derivedPairs(_ count: Int, keys: GroupKeys) -> SQLFragment {
    guard count > 0 else { return "'[]'" }
    let selects = (0..<count).map { index -> SQLFragment in
      "SELECT \(SQLName("p", index)) AS p FROM m WHERE \(keys.same(in: "m", "g"))"
    }
    return "(SELECT json_group_array(json(p)) FROM (\(selects.joined(separator: " UNION "))))"
  }
}
