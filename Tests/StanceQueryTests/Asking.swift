import StanceDiagnostics
import StanceLanguage
import StanceQuery

/// A text that is not what a test takes it for.
struct NoQuestion: Error {}

/// The last question of a text, bound to the sample with what the text defines and declares.
func bind(
  _ text: String, given: [String: [String]] = [:], datedGroups: Bool = false
) throws -> BoundQuestion {
  let source = SourceText(name: "<ask>", text)
  let (file, diagnostics) = QuestionFile.parse(source)
  if let first = diagnostics.first { throw first }
  var library = Library.prelude
  var parameters = Parameters(given: given)
  var last: Question?
  for sentence in file.sentences {
    switch sentence {
    case .use: continue
    case .given(let declared): parameters.declare(declared)
    case .define(let definition): library.add(definition, from: source)
    case .question(let question): last = question
    }
  }
  if let first = library.check().flatMap(\.diagnostics).first { throw first }
  guard let last else { throw NoQuestion() }
  do throws(QuestionRefused) {
    return try BoundQuestion.bind(
      last, catalog: SampleCatalog(hasDatedAffiliations: datedGroups), library: library,
      parameters: parameters)
  } catch {
    switch error {
    case .diagnosed(let diagnostic): throw diagnostic
    case .unreadable(let error): throw error
    }
  }
}

/// What a question is refused for, or nil where it is bound.
func refusal(_ text: String, given: [String: [String]] = [:]) throws -> Diagnostic? {
  do {
    _ = try bind(text, given: given)
    return nil
  } catch let diagnostic as Diagnostic {
    return diagnostic
  }
}

/// The outline of the plan, with names in the place of numbers.
func outline(
  _ text: String, given: [String: [String]] = [:], datedGroups: Bool = false
) throws -> String {
  let plan = try bind(text, given: given, datedGroups: datedGroups).plan
  return plan.outline.replacing(/#(\d+)|(from|to) (\d+)/) { match in
    if let id = match.1.flatMap({ Int($0) }) { return SampleCatalog.name(of: id) }
    guard let id = match.3.flatMap({ Int($0) }), let word = match.2 else { return "" }
    return "\(word) \(SampleCatalog.name(of: id))"
  }
}

/// The lines of the outline.
func steps(_ text: String, given: [String: [String]] = [:]) throws -> [String] {
  try outline(text, given: given).split(separator: "\n").map(String.init)
}

/// The columns of the answer.
func columns(_ text: String) throws -> [String] {
  guard case .rows(let columns) = try bind(text).plan.answer else { return [] }
  return columns.map(\.label)
}
