public import StanceDiagnostics
package import StanceModel

/// Writes a graph file in its canonical form, with its comments, headings and groups of sentences.
///
/// The result states the same facts and formats to itself.
public struct GraphFormatter {
  private let source: SourceText
  /// The -s form for each form of a verb that the file itself tells.
  private var verbs: [String: String] = [:]

  public init(_ source: SourceText) { self.source = source }

  /// The canonical text. Linear, but for the sorting of qualifiers.
  ///
  /// - Throws: everything that is wrong with the syntax of the text.
  public mutating func text() throws(DiagnosedText) -> String {
    try collectVerbs()
    var layout = CanonicalLayout()
    var scanner = SentenceScanner(source, hasHeadings: true)
    var reader = GraphFileReader(source)
    while let sentence = scanner.next() {
      layout.addComments(sentence.lead)
      guard !sentence.tokens.isEmpty, let entry = reader.next() else { continue }
      layout.addBlankLine(where: sentence.followsBlankLine)
      let isHeading = if case .heading = entry.kind { true } else { false }
      layout.add(
        pieces(entry.kind, sentence.tokens), end: isHeading ? ":" : ".", comments: sentence.inner)
    }
    return layout.text
  }

  /// Reads the whole file once, for its errors and its verbs.
  private mutating func collectVerbs() throws(DiagnosedText) {
    var forms = Relation.builtIn.map(\.forms)
    var reader = GraphFileReader(source)
    while let entry = reader.next() {
      if case .relation(let relation) = entry.kind { forms.append(relation.forms) }
    }
    guard reader.diagnostics.isEmpty else {
      throw DiagnosedText(source: source, diagnostics: reader.diagnostics)
    }
    for form in forms.reversed() {
      for text in form.all { verbs[text] = form.third }
    }
  }

  // MARK: - The parts of a sentence

  private func pieces(_ entry: GraphEntry.Kind, _ tokens: [Token]) -> [Piece] {
    switch entry {
    case .statement(let statement): pieces(statement)
    case .heading(let qualifiers):
      [Piece(text: "all", start: tokens[0].span.start, rank: -1)] + qualifiers.map(piece)
    case .source: DeclarationPieces(tokens, of: source).source
    case .node: DeclarationPieces(tokens, of: source).node
    case .title: DeclarationPieces(tokens, of: source).title
    case .fact: DeclarationPieces(tokens, of: source).fact
    case .kind, .relation: DeclarationPieces(tokens, of: source).schema
    }
  }

  private func pieces(_ statement: StatementSyntax) -> [Piece] {
    var verb = statement.verb.text
    if let third = verbs[verb] { verb = third }
    let head = [
      Piece(
        text: statement.subject.written(startsSentence: true),
        start: statement.subject.span.start, rank: -1),
      Piece(text: verb, start: statement.verb.span.start, rank: -1, mayBreak: false),
      Piece(
        text: statement.object.written(), start: statement.object.span.start, rank: -1,
        mayBreak: false),
    ]
    return head + statement.qualifiers.map(piece)
  }

  private func piece(_ qualifier: Qualifier) -> Piece {
    Piece(text: text(of: qualifier), start: qualifier.span.start, rank: qualifier.rank)
  }

  private func text(of qualifier: Qualifier) -> String {
    switch qualifier.kind {
    case .saying(let value): "saying \(words(value))"
    case .provided(let value): "provided \(words(value))"
    case .with(let field, nil, let value) where field.text == "confidence":
      "with confidence \(confidence(value))"
    case .on, .onVariable, .since, .until, .before, .after, .between, .when, .accordingTo, .source,
      .inParameter, .with, .at, .named:
      QuestionPrinter(.canonical).print(qualifier)
    }
  }

  /// A confidence, of which 1 and 1.0 are the same.
  private func confidence(_ value: Value) -> String {
    guard case .number(let number) = value.kind else {
      return QuestionPrinter(.canonical).print(value)
    }
    return plainDecimal(number.double)
  }

  /// Words as they are written: those that span lines byte for byte, others between plain marks.
  private func words(_ value: Value) -> String {
    guard case .text(let text) = value.kind else {
      return QuestionPrinter(.canonical).print(value)
    }
    return source.quotation(text, at: value.span)
  }
}

extension SourceText {
  /// A quotation with its value at a place of this text, as the canonical form writes it.
  func quotation(_ value: String, at span: SourceSpan) -> String {
    let spansLines = bytes[span.start..<span.end].contains(0x0A)
    return spansLines ? text(span) : quoted(value)
  }
}

extension GraphName {
  /// The name as it is written in the canonical form, with its type where it has one.
  func written(startsSentence: Bool = false) -> String {
    guard let kind else { return quotedIfNeeded(text, startsSentence: startsSentence) }
    return "the \(kind.text) \(quotedIfNeeded(text))"
  }
}

extension Verb {
  /// The verb as written, or the sign and name of a variable.
  var text: String {
    switch kind {
    case .word(let text): text
    case .variable(let name): "?\(name)"
    case .parameter(let name): "$\(name)"
    }
  }
}

extension RelationSyntax {
  /// The forms of the verb that the sentence declares.
  package var forms: VerbForms {
    guard let irregular else { return VerbForms(base: verb.text, particle: particle) }
    return VerbForms(
      base: verb.text, third: irregular.third, past: irregular.past, particle: particle)
  }
}
