import Foundation
import StanceDiagnostics
import StanceGraph
import StanceStore
import StanceTestSupport
import Testing

/// It does not matter in which steps the files of a graph came to be what they are.
@Suite struct IncrementalLawTests {
  private func importFiles(_ texts: [SourceText], _ path: String) throws -> ImportReport {
    try Graph.importFiles(texts, into: path, options: .named)
  }

  /// The texts once more, from nothing. All names are given first, in the order in which the files
  /// were imported first.
  private func fresh(_ texts: [SourceText], _ path: String) throws -> [String] {
    _ = try importFiles(texts, path)
    return try Graph.open(path).content()
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `importing step by step gives what one import of the last versions gives`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    var files = RandomFiles(seed: seed)
    var isBehind = (try? importFiles(files.texts, folder.path("g.db"))) == nil
    for step in 0..<8 {
      let edited = files.edit()
      // A version that no import accepts is passed over, as its author would mend it.
      let whole = try? fresh(files.texts, folder.path("fresh-\(step).db"))
      guard let whole else {
        isBehind = true
        continue
      }
      do {
        _ = try importFiles(isBehind ? files.texts : [files.text(edited)], folder.path("g.db"))
      } catch is ImportRefused {
        // What has moved from one file to another may need both.
        do {
          _ = try importFiles(files.texts, folder.path("g.db"))
        } catch let refused as ImportRefused {
          Issue.record("seed \(seed), step \(step): \(refused.report.errors)")
          return
        }
      }
      isBehind = false
      let graph = try Graph.open(folder.path("g.db"))
      let content = try graph.content()
      let difference = content.difference(from: whole).map(\.line).sorted()
      #expect(difference == [], "seed \(seed), step \(step)")
      let damage = try graph.damage()
      #expect(damage == [], "seed \(seed), step \(step)")
      let before = try folder.data("g.db")
      do {
        _ = try importFiles(files.texts, folder.path("g.db"))
      } catch let refused as ImportRefused {
        Issue.record(
          "seed \(seed), step \(step), again: \(refused.report.errors) \(files.sentences)")
      }
      #expect(try folder.data("g.db") == before, "seed \(seed), step \(step), imported again")
    }
  }
}

extension ImportReport {
  /// The messages of the errors.
  var errors: [String] {
    diagnostics.flatMap { text in
      text.diagnostics.filter { $0.severity == .error }.map {
        "\(text.source.name): \(text.source.text($0.span)): \($0.message)"
      }
    }
  }
}

extension CollectionDifference<String>.Change {
  /// The line that is there and should not be, or the other way round.
  fileprivate var line: String {
    switch self {
    case .insert(_, let line, _): "unexpected \(line)"
    case .remove(_, let line, _): "missing \(line)"
    }
  }
}
