import StanceModel
import StanceSQL

/// The nodes, relations and sources that a change has given other names.
public struct RenamedThings: Sendable {
  public var nodes: [Int]
  public var relations: [Int]
  public var sources: [Int]

  init(from old: ThingNames, to new: ThingNames) {
    let differing = { (old: [Int: String], new: [Int: String]) in
      old.filter { id, name in new[id].map { $0 != name } ?? false }.keys.sorted()
    }
    nodes = differing(old.nodes, new.nodes)
    relations = differing(old.relations, new.relations)
    sources = differing(old.sources, new.sources)
  }
}

/// What the nodes, relations and sources of a graph are called.
struct ThingNames {
  var nodes: [Int: String]
  var relations: [Int: String]
  var sources: [Int: String]
}

extension GraphWriter {
  func names() throws -> ThingNames {
    ThingNames(
      nodes: try names("SELECT id, name FROM node"),
      relations: try names("SELECT id, third FROM relation"),
      sources: try names("SELECT id, name FROM source"))
  }

  private func names(_ sql: SQLFragment) throws -> [Int: String] {
    Dictionary(
      try rows(sql).compactMap { row in row[0].integer.map { ($0, row[1].text) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// Whether every row finds those that it builds on, whether or not SQLite knows of it.
  func holdsTogether() throws -> Bool {
    guard try rows("PRAGMA foreign_key_check").isEmpty else { return false }
    for sql in Self.breaches where try !rows(sql).isEmpty { return false }
    return true
  }

  /// Each finds a row that has lost what it builds on.
  private static let breaches: [SQLFragment] = [
    "SELECT 1 FROM statement WHERE file <> 0 AND file NOT IN (SELECT id FROM file) LIMIT 1",
    "SELECT 1 FROM shared WHERE file <> 0 AND file NOT IN (SELECT id FROM file) LIMIT 1",
    "SELECT 1 FROM origin WHERE file <> 0 AND file NOT IN (SELECT id FROM file) LIMIT 1",
    """
    SELECT 1 FROM origin AS o WHERE o.thing = 1
      AND NOT EXISTS(SELECT 1 FROM type WHERE name = o.detail) LIMIT 1
    """,
    "SELECT 1 FROM origin WHERE thing = 2 AND id NOT IN (SELECT id FROM relation) LIMIT 1",
    "SELECT 1 FROM origin WHERE thing = 3 AND id NOT IN (SELECT id FROM source) LIMIT 1",
    """
    SELECT 1 FROM origin WHERE thing = 4
      AND id NOT IN (SELECT id FROM node WHERE declared = 1) LIMIT 1
    """,
    """
    SELECT 1 FROM origin AS o WHERE o.thing = 5
      AND NOT EXISTS(SELECT 1 FROM alias WHERE node = o.id AND key = o.detail) LIMIT 1
    """,
    """
    SELECT 1 FROM origin AS o WHERE o.thing = 6 AND NOT EXISTS(SELECT 1 FROM affiliation AS a
      WHERE a.member = o.id AND o.detail = a.grp || ' ' || a.since || ' ' || a.until) LIMIT 1
    """,
    """
    SELECT 1 FROM origin AS o WHERE o.thing = 7
      AND NOT EXISTS(SELECT 1 FROM attribute WHERE node = o.id AND name = o.detail) LIMIT 1
    """,
    // A type of a node or a type that is gone, but for the three kinds.
    """
    SELECT 1 FROM (SELECT type AS name FROM node UNION SELECT parent FROM type)
      WHERE name NOT IN (SELECT name FROM type UNION VALUES('actor'), ('place'), ('proposal'))
      LIMIT 1
    """,
    // A node without its own name, or two of one name.
    """
    SELECT 1 FROM node AS n
      WHERE NOT EXISTS(SELECT 1 FROM alias WHERE node = n.id AND name = n.name) LIMIT 1
    """,
    """
    SELECT 1 FROM alias AS a JOIN node AS n ON n.id = a.node AND n.name = a.name
      GROUP BY a.key HAVING COUNT(DISTINCT a.node) > 1 LIMIT 1
    """,
  ]
}
