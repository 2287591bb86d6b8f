import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

extension GraphDump {
  /// The sentences that declare something: title, types, verbs, sources, things, attributes.
  func declarations() throws -> [String] {
    try title() + types() + relations() + sources() + nodes() + attributes()
  }

  private func title() throws -> [String] {
    var meta: [String: String] = [:]
    try reader.forEachRow("SELECT key, value FROM meta") { meta[$0[0].text] = $0[1].text }
    guard let title = meta["title"] else { return [] }
    guard let name = meta["name"], !name.utf8.elementsEqual(title.utf8) else {
      return ["graph \(quotedIfNeeded(NameKey.stored(title)))."]
    }
    return ["graph \(quotedIfNeeded(name)) \(quoted(title))."]
  }

  private func types() throws -> [String] {
    let known = TypeTree.builtIn.parents
    return try reader.rows("SELECT name, parent FROM type ORDER BY name").compactMap { row in
      let (type, parent) = (row[0].text, row[1].text)
      return known[type] == parent ? nil : "every \(type) is \(withArticle(parent))."
    }
  }

  private func relations() throws -> [String] {
    try storedRelations().flatMap { RelationSentences(of: $0).lines }
  }

  private func storedRelations() throws -> [Relation] {
    StoredSchema.relations(
      try reader.rows(
        "SELECT id, base, third, past, opposite, built_in FROM relation ORDER BY base"),
      signatures: try reader.rows("SELECT relation, subject, object FROM signature")
    ).map(\.relation)
  }

  private func sources() throws -> [String] {
    let sql: SQLFragment = """
      SELECT id, title, publisher, d0, d1, url, language, file, sha256 FROM source
        ORDER BY sort, name
      """
    return try reader.rows(sql).map { row in
      var text = "source \(try names.source(row[0]).written)"
      if let title = row[1].optionalText { text += " \(quoted(title))" }
      if let publisher = row[2].optionalText { text += " by \(quotedIfNeeded(publisher))" }
      if let first = row[3].integer, let last = row[4].integer {
        text += " on \(PartialDate(first: first, last: last))"
      }
      if let url = row[5].optionalText { text += " at <\(url)>" }
      if let language = row[6].optionalText { text += " language \(language)" }
      if let file = row[7].optionalText { text += " file \(quoted(file))" }
      if let hash = row[8].optionalText { text += " sha256 \(quoted(hash))" }
      return text + "."
    }
  }

  // MARK: - Things

  private func nodes() throws -> [String] {
    try describedNodes().map { node in
      var text = node.sentence
      if !node.groups.isEmpty { text += " from \(node.groups.joined(separator: ", "))" }
      if !node.aliases.isEmpty { text += ", also \(node.aliases.joined(separator: ", "))" }
      return text + "."
    }
  }

  /// What is declared, as the smallest sentences that can come and go alone.
  func atoms() throws -> [String] {
    let nodes = try describedNodes().flatMap { node in
      [node.sentence + "."] + node.groups.map { "\(node.first) is from \($0)." }
        + node.aliases.map { "\(node.first) is also \($0)." }
    }
    return try title() + types() + relations() + sources() + nodes + attributes()
  }

  /// A thing that is declared, in parts of sentences.
  private struct DescribedNode {
    /// The name as the first word of a sentence.
    var first: String
    var type: String
    var groups: [String]
    var aliases: [String]

    var sentence: String { "\(first) is \(withArticle(type))" }
  }

  private func describedNodes() throws -> [DescribedNode] {
    let groups = try groups()
    let aliases = try aliases()
    let implied = try impliedNodes()
    return try reader.rows("SELECT id, type FROM node ORDER BY sort, name, id").compactMap { row in
      guard let id = row[0].integer, !implied.contains(id) else { return nil }
      return DescribedNode(
        first: try names.node(row[0]).first, type: row[1].text, groups: groups[id] ?? [],
        aliases: aliases[id] ?? [])
    }
  }

  /// The groups of each member, with their dates.
  private func groups() throws -> [Int: [String]] {
    let sql: SQLFragment = """
      SELECT a.member, a.grp, a.since_date, a.until_date FROM affiliation AS a
        JOIN node AS g ON g.id = a.grp ORDER BY g.sort, g.name, a.since, a.until
      """
    var found: [Int: [String]] = [:]
    try reader.forEachRow(sql) { row in
      guard let member = row[0].integer else { return }
      var text = try names.node(row[1]).written
      if let since = row[2].integer { text += " since \(PartialDate(code: since))" }
      if let until = row[3].integer { text += " until \(PartialDate(code: until))" }
      found[member, default: []].append(text)
    }
    return found
  }

  /// The names of each thing besides its own.
  private func aliases() throws -> [Int: [String]] {
    let sql: SQLFragment = """
      SELECT a.node, a.name FROM alias AS a JOIN node AS n ON n.id = a.node
        WHERE a.name <> n.name ORDER BY a.key, a.name
      """
    var found: [Int: [String]] = [:]
    try reader.forEachRow(sql) { row in
      if let node = row[0].integer {
        found[node, default: []].append(quotedIfNeeded(row[1].text))
      }
    }
    return found
  }

  private func attributes() throws -> [String] {
    let sql: SQLFragment = """
      SELECT t.node, t.name, t.value FROM attribute AS t JOIN node AS n ON n.id = t.node
        ORDER BY n.sort, n.name, t.name
      """
    return try reader.rows(sql).map { row in
      "\(try names.node(row[0]).first) has \(row[1].text) \(try written(row[2]))."
    }
  }

  /// The value of an attribute. Dates are kept as texts.
  private func written(_ value: SQLValue) throws(StoreFailure) -> String {
    switch value {
    case .integer(let number): return "\(number)"
    case .real(let number): return plainReal(number)
    case .text(let text):
      let isDate = text.utf8.count > 4 && PartialDate(text) != nil
      return isDate ? text : quoted(text)
    case .null, .blob: throw .damaged()
    }
  }

  // MARK: - What statements tell

  /// The things that are not declared and that loading the statements brings back as they are.
  private func impliedNodes() throws -> Set<Int> {
    let relations = try reader.rows("SELECT relation, subject, object FROM signature")
    let sql: SQLFragment = """
      SELECT n.id FROM node AS n WHERE n.declared = 0
        AND NOT EXISTS (SELECT 1 FROM alias AS a WHERE a.node = n.id AND a.name <> n.name)
        AND NOT EXISTS (SELECT 1 FROM attribute AS t WHERE t.node = n.id)
        AND NOT EXISTS (SELECT 1 FROM affiliation AS f WHERE f.member = n.id)
        AND NOT EXISTS (SELECT 1 FROM affiliation AS f JOIN node AS m ON m.id = f.member
          WHERE f.grp = n.id AND m.kind <> n.kind)
        AND NOT EXISTS (SELECT 1 FROM edge AS e WHERE e.subject = n.id
          AND e.relation IN \(.list(Self.undecided(relations, column: 1))))
        AND NOT EXISTS (SELECT 1 FROM edge AS e WHERE e.object = n.id
          AND e.relation IN \(.list(Self.undecided(relations, column: 2))))
      """
    return Set(try reader.rows(sql).compactMap { $0[0].integer })
  }

  /// The relations of which a column of their signatures has several kinds.
  private static func undecided(_ signatures: [[SQLValue]], column: Int) -> [Int] {
    var kinds: [Int: Set<Int>] = [:]
    for row in signatures {
      if let relation = row[0].integer, let kind = row[column].integer {
        kinds[relation, default: []].insert(kind)
      }
    }
    return kinds.filter { $0.value.count > 1 }.map(\.key).sorted()
  }
}

/// The sentences that say of a verb what the program does not know from the start.
private struct RelationSentences {
  let lines: [String]

  init(of relation: Relation) {
    let known = Relation.builtIn.first { $0.forms == relation.forms }
    var open = relation.signatures
    if let known, known.opposite == relation.opposite { open.subtract(known.signatures) }
    var objects: [NodeKind: Set<NodeKind>] = [:]
    for signature in open { objects[signature.subject, default: []].insert(signature.object) }
    let bySubject = Dictionary(grouping: objects.keys) { objects[$0] ?? [] }
    lines = bySubject.map { object, subjects in
      "\(Set(subjects).phrase) can \(Self.verb(relation)) \(object.phrase)"
        + "\(Self.opposite(relation))."
    }.sorted()
  }

  /// The verb with its particle and, where it is irregular, its other forms.
  private static func verb(_ relation: Relation) -> String {
    let words = relation.forms.base.split(separator: " ").map(String.init)
    let particle = words.count > 1 ? words[1] : nil
    let regular = VerbForms(base: words[0], particle: particle)
    guard relation.forms != regular else { return relation.forms.base }
    let forms = [relation.forms.third, relation.forms.past].map { form in
      String(form.prefix { $0 != " " })
    }
    return "\(relation.forms.base) (\(forms.joined(separator: ", ")))"
  }

  /// The opposite, where the language has a word for it. One with a particle says so itself.
  private static func opposite(_ relation: Relation) -> String {
    guard let opposite = relation.opposite, !opposite.contains(" ") else { return "" }
    return ", the opposite of \(opposite)"
  }
}
