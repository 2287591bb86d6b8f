internal import CStanceSQLite
import StanceModel
import StanceSQL

/// A fact other than a statement that a graph file states, as the tables name it.
public struct DeclaredThing: Hashable, Sendable {
  public enum Kind: Int, Sendable {
    case title = 0
    case type, relation, source, node, alias, affiliation, attribute
  }

  public var kind: Kind
  /// The number of the node, source or relation; 0 of a title or type.
  public var id: Int
  /// What tells it from others of the same kind and number: a name, a key.
  public var detail: String

  public init(_ kind: Kind, _ id: Int = 0, _ detail: String = "") {
    self.kind = kind
    self.id = id
    self.detail = detail
  }

  public init(_ affiliation: AffiliationRecord) {
    self.init(
      .affiliation, affiliation.member,
      "\(affiliation.group) \(affiliation.sinceDay) \(affiliation.untilDay)")
  }
}

// Which file states what, so that a file that is imported anew takes back what it no longer says.
extension GraphWriter {
  /// The number of a file by its name.
  public func file(named name: String) throws -> Int {
    try run("INSERT OR IGNORE INTO file(name) VALUES(?)", [.text(name)])
    return try rows("SELECT id FROM file WHERE name = \(bind: name)").first?.first?.integer ?? 0
  }

  /// What each file states, by the numbers of the files; of those things alone that one of the given
  /// files states.
  public func declarations(sharedWith files: Set<Int>) throws -> [DeclaredThing: Set<Int>] {
    var origins: [DeclaredThing: Set<Int>] = [:]
    for row in try rows("SELECT thing, id, detail, file FROM origin") {
      guard let kind = row[0].integer.flatMap(DeclaredThing.Kind.init), let id = row[1].integer,
        let file = row[3].integer
      else { continue }
      origins[DeclaredThing(kind, id, row[2].text), default: []].insert(file)
    }
    return origins.filter { !$0.value.isDisjoint(with: files) }
  }

  /// The name of a file that states something, if one is known.
  public func file(stating thing: DeclaredThing) throws -> String? {
    try rows(
      """
      SELECT f.name FROM origin AS o JOIN file AS f ON f.id = o.file
        WHERE o.thing = \(bind: thing.kind.rawValue) AND o.id = \(bind: thing.id)
          AND o.detail = \(bind: thing.detail) ORDER BY f.name LIMIT 1
      """
    ).first?.first?.optionalText
  }

  public func put(_ thing: DeclaredThing, statedBy file: Int) throws {
    try run(
      "INSERT OR IGNORE INTO origin VALUES(?, ?, ?, ?)",
      [.integer(thing.kind.rawValue), .integer(thing.id), .text(thing.detail), .integer(file)])
  }

  /// Takes back that a file states something.
  public func remove(_ thing: DeclaredThing, statedBy file: Int) throws {
    try run(
      "DELETE FROM origin WHERE thing = ? AND id = ? AND detail = ? AND file = ?",
      [.integer(thing.kind.rawValue), .integer(thing.id), .text(thing.detail), .integer(file)])
  }

  /// Removes what no file states any longer. A node, source, type or verb that something else needs
  /// stays; ``removeUnused()`` sees to it.
  public func remove(_ thing: DeclaredThing) throws {
    let id = SQLValue.integer(thing.id)
    let detail = SQLValue.text(thing.detail)
    switch thing.kind {
    case .title: try run("DELETE FROM meta WHERE key IN ('name', 'title')")
    case .type:
      try run(
        """
        DELETE FROM type WHERE name = ?1 AND NOT EXISTS(SELECT 1 FROM node WHERE type = ?1)
          AND NOT EXISTS(SELECT 1 FROM type WHERE parent = ?1)
        """, [detail])
    case .relation: try removeRelation(thing.id)
    case .source: break
    case .node:
      let kind = try rows("SELECT kind FROM node WHERE id = \(bind: thing.id)").first?.first
      let type = kind?.integer.flatMap(NodeKind.init).map { SQLValue.text($0.name) } ?? .null
      try run("UPDATE node SET declared = 0, type = ? WHERE id = ?", [type, id])
      hasChangedGroups = true
    case .alias: try run("DELETE FROM alias WHERE node = ? AND key = ?", [id, detail])
    case .affiliation:
      let parts = thing.detail.split(separator: " ").compactMap { Int($0) }
      try run(
        "DELETE FROM affiliation WHERE member = ? AND grp = ? AND since = ? AND until = ?",
        [id] + parts.map(SQLValue.integer))
      hasChangedGroups = true
    case .attribute: try run("DELETE FROM attribute WHERE node = ? AND name = ?", [id, detail])
    }
  }

  private func removeRelation(_ id: Int) throws {
    let isUsed = """
      EXISTS(SELECT 1 FROM statement WHERE relation = ?1)
        OR EXISTS(SELECT 1 FROM relation WHERE id = ?1 AND built_in = 1)
      """
    try run("DELETE FROM signature WHERE relation = ?1 AND NOT (\(isUsed))", [.integer(id)])
    try run("DELETE FROM relation WHERE id = ?1 AND NOT (\(isUsed))", [.integer(id)])
  }

  /// Removes the nodes and sources that nothing states and nothing refers to.
  public func removeUnused() throws {
    try run(
      """
      DELETE FROM source WHERE id NOT IN (SELECT source FROM statement WHERE source IS NOT NULL)
        AND id NOT IN (SELECT id FROM origin WHERE thing = 3)
      """)
    let unused = """
      SELECT id FROM node WHERE declared = 0
        EXCEPT SELECT subject FROM statement EXCEPT SELECT object FROM statement
        EXCEPT SELECT speaker FROM statement EXCEPT SELECT member FROM affiliation
        EXCEPT SELECT grp FROM affiliation EXCEPT SELECT node FROM attribute
        EXCEPT SELECT id FROM origin WHERE thing IN (4, 5, 6, 7)
      """
    try run("DELETE FROM alias WHERE node IN (\(unused))")
    try run("DELETE FROM node WHERE id IN (\(unused))")
  }

  // MARK: - Statements

  /// The numbers of the statements that a file makes.
  public func statements(of file: Int) throws -> Set<Int> {
    let rows = try rows(
      """
      SELECT id FROM statement WHERE file = \(bind: file)
        UNION ALL SELECT statement FROM shared WHERE file = \(bind: file)
      """)
    return Set(rows.compactMap { $0.first?.integer })
  }

  /// Keeps that a file makes a statement that is there.
  func share(_ id: Int, with file: Int) throws(SQLiteError) {
    try run(
      """
      INSERT OR IGNORE INTO shared SELECT ?1, ?2
        WHERE NOT EXISTS(SELECT 1 FROM statement WHERE id = ?1 AND file = ?2)
      """, [.integer(id), .integer(file)])
  }

  /// Takes back that a file makes a statement, and removes it where no other file does.
  ///
  /// - Returns: whether the statement is gone.
  public func remove(_ id: Int, madeBy file: Int) throws -> Bool {
    try run("DELETE FROM shared WHERE statement = ? AND file = ?", [.integer(id), .integer(file)])
    let row = try rows(
      "SELECT relation, subject, object, file FROM statement WHERE id = \(bind: id)"
    ).first
    guard let row, row[3].integer == file else { return false }
    let others = try rows("SELECT MIN(file) FROM shared WHERE statement = \(bind: id)")
    if let other = others.first?.first?.integer {
      try run("UPDATE statement SET file = ? WHERE id = ?", [.integer(other), .integer(id)])
      try run(
        "DELETE FROM shared WHERE statement = ? AND file = ?", [.integer(id), .integer(other)])
      return false
    }
    try run("DELETE FROM statement WHERE id = ?", [.integer(id)])
    if let relation = row[0].integer, let subject = row[1].integer, let object = row[2].integer {
      changed.insert(EdgeKey(relation: relation, subject: subject, object: object))
    }
    return true
  }
}
