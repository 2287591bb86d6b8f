import StanceLanguage
import StanceModel
import StanceSQL

/// Where each shown or ordering value of an answer comes from: the values that `m` has to hold, the
/// first of which are what rows are grouped by, and the aggregates.
struct AnswerSheet {
  struct Wanted: Hashable {
    enum Source: Hashable {
      case statements
      case evidence(StatementField)
      /// A field of the statement whose identifier is a value of `m`.
      case named(Int, StatementField)
      /// A value of `m`, and the one that tells apart what has it.
      case column(Int, identity: Int?)
    }

    var function: Aggregate.Function
    var source: Source
  }

  let columns: [Column]
  let ordering: Ordering
  /// The variables that no row lacks.
  let bound: Set<VariableID>
  /// What `m` holds, in order.
  private(set) var needed: [ColumnValue] = []
  private(set) var keyCount = 0
  private(set) var aggregates: [Wanted] = []
  /// What the values of `m` are, in the order of `needed`.
  var types: [TypedValue] = []

  init(_ plan: Plan, _ columns: [Column]) {
    self.columns = columns
    ordering = plan.ordering
    bound = plan.condition.bound
    for column in columns { noteKey(column.value) }
    keyCount = needed.count
    for value in values { noteAggregate(value) }
  }

  /// Everything that is shown, tested or sorted by.
  private var values: [ColumnValue] {
    columns.map(\.value) + ordering.having.map(\.value) + ordering.keys.map { sorted($0.value) }
  }

  private mutating func noteKey(_ value: ColumnValue) {
    if case .aggregate = value { return }
    if !needed.contains(value) { needed.append(value) }
  }

  /// What is not shown sorts a row by its least value.
  private func sorted(_ value: ColumnValue) -> ColumnValue {
    if case .aggregate = value { return value }
    if needed.prefix(keyCount).contains(value) { return value }
    switch value {
    case .variable(let id): return .aggregate(.min, .variable(id))
    case .field(let id, let field): return .aggregate(.min, .fieldOf(id, field))
    case .attribute(let id, let name): return .aggregate(.min, .attribute(id, name))
    case .weight(let id): return .aggregate(.min, .weight(id))
    case .aggregate, .statement: return value
    }
  }

  private mutating func noteAggregate(_ value: ColumnValue) {
    guard let wanted = wanted(value) else { return }
    if !aggregates.contains(wanted) { aggregates.append(wanted) }
  }

  private mutating func wanted(_ value: ColumnValue) -> Wanted? {
    guard case .aggregate(let function, let argument) = value else { return nil }
    switch argument {
    case .statements: return Wanted(function: function, source: .statements)
    case .field(let field): return Wanted(function: function, source: .evidence(field))
    case .variable(let id): return column(function, .variable(id), identity: nil)
    case .attribute(let id, let name):
      return column(function, .attribute(id, name), identity: .variable(id))
    case .weight(let id): return column(function, .weight(id), identity: nil)
    case .fieldOf(let id, let field):
      return Wanted(function: function, source: .named(position(of: .statement(id)), field))
    }
  }

  private mutating func column(
    _ function: Aggregate.Function, _ value: ColumnValue, identity: ColumnValue?
  ) -> Wanted {
    let identityPosition = identity.map { position(of: $0) }
    return Wanted(
      function: function, source: .column(position(of: value), identity: identityPosition))
  }

  private mutating func position(of value: ColumnValue) -> Int {
    if let known = needed.firstIndex(of: value) { return known }
    needed.append(value)
    return needed.count - 1
  }

  var wantsEvidence: Bool {
    aggregates.contains {
      switch $0.source {
      case .statements, .evidence: true
      case .column, .named: false
      }
    }
  }

  var readStatements: [StatementID] {
    needed.compactMap {
      switch $0 {
      case .field(let id, _), .statement(let id): id
      case .variable, .attribute, .weight, .aggregate: nil
      }
    }
  }

  var variables: [VariableID] {
    needed.compactMap {
      switch $0 {
      case .variable(let id), .attribute(let id, _): id
      case .field, .statement, .weight, .aggregate: nil
      }
    }
  }
}

// MARK: - SQL

extension AnswerSheet {
  /// The expression of a value in the last SELECT.
  func display(_ value: ColumnValue) -> SQLFragment {
    if case .aggregate(let function, _) = value { return aggregate(value, function) }
    guard let position = needed.firstIndex(of: value) else {
      preconditionFailure("a value that was not asked for")
    }
    let type = types[position]
    guard type.table != nil else { return "g.\(SQLName("k", position))" }
    return "\(SQLName("n", position)).\(type.nameColumn)"
  }

  private func aggregate(_ value: ColumnValue, _ function: Aggregate.Function) -> SQLFragment {
    let result = aggregateName(value)
    switch function {
    case .count: return "COALESCE(\(result).y, 0)"
    case .list: return "COALESCE(\(result).y, '[]')"
    case .first, .last, .min, .max, .avg: return "\(result).y"
    }
  }

  private func aggregateName(_ value: ColumnValue) -> SQLName {
    var sheet = self
    guard let wanted = sheet.wanted(value), let index = aggregates.firstIndex(of: wanted) else {
      preconditionFailure("an aggregate that was not asked for")
    }
    return SQLName("a", index)
  }

  func result(_ column: Column) -> ResultColumn {
    ResultColumn(label: column.label, reading: reading(column.value))
  }

  private func reading(_ value: ColumnValue) -> ResultColumn.Reading {
    guard case .aggregate(let function, let argument) = value else {
      guard let position = needed.firstIndex(of: value) else { return .plain }
      return types[position].isDate ? .date : .plain
    }
    if function == .count || function == .avg { return .plain }
    let isDate: Bool
    switch argument {
    case .field(let field), .fieldOf(_, let field): isDate = field == .date
    case .variable(let id):
      isDate = needed.firstIndex(of: .variable(id)).map { types[$0].isDate } ?? false
    case .statements, .attribute, .weight: isDate = false
    }
    if function == .list { return isDate ? .dateList : .list }
    return isDate ? .date : .plain
  }

  /// ` WHERE …` of the conditions on aggregates.
  var having: SQLFragment {
    guard !ordering.having.isEmpty else { return "" }
    let conditions = ordering.having.map { condition -> SQLFragment in
      let value = display(condition.value)
      switch condition.constant {
      case .number(let number):
        return "\(value) \(condition.operation.sql) \(bind: number.sql)"
      case .date(let date):
        let sign = condition.operation
        switch sign {
        case .less, .lessOrEqual:
          let last = sign == .less ? date.first : date.last
          return "\(value) % 100000000 \(sign.sql) \(bind: last)"
        case .greater, .greaterOrEqual:
          let first = sign == .greater ? date.last : date.first
          return "\(value) / 100000000 \(sign.sql) \(bind: first)"
        case .equal, .notEqual:
          return "\(value) \(sign.sql) \(bind: date.first * 100_000_000 + date.last)"
        }
      case .text(let text): return "\(value) \(condition.operation.sql) \(bind: text)"
      case .node(let id): return "\(value) \(condition.operation.sql) \(bind: id)"
      case .nodes(let ids): return "\(value) IN \(.list(ids))"
      }
    }
    return " WHERE \(.all(conditions))"
  }

  /// The keys of the question, then every shown column but lists, which depend on the others;
  /// absent values last, so that the order is total.
  var order: SQLFragment {
    var terms: [SQLFragment] = []
    for key in ordering.keys {
      let value = sortValue(sorted(key.value))
      terms.append(
        key.isDescending ? "\(value) IS NULL, \(value) DESC" : "\(value) IS NULL, \(value)")
    }
    for column in columns where !column.value.isList {
      let value = sortValue(column.value)
      terms.append(isPresent(column.value) ? value : "\(value) IS NULL, \(value)")
      let shown = display(column.value)
      if shown != value { terms.append(shown) }
    }
    return terms.isEmpty ? "1" : terms.joined(separator: ", ")
  }

  /// Whether every row has the value.
  private func isPresent(_ value: ColumnValue) -> Bool {
    guard case .variable(let id) = value else { return false }
    return bound.contains(id)
  }

  private func sortValue(_ value: ColumnValue) -> SQLFragment {
    if case .aggregate(let function, let argument) = value {
      guard function.isOneOfMany, hasSortKey(argument) else { return display(value) }
      return "\(aggregateName(value)).z"
    }
    guard let position = needed.firstIndex(of: value), types[position].hasSortKey else {
      return display(value)
    }
    return "\(SQLName("n", position)).sort"
  }

  private func hasSortKey(_ argument: Aggregated) -> Bool {
    switch argument {
    case .variable(let id):
      needed.firstIndex(of: .variable(id)).map { types[$0].hasSortKey } ?? false
    case .field(let field), .fieldOf(_, let field): field == .speaker || field == .source
    case .attribute, .weight, .statements: false
    }
  }
}

extension TypedValue {
  /// What `m` holds of the value.
  var stored: SQLFragment {
    switch self {
    case .node(let value), .source(let value), .relation(let value), .number(let value),
      .text(let value), .any(let value), .dateCode(let value):
      value
    case .date(let first, let last): "\(first) * 100000000 + \(last)"
    }
  }

  /// The value as it is shown, for a statement's field.
  var displayed: SQLFragment {
    switch self {
    case .node(let id): "(SELECT name FROM node WHERE id = \(id))"
    case .source(let id): "(SELECT name FROM source WHERE id = \(id))"
    case .relation(let id): "(SELECT third FROM relation WHERE id = \(id))"
    case .date, .dateCode, .number, .text, .any: stored
    }
  }

  /// The table of which the value is an identifier.
  var table: SQLFragment? {
    switch self {
    case .node: "node"
    case .source: "source"
    case .relation: "relation"
    case .date, .dateCode, .number, .text, .any: nil
    }
  }

  var nameColumn: SQLFragment {
    if case .relation = self { return "third" }
    return "name"
  }

  var hasSortKey: Bool { sortKey != nil }

  /// What nodes and sources are ordered by.
  var sortKey: SQLFragment? {
    switch self {
    case .node(let id): "(SELECT sort || char(0) || name FROM node WHERE id = \(id))"
    case .source(let id): "(SELECT sort || char(0) || name FROM source WHERE id = \(id))"
    case .relation, .date, .dateCode, .number, .text, .any: nil
    }
  }

  var isDate: Bool {
    switch self {
    case .date, .dateCode: true
    case .node, .source, .relation, .number, .text, .any: false
    }
  }
}
