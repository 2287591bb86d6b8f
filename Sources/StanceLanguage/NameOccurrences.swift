import StanceDiagnostics
import StanceModel

/// Every place of a graph file where a thing of the graph is named.
struct NameOccurrences {
  struct Occurrence {
    /// What names are compared by.
    var key: String
    var name: String
    /// The name alone, without `the` and a type.
    var span: SourceSpan
    var startsSentence: Bool
  }

  /// A sentence such as `Russia is a country, also RU.`
  struct Declaration {
    var subject: Occurrence
    var hasType: Bool
    /// The keys of the groups with the places of their names and dates.
    var groups: [(key: String, span: SourceSpan)]
    var aliases: [Occurrence]
    /// Where the sentence ends, before its full stop.
    var end: Int

    var endSpan: SourceSpan { SourceSpan(end, end) }
  }

  let source: SourceText
  /// The names of things, other than aliases where they are declared.
  private(set) var names: [Occurrence] = []
  private(set) var declarations: [Declaration] = []
  /// The token of each name by its end. A name with a type ends where its token does.
  private var tokens: [Int: SourceSpan] = [:]

  /// - Throws: everything that is wrong with the syntax of the text.
  init(_ source: SourceText) throws(DiagnosedText) {
    self.source = source
    var lexer = Lexer(source)
    while true {
      let token = lexer.next()
      if token.isName { tokens[token.span.end] = token.span }
      if token.kind == .endOfText { break }
    }
    var reader = GraphFileReader(source)
    while let entry = reader.next() { collect(entry) }
    tokens = [:]
    guard reader.diagnostics.isEmpty else {
      throw DiagnosedText(source: source, diagnostics: reader.diagnostics)
    }
  }

  private mutating func collect(_ entry: GraphEntry) {
    let start = entry.span.start
    switch entry.kind {
    case .heading(let qualifiers): collect(qualifiers)
    case .fact(let name, _, _): names.append(occurrence(name, start))
    case .statement(let statement):
      names.append(occurrence(statement.subject, start))
      names.append(occurrence(statement.object, start))
      collect(statement.qualifiers)
    case .node(let node):
      let subject = occurrence(node.name, start)
      names.append(subject)
      names += node.groups.map { occurrence($0.name, start) }
      declarations.append(
        Declaration(
          subject: subject, hasType: node.type != nil,
          groups: node.groups.map { (NameKey.key($0.name.text), $0.span) },
          aliases: node.aliases.map { occurrence($0, start) }, end: entry.span.end))
    case .title, .kind, .relation, .source: return
    }
  }

  private mutating func collect(_ qualifiers: [Qualifier]) {
    for case .accordingTo(let base) in qualifiers.map(\.kind) {
      guard case .name(let name, let kind) = base.kind else { continue }
      names.append(occurrence(GraphName(text: name, kind: kind, span: base.span), -1))
    }
  }

  private func occurrence(_ name: GraphName, _ sentence: Int) -> Occurrence {
    let span = tokens[name.span.end] ?? name.span
    return Occurrence(
      key: NameKey.key(name.text), name: name.text, span: span,
      startsSentence: span.start == sentence)
  }
}
