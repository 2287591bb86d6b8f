import StanceLanguage
import StanceModel
import StanceSQL

extension Compiler {
  /// Adds the table that a clause reads, and what it asks of its row.
  mutating func addStatement(_ atom: StatementAtom, to scope: inout Scope) {
    let row = reads(atom) ? statementRow(atom, &scope) : edgeRow(atom, &scope)
    scope.statements[atom.id] = row
    bindRelation(atom, row, &scope)
    scope.bind(atom.subject, to: row.subject)
    scope.bind(atom.object, to: row.object)
    for condition in atom.conditions { add(condition, of: row, to: &scope) }
    if let opposite = atom.opposite { addCurrent(atom, row, opposite, to: &scope) }
  }

  /// Whether the clause needs more than that there is some statement.
  func reads(_ atom: StatementAtom) -> Bool {
    !atom.conditions.isEmpty || atom.opposite != nil || readStatements.contains(atom.id)
  }

  private mutating func edgeRow(
    _ atom: StatementAtom, _ scope: inout Scope
  ) -> Scope.StatementRow {
    let alias = name("e")
    if plan.level != nil, plan.hasDatedGroups {
      // Even a plain clause depends on dates here.
      scope.tables.append("statement AS \(alias)")
      return rolled(alias, &scope)
    }
    if plan.level == nil {
      scope.tables.append("edge AS \(alias)")
    } else {
      scope.tables.append("\(rolledEdges(atom.relations.identifiers)) AS \(alias)")
    }
    return Scope.StatementRow(
      alias: alias, subject: "\(alias).subject", object: "\(alias).object", speaker: "NULL")
  }

  /// The edges of some relations on the rolled-up graph, `(relation, subject, object)`.
  private mutating func rolledEdges(_ relations: [Int]) -> SQLName {
    if let known = edgeTables[relations] { return known }
    let table = name("q")
    edgeTables[relations] = table
    tables.append(
      """
      \(table)(relation, subject, object) AS MATERIALIZED (
        SELECT DISTINCT e.relation, s.grp, o.grp FROM edge AS e
          JOIN roll AS s ON s.id = e.subject JOIN roll AS o ON o.id = e.object
          WHERE e.relation IN \(.list(relations)))
      """)
    return table
  }

  /// A row of `statement`. Where only the object is known, the way to it leads through `edge`,
  /// which is indexed by it.
  private mutating func statementRow(
    _ atom: StatementAtom, _ scope: inout Scope
  ) -> Scope.StatementRow {
    let alias = name("s")
    let isPlain = plan.level == nil
    if isPlain, !scope.isBound(atom.subject), scope.isBound(atom.object) {
      let edge = name("e")
      scope.tables.append("edge AS \(edge)")
      scope.conditions += [
        "\(alias).relation = \(edge).relation", "\(alias).subject = \(edge).subject",
        "\(alias).object = \(edge).object",
      ]
      scope.tables.append("statement AS \(alias)")
      if case .fixed(let ids) = atom.relations {
        scope.conditions.append("\(edge).relation IN \(.list(ids))")
      }
      scope.conditions.append("\(edge).object = \(scope.expression(atom.object))")
    } else {
      scope.tables.append("statement AS \(alias)")
    }
    guard isPlain else {
      var row = rolled(alias, &scope)
      if readsSpeaker(atom) { row.speaker = speakerGroup(alias, &scope) }
      return row
    }
    return Scope.StatementRow(
      alias: alias, subject: "\(alias).subject", object: "\(alias).object",
      speaker: "\(alias).speaker")
  }

  private mutating func rolled(_ alias: SQLName, _ scope: inout Scope) -> Scope.StatementRow {
    let time = plan.hasDatedGroups ? alias : nil
    return Scope.StatementRow(
      alias: alias, subject: group(of: "\(alias).subject", at: time, &scope),
      object: group(of: "\(alias).object", at: time, &scope), speaker: "\(alias).speaker")
  }

  /// The nearest groups of a node, at the time of a statement where the graph has dated ones.
  mutating func group(
    of node: SQLFragment, at statement: SQLName?, _ scope: inout Scope
  ) -> SQLFragment {
    let roll = name("g")
    scope.tables.append("roll AS \(roll)")
    scope.conditions.append("\(roll).id = \(node)")
    guard plan.hasDatedGroups else { return "\(roll).grp" }
    let nearer = name("g")
    var valid: SQLFragment = ""
    if let statement {
      scope.conditions.append(overlap(roll, statement))
      valid = " AND \(overlap(nearer, statement))"
    }
    scope.conditions.append(
      """
      NOT EXISTS (SELECT 1 FROM roll AS \(nearer)
        WHERE \(nearer).id = \(roll).id AND \(nearer).depth < \(roll).depth\(valid))
      """)
    return "\(roll).grp"
  }

  /// The nodes of the rolled-up graph, `(id, kind)`: what stands for some node at any time, or at the
  /// time of a statement.
  mutating func world() -> SQLName {
    if let worldTable { return worldTable }
    let table = name("w")
    worldTable = table
    var selects = [images("node", "id", isDated: false)]
    if plan.hasDatedGroups {
      selects.append(images("statement", "subject", isDated: true))
      selects.append(images("statement", "object", isDated: true))
      selects.append(images("statement", "speaker", isDated: true))
    }
    tables.append(
      """
      \(table)(id, kind) AS MATERIALIZED (SELECT n.id, n.kind
        FROM (\(selects.joined(separator: " UNION "))) AS x JOIN node AS n ON n.id = x.id)
      """)
    return table
  }

  private mutating func images(
    _ table: SQLFragment, _ column: SQLFragment, isDated: Bool
  ) -> SQLFragment {
    var scope = Scope()
    let alias = name("w")
    scope.tables.append("\(table) AS \(alias)")
    let group = group(of: "\(alias).\(column)", at: isDated ? alias : nil, &scope)
    return "SELECT \(group) AS id \(scope.body)"
  }

  private func readsSpeaker(_ atom: StatementAtom) -> Bool {
    readsSpeakers && readStatements.contains(atom.id)
      || atom.conditions.contains { condition in
        switch condition {
        case .speaker, .field(.speaker, _, _): true
        default: false
        }
      }
  }

  /// The nearest groups of a statement's speaker; NULL where it has none.
  mutating func speakerGroup(_ statement: SQLName, _ scope: inout Scope) -> SQLFragment {
    var local = Scope()
    let time = plan.hasDatedGroups ? statement : nil
    let group = group(of: "\(statement).speaker", at: time, &local)
    scope.leftJoins += local.tables.map { "LEFT JOIN \($0) ON \(.all(local.conditions))" }
    return group
  }

  /// Whether an affiliation may hold at the time of a statement.
  func overlap(_ row: SQLName, _ statement: SQLName) -> SQLFragment {
    """
    (\(row).since <= \(row).until AND (\(statement).d0 IS NULL
      OR (\(row).since <= \(statement).d1 AND \(row).until >= \(statement).d0)))
    """
  }

  private func bindRelation(
    _ atom: StatementAtom, _ row: Scope.StatementRow, _ scope: inout Scope
  ) {
    switch atom.relations {
    case .fixed(let ids):
      if ids.count == 1 {
        scope.conditions.append("\(row.alias).relation = \(bind: ids[0])")
      } else {
        scope.conditions.append("\(row.alias).relation IN \(.list(ids))")
      }
    case .variable(let id, let ids):
      scope.conditions.append("\(row.alias).relation IN \(.list(ids))")
      scope.bind(id, to: "\(row.alias).relation")
    }
  }

  /// No statement of the opposite on the same subject and object begins after this one ends; as of
  /// a day, where the clause has one.
  private mutating func addCurrent(
    _ atom: StatementAtom, _ row: Scope.StatementRow, _ opposite: Int, to scope: inout Scope
  ) {
    let later = StatementAtom(
      id: StatementID(-1), relations: .fixed([opposite]), subject: .constant(0),
      object: .constant(0), conditions: [], opposite: nil)
    var local = Scope()
    let other = statementRow(later, &local)
    local.conditions += [
      "\(other.alias).relation = \(bind: opposite)", "\(other.subject) = \(row.subject)",
      "\(other.object) = \(row.object)", "\(other.alias).d0 > \(row.alias).d1",
    ]
    for case .ends(let sign, let day) in atom.conditions {
      local.conditions.append("\(other.alias).d1 \(sign.sql) \(bind: day)")
    }
    scope.conditions.append("NOT \(local.exists)")
  }

  private mutating func add(
    _ condition: StatementCondition, of row: Scope.StatementRow, to scope: inout Scope
  ) {
    let alias = row.alias
    switch condition {
    case .begins(let sign, let day):
      scope.conditions.append("\(alias).d0 \(sign.sql) \(bind: day)")
    case .ends(let sign, let day):
      scope.conditions.append("\(alias).d1 \(sign.sql) \(bind: day)")
    case .lies(let first, let last):
      scope.conditions.append("\(alias).d0 >= \(bind: first)")
      scope.conditions.append("\(alias).d1 <= \(bind: last)")
    case .date(let id):
      scope.conditions.append("\(alias).d0 IS NOT NULL")
      scope.bind(id, to: "(\(alias).d0 * 100000000 + \(alias).d1)")
    case .speaker(let reference):
      scope.conditions.append("\(alias).speaker IS NOT NULL")
      scope.bind(reference, to: row.speaker)
    case .source(let reference):
      scope.conditions.append("\(alias).source IS NOT NULL")
      scope.bind(reference, to: "\(alias).source")
    case .saying(let phrase):
      scope.conditions.append("instr(\(alias).words, \(bind: phrase)) > 0")
    case .provided(let phrase):
      scope.conditions.append("instr(\(alias).condition_words, \(bind: phrase)) > 0")
    case .unconditional: scope.conditions.append("\(alias).condition IS NULL")
    case .field(let field, let sign, let constant):
      scope.conditions.append(comparison(fieldValue(field, of: row), sign, constant))
    case .offsets(let start, let end):
      scope.conditions.append("\(alias).q0 = \(bind: start) AND \(alias).q1 = \(bind: end)")
    }
  }

  /// Adds that a node belongs to a group. A group that is not known yet gets its place here.
  mutating func addAffiliation(
    _ member: Reference, _ group: Reference, at time: StatementID?, to scope: inout Scope
  ) {
    if time == nil, case .constant(let id) = group, let variable = member.variable {
      if scope.columns[variable] == nil { addDomain(of: variable, to: &scope) }
      scope.conditions.append(
        """
        \(scope.expression(member)) IN (SELECT member FROM reach WHERE grp = \(bind: id))
        """)
      return
    }
    for id in [member, group].compactMap(\.variable) where scope.columns[id] == nil {
      if plan.level != nil || plan.variables[id.index].kinds != .all {
        addDomain(of: id, to: &scope)
      }
    }
    let alias = name("f")
    scope.tables.append("reach AS \(alias)")
    scope.bind(member, to: "\(alias).member")
    scope.bind(group, to: "\(alias).grp")
    if let time, let row = scope.statements[time] {
      scope.conditions.append(overlap(alias, row.alias))
    }
  }
}
