import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

extension Graph {
  /// Gives a node of a database another name; the old one becomes an alias, and graph files that
  /// declare it go on meaning this node.
  ///
  /// - Returns: what was done, in a few words.
  /// - Throws: ``NameRefused``, ``StoreFailure``.
  public static func rename(
    _ old: String, to new: String, in path: String, notice: (String) -> Void = { _ in }
  ) throws -> String {
    let command = "rename \(quotedIfNeeded(old)) \(quotedIfNeeded(new))"
    return try edit(path, command, notice) { edit in try edit.rename(old, to: new) }
  }

  /// Makes one node of two of a database: what was said of the first is said of the second, and the
  /// names of the first become aliases. Undoing the change parts them again.
  ///
  /// - Returns: what was done, in a few words.
  /// - Throws: ``NameRefused``, ``StoreFailure``.
  public static func merge(
    _ name: String, into other: String, in path: String, notice: (String) -> Void = { _ in }
  ) throws -> String {
    let command = "merge \(quotedIfNeeded(name)) \(quotedIfNeeded(other))"
    return try edit(path, command, notice) { edit in try edit.merge(name, into: other) }
  }

  private static func edit(
    _ path: String, _ command: String, _ notice: (String) -> Void,
    _ body: (NameEdit) throws -> String
  ) throws -> String {
    let store = try GraphStore.openForWriting(path, notice: notice)
    let summary = try store.write(as: command) { writer in
      writer.summary = try body(NameEdit(writer: writer))
      return writer.summary
    }
    try store.close()
    return summary
  }
}

/// Changes of names within one transaction. The identity of a statement contains names, so that it
/// is computed anew.
private struct NameEdit {
  let writer: GraphWriter

  private var lookup: NodeLookup { NodeLookup(rows: writer.rows) }

  func rename(_ old: String, to new: String) throws -> String {
    let node = try lookup.node(old)
    let new = try checked(new)
    let key = NameKey.key(new)
    let others = try lookup.named(key).filter { $0.id != node.id }
    if let other = others.first {
      throw NameRefused(
        description: "“\(other.name)” is called ‘\(new)’ already; to make one of the two, use "
          + "stance merge")
    }
    guard node.name != new else { return "“\(new)” has this name already" }
    try writer.rename(node.id, to: new)
    let count = try writer.identifyAnew(namingNode: node.id)
    return "“\(node.name)” is “\(new)” now, in \(counted(count, "statement"))"
  }

  /// The name as graph files keep names.
  private func checked(_ name: String) throws -> String {
    let stored = NameKey.stored(name)
    guard !NameKey.key(stored).isEmpty else {
      throw NameRefused(description: "a name is not empty")
    }
    guard stored.utf8.count <= TextLimit.name, stored.count <= TextLimit.nameCharacters else {
      throw NameRefused(
        description: "a name may have \(TextLimit.nameCharacters) characters and \(TextLimit.name) "
          + "bytes at most")
    }
    let isHidden = { (scalar: Unicode.Scalar) in
      scalar.isInvisibleControl || scalar.properties.isNoncharacterCodePoint
    }
    guard !stored.unicodeScalars.contains(where: isHidden) else {
      throw NameRefused(description: "a name has no characters that nobody can see")
    }
    return stored
  }

  func merge(_ name: String, into other: String) throws -> String {
    let merged = try lookup.node(name)
    let kept = try lookup.node(other)
    guard merged.id != kept.id else {
      throw NameRefused(description: "‘\(name)’ and ‘\(other)’ are the same, “\(kept.name)”")
    }
    guard merged.kind == kept.kind else {
      throw NameRefused(
        description: "“\(merged.name)” is \(withArticle(merged.kind.name)) and “\(kept.name)” is "
          + "\(withArticle(kept.kind.name)); they cannot be one")
    }
    let joined = try writer.rows(
      """
      SELECT 1 FROM affiliation WHERE (member = \(bind: merged.id) AND grp = \(bind: kept.id))
        OR (member = \(bind: kept.id) AND grp = \(bind: merged.id)) LIMIT 1
      """)
    guard joined.isEmpty else {
      throw NameRefused(
        description: "“\(merged.name)” and “\(kept.name)” cannot be one: one belongs to the other")
    }
    try writer.merge(merged.id, into: kept.id)
    try checkAffiliations()
    let count = try writer.identifyAnew(namingNode: kept.id)
    return "“\(merged.name)” is “\(kept.name)” now, in \(counted(count, "statement"))"
  }

  private func checkAffiliations() throws {
    var graph = AffiliationGraph()
    for row in try writer.rows("SELECT member, grp FROM affiliation") {
      guard let member = row[0].integer, let group = row[1].integer else { continue }
      graph.insert(AffiliationRecord(member: member, group: group, since: nil, until: nil))
    }
    if graph.extent() == nil {
      throw NameRefused(description: "one of the two belongs to the other through a third")
    }
  }
}
