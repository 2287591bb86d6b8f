import StanceDiagnostics
import StanceModel

/// Stands for a diagnostic that has been recorded: the sentence is given up.
struct ParseFailure: Error {}

/// A recursive-descent parser of both files and questions with two tokens of lookahead.
///
/// A sentence that fails is skipped up to its end, so that later errors are reported too. Linear in
/// the length of the text; nesting is limited to ``nestingLimit``.
struct Parser {
  /// The deepest nesting of a question.
  static let nestingLimit = 64
  /// The longest sentence of a question file, in bytes.
  static let sentenceLimit = 65536

  private var lexer: Lexer
  private(set) var current: Token
  private(set) var ahead: Token
  /// Where the token before the current one ends.
  private(set) var lastEnd = 0
  private var ownDiagnostics: [Diagnostic] = []
  private var depth = 0
  /// What a sentence of the text is called.
  private let whole: String

  init(_ source: SourceText, sentencesAre whole: String = "query") {
    self.whole = whole
    lexer = Lexer(source)
    current = lexer.next()
    ahead = lexer.next()
  }

  /// What the lexer and the parser found, in order of position.
  var diagnostics: [Diagnostic] {
    (lexer.diagnostics + ownDiagnostics).sorted { $0.span.start < $1.span.start }
  }

  /// Whether the current token is written with a capital, as a keyword may be at the start of a
  /// sentence.
  var isCapitalised: Bool {
    (0x41...0x5A).contains(lexer.source.bytes[current.span.start])
  }

  var isAtEnd: Bool { current.kind == .endOfText }

  @discardableResult
  mutating func advance() -> Token {
    let token = current
    lastEnd = token.span.end
    current = ahead
    ahead = lexer.next()
    return token
  }

  /// The span from an offset to the end of the last token taken.
  func span(from start: Int) -> SourceSpan { SourceSpan(start, max(start, lastEnd)) }

  mutating func report(_ diagnostic: Diagnostic) { ownDiagnostics.append(diagnostic) }

  mutating func fail(_ diagnostic: Diagnostic) -> ParseFailure {
    report(diagnostic)
    return ParseFailure()
  }

  /// Fails with what should have stood at the current token. A token that the lexer has reported is
  /// not reported again.
  mutating func fail(expected role: String, help: String? = nil) -> ParseFailure {
    guard current.kind != .invalid else { return ParseFailure() }
    return fail(
      Diagnostic(
        .error, .expected, "expected \(role), found \(description(of: current))", at: current.span,
        help: help))
  }

  func description(of token: Token) -> String {
    switch token.kind {
    case .end, .endOfText: "the end of the \(whole)"
    case .name, .quoted, .variable, .parameter, .number, .date, .url, .symbol, .word, .invalid:
      "‘\(lexer.source.text(token.span).prefix(60).split(separator: "\n").first ?? "")’"
    }
  }

  /// Skips to the first token after the end of the sentence, or after the colon of a heading.
  mutating func synchronize(inHeading: Bool = false) {
    let isEnd = { (kind: Token.Kind) in kind == .end || (inHeading && kind == .symbol(.colon)) }
    while !isEnd(current.kind), !isAtEnd { advance() }
    if isEnd(current.kind) { advance() }
  }

  /// Takes the end of a sentence; the last one may be left out.
  mutating func expectEnd(_ role: String) throws(ParseFailure) {
    guard !isAtEnd else { return }
    guard current.kind == .end else { throw fail(expected: role) }
    advance()
  }

  /// Runs a part of the grammar one level deeper.
  mutating func nested<Result>(
    _ parse: (inout Parser) throws(ParseFailure) -> Result
  ) throws(ParseFailure) -> Result {
    guard depth < Self.nestingLimit else {
      throw fail(
        Diagnostic(
          .error, .nestingLimit, "more than \(Self.nestingLimit) levels of nesting",
          at: current.span, help: "split the question with define"))
    }
    depth += 1
    defer { depth -= 1 }
    return try parse(&self)
  }
}

// MARK: - Looking at tokens and taking them

extension Parser {
  var currentWord: String? {
    guard case .word(let text) = current.kind else { return nil }
    return text
  }

  var aheadWord: String? {
    guard case .word(let text) = ahead.kind else { return nil }
    return text
  }

  func at(_ words: String...) -> Bool { currentWord.map(words.contains) == true }

  func at(_ symbol: Token.Symbol) -> Bool { current.kind == .symbol(symbol) }

  mutating func accept(_ word: String) -> Bool {
    guard at(word) else { return false }
    advance()
    return true
  }

  mutating func accept(_ symbol: Token.Symbol) -> Bool {
    guard at(symbol) else { return false }
    advance()
    return true
  }

  mutating func expect(_ word: String) throws(ParseFailure) {
    guard accept(word) else { throw fail(expected: "‘\(word)’") }
  }

  mutating func expect(_ symbol: Token.Symbol) throws(ParseFailure) {
    guard accept(symbol) else { throw fail(expected: "‘\(symbol.rawValue)’") }
  }

  /// Takes a lower-case word, reserved or not.
  mutating func word(_ role: String) throws(ParseFailure) -> Word {
    guard let text = currentWord else { throw fail(expected: role) }
    return Word(text, at: advance().span)
  }

  /// Takes a lower-case word that is not reserved: a kind, a level, an attribute.
  mutating func freeWord(_ role: String) throws(ParseFailure) -> Word {
    guard let text = currentWord, !Keywords.reserved.contains(text) else {
      throw fail(expected: role)
    }
    return Word(text, at: advance().span)
  }

  mutating func quotation(_ role: String) throws(ParseFailure) -> String {
    guard case .quoted(let text) = current.kind else { throw fail(expected: role) }
    advance()
    return text
  }

  mutating func wholeNumber(_ role: String) throws(ParseFailure) -> Int {
    guard case .number(.integer(let value)) = current.kind, value >= 0 else {
      throw fail(expected: role)
    }
    advance()
    return value
  }

  /// Items separated by commas. A comma is taken only where another item begins after it.
  mutating func list<Item>(
    unless isEnd: (Token) -> Bool = { _ in false },
    of item: (inout Parser) throws(ParseFailure) -> Item
  ) throws(ParseFailure) -> [Item] {
    var items = [try item(&self)]
    while at(.comma), !isEnd(ahead) {
      advance()
      items.append(try item(&self))
    }
    return items
  }
}
