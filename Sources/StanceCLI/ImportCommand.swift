internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceInterchange
internal import StanceStore

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load graph files into a graph.",
    discussion: """
      All or nothing: an error in one file leaves the graph as it was. Statements that the graph
      has already are not added again, and those that a file made when it was imported before and no
      longer makes are removed; stance undo takes an import back.

        stance import talks.db Graphs/peace-talks-2025-05.stance
        cat one.stance two.stance | stance import both.db -
        stance import talks.db articles.jsonl extracted.jsonl
      """)

  @Argument(help: "The database file of the graph; made if it is not there.")
  var graph: String

  @Argument(
    help:
      "Graph files (*.stance), JSON Lines of documents and statements (*.jsonl), or - for standard input."
  )
  var files: [String] = []

  @Flag(help: "Names that are not declared are errors.")
  var strict = false

  @Option(
    help: ArgumentHelp(
      "The text of a source, kept so that quotations can be verified.", valueName: "source=file"))
  var text: [String] = []

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func validate() throws {
    guard !files.isEmpty || !text.isEmpty else {
      throw ValidationError("give graph files to import, e.g. stance import talks.db talks.stance")
    }
    if let wrong = text.first(where: { !$0.contains("=") }) {
      throw ValidationError("--text takes SOURCE=FILE, not ‘\(wrong)’")
    }
  }

  func run() throws {
    try reporting(diagnostics) {
      var texts: [SourceText] = []
      var extracted: [SourceText] = []
      for file in files {
        if file.hasSuffix(".jsonl") {
          extracted.append(try InputFile.readDocument(file))
        } else {
          texts.append(try InputFile.read(file))
        }
      }
      let progress = ProgressBar("statements")
      var options = ImportOptions(isStrict: strict)
      options.fileName = { text in GraphFiles.name(of: text.name, beside: graph) }
      options.document = GraphFiles.document
      options.progress = progress.show
      options.notice = StandardStreams.note
      for pair in text {
        let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        options.texts.append((String(parts[0]), try InputFile.readDocument(String(parts[1]))))
      }
      if let statements = try statements(of: extracted) {
        texts += statements.files.map { SourceText(name: $0.name, $0.text) }
        options.texts += statements.documents.map { document in
          (
            document.id,
            SourceText(
              name: document.id, bytes: Array(document.text.utf8), lineLimit: .max - 1)
          )
        }
      }
      defer { progress.clear() }
      let report = try Graph.importFiles(texts, into: graph, options: options)
      progress.clear()
      StanceCLI.report(report.diagnostics, diagnostics)
      try StandardStreams.print(summary(report))
    }
  }

  /// What JSON Lines of another program say, and how much of it was dropped, if there are any.
  private func statements(of files: [SourceText]) throws -> ExtractedStatements? {
    guard !files.isEmpty else { return nil }
    let known = try GraphStore.exists(graph) ? Graph.open(graph) : nil
    let statements = try ExtractedStatements(files) { id throws(StoreFailure) in
      try known?.text(ofSource: id)
    }
    for reason in ExtractedStatements.Reason.allCases {
      let dropped = statements.dropped.filter { $0.reason == reason }
      guard let first = dropped.first else { continue }
      StandardStreams.note(
        "dropped \(dropped.count), first \(first.file):\(first.line): \(reason.rawValue)"
          + (first.field.map { " (\($0))" } ?? ""))
    }
    return statements
  }

  private func summary(_ report: ImportReport) -> String {
    let remarks = [
      report.known > 0 ? "\(report.known) known already" : nil,
      report.removed > 0 ? "\(report.removed) removed that the files no longer make" : nil,
    ].compactMap(\.self).joined(separator: ", ")
    return
      "imported \(counted(report.added, "statement"))\(remarks.isEmpty ? "" : " (\(remarks))"), "
      + "\(counted(report.nodes, "node")) and \(counted(report.sources, "source")) "
      + "into \(graph.visible())\n"
  }
}
