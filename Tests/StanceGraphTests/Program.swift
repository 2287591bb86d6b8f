import Foundation
import StanceDiagnostics
import StanceGraph
import StanceReference
import StanceSQL
import StanceStore

/// The columns and rows of an answer, whoever gave it.
struct Table: Hashable, Sendable, CustomStringConvertible {
  var columns: [String]
  var rows: [[ReferenceValue]]

  var description: String {
    ([columns.joined(separator: " | ")] + rows.map { $0.map(\.shown).joined(separator: " | ") })
      .joined(separator: "\n")
  }
}

/// The program with a graph, as its users meet it: texts in, tables out.
struct Program {
  let graph: Graph

  init(_ graph: String) throws {
    self.graph = try Graph.load([SourceText(name: "graph", graph)]).graph
  }

  func prepare(_ ask: String, given: [String: [String]] = [:]) throws -> [PreparedQuestion] {
    var session = Session(graph, given: given)
    return try session.prepare(SourceText(name: "<ask>", ask)) { name, _ in
      throw UnexpectedUse(name: name)
    }
  }

  func answers(
    _ ask: String, given: [String: [String]] = [:], withEvidence: Bool = false
  ) throws -> [Answer] {
    try prepare(ask, given: given).map { try graph.answer($0, withEvidence: withEvidence) }
  }

  func tables(_ ask: String, given: [String: [String]] = [:]) throws -> [Table] {
    try answers(ask, given: given).map(Table.init)
  }

  /// The rows of the last question with their cells joined by `|`.
  func rows(_ ask: String) throws -> [String] {
    try tables(ask).last?.rows.map { $0.map(\.shown).joined(separator: "|") } ?? []
  }

  /// The first error of a text, or nil where it is answered.
  func refusal(_ ask: String, given: [String: [String]] = [:]) throws -> Diagnostic? {
    do {
      _ = try answers(ask, given: given)
      return nil
    } catch let failure as PreparationFailure {
      return failure.problems.flatMap(\.diagnostics).first { $0.severity == .error }
    }
  }

  /// The hashes of the statements in order of loading, as texts that order like them.
  func statementHashes() throws -> [String] {
    try graph.store.rows("SELECT hash FROM statement ORDER BY id").rows.map { row in
      guard case .blob(let bytes) = row[0] else { return "" }
      return bytes.map {
        String(UnicodeScalar($0 / 16 + 0x41)) + String(UnicodeScalar($0 % 16 + 0x41))
      }
      .joined()
    }
  }
}

/// A text that uses another one, where there is none.
struct UnexpectedUse: Error {
  var name: String
}

extension Table {
  init(_ answer: Answer) {
    self.init(columns: answer.columns, rows: answer.rows.map { $0.map(\.reference) })
  }

  init(_ answer: ReferenceAnswer) {
    self.init(columns: answer.columns, rows: answer.rows.map { $0.map(\.rounded) })
  }
}

extension AnswerValue {
  fileprivate var reference: ReferenceValue {
    switch self {
    case .absent: .absent
    case .text(let text): .text(text)
    case .integer(let number): .integer(number)
    case .real(let number): ReferenceValue.real(number).rounded
    case .list(let values): .list(values.map(\.reference))
    }
  }
}

extension ReferenceValue {
  /// Sums of floating-point numbers depend on their order in the last digits.
  fileprivate var rounded: ReferenceValue {
    switch self {
    case .real(let number): .real((number * 1e9).rounded() / 1e9)
    case .list(let values): .list(values.map(\.rounded))
    case .absent, .integer, .text: self
    }
  }

  var shown: String {
    switch self {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .absent: "-"
    case .list(let values): values.map(\.shown).joined(separator: "; ")
    }
  }
}

/// The files of the samples.
enum SampleFile {
  static func text(_ name: String) throws -> String {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    return try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
  }
}
