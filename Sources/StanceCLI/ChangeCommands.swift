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

struct RenameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rename",
    abstract: "Give an actor, place or proposal another name.",
    discussion: """
      The old name becomes an alias.

        stance rename talks.db Zelensky 'Volodymyr Zelensky'
      """)

  @Argument(help: "The database file of the graph, then the old name and the new one.")
  var arguments: [String]

  func validate() throws {
    guard arguments.count == 3 else { throw ValidationError("give GRAPH OLD NEW") }
  }

  func run() throws {
    try reporting(.text) {
      let done = try Graph.rename(
        arguments[1], to: arguments[2], in: arguments[0], notice: StandardStreams.note)
      try StandardStreams.print(done.visible() + "\n")
    }
  }
}

struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Make one of two actors, places or proposals.",
    discussion: """
      What was said of the first is said of the second, and the names of the first become aliases.
      stance undo parts them again.

        stance merge talks.db 'a ceasefire' 'ceasefire'
      """)

  @Argument(help: "The database file of the graph, then the name that ends and the one that stays.")
  var arguments: [String]

  func validate() throws {
    guard arguments.count == 3 else { throw ValidationError("give GRAPH NAME INTO") }
  }

  func run() throws {
    try reporting(.text) {
      let done = try Graph.merge(
        arguments[1], into: arguments[2], in: arguments[0], notice: StandardStreams.note)
      try StandardStreams.print(done.visible() + "\n")
    }
  }
}
