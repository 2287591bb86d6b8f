public import StanceLanguage
import StanceModel

/// A value of an answer.
public enum ReferenceValue: Hashable, Sendable {
  case text(String)
  case integer(Int)
  case real(Double)
  case absent
  case list([ReferenceValue])
}

/// The answer to one question: rows in the order of the language.
public struct ReferenceAnswer: Hashable, Sendable {
  public var columns: [String]
  public var rows: [[ReferenceValue]]
  /// For each row the positions in the graph of the statements that witness it, ascending. Empty
  /// for the rows of paths.
  public var evidence: [[Int]]
}

/// Answers questions by the definition of their meaning, without any regard to speed.
///
/// It is what other implementations are compared with. Errors of a question are not told apart:
/// whatever is erroneous throws ``Unsupported``, and some erroneous questions are answered.
public struct ReferenceEvaluator: Sendable {
  public var graph: ReferenceGraph
  /// Files whose definitions hold in every question, such as the prelude.
  public var libraries: [QuestionFile]

  public init(graph: ReferenceGraph, libraries: [QuestionFile] = []) {
    self.graph = graph
    self.libraries = libraries
  }

  /// The answers to the questions of a file, in order. Throws ``Unsupported`` at the first one that
  /// has none.
  public func answers(
    to file: QuestionFile, parameters: [String: ReferenceParameter] = [:]
  ) throws -> [ReferenceAnswer] {
    let rules = try (libraries + [file]).flatMap(\.definitions).map(Rule.init)
    try check(rules)
    let parameters = Parameters(file, values: parameters)
    return try file.questions.map { question in
      let context = Context(
        world: World(graph, by: try level(question)), rules: rules, parameters: parameters)
      for rule in rules { _ = try context.component(of: rule.defined) }
      switch question.form {
      case .pattern(let pattern):
        return try Inquiry(context, pattern, question.options).answer()
      case .path(let path): return try answer(path, question.options, context)
      }
    }
  }

  private func level(_ question: Question) throws -> String? {
    guard let word = question.options.level?.text else { return nil }
    guard let level = graph.types.named(word) else { throw Unsupported("no level ‘\(word)’") }
    return level
  }

  /// Throws where a definition has the name of something in the graph.
  private func check(_ rules: [Rule]) throws {
    for rule in rules {
      switch rule.defined {
      case .verb:
        guard rule.forms.all.allSatisfy({ graph.relation($0) == nil }) else {
          throw Unsupported("‘\(rule.forms.third)’ is a relation of the graph")
        }
      case .kind(let word):
        guard graph.types.kind(of: word) == nil else { throw Unsupported("‘\(word)’ is a type") }
      }
    }
  }
}

extension QuestionFile {
  fileprivate var definitions: [Definition] {
    sentences.compactMap { sentence in
      guard case .define(let definition) = sentence else { return nil }
      return definition
    }
  }

  fileprivate var questions: [Question] {
    sentences.compactMap { sentence in
      guard case .question(let question) = sentence else { return nil }
      return question
    }
  }
}
