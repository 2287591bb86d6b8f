import StanceDiagnostics
import StanceGraph
import StanceSQL
import StanceStore

extension Graph {
  /// Everything that a graph holds but numbers, a line each, sorted: two graphs are the same where
  /// these are.
  func content() throws -> [String] {
    var lines: [String] = []
    for (title, sql) in Self.parts {
      lines += try texts(sql).map { "\(title): \($0)" }.sorted()
    }
    return lines
  }

  /// What `stance check` finds wrong with the database itself.
  func damage() throws -> [String] {
    try check().findings.filter { [.integrity, .derived, .identity].contains($0.kind) }
      .map { "\($0.kind): \($0.message) \($0.statements)" }
  }

  private static let parts: [(String, SQLFragment)] = [
    ("meta", "SELECT key || ' ' || value FROM meta"),
    ("type", "SELECT name || ' below ' || parent FROM type"),
    (
      "verb",
      """
      SELECT base || ' ' || third || ' ' || past || ' ' || coalesce(opposite, '-') || ' '
          || coalesce((SELECT group_concat(p, ' ') FROM (SELECT subject || object AS p FROM signature
            WHERE relation = id ORDER BY 1)), '') FROM relation
      """
    ),
    (
      "node",
      "SELECT name || ': ' || type || ' ' || kind || ' ' || declared || ' ' || sort FROM node"
    ),
    (
      "alias",
      """
      SELECT n.name || ': ' || a.key || ' ' || a.name || ' ' || a.former FROM alias AS a
        JOIN node AS n ON n.id = a.node
      """
    ),
    (
      "affiliation",
      """
      SELECT m.name || ' from ' || g.name || ' ' || a.since || ' ' || a.until || ' '
          || coalesce(a.since_date, '-') || ' ' || coalesce(a.until_date, '-')
        FROM affiliation AS a JOIN node AS m ON m.id = a.member JOIN node AS g ON g.id = a.grp
      """
    ),
    (
      "attribute",
      """
      SELECT n.name || ' has ' || t.name || ' ' || typeof(t.value) || ' ' || t.value
        FROM attribute AS t JOIN node AS n ON n.id = t.node
      """
    ),
    (
      "source",
      """
      SELECT quote(name) || quote(title) || quote(title_key) || quote(publisher) || quote(d0)
          || quote(d1) || quote(url) || quote(language) || quote(file) || quote(sha256)
          || quote(text) FROM source
      """
    ),
    (
      "statement",
      """
      SELECT a.name || ' ' || r.third || ' ' || b.name || ' ' || quote(s.d0) || quote(s.d1)
          || quote(p.name) || quote(c.name) || quote(s.quote) || quote(s.words) || quote(s.q0)
          || quote(s.q1) || quote(s.condition) || quote(s.confidence) || ' of ' || quote(f.name)
          || ' ' || coalesce((SELECT group_concat(t, ' ') FROM (
            SELECT g.name || quote(h.confidence) AS t FROM shared AS h JOIN file AS g ON g.id = h.file
              WHERE h.statement = s.id ORDER BY 1)), '')
        FROM statement AS s JOIN node AS a ON a.id = s.subject JOIN node AS b ON b.id = s.object
          JOIN relation AS r ON r.id = s.relation LEFT JOIN node AS p ON p.id = s.speaker
          LEFT JOIN source AS c ON c.id = s.source LEFT JOIN file AS f ON f.id = s.file
      """
    ),
    (
      "edge",
      """
      SELECT a.name || ' ' || r.base || ' ' || b.name || ' ' || e.statements || ' '
          || quote(e.first) || quote(e.last)
        FROM edge AS e JOIN node AS a ON a.id = e.subject JOIN node AS b ON b.id = e.object
          JOIN relation AS r ON r.id = e.relation
      """
    ),
    (
      "link",
      """
      SELECT a.name || ' ' || b.name || ' ' || coalesce(r.base, 'from') || ' ' || l.forward
        FROM link AS l JOIN node AS a ON a.id = l.a JOIN node AS b ON b.id = l.b
          LEFT JOIN relation AS r ON r.id = l.relation
      """
    ),
    (
      "reach",
      """
      SELECT g.name || ' ' || m.name || ' ' || r.since || ' ' || r.until || ' ' || r.depth
        FROM reach AS r JOIN node AS g ON g.id = r.grp JOIN node AS m ON m.id = r.member
      """
    ),
  ]
}

extension ImportOptions {
  /// Files that are known by their names.
  static var named: ImportOptions {
    var options = ImportOptions()
    options.fileName = \.name
    return options
  }
}
