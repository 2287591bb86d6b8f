public import StanceDiagnostics

/// What an import did, or would have done had there been no errors.
public struct ImportReport: Sendable {
  /// Statements that were not in the graph before.
  public var added = 0
  /// Statements of the files that were in the graph, or in the files, already.
  public var known = 0
  public var nodes = 0
  public var sources = 0
  /// The title of the graph, where a file gives one.
  public var title: String?
  /// The short name of the graph, where a file gives one.
  public var name: String?
  /// For each file with something to say about it, what.
  public var diagnostics: [DiagnosedText] = []

  public init() {}

  public var hasErrors: Bool { diagnostics.contains(where: \.hasErrors) }
}

/// A file could not be taken over as a whole, so that nothing was.
public struct ImportRefused: Error {
  public var report: ImportReport
}
