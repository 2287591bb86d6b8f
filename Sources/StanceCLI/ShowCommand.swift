internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage
internal import StanceModel

struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about one actor, place or proposal.",
    discussion: """
      Its names and groups, what it holds, tells of others and is the object of, by date and with the
      words, and with whom it agrees and conflicts.

        stance show talks.db 'Dmitry Peskov'
        stance show Graphs/peace-talks-2025-05.stance '30-day ceasefire' --format json
      """)

  @Argument(help: "A database file, or one or more *.stance files; then the name.")
  var arguments: [String]

  @Option(help: "How it is printed: text or json.")
  var format = ReportForm.text

  func validate() throws {
    guard arguments.count > 1 else { throw ValidationError("give GRAPH NAME") }
  }

  func run() throws {
    try reporting(.text) {
      let graph = try GraphFiles.open(Array(arguments.dropLast()), .text)
      let profile = try graph.profile(of: arguments[arguments.count - 1])
      try StandardStreams.print(format == .json ? profile.json + "\n" : profile.text)
    }
  }
}

extension Profile {
  fileprivate var text: String {
    let kind =
      type == self.kind.name ? withArticle(type) : "\(withArticle(type)), \(self.kind.name)"
    var lines = ["\(name) – \(kind)"]
    if !aliases.isEmpty { lines.append("also " + aliases.joined(separator: ", ")) }
    if !groups.isEmpty { lines.append("from " + groups.map(\.text).joined(separator: ", ")) }
    if !members.isEmpty { lines.append("members: " + members.map(\.text).joined(separator: ", ")) }
    lines += attributes.map { "\($0.name): \($0.value.plain)" }
    for (title, statements) in [
      ("holds", held), ("tells of others", told), ("is the object of", received),
    ] where !statements.isEmpty {
      lines += ["", "\(title) (\(statements.count))"] + statements.map { "  \($0.line)" }
    }
    for (title, companions) in [("agrees with", agrees), ("conflicts with", conflicts)]
    where !companions.isEmpty {
      let names = companions.map { "\($0.name) (\($0.proposals))" }
      lines += ["", title, "  " + names.joined(separator: ", ")]
    }
    return lines.map { $0.visible() + "\n" }.joined()
  }

  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)), ("kind", JSONText.string(kind.name)),
      ("type", JSONText.string(type)), ("aliases", JSONText.array(aliases.map(JSONText.string))),
      ("from", JSONText.array(groups.map(\.json))),
      ("members", JSONText.array(members.map(\.json))),
      (
        "attributes", JSONText.object(attributes.map { ($0.name, $0.value.json) })
      ),
      ("holds", JSONText.array(held.map(\.json))), ("tells", JSONText.array(told.map(\.json))),
      ("received", JSONText.array(received.map(\.json))),
      ("agrees", JSONText.array(agrees.map(\.json))),
      ("conflicts", JSONText.array(conflicts.map(\.json))),
    ])
  }

}

extension Profile.Affiliation {
  fileprivate var text: String {
    name + (since.map { " since \($0)" } ?? "") + (until.map { " until \($0)" } ?? "")
  }

  fileprivate var json: String {
    JSONText.object([
      ("name", JSONText.string(name)),
      ("since", since.map { JSONText.string("\($0)") } ?? "null"),
      ("until", until.map { JSONText.string("\($0)") } ?? "null"),
    ])
  }
}

extension Profile.Companion {
  fileprivate var json: String {
    JSONText.object([("name", JSONText.string(name)), ("proposals", "\(proposals)")])
  }
}
