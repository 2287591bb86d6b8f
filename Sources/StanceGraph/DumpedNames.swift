import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

/// What things, verbs and sources are called in a dump.
struct DumpedNames {
  struct Name {
    var name: String
    /// The name as a sentence has it, with its type where the name alone could mean two things.
    var written: String
    /// The same as the first word of a sentence.
    var first: String

    init(_ name: String, type: String? = nil) {
      self.name = name
      let bare = quotedIfNeeded(name)
      written = type.map { "the \($0) \(bare)" } ?? bare
      first = type == nil ? quotedIfNeeded(name, startsSentence: true) : written
    }
  }

  private var nodes: [Int: Name] = [:]
  private var sources: [Int: Name] = [:]
  private var verbs: [Int: String] = [:]

  init(_ reader: GraphReader) throws {
    let shared = try SharedNames(reader)
    try reader.forEachRow("SELECT id, name, type FROM node") { row in
      guard let id = row[0].integer else { return }
      let needsType = shared.isAmbiguous(row[1].text, of: id)
      nodes[id] = Name(row[1].text, type: needsType ? row[2].text : nil)
    }
    try reader.forEachRow("SELECT id, name FROM source") { row in
      if let id = row[0].integer { sources[id] = Name(row[1].text) }
    }
    try reader.forEachRow("SELECT id, third FROM relation") { row in
      if let id = row[0].integer { verbs[id] = row[1].text }
    }
  }

  func node(_ number: SQLValue) throws(StoreFailure) -> Name { try Self.found(number, in: nodes) }

  func source(_ number: SQLValue) throws(StoreFailure) -> Name {
    try Self.found(number, in: sources)
  }

  func verb(_ number: SQLValue) throws(StoreFailure) -> String {
    try Self.found(number, in: verbs)
  }

  private static func found<Found>(
    _ number: SQLValue, in all: [Int: Found]
  ) throws(StoreFailure) -> Found {
    guard let found = number.integer.flatMap({ all[$0] }) else { throw .damaged() }
    return found
  }
}

/// The names that several things of a graph have.
private struct SharedNames {
  private var owners: [String: Set<Int>] = [:]

  init(_ reader: GraphReader) throws {
    let sql: SQLFragment = """
      SELECT key, node FROM alias
        WHERE key IN (SELECT key FROM alias GROUP BY key HAVING COUNT(*) > 1)
      """
    try reader.forEachRow(sql) { row in
      if let node = row[1].integer { owners[row[0].text, default: []].insert(node) }
    }
  }

  /// Whether the name of a thing is another's too.
  func isAmbiguous(_ name: String, of node: Int) -> Bool {
    guard !owners.isEmpty, let owners = owners[NameKey.key(name)] else { return false }
    return owners != [node]
  }
}
