import Foundation
import StanceDiagnostics
import StanceGraph
import StanceStore
import StanceTestSupport

/// Times each sample question on the sample graph with 100,000 generated statements more.
///
/// Prints for each the median milliseconds of its runs, binding included, the number of rows, and
/// the question. Arguments: the folder of the samples, and how many statements to generate.
@main
struct Bench {
  /// The runs of which the median is taken; a question that takes long is run once.
  static let runs = 5
  /// Milliseconds.
  static let long = 1000.0
  /// Seconds after which a question is given up.
  static let limit = 60.0

  private struct Sample: Decodable {
    var ask: String
    var set: [String: Given]?
    var answers: [Answered]?

    struct Answered: Decodable {}
  }

  private enum Given: Decodable {
    case one(String)
    case many([String])

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .one(text)
      } else {
        self = .many(try container.decode([String].self))
      }
    }

    var texts: [String] {
      switch self {
      case .one(let text): [text]
      case .many(let texts): texts
      }
    }
  }

  static func main() throws {
    let folder = URL(filePath: CommandLine.arguments.dropFirst().first ?? "Tests/Samples")
    let count = CommandLine.arguments.dropFirst(2).first.flatMap { Int($0) } ?? 100_000
    let path = FileManager.default.temporaryDirectory
      .appending(path: "stance-bench-\(UUID().uuidString).db").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    let sample = try source("ukraine.stance", in: folder)
    let generated = SourceText(name: "generated", GeneratedGraph.text(statements: count))
    let load = try ContinuousClock().measure {
      _ = try Graph.importFiles([sample, generated], into: path)
    }
    print("\(padded(load.milliseconds)) ms  loading \(count) statements")
    let graph = try Graph.open(path)
    let lines = try source("expected.jsonl", in: folder).bytes.split(separator: 0x0A)
    for line in lines {
      let sample = try JSONDecoder().decode(Sample.self, from: Data(line))
      guard sample.answers != nil else { continue }
      try time(sample, on: graph)
    }
  }

  private static func source(_ name: String, in folder: URL) throws -> SourceText {
    SourceText(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }

  private static func time(_ sample: Sample, on graph: Graph) throws {
    let given = (sample.set ?? [:]).mapValues(\.texts)
    var times: [Double] = []
    var rows = 0
    while times.count < runs, times.last ?? 0 < long {
      let start = ContinuousClock.now
      var session = Session(graph, given: given)
      let questions = try session.prepare(SourceText(name: "<bench>", sample.ask)) { _, from in from
      }
      rows = 0
      for question in questions {
        do throws(StoreFailure) {
          rows += try graph.answer(question, limits: AnswerLimits(timeout: limit)).rows.count
        } catch {
          print("   over \(Int(limit)) s  \(sample.ask)")
          return
        }
      }
      times.append((ContinuousClock.now - start).milliseconds)
    }
    let median = times.sorted()[times.count / 2]
    print("\(padded(median)) ms  \(rows) rows  \(sample.ask)")
  }

  private static func padded(_ milliseconds: Double) -> String {
    let text = String(format: "%.1f", milliseconds)
    return String(repeating: " ", count: max(0, 9 - text.count)) + text
  }
}

extension Duration {
  fileprivate var milliseconds: Double {
    Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15
  }
}
