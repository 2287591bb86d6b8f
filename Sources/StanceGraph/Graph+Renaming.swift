public import StanceDiagnostics
public import StanceLanguage

extension Graph {
  /// Graph files in which a thing has another name, or in which two things are one.
  ///
  /// The files are loaded before and after, so that the result is a graph as they were.
  ///
  /// - Throws: `DiagnosedText` where the names cannot be had, ``ImportRefused`` where the files have
  ///   errors or would have some: two types that contradict each other, a circle of groups.
  public static func rewriteNames(
    in texts: [SourceText], _ purpose: NameRewriting.Purpose, _ old: String, to new: String
  ) throws -> NameRewriting.Outcome {
    let outcome = try NameRewriting.rewrite(texts, purpose, old, to: new)
    _ = try load(texts)
    _ = try load(outcome.texts)
    return outcome
  }
}
