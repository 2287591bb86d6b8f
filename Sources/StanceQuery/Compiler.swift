import StanceLanguage
import StanceModel
import StanceSQL

/// Makes the one SELECT of a plan.
///
/// Every SELECT has the same shape: `WITH` the derived relations, then `m` with a row for each
/// assignment of what the answer needs, then the columns. A clause reads the table `edge` unless it
/// asks something of a statement.
struct Compiler {
  private(set) var plan: Plan
  /// Common table expressions in order of use.
  var tables: [SQLFragment] = []
  /// The statements of which a field, a date or the identifier is used somewhere.
  var readStatements: Set<StatementID> = []
  /// Whether the speaker of such a statement is used.
  var readsSpeakers = false
  /// Variables that occur in several parts of the question or in its answer.
  var sharedVariables: Set<VariableID> = []
  var derivedTables: [DerivedTable: SQLName] = [:]
  /// How often rules have been written out in the place of their atoms.
  var inlined = 0
  /// More statements than a plan has.
  static let statementBlock = 1_000_000
  /// The nodes of the rolled-up graph, where a variable ranges over them.
  var worldTable: SQLName?
  /// The edges of the rolled-up graph by their relations, once a clause reads them.
  var edgeTables: [[Int]: SQLName] = [:]
  private var aliases = 0

  /// A derived relation with the constants that are pushed into its rules.
  struct DerivedTable: Hashable {
    var relation: Int
    var subject: Int?
    var object: Int?
  }

  init(_ plan: Plan) {
    self.plan = plan
    if let level = plan.level { addRollUp(level) }
  }

  mutating func name(_ word: StaticString) -> SQLName {
    aliases += 1
    return SQLName(word, aliases)
  }

  /// `WITH RECURSIVE …` of the common table expressions, or nothing.
  var with: SQLFragment {
    tables.isEmpty ? "" : "WITH RECURSIVE \(tables.joined(separator: ",\n"))\n"
  }

  /// Another variable of the same sort and kinds, hidden.
  mutating func copy(of id: VariableID) -> VariableID {
    var variable = plan.variables[id.index]
    variable.name = nil
    plan.variables.append(variable)
    return VariableID(plan.variables.count - 1)
  }

  /// The nearest groups of each node: `roll(id, grp)`, or where they depend on dates all of them,
  /// `roll(id, grp, depth, since, until)`. A node without a group of the level stands for itself.
  private mutating func addRollUp(_ types: [String]) {
    guard plan.hasDatedGroups else {
      tables.append(
        """
        roll(id, grp) AS MATERIALIZED (
          SELECT id, grp FROM (SELECT r.member AS id, r.grp AS grp, r.depth AS depth,
              MIN(r.depth) OVER (PARTITION BY r.member) AS least
            FROM node AS g JOIN reach AS r ON r.grp = g.id
            JOIN node AS m ON m.id = r.member AND m.kind = 1
            WHERE g.type IN \(.list(types))) WHERE depth = least
          UNION ALL SELECT id, id FROM node AS n WHERE n.kind <> 1 OR NOT EXISTS (
            SELECT 1 FROM reach AS r JOIN node AS g ON g.id = r.grp
              WHERE r.member = n.id AND g.type IN \(.list(types))))
        """)
      return
    }
    tables.append(
      """
      roll(id, grp, depth, since, until) AS MATERIALIZED (
        SELECT r.member, r.grp, r.depth, r.since, r.until FROM reach AS r
          JOIN node AS m ON m.id = r.member AND m.kind = 1
          JOIN node AS g ON g.id = r.grp AND g.type IN \(.list(types))
        UNION ALL SELECT id, id, 1000000, 0, 99999999 FROM node)
      """)
  }

  // MARK: - Conjunctions

  /// Adds the formula to the scope: first what has rows, then what only tests them.
  mutating func add(_ formula: Formula, to scope: inout Scope) {
    let parts = formula.conjuncts
    let statements = parts.filter(\.isStatement)
    for part in statements.filter(\.hasConstant) + statements.filter({ !$0.hasConstant }) {
      if case .statement(let atom) = part { addStatement(atom, to: &scope) }
    }
    for part in parts {
      if case .derived(let atom) = part { addDerived(atom, to: &scope) }
    }
    for part in parts {
      if case .any(let branches) = part { addAlternatives(branches, of: part, to: &scope) }
    }
    for part in parts {
      if case .affiliated(let member, let group, let time) = part {
        addAffiliation(member, group, at: time, to: &scope)
      }
    }
    let tested = parts.reduce(into: formula.bound) { variables, part in
      if case .compare = part { variables.formUnion(part.mentioned) }
    }
    for id in tested.sorted(by: { $0.index < $1.index }) where scope.columns[id] == nil {
      addDomain(of: id, to: &scope)
    }
    for part in parts { addTest(part, to: &scope) }
  }

  /// All nodes of the variable's kinds, or all sources; all nodes of a variable that something else
  /// binds.
  mutating func addDomain(of id: VariableID, to scope: inout Scope, isBound: Bool = false) {
    let variable = plan.variables[id.index]
    let alias = name("n")
    switch variable.sort {
    case .source: scope.tables.append("source AS \(alias)")
    case .relation: scope.tables.append("relation AS \(alias)")
    case .date:
      scope.tables.append(
        """
        (SELECT DISTINCT d0 * 100000000 + d1 AS id FROM statement WHERE d0 IS NOT NULL) AS \(alias)
        """)
    case .node:
      scope.tables.append(plan.level == nil ? "node AS \(alias)" : "\(world()) AS \(alias)")
      if variable.kinds != .all, !isBound {
        let kinds = variable.kinds.map(\.rawValue).sorted()
        scope.conditions.append("\(alias).kind IN \(.list(kinds))")
      }
    }
    scope.columns[id] = "\(alias).id"
  }

  private mutating func addTest(_ formula: Formula, to scope: inout Scope) {
    switch formula {
    case .all, .any, .statement, .derived, .affiliated, .node, .source: return
    case .not(let inner):
      var local = scope.inner
      add(inner, to: &local)
      scope.conditions.append("NOT \(local.exists)")
    case .reaches(let atom): addReach(atom, to: &scope)
    case .hasType(let reference, let types):
      scope.conditions.append(
        "\(scope.expression(reference)) IN (SELECT id FROM node WHERE type IN \(.list(types)))")
    case .same(let left, let right):
      scope.conditions.append("\(scope.expression(left)) = \(scope.expression(right))")
    case .oneOf(let reference, let ids):
      scope.conditions.append("\(scope.expression(reference)) IN \(.list(ids))")
    case .attribute(let reference, let attribute, let sign, let constant):
      let value = attributeValue(attribute, of: scope.expression(reference))
      scope.conditions.append(comparison(value, sign, constant))
    case .compare(let left, let sign, let right):
      scope.conditions.append(comparison(left, sign, right, in: scope))
    case .precedes(let first, let second):
      guard let before = scope.statements[first], let after = scope.statements[second] else {
        preconditionFailure("an order of statements that are not there")
      }
      scope.conditions.append("\(before.alias).d1 < \(after.alias).d0")
    }
  }

  /// `or`: a test where it binds nothing new, else a table of what its branches bind.
  private mutating func addAlternatives(
    _ branches: [Formula], of formula: Formula, to scope: inout Scope
  ) {
    let visible = formula.mentioned.filter {
      plan.variables[$0.index].name != nil || sharedVariables.contains($0)
    }
    let read = formula.positiveStatements.contains { readStatements.contains($0.id) }
    if visible.allSatisfy({ scope.columns[$0] != nil }), !read {
      let tests = branches.map { branch in
        var local = scope.inner
        add(branch, to: &local)
        return local.exists
      }
      scope.conditions.append("(\(tests.joined(separator: " OR ")))")
      return
    }
    let exported = visible.sorted { $0.index < $1.index }
    let statements = formula.positiveStatements.map(\.id).filter(readStatements.contains)
    let known = Set(scope.columns.keys)
    let selects = branches.map { select(exported, statements, from: $0, given: known) }
    let alias = name("u")
    // Doubles are dropped in the end; early only where a branch may have many of them.
    let hasFew = branches.allSatisfy { repeatsNothing($0, shownBy: exported) }
    let union: StaticString = hasFew ? " UNION ALL " : " UNION "
    scope.tables.append("(\(selects.joined(separator: union))) AS \(alias)")
    adopt(exported, statements, from: alias, into: &scope)
  }

  /// Whether a branch has no row twice, because it reads one relation of `edge` and shows its ends.
  private func repeatsNothing(_ branch: Formula, shownBy exported: [VariableID]) -> Bool {
    let parts = branch.conjuncts
    guard parts.count == 1, case .statement(let atom) = parts[0],
      case .fixed(let relations) = atom.relations, relations.count == 1, plan.level == nil,
      !reads(atom)
    else { return false }
    return [atom.subject, atom.object].allSatisfy { end in
      end.variable.map(exported.contains) ?? true
    }
  }

  /// One branch: a column for each variable and statement, NULL where it has none. What is known of
  /// a variable that the branch does not speak of is left to what gives it.
  private mutating func select(
    _ exported: [VariableID], _ statements: [StatementID], from branch: Formula,
    given: Set<VariableID>
  ) -> SQLFragment {
    var local = Scope()
    add(branch, to: &local)
    for id in exported where local.columns[id] == nil {
      addDomain(of: id, to: &local, isBound: given.contains(id))
    }
    var columns = exported.map { id -> SQLFragment in
      "\(local.expression(.variable(id))) AS \(SQLName("v", id.index))"
    }
    columns += statements.map { id -> SQLFragment in
      let row = local.statements[id]
      let value: SQLFragment = row.map { "\($0.alias).id" } ?? "NULL"
      return "\(value) AS \(SQLName("s", id.index))"
    }
    if columns.isEmpty { columns = ["1"] }
    return "SELECT \(columns.joined(separator: ", ")) \(local.body)"
  }

  /// Takes over the columns of a subquery.
  mutating func adopt(
    _ variables: [VariableID], _ statements: [StatementID], from alias: SQLName,
    into scope: inout Scope
  ) {
    for id in variables { scope.bind(id, to: "\(alias).\(SQLName("v", id.index))") }
    for id in statements {
      let row = name("s")
      scope.leftJoins.append(
        "LEFT JOIN statement AS \(row) ON \(row).id = \(alias).\(SQLName("s", id.index))")
      let speaker =
        plan.level != nil && readsSpeakers ? speakerGroup(row, &scope) : "\(row).speaker"
      scope.statements[id] = Scope.StatementRow(
        alias: row, subject: "\(row).subject", object: "\(row).object", speaker: speaker)
    }
  }
}

extension Formula {
  var isStatement: Bool {
    if case .statement = self { return true }
    return false
  }

  /// Whether an end of the statement is given.
  var hasConstant: Bool {
    guard case .statement(let atom) = self else { return false }
    return atom.subject.variable == nil || atom.object.variable == nil
  }
}
