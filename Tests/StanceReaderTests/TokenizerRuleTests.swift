import Testing

@testable import StanceReader

/// What is one token, and what two.
@Suite struct TokenizerRuleTests {
  private func words(_ text: String) -> [String] {
    var tokenizer = Tokenizer(
      Array(text.unicodeScalars), abbreviations: Lexicon.builtIn[.abbreviations])
    return tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count)).map(\.lower)
  }

  @Test(arguments: [
    ("can’t, won't, shan't", ["can", "n't", ",", "will", "n't", ",", "shall", "n't"]),
    ("Isn’t it", ["is", "n't", "it"]),
    ("I'd say they'll go", ["i", "'d", "say", "they", "'ll", "go"]),
    ("Peru's and Mali’s", ["peru", "'s", "and", "mali", "'s"]),
    ("the dockers’ pay", ["the", "dockers", "'", "pay"]),
    ("O'Brien met d'Orsay", ["o'brien", "met", "d'orsay"]),
    ("rock 'n' roll", ["rock", "'", "n", "'", "roll"]),
  ])
  func `apostrophes are parts of words, possessives or marks`(_ text: String, _ found: [String]) {
    #expect(words(text) == found)
  }

  @Test(arguments: [
    ("12.5 per cent", ["12.5", "per", "cent"]),
    ("€3.2bn or £4m", ["€3.2bn", "or", "£4m"]),
    ("1,200,000 votes", ["1,200,000", "votes"]),
    ("a 41–12 vote", ["a", "41–12", "vote"]),
    ("in 2024–25", ["in", "2024–25"]),
    ("a two-thirds vote", ["a", "two-thirds", "vote"]),
    ("no. 7", ["no.", "7"]),
    ("at 5 p.m. today", ["at", "5", "p.m.", "today"]),
  ])
  func `numbers keep their marks`(_ text: String, _ found: [String]) {
    #expect(words(text) == found)
  }

  @Test(arguments: [
    ("wait -- no", ["wait", "--", "no"]),
    ("a well- or ill-fed dog", ["a", "well", "-", "or", "ill-fed", "dog"]),
    ("Enough…", ["enough", "…"]),
    ("no ... yes", ["no", "...", "yes"]),
    ("A&B and R&D", ["a&b", "and", "r&d"]),
    ("either/or", ["either", "/", "or"]),
    ("re\u{AD}elec\u{AD}tion", ["reelection"]),
    ("non\u{2011}paper", ["non-paper"]),
  ])
  func `dashes, dots and brackets`(_ text: String, _ found: [String]) {
    #expect(words(text) == found)
  }

  @Test(arguments: [
    ("Yahoo! rejects it.", ["yahoo!", "rejects", "it", "."]),
    ("Yahoo!'s bid", ["yahoo!", "'s", "bid"]),
    ("Yahoo!, too", ["yahoo!", ",", "too"]),
    ("Why? Because.", ["why", "?", "because", "."]),
    ("No! never", ["no!", "never"]),
    ("really? no", ["really", "?", "no"]),
  ])
  func `a mark belongs to a capitalised word that goes on`(_ text: String, _ found: [String]) {
    #expect(words(text) == found)
  }

  @Test(arguments: [
    ("УКРАЇНА says", "says"), ("👩‍👩‍👧 says", "says"), ("e\u{301}t\u{e9} says", "says"),
    ("𝔘𝔫𝔦 says", "says"), ("\u{FEFF}it says", "says"), ("a\u{2003}says", "says"),
    ("line\r\nsays", "says"), ("👍🏽👍🏽 says", "says"),
  ])
  func `whatever stands before a word, its offsets are those of its scalars`(
    _ text: String, _ word: String
  ) throws {
    var tokenizer = Tokenizer(Array(text.unicodeScalars), abbreviations: [])
    let tokens = tokenizer.tokens(in: TextSpan(0, text.unicodeScalars.count))
    #expect(text.slice(try #require(tokens.last).span) == word)
  }

  @Test(arguments: [
    ("Dr. Lee met Prof. Ito. They left.", ["Dr. Lee met Prof. Ito.", "They left."]),
    ("The firm, Acme Inc., rose. It fell.", ["The firm, Acme Inc., rose.", "It fell."]),
    ("Is it so? It is! Yes.", ["Is it so?", "It is!", "Yes."]),
    ("He said “No.” Then he left.", ["He said “No.”", "Then he left."]),
    ("(He left.) She stayed.", ["(He left.)", "She stayed."]),
    ("It rose by 3.5 percent. Then it fell.", ["It rose by 3.5 percent.", "Then it fell."]),
    ("J. R. Cole spoke. He left.", ["J. R. Cole spoke.", "He left."]),
    ("“Why now?” asked Ana Paz. Nobody knew.", ["“Why now?” asked Ana Paz.", "Nobody knew."]),
    (
      "They met in Washington, D.C. The talks failed.",
      [
        "They met in Washington, D.C.", "The talks failed.",
      ]
    ),
    ("The band Who? rejected it. We left.", ["The band Who? rejected it.", "We left."]),
    ("It came on Jan. 5. It left.", ["It came on Jan. 5.", "It left."]),
    ("No 10 said so. 12 agreed.", ["No 10 said so.", "12 agreed."]),
    ("He left…  She stayed.", ["He left…", "She stayed."]),
    ("Wait... what? Go.", ["Wait... what?", "Go."]),
  ])
  func `sentences end at their marks and nowhere else`(_ text: String, _ found: [String]) {
    #expect(Reading.of(text).sentences.map(text.slice) == found)
  }
}
