import StanceModel
import StanceTestSupport
import Testing

@Suite struct NameKeyTests {
  @Test(
    arguments: [
      ("Russia", "RUSSIA"), ("European  Union", "european union"), (" Russia ", "Russia"),
      ("a\tb", "A B"), ("a\u{A0}b", "a b"), ("a\u{3000}b", "a b"), ("Straße", "STRASSE"),
      ("straße", "strasse"), ("ΟΔΟΣ", "οδος"), ("οδός", "οδόσ"), ("É", "e\u{301}"), ("ﬁn", "fin"),
      ("ＥＵ", "EU"), ("30–day", "30-day"), ("30—day", "30-day"), ("30−day", "30-day"),
      ("30\u{2011}day", "30-day"), ("30\u{2010}day", "30-day"), ("O’Brien", "O'Brien"),
      ("O‘Brien", "O'Brien"), ("O\u{B4}Brien", "O'Brien"), ("O`Brien", "O'Brien"),
      ("Oʼ", "O'"), ("Россия", "РОССИЯ"), ("Зеленський", "ЗЕЛЕНСЬКИЙ"), ("Ї", "і\u{308}"),
      ("Ǆ", "ǆ"), ("ﬀ", "FF"), ("K", "k"), ("Å", "å"), ("①", "1"),
    ])
  func `names that differ only in form have one key`(first: String, second: String) {
    #expect(NameKey.key(first).utf8.elementsEqual(NameKey.key(second).utf8))
  }

  @Test(
    arguments: [
      ("Йод", "Иод"), ("їжа", "іжа"), ("Orbán", "Orban"), ("Türkiye", "Turkiye"), ("ı", "i"),
      ("İ", "I"), ("A-B", "A B"), ("A.B", "AB"), ("ss", "s"), ("ё", "е"), ("Аdmin", "Admin"),
    ])
  func `other letters make another key`(first: String, second: String) {
    #expect(NameKey.key(first) != NameKey.key(second))
  }

  @Test(
    arguments: [
      ("İstanbul", "i̇stanbul"), ("ISPARTA", "isparta"), ("Diyarbakır", "diyarbakır"),
      ("ẞ", "ss"), ("", ""), ("   ", ""),
    ])
  func `the folding is that of Unicode, without a language`(name: String, key: String) {
    #expect(NameKey.key(name).utf8.elementsEqual(key.utf8))
  }

  @Test(
    arguments: [
      ("Émile", "emile"), ("Йод", "иод"), ("Łódź", "łodz"), ("Straße", "strasse"), ("ＥＵ", "eu"),
      ("Nguyễn", "nguyen"),
    ])
  func `the sort key has no marks and no case`(name: String, sort: String) {
    #expect(NameKey.sort(name).utf8.elementsEqual(sort.utf8))
  }

  @Test(
    arguments: [
      ("", []), ("...", []), ("A cease-fire, now!", ["a", "cease", "fire", "now"]),
      ("don’t", ["don", "t"]), ("Orbán’s 30 días", ["orban", "s", "30", "dias"]),
      ("перемир’я — зараз", ["перемир", "я", "зараз"]), ("停戦案", ["停戦案"]), ("a_b", ["a", "b"]),
      ("x²", ["x2"]), ("e\u{301}a", ["ea"]), ("٣ أيام", ["٣", "ايام"]),
    ] as [(String, [String])])
  func `tokens are runs of letters and digits without marks`(text: String, tokens: [String]) {
    #expect(NameKey.tokens(text) == tokens)
    #expect(
      NameKey.phrase(text) == (tokens.isEmpty ? "" : " \(tokens.joined(separator: " ")) "))
  }

  @Test(
    arguments: [
      ("a full ceasefire first", "Ceasefire first", true),
      ("a full ceasefire first", "fire", false),
      ("a full ceasefire first", "full first", false), ("peacekeepers", "peacekeeper", false),
      ("«перемир’я»", "перемир'я", true),
    ])
  func `a phrase is found where its tokens follow each other`(
    text: String, phrase: String, isFound: Bool
  ) {
    #expect(NameKey.phrase(text).contains(NameKey.phrase(phrase)) == isFound)
  }

  @Test(
    arguments: [
      ("  Russia\t", "Russia"), ("Orba\u{301}n", "Orb\u{E1}n"), ("\u{3000}\u{A0}", ""), ("", ""),
      ("A  B", "A  B"), ("ﬁn", "ﬁn"),
    ])
  func `a name is kept composed and without blanks around it`(name: String, stored: String) {
    #expect(NameKey.stored(name).utf8.elementsEqual(stored.utf8))
  }

  static let alphabet = "aBzÉßςİıйЇ日أ -–’'`´\u{301}\u{A0}ﬁＥ①ǅ"

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `the key of a key is the key`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let key = NameKey.key(random.text(of: Self.alphabet, length: 0...8))
      #expect(NameKey.key(key).utf8.elementsEqual(key.utf8), "\(key.debugDescription)")
    }
  }

  @Test(arguments: 1...5 as ClosedRange<UInt64>)
  func `upper and lower case have one key`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let name = random.text(of: "aBzÉéßςσйЇ日ﬁ -", length: 0...8)
      let keys = [name, name.uppercased(), name.lowercased()].map(NameKey.key)
      #expect(Set(keys.map { Array($0.utf8) }).count == 1, "\(name.debugDescription)")
    }
  }
}
