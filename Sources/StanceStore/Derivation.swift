internal import CStanceSQLite
import StanceSQL

extension GraphWriter {
  /// Brings the derived tables up to date with what this change did.
  func derive() throws(SQLiteError) {
    if isBulk || derivesAll {
      try deriveAll()
    } else {
      try refresh(changed)
      if hasChangedGroups { for sql in Derivation.closure { try run(sql) } }
    }
  }

  func deriveAll() throws(SQLiteError) {
    for sql in Derivation.all { try run(sql) }
  }

  private func refresh(_ edges: Set<EdgeKey>) throws(SQLiteError) {
    let removal = try unsafe PreparedStatement(Derivation.noEdge, on: connection)
    let edge = try unsafe PreparedStatement(Derivation.oneEdge, on: connection)
    let unlink = try unsafe PreparedStatement(Derivation.noLink, on: connection)
    let link = try unsafe PreparedStatement(Derivation.oneLink, on: connection)
    for key in edges {
      let values = [key.relation, key.subject, key.object].map(SQLValue.integer)
      try removal.run(values)
      try edge.run(values)
      for (a, b, forward) in [(key.subject, key.object, 1), (key.object, key.subject, 0)] {
        let ends = [a, b, key.relation, forward].map(SQLValue.integer)
        try unlink.run(ends)
        try link.run(ends + values)
      }
    }
  }
}

/// How the derived tables follow from the others.
enum Derivation {
  static let noEdge = "DELETE FROM edge WHERE relation = ?1 AND subject = ?2 AND object = ?3"
  static let noLink = "DELETE FROM link WHERE a = ?1 AND b = ?2 AND relation = ?3 AND forward = ?4"

  /// The link of an edge that is there: ends and direction, then the edge's key.
  static let oneLink = """
    INSERT INTO link SELECT ?1, ?2, ?3, ?4
      WHERE EXISTS(SELECT 1 FROM edge WHERE relation = ?5 AND subject = ?6 AND object = ?7)
    """

  static let oneEdge = """
    INSERT INTO edge(relation, subject, object, statements, first, last)
      SELECT relation, subject, object, COUNT(*), MIN(d0), MAX(d1) FROM statement
        WHERE relation = ?1 AND subject = ?2 AND object = ?3 GROUP BY relation, subject, object
    """

  /// A derived table and the SELECT of its rows.
  struct Table {
    var name: String
    var rows: String
    /// In place of `rows` where everything else of the table is as it should be: what is removed
    /// first, and what is inserted then.
    var refresh: (removed: String, inserted: String)?
  }

  static let tables = [
    Table(
      name: "edge(relation, subject, object, statements, first, last)",
      rows: """
        SELECT relation, subject, object, COUNT(*), MIN(d0), MAX(d1) FROM statement
          GROUP BY relation, subject, object
        """),
    // The edges and affiliations in both directions.
    Table(
      name: "link(a, b, relation, forward)",
      rows: """
        SELECT subject, object, relation, 1 FROM edge
          UNION ALL SELECT object, subject, relation, 0 FROM edge UNION ALL \(affiliationLinks)
        """, refresh: ("relation = 0", affiliationLinks)),
    // Who belongs to whom through how many others. A chain that was never whole ends before it
    // begins: it counts where no time is asked for.
    Table(
      name: "reach(grp, member, since, until, depth)",
      rows: """
        WITH RECURSIVE up(member, grp, since, until, depth) AS (
          SELECT id, id, 0, 99999999, 0 FROM node
          UNION SELECT u.member, a.grp, MAX(u.since, a.since), MIN(u.until, a.until), u.depth + 1
            FROM up AS u JOIN affiliation AS a ON a.member = u.grp)
        SELECT grp, member, since, until, MIN(depth) FROM up GROUP BY grp, member, since, until
        """, refresh: ("TRUE", "")),
  ]

  private static let affiliationLinks = """
    SELECT member, grp, 0, 1 FROM (SELECT DISTINCT member, grp FROM affiliation)
      UNION ALL SELECT grp, member, 0, 0 FROM (SELECT DISTINCT member, grp FROM affiliation)
    """

  static let all = tables.flatMap { table in
    ["DELETE FROM \(table.title)", "INSERT INTO \(table.name) \(table.rows)"]
  }

  /// What is made anew where nodes or affiliations have changed.
  static let closure = tables.flatMap { table in
    table.refresh.map { refresh in
      [
        "DELETE FROM \(table.title) WHERE \(refresh.removed)",
        "INSERT INTO \(table.name) \(refresh.inserted.isEmpty ? table.rows : refresh.inserted)",
      ]
    } ?? []
  }
}

extension Derivation.Table {
  /// The name without the columns.
  var title: String { String(name.prefix { $0 != "(" }) }

  /// Selects a row where the table is not what it should be.
  var difference: String {
    """
    SELECT * FROM (SELECT * FROM (\(rows)) EXCEPT SELECT * FROM \(title))
      UNION ALL SELECT * FROM (SELECT * FROM \(title) EXCEPT SELECT * FROM (\(rows))) LIMIT 1
    """
  }
}
