import StanceDiagnostics
import StanceTestSupport
import Testing

@Suite struct DiagnosticPrinterTests {
  @Test func `a diagnostic is printed as the specification shows it`() {
    let marked = MarkedText(#"who rejects ⟪"30 day ceasefire"⟫"#)
    let diagnostics = marked.spans.map { span in
      Diagnostic(
        .error, .unknownName, "nothing in this graph is called ‘30 day ceasefire’", at: span,
        help: "did you mean “30-day ceasefire”?")
    }
    let text = DiagnosedText(
      source: SourceText(name: "<ask>", marked.text), diagnostics: diagnostics)
    #expect(
      text.rendered() == """
        <ask>:1:13: error[N01]: nothing in this graph is called ‘30 day ceasefire’
          who rejects "30 day ceasefire"
                      ^~~~~~~~~~~~~~~~~~
          help: did you mean “30-day ceasefire”?

        """)
  }

  /// Texts with the place that is underlined, by what is special about them.
  static let texts: [String: String] = [
    "wide": "“日本政府” rejects ⟪停戦案⟫ in S.",
    "combining": "Zele\u{301}nsky rejects ⟪e\u{301}e\u{301}⟫.",
    "emoji": "\"🚀🇺🇦\" rejects ⟪\"👩‍👩‍👧 x\"⟫.",
    "controls": "a\u{1B}[31m rejects ⟪\u{202E}x⟫\u{7}.",
    "tab": "\twho\trejects ⟪Q⟫",
    "empty span": "who rejects⟪⟫",
    "whole line": "⟪who rejects Q⟫",
    "several lines": "who ⟪rejects\nwhat\nnow⟫",
    "second line": "who rejects what.\n  who ⟪rejcts⟫ what.\nlast",
    "crlf": "first\r\nwho ⟪rejcts⟫ what\r\nlast",
    "byte order mark": "\u{FEFF}⟪Rusia⟫ rejects P.",
    "long before": String(repeating: "a ", count: 80) + "⟪Q⟫ b",
    "long after": "⟪Q⟫" + String(repeating: " b", count: 80),
    "long span": "who ⟪" + String(repeating: "x", count: 150) + "⟫ y",
    "long on both sides": String(repeating: "日", count: 90) + "⟪Q⟫"
      + String(repeating: "本", count: 90),
  ]

  @Test(arguments: texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })
  func `the caret stands under the marked text`(name: String, marked: String) throws {
    let text = MarkedText(marked)
    let rendered = DiagnosedText(
      source: SourceText(name: "x.stance", text.text),
      diagnostics: text.spans.map { Diagnostic(.error, .expected, "message", at: $0) }
    ).rendered()
    let file = name.replacing(" ", with: "-") + ".txt"
    #expect(rendered == (try GoldenFile(file, beside: #filePath).expected(for: rendered)))
    #expect(rendered.unicodeScalars.allSatisfy { $0 == "\n" || !$0.isInvisibleControl })
  }

  @Test func `diagnostics are printed in order of position and counted beyond twenty`() {
    let source = SourceText(name: "x", String(repeating: "a\n", count: 30))
    let diagnostics = (0..<30).reversed().map { line in
      Diagnostic(.warning, .undeclaredName, "no \(line)", at: SourceSpan(line * 2, line * 2 + 1))
    }
    let lines = DiagnosedText(source: source, diagnostics: diagnostics).rendered().split(
      separator: "\n")
    #expect(lines.count == 61)
    #expect(lines.first == "x:1:1: warning[G01]: no 0")
    #expect(lines.last == "x: and 10 more")
  }

  @Test(arguments: [20, 21]) func `twenty diagnostics are printed, one more is counted`(count: Int)
  {
    let diagnostics = (0..<count).map { _ in
      Diagnostic(.error, .expected, "m", at: SourceSpan(0, 1))
    }
    let text = DiagnosedText(source: SourceText(name: "x", "a"), diagnostics: diagnostics)
    #expect(text.rendered().contains("and 1 more") == (count == 21))
  }

  @Test(arguments: ["message", "help", "line", "name"])
  func `one diagnostic takes less than four kilobytes`(where place: String) {
    let long = String(repeating: "語", count: 4000)
    let source = SourceText(name: "x", place == "line" ? long : "a")
    let diagnostic = Diagnostic(
      .error, .unknownName, place == "message" ? long : "m",
      at: SourceSpan(0, place == "name" ? 0 : 1), help: place == "help" ? long : nil)
    let rendered = DiagnosedText(source: source, diagnostics: [diagnostic]).rendered()
    #expect(rendered.utf8.count < 4096)
  }

  @Test func `control characters of a message, a help and a file name are made visible`() {
    let text = DiagnosedText(
      source: SourceText(name: "a\u{1B}b", "x"),
      diagnostics: [
        Diagnostic(.note, .expected, "m\u{202E}n", at: SourceSpan(0, 1), help: "h\u{85}i")
      ])
    #expect(
      text.rendered()
        == "a\\u{1b}b:1:1: note[P01]: m\\u{202e}n\n  x\n  ^\n  help: h\\u{85}i\n")
  }

  @Test(arguments: [Diagnostic.Severity.error, .warning, .note])
  func `only errors count as errors`(severity: Diagnostic.Severity) {
    let diagnostic = Diagnostic(severity, .expected, "m", at: SourceSpan(0, 0))
    let text = DiagnosedText(source: SourceText(name: "x", ""), diagnostics: [diagnostic])
    #expect(text.hasErrors == (severity == .error))
  }

  @Test func `every code is a letter of its stage and two digits, and none is used twice`() throws {
    let codes = DiagnosticCode.allCases.map(\.rawValue)
    let shape = try Regex("[LPNTSRG][0-9]{2}")
    #expect(codes.allSatisfy { $0.wholeMatch(of: shape) != nil })
    #expect(Set(codes).count == codes.count)
  }
}

@Suite struct VisibleTextTests {
  @Test(
    arguments: [
      ("plain", "plain"), ("é日本", "é日本"), ("a\tb", "a b"), ("a\nb", "a\\u{a}b"),
      ("\u{1B}[31m", "\\u{1b}[31m"), ("\u{7F}", "\\u{7f}"), ("\u{9B}", "\\u{9b}"),
      ("\u{202E}x", "\\u{202e}x"), ("\u{2066}", "\\u{2066}"), ("\u{200B}", "\\u{200b}"),
      ("\u{FEFF}", "\\u{feff}"), ("\u{0}", "\\u{0}"), ("👩‍👩‍👧", "👩‍👩‍👧"),
    ])
  func `what a terminal would obey is written as an escape`(text: String, shown: String) {
    #expect(text.visible().utf8.elementsEqual(shown.utf8))
  }

  @Test(
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("한글", 4), ("ｆｕ", 4), ("😀", 2),
      ("🚀", 2), ("🇺🇦", 2), ("👩‍👩‍👧", 2), ("Ω", 1), ("–", 1),
    ])
  func `a width counts the cells of a terminal`(text: String, width: Int) {
    #expect(text.terminalWidth == width)
  }
}
