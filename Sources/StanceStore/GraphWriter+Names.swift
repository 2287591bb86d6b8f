internal import CStanceSQLite
import StanceModel
import StanceSQL

// Changes of names. Afterwards the identities of the statements have to be given anew, since names
// are in them.
extension GraphWriter {
  /// Gives a node another name. The old one stays an alias by which declarations find the node.
  public func rename(_ node: Int, to name: String) throws {
    let number = SQLValue.integer(node)
    try run(
      """
      UPDATE alias SET former = 1 WHERE node = ?1
        AND name = (SELECT name FROM node WHERE id = ?1)
      """, [number])
    try respell(node, as: name)
  }

  /// Gives a node a name of which nothing before it is kept.
  public func respell(_ node: Int, as name: String) throws {
    try run(
      """
      INSERT INTO alias(key, node, name, former) VALUES(?, ?, ?, 0)
        ON CONFLICT(key, node) DO UPDATE SET name = excluded.name
      """, [.text(NameKey.key(name)), .integer(node), .text(name)])
    try run(
      "UPDATE node SET name = ?, sort = ? WHERE id = ?",
      [.text(name), .text(NameKey.sort(name)), .integer(node)])
    hasChangedGroups = true
  }

  /// Makes one node of two: everything of the first becomes the second's, whose own attributes win.
  public func merge(_ node: Int, into other: Int) throws {
    let values: [SQLValue] = [.integer(node), .integer(other)]
    for statement in Self.mergers { try run(statement, values) }
    for row in try rows("SELECT id, detail, file FROM origin WHERE thing = 6") {
      try moveOrigin(row, from: node, to: other)
    }
    try run("DELETE FROM node WHERE id = ?", [.integer(node)])
    hasChangedGroups = true
    derivesAll = true
  }

  /// `?1` is the node that ends, `?2` the one that stays.
  private static let mergers = [
    "UPDATE statement SET subject = ?2 WHERE subject = ?1",
    "UPDATE statement SET object = ?2 WHERE object = ?1",
    "UPDATE statement SET speaker = ?2 WHERE speaker = ?1",
    "UPDATE alias SET former = 1 WHERE node = ?1 AND name = (SELECT name FROM node WHERE id = ?1)",
    "UPDATE OR IGNORE alias SET node = ?2 WHERE node = ?1",
    "DELETE FROM alias WHERE node = ?1",
    "UPDATE OR IGNORE affiliation SET member = ?2 WHERE member = ?1",
    "UPDATE OR IGNORE affiliation SET grp = ?2 WHERE grp = ?1",
    "DELETE FROM affiliation WHERE member = ?1 OR grp = ?1 OR member = grp",
    "UPDATE OR IGNORE attribute SET node = ?2 WHERE node = ?1",
    "DELETE FROM attribute WHERE node = ?1",
    "UPDATE OR IGNORE origin SET id = ?2 WHERE id = ?1 AND thing IN (4, 5, 7)",
    "DELETE FROM origin WHERE id = ?1 AND thing IN (4, 5, 7)",
    """
    UPDATE node SET declared = MAX(declared, (SELECT declared FROM node WHERE id = ?1))
      WHERE id = ?2
    """,
  ]

  /// The origin of an affiliation names both of its ends.
  private func moveOrigin(_ row: [SQLValue], from node: Int, to other: Int) throws {
    guard let member = row[0].integer, let file = row[2].integer else { return }
    var parts = row[1].text.split(separator: " ").map(String.init)
    guard member == node || parts.first == "\(node)" else { return }
    try remove(DeclaredThing(.affiliation, member, row[1].text), statedBy: file)
    if parts.first == "\(node)" { parts[0] = "\(other)" }
    let moved = member == node ? other : member
    guard parts.first != "\(moved)" else { return }
    try put(DeclaredThing(.affiliation, moved, parts.joined(separator: " ")), statedBy: file)
  }

  private func makes(_ id: Int, _ file: Int) throws -> Bool {
    try !rows(
      """
      SELECT 1 FROM statement WHERE id = \(bind: id) AND file = \(bind: file)
        UNION ALL SELECT 1 FROM shared WHERE statement = \(bind: id) AND file = \(bind: file)
      """
    ).isEmpty
  }

  /// Gives a statement its identity. Where another statement has it already, that one stays and this
  /// one's files become its files.
  public func identify(_ id: Int, as hash: StatementHash) throws {
    let twin = try rows(
      """
      SELECT o.id FROM statement AS s JOIN statement AS o ON o.relation = s.relation
          AND o.subject = s.subject AND o.object = s.object
        WHERE s.id = \(bind: id) AND o.id <> s.id AND o.hash = \(bind: SQLValue.blob(hash.bytes))
      """)
    guard let other = twin.first?.first?.integer else {
      try run("UPDATE statement SET hash = ? WHERE id = ?", [.blob(hash.bytes), .integer(id)])
      return
    }
    let files = try rows(
      """
      SELECT file, confidence FROM statement WHERE id = \(bind: id)
        UNION ALL SELECT file, confidence FROM shared WHERE statement = \(bind: id)
      """)
    for row in files {
      guard let file = row[0].integer, let known = try statement(other) else { continue }
      guard try !makes(other, file) else { continue }
      try share(known, with: file, row[1].real)
    }
    try run("DELETE FROM shared WHERE statement = ?", [.integer(id)])
    try run("DELETE FROM statement WHERE id = ?", [.integer(id)])
    derivesAll = true
  }
}
