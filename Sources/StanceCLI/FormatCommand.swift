internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fmt",
    abstract: "Bring graph files and question files into their canonical form.",
    discussion: """
      Files are rewritten in place; only those that change are touched. - formats standard input to
      standard output. With --flat, the facts of all files are printed as one list in a fixed order.

        stance fmt Graphs/peace-talks-2025-05.stance Queries/blockers.ask
        stance fmt --check Graphs/*.stance
        stance fmt --flat Graphs/peace-talks-2025-05.stance
      """)

  @Argument(help: "Graph files (*.stance), question files (*.ask), or - for standard input.")
  var files: [String]

  @Flag(help: "Changes nothing, names the files that would change and ends with exit code 1.")
  var check = false

  @Flag(help: "Prints the facts of graph files, a sentence a line, in an order of their own.")
  var flat = false

  @Option(name: .shortAndLong, help: "Writes to a file, with --flat. - is standard output.")
  var output: String?

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func validate() throws {
    if check, flat { throw ValidationError("--check and --flat exclude each other") }
    if output != nil, !flat {
      throw ValidationError("files are rewritten in place; -o goes with --flat")
    }
    if flat, files.contains(where: { $0.hasSuffix(".ask") }) {
      throw ValidationError("--flat takes graph files, not questions")
    }
  }

  func run() throws {
    try reporting(diagnostics) {
      if flat {
        let graph = try GraphFiles.load(files, diagnostics)
        try OutputFile.stream(to: output, protecting: files) { sink in
          try GraphDump.of(graph) { dump in try dump.forEachLine { try sink.add(line: $0) } }
        }
      } else {
        try formatEach()
      }
    }
  }

  /// Formats the files one by one. One with errors is left alone, and the others are done.
  private func formatEach() throws {
    var problems: [DiagnosedText] = []
    var changed: [String] = []
    for file in files {
      let text = try InputFile.read(file)
      switch Self.formatted(text) {
      case .failure(let problem): problems.append(problem)
      case .success(let formatted):
        if !text.bytes.elementsEqual(formatted.utf8) { changed.append(file) }
        try write(formatted, to: file, isChanged: changed.last == file)
      }
    }
    if check { try StandardStreams.print(changed.map { $0.visible() + "\n" }.joined()) }
    guard problems.isEmpty else { throw PreparationFailure(problems: problems) }
    if check, !changed.isEmpty { throw ExitStatus.empty }
  }

  private func write(_ text: String, to file: String, isChanged: Bool) throws {
    if check { return }
    if file == "-" { return try StandardStreams.print(text) }
    if isChanged { try OutputFile.rewrite([(file, Array(text.utf8))]) }
  }

  /// The canonical form of a question file or a graph file. Standard input may be either.
  private static func formatted(_ text: SourceText) -> Result<String, DiagnosedText> {
    if text.name.hasSuffix(".ask") { return questions(text) }
    let graph = Result { () throws(DiagnosedText) in
      var formatter = GraphFormatter(text)
      return try formatter.text()
    }
    guard case .failure = graph, text.name == "<stdin>", case .success(let asked) = questions(text)
    else { return graph }
    return .success(asked)
  }

  private static func questions(_ text: SourceText) -> Result<String, DiagnosedText> {
    Result { () throws(DiagnosedText) in try QuestionFormatter(text).text() }
  }
}
