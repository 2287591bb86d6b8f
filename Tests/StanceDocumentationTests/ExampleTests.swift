import Foundation
import Testing

/// Whether what the documentation shows is what the program does.
@Suite struct ExampleTests {
  // MARK: - Questions

  @Test(arguments: try Example.all())
  func `an example is answered without a complaint`(example: Example) throws {
    let outcome = try example.run()
    #expect(outcome.status == (example.isEmpty ? 1 : 0))
    let complaints = outcome.complaint.split(separator: "\n").filter { !$0.hasPrefix("note: ") }
    #expect(complaints == [])
  }

  @Test(arguments: try Example.all().filter { $0.answer != nil })
  func `an example has the answer shown below it`(example: Example) throws {
    #expect(try example.run().output == example.answer)
  }

  @Test func `there are examples on both graphs, with answers and without`() throws {
    let examples = try Example.all()
    #expect(Set(examples.map(\.graph)) == ["peace-talks-2025-05", "harbour-quarter"])
    #expect(examples.filter { $0.answer != nil }.count > 2)
    #expect(!examples.filter(\.isEmpty).isEmpty)
  }

  @Test(arguments: try Page.messages())
  func `a message is shown as the program prints it`(message: String) throws {
    let question = try #require(message.split(separator: "\n").dropFirst().first)
    let outcome = try Stance.run(
      ["ask", Example.file("peace-talks-2025-05"), question.trimmingCharacters(in: .whitespaces)])
    #expect(outcome.complaint == message)
    #expect(outcome.status == 3)
  }

  @Test func `the readme and the language show a message`() throws {
    #expect(try Page.messages().count == 2)
  }

  // MARK: - The readme

  @Test func `the answer in the readme is what its command prints`() throws {
    let fences = try Manual.readme().fences
    let index = try #require(fences.firstIndex { $0.text.hasPrefix("stance ask Graphs/") })
    let outcome = try Stance.shell(fences[index].text)
    #expect(outcome.output == fences[index + 1].text)
    #expect(outcome.complaint == "")
  }

  @Test(arguments: try Manual.readme().table(["question", "asks for"]).map(\.[0]))
  func `a question in the table of the readme is answered`(cell: String) throws {
    let question = cell.trimmingCharacters(in: ["`"])
    let outcome = try Stance.run(["ask", Example.file("peace-talks-2025-05"), question])
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(!outcome.output.isEmpty)
  }

  @Test func `the readme has a table of questions`() throws {
    #expect(try Manual.readme().table(["question", "asks for"]).count > 5)
  }

  // MARK: - Graph files and commands

  @Test func `the pieces of a graph file are one that loads strictly`() throws {
    let pieces = try Manual.language().fences("stance-graph").map(\.text)
    #expect(pieces.count > 5)
    let scratch = try Scratch()
    let outcome = try Stance.run(
      ["import", "--strict", scratch.file("graph.db").path(), "-"], input: pieces.joined())
    #expect(outcome.complaint == "")
    #expect(outcome.status == 0)
  }

  @Test func `the commands end as they say, one after the other`() throws {
    let scratch = try Scratch()
    for folder in ["Articles", "Graphs", "Queries"] {
      try FileManager.default.createSymbolicLink(
        at: scratch.file(folder), withDestinationURL: Manual.root.appending(path: folder))
    }
    let lines = try Manual.commands().fences("sh").flatMap { $0.text.split(separator: "\n") }
    #expect(lines.count > 15)
    for line in lines {
      let status = line.firstMatch(of: /# exit ([0-9]+)$/).flatMap { Int32($0.1) } ?? 0
      let outcome = try Stance.shell(String(line), in: scratch.folder)
      #expect(outcome.status == status, "\(line)\n\(outcome.complaint)")
    }
  }

  @Test(arguments: try Page.printedJSON())
  func `a line of JSON is what its command prints`(command: String, json: String) throws {
    let file = Example.file("peace-talks-2025-05")
    let outcome = try Stance.shell(command.replacing("talks.db", with: file))
    #expect(outcome.output + outcome.complaint == json)
  }

  @Test func `an answer and a message are shown as JSON`() throws {
    #expect(try Page.printedJSON().count == 2)
  }

  // MARK: - Links

  @Test(arguments: try Manual.pages().map(\.path))
  func `a link leads somewhere`(path: String) throws {
    let page = try Page(path)
    let folder = Manual.root.appending(path: path).deletingLastPathComponent()
    for link in page.links {
      let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let target = parts[0].isEmpty ? page.path : folder.relative(String(parts[0]))
      #expect(
        FileManager.default.fileExists(atPath: Manual.root.appending(path: target).path()),
        "\(link)")
      if parts.count > 1 {
        #expect(try Page(target).anchors.contains(String(parts[1])), "\(link)")
      }
    }
  }

  @Test func `the readme links to the language and the commands`() throws {
    let pages = ["Documentation/language.md", "Documentation/commands.md"]
    #expect(try Set(pages).isSubset(of: Manual.readme().links))
  }
}

/// A question of the documentation, with the graph that it is asked of.
struct Example: Sendable, CustomTestStringConvertible {
  var graph: String
  /// Whether it is shown for its answer being empty.
  var isEmpty: Bool
  var question: String
  var answer: String?

  var testDescription: String { question }

  /// The blocks marked `stance-question GRAPH` of all pages, with the `stance-answer` below them.
  static func all() throws -> [Example] {
    try Manual.pages().flatMap { page in
      page.fences.indices.compactMap { index in
        let fence = page.fences[index]
        guard fence.language == "stance-question" else { return nil }
        let next = page.fences.dropFirst(index + 1).first
        return Example(
          graph: fence.info.dropFirst().first ?? "", isEmpty: fence.info.contains("empty"),
          question: fence.text, answer: next?.language == "stance-answer" ? next?.text : nil)
      }
    }
  }

  static func file(_ graph: String) -> String { "Graphs/\(graph).stance" }

  func run() throws -> Stance.Outcome {
    try Stance.run(["ask", "--exit-status", Self.file(graph), "-"], input: question)
  }
}

extension Page {
  /// The messages that pages show.
  static func messages() throws -> [String] {
    try Manual.pages().flatMap(\.fences).map(\.text).filter { $0.hasPrefix("<ask>:1:") }
  }

  /// The lines of JSON that pages show, each with the command above it.
  static func printedJSON() throws -> [(command: String, json: String)] {
    let fences = try Manual.commands().fences
    return zip(fences, fences.dropFirst()).filter { $1.language == "json" }
      .map { (command: $0.text, json: $1.text) }
  }
}

extension URL {
  /// The path from the root of the repository to a file given from this folder.
  fileprivate func relative(_ link: String) -> String {
    let path = appending(path: link).standardized.path()
    return String(path.dropFirst(Manual.root.path().count))
  }
}
