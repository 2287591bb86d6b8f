import StanceSQL
public import StanceStore

extension Graph {
  /// Takes a change of a database back, as a new change.
  ///
  /// - Parameter number: the change; nil takes the latest one that is no undoing itself.
  /// - Throws: ``UndoRefused``, ``StoreFailure``.
  public static func undo(
    _ number: Int?, in path: String, notice: (String) -> Void = { _ in }
  ) throws -> LoggedChange {
    try GraphStore.undo(number, in: path, notice: notice) { writer, renamed in
      try writer.agrees(with: renamed)
    }
  }
}

extension GraphWriter {
  /// Whether the statements that name things which were renamed have the identities that the names
  /// make now: statements that were made in between do not.
  fileprivate func agrees(with renamed: RenamedThings) throws -> Bool {
    let conditions: [SQLFragment] =
      renamed.nodes.map {
        "s.subject = \(bind: $0) OR s.object = \(bind: $0) OR s.speaker = \(bind: $0)"
      } + renamed.relations.map { "s.relation = \(bind: $0)" }
      + renamed.sources.map { "s.source = \(bind: $0)" }
    for condition in conditions {
      let statements = try rows(StoredStatement.query(condition)).map(StoredStatement.init)
      guard statements.allSatisfy({ $0.line.hash.bytes == $0.hash }) else { return false }
    }
    return true
  }
}
