public import StanceDiagnostics
import StanceModel

/// Reads the entries of a graph file one at a time, going on after errors. Linear.
public struct GraphFileReader {
  private var parser: Parser

  public init(_ source: SourceText) { parser = Parser(source, sentencesAre: "sentence") }

  /// What has been found wrong so far, in order of position.
  public var diagnostics: [Diagnostic] { parser.diagnostics }

  /// The next entry without a syntax error, or nil at the end of the text.
  public mutating func next() -> GraphEntry? {
    while !parser.isAtEnd {
      let isHeading = parser.at("all")
      do throws(ParseFailure) {
        guard parser.current.kind == .end else {
          return try parser.graphEntry()
        }
        parser.advance()
      } catch {
        parser.synchronize(inHeading: isHeading)
      }
    }
    return nil
  }
}

extension Parser {
  fileprivate mutating func graphEntry() throws(ParseFailure) -> GraphEntry {
    let start = current.span.start
    let kind = try graphEntryKind()
    let span = span(from: start)
    if case .heading = kind { return GraphEntry(kind: kind, span: span) }
    try expectEnd("‘.’ at the end of the sentence, or a qualifier")
    return GraphEntry(kind: kind, span: span)
  }

  private mutating func graphEntryKind() throws(ParseFailure) -> GraphEntry.Kind {
    switch currentWord {
    case "all": return try heading()
    case "graph": return try title()
    case "every": return try kindDeclaration()
    case "a", "an":
      if let name = acceptDeclaredName() { return try factAboutName(name) }
      return .relation(try relationDeclaration())
    case "source": return .source(try sourceDeclaration())
    default:
      if let name = acceptDeclaredName() { return try factAboutName(name) }
      let role = "a name, or source, every, graph, all … at the start of a sentence"
      return try factAboutName(try graphName(role))
    }
  }

  /// A name at the start of a sentence that begins like one with an article.
  private mutating func acceptDeclaredName() -> GraphName? {
    let start = current.span.start
    guard let text = acceptArticleName(unless: { $0.at("can", "or") }) else { return nil }
    return GraphName(text: NameKey.stored(text), kind: nil, span: span(from: start))
  }

  private mutating func heading() throws(ParseFailure) -> GraphEntry.Kind {
    advance()
    let found = try qualifiers()
    if found.isEmpty { throw fail(expected: "a qualifier after ‘all’") }
    try expect(.colon)
    return .heading(found)
  }

  private mutating func title() throws(ParseFailure) -> GraphEntry.Kind {
    advance()
    let name = try graphName("the name of the graph")
    guard case .quoted(let text) = current.kind else { return .title(name, nil) }
    advance()
    return .title(name, text)
  }

  private mutating func kindDeclaration() throws(ParseFailure) -> GraphEntry.Kind {
    advance()
    let kind = try freeWord("the name of a type")
    try expect("is")
    try expectArticle()
    return .kind(kind, try freeWord("a kind such as actor, place or proposal"))
  }

  private mutating func relationDeclaration() throws(ParseFailure) -> RelationSyntax {
    let subjects = try kindAlternatives()
    try expect("can")
    let verb = try freeWord("the verb in its base form")
    var particle: String?
    if let word = currentWord, Keywords.particles.contains(word) {
      particle = word
      advance()
    }
    let irregular = at(.open) ? try irregularForms() : nil
    let objects = try kindAlternatives()
    var opposite: Word?
    if accept(.comma) {
      for word in ["the", "opposite", "of"] { try expect(word) }
      opposite = try freeWord("a verb in its base form")
    }
    return RelationSyntax(
      subjects: subjects, verb: verb, particle: particle, irregular: irregular, objects: objects,
      opposite: opposite)
  }

  private mutating func irregularForms() throws(ParseFailure) -> RelationSyntax.Irregular {
    try expect(.open)
    let third = try freeWord("the -s form of the verb")
    try expect(.comma)
    let past = try freeWord("the past form of the verb")
    try expect(.close)
    return RelationSyntax.Irregular(third: third.text, past: past.text)
  }

  private mutating func kindAlternatives() throws(ParseFailure) -> [Word] {
    var kinds: [Word] = []
    repeat {
      try expectArticle()
      kinds.append(try freeWord("a kind such as actor, place or proposal"))
    } while accept("or")
    return kinds
  }

  private mutating func expectArticle() throws(ParseFailure) {
    guard accept("a") || accept("an") else { throw fail(expected: "‘a’ or ‘an’") }
  }

  private mutating func sourceDeclaration() throws(ParseFailure) -> SourceSyntax {
    advance()
    var source = SourceSyntax(name: try graphName("the name of the source"))
    if case .quoted(let title) = current.kind {
      source.title = title
      advance()
    }
    while let word = currentWord {
      advance()
      try sourceField(word, into: &source)
    }
    return source
  }

  private mutating func sourceField(
    _ word: String, into source: inout SourceSyntax
  ) throws(ParseFailure) {
    switch word {
    case "by": source.publisher = try graphName("the publisher").text
    case "on": source.date = try date()
    case "at":
      guard case .url(let url) = current.kind else {
        throw fail(expected: "an address such as <https://…>")
      }
      advance()
      source.url = url
    case "language": source.language = try self.word("a language code such as en").text
    case "file": source.file = try quotation("a file name in quotation marks")
    case "sha256": source.sha256 = try quotation("the hash in quotation marks")
    default:
      throw fail(
        Diagnostic(
          .error, .expected,
          "expected by, on, at, language, file, sha256 or the end of the sentence, found ‘\(word)’",
          at: SourceSpan(lastEnd - word.utf8.count, lastEnd)))
    }
  }

  private mutating func factAboutName(
    _ subject: GraphName
  ) throws(ParseFailure) -> GraphEntry.Kind {
    if at("is") { return .node(try nodeDeclaration(subject)) }
    if accept("has") {
      return .fact(subject, try word("an attribute such as population"), try value())
    }
    let verb = try verb()
    guard case .word = verb.kind else {
      throw fail(
        Diagnostic(.error, .expected, "expected a verb, found a variable", at: verb.span))
    }
    let object = try graphName("the object of the verb, a name")
    return .statement(
      StatementSyntax(subject: subject, verb: verb, object: object, qualifiers: try qualifiers()))
  }

  private mutating func nodeDeclaration(_ name: GraphName) throws(ParseFailure) -> NodeSyntax {
    advance()
    var node = NodeSyntax(name: name, type: nil, groups: [], aliases: [])
    if accept("a") || accept("an") { node.type = try freeWord("a type such as country or person") }
    if accept("from") {
      node.groups = try list(unless: { $0.kind == .word("also") }) {
        parser throws(ParseFailure) in try parser.group()
      }
    }
    if at(.comma), aheadWord == "also" { advance() }
    if accept("also") {
      node.aliases = try list { parser throws(ParseFailure) in try parser.graphName("an alias") }
    }
    if node.type == nil, node.groups.isEmpty, node.aliases.isEmpty {
      throw fail(expected: "a type, from … or also …")
    }
    return node
  }

  private mutating func group() throws(ParseFailure) -> NodeSyntax.Group {
    let name = try graphName("the group after ‘from’")
    let since = accept("since") ? try groupDate() : nil
    let until = accept("until") ? try groupDate() : nil
    return NodeSyntax.Group(
      name: name, since: since, until: until, span: span(from: name.span.start))
  }

  private mutating func groupDate() throws(ParseFailure) -> PartialDate {
    guard case .date(let date) = try date().kind else {
      throw fail(expected: "a date in the graph file")
    }
    return date
  }

  mutating func graphName(_ role: String) throws(ParseFailure) -> GraphName {
    let start = current.span.start
    var kind: Word?
    if accept("the"), currentWord != nil { kind = try freeWord("a kind or a name after ‘the’") }
    let text = try nameText(role)
    return GraphName(text: text, kind: kind, span: span(from: start))
  }
}
