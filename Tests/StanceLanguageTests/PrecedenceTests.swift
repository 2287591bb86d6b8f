import StanceDiagnostics
import StanceLanguage
import Testing

/// What belongs to what: `not` and `optionally` bind one unit, `and` and `or` do not mix, a
/// qualifier belongs to the clause that it follows.
@Suite struct PrecedenceTests {
  @Test(
    arguments: [
      ("who h Aa", "who h Aa"), ("who h Aa and who h Bb", "[who h Aa and who h Bb]"),
      ("who h Aa but who h Bb", "[who h Aa and who h Bb]"),
      ("who h Aa, and who h Bb, but who h Cc", "[who h Aa and who h Bb and who h Cc]"),
      ("who h Aa or who h Bb or who h Cc", "[who h Aa or who h Bb or who h Cc]"),
      ("not who h Aa and who h Bb", "[not who h Aa and who h Bb]"),
      ("not (who h Aa and who h Bb)", "not [who h Aa and who h Bb]"),
      ("not not who h Aa", "not not who h Aa"),
      ("not who h Aa or who h Bb", "[not who h Aa or who h Bb]"),
      ("(who h Aa or who h Bb) and who h Cc", "[[who h Aa or who h Bb] and who h Cc]"),
      ("who h Cc and (who h Aa or who h Bb)", "[who h Cc and [who h Aa or who h Bb]]"),
      ("((who h Aa))", "who h Aa"),
      ("who h Aa, optionally who h Bb", "[who h Aa, optionally who h Bb]"),
      (
        "who h Aa optionally who h Bb and who h Cc",
        "[who h Aa, optionally who h Bb and who h Cc]"
      ),
      (
        "who h Aa or who h Bb, optionally who h Cc",
        "[[who h Aa or who h Bb], optionally who h Cc]"
      ),
      (
        "who h Aa, optionally (who h Bb and who h Cc)",
        "[who h Aa, optionally [who h Bb and who h Cc]]"
      ),
      ("who h Aa, optionally not who h Bb", "[who h Aa, optionally not who h Bb]"),
      ("who h Aa and k Bb", "[who h Aa and who k Bb]"),
      (
        "who h Aa and does not k Bb and is a plan",
        "[who h Aa and who does not k Bb and who is a plan]"
      ),
      ("who h Aa and k or m Bb", "[who h Aa and who k or m Bb]"),
      ("who h and k Aa and m Bb", "[who h and k Aa and who m Bb]"),
      ("who h Aa and k Bb since 2025", "[who h Aa and who k Bb [since 2025: this clause only]]"),
      (
        "who h Aa and k Bb, all since 2025",
        "[who h Aa and who k Bb], all [since 2025: every clause]"
      ),
      ("who h something that Bb k since 2025", "who h [something that Bb k since 2025]"),
      ("who h something that is a plan since 2025", "who h [something that is a plan] since 2025"),
      ("who that k Aa h Bb", "[who that k Aa] h Bb"),
      ("who from Aa that k Bb h Cc", "[who from Aa that k Bb] h Cc"),
      (
        "who h something that is k by someone that m Bb",
        "who h [something that is k by [someone that m Bb]]"
      ),
    ])
  func `a question is read in one way`(ask: String, reading: String) throws {
    let (file, diagnostics) = QuestionFile.parse(SourceText(name: "x", ask))
    #expect(diagnostics.map(\.message) == [])
    var printer = QuestionPrinter(.reading)
    let read = file.sentences.map { printer.print($0) }
    #expect(read == [reading + "."])
  }

  @Test(
    arguments: [
      "who h Aa and who h Bb or who h Cc", "who h Aa or who h Bb and who h Cc",
      "who h Aa or who h Bb but who h Cc", "not (who h Aa and who h Bb or who h Cc)",
      "(who h Aa or who h Bb) and who h Cc or who h Dd",
    ])
  func `and and or do not mix without brackets`(ask: String) {
    let found = QuestionFile.parse(SourceText(name: "x", ask)).diagnostics
    #expect(found.map(\.code) == [.mixedConnectives])
  }

  @Test(arguments: ["and then", "or and", "then or", "and or"])
  func `verbs are joined by one word only`(pair: String) {
    let words = pair.split(separator: " ")
    let ask = "who supports \(words[0]) rejects \(words[1]) proposes what"
    let found = QuestionFile.parse(SourceText(name: "x", ask)).diagnostics
    #expect(found.map(\.code) == [.mixedVerbConnectives])
  }
}
