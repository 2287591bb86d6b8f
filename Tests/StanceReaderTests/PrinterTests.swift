import Foundation
import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceReader
import Testing

@Suite struct PrinterTests {
  static let article = Article(
    id: "a\"1", title: "Talks", date: PartialDate("2026-03-02"), source: "Gazette",
    text: """
      Kremlin spokesperson Igor Petrov dismissed the notion of a truce. Norway would back the "text" \
      only if it covered gas.

      “We support a summit in Oslo,” said Anna Lind. The Greens no longer support it.
      """)

  static let draft = DraftGraph()

  static let source = DraftSource(
    name: "GAZETTE-1", title: "Talks", publisher: "The Gazette", date: PartialDate("2026-03-02"),
    url: "https://example.org/1", file: "talks.txt", sha256: String(repeating: "0a", count: 32))

  private func draftText(_ draft: DraftGraph = draft) -> String {
    draft.text(of: [
      DraftArticle(
        article: Self.article, reading: ArticleReader().read(Self.article), source: Self.source)
    ])
  }

  private func entries(_ text: String) -> (entries: [GraphEntry], problems: [Diagnostic]) {
    var reader = GraphFileReader(SourceText(name: "draft", text))
    var entries: [GraphEntry] = []
    while let entry = reader.next() { entries.append(entry) }
    return (entries, reader.diagnostics)
  }

  @Test func `a draft is a graph file without errors`() {
    let found = entries(draftText())
    #expect(found.problems.map(\.message) == [])
    let statements = found.entries.filter { entry in
      if case .statement = entry.kind { return true }
      return false
    }
    #expect(statements.count == 3)
  }

  @Test func `a draft names its source, its nodes and its statements`() {
    #expect(
      draftText().split(separator: "\n").prefix(7).map(String.init) == [
        "source GAZETTE-1 \"Talks\" by The Gazette on 2026-03-02 at <https://example.org/1> "
          + "language en file \"talks.txt\" sha256 \"\(String(repeating: "0a", count: 32))\".",
        "Igor Petrov is a person from Kremlin.",
        "Kremlin is an organization from Russia.",
        "Russia is a country.",
        "Norway is a country.",
        "Anna Lind is a person.",
        "Greens is an actor.",
      ])
  }

  @Test func `every quotation of a draft equals the text at its offsets`() throws {
    for entry in entries(draftText()).entries {
      guard case .statement(let statement) = entry.kind else { continue }
      var words: String?
      var span: TextSpan?
      for qualifier in statement.qualifiers {
        if case .saying(let value) = qualifier.kind, case .text(let text) = value.kind {
          words = text
        }
        if case .at(let start, let end) = qualifier.kind { span = TextSpan(start, end) }
      }
      #expect(Self.article.text.slice(try #require(span)) == words)
    }
  }

  @Test func `a negated stance stands in a comment only`() {
    let lines = draftText().split(separator: "\n")
    #expect(lines.contains("# not held, according to the text:"))
    #expect(lines.filter { $0.contains("Greens supports") }.allSatisfy { $0.hasPrefix("#") })
  }

  @Test func `each suggestion has its reason before it`() {
    let lines = draftText().split(separator: "\n", omittingEmptySubsequences: false)
    let index = lines.firstIndex { $0.hasPrefix("Igor Petrov rejects") } ?? 0
    #expect(lines[index - 1].hasPrefix("# ‘dismiss’ tells that Igor Petrov rejects"))
  }

  @Test func `the surest suggestions may come first`() {
    let draft = DraftGraph(order: .usefulness)
    let marks = draftText(draft).split(separator: " ").indices
    #expect(!marks.isEmpty)
    let statements = ArticleReader().read(Self.article).statements
    let surest = statements.max { $0.confidence < $1.confidence }
    let first = draftText(draft).split(separator: "\n").first { $0.hasPrefix("# ‘") }
    #expect(first?.contains(surest?.holder ?? "nobody") == true)
  }

  /// A line of the scorer's format.
  private struct Line: Decodable {
    struct Statement: Decodable {
      var holder: String
      var speaker: String?
      var relation: String
      var polarity: String
      var target: String
      var start: Int
      var end: Int
      var condition: String?
      var confidence: Double
    }
    struct Quote: Decodable {
      var start: Int
      var end: Int
      var speaker: String?
      var speaker_raw: String?
    }
    var id: String
    var statements: [Statement]
    var quotes: [Quote]
  }

  @Test func `a prediction line is JSON with every statement and quote`() throws {
    let reading = ArticleReader().read(Self.article)
    let text = PredictionLines.line(for: reading, of: Self.article)
    let line = try JSONDecoder().decode(Line.self, from: Data(text.utf8))
    #expect(line.id == "a\"1")
    #expect(line.statements.map(\.holder) == reading.statements.map(\.holder))
    #expect(line.statements.map(\.condition).contains("only if it covered gas"))
    #expect(line.statements.map(\.polarity).contains("negated"))
    #expect(line.quotes.map(\.speaker) == reading.quotes.map(\.speaker))
    #expect(!text.contains("\n"))
  }

  @Test(arguments: ["\u{1}", "a\tb", "\"\\", "\u{2028}", "é\r\n", "😀"])
  func `any text survives as a JSON string`(_ text: String) throws {
    let article = Article(id: text, text: "")
    let line = PredictionLines.line(for: ArticleReader().read(article), of: article)
    #expect(try JSONDecoder().decode(Line.self, from: Data(line.utf8)).id == text)
  }
}
