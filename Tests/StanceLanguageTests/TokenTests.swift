import StanceDiagnostics
import StanceModel
import StanceTestSupport
import Testing

@testable import StanceLanguage

/// The tokens of section 2.2 of the language, with where they stand.
@Suite struct TokenTests {
  @Test(
    arguments: [
      ("rejects", [.word("rejects")]), ("abstained-on", [.word("abstained-on")]),
      ("don't", [.word("don't")]), ("x_1", [.word("x_1")]), ("naïve", [.word("naïve")]),
      ("x European Union y", [.word("x"), .name("European Union"), .word("y")]),
      ("x European\nUnion", [.word("x"), .name("European"), .name("Union")]),
      ("x European\u{A0}Union", [.word("x"), .name("European Union")]),
      ("x O’Brien Al-Jazeera", [.word("x"), .name("O’Brien Al-Jazeera")]),
      ("x Ministry of Defence", [.word("x"), .name("Ministry"), .word("of"), .name("Defence")]),
      ("x Россия 中国 საქართველო", [.word("x"), .name("Россия 中国 საქართველო")]),
      ("x россия", [.word("x"), .name("россия")]), ("x العراق", [.word("x"), .name("العراق")]),
      ("x हिन्दी", [.word("x"), .name("हिन्दी")]), ("x Ångström", [.word("x"), .name("Ångström")]),
      ("x e\u{301}A", [.word("x"), .word("e\u{301}A")]),
      ("x ÉA", [.word("x"), .name("ÉA")]),
      ("x A-", [.word("x"), .name("A"), .invalid]),
      ("Who WHO who", [.word("who"), .name("WHO"), .word("who")]),
      ("x Who", [.word("x"), .name("Who")]), ("Whose", [.name("Whose")]),
      ("x. Who", [.word("x"), .end, .word("who")]),
      ("x: Who", [.word("x"), .symbol(.colon), .word("who")]),
      ("?x ?Y_2", [.variable("x"), .variable("Y_2")]), ("$p", [.parameter("p")]),
      ("x?", [.word("x"), .end]), ("x ? y", [.word("x"), .end, .word("y")]),
      ("?s.date", [.variable("s"), .symbol(.dot), .word("date")]),
      ("?s. x", [.variable("s"), .end, .word("x")]), ("x;y", [.word("x"), .end, .word("y")]),
      ("x.)", [.word("x"), .end, .symbol(.close)]), ("x.# y", [.word("x"), .end]),
      ("1..2", [.number(.integer(1)), .symbol(.range), .number(.integer(2))]),
      ("1 .. 2", [.number(.integer(1)), .symbol(.range), .number(.integer(2))]),
      ("0.50", [.number(.real(0.5))]), ("-3", [.number(.integer(-3))]),
      ("007", [.number(.integer(7))]),
      ("2025", [.number(.integer(2025))]), ("2025.", [.number(.integer(2025)), .end]),
      ("-2025-05", [.invalid]),
      (
        "= != < <= > >=",
        [
          .symbol(.equal), .symbol(.notEqual), .symbol(.less), .symbol(.lessOrEqual),
          .symbol(.greater), .symbol(.greaterOrEqual),
        ]
      ),
      ("<https://x.org/?q=1#a>", [.url("https://x.org/?q=1#a")]),
      ("x <y", [.word("x"), .symbol(.less), .word("y")]),
      ("\"a\"", [.quoted("a")]), ("“a”", [.quoted("a")]), ("„a“", [.quoted("a")]),
      ("«a»", [.quoted("a")]), ("“a \"b\"”", [.quoted("a \"b\"")]),
      ("\"\"\"a\n\"b\" \\n\"\"\"", [.quoted("a\n\"b\" \\n")]), ("\"\"", [.quoted("")]),
      ("\"\\u{1F600}\"", [.quoted("😀")]), ("\"a\" \"b\"", [.quoted("a"), .quoted("b")]),
      ("# all of it", []), ("x # y\r\nz", [.word("x"), .word("z")]),
      ("x\t\r\n\u{202F}\u{2009}y", [.word("x"), .word("y")]), ("\u{FEFF}Who", [.word("who")]),
      ("", []), ("\u{FEFF}", []),
    ] as [(String, [Token.Kind])])
  func `a text has its tokens`(text: String, kinds: [Token.Kind]) {
    let found = tokens(text).map(\.kind)
    #expect(found == kinds, "\(found)")
  }

  @Test(
    arguments: [
      ("2025", 20_250_101, 20_251_231), ("2025-05", 20_250_501, 20_250_531),
      ("2024-02", 20_240_201, 20_240_229), ("2025-05-11", 20_250_511, 20_250_511),
      ("0999-12", 9_991_201, 9_991_231),
    ])
  func `a date is the days that it takes in`(text: String, first: Int, last: Int) {
    var lexer = Lexer(SourceText(name: "x", "\(text) "))
    switch lexer.next().kind {
    case .date(let date): #expect([date.first, date.last] == [first, last])
    case .number(.integer(let year)):
      #expect(PartialDate(year: year) == PartialDate(first: first, last: last))
    default: Issue.record("no date")
    }
  }

  @Test(
    arguments: [
      "⟪who⟫ ⟪rejects⟫ ⟪European Union⟫⟪?⟫", "\u{FEFF}⟪Who⟫\r\n⟪rejects⟫\r\n⟪\"é\"⟫⟪.⟫",
      "⟪?s⟫⟪.⟫⟪date⟫ ⟪>=⟫ ⟪2025-05⟫ # é\n⟪;⟫", "⟪中国⟫ ⟪rejects⟫ ⟪“和平”⟫",
      "⟪x⟫ ⟪\"\"\"a\nb\"\"\"⟫ ⟪<https://é>⟫",
    ])
  func `the place of a token is its bytes`(marked: String) {
    let marked = MarkedText(marked)
    #expect(tokens(marked.text).map(\.span) == marked.spans)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `tokens come in order, do not overlap and leave out only blanks and comments`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let text = random.text(of: Self.alphabet, length: 0...40)
      var end = 0
      var isSound = true
      for token in tokens(text) {
        isSound = isSound && token.span.start >= end && token.span.end > token.span.start
        end = token.span.end
      }
      #expect(isSound && end <= text.utf8.count, "\(text.debugDescription)")
    }
  }

  static let alphabet =
    "aZ09 _-'’\"\\«»“”„?.,:;#$<>(){}=!éЇ中ქ\u{301}\u{A0}\u{2014}😀\n\r\tuwho R\u{0}\u{FEFF}"

  private func tokens(_ text: String) -> [Token] {
    var lexer = Lexer(SourceText(name: "x", text))
    var tokens: [Token] = []
    while true {
      let token = lexer.next()
      guard token.kind != .endOfText else { return tokens }
      tokens.append(token)
    }
  }
}
