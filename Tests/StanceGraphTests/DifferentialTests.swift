import Foundation
import StanceDiagnostics
import StanceGraph
import StanceLanguage
import StanceReference
import StanceStore
import Testing

/// The program against the evaluator that only knows the definition of the language.
@Suite struct DifferentialTests {
  /// How many times more is tried than usual: STANCE_FUZZ_ROUNDS.
  static let rounds =
    ProcessInfo.processInfo.environment["STANCE_FUZZ_ROUNDS"].flatMap(UInt64.init) ?? 1

  /// The first block of seeds, to try others than usual: STANCE_FUZZ_FIRST.
  static let first =
    ProcessInfo.processInfo.environment["STANCE_FUZZ_FIRST"].flatMap(UInt64.init) ?? 0

  static let questionsPerGraph: UInt64 = 25

  @Test(arguments: first..<(first + 8 * rounds))
  func `random questions are answered by their definition`(
    block: UInt64
  ) throws {
    var tally = Tally()
    for seed in (block * 15)..<(block * 15 + 15) { try compare(seed, &tally) }
    #expect(tally.compared * 10 >= tally.total * 6, "\(tally.reasons)")
  }

  private func compare(_ seed: UInt64, _ tally: inout Tally) throws {
    let graph = RandomGraph(seed: seed)
    let pair = try Pair(graph.text)
    for number in 0..<Self.questionsPerGraph {
      let ask = RandomQuestion.text(graph, seed: seed * 1000 + number)
      let outcome = try pair.compare(ask)
      tally.add(outcome)
      if case .differs(let found, let expected) = outcome {
        Issue.record(
          """
          seed \(seed), question \(number)
          \(graph.text)
          \(ask)
          answered:
          \(found)
          by definition:
          \(expected)
          """)
      }
    }
  }
}

/// What came of some comparisons.
struct Tally {
  var total = 0
  var compared = 0
  /// Why the others were not compared.
  var reasons: [String: Int] = [:]

  mutating func add(_ outcome: Pair.Outcome) {
    total += 1
    switch outcome {
    case .agrees, .differs: compared += 1
    case .skipped(let reason): reasons[reason, default: 0] += 1
    }
  }
}

/// The program and the reference evaluator over the same graph.
struct Pair {
  enum Outcome {
    case agrees
    case differs(String, String)
    case skipped(String)
  }

  let program: Program
  let reference: ReferenceEvaluator

  init(_ text: String) throws {
    program = try Program(text)
    var graph = try ReferenceGraph(SourceText(name: "graph", text))
    let hashes = try program.statementHashes()
    try #require(hashes.count == graph.statements.count)
    for (index, hash) in hashes.enumerated() { graph.statements[index].hash = hash }
    let prelude = SourceText(name: "prelude", try SampleFile.text("prelude.ask"))
    reference = ReferenceEvaluator(graph: graph, libraries: [QuestionFile.parse(prelude).file])
  }

  func compare(_ ask: String) throws -> Outcome {
    let expected: [ReferenceAnswer]
    do {
      let (file, diagnostics) = QuestionFile.parse(SourceText(name: "<ask>", ask))
      if let error = diagnostics.first(where: { $0.severity == .error }) {
        return .differs("\(error)", "a question that can be parsed")
      }
      expected = try reference.answers(to: file)
    } catch let unsupported as Unsupported {
      return try refused(ask) ?? .skipped("reference: \(unsupported)")
    }
    let answers: [Answer]
    do {
      answers = try program.answers(ask, withEvidence: true)
    } catch let failure as StoreFailure {
      return .differs("\(failure)", expected.map { Table($0).description }.joined(separator: "\n"))
    } catch let failure as PreparationFailure {
      let refusal = failure.problems.flatMap(\.diagnostics).first { $0.severity == .error }
      return .skipped("program: \(refusal.map { "\($0.code): \($0.message)" } ?? "")")
    }
    let (found, wanted) = (answers.map(Table.init), expected.map(Table.init))
    guard found == wanted else {
      return .differs(
        found.map(\.description).joined(separator: "\n"),
        wanted.map(\.description).joined(separator: "\n"))
    }
    let plain = try program.tables(ask)
    guard plain == found else {
      return .differs(
        "without evidence\n" + plain.map(\.description).joined(separator: "\n"),
        wanted.map(\.description).joined(separator: "\n"))
    }
    let isPath = ask.contains("path from") || ask.contains("paths from")
    let evidence = answers.map { $0.evidence.map { $0.map { $0.id - 1 } } }
    guard isPath || evidence == expected.map(\.evidence) else {
      return .differs("evidence \(evidence)", "\(expected.map(\.evidence))")
    }
    return .agrees
  }

  /// What is wrong with how the program takes a question that has no definite meaning, if anything.
  private func refused(_ ask: String) throws -> Outcome? {
    do {
      _ = try program.refusal(ask)
      return nil
    } catch let failure as StoreFailure {
      return .differs("\(failure)", "an answer or a refusal")
    }
  }
}
