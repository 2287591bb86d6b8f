import Testing

@testable import StanceGraphviz

/// R24: elements and attributes on a list, and nothing else.
struct SVGAllowListTests {
  private static let allowed: [String: [String]] = [
    "svg": ["width", "height", "viewBox", "xmlns", "xmlns:xlink", "role", "font-family"],
    "g": [], "title": [], "desc": [], "a": ["xlink:href", "target"], "path": ["d"],
    "polygon": ["points"], "polyline": ["points"], "rect": ["x", "y", "width", "height", "rx"],
    "circle": ["cx", "cy", "r"], "ellipse": ["cx", "cy", "rx", "ry"],
    "text": ["x", "y", "text-anchor", "font-size", "font-weight", "paint-order"],
  ]
  /// What any element may have.
  private static let common = [
    "id", "class", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
    "stroke-opacity", "stroke-linejoin", "transform",
  ]
  /// Every element of SVG 2 and some of HTML.
  private static let elements = [
    "a", "animate", "animateMotion", "animateTransform", "audio", "base", "canvas", "circle",
    "clipPath", "defs", "desc", "discard", "ellipse", "embed", "feBlend", "feImage", "filter",
    "foreignObject", "form", "g", "html", "iframe", "image", "input", "line", "linearGradient",
    "link", "marker", "mask", "meta", "metadata", "mpath", "object", "path", "pattern", "polygon",
    "polyline", "radialGradient", "rect", "script", "set", "stop", "style", "svg", "switch",
    "symbol", "text", "textPath", "title", "tspan", "unknown", "use", "video", "view",
  ]
  /// Attributes that draw, load or run something.
  private static let attributes = [
    "begin", "by", "clip-path", "color", "cursor", "cx", "cy", "d", "dx", "dy", "filter",
    "font-family", "font-size", "font-weight", "from", "height", "href", "marker-end", "mask",
    "onbegin", "onclick", "onerror", "onfocus", "onload", "onmouseover", "opacity", "paint-order",
    "points", "r", "role", "rx", "ry", "src", "style", "systemLanguage", "tabindex", "target",
    "text-anchor", "to", "values", "viewBox", "width", "x", "x1", "xlink:actuate", "xlink:href",
    "xlink:show", "xml:base", "xml:space", "xmlns", "xmlns:x", "xmlns:xlink", "y",
  ]

  private func isAllowed(_ svg: String) -> Bool { (try? SVGCheck.check(Array(svg.utf8))) != nil }

  /// A value that is right wherever the attribute is.
  private func value(_ attribute: String) -> String {
    switch attribute {
    case "xmlns": "http://www.w3.org/2000/svg"
    case "xmlns:xlink": "http://www.w3.org/1999/xlink"
    case "xlink:href": "https://example.org"
    default: "a"
    }
  }

  private func element(_ name: String, with attribute: String? = nil) -> String {
    let written = attribute.map { " \($0)=\"\(value($0))\"" } ?? ""
    return name == "svg" ? "<svg\(written)></svg>" : "<svg><\(name)\(written)/></svg>"
  }

  @Test(arguments: elements)
  func `an element passes if it is on the list`(name: String) {
    #expect(isAllowed(element(name)) == (Self.allowed[name] != nil))
    #expect(!isAllowed(element(name.uppercased())))
  }

  @Test(arguments: allowed.keys.sorted())
  func `an element has its attributes and those of all, and no other`(name: String) {
    let own = (Self.allowed[name] ?? []) + Self.common
    #expect(own.filter { !isAllowed(element(name, with: $0)) } == [])
    let foreign = Set(Self.attributes).subtracting(own)
    #expect(foreign.filter { isAllowed(element(name, with: $0)) } == [])
  }

  @Test(arguments: [
    ("http://example.org", true), ("https://example.org/a?b=1&amp;c=2#d", true),
    ("HTTP://example.org", false), ("http:/example.org", false), ("ftp://example.org", false),
    ("javascript:alert(1)", false), (" https://example.org", false), ("https://a\\b", false),
    ("https://a\tb", false), ("https://\u{430}", false), ("#n1", false), ("", false),
    ("https://example.org&quot;", true), ("data:image/svg+xml,x", false),
  ])
  func `a link leads to http or https`(address: String, isLink: Bool) {
    #expect(isAllowed("<svg><a xlink:href=\"\(address)\"/></svg>") == isLink)
  }

  @Test(arguments: ["fill", "stroke", "d", "points", "width", "font-family", "paint-order"])
  func `no attribute refers to anything`(attribute: String) throws {
    let holder = Self.allowed.keys.sorted().first {
      Self.common.contains(attribute) || Self.allowed[$0]?.contains(attribute) == true
    }
    let name = try #require(holder)
    for value in ["url(#a)", "url(https://example.org)", "URL (#a)", "expression(x)"] {
      let text =
        name == "svg"
        ? "<svg \(attribute)=\"\(value)\"/>"
        : "<svg><\(name) \(attribute)=\"\(value)\"/></svg>"
      #expect(!isAllowed(text))
    }
  }

  @Test(arguments: ["amp", "lt", "gt", "quot", "#45", "#160", "#39"])
  func `entities that we write are known`(entity: String) {
    #expect(isAllowed("<svg><title>&\(entity);</title></svg>"))
    #expect(isAllowed("<svg><g fill=\"&\(entity);\"/></svg>"))
  }

  @Test(arguments: [
    "apos", "nbsp", "#1", "#60", "#x3c", "#x202E", "AMP", "", "amp;amp", "lt ", "#1114112", "a b",
  ])
  func `other entities are refused`(entity: String) {
    #expect(isAllowed("<svg><title>&\(entity);</title></svg>") == (entity == "amp;amp"))
    #expect(!isAllowed("<svg><title>&\(entity)</title></svg>") || entity == "amp;amp")
  }

  @Test(
    arguments: [
      (0x00, 0x08), (0x0B, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200E, 0x200F), (0x202A, 0x202E),
      (0x2066, 0x2069), (0xFEFF, 0xFEFF), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF),
      (0x10_FFFE, 0x10_FFFF),
    ] as [(UInt32, UInt32)])
  func `no control character and none that turns a text passes`(first: UInt32, last: UInt32) {
    let scalars = (first...last).compactMap(Unicode.Scalar.init)
    #expect(scalars.filter { isAllowed("<svg><title>a\($0)b</title></svg>") }.isEmpty)
    #expect(scalars.filter { isAllowed("<svg><g fill=\"\($0)\"/></svg>") }.isEmpty)
  }

  @Test(arguments: [1, 63, 64, 65, 10_000])
  func `elements stand in each other at most 64 deep`(depth: Int) {
    let open = String(repeating: "<g>", count: depth - 1)
    let close = String(repeating: "</g>", count: depth - 1)
    #expect(isAllowed("<svg>\(open)\(close)</svg>") == (depth <= 64))
  }

  @Test func `a problem names its place in bytes`() {
    let svg = "<svg><title>é</title><script/></svg>"
    #expect(throws: SVGProblem(what: "the element ‘script’", offset: 22)) {
      try SVGCheck.check(Array(svg.utf8))
    }
    #expect(SVGProblem(what: "a comment", offset: 7).description == "a comment at byte 7")
  }
}
