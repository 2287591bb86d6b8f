import StanceModel
import StanceSQL

// Walking goes over `link`, which has each edge in both directions; where statements have to meet
// conditions, the graph is rolled up or derived relations are walked, over a table of the same
// shape made for the question. `relation` is 0 for an affiliation and negative for derived ones.

extension Compiler {
  /// What is walked along: a table `(a, b, relation, forward)` and a condition on its row `l`.
  mutating func linkRows(
    _ links: Links
  ) -> (table: SQLFragment, condition: SQLFragment) {
    var ids = links.relations
    if links.affiliation { ids.append(0) }
    if links.conditions.isEmpty, plan.level == nil, links.derived.isEmpty {
      return ("link", "l.relation IN \(.list(ids))")
    }
    var selects: [SQLFragment] = []
    if !links.relations.isEmpty { selects.append(statementLinks(links)) }
    if links.affiliation { selects.append(affiliationLinks()) }
    for relation in links.derived {
      let table = derivedTable(relation, nil, nil)
      let own: SQLFragment = tag(of: relation).map { "tag = \(bind: $0)" } ?? "1"
      selects.append("SELECT a, b, \(bind: -1 - relation), 1 FROM \(table) WHERE \(own)")
    }
    let table = name("l")
    let mutual = links.derived.filter { plan.derived[$0].isMutual }.map { -1 - $0 }
    tables.append(
      """
      \(table)(a, b, relation, forward) AS MATERIALIZED (
        WITH x(a, b, relation, forward) AS (\(selects.joined(separator: " UNION ")))
        SELECT a, b, relation, 1 FROM x UNION
        SELECT b, a, relation, 0 FROM x WHERE relation NOT IN \(.list(mutual)))
      """)
    return ("\(table)", "1")
  }

  private mutating func statementLinks(_ links: Links) -> SQLFragment {
    let subject = VariableID(plan.variables.count)
    let object = VariableID(plan.variables.count + 1)
    var scope = Scope()
    let atom = StatementAtom(
      id: StatementID(-2), relations: .fixed(links.relations), subject: .variable(subject),
      object: .variable(object), conditions: links.conditions, opposite: nil)
    addStatement(atom, to: &scope)
    guard let row = scope.statements[atom.id] else {
      preconditionFailure("a statement without a row")
    }
    return """
      SELECT \(scope.expression(.variable(subject))), \(scope.expression(.variable(object))),
        \(row.alias).relation, 1 \(scope.body)
      """
  }

  private mutating func affiliationLinks() -> SQLFragment {
    guard plan.level != nil else { return "SELECT member, grp, 0, 1 FROM affiliation" }
    var scope = Scope()
    scope.tables = ["affiliation AS af"]
    let member = group(of: "af.member", at: nil, &scope)
    let parent = group(of: "af.grp", at: nil, &scope)
    scope.conditions.append("\(member) <> \(parent)")
    return "SELECT \(member), \(parent), 0, 1 \(scope.body)"
  }

  // MARK: - Paths

  /// All shortest paths as the steps of one subgraph. The last four columns are the identifiers of
  /// the step's ends, its relation and its direction.
  mutating func shortestPaths(_ path: PathPlan) -> SQLFragment {
    let links = linkRows(path.links)
    tables += [
      """
      walk(n, d) AS (SELECT \(bind: path.from), 0 UNION
        SELECT l.b, w.d + 1 FROM walk AS w JOIN \(links.table) AS l ON l.a = w.n
        WHERE w.d < \(bind: path.steps) AND w.n <> \(bind: path.to) AND \(links.condition))
      """,
      "level(n, d) AS MATERIALIZED (SELECT n, MIN(d) FROM walk GROUP BY n)",
      """
      back(n, d) AS (SELECT n, d FROM level WHERE n = \(bind: path.to) UNION
        SELECT l.b, v.d FROM back AS k JOIN \(links.table) AS l ON l.a = k.n
          JOIN level AS v ON v.n = l.b AND v.d = k.d - 1 WHERE \(links.condition))
      """,
    ]
    let names = path.links.derived.map { relation -> SQLFragment in
      "WHEN \(bind: -1 - relation) THEN \(bind: plan.derived[relation].name)"
    }
    let label: SQLFragment =
      "CASE l.relation WHEN 0 THEN 'from' \(names.joined(separator: " ")) ELSE r.third END"
    return """
      SELECT DISTINCT k.d + 1, x.name, \(label), y.name, x.id, y.id, l.relation, l.forward
        FROM back AS k JOIN \(links.table) AS l ON l.a = k.n JOIN back AS t
          ON t.n = l.b AND t.d = k.d + 1
        JOIN node AS x ON x.id = l.a JOIN node AS y ON y.id = l.b
        LEFT JOIN relation AS r ON r.id = l.relation
        WHERE \(links.condition)
        ORDER BY k.d, x.sort, x.name, \(label), l.forward DESC, y.sort, y.name, l.relation
      """
  }

  /// Every path that visits no node twice: its number of steps, its names, and its node
  /// identifiers between commas.
  mutating func simplePaths(_ path: PathPlan) -> SQLFragment {
    let links = linkRows(path.links)
    let steps = name("l")
    tables += [
      """
      \(steps)(a, b) AS MATERIALIZED (SELECT DISTINCT l.a, l.b FROM \(links.table) AS l
        WHERE \(links.condition))
      """,
      """
      walk(n, d, seen, names) AS (
        SELECT id, 0, ',' || id || ',', name FROM node WHERE id = \(bind: path.from)
        UNION ALL
        SELECT y.id, w.d + 1, w.seen || y.id || ',', w.names || ' – ' || y.name
          FROM walk AS w JOIN \(steps) AS l ON l.a = w.n JOIN node AS y ON y.id = l.b
          WHERE w.d < \(bind: path.steps) AND w.n <> \(bind: path.to)
            AND instr(w.seen, ',' || y.id || ',') = 0)
      """,
    ]
    return """
      SELECT d, names, seen FROM walk WHERE n = \(bind: path.to) ORDER BY d, names
      """
  }
}
