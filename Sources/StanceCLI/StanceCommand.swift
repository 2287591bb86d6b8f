public import ArgumentParser
internal import Foundation

/// The command `stance` with its subcommands.
public struct StanceCommand: ParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "stance",
    abstract: "Ask who supports, rejects, proposes and hosts what, according to whom, since when.",
    discussion: """
      A graph is a database file made by import, or one or more *.stance files.

        stance import talks.db Graphs/peace-talks-2025-05.stance
        stance ask talks.db 'who rejects what'
        stance ask talks.db 'who rejects what according to whom' --format csv
        stance ask talks.db 'who supports what' --format svg -o map.svg
        stance run Queries/who-rejects-what.ask
      """,
    version: "0.1.0",
    subcommands: [
      ImportCommand.self, AskCommand.self, RunCommand.self, ReadCommand.self, ReviewCommand.self,
      ShowCommand.self, CheckCommand.self, FormatCommand.self, ExportCommand.self, DiffCommand.self,
      RenameCommand.self, MergeCommand.self, LogCommand.self, UndoCommand.self, RenderCommand.self,
    ])

  public init() {}

  /// Runs the program with the arguments of the process and ends it.
  public static func start() -> Never {
    StandardStreams.prepare()
    DrawingProcess.start(for: Array(CommandLine.arguments.dropFirst()))
    do {
      var command = try subcommand() ?? parseAsRoot()
      try command.run()
    } catch {
      exit(withError: error)
    }
    Foundation.exit(0)
  }

  /// The subcommand that the arguments name, unless they ask for help or something is wrong with
  /// them, which the whole command tells best. Not to look through all commands first saves a
  /// twentieth of a short run.
  private static func subcommand() -> (any ParsableCommand)? {
    let words = CommandLine.arguments.dropFirst()
    guard
      let named = configuration.subcommands.first(where: {
        $0.configuration.commandName == words.first
      }), let command = try? named.parseAsRoot(Array(words.dropFirst()))
    else { return nil }
    return type(of: command) == named ? command : nil
  }
}

/// The exit codes of the program.
enum ExitStatus {
  /// The answer is empty, or a check found something.
  static let empty = ExitCode(1)
  static let languageError = ExitCode(3)
  static let dataError = ExitCode(4)
  static let limitReached = ExitCode(5)
}
