import Foundation
import StanceDiagnostics
import StanceGraph
import StanceModel
import StanceQuery
import StanceReader
import StanceTestSupport
import Testing

/// What a draft calls things, alone and against a graph.
@Suite struct DraftTests {
  private func article(_ text: String, _ name: String = "A") -> DraftArticle {
    let article = Article(id: name, text: text)
    return DraftArticle(
      article: article, reading: ArticleReader().read(article), source: DraftSource(name: name))
  }

  private func lines(_ texts: String..., known: KnownNames = KnownNames()) -> [String] {
    let draft = DraftGraph(known: known).text(of: texts.map { article($0) })
    return draft.split(separator: "\n").map(String.init)
  }

  private func names(_ nodes: (String, NodeKind, String)...) -> KnownNames {
    var known = KnownNames()
    for (name, kind, type) in nodes {
      known.add(key: NameKey.key(name), of: KnownNode(name: name, kind: kind, type: type))
    }
    return known
  }

  // MARK: - Alone

  @Test func `the same actor of two articles is declared once`() {
    let lines = lines("Norway rejects the dam.", "Norway backs the bridge.")
    #expect(lines.filter { $0 == "Norway is a country." }.count == 1)
    #expect(
      lines.filter { $0.hasPrefix("source ") } == [
        "source A language en.", "source \"A 2\" language en.",
      ])
  }

  @Test func `a proposal is named without its article`() {
    #expect(lines("Norway rejects the dam.").contains("Norway rejects \"dam\""))
  }

  @Test func `what is called like an actor gets a name of its own`() {
    #expect(
      lines("Peru rejects Norway. Norway left.").contains("Peru rejects \"Norway (proposal)\""))
  }

  @Test func `a pronoun stands for what was spoken of, and says so`() {
    let lines = lines("Norway proposed a dam. Peru rejects it.")
    #expect(lines.contains("Peru rejects \"dam\""))
    #expect(lines.contains("# ‘it’ is taken for “a dam”"))
  }

  @Test func `a pronoun that means nothing nearby is left to the reader`() {
    let lines = lines("Peru rejects it.")
    #expect(lines.contains("# what ‘it’ means is not told nearby:"))
    #expect(lines.contains("# Peru rejects \"it\""))
  }

  @Test(arguments: [
    ("Peru backs a dam. Norway backs the big dam.", "# perhaps a kind of “dam”, which says less"),
    (
      "Peru backs a truce. Norway backs the ceasefire.",
      "# perhaps the same as “truce”: no word of one contradicts the other"
    ),
    (
      "Peru backs a truce. Norway rejects the idea of a truce.",
      "# perhaps the same as “truce”: no word of one contradicts the other"
    ),
    ("Peru backs the big dam. Norway backs a dam.", "# “big dam” is perhaps a kind of it"),
  ])
  func `merges are proposed in comments`(_ text: String, _ comment: String) {
    #expect(lines(text).contains(comment))
  }

  @Test func `details that differ are no merge`() {
    let lines = lines("Peru backs a 30-day truce. Norway backs an immediate truce.")
    #expect(!lines.contains { $0.hasPrefix("# perhaps") })
  }

  // MARK: - Against a graph

  @Test func `an alias of the graph is replaced by the name, with a note`() {
    var known = names(("Kingdom of Norway", .actor, "country"))
    known.add(
      key: "norway", of: KnownNode(name: "Kingdom of Norway", kind: .actor, type: "country"))
    let lines = lines("Norway rejects the dam.", known: known)
    #expect(
      lines.contains("Kingdom of Norway rejects \"dam\"")
        || lines.contains("\"Kingdom of Norway\" rejects \"dam\""))
    #expect(lines.contains("# ‘Norway’ is “Kingdom of Norway” of the graph"))
  }

  @Test func `a person with a known last name is proposed as the same`() {
    let known = names(("Vladimir Petrov", .actor, "person"))
    let lines = lines("Kremlin spokesperson Igor Petrov rejects the dam.", known: known)
    #expect(lines.contains { $0.hasPrefix("# perhaps “Vladimir Petrov” of the graph") })
    #expect(lines.contains("Igor Petrov rejects \"dam\""))
  }

  @Test func `a name that means two things gets a name of its own`() {
    let known = names(("Norway", .actor, "country"), ("norway", .actor, "organization"))
    let lines = lines("Norway rejects the dam.", known: known)
    #expect(lines.contains("\"Norway (which one?)\" rejects \"dam\""))
  }

  @Test func `a name that is no actor in the graph gets a name of its own`() {
    let known = names(("Norway", .proposal, "plan"))
    let lines = lines("Norway rejects the dam.", known: known)
    #expect(lines.contains("\"Norway (actor)\" rejects \"dam\""))
  }

  @Test func `a proposal of the graph keeps its name and type`() {
    let known = names(("Dam", .proposal, "plan"))
    let lines = lines("Norway rejects the dam.", known: known)
    #expect(lines.contains("Dam is a plan."))
    #expect(lines.contains("Norway rejects Dam"))
  }

  @Test func `a proposal like one of the graph is proposed as a kind of it`() {
    let known = names(("ceasefire", .proposal, "plan"))
    let lines = lines("Norway rejects the 30-day truce.", known: known)
    #expect(lines.contains("# perhaps a kind of “ceasefire” of the graph, which says less"))
  }

  // MARK: - Whatever comes

  @Test(arguments: [
    "All rejects the plan. What backs the dam? Source rejects it.",
    "\u{202E}Norway\u{202C} rejects the \u{200B}dam.", "Norway\u{1} rejects the dam\u{7F}.",
    "Norway rejects the \"plan\\with\" dam.", "Norway\r\nrejects\r\nthe dam.",
    "No\u{308}rway rejects the dam.", "\u{FEFF}Norway rejects the dam.",
    "Norway rejects the " + String(repeating: "very ", count: 2000) + "big dam.",
    "Norway rejects Norway. Norway’s plan for Norway is Norway.",
    "Ana Paz of Norway, the head of Ana Paz, rejects Ana Paz.",
    "The Dam Party rejects the Dam Party. The dam party backs the Dam Party.",
    "",
  ])
  func `any text makes a draft that is imported strictly`(_ text: String) throws {
    try load([article(text), article(text)])
  }

  @Test(arguments: 0..<40)
  func `random texts make drafts that are imported strictly`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let texts = (0..<3).map { _ in OddText.text(&generator) }
    let articles = texts.enumerated().map { article($0.element, "A\($0.offset % 2)") }
    try load(articles)
    let (graph, _) = try Graph.load([SourceText(name: "known", OddText.graph)])
    var known = KnownNames()
    for (key, node) in try graph.names() {
      known.add(key: key, of: KnownNode(name: node.name, kind: node.kind, type: node.type))
    }
    try load(articles, known: known, beside: OddText.graph)
  }

  /// Loads the draft, strictly and together with a graph; what is wrong fails the test.
  private func load(
    _ articles: [DraftArticle], known: KnownNames = KnownNames(), beside graph: String = ""
  ) throws {
    for order in DraftGraph.Order.allCases {
      let text = DraftGraph(order: order, known: known).text(of: articles)
      let files = [SourceText(name: "graph", graph), SourceText(name: "draft", text)]
      do {
        _ = try Graph.load(files, options: ImportOptions(isStrict: true))
      } catch let refused as ImportRefused {
        let problems = refused.report.diagnostics.map { $0.rendered() }.joined()
        Issue.record("\(problems)\n\(text)")
      }
    }
  }
}

/// Sentences put together from names, verbs, objects and marks that are seldom seen together.
enum OddText {
  static let graph = """
    Norway is a country, also "Oslo". Ana Paz is a person from Norway, also Paz.
    "the Dam" is a plan. "Bergen" is a city. "Paz Dam" is a proposal, also Oslo.
    """

  private static let names = [
    "Norway", "Oslo", "Bergen", "Ana Paz", "Paz", "Mayor Ben Ito", "The Greens", "Nato", "U.S.",
    "the Dam", "All", "Who", "He", "It", "They", "Norway’s ally",
    "Kremlin spokesperson Igor Petrov",
    "the “Dam” Party", "\u{5D0}\u{5D1}", "Ø\u{301}rsted", "30 states", "x", "The", "İstanbul",
    "ﬁnn",
  ]
  private static let verbs = [
    "rejects", "backs", "no longer supports", "proposed", "called for", "said it would host",
    "refused to support", "and", "said", "voted against", "urged Oslo to accept", "'s plan for",
    "did not rule out", "offered to host", "is ready to accept",
  ]
  private static let objects = [
    "the dam", "a 30-day truce", "it", "the idea of a dam", "talks in Oslo", "Norway", "Ana Paz",
    "“the dam", "the dam”", "\"the dam\"", "the\u{0}dam", "that", "the plan if it rains", "Dam",
    "the Dam",
    "a dam \u{202E}mad", "no dam", "the dam, the bridge and talks", "", "Oslo’s dam\\", "all",
  ]
  private static let marks = [
    ". ", ".\n\n", "” ", "\r\n", ", ", "? ", " — ", "; ", ".” ", "\n", "\u{85}",
  ]

  static func text(_ generator: inout SeededGenerator) -> String {
    (0..<12).map { _ in
      let parts = [names, verbs, objects].compactMap { $0.randomElement(using: &generator) }
      return parts.joined(separator: " ") + (marks.randomElement(using: &generator) ?? "")
    }.joined()
  }
}
