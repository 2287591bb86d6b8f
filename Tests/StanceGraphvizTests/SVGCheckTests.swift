import Testing

@testable import StanceGraphviz

struct SVGCheckTests {
  private static let start =
    #"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">"#

  private func problem(_ svg: String) -> String? {
    do throws(SVGProblem) {
      try SVGCheck.check(Array(svg.utf8))
      return nil
    } catch {
      return error.what
    }
  }

  @Test(arguments: [
    "", "<g class=\"a b-c\" id=\"n1\"><title>x &amp; y</title></g>",
    "<a xlink:href=\"https://example.org/?a=1&amp;b=2\" target=\"_blank\"></a>",
    "<path d=\"M1,2C3,4 5,6 7,8\" fill=\"none\" stroke=\"#000000\"/>",
    "<text x=\"1\" y=\"2\">Ελλάδα محمد 🇺🇦</text>", "<desc>two\nlines</desc>",
  ])
  func `our pictures pass`(inner: String) {
    #expect(problem("<?xml version=\"1.0\"?>\n\(Self.start)\(inner)</svg>\n") == nil)
  }

  @Test(arguments: [
    ("<script>alert(1)</script>", "the element ‘script’"),
    ("<style>a{}</style>", "the element ‘style’"),
    ("<foreignObject/>", "the element ‘foreignObject’"), ("<image/>", "the element ‘image’"),
    ("<use/>", "the element ‘use’"), ("<animate/>", "the element ‘animate’"),
    ("<g onclick=\"x\"/>", "the attribute ‘onclick’"),
    ("<g style=\"x\"/>", "the attribute ‘style’"),
    ("<g onload=\"x\"/>", "the attribute ‘onload’"),
    ("<a href=\"https://x\"/>", "the attribute ‘href’"),
    ("<a xlink:href=\"javascript:alert(1)\"/>", "an address that is not http or https"),
    ("<a xlink:href=\"&#106;avascript:x\"/>", "an unknown entity"),
    ("<a xlink:href=\"data:text/html,x\"/>", "an address that is not http or https"),
    ("<a xlink:href=\"//example.org\"/>", "an address that is not http or https"),
    ("<a xlink:href=\"https://x y\"/>", "an address that is not http or https"),
    ("<g fill=\"url(#x)\"/>", "a reference"), ("<g fill=\"URL(https://x)\"/>", "a reference"),
    ("<g xmlns=\"http://www.w3.org/1999/xhtml\"/>", "the attribute ‘xmlns’"),
    ("<g id=\"a&amp;b\"/>", "an unusual name"), ("<title>\u{202E}</title>", "a control character"),
    ("<title>\u{1}</title>", "a control character"),
    ("<title>\u{85}</title>", "a control character"),
    ("<title>\r</title>", "a control character"), ("<title>&#1;</title>", "an unknown entity"),
    ("<title>&nbsp;</title>", "an unknown entity"), ("<title>a & b</title>", "an unknown entity"),
    ("<!-- x -->", "a comment"), ("<!DOCTYPE svg>", "a document type"),
    ("<!DOCTYPE svg [<!ENTITY a \"b\">]>", "an internal subset"),
    ("<?xml-stylesheet href=\"x\"?>", "markup that is no tag"),
    ("<![CDATA[x]]>", "markup that is no tag"), ("<g", "an unfinished tag"),
    ("<g a='b'/>", "an attribute without a value"),
    ("<g id=\"a\" id=\"b\"/>", "an attribute twice"),
    ("<g id=\"a\"class=\"b\"/>", "an unfinished tag"),
    ("<g id=\"<\"/>", "markup in an attribute"), ("<g></a>", "an end tag without its start"),
    ("<g>", "an end tag without its start"),
    ("<svg/>", "an element in the wrong place"), ("</g>", "an end tag without its start"),
    ("<G/>", "the element ‘G’"),
    (String(repeating: "<g>", count: 65), "elements too deep in each other"),
    ("< g/>", "markup that is no tag"), ("<title>]]></title>", "a stray ‘>’"),
  ])
  func `everything else is refused`(inner: String, what: String) {
    #expect(problem("\(Self.start)\(inner)</svg>") == what)
  }

  @Test(arguments: [
    "", "text", "<g/>", "<svg", "<svg>", "<svg/><svg/>", "<svg/>text", "text<svg/>",
    "<svg/><?xml ?>", "<svg xmlns=\"http://www.w3.org/1999/xhtml\"/>", "\u{FEFF}<svg/>",
  ])
  func `what is no picture is refused`(svg: String) {
    #expect(problem(svg) != nil)
  }

  @Test func `text that is no UTF-8 is refused`() {
    let bytes = Array("\(Self.start)<title>".utf8) + [0xFF] + Array("</title></svg>".utf8)
    #expect(throws: SVGProblem.self) { try SVGCheck.check(bytes) }
  }

  @Test(arguments: 0..<200)
  func `a picture that was cut or changed never stops the check`(seed: Int) {
    var bytes = Array("\(Self.start)<g class=\"a\"><title>x &amp; y</title></g></svg>".utf8)
    var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1
    for _ in 0..<4 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let index = Int(state >> 33) % bytes.count
      if state & 1 == 0 {
        bytes[index] = UInt8(truncatingIfNeeded: state >> 20)
      } else {
        bytes.remove(at: index)
      }
    }
    _ = try? SVGCheck.check(bytes)
  }
}
