public import ArgumentParser
internal import StanceDiagnostics
public import StanceGraph

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look for what makes a graph less trustworthy.",
    discussion: """
      Compares quotations with the texts of their sources, and finds contradictions, stances that
      their holders deny, names that are not declared or alike, and damage of the database. Ends
      with exit code 1 where something is found.

        stance check talks.db
        stance check Graphs/peace-talks-2025-05.stance --skip similar
        stance check talks.db --repair
      """)

  @Argument(help: "A database file, or one or more *.stance files.")
  var graph: [String]

  @Flag(help: "Looks at the database alone, not at what it says.")
  var quick = false

  @Flag(help: "Makes the derived tables of the database anew.")
  var repair = false

  @Option(
    help: ArgumentHelp(
      "Leaves out a kind of finding: integrity, derived, identity, hash, quotation, contradiction, hearsay, undeclared or similar; may be repeated.",
      valueName: "kind"))
  var skip: [Finding.Kind] = []

  @Option(help: "How findings are printed: text or json.")
  var format = ReportForm.text

  func run() throws {
    try reporting(.text) {
      if repair {
        guard let path = graph.first, !path.hasSuffix(".stance") else {
          throw ValidationError("--repair is for a database; graph files have no derived tables")
        }
        try Graph.repair(path, notice: StandardStreams.note)
      }
      var report = try GraphFiles.open(graph, .text).check(isQuick: quick)
      report.findings.removeAll { skip.contains($0.kind) }
      try StandardStreams.print(format == .json ? json(report) : text(report))
      if !report.findings.isEmpty { throw ExitStatus.empty }
    }
  }

  private func text(_ report: CheckReport) -> String {
    var text = ""
    for finding in report.findings {
      text += "\(finding.kind.rawValue): \(finding.message.visible())\n"
      for statement in finding.statements { text += "  \(statement.visible())\n" }
      if let help = finding.help { text += "  help: \(help.visible())\n" }
    }
    return text + summary(report)
  }

  private func summary(_ report: CheckReport) -> String {
    let looked =
      quick
      ? "the database"
      : "\(counted(report.statements, "statement")), \(report.verified) of "
        + "\(report.quotations) quotations compared with their text"
    guard !report.findings.isEmpty else { return "nothing found in \(looked)\n" }
    let counts = Finding.Kind.allCases.compactMap { kind in
      let count = report.findings.count { $0.kind == kind }
      return count > 0 ? "\(count) \(kind.rawValue)" : nil
    }
    return "found \(counts.joined(separator: ", ")) in \(looked)\n"
  }

  private func json(_ report: CheckReport) -> String {
    report.findings.map { finding in
      JSONText.object([
        ("kind", JSONText.string(finding.kind.rawValue)),
        ("message", JSONText.string(finding.message)),
        ("statements", "[" + finding.statements.map(JSONText.string).joined(separator: ", ") + "]"),
        ("help", finding.help.map(JSONText.string) ?? "null"),
      ]) + "\n"
    }.joined()
  }
}

extension Finding.Kind: ExpressibleByArgument {}
