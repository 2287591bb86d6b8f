import StanceLanguage
import StanceModel
import StanceSQL

// Derived relations without recursion: their pairs, and what they count of each pair.

extension Compiler {
  /// `(a, b, w)` of a relation. Each pair of a mutual one is found and counted once, whichever way
  /// round its rules give it, and then written both ways.
  mutating func countedTable(_ key: DerivedTable) -> SQLFragment {
    let relation = plan.derived[key.relation]
    let rows = pairs(key)
    let counted: SQLFragment =
      relation.isCounting
      ? "SELECT a, b, COUNT(DISTINCT c) FROM (\(rows)) GROUP BY a, b"
      : "SELECT DISTINCT a, b, 1 FROM (\(rows))"
    guard relation.isMutual else { return "(a, b, w) AS (\(counted))" }
    return """
      (a, b, w) AS (WITH u(a, b, w) AS MATERIALIZED (\(counted))
        SELECT a, b, w FROM u UNION ALL SELECT b, a, w FROM u)
      """
  }

  /// The rows `a, b, c` of all rules, with doubles; those of a mutual relation with the lesser end
  /// first.
  private mutating func pairs(_ key: DerivedTable) -> SQLFragment {
    let relation = plan.derived[key.relation]
    let isWhole = key.subject == nil && key.object == nil
    var selects: [SQLFragment] = []
    for rule in relation.rules {
      let isOrdered = relation.isMutual && isWhole && rule.isSymmetric(in: plan)
      let ways = relation.isMutual && !isWhole ? [false, true] : [false]
      for isSwapped in ways {
        let ends = isSwapped ? (key.object, key.subject) : (key.subject, key.object)
        let rows = select(rule, ends.0, ends.1, tag: nil, isMutual: false, isOrdered: isOrdered)
        selects.append(
          !relation.isMutual || isOrdered
            ? rows : "SELECT MIN(a, b) AS a, MAX(a, b) AS b, c FROM (\(rows)) WHERE a <> b")
      }
    }
    return selects.joined(separator: "\n  UNION ALL ")
  }

  /// A question that asks for the pairs of one relation that counts and for nothing else, as the rows
  /// of its rules, which the program counts much faster than SQLite.
  mutating func network(_ sheet: AnswerSheet) -> CompiledQuestion? {
    guard plan.optionals.isEmpty, case .derived(let atom) = plan.condition.conjuncts.first,
      plan.condition.conjuncts.count == 1, plan.derived[atom.relation].isCounting,
      !plan.isRecursive(atom.relation), let subject = atom.subject.variable,
      let object = atom.object?.variable, subject != object
    else { return nil }
    var sheet = sheet
    var columns: [Network.Column] = []
    for value in sheet.needed {
      switch value {
      case .variable(let id): columns.append(id == subject ? .subject : .object)
      case .weight: columns.append(.weight)
      case .attribute, .field, .statement, .aggregate: return nil
      }
    }
    sheet.types = columns.map { $0 == .weight ? .number("w") : .node("id") }
    guard var arrangement = sheet.arrangement else { return nil }
    arrangement.network = Network(
      columns: columns, isMutual: plan.derived[atom.relation].isMutual)
    let rows = pairs(DerivedTable(relation: atom.relation, subject: nil, object: nil))
    return CompiledQuestion(
      sql: "\(with)\(rows)", columns: sheet.columns.map { sheet.result($0) }, hasEvidence: false,
      arrangement: arrangement)
  }
}

extension DerivedRelation.Rule {
  /// Whether the rule says the same with its ends exchanged.
  func isSymmetric(in plan: Plan) -> Bool {
    guard let object, counted != subject, counted != object, condition.comparedStatements.isEmpty,
      plan.variables[subject.index].kinds == plan.variables[object.index].kinds
    else { return false }
    let exchange = Replacement(references: [subject: .variable(object), object: .variable(subject)])
    let parts = condition.conjuncts.map(\.unnumbered)
    return Set(parts) == Set(parts.map { $0.replacing(exchange) })
  }
}

extension Formula {
  /// The atom without its number, which tells apart atoms that say the same.
  fileprivate var unnumbered: Formula {
    switch self {
    case .statement(var atom):
      atom.id = StatementID(0)
      return .statement(atom)
    case .derived(var atom):
      atom.id = 0
      return .derived(atom)
    case .all, .any, .not, .reaches, .node, .source, .affiliated, .hasType, .same, .oneOf,
      .attribute, .compare, .precedes:
      return self
    }
  }
}
