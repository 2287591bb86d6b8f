import Foundation
import StanceDiagnostics
import StanceGraph
import StanceSQL
import StanceStore
import StanceTestSupport
import Testing

/// What `stance check` finds, and what it leaves alone.
@Suite struct CheckTests {
  private static let names = "Ann is a person. Bob is a person. \"P\" is a plan. \"Q\" is a plan. "

  /// The kinds and messages of what is found in a text.
  private func findings(_ text: String, document: String? = nil) throws -> [String] {
    var options = ImportOptions()
    options.document = { _, _ in
      document.map { .text(SourceText(name: "d.txt", $0)) } ?? .absent
    }
    let texts = [SourceText(name: "a", Self.names + text)]
    let report = try Graph.load(texts, options: options).graph.check()
    return report.findings.map { "\($0.kind.rawValue): \($0.message)" }
  }

  @Test(
    arguments: [
      (
        "Ann supports \"P\" on 2025-05-11. Ann rejects \"P\" on 2025-05-11.",
        "contradiction: Ann supports and rejects “P” on 2025-05-11"
      ),
      (
        "Ann supports \"P\" on 2024. Ann rejects \"P\" on 2025-02.",
        "contradiction: Ann turned against “P” between 2024 and 2025-02"
      ),
      (
        "Ann rejects \"P\" on 2024. Ann supports \"P\" on 2025-02.",
        "contradiction: Ann turned for “P” between 2024 and 2025-02"
      ),
      (
        "Ann supports \"P\" on 2025-05. Ann rejects \"P\" on 2025-05-11.",
        "contradiction: Ann supports and rejects “P” on 2025-05-11"
      ),
      (
        "Ann supports \"P\". Ann rejects \"P\" on 2025.",
        "contradiction: Ann holds both, and one of the two has no date"
      ),
      (
        "Ann supports \"P\" according to Bob. Ann rejects \"P\" provided \"x\" according to Ann.",
        "hearsay: Bob says that Ann supports “P”, which Ann denies"
      ),
      (
        "Cat is an actor. Cat supports \"P\". Kat supports \"P\".",
        "undeclared: “Kat” is not declared; it is taken for an actor"
      ),
      (
        "Dmitry Peskov is a person. Dmitri Peskov is a person.",
        "similar: “Dmitri Peskov” and “Dmitry Peskov” may be the same actor"
      ),
      (
        "\"the end of the war\" is a plan. \"end of war\" is a plan.",
        "similar: “end of war” and “the end of the war” may be the same proposal"
      ),
    ])
  func `what makes a graph less trustworthy is found`(text: String, finding: String) throws {
    #expect(try findings(text) == [finding])
  }

  @Test(
    arguments: [
      "Ann supports \"P\" on 2025. Ann supports \"P\" on 2026.",
      "Ann supports \"P\". Ann rejects \"Q\".", "Ann supports \"P\". Bob rejects \"P\".",
      "Ann supports \"P\" provided \"x\". Ann rejects \"P\".",
      "Ann supports \"P\" on 2025. Ann rejects \"P\" provided \"x\" on 2026.",
      "Ann supports \"P\" according to Ann. Ann supports \"P\" according to Bob.",
      "\"30-day ceasefire\" is a plan. \"60-day ceasefire\" is a plan.",
      "\"Party A\" is an actor. \"Party B\" is an actor.",
      "\"phase 1\" is a plan. \"phase 2\" is a plan. \"phase 12\" is a plan.",
      "Iran is a country. Iraq is a country.", "Mali is a country. Malta is a country.",
      "\"North Korea\" is a country. \"South Korea\" is a country.",
    ])
  func `nothing is found where nothing is wrong`(text: String) throws {
    #expect(try findings(text) == [])
  }

  // MARK: - Quotations

  @Test(
    arguments: [
      ("one two three", "two", 4, 7), ("a\r\nb two", "two", 5, 8), ("😀😀 two", "two", 3, 6),
      ("e\u{301}t two", "e\u{301}t", 0, 3), ("\u{E9}t", "\u{E9}t", 0, 2),
      ("\u{FEFF}two", "two", 0, 3),
      ("👩‍👩‍👧 said", "said", 6, 10),
    ])
  func `a quotation is found at its offsets in Unicode scalars`(
    document: String, quote: String, start: Int, end: Int
  ) throws {
    let text =
      "source S \"T\" file \"d.txt\". Ann supports \"P\" in S saying \"\(quote)\" at \(start)..\(end)."
    #expect(try findings(text, document: document) == [])
  }

  @Test(
    arguments: [
      ("one two three", "two", 3, 6, "the text has ‘ tw’ at 3..6, not the quotation"),
      ("one twp three", "two", 4, 7, "the text has ‘twp’ at 4..7, not the quotation"),
      ("one", "two", 4, 7, "the offsets lie beyond the text, which has 3 characters"),
      ("e\u{301}t", "\u{E9}t", 0, 3, "the text has ‘e\u{301}t’ at 0..3, not the quotation"),
      ("😀 two", "two", 3, 6, "the offsets lie beyond the text, which has 5 characters"),
    ])
  func `a quotation that does not stand there is found`(
    document: String, quote: String, start: Int, end: Int, message: String
  ) throws {
    let text =
      "source S \"T\" file \"d.txt\". Ann supports \"P\" in S saying \"\(quote)\" at \(start)..\(end)."
    #expect(try findings(text, document: document) == ["quotation: \(message)"])
  }

  @Test(arguments: [("one two", true), ("one twp", false), ("one  two", false), ("", false)])
  func `a quotation without offsets may stand anywhere`(document: String, isThere: Bool) throws {
    let text = "source S \"T\" file \"d.txt\". Ann supports \"P\" in S saying \"one two\"."
    let found = try findings(text, document: document)
    #expect(found == (isThere ? [] : ["quotation: the text does not have the quotation"]))
  }

  // MARK: - Databases

  private func database(_ text: String = "Ann supports \"P\". Bob rejects \"P\".") throws
    -> TemporaryFolder
  {
    let folder = try TemporaryFolder()
    let texts = [SourceText(name: "a", Self.names + "Ann is from Cora. Cora is a bloc. " + text)]
    _ = try Graph.importFiles(texts, into: folder.path("g.db"), options: .named)
    return folder
  }

  @Test func `a text given for a source stays its text when its file is imported again`() throws {
    let folder = try TemporaryFolder()
    let texts = [
      SourceText(
        name: "a", Self.names + "source S \"T\". Ann supports \"P\" in S saying \"two\" at 4..7.")
    ]
    var options = ImportOptions.named
    options.texts = [("S", SourceText(name: "s.txt", "one two"))]
    _ = try Graph.importFiles(texts, into: folder.path("g.db"), options: options)
    let before = try folder.data("g.db")
    _ = try Graph.importFiles(texts, into: folder.path("g.db"), options: .named)
    #expect(try folder.data("g.db") == before)
    let report = try Graph.open(folder.path("g.db")).check()
    #expect(report.findings == [])
    #expect((report.verified, report.quotations) == (1, 1))
    options.texts = [("T", SourceText(name: "s.txt", "two one"))]
    _ = try Graph.importFiles([], into: folder.path("g.db"), options: options)
    let kinds = try Graph.open(folder.path("g.db")).check().findings.map(\.kind)
    #expect(kinds == [.quotation])
  }

  @Test func `a text that is not the one of its hash is refused`() throws {
    let folder = try database("source S \"T\" sha256 \"\(TextHash.sha256("one"))\".")
    var options = ImportOptions.named
    options.texts = [("S", SourceText(name: "s.txt", "two"))]
    let before = try folder.data("g.db")
    #expect(throws: TextRefused.self) {
      _ = try Graph.importFiles([], into: folder.path("g.db"), options: options)
    }
    options.texts = [("Z", SourceText(name: "s.txt", "one"))]
    let refused = #expect(throws: TextRefused.self) {
      _ = try Graph.importFiles([], into: folder.path("g.db"), options: options)
    }
    #expect(refused?.description == "no source is called ‘Z’; did you mean “S”?")
    #expect(try folder.data("g.db") == before)
  }

  @Test(arguments: 0..<150 as Range<UInt64>)
  func `a damaged database is a finding or a failure and never a crash`(seed: UInt64) throws {
    let folder = try database()
    var random = SeededGenerator(seed: seed)
    var bytes = try folder.data("g.db")
    for _ in 0...random.below(3) {
      bytes[100 + random.below(bytes.count - 100)] = UInt8(random.below(256))
    }
    try folder.write(bytes, to: "g.db")
    do {
      _ = try Graph.open(folder.path("g.db")).check()
      _ = try? Graph.importFiles(
        [SourceText(name: "a", Self.names)], into: folder.path("g.db"), options: .named)
      _ = try? Graph.undo(nil, in: folder.path("g.db"))
    } catch is StoreFailure {
    }
  }
}
