public import StanceModel

/// What a draft says of the file that an article was read from.
public struct DraftSource: Sendable {
  public var name: String
  public var title: String?
  public var publisher: String?
  public var date: PartialDate?
  public var url: String?
  public var file: String?
  /// The SHA-256 of the file's bytes in lower-case hexadecimal.
  public var sha256: String?

  public init(
    name: String, title: String? = nil, publisher: String? = nil, date: PartialDate? = nil,
    url: String? = nil, file: String? = nil, sha256: String? = nil
  ) {
    self.name = name
    self.title = title
    self.publisher = publisher
    self.date = date
    self.url = url
    self.file = file
    self.sha256 = sha256
  }
}

/// Prints a reading as a graph file for review: the source, the actors with aliases and
/// affiliations, and each suggestion with its reason.
public struct DraftGraph: Sendable {
  public enum Order: String, CaseIterable, Sendable {
    case text
    /// The surest suggestions first.
    case usefulness
  }

  /// How the language writes a name and a text in quotation marks.
  public struct Spelling: Sendable {
    var name: @Sendable (String) -> String
    var quotation: @Sendable (String) -> String

    public init(
      name: @escaping @Sendable (String) -> String,
      quotation: @escaping @Sendable (String) -> String
    ) {
      self.name = name
      self.quotation = quotation
    }
  }

  private let spelling: Spelling
  private let order: Order

  public init(spelling: Spelling, order: Order = .text) {
    self.spelling = spelling
    self.order = order
  }

  /// The text of the graph file. Negated stances stand in comments, as a graph states only what is
  /// held.
  public func text(of reading: Reading, article: Article, source: DraftSource) -> String {
    let scalars = Array(article.text.unicodeScalars)
    var lines = [sourceLine(source), ""]
    lines += nodeLines(reading)
    let heading = ["in \(spelling.name(source.name))"] + (source.date.map { ["on \($0)"] } ?? [])
    lines += ["", "all \(heading.joined(separator: ", ")):"]
    for statement in ordered(reading.statements) {
      lines.append("")
      lines += statementLines(statement, scalars, source)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func ordered(_ statements: [SuggestedStatement]) -> [SuggestedStatement] {
    guard order == .usefulness else { return statements }
    return statements.enumerated().sorted { one, other in
      (-one.element.confidence, one.offset) < (-other.element.confidence, other.offset)
    }.map(\.element)
  }

  private func sourceLine(_ source: DraftSource) -> String {
    var line = "source \(spelling.name(source.name))"
    if let title = source.title { line += " \(spelling.quotation(title))" }
    if let publisher = source.publisher { line += " by \(spelling.name(publisher))" }
    if let date = source.date { line += " on \(date)" }
    if let url = source.url { line += " at <\(url)>" }
    if let file = source.file { line += " file \(spelling.quotation(file))" }
    if let sha256 = source.sha256 { line += " sha256 \(spelling.quotation(sha256))" }
    return line + "."
  }

  // MARK: - Nodes

  /// The actors that some statement names, with what they belong to.
  private func nodeLines(_ reading: Reading) -> [String] {
    let byName = Dictionary(reading.actors.map { ($0.name, $0) }) { first, _ in first }
    var wanted = Set(reading.statements.flatMap { [$0.holder, $0.speaker ?? $0.holder] })
    var added = wanted
    while !added.isEmpty {
      added = Set(added.compactMap { byName[$0]?.affiliation }).subtracting(wanted)
      wanted.formUnion(added)
    }
    let known = Set(byName.keys)
    let actors =
      reading.actors.filter { wanted.contains($0.name) }
      + wanted.subtracting(known).sorted().map {
        ReadActor(name: $0, kind: .organization, aliases: [], affiliation: nil)
      }
    return actors.map { nodeLine($0, byName) }
  }

  private func nodeLine(_ actor: ReadActor, _ byName: [String: ReadActor]) -> String {
    var line = "\(spelling.name(actor.name)) is \(withArticle(type(of: actor)))"
    if let group = actor.affiliation, !isCircular(actor.name, group, byName) {
      line += " from \(spelling.name(group))"
    }
    let aliases = actor.aliases.filter { $0 != actor.name }
    if !aliases.isEmpty { line += ", also \(aliases.map(spelling.name).joined(separator: ", "))" }
    return line + "."
  }

  private func type(of actor: ReadActor) -> String {
    switch actor.kind {
    case .person: "person"
    case .organization: "organization"
    case .country: actor.affiliation == nil ? "country" : "organization"
    case .bloc: actor.affiliation == nil ? "bloc" : "organization"
    case .group: "actor"
    }
  }

  /// Whether a group belongs, over any number of steps, to its member.
  private func isCircular(_ member: String, _ group: String, _ byName: [String: ReadActor]) -> Bool
  {
    var current: String? = group
    for _ in 0...byName.count {
      guard let name = current else { return false }
      if name == member { return true }
      current = byName[name]?.affiliation
    }
    return true
  }

  // MARK: - Statements

  private func statementLines(
    _ statement: SuggestedStatement, _ scalars: [Unicode.Scalar], _ source: DraftSource
  ) -> [String] {
    let reasons = statement.reasons.joined(separator: "; ")
    var comments = ["# \(oneLine(reasons))"]
    if let antecedent = statement.otherTargets.first {
      comments.append("# perhaps \(spelling.name(antecedent))")
    }
    let sentence = entry(statement, scalars, source)
    guard statement.polarity == .affirmed else {
      return comments + ["# not held, according to the text:"] + sentence.map { "# \($0)" }
    }
    return comments + sentence
  }

  private func entry(
    _ statement: SuggestedStatement, _ scalars: [Unicode.Scalar], _ source: DraftSource
  ) -> [String] {
    let verb = statement.relation.rawValue
    let evidence = statement.quote ?? statement.sentence
    let words = text(evidence, scalars)
    var qualifiers: [String] = []
    if let date = statement.date, date != source.date { qualifiers.append("on \(date)") }
    if let speaker = statement.speaker {
      qualifiers.append("according to \(spelling.name(speaker))")
    }
    if let condition = statement.condition {
      qualifiers.append("provided \(spelling.quotation(text(condition, scalars)))")
    }
    qualifiers.append("with confidence \(statement.confidence)")
    return [
      "\(spelling.name(statement.holder)) \(verb) \(spelling.name(statement.target))",
      "  saying \(spelling.quotation(words)) at \(evidence.start)..\(evidence.end)",
      "  \(qualifiers.joined(separator: ", ")).",
    ]
  }

  private func text(_ span: TextSpan, _ scalars: [Unicode.Scalar]) -> String {
    String(String.UnicodeScalarView(scalars[span.start..<span.end]))
  }

  private func oneLine(_ text: String) -> String {
    String(text.map { $0.isNewline ? " " : $0 })
  }
}
