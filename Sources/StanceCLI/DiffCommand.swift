internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Say what one graph has and another has not.",
    discussion: """
      - is what only the first has, + what only the second has, ~ a statement that both have with
      another date, speaker, quote, condition, source, place or confidence. Ends with exit code 1
      when the graphs differ.

        stance diff old.stance new.stance
        stance diff talks.db talks.stance --format json
        git show HEAD:talks.stance | stance diff - talks.stance
      """)

  @Argument(help: "A database file, a *.stance file, or - for a graph file on standard input.")
  var old: String

  @Argument(help: "The graph to compare it with.")
  var new: String

  @Option(help: "text or json.")
  var format = ReportForm.text

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func validate() throws {
    if old == "-", new == "-" {
      throw ValidationError("only one of the two graphs can come from standard input")
    }
  }

  func run() throws {
    try reporting(diagnostics) {
      let difference = try GraphDifference(
        from: GraphFiles.open(one: old, diagnostics), to: GraphFiles.open(one: new, diagnostics))
      let text = DifferenceText(difference: difference)
      switch format {
      case .text: try StandardStreams.print(text.lines)
      case .json: try StandardStreams.print(text.json + "\n")
      }
      if !difference.isEmpty { throw ExitStatus.empty }
    }
  }
}

/// Writes the difference of two graphs.
struct DifferenceText {
  var difference: GraphDifference

  /// A line for what came, went or changed, then the counts; nothing where nothing differs.
  var lines: String {
    guard !difference.isEmpty else { return "" }
    let declarations = merged(
      difference.removedDeclarations, difference.addedDeclarations, sortedBy: { [$0] })
    let statements = merged(
      difference.removed, difference.added, sortedBy: \.order, \.line)
    let changes = difference.changed.flatMap(changeLines)
    let all = declarations + statements + changes + [counts]
    return all.map { shown($0) + "\n" }.joined()
  }

  private func shown(_ line: String) -> String {
    StandardStreams.outputIsTerminal ? line.visible() : line
  }

  /// What went and what came, in one order.
  private func merged<Item>(
    _ gone: [Item], _ new: [Item], sortedBy order: (Item) -> [String],
    _ text: (Item) -> String = { "\($0)" }
  ) -> [String] {
    let lines =
      gone.map { (order($0) + ["-"], "- \(text($0))") }
      + new.map { (order($0) + ["."], "+ \(text($0))") }
    return lines.sorted { $0.0.lexicographicallyPrecedes($1.0) }.map(\.1)
  }

  private func changeLines(_ change: GraphDifference.Change) -> [String] {
    ["~ \(change.old.line)"]
      + change.roles.map { role in
        let values = [change.old, change.new].map { $0.text(of: role) }
        let shown = values.map { $0.isEmpty ? "none" : $0 }
        return "    \(role.rawValue): \(shown[0]) → \(shown[1])"
      }
  }

  private var counts: String {
    "declarations: \(difference.addedDeclarations.count) added, "
      + "\(difference.removedDeclarations.count) removed; "
      + "statements: \(difference.added.count) added, \(difference.removed.count) removed, "
      + "\(difference.changed.count) changed"
  }

  /// One object.
  var json: String {
    JSONText.object([
      (
        "declarations",
        JSONText.object([
          ("added", JSONText.array(difference.addedDeclarations.map(JSONText.string))),
          ("removed", JSONText.array(difference.removedDeclarations.map(JSONText.string))),
        ])
      ),
      (
        "statements",
        JSONText.object([
          ("added", JSONText.array(difference.added.map(\.json))),
          ("removed", JSONText.array(difference.removed.map(\.json))),
          ("changed", JSONText.array(difference.changed.map(json))),
        ])
      ),
    ])
  }

  private func json(_ change: GraphDifference.Change) -> String {
    JSONText.object([
      ("roles", JSONText.array(change.roles.map { JSONText.string($0.rawValue) })),
      ("old", change.old.json), ("new", change.new.json),
    ])
  }
}
