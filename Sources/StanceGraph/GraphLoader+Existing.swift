import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

// What the graph holds already, without what only the files that are loaded anew have stated.
extension GraphLoader {
  mutating func readSchema() throws {
    let stored = StoredSchema.types(try writer.rows("SELECT name, parent FROM type"))
    types = TypeTree(
      parents: stored.parents.filter {
        TypeTree.builtIn.parents[$0.key] != nil || !origins.isOpen(DeclaredThing(.type, 0, $0.key))
      })
    try readRelations()
    try readSources()
  }

  private mutating func readRelations() throws {
    let rows = try writer.rows(
      "SELECT id, base, third, past, opposite, built_in FROM relation ORDER BY id")
    let signatures = try writer.rows("SELECT relation, subject, object FROM signature")
    for stored in StoredSchema.relations(rows, signatures: signatures) {
      var record = RelationRecord(id: stored.id, relation: stored.relation)
      storedRelations[record.id] = record.relation
      nextRelation = max(nextRelation, record.id + 1)
      guard origins.isTouched(.relation, record.id) else {
        relations.append(record)
        continue
      }
      let base = record.relation.forms.base
      let original = Relation.builtIn.first { $0.forms.base == base }
      let said = origins.sayings(of: .relation, record.id).map(RelationSaying.init(detail:))
      if said.isEmpty, original == nil {
        openRelations[base] = record.id
        continue
      }
      record.relation.signatures = said.reduce(original?.signatures ?? []) {
        $0.union($1.signatures)
      }
      relations.append(record)
    }
  }

  private mutating func readSources() throws {
    let used = try numbers("s.source")
    let rows = try writer.rows(
      "SELECT id, name, title, publisher, d0, d1, url, language, file, sha256 FROM source")
    for row in rows {
      guard let id = row[0].integer else { continue }
      nextSource = max(nextSource, id + 1)
      var source = SourceRecord(id: id, name: row[1].text)
      fill(&source, with: row)
      storedSources[id] = source
      let said = origins.sayings(of: .source, id)
      if !used.contains(id), said.allSatisfy(SourceRecord.isGivenText) {
        openSources[NameKey.key(source.name)] = id
      } else {
        sources.insert(source)
      }
    }
  }

  private func fill(_ source: inout SourceRecord, with row: [SQLValue]) {
    source.title = row[2].optionalText
    source.publisher = row[3].optionalText
    if let first = row[4].integer, let last = row[5].integer {
      source.date = PartialDate(first: first, last: last)
    }
    source.url = row[6].optionalText
    source.language = row[7].optionalText
    source.file = row[8].optionalText
    source.sha256 = row[9].optionalText
  }

  // MARK: - Nodes

  /// Reads the nodes with their names, groups and attributes.
  mutating func readNodes() throws {
    let used = try namedByOthers()
    let former = Set(
      try writer.rows("SELECT DISTINCT node FROM alias WHERE former = 1").compactMap {
        $0[0].integer
      })
    for row in try writer.rows("SELECT id, kind, type, name, declared FROM node") {
      guard let id = row[0].integer, let kind = row[1].integer.flatMap(NodeKind.init) else {
        continue
      }
      var node = NodeRecord(
        id: id, kind: kind, type: row[2].text, name: row[3].text,
        isDeclared: row[4] == .integer(1))
      if origins.isTouched(.node, id) { node.isDeclared = false }
      let said = origins.sayings(of: .node, id).map(NodeSaying.init(detail:))
      if said.isEmpty, !node.isDeclared, !used.contains(id), !former.contains(id) {
        names.keepNumber(of: node)
        continue
      }
      try settle(&node, said, isRenamed: former.contains(id))
      names.add(node)
    }
    for row in try writer.rows("SELECT key, node, former, name FROM alias") {
      guard let node = row[1].integer, names.nodes[node] != nil else { continue }
      _ = names.lookalike(of: row[3].text, key: row[0].text, id: node)
      if row[2] == .integer(1) {
        names.addFormerName(key: row[0].text, of: node)
      } else if !origins.isOpen(DeclaredThing(.alias, node, row[0].text)) {
        names.addAlias(key: row[0].text, of: node)
      }
    }
    try readAffiliations()
    try readAttributes()
  }

  /// Makes a node what other files say of it.
  private mutating func settle(
    _ node: inout NodeRecord, _ said: [NodeSaying], isRenamed: Bool
  ) throws {
    let before = node
    if let first = said.first {
      node.isDeclared = true
      node.type = settledType(of: said, name: node.name) ?? node.type
      if let kind = types.kind(of: node.type), kind != node.kind {
        noteKind(of: node)
        node.kind = kind
      }
      if !isRenamed { node.name = first.name }
    } else if !node.isDeclared {
      node.type = node.kind.name
    }
    guard node != before else { return }
    try writer.put(node)
    if node.name != before.name { try respell(node) }
  }

  /// A node becomes of another kind since its type does.
  private mutating func noteKind(of node: NodeRecord) {
    let place = declarations.kinds.first { $0.1.text == node.type }
    changedKinds[node.id] = (node.kind, place?.file ?? 0, place?.1.span ?? SourceSpan(0, 0))
  }

  /// The nodes that files other than those that are loaded name. Nodes that none of them names are
  /// made anew, with the numbers they had.
  private func namedByOthers() throws -> Set<Int> {
    guard origins.isRepeated else {
      return Set(try writer.rows("SELECT id FROM node").compactMap { $0[0].integer })
    }
    let columns: [SQLFragment] = ["s.subject", "s.object", "s.speaker"]
    return try columns.reduce(origins.nodesOfOthers()) { $0.union(try numbers($1)) }
  }

  /// What the statements have in a column that files make which are not loaded.
  private func numbers(_ column: SQLFragment) throws -> Set<Int> {
    let known = SQLFragment.list(origins.known.sorted())
    let rows = try writer.rows(
      """
      SELECT \(column) FROM statement AS s WHERE file NOT IN \(known)
        UNION SELECT \(column) FROM shared AS h JOIN statement AS s ON s.id = h.statement
          WHERE h.file NOT IN \(known)
      """)
    return Set(rows.compactMap { $0[0].integer })
  }

  private mutating func readAffiliations() throws {
    for row in try writer.rows("SELECT member, grp, since_date, until_date FROM affiliation") {
      guard let member = row[0].integer, let group = row[1].integer else { continue }
      let record = AffiliationRecord(
        member: member, group: group, since: row[2].integer.map(PartialDate.init(code:)),
        until: row[3].integer.map(PartialDate.init(code:)))
      if !origins.isOpen(DeclaredThing(record)) { affiliations.insert(record) }
    }
  }

  private mutating func readAttributes() throws {
    for row in try writer.rows("SELECT node, name, value FROM attribute") {
      guard let node = row[0].integer, let value = AttributeValue(row[2]),
        !origins.isOpen(DeclaredThing(.attribute, node, row[1].text))
      else { continue }
      attributes[AttributeKey(node: node, name: row[1].text)] = value
    }
  }

  // MARK: - Kinds

  /// Nodes that are of another kind than before must go with the statements of other files.
  mutating func checkChangedKinds() throws {
    for (node, change) in changedKinds.sorted(by: { $0.key < $1.key }) {
      let rows = try writer.rows(
        """
        SELECT DISTINCT relation, subject, object FROM statement
          WHERE subject = \(bind: node) OR object = \(bind: node)
        """)
      guard let record = names.nodes[node], record.kind != change.kind else { continue }
      let speaks = try !writer.rows(
        "SELECT 1 FROM statement WHERE speaker = \(bind: node) LIMIT 1"
      ).isEmpty
      if rows.allSatisfy(fits), !speaks || record.kind == .actor { continue }
      note(.contradictingStatements(record, change.kind, at: change.span), of: change.file)
    }
  }

  private func fits(_ row: [SQLValue]) -> Bool {
    guard let relation = relations.first(where: { $0.id == row[0].integer }),
      let subject = row[1].integer.flatMap({ names.nodes[$0] }),
      let object = row[2].integer.flatMap({ names.nodes[$0] })
    else { return false }
    return relation.relation.signatures.contains(
      Relation.Signature(subject: subject.kind, object: object.kind))
  }
}

extension Diagnostic {
  /// A node is declared as one thing and taken for another by statements that stay.
  static func contradictingStatements(
    _ node: NodeRecord, _ kind: NodeKind, at span: SourceSpan
  ) -> Diagnostic {
    Diagnostic(
      .error, .contradictingType,
      "“\(node.name)” is \(withArticle(node.type)) here, but statements in the graph take it for "
        + withArticle(kind.name), at: span, help: "give one of the two another name")
  }
}
