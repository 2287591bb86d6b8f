import StanceDiagnostics
import StanceTestSupport
import Testing

@testable import StanceLanguage

/// Whether bad texts are refused where they are bad, and what is as long as may be is not.
@Suite struct LimitTests {
  @Test(arguments: [(0, 0), (1, 1)]) func `a line has at most a mebibyte`(
    over: Int, faults: Int
  ) {
    let line = "#" + String(repeating: "a", count: SourceText.lineLimit - 1 + over)
    for text in [line, "Ann rejects P.\n\(line)\nBob rejects P.\n", "\u{FEFF}\(line)\n"] {
      #expect(codes(text) == Array(repeating: .tooLong, count: faults))
    }
  }

  @Test func `a line that is too long is reported where it begins`() throws {
    let long = String(repeating: "a", count: SourceText.lineLimit + 1)
    let source = SourceText(name: "g", "Ann rejects P.\n\(long)")
    var reader = GraphFileReader(source)
    #expect(reader.next() != nil && reader.next() == nil)
    let found = try #require(reader.diagnostics.first)
    #expect(source.position(of: found.span.start) == (2, 1))
    #expect(source.bytes.count == 15)
  }

  @Test(arguments: [(2048, 0), (2049, 1)]) func `an address has at most two kibibytes`(
    length: Int, faults: Int
  ) {
    let url = "https://example.org/" + String(repeating: "a", count: length - 20)
    #expect(codes("source S at <\(url)>.") == Array(repeating: .tooLong, count: faults))
  }

  @Test(arguments: [(65536, 0), (65537, 1)]) func `a quotation has at most 64 kibibytes`(
    length: Int, faults: Int
  ) {
    let words = String(repeating: "é", count: length / 2) + (length % 2 == 0 ? "" : "a")
    for text in ["\"\(words)\"", "\"\"\"\(words)\"\"\"", "“\(words)”"] {
      let found = codes("Ann rejects P saying \(text).") + codes("Ann rejects P provided \(text).")
      #expect(found == Array(repeating: .tooLong, count: 2 * faults))
    }
  }

  @Test(arguments: ["\"%\"", "%"]) func `a name of a million characters is refused`(form: String) {
    let name = form.replacing("%", with: String(repeating: "A", count: 1_000_000))
    #expect(codes("\(name) rejects P.") == [.tooLong])
  }

  @Test(arguments: [
    "2025-02-29", "2025-13", "2025-00-10", "2025-04-31", "0000-01-01", "2025-1-1", "1900-02-29",
  ])
  func `a day that does not exist is no date`(date: String) {
    #expect(codes("Ann rejects P on \(date).") == [.noSuchDate])
    #expect(codes("Ann is from B since \(date).") == [.noSuchDate])
  }

  @Test(arguments: ["2024-02-29", "2000-02-29", "9999-12-31", "0001-01-01"])
  func `a day that exists is one`(date: String) {
    #expect(codes("Ann rejects P on \(date).") == [])
  }

  @Test(arguments: [
    "Ann rejects \"%\".", "Ann rejects P saying \"%\".", "# %\nAnn rejects P.", "Ann % rejects P.",
    "source S at <https://a/%>.", "Ann rejects P saying \"\"\"a\n%\"\"\".", "% Ann rejects P.",
  ])
  func `bytes that are no text are refused where they stand`(form: String) {
    let bad: [(bytes: [UInt8], code: DiagnosticCode)] = [
      ([0xFF], .invalidUTF8), ([0xC3], .invalidUTF8), ([0xED, 0xA0, 0x80], .invalidUTF8),
      ([0xC0, 0x80], .invalidUTF8), ([0xF5, 0x80, 0x80, 0x80], .invalidUTF8),
      ([0x00], .strayCharacter), ([0x1B], .strayCharacter), ([0xC2, 0x85], .strayCharacter),
      ([0xEF, 0xBF, 0xBE], .strayCharacter),
    ]
    let parts = form.split(separator: "%", omittingEmptySubsequences: false).map { Array($0.utf8) }
    // An address ends at the first blank or control character anyway.
    for (bytes, code) in bad where !form.contains("<") || bytes[0] > 0x20 {
      let text = parts[0] + bytes + parts[1]
      var reader = GraphFileReader(SourceText(name: "g", bytes: text))
      while reader.next() != nil {}
      #expect(reader.diagnostics.first?.code == code, "\(form) \(bytes)")
      #expect((reader.diagnostics.first?.span.start ?? .max) <= parts[0].count, "\(form)")
    }
  }

  @Test(
    arguments: [
      0x200B, 0x200C, 0x200D, 0x200E, 0x200F, 0x202A, 0x202E, 0x2060, 0x2066, 0x2069, 0x61C, 0xFEFF,
      0xAD, 0x34F, 0x3164, 0xFE0F, 0xE0041, 0x180E, 0x115F,
    ] as [UInt32])
  func `what nobody sees is refused in names and kept in quotations`(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(codes("\"ad\(scalar)min\" is a person.") == [.strayCharacter])
    #expect(codes("Ann is a person, also \"ad\(scalar)min\".") == [.strayCharacter])
    #expect(codes("Ann rejects P saying \"ad\(scalar)min\".") == [])
  }

  @Test(arguments: ["می‌خواهم", "क्‍ष", "ශ්‍රී"]) func `a joiner that a script spells with is kept`(
    name: String
  ) {
    #expect(codes("\"\(name)\" is a person.") == [])
  }

  @Test func `blanks around a name are dropped and it is composed`() {
    var reader = GraphFileReader(SourceText(name: "g", "\" \u{A0}e\u{301} \\n\" is a person."))
    guard case .node(let node) = reader.next()?.kind else {
      Issue.record("no declaration")
      return
    }
    #expect(node.name.text.utf8.elementsEqual("\u{E9}".utf8))
  }

  private func codes(_ text: String) -> [DiagnosticCode] {
    var reader = GraphFileReader(SourceText(name: "g", text))
    while reader.next() != nil {}
    return reader.diagnostics.map(\.code)
  }
}
