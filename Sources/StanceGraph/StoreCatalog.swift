public import StanceModel
public import StanceQuery
import StanceSQL
public import StanceStore

/// The catalog of a stored graph. Small tables are read once, names when they are asked for.
public struct StoreCatalog: Catalog {
  public let relations: [CatalogRelation]
  public let types: TypeTree
  public let hasDatedAffiliations: Bool
  private let store: GraphStore

  public init(_ store: GraphStore) throws(StoreFailure) {
    self.store = store
    let read = { (sql: SQLFragment) throws(StoreFailure) -> [[SQLValue]] in
      try store.rows(sql).rows
    }
    relations = StoredSchema.relations(
      try read("SELECT id, base, third, past, opposite, built_in FROM relation ORDER BY id"),
      signatures: try read("SELECT relation, subject, object FROM signature"))
    types = StoredSchema.types(try read("SELECT name, parent FROM type"))
    let dated = try read(
      """
      SELECT EXISTS(SELECT 1 FROM affiliation WHERE since_date IS NOT NULL
        OR until_date IS NOT NULL)
      """)
    hasDatedAffiliations = dated.first?.first == .integer(1)
  }

  public func nodes(key: String) throws(StoreFailure) -> [CatalogNode] {
    let sql: SQLFragment = """
      SELECT n.id, n.kind, n.type, n.name FROM alias AS a JOIN node AS n ON n.id = a.node
        WHERE a.key = \(bind: key) ORDER BY n.sort, n.name, n.id
      """
    return try store.rows(sql).rows.compactMap { CatalogNode($0[...]) }
  }

  public func sources(key: String) throws(StoreFailure) -> [CatalogSource] {
    let byName = try sources(
      "SELECT id, name FROM source WHERE key = \(bind: key)")
    guard byName.isEmpty else { return byName }
    return try sources("SELECT id, name FROM source WHERE title_key = \(bind: key) ORDER BY id")
  }

  private func sources(_ sql: SQLFragment) throws(StoreFailure) -> [CatalogSource] {
    try store.rows(sql).rows.compactMap { row in
      row[0].integer.map { CatalogSource(id: $0, name: row[1].text) }
    }
  }

  public func names() throws(StoreFailure) -> [(key: String, name: String)] {
    try store.rows("SELECT key, name FROM alias").rows.map { ($0[0].text, $0[1].text) }
  }

  public func sourceNames() throws(StoreFailure) -> [(key: String, name: String)] {
    let sql: SQLFragment = """
      SELECT key, name FROM source
        UNION ALL SELECT title_key, title FROM source WHERE title_key IS NOT NULL
      """
    return try store.rows(sql).rows.map { ($0[0].text, $0[1].text) }
  }

  public func attributes() throws(StoreFailure) -> Set<String> {
    Set(try store.rows("SELECT DISTINCT name FROM attribute").rows.map { $0[0].text })
  }

  public func ancestors(of node: Int, types: [String]) throws(StoreFailure) -> [Int] {
    let sql: SQLFragment = """
      SELECT DISTINCT r.grp FROM reach AS r JOIN node AS n ON n.id = r.grp
        WHERE r.member = \(bind: node) AND n.type IN \(.list(types)) AND r.depth = (
          SELECT MIN(o.depth) FROM reach AS o JOIN node AS p ON p.id = o.grp
            WHERE o.member = \(bind: node) AND p.type IN \(.list(types)))
        ORDER BY r.grp
      """
    return try store.rows(sql).rows.compactMap { $0[0].integer }
  }
}

extension CatalogNode {
  /// The node of a row with its id, kind, type and name; nil where the kind is none.
  init?(_ row: ArraySlice<SQLValue>) {
    let row = Array(row)
    guard let id = row[0].integer, let kind = row[1].integer.flatMap(NodeKind.init) else {
      return nil
    }
    self.init(id: id, kind: kind, type: row[2].text, name: row[3].text)
  }
}

/// Reads the small tables of the schema that a graph declares.
enum StoredSchema {
  static func types(_ rows: [[SQLValue]]) -> TypeTree {
    TypeTree(parents: Dictionary(rows.map { ($0[0].text, $0[1].text) }) { first, _ in first })
  }

  static func relations(_ rows: [[SQLValue]], signatures: [[SQLValue]]) -> [CatalogRelation] {
    var bySubject: [Int: Set<Relation.Signature>] = [:]
    for row in signatures {
      guard let id = row[0].integer, let subject = row[1].integer.flatMap(NodeKind.init),
        let object = row[2].integer.flatMap(NodeKind.init)
      else { continue }
      bySubject[id, default: []].insert(Relation.Signature(subject: subject, object: object))
    }
    let ids = Dictionary(rows.compactMap { row in row[0].integer.map { (row[1].text, $0) } }) {
      first, _ in first
    }
    return rows.compactMap { row in
      guard let id = row[0].integer else { return nil }
      let opposite = row[4].optionalText
      return CatalogRelation(
        id: id,
        relation: Relation(
          forms: VerbForms(base: row[1].text, third: row[2].text, past: row[3].text),
          signatures: bySubject[id] ?? [], opposite: opposite, isBuiltIn: row[5] == .integer(1)),
        opposite: opposite.flatMap { ids[$0] })
    }
  }
}
