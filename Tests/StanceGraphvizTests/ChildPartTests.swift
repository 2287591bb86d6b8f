import Foundation
import StanceTestSupport
import Testing

@testable import StanceGraphviz

/// Parts of the process that draws.
struct ChildPartTests {
  /// A reader of a pipe that holds the bytes and has ended.
  private func reading<Result>(
    _ bytes: [UInt8], _ body: (inout DescriptorReader) throws -> Result
  ) throws -> Result {
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data(bytes))
    try pipe.fileHandleForWriting.close()
    var reader = DescriptorReader(descriptor: pipe.fileHandleForReading.fileDescriptor)
    return try body(&reader)
  }

  @Test func `lines and counted bytes follow each other`() throws {
    try reading(Array("one\nabc\ntwo\n\n".utf8)) { reader in
      #expect(reader.line(limit: 10) == "one")
      #expect(reader.bytes(4) == Array("abc\n".utf8))
      #expect(reader.line(limit: 10) == "two")
      #expect(reader.line(limit: 10) == "")
      #expect(reader.line(limit: 10) == nil && reader.isAtEnd)
    }
  }

  @Test(
    arguments: [
      ("", nil, true), ("cut", nil, false), ("123456789\n", "123456789", false),
      ("1234567890\n", "1234567890", false), ("12345678901\n", nil, false),
      ("12345678901234567890\nx", nil, false),
    ] as [(String, String?, Bool)])
  func `a line has its end and at most as many bytes as are allowed`(
    text: String, line: String?, isAtEnd: Bool
  ) throws {
    try reading(Array(text.utf8)) { reader in
      #expect(reader.line(limit: 10) == line)
      #expect(reader.isAtEnd == isAtEnd)
    }
  }

  @Test func `a line that is no UTF-8 is none`() throws {
    try reading([0xFF, 0x0A]) { reader in #expect(reader.line(limit: 10) == nil) }
  }

  @Test(arguments: [(0, true), (3, true), (4, false), (100_000, false)])
  func `bytes are those that were counted or none`(count: Int, isThere: Bool) throws {
    try reading([1, 2, 3]) { reader in
      #expect(reader.bytes(count) == (isThere ? Array([1, 2, 3].prefix(count)) : nil))
    }
  }

  @Test(arguments: PictureFormat.allCases, LayoutEngine.allCases)
  func `every request is read as it was written`(format: PictureFormat, engine: LayoutEngine) {
    for scale in 1...4 {
      let dot = Array("digraph { \u{E9}\n }".utf8)
      let request = RenderRequest(format: format, engine: engine, scale: scale, dot: dot)
      let line = request.frame.prefix { $0 != 0x0A }
      let parsed = RenderRequest.parsed(header: String(decoding: line, as: UTF8.self))
      #expect(parsed?.length == dot.count)
      #expect(Array(request.frame.dropFirst(line.count + 1)) == dot)
      #expect(
        parsed.map { [$0.request.format.rawValue, $0.request.engine.rawValue] }
          == [format.rawValue, engine.rawValue])
      #expect(parsed?.request.scale == scale)
    }
  }

  @Test(arguments: [("ok 3 4", true, 3, 4), ("no 0 12", false, 0, 12), ("ok 0 0", true, 0, 0)])
  func `an answer's line says what comes`(line: String, isPicture: Bool, picture: Int, said: Int) {
    let header = RenderAnswer.Header(line)
    #expect(header?.isPicture == isPicture)
    #expect(header?.pictureLength == picture && header?.messageLength == said)
  }

  @Test(arguments: ["ok 536870913 0", "ok 0 536870913", "OK 1 1", "ok  1 1", "ok 1 1 ", "ok 0x1 1"])
  func `an answer that is too large or unlike is none`(line: String) {
    #expect(RenderAnswer.Header(line) == nil)
  }

  @Test(arguments: [
    ("a/CreationDate (D:2025)b", "a                      b"), ("no date", "no date"), ("", ""),
    ("/CreationDate (open", "/CreationDate (open"),
    ("/CreationDate (1)/CreationDate (2)", "/CreationDate (1)                 "),
  ])
  func `the time of a PDF is blotted out and nothing moves`(pdf: String, expected: String) {
    #expect(PDFDate.removed(from: Array(pdf.utf8)) == Array(expected.utf8))
  }

  @Test(arguments: [
    ("", ""), ("plain ASCII", ""), ("Ελλάδα Россия", ""), ("محمد", ""), ("שלום", ""),
    ("“…” – €", ""),
    ("▲★✚", ""), ("e\u{301}", ""), ("\u{FFFD}", ""), ("x中y文中", "中文"), ("😀a", "😀"), ("हि", "हि"),
    ("⬟", "⬟"), ("한", "한"),
  ])
  func `letters that may need another font are looked for, each once`(text: String, found: String) {
    #expect(
      Array(MissingGlyphs.candidates(in: Array(text.utf8)).unicodeScalars)
        == found.unicodeScalars.sorted())
  }

  /// The quick look at bytes must not miss what the look at letters would find.
  @Test func `a letter that needs another font is found alone and among others`() {
    let scalars = stride(from: 0x20 as UInt32, through: 0x3_0000, by: 7).compactMap(
      Unicode.Scalar.init)
    let missed = scalars.filter { scalar in
      let alone = MissingGlyphs.candidates(in: Array(String(scalar).utf8)).unicodeScalars
      let among = MissingGlyphs.candidates(in: Array("\(scalar)中".utf8)).unicodeScalars
      return Set(alone).union(["中"]) != Set(among)
    }
    #expect(missed.isEmpty)
  }

  @Test(arguments: [
    (RenderFailure.timedOut, "drawing took too long"), (.garbled, "no usable answer"),
    (
      .died(signal: 11, messages: ["out of memory", "x"]),
      "(signal 11); ask for less or for another layout: out of memory"
    ),
    (.died(signal: 9, messages: []), "(signal 9); ask for less or for another layout"),
    (.ended(status: 3, messages: ["x"]), "ended early (status 3): x"),
    (.ended(status: 70, messages: []), "libgvc6"), (.refused(messages: []), "refused the drawing"),
    (.notStarted("No such file"), "could not be started: No such file"),
    (.unsafePicture(SVGProblem(what: "a comment", offset: 7)), "withheld: a comment at byte 7"),
  ])
  func `a failure is told in one line`(failure: RenderFailure, text: String) {
    #expect(failure.description.contains(text))
    #expect(!failure.description.contains("\n"))
  }

  @Test(arguments: [
    ("a\n\nb\na\n", ["a", "b"]), ("", []), ("\u{1}\n", []), ("\u{202E}x", ["x"]),
    ("\u{2028}y\u{E000}", ["y"]),
  ])
  func `messages are distinct lines that can be seen`(said: String, lines: [String]) {
    #expect(GraphvizMessages.lines(said.utf8) == lines)
  }

  @Test func `a message has at most 200 letters and there are at most ten`() {
    let said = (0..<30).map { "\($0)" + String(repeating: "x", count: 500) + "\n" }.joined()
    let lines = GraphvizMessages.lines(said.utf8)
    #expect(lines.count == 10 && lines.allSatisfy { $0.count == 200 })
  }
}
