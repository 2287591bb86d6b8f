internal import StanceLanguage
internal import StanceModel

/// Prints what was read as a graph file for review: the sources, the actors with other names and
/// groups, the proposals, and each suggestion with its reason. The language takes whatever comes out.
public struct DraftGraph: Sendable {
  public enum Order: String, CaseIterable, Sendable {
    case text
    /// The surest suggestions of an article first.
    case usefulness
  }

  private let order: Order
  private let known: KnownNames

  /// - Parameter known: the names of a graph by which actors and proposals are called, where they
  ///   are the same, and to which the draft may be added.
  public init(order: Order = .text, known: KnownNames = KnownNames()) {
    self.order = order
    self.known = known
  }

  /// The text of the graph file. What a graph cannot state stands in comments: stances that the
  /// text denies, and those of which it is open what they are about.
  public func text(of articles: [DraftArticle]) -> String {
    var names = DraftNames(known: known)
    for article in articles { names.add(Self.wanted(article.reading), of: article.reading) }
    var sources = SourceNames()
    var headers: [String] = []
    var bodies: [String] = []
    for article in articles {
      let name = sources.unique(article.source.name)
      headers.append(sourceLine(article.source, name))
      bodies += section(article, name, &names)
    }
    let declarations = (names.actors + names.proposals).flatMap(lines)
    let parts = [headers, declarations.isEmpty ? [] : [""] + declarations, bodies]
    return parts.flatMap(\.self).joined(separator: "\n") + "\n"
  }

  /// The actors that statements name.
  private static func wanted(_ reading: Reading) -> [String] {
    let used = Set(reading.statements.flatMap { [$0.holder, $0.speaker ?? $0.holder] })
    let listed = reading.actors.map(\.name).filter(used.contains)
    return listed + used.subtracting(listed).sorted()
  }

  // MARK: - Declarations

  private func sourceLine(_ source: DraftSource, _ name: String) -> String {
    var line = "source \(quotedIfNeeded(name))"
    if let title = source.title.flatMap(DraftText.title) { line += " \(title)" }
    if let publisher = source.publisher.flatMap(DraftText.name) {
      line += " by \(quotedIfNeeded(publisher))"
    }
    if let date = source.date { line += " on \(date)" }
    if let address = source.url.flatMap(DraftText.address) { line += " at \(address)" }
    line += " language en"
    if let file = source.file.flatMap(DraftText.quotation) { line += " file \(file)" }
    if let sha256 = source.sha256 { line += " sha256 \(quoted(sha256))" }
    return line + "."
  }

  private func lines(_ declaration: DraftNames.Declaration) -> [String] {
    var line = quotedIfNeeded(declaration.name, startsSentence: true)
    line += " is \(withArticle(declaration.type))"
    if let group = declaration.group { line += " from \(quotedIfNeeded(group))" }
    if !declaration.aliases.isEmpty {
      line += ", also \(declaration.aliases.map { quotedIfNeeded($0) }.joined(separator: ", "))"
    }
    return declaration.comments.map(DraftText.comment) + [line + "."]
  }

  // MARK: - Statements

  /// The heading of an article and its statements.
  private func section(
    _ article: DraftArticle, _ name: String, _ names: inout DraftNames
  ) -> [String] {
    let scalars = Array(article.article.text.unicodeScalars)
    let date = article.source.date.map { ", on \($0)" } ?? ""
    var lines = ["", "all in \(quotedIfNeeded(name))\(date):"]
    for statement in ordered(article.reading.statements) {
      let suggestion = DraftSuggestion(
        statement: statement, scalars: scalars, source: article.source)
      lines += [""] + suggestion.lines(&names)
    }
    return lines
  }

  private func ordered(_ statements: [SuggestedStatement]) -> [SuggestedStatement] {
    guard order == .usefulness else { return statements }
    return statements.enumerated().sorted { one, other in
      (-one.element.confidence, one.offset) < (-other.element.confidence, other.offset)
    }.map(\.element)
  }
}

/// Names for sources that differ from each other.
private struct SourceNames {
  private var taken: Set<String> = []

  mutating func unique(_ name: String) -> String {
    let name = DraftText.name(name) ?? "article"
    var number = 1
    while true {
      let candidate = number == 1 ? name : "\(name) \(number)"
      if taken.insert(NameKey.key(candidate)).inserted { return candidate }
      number += 1
    }
  }
}
