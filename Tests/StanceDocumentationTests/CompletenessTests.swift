import Foundation
import StanceDiagnostics
import StanceDiagram
import StanceLanguage
import StanceQuery
import Testing

/// Whether everything that there is to type or to read is explained.
@Suite struct CompletenessTests {
  // MARK: - Messages

  @Test func `the table of messages has every code once`() throws {
    let rows = try Self.messages()
    #expect(rows.map(\.[0]).sorted() == DiagnosticCode.allCases.map(\.rawValue).sorted())
  }

  @Test func `every message says what it means and what to type`() throws {
    #expect(try Self.messages().filter { $0.count != 3 } == [])
  }

  private static func messages() throws -> [[String]] {
    try Manual.language().table(["code", "means", "type instead"])
  }

  // MARK: - Words

  @Test func `the list of reserved words is that of the language`() throws {
    let listed = try Manual.language().fences("stance-words").flatMap {
      $0.text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
    #expect(listed.sorted() == Keywords.reserved.sorted())
  }

  @Test(arguments: Keywords.reserved.union(Keywords.particles).sorted())
  func `a reserved word is shown in use`(word: String) throws {
    #expect(try Self.wordsInUse().contains(word))
  }

  @Test(arguments: [
    ("optionWords", "Parser+Options"), ("styleWords", "Parser+Options"),
    ("qualifierWords", "Parser+Qualifiers"), ("copulas", "Parser+Clauses"),
    ("auxiliaries", "Parser+Clauses"),
  ])
  func `every word that the parser looks for is shown in use`(
    set: String, file: String
  ) throws {
    let words = try Self.literals(of: set, in: "Sources/StanceLanguage/\(file).swift")
    #expect(try words.subtracting(Self.wordsInUse()) == [])
  }

  @Test(
    arguments: Aggregate.Function.allCases.map(\.rawValue)
      + Drawing.Direction.allCases.map(\.rawValue)
      + StatementField.allCases.map(\.rawValue) + Style.Layout.allCases.map(\.rawValue)
      + ["ascending", "descending", "timeline", "matrix"])
  func `an aggregate, field or style is shown in use`(word: String) throws {
    #expect(try Self.wordsInUse().contains(word))
  }

  /// The words of examples and of what stands in backquotes, without the list of reserved words.
  private static func wordsInUse() throws -> Set<String> {
    let page = try Manual.language()
    let code =
      page.codeSpans
      + page.fences.filter { $0.language.hasPrefix("stance-") && $0.language != "stance-words" }
      .map { $0.text.replacing(/"[^"]*"/, with: "") }
    return Set(code.flatMap { $0.matches(of: /[a-z][a-z0-9]*/).map { String($0.0) } })
  }

  /// The elements of a private set of the parser, as its source has them.
  private static func literals(of set: String, in file: String) throws -> Set<String> {
    let pattern = try Regex<(Substring, Substring)>(
      "let \(set): Set<String> = \\[([^\\]]*)\\]", as: (Substring, Substring).self)
    let body = try #require(try Manual.text(file).firstMatch(of: pattern)).1
    let words = Set(body.matches(of: /"([^"]+)"/).map { String($0.1) })
    return try #require(words.isEmpty ? nil : words)
  }

  // MARK: - Commands

  @Test func `every format is in the table of formats`() throws {
    let rows = try Manual.commands().table(["format", "what"])
    #expect(rows.map(\.[0]) == OutputFormat.allCases.map { "`\($0.rawValue)`" })
  }

  @Test func `every command has a heading`() throws {
    let commands = try HelpDump.read().command.subcommands ?? []
    let names = commands.filter { $0.shouldDisplay && $0.commandName != "help" }.map(\.commandName)
    #expect(names.sorted() == ["ask", "diff", "export", "fmt", "import", "merge", "rename", "run"])
    #expect(try Set(names.map { "stance-\($0)" }).subtracting(Manual.commands().anchors) == [])
  }

  @Test(arguments: try HelpDump.read().flags)
  func `an option is explained`(flag: String) throws {
    let page = try Manual.commands()
    let written = page.codeSpans.flatMap { $0.matches(of: /--?[a-z-]+/).map { String($0.0) } }
    #expect(written.contains(flag))
  }

  @Test func `there are options to explain`() throws {
    #expect(try Set(["--format", "--strict", "-o"]).isSubset(of: HelpDump.read().flags))
  }
}

/// What the program tells of its own options.
private struct HelpDump: Decodable {
  struct Command: Decodable {
    var commandName: String
    var shouldDisplay: Bool
    var subcommands: [Command]?
    var arguments: [Argument]?

    /// This command and those below it, without the hidden ones.
    var all: [Command] {
      shouldDisplay ? [self] + (subcommands ?? []).flatMap(\.all) : []
    }
  }

  struct Argument: Decodable {
    struct Name: Decodable {
      var kind: String
      var name: String
    }

    var names: [Name]?
    var shouldDisplay: Bool
  }

  var command: Command

  static func read() throws -> HelpDump {
    let dump = try Stance.run(["--experimental-dump-help"])
    return try JSONDecoder().decode(HelpDump.self, from: Data(dump.output.utf8))
  }

  /// The options of all commands with their dashes, sorted.
  var flags: [String] {
    let arguments = command.all.flatMap { $0.arguments ?? [] }.filter(\.shouldDisplay)
    let names = arguments.flatMap { $0.names ?? [] }
    return Set(names.map { ($0.kind == "short" ? "-" : "--") + $0.name }).sorted()
  }
}
