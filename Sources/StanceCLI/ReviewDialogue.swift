internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage
internal import StanceModel

/// Asks a person about one suggestion after the other. Every decision is kept at once.
struct ReviewDialogue {
  private let draft: Draft
  private(set) var journal: ReviewJournal
  private let isColoured: Bool
  /// The suggestions that were decided on, the last one last.
  private var decided: [Int] = []
  /// The texts that are quoted, by file; nil of one that cannot be shown.
  private var texts: [String: DocumentText?] = [:]

  init(draft: Draft, journal: ReviewJournal, isColoured: Bool) {
    self.draft = draft
    self.journal = journal
    self.isColoured = isColoured
  }

  private enum Step { case next, again, back, end }

  /// Returns when everything is decided, or the person ends it.
  mutating func run() throws {
    try show(Self.help)
    var index = nextOpen(from: 0)
    while let current = index {
      switch try ask(current) {
      case .next: index = nextOpen(from: current + 1) ?? nextOpen(from: 0)
      case .again: continue
      case .back: index = decided.popLast() ?? current
      case .end: return
      }
    }
    try show("everything is decided\n")
  }

  private static let help = """
    a accept · e edit · r reject · s skip · A accept all above a confidence · u undo · q quit · ? help

    """

  private func nextOpen(from start: Int) -> Int? {
    draft.suggestions.indices.dropFirst(start)
      .first { journal.verdict(on: draft.suggestions[$0]) == .open }
  }

  private mutating func ask(_ index: Int) throws -> Step {
    let suggestion = draft.suggestions[index]
    try show(suggestion, index)
    guard let answer = try prompt("> ") else { return .end }
    switch answer.split(separator: " ").first {
    case "a"?: return try decide(index, .accepted)
    case "s"?: return try decide(index, .skipped)
    case "r"?:
      guard let reason = try prompt("why? ") else { return .end }
      return try decide(index, .rejected, reason: reason)
    case "e"?: return try edit(index)
    case "A"?:
      let number = answer.split(separator: " ").dropFirst().first.map(String.init)
      guard let text = try number ?? prompt("above which confidence? ") else { return .end }
      return try acceptAll(above: text)
    case "u"?: return try undo()
    case "q"?: return .end
    default:
      try show(Self.help)
      return .again
    }
  }

  private mutating func decide(
    _ index: Int, _ verdict: ReviewJournal.Decision.Verdict, reason: String? = nil,
    sentence: String? = nil
  ) throws -> Step {
    try journal.decide(draft.suggestions[index], verdict, reason: reason, sentence: sentence)
    decided.append(index)
    return .next
  }

  /// Takes another sentence in place of a suggestion, if it is one.
  private mutating func edit(_ index: Int) throws -> Step {
    try show("write the sentence anew; an empty line leaves it as it is\n")
    try show(draft.suggestions[index].statement.line.visible() + "\n")
    guard let sentence = try prompt("") else { return .end }
    guard !sentence.isEmpty else { return .again }
    let isStatement: Bool
    do throws(DiagnosedText) {
      let edited = try Draft(SourceText(name: "<edited>", sentence))
      isStatement = edited.suggestions.count == 1
    } catch {
      try show(error.rendered())
      return .again
    }
    guard isStatement else {
      try show("one statement is due\n")
      return .again
    }
    return try decide(index, .edited, sentence: sentence)
  }

  private mutating func acceptAll(above text: String) throws -> Step {
    guard let limit = Double(text), (0...1).contains(limit) else {
      try show("a confidence lies between 0 and 1\n")
      return .again
    }
    decided += try journal.acceptAll(of: draft, above: limit)
    return .next
  }

  private mutating func undo() throws -> Step {
    guard let last = decided.last else {
      try show("there is nothing to undo in this sitting\n")
      return .again
    }
    try journal.decide(draft.suggestions[last], .open)
    return .back
  }

  // MARK: - Showing

  private mutating func show(_ suggestion: Draft.Suggestion, _ index: Int) throws {
    var lines = ["", "\(index + 1) of \(draft.suggestions.count)"]
    lines += suggestion.remarks.map { "  " + $0.visible() }
    if let context = try context(of: suggestion) { lines.append("  " + context) }
    lines.append(bold(suggestion.statement.line.visible()))
    try show(lines.joined(separator: "\n") + "\n")
  }

  /// The words of the suggestion in the text around them.
  private mutating func context(of suggestion: Draft.Suggestion) throws -> String? {
    let statement = suggestion.statement
    guard let file = draft.document(of: suggestion), let start = statement.start,
      let end = statement.end, let text = try text(of: file), let words = text.slice(start, end),
      let before = text.slice(max(0, start - 200), start),
      let after = text.slice(end, min(text.count, end + 200))
    else { return nil }
    let lead = String(before.reversed().prefix { !$0.isNewline }.reversed())
    let rest = String(after.prefix { !$0.isNewline })
    return lead.visible() + marked(words.visible()) + rest.visible()
  }

  /// The text of a file. Where it is there and cannot be shown, that is said once.
  private mutating func text(of file: String) throws -> DocumentText? {
    if let known = texts[file] { return known }
    var text: DocumentText?
    switch GraphFiles.document(file, of: draft.source) {
    case .absent: break
    case .refused(let reason):
      try show("the text ‘\(file.visible())’ is not shown: \(reason.visible())\n")
    case .text(let source):
      text = DocumentText(String(decoding: source.bytes[source.contentStart...], as: UTF8.self))
    }
    texts[file] = .some(text)
    return text
  }

  private func bold(_ text: String) -> String { isColoured ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  private func marked(_ text: String) -> String {
    isColoured ? "\u{1B}[7m\(text)\u{1B}[0m" : "»\(text)«"
  }

  private func show(_ text: String) throws { try StandardStreams.print(text) }

  /// A line that the person types, or nil at the end of the input.
  private func prompt(_ text: String) throws -> String? {
    try show(text)
    return readLine(strippingNewline: true)?.trimmingCharacters(in: .whitespaces)
  }
}
