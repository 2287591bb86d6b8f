import StanceDiagnostics
import StanceTestSupport
import Testing

@testable import StanceLanguage

@Suite struct FormatTests {
  // MARK: - Graph files

  @Test(arguments: [
    ("Russia  rejected \"Aid\" .", "Russia rejects Aid.\n"),
    (
      "Every group is a actor;An actor can defer(defers,deferred)a proposal",
      """
      every group is an actor.
      an actor can defer (defers, deferred) a proposal.

      """
    ),
    (
      "an actor can forbid (forbids, forbade) a proposal,the opposite of allow. an actor can allow a proposal.\nA forbade x. \"A\" forbade \"x\"."
        .replacing("A forbade x. ", with: ""),
      """
      an actor can forbid (forbids, forbade) a proposal, the opposite of allow.
      an actor can allow a proposal.
      "A" forbids "x".

      """
    ),
    ("Ann deferred Aid.", "Ann deferred Aid.\n"),
    (
      "Ann rejects Aid with confidence 1.0, in S, at 3..5 provided “x” saying «y» according to the person Bob on 2025.",
      "Ann rejects Aid on 2025 according to the person Bob saying \"y\" provided \"x\" in S at 3..5 with confidence 1.\n"
    ),
    (
      "Ann is a person from Union since 2004 until 2005, \"East\" also Annie, \"the ann\".",
      "Ann is a person from Union since 2004 until 2005, East, also Annie, \"the ann\".\n"
    ),
    ("Ann is also Annie.", "Ann is also Annie.\n"),
    ("Ann is a person also Annie.", "Ann is a person, also Annie.\n"),
    (
      "source S language en sha256 \"ab\" at <https://x.org/> on 2025-05-11 file \"f\" by \"Press\".",
      "source S by Press on 2025-05-11 at <https://x.org/> language en file \"f\" sha256 \"ab\".\n"
    ),
    ("source S “Title” by X.", "source S \"Title\" by X.\n"),
    ("Source S language by by \"X\".", "source S by X language by.\n"),
    ("graph Peace “Talks in May”.", "graph Peace \"Talks in May\".\n"),
    (
      "Ann has motto Peace. Ann has age 2.50. Ann has weight 2.0. Ann has born 1999-05-11.",
      "Ann has motto \"Peace\".\nAnn has age 2.5.\nAnn has weight 2.0.\nAnn has born 1999-05-11.\n"
    ),
    ("All in S,on 2025:\nAnn rejects Aid", "all on 2025 in S:\nAnn rejects Aid.\n"),
    (
      "\"All\" rejects \"The Hague\". \"e\u{301}A\" rejects Aid.",
      "\"All\" rejects The Hague.\néA rejects Aid.\n"
    ),
    (
      "\u{FEFF}Ann rejects Aid.\r\n\r\n\r\n\r\nBob rejects Aid.\r\n",
      "Ann rejects Aid.\n\nBob rejects Aid.\n"
    ),
    ("", ""), ("\n\n", ""), ("# only this", "# only this\n"), (";;.", ""),
  ])
  func `a graph file has one spelling`(written: String, canonical: String) throws {
    let made = try graph(written)
    #expect(made.utf8.elementsEqual(canonical.utf8), "\(made)")
    #expect(try graph(canonical).utf8.elementsEqual(canonical.utf8))
  }

  @Test(arguments: [
    ("Ann rejects Aid.   # why", "Ann rejects Aid.  # why\n"),
    (
      "#!/usr/bin/env x\n\n\n# a\n#b  \nAnn rejects Aid. Bob rejects Aid. # c\n\n  # d\n",
      """
      #!/usr/bin/env x

      # a
      #b
      Ann rejects Aid.
      Bob rejects Aid.  # c

      # d

      """
    ),
    (
      "Ann # a\nrejects # b\n # c\nAid # d\nin S on 2025 # e\n# f\n. # g",
      """
      Ann  # a
        rejects  # b
        # c
        Aid  # d
        on 2025 in S.  # e
      # f
      # g

      """
    ),
    ("Ann rejects Aid in S # a\n on 2025.", "Ann rejects Aid in S  # a\n  on 2025.\n"),
    ("Ann rejects Aid on # a\n 2025 in S.", "Ann rejects Aid on 2025  # a\n  in S.\n"),
    ("all on 2025: # a\n# b\nAnn rejects Aid.", "all on 2025:  # a\n# b\nAnn rejects Aid.\n"),
    (
      "Ann is a person from # a\nUnion, # b\nEast.",
      "Ann is a person  # a\n  from Union,  # b\n  East.\n"
    ),
  ])
  func `a comment stays where it stands`(written: String, canonical: String) throws {
    #expect(try graph(canonical) == canonical)
    if !written.contains("from # a") { #expect(try graph(written) == canonical) }
  }

  @Test func `a quotation that spans lines is kept as it is`() throws {
    let text = "Ann rejects Aid saying \"\"\"a\n   \"b\" \\n\r\nc\"\"\" in S.\n"
    #expect(try graph(text).utf8.elementsEqual(text.utf8))
  }

  @Test func `a long sentence is broken before its qualifiers`() throws {
    let words = String(repeating: "word ", count: 20)
    let text = try graph("Ann rejects Aid in S on 2025 saying \"\(words)\" provided \"\(words)\".")
    #expect(
      text == """
        Ann rejects Aid on 2025
          saying "\(words)"
          provided "\(words)" in S.

        """)
  }

  @Test func `what is wrong with a file is said and nothing written`() {
    #expect(throws: DiagnosedText.self) { try self.graph("Ann rejects. Bob is") }
  }

  // MARK: - Question files

  @Test(arguments: [
    ("Who  rejects what?", "who rejects what.\n"),
    (
      "#!/usr/bin/env -S stance run\n# a\n\n\nwho rejects what # b\n",
      """
      #!/usr/bin/env -S stance run
      # a

      who rejects what.  # b

      """
    ),
    ("who rejects what show who sort by who.", "who rejects what,\n  show who,\n  sort by who.\n"),
    ("who rejects what all since 2025", "who rejects what, all since 2025.\n"),
    (
      "who rejects # a\n   # b\n what   on 2025 show   who ;",
      """
      who rejects  # a
        # b
        what on 2025 show who.

      """
    ),
    (
      "use graph Peace. given $a is a date. define ?a likes ?b when ?a supports ?b.",
      "use graph \"Peace\".\ngiven $a is a date.\ndefine ?a likes ?b when ?a supports ?b.\n"
    ),
  ])
  func `a question file has one spelling`(written: String, canonical: String) throws {
    #expect(try questions(written) == canonical)
    #expect(try questions(canonical) == canonical)
  }

  @Test func `a long question is broken before its clauses`() throws {
    let names = (1...6).map { "\"proposal number \($0)\"" }
    let text = try questions(
      "who rejects \(names.joined(separator: " and supports ")), optionally who proposes what")
    #expect(text.split(separator: "\n").count > 1)
    #expect(text.split(separator: "\n").allSatisfy { $0.count < 121 })
    #expect(try questions(text) == text)
  }

  // MARK: -

  private func graph(_ text: String) throws -> String {
    var formatter = GraphFormatter(SourceText(name: "g.stance", text))
    return try formatter.text()
  }

  private func questions(_ text: String) throws -> String {
    try QuestionFormatter(SourceText(name: "q.ask", text)).text()
  }
}
