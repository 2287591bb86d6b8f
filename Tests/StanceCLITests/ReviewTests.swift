import Foundation
import StanceTestSupport
import Testing

@Suite struct ReviewTests {
  private let program: Program

  private static let draft = """
    # made from an article
    source art "Toll" on 2026-03-02 file "art.txt".
    Ann is a person from Council. Council is an organization. Bob is a person.
    toll is a proposal.

    all in art:

    # ‘backs’ tells that Ann supports
    Ann supports "toll" saying "Ann backs the toll." at 0..19 with confidence 0.9.

    # ‘opposes’ tells that Bob rejects
    Bob rejects "toll" saying "Bob opposes it." at 20..35 with confidence 0.6.
    """.replacing("source art", with: "source \"art\"").replacing(
      "all in art", with: "all in \"art\""
    )
    .replacing("toll is a", with: "\"toll\" is a")

  init() throws {
    program = try Program()
    try program.folder.write(Self.draft, to: "d.stance")
    try program.folder.write("Ann backs the toll. Bob opposes it.", to: "art.txt")
  }

  /// What a person types in a terminal, line after line.
  private func type(_ lines: [String], _ options: String = "") throws -> Program.Outcome {
    try program.shell(
      "script -qec \"$STANCE review d.stance \(options)\" /dev/null",
      input: lines.map { $0 + "\n" }.joined())
  }

  @Test func `what is sure enough is accepted without a terminal`() throws {
    let outcome = try program.run("review", "d.stance", "--accept-above", "0.8")
    #expect(outcome.code == 0)
    #expect(outcome.text.contains("Ann supports"))
    #expect(outcome.text.contains("Council is an organization."))
    #expect(!outcome.text.contains("Bob"))
  }

  @Test(arguments: ["g.db", "new.stance"])
  func `what is accepted can be asked for`(place: String) throws {
    let outcome = try program.run("review", "d.stance", "--accept-above", "0.8", "--into", place)
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.text.hasPrefix("1 accepted, 0 rejected, 0 skipped, 1 open"))
    let answer = try program.run("ask", place, "who supports what", "--format", "csv")
    #expect(answer.text == "who,what\r\nAnn,toll\r\n")
  }

  @Test func `a graph file keeps what it says and gets what it does not say`() throws {
    try program.folder.write("# mine\nBob is a person. Bob supports \"toll\".\n", to: "mine.stance")
    for _ in 0..<2 {
      let outcome = try program.run(
        "review", "d.stance", "--accept-above", "0.5", "--into", "mine.stance")
      #expect(outcome.code == 0, "\(outcome.error)")
    }
    let text = try program.folder.text("mine.stance")
    #expect(text.hasPrefix("# mine\nBob is a person. Bob supports \"toll\".\n"))
    #expect(text.components(separatedBy: "Bob rejects").count == 2)
  }

  @Test func `a graph file that gets more keeps its permissions, and a link its place`() throws {
    let outcome = try program.shell(
      """
      echo 'Bob is a person.' > mine.stance; chmod 640 mine.stance; ln -s mine.stance link.stance
      stance review d.stance --accept-above 0.8 --into link.stance > /dev/null
      stat -c '%a' mine.stance; test -L link.stance && grep -c 'Ann supports' mine.stance
      """)
    #expect(outcome.text == "640\n1\n")
  }

  @Test func `what is accepted does not go into the draft`() throws {
    let sentence = "Ann supports \"toll\" in \"art\" provided \"it is low\"."
    let outcome = try type(["e", sentence, "q"], "--into d.stance")
    #expect(outcome.code == 4)
    #expect(outcome.text.contains("d.stance: this is what is read here; choose another file"))
    #expect(try program.folder.text("d.stance") == Self.draft)
  }

  @Test func `a text that cannot be shown is told once`() throws {
    _ = try program.shell("rm art.txt; mkdir art.txt")
    let outcome = try type(["s", "s"])
    let told = "the text ‘art.txt’ is not shown: it is no regular file"
    #expect(outcome.text.components(separatedBy: told).count == 2)
  }

  @Test func `a sentence in a journal that is none is told with its place`() throws {
    _ = try type(["e", "Ann supports \"toll\" in \"art\".", "q"])
    let journal = try program.folder.text("d.stance.review")
    try program.folder.write(
      journal.replacing("in \\\"art\\\".", with: "in"), to: "d.stance.review")
    let outcome = try program.run("review", "d.stance", "--accept-above", "1")
    #expect(outcome.code == 3)
    #expect(outcome.error.hasPrefix("<edited>:1:23: error[P01]"), "\(outcome.error)")
  }

  @Test func `a decision that a crash cut off is made again, and the next is kept`() throws {
    #expect(try type(["a", "q"]).code == 0)
    let first = try program.folder.text("d.stance.review")
    #expect(first.hasSuffix("\n"))
    try program.folder.write(first + String(first.dropLast(9)), to: "d.stance.review")
    #expect(try type(["r", "not so", "q"]).code == 0)
    let journal = try program.folder.text("d.stance.review")
    #expect(journal.hasPrefix(first) && journal.hasSuffix("\n"))
    #expect(journal.split(separator: "\n").count == 2)
  }

  @Test func `a damaged line of a journal is told with its place`() throws {
    #expect(try type(["a", "q"]).code == 0)
    let first = try program.folder.text("d.stance.review")
    try program.folder.write("{\n" + first, to: "d.stance.review")
    let outcome = try program.run("review", "d.stance", "--accept-above", "0.8")
    #expect(outcome.code == 4)
    #expect(outcome.error.contains("d.stance.review:1: this is no decision"))
  }

  @Test func `a draft that cannot be read is told with its place`() throws {
    try program.folder.write("Ann is a person from.\n", to: "bad.stance")
    let outcome = try program.run("review", "bad.stance", "--accept-above", "0.5")
    #expect(outcome.code == 3)
    #expect(outcome.error.hasPrefix("bad.stance:1:21: error[P01]"))
  }

  @Test func `without a terminal the way is told`() throws {
    let outcome = try program.run("review", "d.stance")
    #expect(outcome.code == 64)
    #expect(outcome.error.contains("--accept-above 0.8"))
  }

  @Test func `a person accepts, rejects with a reason, and goes on where it ended`() throws {
    _ = try type(["a", "q"])
    let outcome = try type(["r", "not his words"], "--into g.db")
    #expect(outcome.text.contains("everything is decided"))
    #expect(outcome.text.contains("1 accepted, 1 rejected, 0 skipped, 0 open"))
    let rejected = try program.run("review", "d.stance", "--rejected")
    #expect(rejected.text.contains("not his words"))
    let answer = try program.run("ask", "g.db", "who rejects what", "--exit-status")
    #expect(answer.code == 1)
  }

  @Test func `a sentence can be edited, and a decision taken back`() throws {
    let outcome = try type(
      ["r", "no", "u", "e", "Ann supports \"toll\" in \"art\" provided \"it is low\".", "s"],
      "--into g.db")
    #expect(outcome.text.contains("1 accepted, 0 rejected, 1 skipped, 0 open"))
    let answer = try program.run(
      "ask", "g.db", "who supports what show who, condition", "--format", "csv")
    #expect(answer.text == "who,condition\r\nAnn,it is low\r\n")
  }

  @Test func `the words are shown in their text`() throws {
    let outcome = try type(["q"])
    #expect(outcome.text.contains("‘backs’ tells that Ann supports"))
    #expect(outcome.text.contains("Ann backs the toll.\u{1B}[0m Bob opposes it."))
  }

  @Test func `all above a confidence are accepted at once`() throws {
    let outcome = try type(["A 0.7", "q"], "--into g.db")
    #expect(outcome.text.contains("1 accepted, 0 rejected, 0 skipped, 1 open"))
  }

  @Test func `statements of another program are imported where the text has them`() throws {
    try program.folder.write(
      """
      {"id": "n1", "date": "2026-03-02", "text": "Ann backs the toll. Bob opposes it."}
      {"id": "n1", "statements": [{"holder": "Ann", "relation": "supports", "target": "toll", "start": 0, "end": 19}, {"holder": "Bob", "relation": "rejects", "target": "toll", "start": 0, "end": 99}]}
      """, to: "x.jsonl")
    let outcome = try program.run("import", "g.db", "x.jsonl")
    #expect(outcome.code == 0, "\(outcome.error)")
    #expect(outcome.text.hasPrefix("imported 1 statement"))
    #expect(outcome.error.contains("dropped 1, first x.jsonl:2: the text does not have"))
    let check = try program.run("check", "g.db")
    #expect(check.code == 0, "\(check.text)")
  }
}
