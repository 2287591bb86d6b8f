import Foundation
import StanceTestSupport
import Testing

@Suite struct OutputTests {
  private let program: Program

  init() throws { program = try Program() }

  static let questions = [
    "rejects": "who rejects what",
    "words": "who rejects what show who, what, date, quote, confidence, speaker",
    "aggregates":
      "who rejects what show who, count what as \"n\", list dates, first date, list what",
    "yes": "does Ukraine support \"30-day ceasefire\"",
    "nothing": "does Russia support \"30-day ceasefire\"",
    "none": "who hosts what",
  ]

  @Test(
    arguments: ["table", "csv", "tsv", "json", "jsonl", "markdown"],
    questions.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  func `an answer in each format is that of the golden file`(
    format: String, question: (name: String, text: String)
  ) throws {
    let outcome = try program.run("ask", "g.stance", question.text, "--format", format)
    #expect(outcome.code == 0)
    let golden = GoldenFile("\(question.name).\(format)", beside: #filePath)
    #expect(outcome.output == (try golden.expected(for: outcome.output)))
  }

  @Test(arguments: ["json", "jsonl"]) func `the evidence is that of the golden file`(
    format: String
  ) throws {
    let outcome = try program.run(
      "ask", "g.stance", "who rejects what", "--format", format, "--evidence")
    let golden = GoldenFile("evidence.\(format)", beside: #filePath)
    #expect(outcome.output == (try golden.expected(for: outcome.output)))
    for line in outcome.output.split(separator: 0x0A) {
      #expect(throws: Never.self) { _ = try JSONSerialization.jsonObject(with: line) }
    }
  }

  @Test func `several questions print one JSON object a line`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who rejects what; who supports what.", "who hosts what", "--format",
      "json")
    let lines = outcome.output.split(separator: 0x0A)
    let questions = try lines.map { line in
      try (JSONSerialization.jsonObject(with: line) as? [String: Any])?["question"] as? String
    }
    #expect(questions == ["who rejects what", "who supports what", "who hosts what"])
  }

  @Test func `CSV is verbatim, and a spreadsheet is protected only when asked for`() throws {
    let question = "who rejects what show list who, who, count what as \"=n\""
    let plain = try program.run("ask", "g.stance", question, "--format", "csv")
    #expect(plain.text.contains("\r\n=cmd,=cmd,1\r\n"))
    let safe = try program.run("ask", "g.stance", question, "--format", "csv", "--spreadsheet")
    #expect(safe.text.contains("\r\n'=cmd,'=cmd,1\r\n"))
  }

  @Test(
    arguments: [
      ("who rejects $x", ["x=30-day ceasefire"], "who\r\nRussia\r\n"),
      ("who rejects $x", ["$x=30-day ceasefire"], "who\r\nRussia\r\n"),
      ("who rejects what since $d", ["d=2025-05"], "who,what\r\nRussia,30-day ceasefire\r\n"),
      (
        "who is one of $l and rejects what", ["l=Russia", "l=Ukraine"],
        "who,what\r\nRussia,30-day ceasefire\r\nUkraine,停戦案\r\n"
      ),
      ("who $v \"30-day ceasefire\"", ["v=supports"], "who\r\nUkraine\r\n"),
      ("who is $x", ["x==cmd"], "who\r\n=cmd\r\n"),
    ])
  func `a parameter is set by name`(question: String, given: [String], answer: String) throws {
    let flags = given.map { "--set '\($0)'" }.joined(separator: " ")
    let outcome = try program.shell("stance ask g.stance '\(question)' --format csv \(flags)")
    #expect(outcome.text == answer, "\(outcome.error)")
  }

  @Test func `the flag overrides the format and the place in the question`() throws {
    let question = "who rejects \"30-day ceasefire\" as json to \"a.json\""
    let outcome = try program.run("ask", "g.stance", question, "--format", "csv", "-o", "-")
    #expect(outcome.text == "who\r\nRussia\r\n")
    #expect(try program.folder.names() == ["g.stance"])
    _ = try program.run("ask", "g.stance", question)
    #expect(try program.folder.text("a.json").hasPrefix("{\"question\": "))
  }

  @Test func `questions are read from standard input`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "-", "--format", "csv", input: "who rejects \"30-day ceasefire\"\n")
    #expect(outcome.text == "who\r\nRussia\r\n")
    let fault = try program.run("ask", "g.stance", "-", input: "who rejcts what")
    #expect(fault.error.hasPrefix("<stdin>:1:5: error[N02]"))
  }

  @Test func `a graph file is read from standard input`() throws {
    let outcome = try program.run("import", "new.db", "-", input: Program.graph)
    #expect(outcome.code == 0)
    let answer = try program.run("ask", "new.db", "who supports what", "--format", "csv")
    #expect(answer.text == "who,what\r\nUkraine,30-day ceasefire\r\n")
  }

  @Test func `a cut answer says so`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who rejects what", "--format", "csv", "--max-rows", "1")
    #expect(outcome.text == "who,what\r\n=cmd,\"a | b, \"\"c\"\" <d>\"\r\n")
    #expect(outcome.error == "note: only the first 1 rows are shown [R02]\n")
  }

  // MARK: - Files

  @Test func `a file is written whole, with the folders that it needs`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who supports what", "--format", "csv", "-o", "a/b/c.csv")
    #expect(outcome.output.isEmpty)
    #expect(try program.folder.text("a/b/c.csv") == "who,what\r\nUkraine,30-day ceasefire\r\n")
  }

  @Test(arguments: ["who rejects Q", "who rejects what sort by who limit 1 limit 2"])
  func `a question with an error leaves an existing file as it was`(question: String) throws {
    try program.folder.write("old", to: "a.csv")
    let outcome = try program.run("ask", "g.stance", question, "-o", "a.csv")
    #expect(outcome.code == 3)
    #expect(try program.folder.text("a.csv") == "old")
    #expect(try program.folder.names() == ["a.csv", "g.stance"])
  }

  @Test func `very many files are written, or none of them`() throws {
    let questions = { (last: String) in
      ((1...150).map { "a\($0).csv" } + [last]).map { "who rejects what as csv to \"\($0)\"." }
        .joined(separator: "\n")
    }
    // There is no room for the name of a file beside this one.
    let long = String(repeating: "x", count: 250) + ".csv"
    try program.folder.write(questions(long), to: "q.ask")
    #expect(try program.shell("stance run q.ask g.stance; echo $?").text == "4\n")
    #expect(try program.folder.names() == ["g.stance", "q.ask"])
    try program.folder.write(questions("b.csv"), to: "q.ask")
    #expect(try program.shell("stance run q.ask g.stance; ls a*.csv b.csv | wc -l").text == "151\n")
  }

  @Test func `a file that cannot be written whole leaves what was there`() throws {
    try program.folder.write("old", to: "a.csv")
    let outcome = try program.shell(
      "ulimit -f 0; stance ask g.stance 'who rejects what' -o a.csv 2>&1 | cat; "
        + "exit ${PIPESTATUS[0]}")
    #expect(outcome.code == 4)
    #expect(try program.folder.text("a.csv") == "old")
    #expect(try program.folder.names() == ["a.csv", "g.stance"])
  }

  @Test(arguments: ["g.db", "./g.db", "g.db-wal", "link.db"])
  func `the graph is never overwritten`(name: String) throws {
    _ = try program.run("import", "g.db", "g.stance")
    try program.folder.write("", to: "g.db-wal")
    try FileManager.default.linkItem(
      atPath: program.folder.path("g.db"), toPath: program.folder.path("link.db"))
    let before = try program.folder.data("g.db")
    let outcome = try program.run("ask", "g.db", "who rejects what", "-o", name)
    #expect(outcome.code == 4)
    #expect(outcome.error.contains("this is what is read here"))
    #expect(try program.folder.data("g.db") == before)
  }

  @Test func `a symbolic link is replaced, not followed`() throws {
    try program.folder.write("old", to: "a.csv")
    try FileManager.default.createSymbolicLink(
      atPath: program.folder.path("link"), withDestinationPath: program.folder.path("a.csv"))
    let outcome = try program.run("ask", "g.stance", "who rejects what", "-o", "link")
    #expect(outcome.code == 0)
    #expect(try program.folder.text("a.csv") == "old")
    #expect(try program.folder.text("link").hasPrefix("who"))
  }

  @Test func `what is no regular file is not replaced`() throws {
    let outcome = try program.shell(
      "mkfifo fifo && stance ask g.stance 'who rejects what' -o fifo; code=$?; test -p fifo && exit $code"
    )
    #expect(outcome.code == 4)
    #expect(
      outcome.error == "stance: fifo: this is no regular file; write to standard output with -o -\n"
    )
    #expect(try program.folder.names() == ["fifo", "g.stance"])
  }

  @Test func `standard output has a name`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who supports what", "--format", "csv", "-o", "/dev/stdout")
    #expect(outcome.text == "who,what\r\nUkraine,30-day ceasefire\r\n")
  }

  // MARK: - Pipes and devices

  @Test(
    arguments: [
      "stance ask g.stance 'who rejects what' | head -n 0; exit ${PIPESTATUS[0]}",
      "stance ask g.stance 'who rejects what' | true; exit ${PIPESTATUS[0]}",
      "trap '' PIPE; stance ask g.stance 'who rejects what' | true; exit ${PIPESTATUS[0]}",
      "stance ask g.stance 'who rejects what' >&-",
      "stance ask g.stance 'who rejects what' 2>&- | cat",
      "stance import new.db g.stance >&-", "stance ask g.stance 'who rejects what' <&-",
      "stance ask g.stance 'who rejects what' >&- 2>&- <&-",
    ])
  func `a reader that has gone is no error`(line: String) throws {
    let outcome = try program.shell(line)
    #expect(outcome.code == 0)
    #expect(outcome.error.isEmpty)
  }

  @Test(arguments: ["ask g.stance 'who rejects what'", "import new.db g.stance"])
  func `a full device is an error`(command: String) throws {
    let outcome = try program.shell("stance \(command) > /dev/full")
    #expect(outcome.code == 4)
    #expect(outcome.error == "stance: standard output: No space left on device\n")
  }

  @Test func `a closed standard output never becomes the database`() throws {
    let outcome = try program.shell(
      "stance import new.db g.stance >&- 2>&- <&-; stance ask new.db 'who supports what' --format csv"
    )
    #expect(outcome.text == "who,what\r\nUkraine,30-day ceasefire\r\n")
  }

  @Test(arguments: ["C", "de_DE.UTF-8", "tr_TR.UTF-8", "POSIX"])
  func `the locale changes nothing`(locale: String) throws {
    let outcome = try program.shell(
      "LC_ALL=\(locale) COLUMNS=20 TZ=Asia/Tokyo stance ask g.stance 'who rejects what' --format json"
    )
    let golden = GoldenFile("rejects.json", beside: #filePath)
    #expect(outcome.output == (try golden.expected(for: outcome.output)))
  }
}
