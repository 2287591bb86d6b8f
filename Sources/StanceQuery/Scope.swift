import StanceModel
import StanceSQL

/// The tables and conditions of one SELECT, and where the variables are in them.
struct Scope {
  /// A statement as read by a clause. On a rolled-up graph the ends are those of the groups.
  struct StatementRow {
    var alias: SQLName
    var subject: SQLFragment
    var object: SQLFragment
    var speaker: SQLFragment
  }

  var tables: [SQLFragment] = []
  /// Joined after the tables, each with its condition.
  var leftJoins: [SQLFragment] = []
  var conditions: [SQLFragment] = []
  var columns: [VariableID: SQLFragment] = [:]
  var statements: [StatementID: StatementRow] = [:]
  var weights: [Int: SQLFragment] = [:]
  /// The two ends of each derived atom.
  var pairs: [Int: SQLFragment] = [:]

  /// A scope inside this one, which sees its columns but has tables of its own.
  var inner: Scope {
    var scope = Scope()
    scope.columns = columns
    scope.statements = statements
    return scope
  }

  /// Requires the expression to be what the reference stands for, or gives the variable a place.
  mutating func bind(_ reference: Reference, to expression: SQLFragment) {
    switch reference {
    case .constant(let id): conditions.append("\(expression) = \(bind: id)")
    case .variable(let id): bind(id, to: expression)
    }
  }

  mutating func bind(_ id: VariableID, to expression: SQLFragment) {
    if let known = columns[id] {
      conditions.append("\(expression) = \(known)")
    } else {
      columns[id] = expression
    }
  }

  func isBound(_ reference: Reference) -> Bool {
    reference.variable.map { columns[$0] != nil } ?? true
  }

  /// The expression of a reference that has a place.
  func expression(_ reference: Reference) -> SQLFragment {
    switch reference {
    case .constant(let id): return "\(bind: id)"
    case .variable(let id):
      guard let column = columns[id] else { preconditionFailure("a variable without a place") }
      return column
    }
  }

  /// `FROM … WHERE …`
  var body: SQLFragment {
    let from: SQLFragment = tables.isEmpty ? "(SELECT 1)" : tables.joined(separator: " JOIN ")
    let joined = ([from] + leftJoins).joined(separator: " ")
    return "FROM \(joined) WHERE \(.all(conditions))"
  }

  /// A condition that says that the tables have such a row.
  var exists: SQLFragment {
    tables.isEmpty ? "((\(.all(conditions))) IS TRUE)" : "EXISTS (SELECT 1 \(body))"
  }
}
