import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

// What the graph holds already, without what only the files that are loaded anew have stated.
extension GraphLoader {
  mutating func readExisting() throws {
    try readRelations()
    types = TypeTree(
      parents: StoredSchema.types(try writer.rows("SELECT name, parent FROM type")).parents.filter {
        !origins.isOpen(DeclaredThing(.type, 0, $0.key))
      })
    for row in try writer.rows("SELECT id, kind, type, name, declared FROM node") {
      guard let id = row[0].integer, let kind = row[1].integer.flatMap(NodeKind.init) else {
        continue
      }
      let isOpen = origins.isOpen(DeclaredThing(.node, id))
      names.add(
        NodeRecord(
          id: id, kind: kind, type: isOpen ? kind.name : row[2].text, name: row[3].text,
          isDeclared: row[4] == .integer(1) && !isOpen))
    }
    for row in try writer.rows("SELECT key, node, former, name FROM alias") {
      guard let node = row[1].integer else { continue }
      _ = names.lookalike(of: row[3].text, key: row[0].text, id: node)
      if row[2] == .integer(1) {
        names.addFormerName(key: row[0].text, of: node)
      } else if !origins.isOpen(DeclaredThing(.alias, node, row[0].text)) {
        names.addAlias(key: row[0].text, of: node)
      }
    }
    try readSources()
    try readAffiliations()
    try readAttributes()
  }

  private mutating func readRelations() throws {
    let rows = try writer.rows(
      "SELECT id, base, third, past, opposite, built_in FROM relation ORDER BY id")
    let signatures = try writer.rows("SELECT relation, subject, object FROM signature")
    for stored in StoredSchema.relations(rows, signatures: signatures) {
      let record = RelationRecord(id: stored.id, relation: stored.relation)
      nextRelation = max(nextRelation, record.id + 1)
      guard origins.isOpen(DeclaredThing(.relation, record.id)) else {
        relations.append(record)
        continue
      }
      let base = record.relation.forms.base
      if let original = Relation.builtIn.first(where: { $0.forms.base == base }) {
        relations.append(RelationRecord(id: record.id, relation: original))
        try writer.put(RelationRecord(id: record.id, relation: original))
      } else {
        openRelations[base] = record.id
      }
    }
  }

  private mutating func readSources() throws {
    let rows = try writer.rows(
      "SELECT id, name, key, title, publisher, d0, d1, url, language, file, sha256 FROM source")
    for row in rows {
      guard let id = row[0].integer else { continue }
      var source = SourceRecord(id: id, name: row[1].text)
      if !origins.isOpen(DeclaredThing(.source, id)) {
        source.title = row[3].optionalText
        source.publisher = row[4].optionalText
        if let first = row[5].integer, let last = row[6].integer {
          source.date = PartialDate(first: first, last: last)
        }
        source.url = row[7].optionalText
        source.language = row[8].optionalText
        source.file = row[9].optionalText
        source.sha256 = row[10].optionalText
      }
      sources[row[2].text] = source
      if let title = source.title { sourceTitles[NameKey.key(title)] = id }
      nextSource = max(nextSource, id + 1)
    }
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

  /// Nodes that are of another kind than before must go with the statements of other files.
  mutating func checkChangedKinds(_ perFile: inout [[Diagnostic]]) throws {
    for (node, change) in changedKinds.sorted(by: { $0.key < $1.key }) {
      let rows = try writer.rows(
        """
        SELECT DISTINCT relation, subject, object FROM statement
          WHERE subject = \(bind: node) OR object = \(bind: node)
        """)
      let fits = rows.allSatisfy { row in
        guard let relation = relations.first(where: { $0.id == row[0].integer }),
          let subject = row[1].integer.flatMap({ names.nodes[$0] }),
          let object = row[2].integer.flatMap({ names.nodes[$0] })
        else { return false }
        return relation.relation.signatures.contains(
          Relation.Signature(subject: subject.kind, object: object.kind))
      }
      guard !fits, let record = names.nodes[node] else { continue }
      perFile[change.file].append(
        .contradictingStatements(record, change.kind, at: change.span))
    }
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
