public import StanceDiagnostics

/// What an import did, or would have done had there been no errors.
public struct ImportReport: Sendable {
  /// Statements that were not in the graph before.
  public var added = 0
  /// Statements of the files that were in the graph, or in the files, already.
  public var known = 0
  /// Statements that the files made when they were imported before, and no file makes now.
  public var removed = 0
  public var nodes = 0
  public var sources = 0
  /// The title of the graph, where a file gives one.
  public var title: String?
  /// The short name of the graph, where a file gives one.
  public var name: String?
  /// For each file with something to say about it, what.
  public var diagnostics: [DiagnosedText] = []

  public init() {}

  /// What the import did to the statements, in a few words.
  public var summary: String {
    let parts = [added > 0 ? "\(added) added" : nil, removed > 0 ? "\(removed) removed" : nil]
    let done = parts.compactMap(\.self).joined(separator: ", ")
    return done.isEmpty ? "no statement added or removed" : "statements: \(done)"
  }

  public var hasErrors: Bool { diagnostics.contains(where: \.hasErrors) }
}

/// A file could not be taken over as a whole, so that nothing was.
public struct ImportRefused: Error {
  public var report: ImportReport
}
