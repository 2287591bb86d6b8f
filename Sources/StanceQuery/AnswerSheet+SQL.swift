import StanceLanguage
import StanceModel
import StanceSQL

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
    var terms = questionTerms
    for column in columns where !column.value.isList {
      let value = sortValue(column.value)
      terms.append(isPresent(column.value) ? value : "\(value) IS NULL, \(value)")
      let shown = display(column.value)
      if shown != value { terms.append(shown) }
    }
    return terms.isEmpty ? "1" : terms.joined(separator: ", ")
  }

  /// The keys of the question alone, which may leave rows alike.
  var questionOrder: SQLFragment { questionTerms.joined(separator: ", ") }

  private var questionTerms: [SQLFragment] {
    ordering.keys.map { key in
      let value = sortValue(sorted(key.value))
      return key.isDescending
        ? "\(value) IS NULL, \(value) DESC" : "\(value) IS NULL, \(value)"
    }
  }

  /// Whether every row has the value.
  private func isPresent(_ value: ColumnValue) -> Bool {
    guard case .variable(let id) = value else { return false }
    return bound.contains(id)
  }

  private func sortValue(_ value: ColumnValue) -> SQLFragment {
    if case .aggregate(let function, let argument) = value {
      guard function == .list || function.isOneOfMany && hasSortKey(argument) else {
        return display(value)
      }
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

  /// What the rows `n` of its table are ordered by.
  var nameKey: SQLFragment {
    if case .relation = self { return "n.third" }
    return "n.sort || char(0) || n.name"
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
