import StanceDiagnostics
import StanceLanguage
import StanceTestSupport
import Testing

@Suite struct QuestionFaultTests {
  @Test(
    arguments: [
      Fault(#"who rejects ⟪"30-day ceasefire⟫"#, "L01"),
      Fault("who rejects ⟪“30-day ceasefire⟫", "L01"),
      Fault("who rejects ⟪«30-day ceasefire⟫", "L01"),
      Fault("who rejects ⟪„30-day ceasefire⟫", "L01"),
      Fault(#"who rejects ⟪"""⟫Ceasefire now"#, "L01"),
      Fault("who rejects what at ⟪<https://example.org⟫", "L01"),
      Fault(#"who rejects "a⟪\q⟫b""#, "L02"),
      Fault(#"who rejects "a⟪\u{110000}⟫b""#, "L02"),
      Fault(#"who rejects "a⟪\u{D800}⟫""#, "L02"),
      Fault("who rejects ⟪30-day⟫ ceasefire", "L03"),
      Fault("who rejects what on ⟪5th⟫", "L03"),
      Fault("who rejects ⟪'ceasefire'⟫", "L04"),
      Fault("who rejects ⟪%⟫", "L05"),
      Fault("who rejects ⟪\u{202E}⟫Q", "L05"),
      Fault("who rejects ⟪$⟫ x", "L05"),
      Fault("who rejects ⟪\u{0}⟫ what", "L05"),
      Fault("who rejects ⟪\"a\u{0}b\"⟫", "L05"),
      Fault("who rejects ⟪\"a\\u{1B}b\"⟫", "L05"),
      Fault("who rejects ⟪\"a\u{202E}b\"⟫", "L05"),
      Fault("who rejects what on ⟪2025-02-29⟫", "L06"),
      Fault("who rejects what since ⟪2025-13⟫", "L06"),
      Fault("who rejects what with confidence ⟪1\(String(repeating: "0", count: 400))⟫", "L08"),
    ])
  func `a lexical fault is underlined`(fault: Fault) {
    #expect(diagnose(question: fault.marked.text).places == fault.expected)
  }

  @Test(
    arguments: [
      Fault("who rejects⟪⟫", "P01"),
      Fault("who rejects what ⟪where⟫ who is a country", "P01"),
      Fault("who ⟪“x”⟫ what", "P01"),
      Fault("who rejects what and⟪⟫", "P01"),
      Fault("who rejects what⟪,⟫ banana", "P01"),
      Fault("who rejects ⟪(⟫what)", "P01"),
      Fault("(who rejects what⟪⟫", "P01"),
      Fault("who is one of ⟪Russia⟫", "P01"),
      Fault("who rejects what since ⟪who⟫", "P01"),
      Fault("who rejects what between 2025 ⟪until⟫ 2026", "P01"),
      Fault("who rejects what saying ⟪peace⟫", "P01"),
      Fault("who rejects what show ⟪,⟫ who", "P01"),
      Fault("who rejects what having count who ⟪3⟫", "P01"),
      Fault("who rejects what top ⟪who⟫", "P01"),
      Fault("who rejects what limit ⟪-1⟫", "P01"),
      Fault("path ⟪Russia⟫ to Ukraine", "P01"),
      Fault("path from Russia ⟪⟫", "P01"),
      Fault("define ⟪who⟫ blocks ?b when ?a rejects ?b", "P01"),
      Fault("define ?a blocks ?b ⟪if⟫ ?a rejects ?b", "P01"),
      Fault("given ⟪since⟫ is a date", "P01"),
      Fault("given $since is ⟪date⟫", "P01"),
      Fault("use ⟪what⟫", "P01"),
      Fault("who rejects the ⟪what⟫", "P01"),
      Fault("who rejects ⟪\"\"⟫", "P01"),
      Fault("who rejects ⟪12⟫", "P01"),
      Fault("Russia ⟪or⟫ Hungary rejects what", "P03"),
      Fault("Russia ⟪and⟫ Hungary rejects what", "P03"),
      Fault("who rejects Russia ⟪or⟫ Hungary", "P03"),
      Fault("who supports and rejects ⟪or⟫ proposes what", "P04"),
      Fault("who rejects what and who hosts what ⟪or⟫ who supports what", "P05"),
      Fault("who rejects what or who hosts what ⟪and⟫ who supports what", "P05"),
      Fault("who rejects what or who hosts what, ⟪but⟫ who supports what", "P05"),
      Fault("who rejects what ⟪not⟫ on 2025", "P06"),
      Fault("who rejects what, ⟪not⟫ according to Russia", "P06"),
      Fault("who rejects what limit 1 sort by who ⟪limit⟫ 2", "P07"),
      Fault("who rejects what as csv ⟪as⟫ json", "P07"),
      Fault("who rejects what as ⟪excel⟫", "P08"),
    ])
  func `a fault of syntax is underlined`(fault: Fault) {
    #expect(diagnose(question: fault.marked.text).places == fault.expected)
  }

  @Test(
    arguments: [
      Fault("who ⟪'x'⟫ what. who rejects. Who rejects what as ⟪excel⟫.", "L04", "P08"),
      Fault("who rejects what as ⟪excel⟫; who supports ⟪%⟫; who hosts what", "P08", "L05"),
      Fault("⟪%⟫.\nwho rejects what.\n⟪%⟫.", "L05"),
      Fault("who rejects ⟪\"Q⟫.\nwho rejects what as ⟪excel⟫.", "L01", "P08"),
    ])
  func `each faulty sentence is reported`(fault: Fault) {
    let found = diagnose(question: fault.marked.text).filter { $0.code != .expected }
    #expect(found.places == fault.expected)
  }

  @Test(arguments: [63, 64, 65, 10_000])
  func `nesting beyond the limit is refused and does no harm`(depth: Int) {
    let question =
      String(repeating: "(", count: depth) + "who rejects what"
      + String(repeating: ")", count: depth)
    let codes = diagnose(question: question).map(\.code)
    #expect(codes == (depth > 64 ? [.nestingLimit] : []))
  }

  @Test(arguments: [
    ("", "not "), ("", "optionally "), ("who rejects ", "something that rejects "),
  ])
  func `every kind of nesting is limited`(start: String, part: String) {
    let question = start + String(repeating: part, count: 5_000) + "who rejects what"
    #expect(diagnose(question: question).contains { $0.code == .nestingLimit })
  }

  @Test(arguments: [
    (1000, 1, 0), (1001, 1, 1), (1000, 4, 0), (1001, 4, 1), (900, 5, 1), (819, 5, 0),
  ])
  func `a name may have a thousand characters and four kilobytes`(
    count: Int, bytes: Int, faults: Int
  ) {
    let character = [1: "a", 4: "😀", 5: "o\u{331}\u{35C}"][bytes] ?? ""
    let name = String(repeating: character, count: count)
    let codes = diagnose(question: "who rejects \"\(name)\"").map(\.code)
    #expect(codes == Array(repeating: .tooLong, count: faults))
  }

  @Test(arguments: [(1000, 0), (1001, 1)])
  func `a bare name has the same limit`(count: Int, faults: Int) {
    let name = "A" + String(repeating: "b", count: count - 1)
    #expect(
      diagnose(question: "who rejects \(name)").map(\.code.rawValue)
        == Array(repeating: "L08", count: faults))
  }

  @Test(arguments: [(65_000, 0), (65_536, 0), (65_537, 1)])
  func `a quotation may have 64 kilobytes`(count: Int, faults: Int) {
    let words = String(repeating: "a", count: count)
    let found = read(graph: "Ann rejects B saying \"\(words)\".").diagnostics
    #expect(found.map(\.code) == Array(repeating: .tooLong, count: faults))
  }

  @Test(arguments: [(65_536, 0), (65_537, 1)])
  func `a question may have 64 kilobytes`(length: Int, faults: Int) {
    let blanks = String(repeating: " ", count: length - "who rejects what limit 1".utf8.count)
    let question = "who rejects what\(blanks) limit 1"
    #expect(question.utf8.count == length)
    #expect(diagnose(question: question).map(\.code) == Array(repeating: .tooLong, count: faults))
  }

  @Test func `a help says what to type`() {
    let faults: KeyValuePairs = [
      #"who rejects "Q"#: "add \" where the name or quote ends",
      "who rejects 30-day ceasefire": "write \"30-day …\"",
      "Russia or Hungary rejects what": "write any of (Russia, Hungary)",
      "who rejects":
        "if the query used $param, did the shell expand it? put the query in single quotes",
      "who rejects what as excel":
        "known: csv, dot, json, jsonl, markdown, pdf, png, svg, table, tsv",
    ]
    #expect(faults.map { diagnose(question: $0.key).first?.help } == faults.map(\.value))
  }

  @Test(
    arguments: [
      [0x23, 0xFF, 0x0A], [0x22, 0xFF, 0x22], [0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF5, 0x80, 0x80, 0x80], [0xE2, 0x80],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused wherever they stand`(bytes: [UInt8]) {
    let start = Array("who rejects ".utf8)
    let found = diagnose(question: start + bytes)
    #expect(found.contains { $0.code == .invalidUTF8 && $0.span.start == start.count })
  }

  @Test(
    arguments: [
      [0xEF, 0xB7, 0x90], [0xEF, 0xBF, 0xBE], [0xF0, 0x9F, 0xBF, 0xBE], [0xF4, 0x8F, 0xBF, 0xBF],
    ] as [[UInt8]])
  func `a code point that is no character is refused`(bytes: [UInt8]) {
    let text = Array("who rejects \"a".utf8) + bytes + Array("\"".utf8)
    let found = diagnose(question: text)
    #expect(found.map(\.code) == [.strayCharacter])
    #expect(found.map(\.span) == [SourceSpan(12, text.count)])
  }

  @Test func `a control character in a comment is refused`() {
    #expect(diagnose(question: "# a\u{0}b\nwho rejects what").map(\.code) == [.strayCharacter])
    #expect(diagnose(question: "# a\tb\r\nwho rejects what").isEmpty)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `no text stops the parser and every place lies in the text`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "who", "rejects", "what", "Russia", "\"Q\"", "(", ")", ",", ".", "?", "?x", "$p", "and", "or",
      "not", "that", "from", "show", "count", "as", "csv", "2025-05", "0.5", "..", "<", ">=", "all",
      "with", "'", "\"", "\\", "«", "\u{0}", "\u{301}", "日本", "path", "to", "define", "when", "is",
      "a", "given", "use", "any", "of", "the", "#", "\n", "by", "does", "reaches", "within", "draw",
    ]
    for _ in 0..<200 {
      let words = (0..<Int.random(in: 0...15, using: &random)).compactMap { _ in
        pieces.randomElement(using: &random)
      }
      let text = words.joined(separator: Bool.random(using: &random) ? " " : "")
      let count = text.utf8.count
      for diagnostic in diagnose(question: text) + read(graph: text).diagnostics {
        #expect(0 <= diagnostic.span.start && diagnostic.span.end <= count, "\(text)")
        #expect(
          DiagnosedText(source: SourceText(name: "x", text), diagnostics: [diagnostic])
            .rendered().contains("^"))
      }
    }
  }
}
