import Foundation
import StanceTestSupport
import Testing

/// The reading of articles as a user asks for it.
@Suite struct ReadTests {
  static let article = """
    Norway rejected the pipeline on Monday. “We support a ban,” Anna Lind said.

    The Greens no longer support the merger.
    """

  private func program() throws -> Program {
    let program = try Program()
    try program.folder.write(Self.article, to: "news.txt")
    return program
  }

  @Test func `a draft is imported without an error`() throws {
    let program = try program()
    let draft = try program.run("read", "news.txt", "--date", "2026-03-04", "-o", "draft.stance")
    #expect(draft.code == 0)
    #expect(draft.text == "")
    #expect(try program.run("import", "new.db", "draft.stance").code == 0)
    let answer = try program.run("ask", "new.db", "who rejects what on ?day", "--format", "csv")
    #expect(answer.text == "who,what,?day\r\nNorway,the pipeline,2026-03-02\r\n")
  }

  @Test func `the lines of data have an id and the polarity`() throws {
    let lines = try program().run("read", "news.txt", "--format", "jsonl")
    #expect(lines.text.hasPrefix("{\"id\":\"news\","))
    #expect(lines.text.contains("\"polarity\":\"negated\""))
  }
}
