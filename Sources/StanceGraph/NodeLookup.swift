import StanceDiagnostics
import StanceModel
import StanceQuery
import StanceSQL

/// A name that nothing has, that several things have, or that cannot be given, as one line.
public struct NameRefused: Error, CustomStringConvertible {
  public var description: String
}

/// Finds the node that a command names.
struct NodeLookup {
  /// Runs a SELECT on the graph.
  let rows: (SQLFragment) throws -> [[SQLValue]]

  /// The nodes of which this is the key of a name or an alias.
  func named(_ key: String) throws -> [CatalogNode] {
    try rows(
      """
      SELECT n.id, n.kind, n.type, n.name FROM alias AS a JOIN node AS n ON n.id = a.node
        WHERE a.key = \(bind: key) ORDER BY n.id
      """
    ).compactMap { CatalogNode($0[...]) }
  }

  /// The node whose name this is, or else the only one of which it is an alias.
  ///
  /// - Throws: ``NameRefused``
  func node(_ name: String) throws -> CatalogNode {
    let key = NameKey.key(name)
    let found = try named(key)
    let own = found.filter { NameKey.key($0.name) == key }
    if own.count == 1 { return own[0] }
    if found.count == 1 { return found[0] }
    guard found.isEmpty else {
      let names = found.map { "“\($0.name)”" }.joined(separator: " or ")
      throw NameRefused(description: "‘\(name)’ may be \(names); give the full name")
    }
    let pool = try rows("SELECT a.key, n.name FROM alias AS a JOIN node AS n ON n.id = a.node")
      .map { (key: $0[0].text, name: $0[1].text) }
    let guess = Suggestion.didYouMean(Suggestion.nearest(to: key, among: pool), "“", "”")
    throw NameRefused(
      description: "nothing in this graph is called ‘\(name)’" + (guess.map { "; \($0)" } ?? ""))
  }
}
