public import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceModel
internal import StanceQuery
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
      Reads plain text, web pages, or JSON Lines of documents with id, title, date, source and text.
      What it suggests is a graph file to be reviewed: each statement with its words, its place in
      the text, a confidence and the reason.

        stance read article.txt --date 2025-05-11 -o draft.stance
        stance read article.html --text article.txt -o draft.stance
        stance read articles.jsonl --format jsonl
      """)

  @Argument(help: "Articles, or - for standard input.")
  var articles: [String]

  @Option(help: "stance (a graph file) or jsonl (a line of data for each article).")
  var format = DraftForm.stance

  @Option(help: "text (as they stand in the article) or usefulness (the surest first).")
  var order = DraftGraph.Order.text

  @Option(help: "A graph whose names are used and that merges are proposed with; may be repeated.")
  var against: [String] = []

  @OptionGroup(title: "Options of one article") var given: GivenMetadata

  @Option(help: "A file of further words and frames; may be repeated.")
  var lexicon: [String] = []

  @Option(name: .shortAndLong, help: "Writes to a file; - is standard output.")
  var output: String?

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func run() throws {
    try reporting(diagnostics) {
      let reader = ArticleReader(lexicon: try words())
      let documents = try NewsDocument.all(articles)
      if documents.count != 1, let option = given.optionOfOneArticle {
        throw ValidationError("\(option) is for one article; here are \(documents.count)")
      }
      var outputs = OutputCollection()
      outputs.add(try written(documents.map { given.applied(to: $0) }, reader), to: place)
      if format == .stance, given.text == nil, documents.contains(where: \.isWithoutFile) {
        StandardStreams.complain(
          "note: the offsets count in text that no file holds; --text FILE keeps it")
      }
      if let text = given.text, let document = documents.first {
        outputs.add(document.article.text, to: text)
      }
      try outputs.write(protecting: against + articles.filter { $0 != "-" })
    }
  }

  /// The file to write, or nil for standard output.
  private var place: String? { output == "-" ? nil : output }

  private func written(_ documents: [NewsDocument], _ reader: ArticleReader) throws -> String {
    switch format {
    case .jsonl:
      return documents.map { document in
        PredictionLines.line(for: reader.read(document.article), of: document.article) + "\n"
      }.joined()
    case .stance:
      let known =
        try against.isEmpty ? KnownNames() : KnownNames(GraphFiles.open(against, diagnostics))
      let drafts = documents.map { document in
        DraftArticle(
          article: document.article, reading: reader.read(document.article),
          source: document.source(given, besides: place))
      }
      return DraftGraph(order: order, known: known).text(of: drafts)
    }
  }

  private func words() throws -> Lexicon {
    var words = Lexicon.builtIn
    for path in lexicon {
      let text = try InputFile.read(path)
      let problems = words.add(text)
      guard problems.isEmpty else {
        report([DiagnosedText(source: text, diagnostics: problems)], diagnostics)
        throw ExitStatus.languageError
      }
    }
    return words
  }
}

/// What the command line says of an article; it goes before what the article says itself.
struct GivenMetadata: ParsableArguments {
  @Option(help: "The day of publication, such as 2025-05-11.")
  var date: String?

  @Option(help: "The title of the article.")
  var title: String?

  @Option(help: "Who published it.")
  var publisher: String?

  @Option(help: "Where it stands on the web.")
  var url: String?

  @Option(help: "Writes the text that was read, in which the offsets count, to a file.")
  var text: String?

  func validate() throws {
    if let date, PartialDate(date) == nil {
      throw ValidationError("--date takes yyyy-mm-dd, yyyy-mm or yyyy")
    }
    if let url, !url.hasPrefix("http://"), !url.hasPrefix("https://") {
      throw ValidationError("--url takes an address such as https://example.org/talks")
    }
    if text == "-" { throw ValidationError("--text takes a file") }
  }

  /// An option that cannot be meant for several articles.
  var optionOfOneArticle: String? {
    if title != nil { return "--title" }
    if url != nil { return "--url" }
    return text == nil ? nil : "--text"
  }

  func applied(to document: NewsDocument) -> NewsDocument {
    var document = document
    document.article.title = title ?? document.article.title
    document.article.date =
      date.flatMap { PartialDate($0) } ?? document.article.date
      ?? ArticleReader.day(of: document.article.text)
    document.article.source = publisher ?? document.article.source
    document.url = url ?? document.url
    return document
  }
}

extension KnownNames {
  /// The names of a graph.
  fileprivate init(_ graph: Graph) throws {
    self.init()
    for (key, node) in try graph.names() {
      add(key: key, of: KnownNode(name: node.name, kind: node.kind, type: node.type))
    }
  }
}
