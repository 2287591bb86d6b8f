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
    _ texts: [SourceText], strict: Bool = false
  ) throws -> (graph: Graph, report: ImportReport) {
    let store = try GraphStore.inMemory()
    let report = try store.write { writer in
      try Self.load(texts, strict: strict, into: writer) { _ in }
    }
    try store.allowReadingOnly()
    return (try Graph(store), report)
  }

  /// Takes the facts of graph files into the graph of a database file, which is made where there is
  /// none. All or nothing.
  ///
  /// - Parameter progress: called now and then with the number of statements read.
  /// - Throws: ``ImportRefused`` where the files have errors, ``StoreFailure``.
  public static func importFiles(
    _ texts: [SourceText], into path: String, strict: Bool = false,
    progress: @escaping (Int) -> Void = { _ in }
  ) throws -> ImportReport {
    try GraphStore.change(path) { writer in
      try load(texts, strict: strict, into: writer, progress)
    }
  }

  private static func load(
    _ texts: [SourceText], strict: Bool, into writer: GraphWriter,
    _ progress: @escaping (Int) -> Void
  ) throws -> ImportReport {
    var loader = GraphLoader(writer, isStrict: strict, progress: progress)
    return try loader.load(texts)
  }
}
