internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give an actor, a place or a proposal another name.",
    discussion: """
      The old name stays known as another name. Of a graph that is made of several graph files give
      all; all are written or none, and nothing but the name changes in them.

        stance rename talks.db Kremlin 'Presidential Administration'
        stance rename talks.stance Kremlin 'Presidential Administration'
      """)

  @OptionGroup var names: NameArguments

  func run() throws { try names.rewrite(.rename, "renamed") }
}

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one of two actors, places or proposals.",
    discussion: """
      Everything that is said of the first is said of the second afterwards, of which the first
      name becomes another name. Of a graph that is made of several graph files give all; all are
      written or none. In a database, stance undo parts the two again.

        stance merge talks.db 'ceasefire agreement' ceasefire
        stance merge talks.stance 'ban on Russian gas' 'additional sanctions on Russia'
      """)

  @OptionGroup var names: NameArguments

  func run() throws { try names.rewrite(.merge, "merged") }
}

/// Graph files and the two names that they are to be rewritten by.
struct NameArguments: ParsableArguments {
  @Argument(help: "A database or graph files (*.stance), then the old name, then the new one.")
  var arguments: [String]

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  private var files: [String] { arguments.dropLast(2) }

  func validate() throws {
    guard arguments.count > 2 else {
      throw ValidationError("give one or more files, the old name and the new name")
    }
    let isGraphFile = files.map { $0.hasSuffix(".stance") }
    guard Set(isGraphFile).count == 1, isGraphFile[0] || files.count == 1 else {
      throw ValidationError("give *.stance files, or one database")
    }
  }

  func rewrite(_ purpose: NameRewriting.Purpose, _ done: String) throws {
    try reporting(diagnostics) {
      let (old, new) = (arguments[arguments.count - 2], arguments[arguments.count - 1])
      guard files[0].hasSuffix(".stance") else {
        let edit = purpose == .rename ? Graph.rename : Graph.merge
        try StandardStreams.print(
          try edit(old, new, files[0], StandardStreams.note).visible() + "\n")
        return
      }
      var texts: [SourceText] = []
      for file in files { texts.append(try InputFile.read(file)) }
      let outcome = try rewritten(texts, purpose, old, new)
      let count = try write(outcome, instead: texts)
      try StandardStreams.print(
        "\(done) in \(counted(outcome.places, "place")) of \(counted(count, "file"))\n")
    }
  }

  private func rewritten(
    _ texts: [SourceText], _ purpose: NameRewriting.Purpose, _ old: String, _ new: String
  ) throws -> NameRewriting.Outcome {
    do {
      return try Graph.rewriteNames(in: texts, purpose, old, to: new)
    } catch let refused as ImportRefused {
      throw PreparationFailure(problems: refused.report.diagnostics)
    }
  }

  /// Writes the files that have changed and returns their number.
  private func write(
    _ outcome: NameRewriting.Outcome, instead texts: [SourceText]
  ) throws -> Int {
    let changed = zip(texts, outcome.texts).filter { $0.bytes != $1.bytes }
    try OutputFile.rewrite(changed.map { (path: $0.name, bytes: $1.bytes) })
    return changed.count
  }
}
