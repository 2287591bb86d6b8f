import Foundation
import StanceTestSupport
import Testing

/// The reading of articles as a user asks for it.
@Suite struct ReadTests {
  static let article = """
    Norway rejected the pipeline on Monday. “We support a ban,” Anna Lind said.

    The Greens no longer support the merger.
    """

  static let page = """
    <html><head><title>Pipeline</title><meta name="date" content="2026-03-04">
    <meta property="og:site_name" content="The Gazette"></head>
    <body><nav><p>Chad backs us</p></nav><article><p>Norway rejected the pipeline.</p></article></body></html>
    """

  private func program() throws -> Program {
    let program = try Program()
    try program.folder.write(Self.article, to: "news.txt")
    try program.folder.write(Self.page, to: "page.html")
    return program
  }

  // MARK: - Drafts

  @Test func `a draft is imported strictly without a word`() throws {
    let program = try program()
    let draft = try program.run("read", "news.txt", "--date", "2026-03-04", "-o", "draft.stance")
    #expect(draft.code == 0)
    #expect(draft.text == "")
    #expect(try program.run("import", "--strict", "new.db", "draft.stance").error == "")
    let answer = try program.run("ask", "new.db", "who rejects what on ?day", "--format", "csv")
    #expect(answer.text == "who,what,day\r\nNorway,pipeline,2026-03-02\r\n")
  }

  @Test func `the draft tells where the text is, seen from the draft`() throws {
    let program = try program()
    #expect(
      try program.run("read", "news.txt").text.contains("file \"news.txt\" sha256 \"50f877069e50"))
    _ = try program.run("read", "news.txt", "-o", "drafts/a/draft.stance")
    let draft = try program.folder.text("drafts/a/draft.stance")
    #expect(draft.contains("file \"../../news.txt\""))
  }

  @Test func `what is given goes before what is found`() throws {
    let draft = try program().run(
      "read", "page.html", "--title", "My title", "--publisher", "Herald", "--date", "2025",
      "--url", "https://example.org/x", "--text", "t.txt")
    #expect(
      draft.text.hasPrefix(
        "source \"page\" \"My title\" by Herald on 2025 at <https://example.org/x> language en"))
  }

  @Test func `a page has its own title, day and publisher, and its text is kept`() throws {
    let program = try program()
    let draft = try program.run("read", "page.html", "--text", "texts/page.txt")
    #expect(draft.error == "")
    #expect(draft.text.hasPrefix("source \"page\" \"Pipeline\" by The Gazette on 2026-03-04"))
    #expect(draft.text.contains("file \"texts/page.txt\""))
    #expect(try program.folder.text("texts/page.txt") == "Norway rejected the pipeline.\n")
  }

  @Test func `offsets that count in no file are noted`() throws {
    let draft = try program().run("read", "page.html")
    #expect(draft.error.contains("--text FILE keeps it"))
    #expect(!draft.text.contains(" file "))
  }

  @Test func `standard input is read`() throws {
    let draft = try program().run("read", "-", input: "Norway rejects the dam.")
    #expect(draft.code == 0)
    #expect(draft.text.contains("Norway rejects \"dam\""))
  }

  @Test func `the surest may come first`() throws {
    let program = try program()
    try program.folder.write("Peru opposes it. Norway rejects the dam.", to: "two.txt")
    let lines = try program.run("read", "two.txt", "--order", "usefulness").text
    let norway = try #require(lines.range(of: "Norway rejects"))
    let peru = try #require(lines.range(of: "# Peru rejects"))
    #expect(norway.lowerBound < peru.lowerBound)
  }

  @Test func `names of a graph are used and merges are proposed`() throws {
    let program = try program()
    try program.folder.write(
      "Kingdom of Norway is a country, also Norway. \"oil pipeline\" is a plan."
        .replacing("Kingdom of Norway", with: "\"Kingdom of Norway\""), to: "known.stance")
    let draft = try program.run("read", "news.txt", "--against", "known.stance")
    #expect(draft.text.contains("# ‘Norway’ is “Kingdom of Norway” of the graph"))
    #expect(draft.text.contains("# “oil pipeline” of the graph is perhaps a kind of it"))
    try program.folder.write(draft.text, to: "draft.stance")
    #expect(try program.run("import", "--strict", "k.db", "known.stance", "draft.stance").code == 0)
  }

  @Test func `words may be added`() throws {
    let program = try program()
    try program.folder.write("Norway frobs the dam.", to: "word.txt")
    try program.folder.write("supports verb frob NP\n", to: "words.lexicon")
    #expect(!(try program.run("read", "word.txt").text.contains("Norway supports")))
    let draft = try program.run("read", "word.txt", "--lexicon", "words.lexicon")
    #expect(draft.text.contains("Norway supports \"dam\""))
  }

  // MARK: - Lines of data

  @Test func `the lines of data have an id and the polarity`() throws {
    let lines = try program().run("read", "news.txt", "--format", "jsonl")
    #expect(lines.text.hasPrefix("{\"id\":\"news\","))
    #expect(lines.text.contains("\"polarity\":\"negated\""))
  }

  @Test func `documents are read a line each`() throws {
    let program = try program()
    try program.folder.write(
      """
      {"id": "a", "title": "T", "date": "2026-03-04", "source": "S", "text": "Norway backs it."}

      {"id": "b", "text": "Peru rejects the dam.", "annotated": ["quotes"]}
      """, to: "all.jsonl")
    let lines = try program.run("read", "all.jsonl", "--format", "jsonl").text.split(
      separator: "\n")
    #expect(lines.map { $0.prefix(9) } == ["{\"id\":\"a\"", "{\"id\":\"b\""])
    let draft = try program.run("read", "all.jsonl").text
    #expect(draft.contains("source \"a\" \"T\" by S on 2026-03-04"))
  }

  @Test func `a date that is none is told of`() throws {
    let program = try program()
    try program.folder.write(
      """
      {"id": "a", "date": "2026-03-04T08:00:00Z", "text": "Norway backs the dam."}
      {"id": "b", "date": "4 March", "text": "Peru rejects the dam."}
      """, to: "all.jsonl")
    let outcome = try program.run("read", "all.jsonl")
    #expect(outcome.text.contains("source \"a\" on 2026-03-04"))
    #expect(outcome.error.contains("all.jsonl:2: ‘4 March’ is no date such as 2025-05-09"))
  }

  @Test func `offsets begin after a byte order mark`() throws {
    let program = try program()
    try program.folder.write("\u{FEFF}Norway backs the dam.\n", to: "mark.txt")
    #expect(try program.run("read", "mark.txt", "-o", "mark.stance").code == 0)
    let outcome = try program.run("import", "mark.db", "mark.stance")
    #expect(outcome.code == 0 && !outcome.error.contains("warning"), "\(outcome.error)")
    #expect(try program.run("check", "mark.db").code == 0)
  }

  @Test func `the same bytes come out each time`() throws {
    let program = try program()
    let runs = try (0..<3).map { _ in try program.run("read", "news.txt", "page.html").text }
    #expect(Set(runs).count == 1)
  }

  // MARK: - What cannot be read

  @Test(
    arguments: [
      ([], "there is no text in it"),
      (Array("  \n ".utf8), "there is no text in it"),
      ([0x7F, 0x45, 0x4C, 0x46, 0, 1, 2], "this is no text but a binary file"),
      ([0xFF, 0xFE, 0x41, 0], "this is UTF-16; convert it first"),
      ([0x41, 0xE9, 0x20, 0x42], "this is not UTF-8; convert it first"),
      (Array("<html><body></body></html>".utf8), "there is no text in this page"),
      (Array("{\"id\": 1}".utf8), "a document is a line of JSON with the texts id and text"),
    ] as [([UInt8], String)])
  func `what is no article is refused with the reason`(_ bytes: [UInt8], _ reason: String) throws {
    try expectRefusal(of: bytes, reason)
  }

  @Test func `an article of more than 8 MB is refused`() throws {
    try expectRefusal(
      of: Array(repeating: 0x61, count: 9 << 20), "an article may have 8 MB at most")
  }

  private func expectRefusal(of bytes: [UInt8], _ reason: String) throws {
    let program = try program()
    try Data(bytes).write(to: program.folder.url.appendingPathComponent("bad"))
    let outcome = try program.run("read", "news.txt", "bad", "-o", "draft.stance")
    #expect(outcome.code == 4)
    #expect(outcome.error.contains(reason))
    #expect(outcome.errorLines.count == 1)
    #expect(throws: (any Error).self) { try program.folder.text("draft.stance") }
  }

  @Test(arguments: [
    ["--date", "soon"], ["--url", "example.org"], ["--text", "-"], ["--order", "random"],
  ])
  func `an option without sense is refused`(_ option: [String]) throws {
    let program = try program()
    let line = (["stance", "read", "news.txt"] + option).joined(separator: " ")
    #expect(try program.shell(line).code == 64)
  }

  @Test(arguments: [["--title", "T"], ["--url", "https://e.org"], ["--text", "t.txt"]])
  func `an option of one article is refused for two`(_ option: [String]) throws {
    let program = try program()
    let line = (["stance", "read", "news.txt", "page.html"] + option).joined(separator: " ")
    let outcome = try program.shell(line)
    #expect(outcome.code == 64)
    #expect(outcome.error.contains("is for one article; here are 2"))
  }

  @Test func `an article is not overwritten`() throws {
    let program = try program()
    #expect(try program.run("read", "news.txt", "-o", "news.txt").code == 4)
    #expect(try program.folder.text("news.txt") == Self.article)
  }

  @Test func `a lexicon with a mistake is shown`() throws {
    let program = try program()
    try program.folder.write("supports verb\n", to: "words.lexicon")
    let outcome = try program.run("read", "news.txt", "--lexicon", "words.lexicon")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("words.lexicon:1:1"))
  }
}
