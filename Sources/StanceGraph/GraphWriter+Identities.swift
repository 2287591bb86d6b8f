import StanceLanguage
import StanceSQL
import StanceStore

// The identity of a statement is made of names, so that it follows them.
extension GraphWriter {
  /// Gives the statements for which a condition on `s` holds the identities that their names make
  /// now. Two that have become the same are one.
  ///
  /// - Returns: the number of the statements.
  @discardableResult
  func identifyAnew(where condition: SQLFragment) throws -> Int {
    let statements = try rows(StoredStatement.query(condition)).map(StoredStatement.init)
    for statement in statements where statement.line.hash.bytes != statement.hash {
      try identify(statement.id, as: statement.line.hash)
    }
    return statements.count
  }

  @discardableResult
  func identifyAnew(namingNode node: Int) throws -> Int {
    try identifyAnew(
      where: "s.subject = \(bind: node) OR s.object = \(bind: node) OR s.speaker = \(bind: node)")
  }
}
