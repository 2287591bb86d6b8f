import Testing

@testable import StanceDiagram

struct TextTests {
  @Test(arguments: [60.0, 100, 150, 400])
  func `no line is wider than its place`(width: Double) {
    for text in HostileText.labels {
      let lines = DrawnText.wrapped(text, width: width, size: 11, lines: 8)
      #expect(lines.count <= 8)
      for line in lines { #expect(TextMetrics.width(line, size: 11) <= width) }
    }
  }

  @Test(arguments: [
    ("a", 613), ("M", 863), ("İ", 295), ("ı", 278), ("ğ", 635), ("ş", 521), ("Ж", 1078), ("щ", 942),
    ("Ω", 765), ("–", 500), ("e\u{301}", 615), ("中", 1000),
  ])
  func `letters are as wide as in DejaVu Sans`(text: String, thousandths: Int) {
    #expect(Int(TextMetrics.width(text, size: 1000).rounded()) == thousandths)
  }

  @Test func `text is broken between words into lines of about one length`() {
    let lines = DrawnText.wrapped(
      "European peacekeepers in Ukraine", width: 150, size: 11, lines: 8)
    #expect(lines == ["European", "peacekeepers", "in Ukraine"] || lines.count == 2)
    #expect(lines.joined(separator: " ") == "European peacekeepers in Ukraine")
  }

  @Test func `a word that is wider than a line is broken within`() {
    let lines = DrawnText.wrapped(
      "Donaudampfschifffahrtsgesellschaft", width: 80, size: 11, lines: 8)
    #expect(lines.count > 1)
    #expect(lines.joined() == "Donaudampfschifffahrtsgesellschaft")
  }

  @Test func `what does not fit ends with dots`() {
    let lines = DrawnText.wrapped(
      String(repeating: "word ", count: 100), width: 100, size: 11, lines: 3)
    #expect(lines.count == 3)
    #expect(lines.last?.hasSuffix("…") == true)
  }

  @Test(arguments: [
    ("a\nb\t c", "a b c"), ("\u{1}x\u{7F}", "\u{FFFD}x\u{FFFD}"), ("a\u{202E}b", "ab"),
    ("\u{FEFF}x\u{200B}y", "xy"), (HostileText.nonCharacters, "\u{FFFD}\u{FFFD}\u{FFFD}"),
    ("  ", ""), ("می‌خواهم", "می‌خواهم"),
  ])
  func `what a picture must not hold is taken out`(text: String, cleaned: String) {
    #expect(Array(DrawnText.cleaned(text).unicodeScalars) == Array(cleaned.unicodeScalars))
  }

  @Test func `a text is cut at a word's end near the limit`() {
    #expect(DrawnText.shortened("one two three four", to: 14) == "one two three…")
    #expect(DrawnText.shortened("short", to: 14) == "short")
    #expect(DrawnText.shortened(String(repeating: "x", count: 99), to: 10).count == 10)
  }

  @Test(arguments: [
    ("https://example.org/a b", "https://example.org/a%20b"),
    ("HTTP://example.org/?x=1&y=\"2\"", "http://example.org/?x=1&y=%222%22"),
    ("https://example.org/ü", "https://example.org/%C3%BC"),
    ("https://example.org/%41%4%zz%", "https://example.org/%41%254%25zz%25"),
    ("https://[::1]:8080/#x", "https://[::1]:8080/#x"),
    ("https://example.org/<'>`\\", "https://example.org/%3C%27%3E%60%5C"),
    ("https://example.org/\u{0}\n", "https://example.org/%00%0A"),
  ])
  func `an address of the web is made safe`(address: String, safe: String) {
    #expect(WebAddress.sanitized(address) == safe)
  }

  @Test(arguments: HostileText.addresses)
  func `other addresses are refused`(address: String) {
    #expect(WebAddress.sanitized(address) == nil || address.contains("\""))
  }

  @Test func `an address that is too long is refused`() {
    let address = "https://example.org/" + String(repeating: "a", count: 2000)
    #expect(WebAddress.sanitized(address) == nil)
  }

  @Test(arguments: [(0.0, "0"), (1.5, "1.5"), (-0.25, "-0.25"), (12.345, "12.35"), (1.05, "1.05")])
  func `numbers have at most two decimals`(value: Double, text: String) {
    #expect(DOTText.number(value) == text)
  }

  @Test func `a long string is cut into pieces that Graphviz reads`() {
    let text = String(repeating: "x", count: 40_000)
    let pieces = DOTText.long(text).split(separator: " + ")
    #expect(pieces.count == 3)
    #expect(pieces.map { $0.dropFirst().dropLast() }.joined() == text)
  }
}
