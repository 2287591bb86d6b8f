internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

/// What was decided on the suggestions of a draft. It is kept in a file beside the draft, a line a
/// decision, so that a review can be ended at any moment and taken up again.
struct ReviewJournal {
  struct Decision: Codable, Hashable {
    enum Verdict: String, Codable {
      case accepted, edited, rejected, skipped
      /// The decision before was taken back.
      case open
    }

    /// The canonical line of the suggestion.
    var statement: String
    var verdict: Verdict
    /// Why it was rejected.
    var reason: String?
    /// The sentence that stands in its place.
    var sentence: String?
  }

  let path: String
  private(set) var decisions: [String: Decision] = [:]

  /// The journal of a draft, with what was decided before.
  init(of draft: String) throws(FileFailure) {
    path = draft + ".review"
    guard FileManager.default.fileExists(atPath: path) else { return }
    let bytes = try InputFile.readDocument(path).bytes
    // What a crash cut off before its line end is no decision, and the next must not be joined to it.
    let whole = bytes[..<(bytes.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0)]
    if whole.count < bytes.count { try OutputFile.rewrite([(path, Array(whole))]) }
    let lines = whole.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() where !line.isEmpty {
      guard let decision = try? JSONDecoder().decode(Decision.self, from: Data(line)) else {
        throw FileFailure(
          path: "\(path):\(index + 1)", reason: "this is no decision; mend the line or delete it")
      }
      decisions[decision.statement] = decision
    }
  }

  func verdict(on suggestion: Draft.Suggestion) -> Decision.Verdict {
    decisions[suggestion.statement.identity]?.verdict ?? .open
  }

  /// What becomes of a suggestion in the accepted text.
  func fate(of suggestion: Draft.Suggestion) -> Draft.Fate {
    let decision = decisions[suggestion.statement.identity]
    switch decision?.verdict {
    case .accepted: return .kept
    case .edited: return decision?.sentence.map(Draft.Fate.replaced) ?? .left
    case .rejected, .skipped, .open, nil: return .left
    }
  }

  /// Keeps a decision, on the disk before it returns.
  mutating func decide(
    _ suggestion: Draft.Suggestion, _ verdict: Decision.Verdict, reason: String? = nil,
    sentence: String? = nil
  ) throws {
    let decision = Decision(
      statement: suggestion.statement.identity, verdict: verdict, reason: reason,
      sentence: sentence)
    decisions[decision.statement] = decision
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    var line = Array(try encoder.encode(decision))
    line.append(UInt8(ascii: "\n"))
    try OutputFile.append(line, to: path)
  }

  /// Accepts what has at least a confidence and is not decided yet, and returns which that was.
  /// What has none is certain.
  @discardableResult
  mutating func acceptAll(of draft: Draft, above limit: Double) throws -> [Int] {
    let chosen = draft.suggestions.indices.filter { index in
      let suggestion = draft.suggestions[index]
      return verdict(on: suggestion) == .open && suggestion.statement.confidence ?? 1 >= limit
    }
    for index in chosen { try decide(draft.suggestions[index], .accepted) }
    return chosen
  }
}
