internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceStore

struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the changes of a graph.",
    discussion: """
      Every change of a database by a command has a number, under which it can be undone. The latest
      comes first.

        stance log talks.db
      """)

  @Argument(help: "The database file of the graph.")
  var graph: String

  func run() throws {
    try reporting(.text) {
      let changes = try GraphStore.open(graph).log()
      let text = changes.reversed().map { change in
        let mark = change.isUndone ? "  (undone)" : ""
        return "\(change.number)  \(change.moment)  \(change.command.visible())"
          + (change.summary.isEmpty ? "" : "  – \(change.summary.visible())") + mark + "\n"
      }
      try StandardStreams.print(text.joined())
    }
  }
}

struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take a change of a graph back.",
    discussion: """
      Without a number, the latest change that is no undoing itself and was not undone. An undoing is
      a change with a number too, so that it can be undone.

        stance undo talks.db
        stance undo talks.db 3
      """)

  @Argument(help: "The database file of the graph.")
  var graph: String

  @Argument(help: "The number of the change, as stance log shows it.")
  var number: Int?

  func run() throws {
    try reporting(.text) {
      let undone = try Graph.undo(number, in: graph, notice: StandardStreams.note)
      try StandardStreams.print("undid change \(undone.number), \(undone.command.visible())\n")
    }
  }
}
