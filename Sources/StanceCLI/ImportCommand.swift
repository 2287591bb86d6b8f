internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Load graph files into a graph.",
    discussion: """
      All or nothing: an error in one file leaves the graph as it was. Statements that the graph
      has already are not added again.

        stance import talks.db Graphs/peace-talks-2025-05.stance
        cat one.stance two.stance | stance import both.db -
      """)

  @Argument(help: "The database file of the graph; made if it is not there.")
  var graph: String

  @Argument(help: "Graph files (*.stance), or - for standard input.")
  var files: [String]

  @Flag(help: "Names that are not declared are errors.")
  var strict = false

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = DiagnosticForm.text

  func run() throws {
    try reporting(diagnostics) {
      var texts: [SourceText] = []
      for file in files { texts.append(try InputFile.read(file)) }
      let progress = Progress("statements")
      let report = try Graph.importFiles(
        texts, into: graph, strict: strict, progress: progress.show)
      progress.clear()
      StanceCLI.report(report.diagnostics, diagnostics)
      try StandardStreams.print(summary(report))
    }
  }

  private func summary(_ report: ImportReport) -> String {
    let known = report.known > 0 ? " (\(report.known) known already)" : ""
    return "imported \(report.added) statements\(known), \(report.nodes) nodes and "
      + "\(report.sources) sources into \(graph.visible())\n"
  }
}

/// A counter on standard error, only where that is a terminal.
struct Progress {
  private let what: String

  init(_ what: String) { self.what = what }

  func show(_ count: Int) {
    guard StandardStreams.errorIsTerminal else { return }
    StandardStreams.complainLines("\r\(count) \(what)")
  }

  func clear() {
    guard StandardStreams.errorIsTerminal else { return }
    StandardStreams.complainLines("\r\u{1B}[K")
  }
}
