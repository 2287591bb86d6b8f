import Testing

@testable import StanceDiagram

/// How a text becomes lines: R24, and platform.md on labels.
struct WrappingTests {
  /// Texts of which wrapping may lose or turn nothing, with a name for the log.
  private static let texts = [
    "Latin": "European peacekeepers in Ukraine after a ceasefire that begins on 12 May",
    "Cyrillic": "Безусловное прекращение огня на тридцать дней с двенадцатого мая",
    "Arabic": "وقف إطلاق النار لمدة ثلاثين يوما دون شروط مسبقة",
    "Hebrew": "הפסקת אש ללא תנאים מוקדמים לשלושים יום",
    "Chinese": "无条件停火三十天并立即开始直接谈判以实现持久和平",
    "Korean": "조건 없는 삼십 일 휴전과 직접 협상의 즉각적인 시작",
    "combining": "Z\u{30C}a\u{301}k o\u{308}\u{304}c\u{327} re\u{301}sume\u{301} n\u{303}u",
    "emoji": "👩‍👩‍👧‍👦 🇺🇦🇪🇺 👍🏽 one 👩‍🚀 two 🏳️‍🌈",
    "one long word": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "letters alone": "a b c d e f g h i j k l m n o p q r s t u v w x y z",
  ]

  @Test(arguments: texts.keys.sorted(), [40.0, 75, 150])
  func `wrapping keeps every letter in its order and every line within the width`(
    script: String, width: Double
  ) throws {
    let text = try #require(Self.texts[script])
    let lines = DrawnText.wrapped(text, width: width, size: 11, lines: 100)
    #expect(letters(lines.joined()) == letters(text))
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 11) <= width }, "\(lines)")
    #expect(lines.allSatisfy { !$0.isEmpty && !$0.hasPrefix(" ") && !$0.hasSuffix(" ") })
  }

  @Test(arguments: 0..<100)
  func `wrapping keeps the words of any text`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let words = (0..<Int.random(in: 0...30, using: &random)).map { _ in
      String(
        (0..<Int.random(in: 1...9, using: &random)).map { _ in
          "aijmWéЖ-".randomElement(using: &random) ?? "a"
        })
    }
    // The widest of these words takes 9 × 11 points.
    let width = Double.random(in: 110...300, using: &random)
    let isBold = Bool.random(using: &random)
    let lines = DrawnText.wrapped(
      words.joined(separator: " "), width: width, size: 10, lines: 100, isBold: isBold)
    #expect(lines.flatMap { $0.split(separator: " ").map(String.init) } == words, "seed \(seed)")
    #expect(
      lines.allSatisfy { TextMetrics.width($0, size: 10, isBold: isBold) <= width }, "seed \(seed)")
  }

  @Test(arguments: 0..<50)
  func `balanced lines are as few as the width allows`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let words = (0..<20).map { _ in
      String(repeating: "n", count: Int.random(in: 1...9, using: &random))
    }
    var (fewest, last) = (1, "")
    for word in words {
      let longer = last.isEmpty ? word : last + " " + word
      if TextMetrics.width(longer, size: 10) <= 120 {
        last = longer
      } else {
        (fewest, last) = (fewest + 1, word)
      }
    }
    let lines = DrawnText.wrapped(
      words.joined(separator: " "), width: 120, size: 10, lines: 100)
    #expect(lines.count == fewest, "seed \(seed): \(lines)")
  }

  @Test func `lines of a text are about equally long`() {
    #expect(
      DrawnText.wrapped("aaa aaa aaa aaa", width: 80, size: 11, lines: 8)
        == ["aaa aaa", "aaa aaa"])
  }

  @Test(arguments: [("", 0), ("   \n\t ", 0), ("x", 1)])
  func `nothing has no lines`(text: String, count: Int) {
    #expect(DrawnText.wrapped(text, width: 100, size: 11, lines: 3).count == count)
  }

  /// A family of many is one letter of Swift, as is a chain of Indian consonants.
  @Test(arguments: [
    ("a family of sixty", "👩", "\u{200D}", 60), ("a chain of consonants", "क", "\u{94D}", 80),
  ])
  func `a letter that is wider than a line is broken within`(
    name: String, letter: String, joiner: String, count: Int
  ) {
    let text = [String](repeating: letter, count: count).joined(separator: joiner)
    let lines = DrawnText.wrapped(text, width: 150, size: 11, lines: 100)
    #expect(letters(lines.joined()) == letters(text))
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 11) <= 150 })
  }

  @Test(arguments: 1...4)
  func `at most so many lines are left, the last with dots`(limit: Int) {
    let words = (10..<60).map(String.init)
    let lines = DrawnText.wrapped(
      words.joined(separator: " "), width: 100, size: 11, lines: limit)
    #expect(lines.count == limit)
    #expect(lines.last?.hasSuffix("…") == true)
    let kept = lines.joined(separator: " ").replacing("…", with: "").split(separator: " ")
    #expect(zip(kept, words).allSatisfy { $1.hasPrefix($0) })
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 11) <= 100 })
  }

  private func letters(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { $0 != " " }
  }
}

/// How a text is cut and cleaned on its way into a picture.
struct ShorteningTests {
  @Test(arguments: 0..<100)
  func `a shortened text is the beginning of the text and within the limit`(seed: Int) {
    var random = SplitMix64(state: UInt64(seed))
    let text = String(
      (0..<Int.random(in: 0...80, using: &random)).map { _ in
        "abc defghij".randomElement(using: &random) ?? "a"
      })
    let limit = Int.random(in: 2...40, using: &random)
    let (clean, short) = (DrawnText.cleaned(text), DrawnText.shortened(text, to: limit))
    #expect(short.unicodeScalars.count <= limit, "seed \(seed)")
    #expect(clean.hasPrefix(short.replacing("…", with: "")), "seed \(seed)")
    #expect((short == clean) == (clean.unicodeScalars.count <= limit), "seed \(seed)")
    #expect(short == clean || short.hasSuffix("…"), "seed \(seed)")
  }

  @Test(arguments: [
    ("cafe\u{301} au lait", 5, "caf…"), ("ab🇺🇦cd", 4, "ab…"), ("a👩‍👩‍👧bc", 5, "a…"),
    ("x👍🏽yz", 3, "x…"), ("가나다라", 3, "가나…"),
  ])
  func `a text is not cut between a letter and what belongs to it`(
    text: String, limit: Int, expected: String
  ) {
    let short = DrawnText.shortened(text, to: limit)
    #expect(Array(short.unicodeScalars) == Array(expected.unicodeScalars))
  }

  @Test func `a single letter with too many marks is cut within`() {
    let letter = "Z" + String(repeating: "\u{301}", count: 500)
    let short = DrawnText.shortened(letter, to: 20)
    #expect(short.unicodeScalars.count == 20)
    #expect(short.unicodeScalars.first == "Z")
  }

  @Test func `a text of many megabytes is shortened at once`() {
    let text = String(repeating: "a b ", count: 2_000_000)
    #expect(DrawnText.shortened(text, to: 200).unicodeScalars.count <= 200)
  }

  @Test(
    arguments: [
      (0x00, 0x08), (0x0E, 0x1F), (0x7F, 0x84), (0x86, 0x9F), (0xFDD0, 0xFDEF), (0xFFFE, 0xFFFF),
      (0x1_FFFE, 0x1_FFFF), (0x10_FFFE, 0x10_FFFF),
    ] as [(UInt32, UInt32)])
  func `characters that XML has not become a sign of replacement`(first: UInt32, last: UInt32) {
    let scalars = (first...last).compactMap(Unicode.Scalar.init)
    #expect(scalars.map { cleaned("a\($0)b") } == scalars.map { _ in "a\u{FFFD}b" })
  }

  @Test(
    arguments: [
      (0x61C, 0x61C), (0x200B, 0x200B), (0x200E, 0x200F), (0x202A, 0x202E), (0x2060, 0x2060),
      (0x2066, 0x2069), (0xFEFF, 0xFEFF),
    ] as [(UInt32, UInt32)])
  func `characters that turn a text or that nobody sees go`(first: UInt32, last: UInt32) {
    let scalars = (first...last).compactMap(Unicode.Scalar.init)
    #expect(scalars.map { cleaned("a\($0)b") } == scalars.map { _ in "ab" })
  }

  @Test(arguments: [
    "\t", "\n", "\u{B}", "\u{C}", "\r", "\r\n", " ", "\u{85}", "\u{2028}", "\u{2029}",
  ])
  func `every blank and every end of a line is one blank`(blank: String) {
    #expect(cleaned("\(blank)a\(blank)\(blank)b\(blank)") == "a b")
  }

  @Test(arguments: HostileText.labels.indices)
  func `what is clean stays as it is`(index: Int) {
    let once = cleaned(HostileText.labels[index])
    #expect(Array(cleaned(once).utf8) == Array(once.utf8))
  }

  @Test(arguments: ["می‌خواهم", "क्‍ष", "Ελλάδα", "e\u{301}", "👩‍👩‍👧", "a\u{A0}b", "…", "\u{FFFD}"])
  func `joiners, marks and letters of any script are kept`(text: String) {
    #expect(Array(cleaned(text).utf8) == Array(text.utf8))
  }

  private func cleaned(_ text: String) -> String { DrawnText.cleaned(text) }
}
