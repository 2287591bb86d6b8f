public import ArgumentParser
internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage
internal import StanceModel
public import StanceReader

/// What the suggestions are written as.
enum DraftForm: String, CaseIterable, ExpressibleByArgument {
  case stance, jsonl
}

extension DraftGraph.Order: ExpressibleByArgument {}

struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Suggest statements from English news text.",
    discussion: """
      Reads plain text, or JSON Lines of documents with id, title, date, source and text. What it
      suggests is a graph file to be reviewed: each statement with its words, its place in the text,
      a confidence and the reason.

        stance read article.txt --date 2025-05-11 -o draft.stance
        stance read articles.jsonl --format jsonl
      """)

  @Argument(help: "Articles, or - for standard input.")
  var articles: [String]

  @Option(help: "stance (a graph file) or jsonl (a line of data for each article).")
  var format = DraftForm.stance

  @Option(help: "text (as they stand in the article) or usefulness (the surest first).")
  var order = DraftGraph.Order.text

  @Option(help: "The day of publication, such as 2025-05-11.")
  var date: String?

  @Option(help: "The title of the article.")
  var title: String?

  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "Where it stands on the web.")
  var url: String?

  @Option(help: "A file of further words and frames; may be repeated.")
  var lexicon: [String] = []

  @Option(name: .shortAndLong, help: "Writes to a file; - is standard output.")
  var output: String?

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date takes yyyy-mm-dd, yyyy-mm or yyyy")
    }
  }

  func run() throws {
    try reporting(.text) {
      let reader = ArticleReader(lexicon: try words())
      var parts: [String] = []
      for path in articles {
        for document in try NewsDocument.read(try InputFile.read(path), path: path) {
          parts.append(written(document, reader))
        }
      }
      var outputs = OutputCollection()
      outputs.add(parts.joined(separator: format == .stance ? "\n" : ""), to: output.place)
      try outputs.write(protecting: articles.filter { $0 != "-" })
    }
  }

  private func words() throws -> Lexicon {
    var words = Lexicon.builtIn
    for path in lexicon {
      let text = try InputFile.read(path)
      let problems = words.add(text)
      if !problems.isEmpty { report([DiagnosedText(source: text, diagnostics: problems)], .text) }
    }
    return words
  }

  private func written(_ document: NewsDocument, _ reader: ArticleReader) -> String {
    var article = document.article
    article.title = title ?? article.title
    article.date = date.flatMap { PartialDate($0) } ?? article.date
    article.source = publisher ?? article.source
    let reading = reader.read(article)
    switch format {
    case .jsonl: return PredictionLines.line(for: reading, of: article) + "\n"
    case .stance:
      let spelling = DraftGraph.Spelling(name: { quotedIfNeeded($0) }, quotation: { quoted($0) })
      let source = DraftSource(
        name: article.id, title: article.title, publisher: article.source, date: article.date,
        url: url, file: document.file, sha256: document.sha256)
      return DraftGraph(spelling: spelling, order: order)
        .text(of: reading, article: article, source: source)
    }
  }
}

extension String? {
  /// The file that is meant, or nil for standard output.
  fileprivate var place: String? { self == "-" ? nil : self }
}

/// An article with the file that it is.
private struct NewsDocument {
  var article: Article
  /// Nil of a document that is one of many in a file.
  var file: String?
  var sha256: String?

  private struct Line: Decodable {
    var id: String
    var title: String?
    var date: String?
    var source: String?
    var text: String
  }

  /// The articles of a text: one, or one a line where the text is JSON Lines.
  static func read(_ source: SourceText, path: String) throws(FileFailure) -> [NewsDocument] {
    let content = source.bytes[source.contentStart...]
    guard let first = content.first(where: { $0 > 0x20 }) else {
      throw FileFailure(path: source.name, reason: "there is no text in it")
    }
    if first == UInt8(ascii: "{") { return try lines(content, of: source) }
    guard let text = String(validating: content, as: UTF8.self), !content.contains(0) else {
      throw FileFailure(path: source.name, reason: "this is no text in UTF-8; convert it first")
    }
    let name =
      path == "-" ? "article" : URL(filePath: path).deletingPathExtension().lastPathComponent
    return [
      NewsDocument(
        article: Article(id: name, text: text), file: path == "-" ? nil : path,
        sha256: TextHash.sha256(source.bytes))
    ]
  }

  private static func lines(
    _ content: ArraySlice<UInt8>, of source: SourceText
  ) throws(FileFailure) -> [NewsDocument] {
    var documents: [NewsDocument] = []
    for (index, line) in content.split(separator: UInt8(ascii: "\n")).enumerated() {
      do {
        let document = try JSONDecoder().decode(Line.self, from: Data(line))
        documents.append(
          NewsDocument(
            article: Article(
              id: document.id, title: document.title,
              date: document.date.flatMap { PartialDate($0) }, source: document.source,
              text: document.text)))
      } catch {
        throw FileFailure(
          path: "\(source.name):\(index + 1)",
          reason: "a document is a line of JSON with the texts id and text")
      }
    }
    return documents
  }
}
