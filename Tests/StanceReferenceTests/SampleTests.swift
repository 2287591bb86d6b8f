import Foundation
import StanceDiagnostics
import StanceLanguage
import StanceReference
import Testing

@Suite struct SampleTests {
  @Test(arguments: try Sample.all()) func `a sample is answered as expected`(sample: Sample) throws
  {
    let evaluator = ReferenceEvaluator(
      graph: try ReferenceGraph(try Sample.text("ukraine.stance")),
      libraries: [try Sample.questions(Sample.text("prelude.ask"))])
    let file = try Sample.questions(SourceText(name: "<ask>", sample.ask))
    let answers = try evaluator.answers(to: file, parameters: sample.parameters)
    let tables = answers.map { Sample.Table(columns: $0.columns, rows: $0.rows.map(Sample.row)) }
    #expect(tables == sample.answers)
  }

  @Test func `every sample without an error is read`() throws {
    #expect(try Sample.all().count == 59)
  }
}

/// A line of the expected answers.
struct Sample: Sendable, CustomTestStringConvertible {
  struct Table: Hashable, Sendable {
    var columns: [String]
    var rows: [[ReferenceValue]]
  }

  var ask: String
  var parameters: [String: ReferenceParameter]
  var answers: [Table]

  var testDescription: String { ask }

  /// The lines that have an answer rather than an error.
  static func all() throws -> [Sample] {
    let text = try text("expected.jsonl")
    let lines = String(decoding: text.bytes, as: UTF8.self).split(separator: "\n")
    return try lines.compactMap { line in
      let line = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      guard let answers = line.answers else { return nil }
      return Sample(
        ask: line.ask, parameters: (line.set ?? [:]).mapValues(\.value),
        answers: answers.map { table in
          Table(columns: table.columns, rows: table.rows.map { $0.map(\.value) })
        })
    }
  }

  static func text(_ name: String) throws -> SourceText {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Samples")
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    return SourceText(name: name, bytes: Array(data))
  }

  static func questions(_ text: SourceText) throws -> QuestionFile {
    let (file, diagnostics) = QuestionFile.parse(text)
    if let error = diagnostics.first(where: { $0.severity == .error }) { throw error }
    return file
  }

  /// The row with its lists joined, as the expected answers have them.
  static func row(_ row: [ReferenceValue]) -> [ReferenceValue] {
    row.map { value in
      guard case .list(let values) = value else { return value }
      let texts = values.map { value in
        guard case .text(let text) = value else { return "\(value)" }
        return text
      }
      return .text(texts.joined(separator: "; "))
    }
  }
}

private struct Line: Decodable {
  struct Table: Decodable {
    var columns: [String]
    var rows: [[Cell]]
  }

  var ask: String
  var set: [String: Given]?
  var answers: [Table]?
}

private struct Cell: Decodable {
  var value: ReferenceValue

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      value = .absent
    } else if let number = try? container.decode(Int.self) {
      value = .integer(number)
    } else if let number = try? container.decode(Double.self) {
      value = .real(number)
    } else {
      value = .text(try container.decode(String.self))
    }
  }
}

private struct Given: Decodable {
  var value: ReferenceParameter

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let texts = try? container.decode([String].self) {
      value = .list(texts)
    } else {
      value = .text(try container.decode(String.self))
    }
  }
}
