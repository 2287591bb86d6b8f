import Testing

@testable import StanceGraphviz

/// Pieces of an XML document.
struct SVGScannerTests {
  /// The pieces with what is in them: `open g class=a`.
  private func pieces(_ text: String) throws(SVGProblem) -> [String] {
    var scanner = SVGScanner(Array(text.utf8))
    var pieces: [String] = []
    while let piece = try scanner.next() {
      switch piece {
      case .open, .empty:
        let attributes = scanner.attributes.map {
          " \(scanner.string($0.name))=\(scanner.string($0.value))"
        }
        pieces.append("\(piece) \(scanner.string(scanner.name))\(attributes.joined())")
      case .close: pieces.append("close \(scanner.string(scanner.name))")
      case .text: pieces.append("text \(scanner.string(scanner.piece))")
      case .declaration, .documentType, .comment: pieces.append("\(piece)")
      }
    }
    return pieces
  }

  @Test(
    arguments: [
      ("", []), ("text", ["text text"]), ("<a/>", ["empty a"]), ("<a></a>", ["open a", "close a"]),
      ("<a b=\"c\" d=\"\"/>", ["empty a b=c d="]), ("<a\n\tb=\"c\"\r\n>", ["open a b=c"]),
      ("<a b=\">\"/>", ["empty a b=>"]), ("<a b='c'/>", nil), ("<a b=c/>", nil), ("<a b/>", nil),
      ("</a >", ["close a"]), ("</a b>", nil), ("<x:y-z_1/>", ["empty x:y-z_1"]), ("<é/>", nil),
      ("x<a/>y", ["text x", "empty a", "text y"]), ("<!-- <a> -- -->", ["comment"]),
      ("<!-->", nil), ("<!-- ", nil), ("<?xml v?><a/>", ["declaration", "empty a"]),
      (" <?xml v?>", nil), ("<?xml", nil), ("<?php x?>", nil), ("<!DOCTYPE svg>", ["documentType"]),
      ("<!DOCTYPE svg [ ]>", nil), ("<![CDATA[x]]>", nil), ("<", nil), ("<a", nil),
      ("<a b=\"", nil),
      ("<a b=\"<\"/>", nil), ("<a/ >", nil), ("a&amp;b", ["text a&amp;b"]),
      ("<a b=\"1\" c=\"2\" b=\"3\"/>", nil), ("<a b=\"1\" bb=\"2\"/>", ["empty a b=1 bb=2"]),
    ] as [(String, [String]?)])
  func `a document is cut into its pieces, or refused`(text: String, expected: [String]?) {
    #expect((try? pieces(text)) == expected)
  }

  @Test(arguments: 0..<100)
  func `the pieces of a document are the document`(seed: Int) throws {
    var state = UInt64(seed)
    let parts = [
      "<a>", "</a>", "<b c=\"d\"/>", "text", " \n", "<!-- c -->", "<e f=\"\" g=\">\">", "é",
    ]
    var text = ""
    for _ in 0..<30 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      text += parts[Int(state >> 33) % parts.count]
    }
    var (scanner, joined) = (SVGScanner(Array(text.utf8)), "")
    while try scanner.next() != nil { joined += scanner.string(scanner.piece) }
    #expect(joined == text, "seed \(seed)")
  }

  @Test func `an attribute is found by its whole name`() throws {
    var scanner = SVGScanner(Array(#"<g stroke-width="1" stroke="2" id="3"/>"#.utf8))
    _ = try scanner.next()
    #expect(scanner["stroke"].map(scanner.string) == "2")
    #expect(scanner["id"].map(scanner.string) == "3")
    #expect(scanner["width"] == nil)
  }

  @Test func `a problem is where its piece begins`() throws {
    var scanner = SVGScanner(Array("<a/>text<b c='d'/>".utf8))
    _ = try scanner.next()
    _ = try scanner.next()
    #expect(throws: SVGProblem(what: "an attribute without a value", offset: 8)) {
      try scanner.next()
    }
  }

  @Test(arguments: ["<a b=\"", "<!-- ", "<a ", "x"])
  func `a document of megabytes that does not end is read once`(piece: String) {
    // Quadratic time would not end.
    let text = piece + String(repeating: "- ", count: 1 << 20)
    #expect((try? pieces(text)) == nil || piece == "x")
  }
}
