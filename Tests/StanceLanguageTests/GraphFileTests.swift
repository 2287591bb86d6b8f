import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceTestSupport
import Testing

@Suite struct GraphFileTests {
  @Test(
    arguments: [
      "graph \"T\" \"title\".", "graph Talks.", "every councillor is a person.",
      "an actor can back a proposal.",
      "a place or an actor can host a proposal, the opposite of leave.",
      "an actor can campaign against a proposal.", "an actor can seek (seeks, sought) a proposal.",
      "an actor can abstain-on (abstains-on, abstained-on) a proposal or an actor.",
      "source S.",
      "source S \"T\" by \"P\" on 2025-05-11 at <https://example.org/a?b=c#d> language en "
        + "file \"a.txt\" sha256 \"00\".", "Russia is a country.",
      "Russia is a country, also RF, \"Россия\".",
      "Russia is a country also RF.",
      "Ann is from Ann, B since 2024, C until 2025-05, D since 2024 until 2026, also X.",
      "Ann is also \"Ann\".", "Russia has population 144000000.", "Russia has founded 2025-05-11.",
      "Russia has motto \"x\".", "Russia has name Foo Bar.", "Ann rejects B.",
      "the country Ann rejects the B.",
      "Ann rejects B, on 2025, in S, saying \"x\", provided \"y\", at 1..2, with confidence 0.5, according to C.",
      "Ann rejects B in 2025-05 in S said \"x\" with confidence = 1.", "all in S, on 2025-05-11:",
      "all on 2025:",
      "Ann rejects B", "Ann rejects B;", "", ".", "# only a comment", "日本 rejects 停戦案.",
      "Ann rejected B.", "Ann does-so B.",
    ])
  func `each form of the grammar is read`(text: String) {
    let (entries, diagnostics) = read(graph: text)
    #expect(diagnostics.map(\.message).isEmpty)
    #expect(entries.count == (["", ".", "# only a comment"].contains(text) ? 0 : 1))
  }

  @Test(
    arguments: [
      Fault("Ann rejects⟪⟫", "P01"), Fault("Ann rejects B ⟪(⟫.", "P01"),
      Fault("⟪who⟫ rejects B.", "P01"),
      Fault("Ann ⟪?v⟫ B.", "P01"), Fault("Ann rejects ⟪what⟫.", "P01"), Fault("Ann is a⟪.⟫", "P01"),
      Fault("Ann is⟪.⟫", "P01"), Fault("Ann has population⟪.⟫", "P01"), Fault("all ⟪foo⟫:", "P01"),
      Fault("all on 2025⟪.⟫", "P01"), Fault("graph ⟪12⟫.", "P01"),
      Fault("every ⟪Person⟫ is an actor.", "P01"),
      Fault("every person ⟪an⟫ actor.", "P01"), Fault("an actor can ⟪Back⟫ a proposal.", "P01"),
      Fault("an actor can seek (seeks ⟪sought⟫) a proposal.", "P01"),
      Fault("an actor can back ⟪proposal⟫.", "P01"),
      Fault("an actor can back a proposal, ⟪opposite⟫ of reject.", "P01"),
      Fault("source ⟪on⟫ 2025.", "P01"),
      Fault("source S ⟪until⟫ 2025.", "P01"), Fault("source S at ⟪\"x\"⟫.", "P01"),
      Fault("source S file ⟪X⟫.", "P01"),
      Fault("Ann is from ⟪since⟫ 2025.", "P01"), Fault("Ann is a country, also⟪.⟫", "P01"),
      Fault("Ann rejects B ⟪not⟫ on 2025.", "P06"), Fault("Ann rejects B on ⟪2025-02-30⟫.", "L06"),
      Fault("⟪30-day⟫ ceasefire is a plan.", "L03"), Fault("⟪'Ann'⟫ rejects B.", "L04"),
      Fault("Ann rejects \"B⟪\\x⟫\".", "L02"), Fault("Ann rejects ⟪\"B⟫.", "L01"),
      Fault("⟪\"\"⟫ is a plan.", "P01"),
      Fault("⟪\"a\u{202E}b\"⟫ is a plan.", "L05"), Fault("Ann rejects B.⟪\u{7}⟫", "L05"),
      Fault("⟪\"\u{200B}\"⟫ rejects B.", "L05"), Fault("Ann rejects B according to ⟪\"\"⟫.", "P01"),
      Fault("⟪# a\u{1}b⟫\nAnn rejects B.", "L05"),
    ])
  func `a fault is underlined`(fault: Fault) {
    #expect(read(graph: fault.marked.text).diagnostics.places == fault.expected)
  }

  @Test(
    arguments: [
      Fault("Ann ⟪.⟫\nAnn is a plan.\nB ⟪.⟫\n", "P01"),
      Fault("Ann rejects ⟪\"B⟫.\nA ⟪.⟫\n", "L01", "P01"),
      Fault("all ⟪foo⟫:\nA ⟪.⟫\n", "P01"),
      Fault("all on 2025⟪.⟫\nA ⟪.⟫\n", "P01"),
      Fault("Ann rejects B on ⟪2025-13⟫.\nA rejects ⟪%⟫.", "L06", "L05"),
    ])
  func `reading goes on after a fault`(fault: Fault) {
    #expect(read(graph: fault.marked.text).diagnostics.places == fault.expected)
  }

  @Test func `what is right is read beside what is wrong`() {
    let (entries, diagnostics) = read(graph: "Ann rejects B.\nA.\nC rejects D.\n%.\nE rejects F.")
    #expect(entries.count == 3)
    #expect(diagnostics.count == 2)
  }

  @Test(arguments: ["\n", "\r\n"], ["", "\u{FEFF}"])
  func `line ends and a byte order mark do not change what is read`(end: String, mark: String) {
    let lines = [
      "# comment", "all on 2025:", "Ann rejects B", "  saying \"x\".", "C is a plan.", "D ⟪.⟫", "",
    ]
    let marked = MarkedText(mark + lines.joined(separator: end))
    let (entries, diagnostics) = read(graph: marked.text)
    #expect(entries.count == 3)
    #expect(diagnostics.map(\.span) == marked.spans)
    let place = diagnostics.first.map {
      SourceText(name: "x", marked.text).position(of: $0.span.start)
    }
    #expect(place?.line == 6)
    #expect(place?.column == 3)
  }

  @Test func `a byte order mark inside the text is refused`() {
    let marked = MarkedText("Ann rejects B.\n⟪\u{FEFF}⟫C rejects D.")
    #expect(read(graph: marked.text).diagnostics.map(\.span).prefix(1) == marked.spans.prefix(1))
  }

  @Test func `an irregular verb has the two forms in brackets`() throws {
    let entries = read(graph: "an actor can seek (seeks, sought) a place or a proposal.").entries
    guard case .relation(let relation)? = entries.first?.kind else {
      Issue.record("no relation")
      return
    }
    #expect(relation.irregular?.third == "seeks")
    #expect(relation.irregular?.past == "sought")
    #expect(relation.objects.map(\.text) == ["place", "proposal"])
  }

  @Test func `affiliations carry their dates`() throws {
    let entries = read(graph: "Ann is from Ann since 2024 until 2025-05, B until 2026.").entries
    guard case .node(let node)? = entries.first?.kind else {
      Issue.record("no node")
      return
    }
    #expect(node.groups.map(\.name.text) == ["Ann", "B"])
    #expect(node.groups.map(\.since) == [PartialDate("2024"), nil])
    #expect(node.groups.map(\.until) == [PartialDate("2025-05"), PartialDate("2026")])
  }
}
