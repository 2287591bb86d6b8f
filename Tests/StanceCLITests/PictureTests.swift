import Foundation
import StanceTestSupport
import Testing

@Suite struct PictureTests {
  private let program: Program

  init() throws { program = try Program() }

  private func svg(_ question: String, _ graph: String = "g.stance") throws -> String {
    let outcome = try program.run("ask", graph, question, "--format", "svg")
    try #require(outcome.code == 0)
    return outcome.text
  }

  @Test(arguments: ["", " draw timeline", " draw matrix", " draw dark, legend"])
  func `the order of lines in a graph file changes no byte of a picture`(style: String) throws {
    let question = "who ?stance what" + style
    let first = try svg(question)
    #expect(try svg(question) == first)
    let lines = Program.graph.replacingOccurrences(of: "\n  saying", with: " saying")
      .split(separator: "\n")
    try program.folder.write(lines.reversed().joined(separator: "\n"), to: "turned.stance")
    #expect(try svg(question, "turned.stance") == first)
    for format in ["dot", "png"] {
      let outcomes = try ["g.stance", "turned.stance"].map {
        try program.run("ask", $0, question, "--format", format).output
      }
      #expect(outcomes[0] == outcomes[1])
    }
  }

  @Test func `pictures of one run are those of runs of their own`() throws {
    let questions = [
      "who ?stance what draw cluster by type", "who ?stance what draw timeline",
      "who ?stance what draw layout neato", "who ?stance what draw cluster by type, legend",
    ]
    let sentences = questions.enumerated().map { "\($1) as svg to \"\($0).svg\".\n" }
    func pictures(_ files: [String]) throws -> [String] {
      for file in files {
        try program.folder.write(file, to: "q.ask")
        #expect(try program.run("run", "q.ask", "g.stance").code == 0)
      }
      return try sentences.indices.map { try program.folder.text("\($0).svg") }
    }
    #expect(try pictures([sentences.joined()]) == pictures(sentences))
  }

  @Test(arguments: [
    (["who rejects what as svg", "who supports what as svg"], ["-o", "both.svg"], "both.svg"),
    (["who rejects what as svg", "who supports what as svg"], [], "standard output"),
    (
      ["who rejects what as png to \"a.png\"", "who rejects what as csv to \"a.png\""], [], "a.png"
    ),
  ])
  func `several pictures do not go into one file`(
    questions: [String], options: [String], place: String
  ) throws {
    let outcome = try program.run(arguments: ["ask", "g.stance"] + questions + options)
    #expect(outcome.code == 4)
    #expect(outcome.text.isEmpty)
    #expect(outcome.error.contains("\(place): 2 answers would go into one picture"))
  }

  @Test func `tables and graphs in DOT go into one file`() throws {
    for format in ["csv", "dot"] {
      let outcome = try program.run(
        "ask", "g.stance", "who rejects what", "who supports what", "--format", format, "-o", "x")
      #expect(outcome.code == 0)
    }
  }

  @Test func `a question file is not overwritten by its picture`() throws {
    try program.folder.write("use \"more.ask\".\nwho rejects what.\n", to: "q.ask")
    try program.folder.write("who supports what as svg to \"more.svg\".\n", to: "more.ask")
    for file in ["q.ask", "more.ask"] {
      let before = try program.folder.text(file)
      let outcome = try program.run("run", "q.ask", "g.stance", "--format", "csv", "-o", file)
      #expect(outcome.code == 4)
      #expect(try program.folder.text(file) == before)
    }
  }

  @Test func `what a timeline does without is told`() throws {
    let outcome = try program.run(
      "ask", "g.stance", "who ?stance what draw timeline, cluster by type, layout neato",
      "--format", "svg")
    #expect(outcome.error.contains("note: draw timeline does without cluster by, layout"))
  }

  @Test(arguments: [
    ("who rejects what since 2099 draw", "Nothing is recorded."),
    ("who rejects what since 2099 draw timeline", "Nothing is recorded."),
    ("who conflicts with whom draw timeline", "What rules derive has no dates"),
  ])
  func `a picture without statements says why`(question: String, note: String) throws {
    let outcome = try program.run("ask", "g.stance", question, "--format", "svg")
    #expect(outcome.text.contains(note))
    #expect(outcome.error.contains(note))
  }

  @Test(arguments: [
    "1" + String(repeating: "0", count: 17), "-" + String(repeating: "9", count: 300),
  ])
  func `widths can stand for a number of any size`(number: String) throws {
    try program.folder.write(
      "A is a country. A has population \(number). P is a plan. A rejects P.", to: "large.stance")
    let text = try svg(
      "who rejects what show who, what, who.population draw width by max who.population",
      "large.stance")
    #expect(text.contains("A rejects P (1 statement)"))
  }

  @Test(arguments: [1, 8, 10])
  func `actors without a group and those of small ones are other, once`(groups: Int) throws {
    let members = (0..<groups).map {
      "\"Bloc \($0)\" is a bloc. \"A\($0)\" is a country from \"Bloc \($0)\". \"A\($0)\" rejects Plan.\n"
    }
    let alone = (0..<3).map { "\"Alone \($0)\" is a country. \"Alone \($0)\" rejects Plan.\n" }
    try program.folder.write("Plan is a plan.\n" + (members + alone).joined(), to: "groups.stance")
    let text = try svg("who rejects what draw color by bloc, legend", "groups.stance")
    #expect(text.ranges(of: ">other</text>").count == 1)
  }

  @Test func `a footer has the question, the source and the dates`() throws {
    let text = try svg("who rejects what")
    #expect(text.contains(">Question: who rejects what</text>"))
    #expect(text.contains("Statements of 2025"))
    #expect(text.contains("graph sha256 "))
    #expect(text.contains("question sha256 "))
  }

  @Test func `a picture of derived pairs says what the graph spans`() throws {
    let text = try svg("who conflicts with whom show who, whom, weight draw width by max weight")
    #expect(text.contains("Statements in the graph: 2025"))
  }

  @Test func `a dark picture is light on dark`() throws {
    let text = try svg("who rejects what draw dark, legend")
    #expect(text.contains("fill=\"#15191E\""))
    #expect(!text.contains("#FFFFFF"))
  }

  @Test(arguments: [
    ("count dates", ">×1<"), ("avg confidence", "number: avg confidence"),
    ("count who", ">×1<"), ("count statements", ">if<"),
  ])
  func `edges are as wide as an aggregate`(width: String, shown: String) throws {
    #expect(try svg("who rejects what draw legend, width by \(width)").contains(shown))
  }

  @Test(arguments: [
    ("max date", "T03"), ("list who", "T03"), ("count nonsense", "N06"),
  ])
  func `a width that is no number is refused`(width: String, code: String) throws {
    let outcome = try program.run("ask", "g.stance", "who rejects what draw width by \(width)")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("error[\(code)]"))
  }

  @Test func `several pictures of one run are those of a run each`() throws {
    let questions = ["who rejects what", "who supports what", "who ?stance what draw matrix"]
    let texts = try questions.map { try svg($0) }
    let together = questions.enumerated().map { "\($1) as svg to \"p\($0).svg\"" }
    let outcome = try program.run("ask", "g.stance", together[0], together[1], together[2])
    #expect(outcome.code == 0)
    for (index, text) in texts.enumerated() {
      let drawn = try program.folder.text("p\(index).svg")
      #expect(drawn.split(separator: "\n").dropFirst(9) == text.split(separator: "\n").dropFirst(9))
    }
  }

  @Test func `twice the scale gives twice the pixels`() throws {
    let widths = try ["1", "2"].map { scale in
      let picture = try program.run(
        "ask", "g.stance", "who rejects what", "--format", "png", "--scale", scale
      ).output
      return Int(picture[18]) << 8 | Int(picture[19])
    }
    #expect(abs(widths[1] - 2 * widths[0]) <= 2)
  }

  @Test(arguments: [(3000, 600), (700, 700)])
  func `a large answer is cut to its heaviest edges unless more are asked for`(
    count: Int, drawn: Int
  ) throws {
    let nodes = (0..<40).map { "\"A\($0)\" is a person.\n\"P\($0)\" is a proposal.\n" }.joined()
    let verbs = ["supports", "rejects"]
    let statements = (0..<count).map {
      "\"A\($0 % 40)\" \(verbs[$0 / 1600]) \"P\($0 / 40 % 40)\".\n"
    }
    try program.folder.write(nodes + statements.joined(), to: "large.stance")
    let limit = drawn == count ? " limit \(count)" : ""
    let outcome = try program.run(
      "ask", "large.stance", "who ?stance what\(limit)", "--format", "svg")
    #expect(outcome.code == 0)
    #expect(outcome.error.contains("draw matrix shows more"))
    let note = "Drawn: the \(drawn) heaviest of \(count) edges"
    #expect(outcome.error.contains(note) == (drawn < count))
    #expect(outcome.text.contains(note) == (drawn < count))
    #expect(outcome.text.components(separatedBy: " class=\"edge ").count == drawn + 1)
  }

  @Test(arguments: ["GVBINDIR=/tmp", "LC_ALL=tr_TR.UTF-8", "TZ=Asia/Tokyo", "HOME=/nonexistent"])
  func `no variable of the environment steers a picture`(variable: String) throws {
    for format in ["svg", "png", "pdf"] {
      let line = "stance ask g.stance 'who rejects what' --format \(format)"
      let (plain, steered) = (try program.shell(line), try program.shell("\(variable) \(line)"))
      #expect(plain.code == 0 && steered.output == plain.output)
    }
  }

  @Test func `a picture that fails leaves no file, and none of the others`() throws {
    let names = (0..<40).map { "\"A\($0)\" is a person.\n\"P\($0)\" is a proposal.\n" }.joined()
    let statements = (0..<1500).map { "\"A\($0 % 40)\" supports \"P\($0 / 40)\".\n" }
    try program.folder.write(names + statements.joined(), to: "large.stance")
    try program.folder.write(
      "who supports what as svg to \"a.svg\".\n"
        + "who supports what limit 1500 draw layout circo as svg to \"b.svg\".", to: "q.ask")
    let outcome = try program.shell("ulimit -t 4; stance run q.ask large.stance")
    #expect(outcome.code == 4)
    #expect(outcome.error.contains("Graphviz failed (signal 9)"))
    #expect(try program.folder.names().filter { $0.hasSuffix(".svg") } == [])
  }

  @Test func `a letter without a font is named`() throws {
    try program.folder.write("\"\u{12000}\" rejects \"x\".", to: "rare.stance")
    for format in ["svg", "png"] {
      let outcome = try program.run(
        "ask", "rare.stance", "who rejects what", "--format", format)
      #expect(outcome.error.contains("note: no installed font has"))
    }
  }
}
