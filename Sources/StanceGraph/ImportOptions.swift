public import StanceDiagnostics

/// How graph files are taken over.
public struct ImportOptions {
  /// Names that are not declared are errors.
  public var isStrict = false
  /// The texts of sources, by the names of the sources.
  public var texts: [(source: String, text: SourceText)] = []
  /// Reads the document that a source sentence of a graph file names as its file.
  public var document: (_ file: String, _ graphFile: SourceText) -> NamedDocument = { _, _ in
    .absent
  }
  /// What a graph file is called in the graph, by which it is known when it is imported again; nil
  /// of a text that is no file.
  public var fileName: (SourceText) -> String? = { _ in nil }
  /// Called now and then with the part of the texts that has been read, between 0 and 1, and the
  /// number of statements found in it.
  public var progress: (_ part: Double, _ statements: Int) -> Void = { _, _ in }
  /// Told of a graph that had to be brought up to date.
  public var notice: (String) -> Void = { _ in }

  public init(isStrict: Bool = false) { self.isStrict = isStrict }
}

/// What became of a document that a source sentence names.
public enum NamedDocument: Sendable {
  case text(SourceText)
  /// It is not at hand.
  case absent
  /// It is there and is not read, and why.
  case refused(String)
}

/// A text that was given for a source does not go with the graph.
public struct TextRefused: Error, CustomStringConvertible {
  public var description: String
}
