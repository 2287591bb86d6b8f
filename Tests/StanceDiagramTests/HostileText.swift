/// Labels that have broken Graphviz, XML or a reader's eye.
enum HostileText {
  static let labels = [
    "\\N \\G \\E \\T \\H \\L \\l \\r \\n \\", "\"quoted\" \\\"",
    "</title><script>alert(1)</script>",
    "a & b &lt; &amp; &#1; &copy;", String(repeating: "x", count: 10_000),
    String(repeating: "many words ", count: 10_000), String(repeating: "line\n", count: 33_000),
    "control\u{0}\u{1}\u{8}\u{1B}[31m\u{7F}\u{85}\u{9B}", "bidi\u{202E}\u{2066}\u{200F}\u{61C}",
    nonCharacters, "<b>HTML</b>", "<<TABLE></TABLE>>", "]]>-->", "?>", "", " \n\t ",
    "🇺🇦👩‍👩‍👧", "{a|b|c}", "n1 -> n2; }", "e\u{301}", "%s%n%d", "url(javascript:alert(1))",
    String(repeating: "\\", count: 9_000), String(repeating: "\"", count: 9_000),
    String(repeating: "&", count: 9_000), String(repeating: "e\u{301}\u{302}", count: 3_000),
  ]

  /// U+FFFE, U+FFFF and U+FDD0.
  static let nonCharacters = String(decoding: [0xFFFE, 0xFFFF, 0xFDD0] as [UInt16], as: UTF16.self)

  static let addresses = [
    "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,<script>", "file:///etc/passwd",
    " https://example.org", "//example.org", "https://", "http:///x", "ftp://example.org",
    "https:example.org", "", "vbscript:x", "https://\u{202E}x", "http://-x", "https://\"><script>",
    "https://example.org\\@evil.example/", "https://me@evil.example/",
  ]
}
