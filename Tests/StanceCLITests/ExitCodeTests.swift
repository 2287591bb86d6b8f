import Foundation
import StanceTestSupport
import Testing

@Suite struct ExitCodeTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(
    arguments: [
      ("ask g.stance 'who rejects what'", 0), ("ask g.stance 'who hosts what'", 0),
      ("ask g.stance 'who hosts what' --exit-status", 1),
      ("ask g.stance 'who rejects what' --exit-status", 0),
      ("ask g.stance 'does Russia support \"30-day ceasefire\"' --exit-status", 1),
      ("ask g.stance 'who rejects'", 3), ("ask g.stance 'who rejects Q'", 3),
      ("ask g.stance 'who rejcts what'", 3), ("ask g.stance 'who rejects $x'", 3),
      ("ask missing.stance 'who rejects what'", 4), ("ask missing.db 'who rejects what'", 4),
      ("ask . 'who rejects what'", 4), ("ask /dev/null 'who rejects what'", 4),
      ("ask g.stance/x.stance 'who rejects what'", 4), ("import new.db missing.stance", 4),
      ("import . g.stance", 4), ("import no/such/g.db g.stance", 4), ("import new.db .", 4),
      ("run missing.ask g.stance", 4), ("run . g.stance", 4),
      ("ask g.stance", 64), ("ask", 64), ("", 0), ("--help", 0), ("--version", 0),
      ("frobnicate", 64),
      ("ask g.stance 'who rejects what' --format excel", 64),
      ("ask g.stance 'who rejects what' --timeout 0", 64),
      ("ask g.stance 'who rejects what' --timeout -1", 64),
      ("ask g.stance 'who rejects what' --max-rows -1", 64),
      ("ask g.stance 'who rejects what' --set x", 64),
      ("ask g.stance 'who rejects what' --set =x", 64),
      ("ask g.stance 'who rejects what' --frob", 64), ("import new.db", 64),
    ])
  func `a command ends with the code of what happened`(line: String, code: Int32) throws {
    let outcome = try program.shell("stance \(line)")
    #expect(outcome.code == code, "\(outcome.error)")
    #expect(code <= 1 || outcome.output.isEmpty)
    #expect(code <= 1 || !outcome.error.isEmpty)
  }

  @Test func `a question of more clauses than can be joined ends with code 5`() throws {
    let clauses = (0..<70).map { "?a\($0) rejects ?b\($0)" }.joined(separator: " and ")
    let outcome = try program.run("ask", "g.stance", clauses)
    #expect(outcome.code == 5)
    #expect(outcome.error.contains("error[R03]"))
    #expect(outcome.errorLines.count == 1)
  }

  @Test(arguments: ["who rejects what since $day", "given $day is a date. who rejects what"])
  func `a value for an unknown parameter is an error`(ask: String) throws {
    let outcome = try program.run(
      "ask", "g.stance", ask, "--set", "day=2025", "--set", "daz=2024")
    #expect(outcome.code == 3)
    #expect(
      outcome.error == """
        --set:1:1: error[N04]: no question here has a parameter ‘$daz’
          daz=2024
          ^~~
          help: did you mean ‘$day’?

        """)
  }

  @Test func `imports into one new graph at the same time lose nothing`() throws {
    for number in 0..<16 {
      try program.folder.write(
        "N\(number) is a person. P is a plan. N\(number) rejects P.", to: "\(number).stance")
    }
    let jobs = (0..<16).map { "stance import new.db \($0).stance & " }.joined()
    _ = try program.shell(jobs + "wait")
    let outcome = try program.run("ask", "new.db", "how many people reject P", "--format", "csv")
    #expect(outcome.text.hasSuffix("\r\n16\r\n"), "\(outcome.text) \(outcome.error)")
    #expect(try program.folder.names().filter { $0.hasPrefix("new.db") } == ["new.db"])
  }

  @Test func `a question that takes too long ends with code 5`() throws {
    let names = (0..<60).map { "N\($0)" }
    let lines = names.flatMap { ["\($0) is a person.", "P\($0.dropFirst()) is a plan."] }
    let stances = names.flatMap { name in names.map { "\(name) supports P\($0.dropFirst())." } }
    try program.folder.write((lines + stances).joined(separator: "\n"), to: "big.stance")
    let outcome = try program.run(
      "ask", "big.stance", "--timeout", "0.05",
      "who agrees with ?a and ?a agrees with ?b and ?b agrees with ?c and ?c agrees with ?d")
    #expect(outcome.code == 5)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("no answer within 0.05 s"))
    #expect(outcome.errorLines.count == 1)
  }

  @Test(
    arguments: [
      ("ask missing.db 'who rejects what'", "stance: missing.db: there is no such file\n"),
      ("ask . 'who rejects what'", "stance: .: this is a directory\n"),
      ("ask g.stance/x.db 'who rejects what'", "stance: g.stance/x.db: Not a directory\n"),
      (
        "ask missing.stance 'who rejects what'",
        "stance: missing.stance: No such file or directory\n"
      ),
      ("run missing.ask g.stance", "stance: missing.ask: No such file or directory\n"),
      (
        "import g.stance g.stance",
        "stance: g.stance: this is not a database; give a *.stance file or a graph made by import\n"
      ),
      ("import new.db .", "stance: .: this is a directory; give a file\n"),
      ("ask g.stance 'who rejects what' -o .", "stance: .: this is a directory\n"),
      (
        "ask g.stance 'who rejects what' -o g.stance",
        "stance: g.stance: this is what is read here; choose another file\n"
      ),
      ("ask g.stance 'who rejects what' -o g.stance/x", "stance: g.stance/x: Not a directory\n"),
    ])
  func `a file that does not serve is one line on standard error`(line: String, error: String)
    throws
  {
    let outcome = try program.shell("stance \(line)")
    #expect(outcome.error == error)
    #expect(outcome.code == 4)
    #expect(outcome.output.isEmpty)
    #expect(try program.folder.text("g.stance") == Program.graph)
    #expect(try program.folder.names() == ["g.stance"])
  }

  @Test(.enabled(if: getuid() != 0)) func `a file that may not be read is one line`() throws {
    let path = try program.folder.write("", to: "closed.stance")
    try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
    let outcome = try program.run("ask", "closed.stance", "who rejects what")
    #expect(outcome.error == "stance: closed.stance: Permission denied\n")
    #expect(outcome.code == 4)
  }

  @Test func `an import reports on standard output and warns on standard error`() throws {
    try program.folder.write("Rusia rejects \"停戦案\".", to: "more.stance")
    let outcome = try program.run("import", "new.db", "g.stance", "more.stance")
    #expect(outcome.text == "imported 5 statements, 7 nodes and 1 source into new.db\n")
    #expect(outcome.error.contains("more.stance:1:1: warning[G01]"))
    #expect(outcome.code == 0)
    let again = try program.run("import", "new.db", "g.stance")
    #expect(
      again.text == "imported 0 statements (4 known already), 0 nodes and 0 sources into new.db\n")
    #expect(again.error.isEmpty)
  }

  @Test func `an import with errors says that nothing was imported`() throws {
    try program.folder.write("Russia rejcts \"停戦案\".\nUkraine rejects.\n", to: "bad.stance")
    let outcome = try program.run("import", "new.db", "g.stance", "bad.stance")
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    #expect(outcome.error.contains("bad.stance:1:8: error[N02]"))
    #expect(outcome.error.contains("bad.stance:2:16: error[P01]"))
    #expect(outcome.errorLines.last == "nothing was imported")
    #expect(try program.folder.names() == ["bad.stance", "g.stance"])
  }

  @Test func `strictly, a warning of a name is an error`() throws {
    try program.folder.write("Rusia rejects \"停戦案\".", to: "more.stance")
    let outcome = try program.run("import", "--strict", "new.db", "g.stance", "more.stance")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("error[N01]"))
  }
}
