import StanceLanguage
import StanceQuery
import Testing

/// Two ways to say the same have the same plan, whatever the order of the words.
@Suite struct SpellingTests {
  @Test(
    arguments: [
      ("What does Russia reject?", "Russia rejects what"),
      ("what did Russia reject", "Russia rejects what"),
      ("Russia rejected what", "Russia rejects what"),
      ("Russia reject what.", "Russia rejects what;"),
      ("what was rejected by Russia", "Russia rejects what"),
      ("what is not rejected by Russia", "not Russia rejects what"),
      ("does Russia reject Truce?", "Russia rejects Truce"),
      ("does Russia not reject Truce?", "Russia does not reject Truce"),
      ("do Russia reject Truce", "did Russia reject Truce"),
      ("when did Russia reject Truce", "Russia rejects Truce when"),
      ("who sought what", "who seeks what"), ("who stood for Truce", "who stands for Truce"),
      ("Who rejects what", "who rejects what"),
      ("who rejects what and supports Truce", "who rejects what and who supports Truce"),
      ("who rejects what, and supports Truce", "who rejects what but supports Truce"),
      ("who both rejects and supports Truce", "who rejects and supports Truce"),
      ("who rejects Truce and supports Truce", "who rejects and supports Truce"),
      ("((who rejects what))", "who rejects what"),
      (
        "not not who rejects Truce and who supports Truce",
        "not (not who rejects Truce) and who supports Truce"
      ),
      ("who rejects \"Truce\"", "who rejects Truce"), ("who rejects “truce”", "who rejects Truce"),
      ("who rejects the Truce", "who rejects Truce"),
      ("who rejects the plan Truce", "who rejects Truce"),
      ("EU rejects what", "\"european  union\" rejects what"),
      ("\"30‑day ceasefire\" is rejected by who", "\"30-day ceasefire\" is rejected by who"),
      ("the Istanbul hosts what", "İstanbul hosts what"),
      ("The Hague hosts what", "\"the hague\" hosts what"),
      ("a country rejects Truce", "some country rejects Truce"),
      ("which countries reject what", "which country rejects what"),
      ("which people reject what", "which person rejects what"),
      ("who rejects what in 2025", "who rejects what on 2025"),
      ("who rejects what on 2025-05", "who rejects what between 2025-05-01 and 2025-05-31"),
      ("who rejects what after 2024", "who rejects what after 2024-12-31"),
      ("who rejects what before 2025", "who rejects what before 2025-01"),
      ("who rejects what said \"a, b\"", "who rejects what saying \"A b\""),
      ("who rejects what with confidence 1", "who rejects what with confidence = 1"),
      ("who rejects what since 2025, in Herald", "who rejects what since 2025 in Herald"),
      ("who has population 3", "who has population = 3"),
      ("who have population 3", "who has population 3"),
      ("who reaches Russia", "who reaches Russia within 6 steps"),
      ("who reaches Russia via trusts or from", "who reaches Russia via trusts, from"),
      (
        "path from Russia to EU via from within 1 step",
        "path from Russia to EU via from within 1 steps"
      ),
      (
        "who rejects something that is proposed by Ukraine",
        "who rejects something that Ukraine proposes"
      ),
      (
        "what that Ukraine proposes does Russia reject since 2025",
        "what that Ukraine proposes is rejected by Russia since 2025"
      ),
      ("who rejects what all since 2025 limit 1", "who rejects what, limit 1, all since 2025"),
      ("who rejects what show who sort by who ascending", "who rejects what show who sort by who"),
      ("who rejects what limit 3 skip 0", "who rejects what limit 3"),
      ("who rejects what draw colour by kind", "who rejects what draw color by kind"),
    ])
  func `two spellings are one question`(one: String, other: String) throws {
    #expect(try Meaning(one) == Meaning(other))
  }

  @Test(
    arguments: [
      ("who rejects what", "who rejects something"),
      ("who does not reject Truce", "not who rejects something"),
      ("who rejects what since 2025", "who rejects what after 2025"),
      ("who rejects what until 2025", "who rejects what before 2025"),
      ("who rejects or supports Truce", "who rejects and supports Truce"),
      ("who rejects then supports Truce", "who supports then rejects Truce"),
      ("who rejects what and what is a plan", "who rejects what and who is a country"),
      ("someone does not reject Truce", "not someone rejects Truce"),
      ("?x trusts ?y", "?x trusts ?x"),
      (
        "who rejects what and supports Truce since 2025",
        "who rejects what since 2025 and supports Truce"
      ),
      ("path from Russia to EU", "path from EU to Russia"),
      ("path from Russia to EU", "paths from Russia to EU"),
      ("who rejects what top 3", "who rejects what limit 3"),
    ])
  func `two questions that differ have two plans`(one: String, other: String) throws {
    #expect(try Meaning(one) != Meaning(other))
  }
}

/// The plan of a question without the order in which its variables are numbered and shown.
private struct Meaning: Equatable, CustomStringConvertible {
  var lines: [String]
  var description: String { lines.joined(separator: "\n") }

  init(_ ask: String) throws {
    lines = try steps(ask).map { line in
      guard line.hasPrefix("answer ") else { return line }
      return line.dropFirst(7).split(separator: ", ").sorted().joined(separator: ", ")
    }
  }
}
