public import StanceDiagnostics
public import StanceLanguage
public import StanceQuery

/// A question that is ready to be run.
public struct PreparedQuestion: Sendable {
  public var text: String
  public var syntax: Question
  public var plan: Plan
  public var notes: [String]

  public var output: Output? { syntax.options.output }
  public var drawing: Drawing? { syntax.options.drawing }
}

/// Binds the questions of files to a graph. Definitions and parameters hold from where they are
/// written on.
public struct Session {
  let graph: Graph
  private var library = Library.prelude
  private var parameters: Parameters
  /// The names of the texts that others use, each of which is read once.
  private var used: Set<String> = []
  private let given: [String: [String]]
  /// The parameters that the texts so far declare or use.
  private var known: Set<String> = []

  /// - Parameter given: for each parameter the values given for it from outside.
  public init(_ graph: Graph, given: [String: [String]] = [:]) {
    self.graph = graph
    self.given = given
    parameters = Parameters(given: given)
  }

  /// The questions of a text, bound.
  ///
  /// - Parameter read: gives the text that `use "name"` in a text stands for.
  /// - Throws: ``PreparationFailure`` with every diagnostic of the text, or a failure of the store.
  public mutating func prepare(
    _ source: SourceText, read: (_ name: String, _ from: SourceText) throws -> SourceText
  ) throws -> [PreparedQuestion] {
    var problems: [DiagnosedText] = []
    var questions: [Question] = []
    try collect(source, read, &questions, &problems)
    problems += library.check()
    var prepared: [PreparedQuestion] = []
    var found: [Diagnostic] = []
    for question in questions {
      do throws(QuestionRefused) {
        prepared.append(try bind(question, in: source))
      } catch {
        switch error {
        case .diagnosed(let diagnostic): found.append(diagnostic)
        case .unreadable(let error): throw error
        }
      }
    }
    if !found.isEmpty { problems.append(DiagnosedText(source: source, diagnostics: found)) }
    if problems.contains(where: \.hasErrors) { throw PreparationFailure(problems: problems) }
    return prepared
  }

  /// Takes over the definitions and parameters of a text and of what it uses.
  private mutating func collect(
    _ source: SourceText, _ read: (String, SourceText) throws -> SourceText,
    _ questions: inout [Question], _ problems: inout [DiagnosedText]
  ) throws {
    known.formUnion(QuestionFile.parameters(in: source))
    let (file, diagnostics) = QuestionFile.parse(source)
    if !diagnostics.isEmpty {
      problems.append(DiagnosedText(source: source, diagnostics: diagnostics))
    }
    for sentence in file.sentences {
      switch sentence {
      case .use(let use):
        guard !use.isGraph else { continue }
        let text = try read(use.name.text, source)
        guard used.insert(text.name).inserted else { continue }
        var ignored: [Question] = []
        try collect(text, read, &ignored, &problems)
      case .given(let declared): parameters.declare(declared)
      case .define(let definition): library.add(definition, from: source)
      case .question(let question): questions.append(question)
      }
    }
  }

  /// What is wrong with the values given from outside: those that no text so far has a parameter for.
  ///
  /// - Parameter option: what the values are given with, to name the place.
  public func unknownParameters(givenWith option: String) -> [DiagnosedText] {
    given.keys.filter { !known.contains($0) }.sorted().map { name in
      let nearest = Suggestion.nearest(to: name, among: known.sorted().map { ($0, "$" + $0) })
      let diagnostic = Diagnostic(
        .error, .parameterWithoutValue, "no question here has a parameter ‘$\(name)’",
        at: SourceSpan(0, name.utf8.count), help: Suggestion.didYouMean(nearest, "‘", "’"))
      let text = name + "=" + (given[name]?.first ?? "")
      return DiagnosedText(source: SourceText(name: option, text), diagnostics: [diagnostic])
    }
  }

  private func bind(
    _ question: Question, in source: SourceText
  ) throws(QuestionRefused) -> PreparedQuestion {
    let bound = try BoundQuestion.bind(
      question, catalog: graph.catalog, library: library, parameters: parameters)
    return PreparedQuestion(
      text: source.text(question.span), syntax: question, plan: bound.plan, notes: bound.notes)
  }
}

/// Everything that was wrong with a text and with what it uses.
public struct PreparationFailure: Error, Sendable {
  public var problems: [DiagnosedText]

  public init(problems: [DiagnosedText]) { self.problems = problems }
}
