import Foundation
import StanceTestSupport
import Testing

/// The commands that write and compare graph files.
@Suite struct GraphTextTests {
  private let program: Program

  init() throws { program = try Program() }

  static let messy = """
    #!/usr/bin/env stance
    # The graph of a test.
    Source S2 "Second" on 2025-05-12.   # a source
    Every  group is a actor.
    # about Putin
    "Vladimir Putin" is a person from Russia, also Putin.


    all in S2,on 2025-05-12:  # heading
    Putin rejected "30-day ceasefire" saying \"\"\"two
      lines\"\"\" with confidence 0.90, provided "x" according to "Vladimir Putin" at 3..9. # end
    Ukraine # inside
      support "30-day ceasefire"; Ukraine supports "停戦案" saying “a long quotation that goes on and on, so that the sentence does not fit”.
    """

  // MARK: - fmt

  @Test func `a formatted file is that of the golden file`() throws {
    try program.folder.write(Self.messy, to: "m.stance")
    let outcome = try program.run("fmt", "m.stance", "g.stance")
    #expect((outcome.code, outcome.text, outcome.error) == (0, "", ""))
    let text = try program.folder.text("m.stance")
    #expect(text == (try GoldenFile("messy.stance", beside: #filePath).expected(for: text)))
    #expect(try program.run("fmt", "--check", "m.stance").code == 0)
    #expect(try program.run("fmt", "-", input: Self.messy).text == text)
  }

  @Test func `check names what would change and changes nothing`() throws {
    try program.folder.write(Self.messy, to: "m.stance")
    try program.folder.write("who rejects what.\n", to: "q.ask")
    let outcome = try program.run("fmt", "--check", "m.stance", "q.ask")
    #expect((outcome.code, outcome.text, outcome.error) == (1, "m.stance\n", ""))
    #expect(try program.folder.text("m.stance") == Self.messy)
  }

  @Test func `a file with errors is left alone and the others are formatted`() throws {
    try program.folder.write("Russia  is a country. Russia rejects.", to: "bad.stance")
    try program.folder.write("who  rejects what?", to: "q.ask")
    let outcome = try program.run("fmt", "bad.stance", "q.ask")
    #expect(outcome.code == 3)
    #expect(outcome.error.hasPrefix("bad.stance:1:37: error[P01]"))
    #expect(try program.folder.text("bad.stance") == "Russia  is a country. Russia rejects.")
    #expect(try program.folder.text("q.ask") == "who rejects what.\n")
  }

  @Test func `permissions, links and files that do not change are kept`() throws {
    let line = """
      printf 'who  rejects what' > q.ask; chmod 750 q.ask; ln -s q.ask link.ask
      printf 'who rejects what.\\n' > same.ask; touch -d 2001-01-01 same.ask
      stance fmt link.ask same.ask && cat q.ask && stat -c '%a' q.ask && test -L link.ask
      stat -c '%y' same.ask | cut -c1-4; ls
      """
    let outcome = try program.shell(line)
    #expect(outcome.text == "who rejects what.\n750\n2001\ng.stance\nlink.ask\nq.ask\nsame.ask\n")
  }

  @Test func `standard input may hold questions`() throws {
    let outcome = try program.run("fmt", "-", input: "Who  rejects what? # a\n")
    #expect((outcome.code, outcome.text) == (0, "who rejects what.  # a\n"))
  }

  @Test(arguments: [
    ["fmt", "--check", "--flat", "g.stance"], ["fmt", "-o", "x", "g.stance"],
    ["fmt", "--flat", "q.ask"], ["diff", "-", "-"], ["rename", "g.stance", "A"],
    ["rename", "g.stance", "g.db", "A", "B"], ["export", "g.stance", "--format", "xml"],
  ])
  func `what makes no sense is wrong usage`(arguments: [String]) throws {
    let line = "stance " + arguments.joined(separator: " ")
    #expect(try program.shell(line).code == 64)
  }

  // MARK: - export

  @Test(arguments: ["stance", "jsonl", "csv"]) func `an export is that of the golden file`(
    format: String
  ) throws {
    try program.folder.write(Self.messy, to: "m.stance")
    let outcome = try program.run("export", "g.stance", "m.stance", "--format", format)
    #expect((outcome.code, outcome.error) == (0, ""))
    let golden = GoldenFile("export.\(format)", beside: #filePath)
    #expect(outcome.output == (try golden.expected(for: outcome.output)))
  }

  @Test func `an export, an import and a flat file are one text`() throws {
    try program.folder.write(Self.messy, to: "m.stance")
    let line = """
      stance import a.db g.stance m.stance && stance export a.db -o a.txt
      stance fmt --flat m.stance g.stance -o b.txt && cmp a.txt b.txt
      stance import b.db - < a.txt && stance export b.db | cmp - a.txt && echo same
      """
    let outcome = try program.shell(line)
    #expect(outcome.text.hasSuffix("same\n"), "\(outcome.error)")
    #expect(
      try program.folder.names() == ["a.db", "a.txt", "b.db", "b.txt", "g.stance", "m.stance"])
  }

  @Test func `cells of an export can be made harmless`() throws {
    let plain = try program.run("export", "g.stance", "--format", "csv").text
    let safe = try program.run("export", "g.stance", "--format", "csv", "--spreadsheet").text
    #expect(plain.contains("\r\n=cmd,") && safe.contains("\r\n'=cmd,"))
  }

  @Test func `an export does not overwrite its graph or what it cannot replace`() throws {
    #expect(try program.run("export", "g.stance", "-o", "g.stance").code == 4)
    #expect(try program.run("export", "g.stance", "-o", "/dev/full").code == 4)
    #expect(try program.shell("stance export g.stance > /dev/full").code == 4)
    #expect(try program.shell("stance export g.stance | head -0").code == 0)
    #expect(try program.folder.names() == ["g.stance"])
  }

  // MARK: - diff

  @Test(arguments: ["text", "json"]) func `a difference is that of the golden file`(
    format: String
  ) throws {
    let changed = Program.graph.replacing("2025-05-11 according", with: "2025-05-12 according")
      .replacing("Ukraine supports", with: "Ukraine rejects")
      .replacing("also \"Россия\"", with: "also RU")
    try program.folder.write(changed, to: "h.stance")
    let outcome = try program.run("diff", "g.stance", "h.stance", "--format", format)
    #expect((outcome.code, outcome.error) == (1, ""))
    let golden = GoldenFile("difference.\(format)", beside: #filePath)
    #expect(outcome.output == (try golden.expected(for: outcome.output)))
  }

  @Test func `a database, a file and standard input can be compared`() throws {
    #expect(try program.shell("stance import g.db g.stance").code == 0)
    for arguments in ["g.db g.stance", "- g.db < g.stance", "g.stance - < g.stance"] {
      let outcome = try program.shell("stance diff \(arguments)")
      #expect((outcome.code, outcome.text, outcome.error) == (0, "", ""))
    }
    #expect(try program.run("diff", "g.db", "missing.db").code == 4)
    #expect(try program.run("diff", "g.db", "-", input: "nonsense").code == 3)
  }

  // MARK: - rename and merge

  @Test func `a name is changed in all files`() throws {
    try program.folder.write("# Russia\nRussia supports \"30-day ceasefire\".\n", to: "h.stance")
    let outcome = try program.run("rename", "g.stance", "h.stance", "russia", "Russian Federation")
    #expect((outcome.code, outcome.text) == (0, "renamed in 3 places of 2 files\n"))
    #expect(
      try program.folder.text("h.stance")
        == "# Russia\nRussian Federation supports \"30-day ceasefire\".\n")
    #expect(
      try program.folder.text("g.stance").hasPrefix(
        "Russian Federation is a country, also \"Россия\", Russia.\n"))
  }

  @Test func `a merge that makes no graph is refused, with both places`() throws {
    let before = try program.folder.text("g.stance")
    let outcome = try program.run("merge", "g.stance", "30-day ceasefire", "Ukraine")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("“Ukraine” is a plan here and a country at g.stance:2"))
    #expect(outcome.error.hasPrefix("g.stance:4:"))
    #expect(try program.folder.text("g.stance") == before)
  }

  @Test func `two things are merged and nothing is lost`() throws {
    #expect(try program.run("merge", "g.stance", "停戦案", "30-day ceasefire").code == 0)
    let asked = try program.run("ask", "g.stance", "who rejects \"停戦案\"", "--format", "csv")
    #expect(asked.text == "who\r\nRussia\r\nUkraine\r\n")
  }

  @Test func `nothing is written where one file cannot be`() throws {
    let line = """
      mkdir locked; printf 'Russia rejects "30-day ceasefire".' > locked/h.stance
      cp g.stance before; mkdir "$(pwd)/g.stance.new-blocked"; chmod 555 locked
      stance rename g.stance missing.stance Russia Rus; echo $?; cmp g.stance before && echo same
      """
    #expect(try program.shell(line).text == "4\nsame\n")
  }

  @Test func `a database is told where names are changed`() throws {
    #expect(try program.run("rename", "g.db", "A", "B").code == 4)
  }

  // MARK: - Bad input

  @Test(arguments: ["import g.db", "fmt", "fmt --check", "fmt --flat", "export", "diff g.stance"])
  func `a bad file is refused with its place by every command`(command: String) throws {
    let bad: [(name: String, text: Data, place: String)] = [
      ("nul.stance", Data("Russia is a country.\nA\0B is a city.".utf8), "2:2: error[L05]"),
      ("latin.stance", Data([0x22, 0xE9, 0x22, 0x0A]), "1:1: error[L07]"),
      ("long.stance", Data(repeating: 0x61, count: 2 << 20), "1:1: error[L08]"),
      ("date.stance", Data("Russia rejects Aid on 2025-02-30.".utf8), "1:23: error[L06]"),
    ]
    for (name, text, place) in bad {
      try program.folder.write(text, to: name)
      let outcome = try program.shell("stance \(command) \(name)")
      #expect(outcome.code == 3, "\(command) \(name)")
      #expect(outcome.error.hasPrefix("\(name):\(place)"), "\(outcome.error.prefix(300))")
      #expect(outcome.error.utf8.count < 4096)
      #expect(try program.folder.data(name) == text)
    }
  }

  @Test func `a line without end takes little memory`() throws {
    let line = """
      ulimit -v 600000
      { echo 'Russia is a country.'; head -c 1000000000 /dev/zero | tr '\\0' a; } |
        stance import g.db -
      """
    let outcome = try program.shell(line)
    #expect(outcome.code == 3)
    #expect(
      outcome.errorLines.first == "<stdin>:2:1: error[L08]: a line may have 1048576 bytes at most")
  }
}
