import StanceLanguage
import StanceModel
import StanceSQL

extension Operator {
  var sql: SQLFragment {
    switch self {
    case .equal: "="
    case .notEqual: "<>"
    case .less: "<"
    case .lessOrEqual: "<="
    case .greater: ">"
    case .greaterOrEqual: ">="
    }
  }
}

extension Operator {
  /// The operator that says the same with its sides exchanged.
  var mirrored: Operator {
    switch self {
    case .equal, .notEqual: self
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

/// An SQL expression with what it means. All may be NULL, which makes every comparison false.
enum TypedValue {
  case node(SQLFragment)
  case source(SQLFragment)
  case relation(SQLFragment)
  case date(first: SQLFragment, last: SQLFragment)
  /// A date in one number, as a variable of dates has it.
  case dateCode(SQLFragment)
  case number(SQLFragment)
  case text(SQLFragment)
  /// A number or a text, as the row has it.
  case any(SQLFragment)
}

extension TypedValue {
  /// A date as its two days, anything else as it is.
  var unfolded: TypedValue {
    guard case .dateCode(let code) = self else { return self }
    return .date(first: "\(code) / 100000000", last: "\(code) % 100000000")
  }
}

extension Compiler {
  func fieldValue(_ field: StatementField, of row: Scope.StatementRow) -> TypedValue {
    let alias = row.alias
    switch field {
    case .date: return .date(first: "\(alias).d0", last: "\(alias).d1")
    case .quote: return .text("\(alias).quote")
    case .source: return .source("\(alias).source")
    case .speaker: return .node(row.speaker)
    case .confidence: return .number("\(alias).confidence")
    case .condition: return .text("\(alias).condition")
    case .start: return .number("\(alias).q0")
    case .end: return .number("\(alias).q1")
    case .publisher: return .text("(SELECT publisher FROM source WHERE id = \(alias).source)")
    case .title: return .text("(SELECT title FROM source WHERE id = \(alias).source)")
    case .language: return .text("(SELECT language FROM source WHERE id = \(alias).source)")
    case .url: return .text("(SELECT url FROM source WHERE id = \(alias).source)")
    }
  }

  func attributeValue(_ attribute: String, of node: SQLFragment) -> TypedValue {
    switch attribute {
    case "name": .text("(SELECT name FROM node WHERE id = \(node))")
    case "type": .text("(SELECT type FROM node WHERE id = \(node))")
    case "kind":
      .text(
        """
        (SELECT CASE kind WHEN 1 THEN 'actor' WHEN 2 THEN 'place' ELSE 'proposal' END
          FROM node WHERE id = \(node))
        """)
    default:
      .any("(SELECT value FROM attribute WHERE node = \(node) AND name = \(bind: attribute))")
    }
  }

  func value(of quantity: Quantity, in scope: Scope) -> TypedValue {
    switch quantity {
    case .variable(let id):
      let column = scope.expression(.variable(id))
      switch plan.variables[id.index].sort {
      case .node: return .node(column)
      case .source: return .source(column)
      case .relation: return .relation(column)
      case .date: return .dateCode(column)
      }
    case .attribute(let id, let name):
      return attributeValue(name, of: scope.expression(.variable(id)))
    case .field(let id, let field):
      guard let row = scope.statements[id] else { preconditionFailure("a statement out of scope") }
      return fieldValue(field, of: row)
    case .constant: preconditionFailure("a constant is compared with something else")
    }
  }

  func comparison(
    _ left: Quantity, _ sign: Operator, _ right: Quantity, in scope: Scope
  ) -> SQLFragment {
    let value = value(of: left, in: scope)
    if case .constant(let constant) = right { return comparison(value, sign, constant) }
    return comparison(value, sign, self.value(of: right, in: scope))
  }

  func comparison(_ left: TypedValue, _ sign: Operator, _ right: Constant) -> SQLFragment {
    switch (left.unfolded, right) {
    case (.date, .date(let date)): return comparison(left, sign, bound(date))
    case (.date, .number(.integer(let year))):
      guard let date = PartialDate(year: year) else { return "0" }
      return comparison(left, sign, bound(date))
    case (.node(let id), .node(let node)), (.source(let id), .node(let node)),
      (.relation(let id), .node(let node)):
      if sign == .equal || sign == .notEqual { return "\(id) \(sign.sql) \(bind: node)" }
      return comparison(left, sign, .node("\(bind: node)"))
    case (.node(let id), .nodes(let nodes)):
      guard sign == .equal || sign == .notEqual else { return "0" }
      return sign == .equal
        ? "\(id) IN \(.list(nodes))" : "\(id) NOT IN \(.list(nodes))"
    case (.any(let value), .number(let number)):
      return "(typeof(\(value)) <> 'text' AND \(value) \(sign.sql) \(bind: number.sql))"
    case (.any(let value), .text(let text)):
      return "(typeof(\(value)) = 'text' AND \(value) \(sign.sql) \(bind: text))"
    case (.any(let value), .date(let date)):
      return "(typeof(\(value)) = 'text' AND \(value) \(sign.sql) \(bind: date.description))"
    case (.number(let value), .number(let number)):
      return "\(value) \(sign.sql) \(bind: number.sql)"
    case (.text(let value), .text(let text)): return "\(value) \(sign.sql) \(bind: text)"
    case (.text(let value), .number(let number)):
      return "\(value) \(sign.sql) \(bind: number.description)"
    default: return "0"
    }
  }

  private func bound(_ date: PartialDate) -> TypedValue {
    .date(first: "\(bind: date.first)", last: "\(bind: date.last)")
  }

  func comparison(_ left: TypedValue, _ sign: Operator, _ right: TypedValue) -> SQLFragment {
    switch (left.unfolded, right.unfolded) {
    case (.date(let first, let last), .date(let otherFirst, let otherLast)):
      return dates(sign, first, last, otherFirst, otherLast)
    case (.node(let left), .node(let right)):
      if sign == .equal || sign == .notEqual { return "\(left) \(sign.sql) \(right)" }
      return "\(sortKey(left)) \(sign.sql) \(sortKey(right))"
    case (.source(let left), .source(let right)), (.relation(let left), .relation(let right)),
      (.number(let left), .number(let right)), (.text(let left), .text(let right)):
      return "\(left) \(sign.sql) \(right)"
    case (.any(let left), .any(let right)):
      return """
        ((typeof(\(left)) = 'text') = (typeof(\(right)) = 'text') AND \(left) \(sign.sql) \(right))
        """
    case (.any(let left), .number(let right)):
      return "(typeof(\(left)) <> 'text' AND \(left) \(sign.sql) \(right))"
    case (.any(let left), .text(let right)):
      return "(typeof(\(left)) = 'text' AND \(left) \(sign.sql) \(right))"
    case (.number, .any), (.text, .any): return comparison(right, sign.mirrored, left)
    default: return "0"
    }
  }

  private func sortKey(_ node: SQLFragment) -> SQLFragment {
    "(SELECT sort || char(0) || name FROM node WHERE id = \(node))"
  }

  /// Certain semantics: what holds whichever days of the intervals are the true ones.
  private func dates(
    _ sign: Operator, _ first: SQLFragment, _ last: SQLFragment, _ otherFirst: SQLFragment,
    _ otherLast: SQLFragment
  ) -> SQLFragment {
    switch sign {
    case .less: "\(last) < \(otherFirst)"
    case .lessOrEqual: "\(last) <= \(otherLast)"
    case .greater: "\(first) > \(otherLast)"
    case .greaterOrEqual: "\(first) >= \(otherFirst)"
    case .equal: "(\(first) >= \(otherFirst) AND \(last) <= \(otherLast))"
    case .notEqual: "NOT (\(first) >= \(otherFirst) AND \(last) <= \(otherLast))"
    }
  }
}

extension Number {
  var sql: SQLValue {
    switch self {
    case .integer(let value): .integer(value)
    case .real(let value): .real(value)
    }
  }
}
