public import StanceDiagnostics
import StanceLanguage
import StanceQuery
public import StanceStore

/// A statement–stance knowledge graph that can be asked.
public struct Graph {
  public let store: GraphStore
  public let catalog: StoreCatalog

  public init(_ store: GraphStore) throws(StoreFailure) {
    self.store = store
    catalog = try StoreCatalog(store)
  }

  /// The graph of a database file, for reading.
  public static func open(_ path: String) throws(StoreFailure) -> Graph {
    try Graph(GraphStore.open(path))
  }

  /// A graph in memory made of graph files.
  ///
  /// - Throws: ``ImportRefused`` where the files have errors.
  public static func load(
    _ texts: [SourceText], options: ImportOptions = ImportOptions()
  ) throws -> (graph: Graph, report: ImportReport) {
    let store = try GraphStore.inMemory()
    let report = try store.write { writer in
      var loader = GraphLoader(writer, options)
      return try loader.load(texts)
    }
    try store.allowReadingOnly()
    return (try Graph(store), report)
  }

  /// Takes the facts of graph files into the graph of a database file, which is made where there is
  /// none. All or nothing. A file that was imported before takes back what it no longer says.
  ///
  /// - Throws: ``ImportRefused`` where the files have errors, ``TextRefused``, ``StoreFailure``.
  public static func importFiles(
    _ texts: [SourceText], into path: String, options: ImportOptions = ImportOptions()
  ) throws -> ImportReport {
    let command = "import " + texts.map(\.name).joined(separator: " ")
    return try GraphStore.change(path, as: command, notice: options.notice) { writer in
      var loader = GraphLoader(writer, options)
      let report = try loader.load(texts)
      writer.summary = report.summary
      return report
    }
  }
}
