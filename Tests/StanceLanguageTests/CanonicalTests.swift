import StanceDiagnostics
import StanceModel
import StanceTestSupport
import Testing

@testable import StanceLanguage

@Suite struct CanonicalTests {
  @Test(
    arguments: [
      ("Russia", "Russia"), ("European Union", "European Union"), ("EU", "EU"), ("中国", "中国"),
      ("30-day ceasefire", "\"30-day ceasefire\""), ("al-Jazeera", "\"al-Jazeera\""),
      ("Ministry of Defence", "\"Ministry of Defence\""), ("A  B", "\"A  B\""), (" A", "\" A\""),
      ("A\nB", "\"A\\nB\""), ("say \"x\"", "\"say \\\"x\\\"\""), ("a\\b", "\"a\\\\b\""),
      ("", "\"\""),
      ("A-", "\"A-\""), ("A.", "\"A.\""), ("A #b", "\"A #b\""), ("Who", "Who"),
      ("O'Brien", "O'Brien"),
      ("\u{301}A", "\"\u{301}A\""), ("A\u{7F}", "\"A\\u{7f}\""),
    ])
  func `a name is quoted where the lexer would not read it as one`(name: String, written: String) {
    #expect(quotedIfNeeded(name).utf8.elementsEqual(written.utf8))
  }

  @Test(arguments: ["All", "The Hague", "What", "Source", "Path", "A", "Graph", "Every", "Use"])
  func `a name that begins like a keyword is quoted at the start of a sentence`(name: String) {
    #expect(quotedIfNeeded(name) == name)
    #expect(quotedIfNeeded(name, startsSentence: true) == "\"\(name)\"")
  }

  static let alphabet =
    "aZ09 _-'’\"\\«»“”„?.,;:#$<>(){}éйЇßض中한ქ\u{301}\u{64E}\u{A0}\u{2014}😀\n\tuA B"

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `what is written of a name is read as that name`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let name = random.text(of: Self.alphabet, length: 0...12)
      for isFirst in [false, true] {
        let written = quotedIfNeeded(name, startsSentence: isFirst)
        #expect(
          value(of: written, isFirst: isFirst)?.utf8.elementsEqual(name.utf8) == true, "\(written)")
      }
    }
  }

  private func value(of written: String, isFirst: Bool) -> String? {
    var lexer = Lexer(SourceText(name: "x", isFirst ? written : "x " + written))
    if !isFirst { _ = lexer.next() }
    switch lexer.next().kind {
    case .name(let text), .quoted(let text): return lexer.next().kind == .endOfText ? text : nil
    default: return nil
    }
  }

  @Test(
    arguments: [
      (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.00001, "0.00001"), (0.000012345, "0.000012345"),
      (1e-20, "0.00000000000000000001"), (123456.75, "123456.75"), (1e21, "1000000000000000000000"),
      (1.5e20, "150000000000000000000"), (-0.25, "-0.25"), (1e16, "10000000000000000"),
    ])
  func `a number is written without an exponent`(number: Double, written: String) {
    #expect(plainDecimal(number) == written)
    #expect(Double(written) == number)
  }

  @Test func `a line has its qualifiers in their order`() {
    var statement = CanonicalStatement(subject: "The Hague", verb: "hosts", object: "direct talks")
    statement.date = PartialDate("2025-05-11")
    statement.speaker = "Donald Trump"
    statement.quote = "a \"b\""
    statement.condition = "c"
    statement.source = "S-1"
    statement.start = 3
    statement.end = 9
    statement.confidence = 0.00005
    #expect(
      statement.line == """
        "The Hague" hosts "direct talks" on 2025-05-11 according to Donald Trump \
        saying "a \\"b\\"" provided "c" in S-1 at 3..9 with confidence 0.00005.
        """)
    #expect(statement.line == statement.identity + " with confidence 0.00005.")
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `a line is read as the statement that it was written from`(seed: UInt64) throws {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let statement = Self.statement(&random)
      let (entries, diagnostics) = read(graph: statement.line)
      #expect(diagnostics.map(\.message).isEmpty, "\(statement.line)")
      guard case .statement(let syntax)? = entries.first?.kind, entries.count == 1 else {
        Issue.record("no statement: \(statement.line)")
        return
      }
      #expect(try Self.statement(syntax) == statement, "\(statement.line)")
    }
  }

  private static func statement(_ random: inout SeededGenerator) -> CanonicalStatement {
    var statement = CanonicalStatement(
      subject: name(&random), verb: ["rejects", "agrees with"].randomElement(using: &random) ?? "",
      object: name(&random))
    let isThere = { (random: inout SeededGenerator) in Bool.random(using: &random) }
    if isThere(&random) {
      statement.date =
        [PartialDate("2025"), PartialDate("2025-05"), PartialDate("2025-05-11")]
        .randomElement(using: &random) ?? nil
    }
    if isThere(&random) { statement.speaker = name(&random) }
    if isThere(&random) { statement.source = name(&random) }
    if isThere(&random) { statement.quote = random.text(of: alphabet, length: 0...20) }
    if isThere(&random) { statement.condition = random.text(of: alphabet, length: 0...20) }
    if isThere(&random) {
      statement.start = Int.random(in: 0...99, using: &random)
      statement.end = Int.random(in: 0...99, using: &random)
    }
    if isThere(&random) { statement.confidence = Double.random(in: 0...1, using: &random) }
    if isThere(&random) { statement.confidence = Double.random(in: 0...0.0001, using: &random) }
    return statement
  }

  /// A name in the form in which names are kept.
  private static func name(_ random: inout SeededGenerator) -> String {
    let words = ["All", "The", "Who", "A", "in", "2025"]
    let start =
      Bool.random(using: &random) ? (words.randomElement(using: &random) ?? "") + " " : "N"
    return NameKey.stored(start + random.text(of: alphabet.filter { $0 != "\n" }, length: 0...12))
  }

  private static func statement(_ syntax: StatementSyntax) throws -> CanonicalStatement {
    guard case .word(let verb) = syntax.verb.kind else { throw Unread() }
    var found = CanonicalStatement(
      subject: syntax.subject.text, verb: verb, object: syntax.object.text)
    for qualifier in syntax.qualifiers {
      switch qualifier.kind {
      case .on(let date):
        guard case .date(let date) = date.kind else { throw Unread() }
        found.date = date
      case .accordingTo(let base): found.speaker = try name(base)
      case .source(let base): found.source = try name(base)
      case .saying(let value): found.quote = try text(value)
      case .provided(let value): found.condition = try text(value)
      case .at(let start, let end): (found.start, found.end) = (start, end)
      case .with(_, _, let value):
        guard case .number(let number) = value.kind else { throw Unread() }
        found.confidence = number.double
      default: throw Unread()
      }
    }
    return found
  }

  private static func name(_ base: Referent) throws -> String {
    guard case .name(let name, _) = base.kind else { throw Unread() }
    return name
  }

  private static func text(_ value: Value) throws -> String {
    guard case .text(let text) = value.kind else { throw Unread() }
    return text
  }

  private struct Unread: Error {}
}
