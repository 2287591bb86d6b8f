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
  /// What tells it from others of the same kind and number, a name or a key; of a title, relation,
  /// source or node what the sentence says of it.
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

  /// Hands everything that files state to the body, with the number of the file.
  public func forEachOrigin(_ body: (DeclaredThing, _ file: Int) -> Void) throws {
    for row in try rows("SELECT thing, id, detail, file FROM origin ORDER BY file") {
      guard let kind = row[0].integer.flatMap(DeclaredThing.Kind.init), let id = row[1].integer,
        let file = row[3].integer
      else { continue }
      body(DeclaredThing(kind, id, row[2].text), file)
    }
  }

  /// The name of a file that says something of a kind about a thing, if one is known.
  public func file(stating kind: DeclaredThing.Kind, _ id: Int, _ detail: String? = nil) throws
    -> String?
  {
    try rows(
      """
      SELECT f.name FROM origin AS o JOIN file AS f ON f.id = o.file
        WHERE o.thing = \(bind: kind.rawValue) AND o.id = \(bind: id)
          AND o.detail = coalesce(\(bind: SQLValue.optional(detail)), o.detail)
        ORDER BY f.name LIMIT 1
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

  /// Removes what no file states any longer. Nodes, sources, types and verbs stay as long as something
  /// needs them; ``removeUnused()`` sees to it.
  public func remove(_ thing: DeclaredThing) throws {
    let id = SQLValue.integer(thing.id)
    let detail = SQLValue.text(thing.detail)
    switch thing.kind {
    case .title, .type, .relation, .source: break
    case .node:
      try run(
        """
        UPDATE node SET declared = 0,
            type = CASE kind WHEN 1 THEN 'actor' WHEN 2 THEN 'place' ELSE 'proposal' END
          WHERE id = ?1 AND NOT EXISTS(SELECT 1 FROM origin WHERE thing = 4 AND id = ?1)
        """, [id])
      hasChangedGroups = true
    case .alias:
      // The name itself and the names before a renaming are no file's.
      let own = try rows("SELECT name FROM node WHERE id = \(bind: thing.id)").first?.first?.text
      guard own.map(NameKey.key) != thing.detail else { return }
      try run("DELETE FROM alias WHERE node = ? AND key = ? AND former = 0", [id, detail])
    case .affiliation:
      let parts = thing.detail.split(separator: " ").compactMap { Int($0) }
      try run(
        "DELETE FROM affiliation WHERE member = ? AND grp = ? AND since = ? AND until = ?",
        [id] + parts.map(SQLValue.integer))
      hasChangedGroups = true
    case .attribute: try run("DELETE FROM attribute WHERE node = ? AND name = ?", [id, detail])
    }
  }

  /// Removes the nodes, sources, verbs and types that nothing states and nothing refers to.
  public func removeUnused() throws {
    hasChangedGroups = true
    for sql in Self.removals { try run(sql) }
    for type in try rows(Self.unusedTypes) where TypeTree.builtIn.parents[type[0].text] == nil {
      try run("DELETE FROM type WHERE name = ?", [type[0]])
    }
  }

  private static let unusedNodes = """
    SELECT id FROM node WHERE declared = 0
      EXCEPT SELECT subject FROM statement EXCEPT SELECT object FROM statement
      EXCEPT SELECT speaker FROM statement EXCEPT SELECT member FROM affiliation
      EXCEPT SELECT grp FROM affiliation EXCEPT SELECT node FROM attribute
      EXCEPT SELECT id FROM origin WHERE thing IN (4, 5, 6, 7)
    """

  private static let removals = [
    """
    DELETE FROM source WHERE id NOT IN (SELECT source FROM statement WHERE source IS NOT NULL)
      AND id NOT IN (SELECT id FROM origin WHERE thing = 3 AND detail NOT LIKE char(31) || '%')
    """,
    "DELETE FROM origin WHERE thing = 3 AND id NOT IN (SELECT id FROM source)",
    "DELETE FROM alias WHERE node IN (\(unusedNodes))",
    "DELETE FROM node WHERE id IN (\(unusedNodes))",
    """
    DELETE FROM relation WHERE built_in = 0 AND id NOT IN (SELECT id FROM origin WHERE thing = 2)
      AND NOT EXISTS(SELECT 1 FROM statement WHERE relation = relation.id)
    """,
    "DELETE FROM signature WHERE relation NOT IN (SELECT id FROM relation)",
  ]

  private static let unusedTypes: SQLFragment = """
    WITH RECURSIVE used(name) AS (
      SELECT type FROM node UNION SELECT detail FROM origin WHERE thing = 1
        UNION SELECT t.parent FROM used AS u JOIN type AS t ON t.name = u.name)
    SELECT name FROM type WHERE name NOT IN (SELECT name FROM used)
    """

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

  /// Takes back that a file makes a statement, and removes it where no other file does.
  ///
  /// - Returns: whether the statement is gone.
  public func remove(_ id: Int, madeBy file: Int) throws -> Bool {
    try run("DELETE FROM shared WHERE statement = ? AND file = ?", [.integer(id), .integer(file)])
    let row = try rows(
      "SELECT relation, subject, object, file FROM statement WHERE id = \(bind: id)"
    ).first
    guard let row, row[3].integer == file else { return false }
    let other = try rows(
      """
      SELECT file, confidence FROM shared WHERE statement = \(bind: id) ORDER BY file LIMIT 1
      """
    ).first
    if let other {
      try run(
        "UPDATE statement SET file = ?, confidence = ? WHERE id = ?", other + [.integer(id)])
      try run("DELETE FROM shared WHERE statement = ? AND file = ?", [.integer(id), other[0]])
      return false
    }
    try run("DELETE FROM statement WHERE id = ?", [.integer(id)])
    if let relation = row[0].integer, let subject = row[1].integer, let object = row[2].integer {
      changed.insert(EdgeKey(relation: relation, subject: subject, object: object))
    }
    return true
  }

  /// Keeps that a file makes a statement that is there, and how sure of it the file is. Of several
  /// files the one with the lowest number is the statement's own.
  func share(_ known: KnownStatement, with file: Int, _ confidence: Double?) throws(SQLiteError) {
    let values: [SQLValue] = [.integer(known.id), .integer(file), .optional(confidence)]
    guard file != known.file else {
      if confidence != known.confidence {
        try run("UPDATE statement SET confidence = ?3 WHERE id = ?1 AND file = ?2", values)
      }
      return
    }
    if file < known.file {
      try run(Self.sharing, [values[0], .integer(known.file), .optional(known.confidence)])
      try run("DELETE FROM shared WHERE statement = ?1 AND file = ?2", Array(values.prefix(2)))
      try run("UPDATE statement SET file = ?2, confidence = ?3 WHERE id = ?1", values)
    } else {
      try run(Self.sharing, values)
    }
  }

  private static let sharing = """
    INSERT INTO shared VALUES(?, ?, ?)
      ON CONFLICT(statement, file) DO UPDATE SET confidence = excluded.confidence
    """
}
