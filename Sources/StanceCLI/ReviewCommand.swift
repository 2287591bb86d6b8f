internal import ArgumentParser
internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

struct ReviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Accept, edit or reject the suggestions of a draft.",
    discussion: """
      Shows one suggestion of stance read at a time with its sentence. Decisions are kept at once in
      a file beside the draft (*.review), rejected ones with the reason, so that a review can be ended
      with q and taken up again. What is accepted goes into a database or a graph file.

        stance review draft.stance --into talks.db
        stance review draft.stance --into talks.stance
        stance review draft.stance --accept-above 0.8 > accepted.stance
      """)

  @Argument(help: "A draft, as stance read -o writes it.")
  var draft: String

  @Option(
    help:
      "A database or graph file (*.stance) that takes what is accepted; made if it is not there.")
  var into: String?

  @Option(
    help: ArgumentHelp(
      "Accepts what has at least this confidence and is not decided yet, and asks nothing.",
      valueName: "confidence"))
  var acceptAbove: Double?

  @Flag(help: "Shows what was rejected, and why, and asks nothing.")
  var rejected = false

  func validate() throws {
    if let acceptAbove, !(0...1).contains(acceptAbove) {
      throw ValidationError("--accept-above takes a confidence from 0 to 1")
    }
    guard draft != "-" else { throw ValidationError("a draft to be reviewed is a file") }
  }

  func run() throws {
    try reporting(.text) {
      let draft = try Draft(try InputFile.read(draft))
      var journal = try ReviewJournal(of: self.draft)
      if rejected { return try showRejected(draft, journal) }
      if let acceptAbove {
        try journal.acceptAll(of: draft, above: acceptAbove)
      } else {
        guard StandardStreams.inputIsTerminal, StandardStreams.outputIsTerminal else {
          throw ValidationError(
            "there is no terminal to ask in; give --accept-above 0.8 to accept by confidence")
        }
        var dialogue = ReviewDialogue(draft: draft, journal: journal, isColoured: isColoured)
        try dialogue.run()
        journal = dialogue.journal
      }
      try deliver(draft, journal)
    }
  }

  private var isColoured: Bool {
    ProcessInfo.processInfo.environment["NO_COLOR", default: ""].isEmpty
  }

  private func showRejected(_ draft: Draft, _ journal: ReviewJournal) throws {
    for suggestion in draft.suggestions where journal.verdict(on: suggestion) == .rejected {
      try StandardStreams.print(suggestion.statement.line.visible() + "\n")
      if let reason = journal.decisions[suggestion.statement.identity]?.reason {
        try StandardStreams.print("  \(reason.visible())\n")
      }
    }
  }

  // MARK: - What is accepted

  private func deliver(_ draft: Draft, _ journal: ReviewJournal) throws {
    let text = try draft.text(with: draft.suggestions.map(journal.fate))
    // What a person edited may be wrong still: nothing is written then.
    let accepted = SourceText(name: self.draft, text)
    _ = try Graph.load([accepted])
    guard let into = into ?? (acceptAbove == nil ? reviewedName : nil) else {
      return try StandardStreams.print(text)
    }
    if into.hasSuffix(".stance") {
      try AcceptedStatements(text: accepted, draft: self.draft).add(to: into)
    } else {
      var options = ImportOptions()
      options.fileName = { text in GraphFiles.name(of: text.name, beside: into) }
      options.document = GraphFiles.document
      options.notice = StandardStreams.note
      let report = try Graph.importFiles([accepted], into: into, options: options)
      StanceCLI.report(report.diagnostics, .text)
    }
    let verdicts = draft.suggestions.map(journal.verdict)
    let counts = [
      ("accepted", verdicts.count { $0 == .accepted || $0 == .edited }),
      ("rejected", verdicts.count { $0 == .rejected }),
      ("skipped", verdicts.count { $0 == .skipped }), ("open", verdicts.count { $0 == .open }),
    ]
    let summary = counts.map { "\($0.1) \($0.0)" }.joined(separator: ", ")
    try StandardStreams.print("\(summary); what is accepted is in \(into.visible())\n")
  }

  /// Where a review in a terminal puts what is accepted unless it is told.
  private var reviewedName: String {
    (draft.hasSuffix(".stance") ? String(draft.dropLast(7)) : draft) + "-reviewed.stance"
  }
}

/// What was accepted of a draft, on its way into a graph file.
private struct AcceptedStatements {
  var text: SourceText
  var draft: String

  /// Writes the file, or adds to one that is there what it does not say yet.
  func add(to path: String) throws {
    guard FileManager.default.fileExists(atPath: path) else {
      return try OutputFile.write([(path, text.bytes)])
    }
    let known = try InputFile.read(path)
    let before = Set(try lines([known]))
    let added = try lines([known, text]).filter { !before.contains($0) }
    guard !added.isEmpty else { return }
    var bytes = known.bytes
    if let last = bytes.last, last != UInt8(ascii: "\n") { bytes.append(UInt8(ascii: "\n")) }
    bytes += Array("\n# from \(draft.visible())\n".utf8)
    bytes += Array(added.map { $0 + "\n" }.joined().utf8)
    try OutputFile.rewrite([(path, bytes)], protecting: [draft])
  }

  /// What graph files say, a canonical line each.
  private func lines(_ texts: [SourceText]) throws -> [String] {
    var lines: [String] = []
    try GraphDump.of(try Graph.load(texts).graph) { dump in
      try dump.forEachLine { lines.append($0) }
    }
    return lines
  }
}
