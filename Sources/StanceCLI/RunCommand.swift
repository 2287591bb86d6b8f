internal import ArgumentParser
internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

struct RunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    // Spares the look for a request of completions, which only the whole command answers.
    _superCommandName: "stance",
    abstract: "Run a question file.",
    discussion: """
      The graph is the one given, or the one that ‘use graph "name"’ in the file names: NAME.stance
      or NAME.db, or one of these in a folder Graphs, beside the file or above it.

        stance run Queries/who-rejects-what.ask
        stance run Queries/tower-camps.ask talks.db --set since=2025-03
      """)

  @Argument(help: "A question file (*.ask), or - for standard input.")
  var file: String

  @Argument(help: "A database file, or one or more *.stance files.")
  var graph: [String] = []

  @OptionGroup var options: AnswerOptions

  func run() throws {
    try reporting(options.diagnostics) {
      let text = try InputFile.read(file)
      let files = graph.isEmpty ? [try usedGraph(text)] : graph
      try AnswerRun(files: files, options: options).run([text])
    }
  }

  /// The graph that the file itself names.
  private func usedGraph(_ text: SourceText) throws -> String {
    let (parsed, diagnostics) = QuestionFile.parse(text)
    for case .use(let use) in parsed.sentences where use.isGraph {
      return try GraphFiles.find(use.name.text, from: file)
    }
    guard diagnostics.isEmpty else {
      throw PreparationFailure(problems: [DiagnosedText(source: text, diagnostics: diagnostics)])
    }
    throw FileFailure(
      path: file,
      reason: "no graph is named; begin the file with: use graph \"name\". – or give its file")
  }
}
