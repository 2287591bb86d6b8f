public import StanceQuery
public import StanceStore
internal import StanceModel
internal import StanceSQL

extension Graph {
  /// Every name and alias, as the key by which it is compared, with the node that has it.
  public func names() throws(StoreFailure) -> [(key: String, node: CatalogNode)] {
    let sql: SQLFragment = """
      SELECT a.key, n.id, n.kind, n.type, n.name FROM alias AS a JOIN node AS n ON n.id = a.node
        ORDER BY n.id, a.key
      """
    return try store.rows(sql).rows.compactMap { row in
      CatalogNode(row[1...]).map { (row[0].text, $0) }
    }
  }
}
