public import StanceDiagnostics
public import StanceLanguage

/// A question with every name resolved.
public struct BoundQuestion: Sendable {
  public var plan: Plan
  /// Advice for the reader, one line each.
  public var notes: [String]

  /// Resolves the names of a question.
  public static func bind(
    _ question: Question, catalog: some Catalog, library: Library, parameters: Parameters
  ) throws(QuestionRefused) -> BoundQuestion {
    var binder = Binder(catalog: catalog, library: library, parameters: parameters)
    let plan = try binder.bind(question)
    return BoundQuestion(plan: plan, notes: binder.notes + binder.advice(question))
  }
}

/// Why a question could not be bound.
public enum QuestionRefused: Error {
  case diagnosed(Diagnostic)
  /// The catalog could not be read.
  case unreadable(any Error)
}
