import Foundation
import StanceDiagnostics
import StanceGraph
import StanceReference
import Testing

@Suite struct SampleQuestionTests {
  let program: Program

  init() throws { program = try Program(SampleFile.text("ukraine.stance")) }

  @Test(arguments: try ExpectedAnswer.all().filter { $0.answers != nil })
  func `a sample question has its answer`(sample: ExpectedAnswer) throws {
    let tables = try program.tables(sample.ask, given: sample.given)
    #expect(tables.map(\.joined) == sample.answers)
  }

  @Test(arguments: try ExpectedAnswer.all().filter { $0.error != nil })
  func `a sample error is told`(sample: ExpectedAnswer) throws {
    let refusal = try program.refusal(sample.ask, given: sample.given)
    let found = try #require(refusal)
    let source = SourceText(name: "<ask>", sample.ask)
    let told = ExpectedAnswer.Refusal(
      code: found.code.rawValue, message: found.message,
      offset: source.scalarOffset(of: found.span.start), help: found.help)
    #expect(told == sample.error)
  }

  @Test func `there are answers and errors among the samples`() throws {
    let samples = try ExpectedAnswer.all()
    #expect(samples.count { $0.answers != nil } == 59)
    #expect(samples.count { $0.error != nil } == 18)
  }

  @Test func `the example file is read with what it uses`() throws {
    let text = SourceText(name: "full.ask", try SampleFile.text("full.ask"))
    var session = Session(program.graph)
    let questions = try session.prepare(text) { name, _ in
      SourceText(name: name, "define ?a hinders ?b when ?a rejects ?p and ?b supports ?p.")
    }
    #expect(questions.count == 3)
    let columns = try questions.map { try program.graph.answer($0).columns }
    #expect(columns == [["who", "whom"], ["what"], ["who", "what", "whom", "when"]])
  }
}

/// A line of the expected answers.
struct ExpectedAnswer: Sendable, Decodable, CustomTestStringConvertible {
  struct Refusal: Hashable, Sendable, Decodable {
    var code: String
    var message: String
    var offset: Int
    var help: String?
  }

  var ask: String
  var given: [String: [String]]
  var answers: [Table]?
  var error: Refusal?

  var testDescription: String { ask }

  static func all() throws -> [ExpectedAnswer] {
    try SampleFile.text("expected.jsonl").split(separator: "\n").map { line in
      try JSONDecoder().decode(ExpectedAnswer.self, from: Data(line.utf8))
    }
  }

  private enum Key: String, CodingKey {
    case ask, set, answers, error, columns, rows
  }

  init(from decoder: any Decoder) throws {
    let line = try decoder.container(keyedBy: Key.self)
    ask = try line.decode(String.self, forKey: .ask)
    error = try line.decodeIfPresent(Refusal.self, forKey: .error)
    given = try line.decodeIfPresent([String: Texts].self, forKey: .set)?.mapValues(\.texts) ?? [:]
    answers = try line.decodeIfPresent([Written].self, forKey: .answers)?.map(\.table)
  }

  /// One text or several.
  private struct Texts: Decodable {
    var texts: [String]

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let list = try? container.decode([String].self) {
        texts = list
      } else {
        texts = [try container.decode(String.self)]
      }
    }
  }

  private struct Written: Decodable {
    var table: Table

    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      table = Table(
        columns: try object.decode([String].self, forKey: .columns),
        rows: try object.decode([[Cell]].self, forKey: .rows).map { $0.map(\.value) })
    }
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
}

extension Table {
  /// The table with its lists as texts, as the expected answers have them.
  fileprivate var joined: Table {
    var copy = self
    copy.rows = rows.map { row in
      row.map { value in
        guard case .list = value else { return value }
        return .text(value.shown)
      }
    }
    return copy
  }
}
