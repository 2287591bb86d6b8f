public import StanceLanguage
public import StanceModel
import StanceDiagnostics
import StanceQuery
import StanceSQL
public import StanceStore

/// Everything that a graph knows of one actor, place or proposal.
public struct Profile: Sendable {
  public struct Affiliation: Hashable, Sendable {
    public var name: String
    public var since: PartialDate?
    public var until: PartialDate?
  }

  /// Another actor, and in how many proposals the two agree or conflict.
  public struct Companion: Hashable, Sendable {
    public var name: String
    public var proposals: Int
  }

  public var name: String
  public var kind: NodeKind
  public var type: String
  public var aliases: [String] = []
  public var groups: [Affiliation] = []
  public var members: [Affiliation] = []
  public var attributes: [(name: String, value: AnswerValue)] = []
  /// What it holds, what it tells of others, and what others hold of it; each by date.
  public var held: [CanonicalStatement] = []
  public var told: [CanonicalStatement] = []
  public var received: [CanonicalStatement] = []
  /// The ten actors with most in common, and with most in dispute.
  public var agrees: [Companion] = []
  public var conflicts: [Companion] = []
}

extension Graph {
  /// Everything about what a name stands for.
  ///
  /// - Throws: ``NameRefused`` where nothing or several things are called so, ``StoreFailure``.
  public func profile(of name: String) throws -> Profile {
    let lookup = NodeLookup(rows: { sql in try store.rows(sql).rows })
    let node = try lookup.node(name)
    var profile = Profile(name: node.name, kind: node.kind, type: node.type)
    profile.aliases = try aliases(of: node)
    profile.groups = try affiliations(
      """
      SELECT n.name, f.since_date, f.until_date FROM affiliation AS f
        JOIN node AS n ON n.id = f.grp WHERE f.member = \(bind: node.id) ORDER BY n.sort, f.since
      """)
    profile.members = try affiliations(
      """
      SELECT n.name, f.since_date, f.until_date FROM affiliation AS f
        JOIN node AS n ON n.id = f.member WHERE f.grp = \(bind: node.id) ORDER BY n.sort, f.since
      """)
    let attributes = try store.rows(
      "SELECT name, value FROM attribute WHERE node = \(bind: node.id) ORDER BY name")
    profile.attributes = attributes.rows.map { ($0[0].text, AnswerValue(stored: $0[1])) }
    profile.held = try statements("s.subject = \(bind: node.id)")
    profile.told = try statements(
      "s.speaker = \(bind: node.id) AND s.subject <> \(bind: node.id)")
    profile.received = try statements("s.object = \(bind: node.id)")
    if node.kind == .actor {
      profile.agrees = try companions("agrees with", node.name)
      profile.conflicts = try companions("conflicts with", node.name)
    }
    return profile
  }

  private func aliases(of node: CatalogNode) throws -> [String] {
    let rows = try store.rows("SELECT name FROM alias WHERE node = \(bind: node.id) ORDER BY key")
    return rows.rows.map { $0[0].text }.filter { $0 != node.name }
  }

  private func affiliations(_ sql: SQLFragment) throws -> [Profile.Affiliation] {
    try store.rows(sql).rows.map { row in
      Profile.Affiliation(
        name: row[0].text, since: row[1].integer.map(PartialDate.init(code:)),
        until: row[2].integer.map(PartialDate.init(code:)))
    }
  }

  /// Statements by date, the undated ones last.
  private func statements(_ condition: SQLFragment) throws -> [CanonicalStatement] {
    let statements = try store.rows(StoredStatement.query(condition)).rows.map {
      StoredStatement($0).line
    }
    return statements.sorted { first, second in
      let (a, b) = (first.date?.first ?? .max, second.date?.first ?? .max)
      return (a, first.line) < (b, second.line)
    }
  }

  /// Whom the question of the prelude finds, with how many proposals.
  private func companions(_ verb: String, _ name: String) throws -> [Profile.Companion] {
    var session = Session(self)
    let text = "who \(verb) \(quoted(name)) show who, weight sort by weight descending limit 10"
    let questions = try session.prepare(SourceText(name: "show", text)) { _, source in source }
    var companions: [Profile.Companion] = []
    for question in questions {
      for row in try answer(question).rows {
        guard case .text(let name) = row[0], case .integer(let count) = row[1] else { continue }
        companions.append(Profile.Companion(name: name, proposals: count))
      }
    }
    return companions
  }
}

extension Graph {
  /// The text that is kept of a source, if there is one.
  public func text(ofSource name: String) throws(StoreFailure) -> String? {
    let key = NameKey.key(name)
    return try store.rows("SELECT text FROM source WHERE key = \(bind: key)").rows.first?
      .first?.optionalText
  }
}
