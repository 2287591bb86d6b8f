import Foundation
import StanceTestSupport
import Testing

@Suite struct DiagnosticTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test func `a question with control characters is shown visible`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who rejects \"a\u{1B}[31m\u{202E}b\u{9B}\u{7}\"")
    #expect(outcome.code == 3)
    #expect(
      outcome.error == """
        <ask>:1:13: error[L05]: the quotation holds the control character \\u{1b}
          who rejects "a\\u{1b}[31m\\u{202e}b\\u{9b}\\u{7}"
                      ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
          help: take it out

        """)
  }

  @Test(arguments: [
    "ask no\u{1B}[31m.db 'who rejects what'",
    "ask g.stance 'who rejects what' -o 'no\u{202E}/\u{9B}\u{0}x'",
  ])
  func `a file name with control characters is shown visible`(line: String) throws {
    let line = line.replacing("\u{0}", with: "")
    try program.folder.write("", to: "no\u{202E}")
    let outcome = try program.shell("stance \(line)")
    #expect(outcome.code == 4)
    #expect(outcome.error.hasPrefix("stance: no\\u{"))
    #expect(!outcome.error.contains("\u{1B}") && !outcome.error.contains("\u{202E}"))
  }

  @Test func `a table shows control characters of a label visible`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who supports what show who as \"a\u{202E}b\"", "--format", "table")
    #expect(outcome.text.hasPrefix("a\\u{202e}b\n"))
  }

  @Test func `errors as JSON have the members that are promised`() throws {
    try program.folder.write("Россия rejcts \"停戦案\".\nRusia rejects \"停戦案\".\n", to: "b.stance")
    let outcome = try program.run(
      "import", "new.db", "g.stance", "b.stance", "--diagnostics", "json")
    #expect(outcome.code == 3)
    let objects = try outcome.errorLines.filter { $0.hasPrefix("{") }.map { line in
      try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any] ?? [:]
    }
    #expect(objects.map { $0["code"] as? String } == ["N02", "G01"])
    let first = try #require(objects.first)
    #expect(
      Set(first.keys).isSuperset(of: [
        "code", "message", "file", "line", "column", "offset", "length", "help",
      ]))
    #expect(first["file"] as? String == "b.stance")
    #expect(first["line"] as? Int == 1)
    #expect(first["column"] as? Int == 8)
    #expect(first["offset"] as? Int == 13)
    #expect(first["length"] as? Int == 6)
    #expect(first["message"] as? String == "no relation is called ‘rejcts’")
    #expect(
      first["help"] as? String
        == "did you mean ‘rejects’? known: hosts, proposes, rejects, supports")
  }

  @Test func `an error as JSON holds nothing that a terminal obeys`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who rejects \"a\u{85}\u{202E}\"", "--diagnostics", "json")
    #expect(outcome.code == 3)
    let isSafe = outcome.error.unicodeScalars.allSatisfy { scalar in
      scalar == "\n"
        || (scalar.value >= 0x20 && !(0x7F..<0xA0).contains(scalar.value) && scalar != "\u{202E}")
    }
    #expect(isSafe)
  }

  @Test func `run reports all errors of a file`() throws {
    let file = """
      use graph "g".
      who rejcts what.
      who rejects Q.
      who rejects what as excel.
      who supports what.
      who rejects 'x'.
      """
    try program.folder.write(file, to: "q.ask")
    let outcome = try program.run("run", "q.ask")
    #expect(outcome.code == 3)
    #expect(outcome.output.isEmpty)
    let codes = ["2:5: error[N02]", "3:13: error[N01]", "4:21: error[P08]", "6:13: error[L04]"]
    for code in codes { #expect(outcome.error.contains("q.ask:\(code)"), "\(outcome.error)") }
  }

  @Test func `errors of several questions are all reported`() throws {
    let outcome = try program.run("ask", "g.stance", "who rejcts what", "who rejects Q")
    #expect(outcome.error.contains("error[N02]"))
    #expect(outcome.error.contains("error[N01]"))
  }
}

@Suite struct UseTests {
  private let program: Program

  init() throws { program = try Program() }

  @Test(arguments: ["q.ask", "sub/q.ask", "sub/deeper/q.ask"])
  func `a graph is found beside the question or above it`(place: String) throws {
    try program.folder.write("use graph \"g\". who supports what as csv.", to: place)
    let outcome = try program.run("run", place)
    #expect(outcome.text == "who,what\r\nUkraine,30-day ceasefire\r\n", "\(outcome.error)")
  }

  @Test(arguments: ["t.stance", "t.db", "Graphs/t.stance", "Graphs/t.db"])
  func `a graph is found by each of its names`(name: String) throws {
    if name.hasSuffix(".db") {
      try FileManager.default.createDirectory(
        atPath: program.folder.path("Graphs"), withIntermediateDirectories: true)
      _ = try program.run("import", name, "g.stance")
    } else {
      try program.folder.write(Program.graph, to: name)
    }
    try program.folder.write("use graph \"t\". who supports what as csv.", to: "Q/q.ask")
    let outcome = try program.run("run", "Q/q.ask")
    #expect(outcome.text == "who,what\r\nUkraine,30-day ceasefire\r\n", "\(outcome.error)")
  }

  @Test func `a graph that is given wins over the one that is named`() throws {
    try program.folder.write("use graph \"nowhere\". who supports what as csv.", to: "q.ask")
    #expect(try program.run("run", "q.ask", "g.stance").code == 0)
    let missing = try program.run("run", "q.ask")
    #expect(missing.code == 4)
    #expect(missing.error.hasPrefix("stance: nowhere: no graph of this name"))
    #expect(missing.errorLines.count == 1)
  }

  @Test func `a file without a graph says what to write`() throws {
    try program.folder.write("who supports what.", to: "q.ask")
    let outcome = try program.run("run", "q.ask")
    #expect(outcome.code == 4)
    #expect(outcome.error.contains("use graph"))
    #expect(outcome.errorLines.count == 1)
  }

  @Test func `definitions are taken from a file, relative to the one that uses it`() throws {
    let folder = program.folder
    try folder.write("define ?a spurns ?b when ?a rejects ?b. who rejects what.", to: "lib/a.ask")
    try folder.write(
      "use \"lib/b.ask\". use \"lib.ask\". who spurns what as csv. who likes what as csv.",
      to: "q.ask")
    try folder.write("use \"a.ask\". use \"lib.ask\". use \"../lib/b.ask\".", to: "lib/b.ask")
    try folder.write("define ?a likes ?b when ?a supports ?b.", to: "lib.ask")
    try folder.write("given $x is a date default 2025.", to: "lib/lib.ask")
    let outcome = try program.run("run", "q.ask", "g.stance")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.text.contains("Russia,30-day ceasefire\r\n"))
    #expect(outcome.text.hasSuffix("who,what\r\nUkraine,30-day ceasefire\r\n"))
    #expect(outcome.text.components(separatedBy: "who,what").count == 3)
  }

  @Test func `an error in a used file names that file`() throws {
    try program.folder.write("define ?a likes ?b when ?a rejects.", to: "lib.ask")
    try program.folder.write("use \"lib.ask\". who supports what.", to: "q.ask")
    let outcome = try program.run("run", "q.ask", "g.stance")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("lib.ask:1:35: error[P01]"))
  }

  @Test(arguments: ["missing.ask", ".", "g.stance/x"])
  func `a used file that cannot be read is one line`(name: String) throws {
    try program.folder.write("use \"\(name)\". who supports what.", to: "q.ask")
    let outcome = try program.run("run", "q.ask", "g.stance")
    #expect(outcome.code == 4)
    #expect(outcome.errorLines.count == 1)
  }
}
