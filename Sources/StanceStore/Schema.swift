/// The tables and indexes of one version of the graph database.
///
/// The texts are compared byte for byte with those of a database that is opened: another text is
/// another program's or a hostile one.
struct SchemaVersion: Sendable {
  var number: Int
  var tables: [String]
  /// Made after a bulk load.
  var indexes: [String]

  /// The texts that a database of this version has, sorted. SQLite keeps those of its own
  /// (`sqlite_autoindex…`, `sqlite_stat1`) apart.
  var fingerprint: [String] { (tables + indexes).sorted() }
}

enum Schema {
  /// `STNC` in the header of the file.
  static let applicationID = 0x5354_4E43

  /// The version that this program writes.
  static let current = SchemaVersion(number: 2, tables: tables, indexes: indexes)
  /// Those that it can bring up to date.
  static let older = [first]

  /// The tables that hold what was said, in an order in which each refers to earlier ones only.
  /// `edge`, `link` and `reach` are derived from them; `change` and `changeset` tell how they came
  /// to be as they are.
  static let truth = [
    "meta", "type", "relation", "signature", "node", "alias", "affiliation", "attribute", "source",
    "file", "origin", "statement", "shared",
  ]

  private static let tables = [
    "CREATE TABLE meta(key TEXT NOT NULL PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    "CREATE TABLE type(name TEXT NOT NULL PRIMARY KEY, parent TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE relation(id INTEGER PRIMARY KEY, base TEXT NOT NULL UNIQUE, third TEXT NOT NULL,
      past TEXT NOT NULL, opposite TEXT, built_in INT NOT NULL) STRICT
    """,
    """
    CREATE TABLE signature(relation INT NOT NULL REFERENCES relation, subject INT NOT NULL,
      object INT NOT NULL, PRIMARY KEY(relation, subject, object)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE node(id INTEGER PRIMARY KEY, kind INT NOT NULL, type TEXT NOT NULL,
      name TEXT NOT NULL, sort TEXT NOT NULL, declared INT NOT NULL) STRICT
    """,
    """
    CREATE TABLE alias(key TEXT NOT NULL, node INT NOT NULL REFERENCES node, name TEXT NOT NULL,
      former INT NOT NULL, PRIMARY KEY(key, node)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE affiliation(member INT NOT NULL REFERENCES node, grp INT NOT NULL REFERENCES node,
      since INT NOT NULL, until INT NOT NULL, since_date INT, until_date INT,
      PRIMARY KEY(member, grp, since, until)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE attribute(node INT NOT NULL REFERENCES node, name TEXT NOT NULL, value ANY NOT NULL,
      PRIMARY KEY(node, name)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE source(id INTEGER PRIMARY KEY, name TEXT NOT NULL, key TEXT NOT NULL UNIQUE,
      sort TEXT NOT NULL, title TEXT, title_key TEXT, publisher TEXT, d0 INT, d1 INT, url TEXT,
      language TEXT, file TEXT, sha256 TEXT, text TEXT) STRICT
    """,
    """
    CREATE TABLE statement(id INTEGER PRIMARY KEY, subject INT NOT NULL REFERENCES node,
      relation INT NOT NULL REFERENCES relation, object INT NOT NULL REFERENCES node, d0 INT, d1 INT,
      speaker INT REFERENCES node, source INT REFERENCES source, quote TEXT, words TEXT, q0 INT,
      q1 INT, condition TEXT, condition_words TEXT, confidence REAL, hash BLOB NOT NULL,
      file INT NOT NULL) STRICT
    """,
    "CREATE TABLE file(id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT",
    """
    CREATE TABLE origin(thing INT NOT NULL, id INT NOT NULL, detail TEXT NOT NULL, file INT NOT NULL,
      PRIMARY KEY(thing, id, detail, file)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE shared(statement INT NOT NULL REFERENCES statement, file INT NOT NULL,
      confidence REAL, PRIMARY KEY(statement, file)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE change(number INTEGER PRIMARY KEY, kind INT NOT NULL, moment TEXT NOT NULL,
      command TEXT NOT NULL, summary TEXT NOT NULL, undoes INT) STRICT
    """,
    """
    CREATE TABLE changeset(change INT NOT NULL REFERENCES change, part INT NOT NULL,
      bytes BLOB NOT NULL, PRIMARY KEY(change, part)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE edge(relation INT NOT NULL, subject INT NOT NULL, object INT NOT NULL,
      statements INT NOT NULL, first INT, last INT, PRIMARY KEY(relation, subject, object)
      ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE link(a INT NOT NULL, b INT NOT NULL, relation INT NOT NULL, forward INT NOT NULL,
      PRIMARY KEY(a, b, relation, forward)) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE reach(grp INT NOT NULL, member INT NOT NULL, since INT NOT NULL, until INT NOT NULL,
      depth INT NOT NULL, PRIMARY KEY(grp, member, since, until)) STRICT, WITHOUT ROWID
    """,
  ]

  private static let indexes = [
    "CREATE INDEX alias_node ON alias(node)",
    "CREATE INDEX affiliation_group ON affiliation(grp)",
    "CREATE INDEX node_type ON node(type)",
    "CREATE INDEX node_kind ON node(kind)",
    "CREATE INDEX source_title ON source(title_key)",
    "CREATE INDEX statement_edge ON statement(relation, subject, object, d0, d1)",
    "CREATE INDEX statement_day ON statement(relation, d0)",
    "CREATE INDEX edge_object ON edge(relation, object, subject, statements, first, last)",
    "CREATE INDEX edge_weight ON edge(relation, statements)",
    "CREATE INDEX reach_member ON reach(member, grp, since, until, depth)",
  ]
}
