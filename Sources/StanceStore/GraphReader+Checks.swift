import StanceSQL

extension GraphReader {
  /// What SQLite finds wrong with the file and its references.
  public func integrityComplaints() throws -> [String] {
    let verdicts = try rows("PRAGMA integrity_check(20)").compactMap { $0.first?.text }
    let references = try rows("PRAGMA foreign_key_check").prefix(20).map { row in
      "a row of the table ‘\(row[0].text)’ refers to one of ‘\(row[2].text)’ that is not there"
    }
    return verdicts.filter { $0 != "ok" } + references
  }

  /// The names of the derived tables that are not what follows from the others.
  public func derivedTablesThatDiffer() throws -> [String] {
    try Derivation.tables.filter { table in
      try unsafe PreparedStatement(table.difference, on: connection).step()
    }.map(\.title)
  }
}

extension GraphStore {
  /// Makes the derived tables anew.
  public func deriveAnew() throws {
    try transaction { writer in
      try writer.deriveAll()
      return ((), true)
    }
  }
}
