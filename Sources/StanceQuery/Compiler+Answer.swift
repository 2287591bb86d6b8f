import StanceLanguage
import StanceModel
import StanceSQL

extension Plan {
  /// The one SELECT that answers the question.
  ///
  /// - Parameters:
  ///   - withEvidence: adds the statements behind each row, see ``CompiledQuestion/hasEvidence``.
  ///   - inNumbers: leaves names and order to the program where it can do that, see
  ///     ``CompiledQuestion/arrangement``.
  public func compiled(withEvidence: Bool = false, inNumbers: Bool = false) -> CompiledQuestion {
    var compiler = Compiler(self)
    switch answer {
    case .holds: return compiler.holds(withEvidence: withEvidence)
    case .rows(let columns):
      return compiler.rows(columns, withEvidence: withEvidence, inNumbers: inNumbers)
    case .path(let path): return compiler.path(path)
    }
  }
}

extension Compiler {
  fileprivate mutating func path(_ path: PathPlan) -> CompiledQuestion {
    let limit = plan.ordering.limit ?? (path.isEvery ? 100 : -1)
    let body = path.isEvery ? simplePaths(path) : shortestPaths(path)
    let labels = path.isEvery ? ["steps", "path"] : ["step", "node", "relation", "next"]
    return CompiledQuestion(
      sql: "\(with)\(body) LIMIT \(bind: limit) OFFSET \(bind: plan.ordering.skip)",
      columns: labels.map { ResultColumn(label: $0, reading: .plain) }, hasEvidence: false)
  }

  fileprivate mutating func holds(withEvidence: Bool) -> CompiledQuestion {
    let statements = evidenceStatements
    readStatements.formUnion(statements)
    noteReads()
    let scope = assignments()
    let pairs = scope.pairs.keys.sorted()
    tables.append("m AS (\(select([], statements, pairs, from: scope)))")
    let keys = GroupKeys(count: 0)
    addEvidence(statements, of: .whole, keys: keys)
    let count: SQLFragment = statements.isEmpty ? "0" : "(SELECT COUNT(DISTINCT sid) FROM e)"
    var sql: SQLFragment = """
      \(with)SELECT CASE WHEN EXISTS (SELECT 1 FROM m) THEN 'yes' ELSE 'nothing recorded' END, \(count)
      """
    if withEvidence {
      let ids: SQLFragment = statements.isEmpty ? "'[]'" : "(SELECT json_group_array(sid) FROM e)"
      sql += ", \(ids), \(derivedPairs(pairs.count, keys: keys))"
    }
    return CompiledQuestion(
      sql: sql,
      columns: ["answer", "statements"].map { ResultColumn(label: $0, reading: .plain) },
      hasEvidence: withEvidence)
  }

  fileprivate mutating func rows(
    _ columns: [Column], withEvidence: Bool, inNumbers: Bool
  ) -> CompiledQuestion {
    var sheet = AnswerSheet(plan, columns)
    let wantsEvidence = withEvidence || sheet.wantsEvidence
    let statements = wantsEvidence ? evidenceStatements : []
    readStatements.formUnion(statements)
    readStatements.formUnion(sheet.readStatements)
    sharedVariables.formUnion(sheet.variables)
    readsSpeakers = sheet.needed.contains(where: \.isSpeaker)
    noteReads()
    if inNumbers, !wantsEvidence, let network = network(sheet) { return network }
    let scope = wantsEvidence ? assignments() : assignments(keeping: sheet)
    let pairs = withEvidence ? scope.pairs.keys.sorted() : []
    let values = sheet.needed.map { value(of: $0, in: scope) }
    sheet.types = values
    if inNumbers, !wantsEvidence, var arrangement = sheet.arrangement {
      arrangement.isDistinct = isDistinct(scope, values.map(\.stored))
      return CompiledQuestion(
        sql: "\(with)\(select(values.map(\.stored), [], [], from: scope, isSet: false))",
        columns: sheet.columns.map { sheet.result($0) }, hasEvidence: false,
        arrangement: arrangement)
    }
    tables.append("m AS (\(select(values.map(\.stored), statements, pairs, from: scope)))")
    return finish(sheet, statements, pairs: pairs.count, withEvidence: withEvidence)
  }

  /// All positive clauses of the question, optional ones included.
  var evidenceStatements: [StatementID] {
    ([plan.condition] + plan.optionals).flatMap(\.positiveStatements).map(\.id)
  }

  /// Notes the statements and variables on which different parts of the question depend.
  private mutating func noteReads() {
    let formulas = [plan.condition] + plan.optionals
    for formula in formulas { readStatements.formUnion(formula.comparedStatements) }
    readsSpeakers = readsSpeakers || formulas.contains(where: \.comparesSpeakers)
    for rule in plan.derived.flatMap(\.rules) {
      readStatements.formUnion(rule.condition.comparedStatements)
    }
    for formula in formulas + plan.derived.flatMap(\.rules).map(\.condition) {
      noteShared(formula)
    }
  }

  /// Notes the variables that several parts of a formula have in common.
  mutating func noteShared(_ formula: Formula) {
    var seen: Set<VariableID> = []
    for part in formula.conjuncts {
      sharedVariables.formUnion(part.mentioned.intersection(seen))
      seen.formUnion(part.mentioned)
    }
    for part in formula.conjuncts {
      for inner in part.parts { noteShared(inner) }
    }
  }

  /// The rows of the condition with the optional groups joined to them.
  private mutating func assignments() -> Scope {
    var scope = Scope()
    add(plan.condition, to: &scope)
    for formula in plan.optionals { addOptional(formula, to: &scope) }
    return scope
  }

  /// The same where statements do not matter, nor variables that the answer does not need.
  private mutating func assignments(keeping sheet: AnswerSheet) -> Scope {
    let needsWeights = sheet.needed.contains { value in
      guard case .weight = value else { return false }
      return true
    }
    guard !needsWeights else { return assignments() }
    let optional = plan.optionals.reduce(into: Set<VariableID>()) { $0.formUnion($1.mentioned) }
    var scope = Scope()
    addExistence(plan.condition, keeping: optional.union(sheet.variables), to: &scope)
    for formula in plan.optionals { addOptional(formula, to: &scope) }
    return scope
  }

  private mutating func addOptional(_ formula: Formula, to scope: inout Scope) {
    var local = Scope()
    add(formula, to: &local)
    let outer = formula.mentioned.filter { scope.columns[$0] != nil }
    for id in outer where local.columns[id] == nil { addDomain(of: id, to: &local) }
    let fresh = formula.bound.subtracting(outer).filter { plan.variables[$0.index].name != nil }
    let shared = outer.sorted { $0.index < $1.index }
    let variables = shared + fresh.sorted { $0.index < $1.index }
    let statements = formula.positiveStatements.map(\.id).filter(readStatements.contains)
    var columns = variables.map { id -> SQLFragment in
      "\(local.expression(.variable(id))) AS \(SQLName("v", id.index))"
    }
    columns += statements.compactMap { id in
      local.statements[id].map { "\($0.alias).id AS \(SQLName("s", id.index))" }
    }
    let alias = name("o")
    let conditions = shared.map { id -> SQLFragment in
      "\(alias).\(SQLName("v", id.index)) = \(scope.expression(.variable(id)))"
    }
    let selected = columns.isEmpty ? "1" : columns.joined(separator: ", ")
    scope.leftJoins.append(
      "LEFT JOIN (SELECT DISTINCT \(selected) \(local.body)) AS \(alias) ON \(.all(conditions))")
    adopt(Array(variables.dropFirst(shared.count)), statements, from: alias, into: &scope)
  }

  /// The values `k0 …`, the statements `s0 …` and the derived pairs `p0 …`, without doubles unless
  /// told otherwise.
  private func select(
    _ values: [SQLFragment], _ statements: [StatementID], _ pairs: [Int], from scope: Scope,
    isSet: Bool = true
  ) -> SQLFragment {
    var columns = values.enumerated().map { index, value -> SQLFragment in
      "\(value) AS \(SQLName("k", index))"
    }
    columns += statements.enumerated().map { index, id -> SQLFragment in
      let value: SQLFragment = scope.statements[id].map { "\($0.alias).id" } ?? "NULL"
      return "\(value) AS \(SQLName("s", index))"
    }
    columns += pairs.enumerated().map { index, id -> SQLFragment in
      "\(scope.pairs[id] ?? "NULL") AS \(SQLName("p", index))"
    }
    let distinct: SQLFragment = !isSet || isDistinct(scope, values) ? "" : "DISTINCT "
    return """
      SELECT \(distinct)\(columns.isEmpty ? "1" : columns.joined(separator: ", ")) \(scope.body)
      """
  }

  /// Whether the rows are distinct as they are: one row of `edge` or of a derived relation each, told
  /// apart by both its ends.
  private func isDistinct(_ scope: Scope, _ values: [SQLFragment]) -> Bool {
    let parts = plan.condition.conjuncts
    guard scope.tables.count == 1, scope.leftJoins.isEmpty else { return false }
    let ends: [Reference]
    if parts.count == 1, case .derived(let atom) = parts[0], inlinableRule(atom) == nil {
      ends = [atom.subject, atom.object ?? atom.subject]
    } else {
      guard plan.level == nil,
        let atom = parts.compactMap(\.statementAtom).first(where: { scope.statements[$0.id] != nil }
        ),
        !reads(atom),
        case .fixed(let relations) = atom.relations, relations.count == 1
      else { return false }
      ends = [atom.subject, atom.object]
    }
    return ends.allSatisfy { $0.variable == nil || values.contains(scope.expression($0)) }
  }

  func value(of needed: ColumnValue, in scope: Scope) -> TypedValue {
    switch needed {
    case .variable(let id): return value(of: Quantity.variable(id), in: scope)
    case .attribute(let id, let name): return value(of: Quantity.attribute(id, name), in: scope)
    case .field(let id, let field): return value(of: Quantity.field(id, field), in: scope)
    case .statement(let id): return .number(scope.statements[id].map { "\($0.alias).id" } ?? "NULL")
    case .weight(let id): return .number(scope.weights[id] ?? "NULL")
    case .aggregate: preconditionFailure("an aggregate is no value of an assignment")
    }
  }
}
