internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph

struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    // Spares the look for a request of completions, which only the whole command answers.
    _superCommandName: "stance",
    abstract: "Ask a graph one or more questions.",
    discussion: """
      Put a question in single quotes, so that the shell leaves it alone.

        stance ask talks.db 'who rejects what'
        stance ask talks.stance 'does Ukraine support "30-day ceasefire"?'
        stance ask talks.db 'who rejects what since $day' --set day=2025-05
        echo 'who supports what' | stance ask talks.db -
      """)

  @Argument(help: "A database file, or one or more *.stance files; then the questions.")
  var arguments: [String]

  @OptionGroup var options: AnswerOptions

  func validate() throws {
    guard arguments.count > graphFileCount else {
      throw ValidationError("no question is given, e.g. 'who rejects what'")
    }
  }

  /// How many of the arguments, from the first, name the graph.
  private var graphFileCount: Int {
    max(1, arguments.prefix { $0.hasSuffix(".stance") }.count)
  }

  func run() throws {
    try reporting(options.diagnostics) {
      let files = Array(arguments.prefix(graphFileCount))
      var texts: [SourceText] = []
      for question in arguments.dropFirst(graphFileCount) {
        texts.append(
          question == "-" ? try InputFile.read("-") : SourceText(name: "<ask>", question))
      }
      try AnswerRun(files: files, options: options).run(texts)
    }
  }
}
