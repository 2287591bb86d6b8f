import StanceTestSupport
import Testing

/// A question and the lines of its outline.
struct Planned: Sendable, CustomTestStringConvertible {
  var ask: String
  var steps: [String]

  init(_ ask: String, _ steps: String...) { (self.ask, self.steps) = (ask, steps) }

  var testDescription: String { ask }
}

/// What a question asks for, construct by construct: section 2.5 of the language.
@Suite struct PlanTests {
  static let clauses = [
    Planned("who rejects what", "s0: relation rejects(?who, ?what)", "answer who, what"),
    Planned(
      "Russia rejects something", "s0: relation rejects(Russia, _0)", "answer whether it holds"),
    Planned(
      "who supports or proposes Truce", "s0: relation supports|proposes(?who, Truce)", "answer who"),
    Planned(
      "who both supports and rejects what", "s0: relation supports(?who, ?what)",
      "s1: relation rejects(?who, ?what)", "answer who, what"),
    Planned(
      "who rejects then supports what", "s0: relation rejects(?who, ?what)",
      "s1: relation supports(?who, ?what)", "s0 is before s1", "answer who, what"),
    Planned(
      "who currently rejects what", "s0: relation rejects(?who, ?what) with current",
      "answer who, what"),
    Planned(
      "who unconditionally rejects what", "s0: relation rejects(?who, ?what) with no condition",
      "answer who, what"),
    Planned("who ?stance Truce", "s0: relation ?stance(?who, Truce)", "answer who, stance"),
    Planned(
      "who from EU rejects what", "?who belongs to European Union",
      "s0: relation rejects(?who, ?what)", "answer who, what"),
    Planned(
      "who rejects something that Ukraine proposes", "s1: relation proposes(Ukraine, _1)",
      "s0: relation rejects(?who, _1)", "answer who"),
    Planned(
      "which country rejects which plan", "?country is of country", "?plan is of plan",
      "s0: relation rejects(?country, ?plan)", "answer country, plan"),
    Planned(
      "a person rejects some plan", "_0 is of councillor, person", "_1 is of plan",
      "s0: relation rejects(_0, _1)", "answer whether it holds"),
    Planned(
      "somewhere hosts Truce", "s0: relation hosts(_0, Truce)", "answer whether it holds"),
    Planned(
      "any of (Russia, EU) rejects what", "_0 is one of Russia, European Union",
      "s0: relation rejects(_0, ?what)", "answer what"),
    Planned(
      "who is one of (Russia, EU)", "?who is one of Russia, European Union",
      "answer who"),
    Planned(
      "who is not Russia and rejects what", "not", "  ?who is Russia",
      "s0: relation rejects(?who, ?what)", "answer who, what"),
    Planned(
      "who has population >= 10 and rejects Truce", "?who.population >= 10",
      "s0: relation rejects(?who, Truce)", "answer who"),
    Planned(
      "who rejects what as ?s and ?s.date > 2025", "s0: relation rejects(?who, ?what)",
      "s0.date > 2025", "answer who, what"),
    Planned(
      "who reaches Russia via trusts, from within 2 steps",
      "?who reaches Russia within 2 along trusts, from", "answer who"),
    Planned(
      "who rejects what and not someone supports what", "s0: relation rejects(?who, ?what)", "not",
      "  s1: relation supports(_2, ?what)", "answer who, what"),
    Planned(
      "(who rejects Truce or who supports Truce) and who trusts whom", "either",
      "  s0: relation rejects(?who, Truce)", "either", "  s1: relation supports(?who, Truce)",
      "s2: relation trusts(?who, ?whom)", "answer who, whom"),
    Planned(
      "who proposes what, optionally ?critic rejects what", "s0: relation proposes(?who, ?what)",
      "optionally", "  s1: relation rejects(?critic, ?what)", "answer who, what, critic"),
  ]

  static let qualifiers = [
    Planned(
      "who rejects what on 2025-05",
      "s0: relation rejects(?who, ?what) with first day >= 20250501, "
        + "last day <= 20250531", "answer who, what"),
    Planned(
      "who rejects what since 2025-05",
      "s0: relation rejects(?who, ?what) with first day >= 20250501", "answer who, what"),
    Planned(
      "who rejects what until 2025-02",
      "s0: relation rejects(?who, ?what) with last day <= 20250228", "answer who, what"),
    Planned(
      "who rejects what before 2025", "s0: relation rejects(?who, ?what) with last day < 20250101",
      "answer who, what"),
    Planned(
      "who rejects what after 2024-02",
      "s0: relation rejects(?who, ?what) with first day > 20240229",
      "answer who, what"),
    Planned(
      "who rejects what between 2024 and 2025-04",
      "s0: relation rejects(?who, ?what) with "
        + "first day >= 20240101, last day <= 20250430", "answer who, what"),
    Planned(
      "who rejects what on ?day", "s0: relation rejects(?who, ?what) with date ?day",
      "answer who, what, day"),
    Planned(
      "who rejects what when", "s0: relation rejects(?who, ?what) with date ?when",
      "answer who, what, when"),
    Planned(
      "who rejects what according to who", "s0: relation rejects(?who, ?what) with speaker ?who",
      "answer who, what"),
    Planned(
      "who rejects what in Herald", "s0: relation rejects(?who, ?what) with source Herald",
      "answer who, what"),
    Planned(
      "who rejects what in \"The Daily Gazette\"",
      "s0: relation rejects(?who, ?what) with source Gazette", "answer who, what"),
    Planned(
      "who rejects what in which source", "s0: relation rejects(?who, ?what) with source ?source",
      "answer who, what, source"),
    Planned(
      "who rejects what saying \"Peace, NOW!\"",
      "s0: relation rejects(?who, ?what) with words “peace now”", "answer who, what"),
    Planned(
      "who rejects what provided \"élan\"",
      "s0: relation rejects(?who, ?what) with condition “elan”", "answer who, what"),
    Planned(
      "who rejects what with confidence >= 0.8",
      "s0: relation rejects(?who, ?what) with confidence >= 0.8", "answer who, what"),
    Planned(
      "who rejects what with publisher Press",
      "s0: relation rejects(?who, ?what) with publisher = “Press”", "answer who, what"),
    Planned(
      "who rejects what with speaker != Macron",
      "s0: relation rejects(?who, ?what) with speaker != Emmanuel Macron", "answer who, what"),
    Planned(
      "who rejects what at 3..9", "s0: relation rejects(?who, ?what) with at 3..9",
      "answer who, what"),
    Planned(
      "who rejects what and supports Truce since 2025", "s0: relation rejects(?who, ?what)",
      "s1: relation supports(?who, Truce) with first day >= 20250101", "answer who, what"),
    Planned(
      "who rejects what and supports Truce, all since 2025",
      "s0: relation rejects(?who, ?what) with first day >= 20250101",
      "s1: relation supports(?who, Truce) with first day >= 20250101", "answer who, what"),
  ]

  static let options = [
    Planned(
      "who rejects what limit 5 skip 2", "s0: relation rejects(?who, ?what)", "answer who, what",
      "at most 5 rows", "after the first 2"),
    Planned(
      "who rejects what limit 0", "s0: relation rejects(?who, ?what)", "answer who, what",
      "at most 0 rows"),
    Planned(
      "who rejects what show who, count what sort by count what descending, who",
      "s0: relation rejects(?who, ?what)", "answer who, count what",
      "sort by count ?what descending", "sort by ?who"),
    Planned(
      "who rejects what show what top 3 by count who", "s0: relation rejects(?who, ?what)",
      "answer what", "sort by count ?who descending", "at most 3 rows"),
    Planned(
      "who rejects what top 3", "s0: relation rejects(?who, ?what)", "answer who, what",
      "sort by count statements descending", "at most 3 rows"),
    Planned(
      "who rejects what top 5 limit 4 skip 3", "s0: relation rejects(?who, ?what)",
      "answer who, what", "sort by count statements descending", "at most 2 rows",
      "after the first 3"),
    Planned(
      "who rejects what by bloc", "rolled up to bloc", "s0: relation rejects(?who, ?what)",
      "answer who, what"),
    Planned(
      "France rejects what by bloc", "rolled up to bloc",
      "s0: relation rejects(European Union, ?what)", "answer what"),
    Planned(
      "Russia rejects what by bloc", "rolled up to bloc", "s0: relation rejects(Russia, ?what)",
      "answer what"),
    Planned(
      "who rejects what by people", "rolled up to councillor, person",
      "s0: relation rejects(?who, ?what)", "answer who, what"),
    Planned(
      "path from Russia to EU via trusts, from within 3 steps since 2025",
      "shortest paths from Russia to European Union within 3 steps along trusts, from with "
        + "first day >= 20250101"),
    Planned(
      "path from Russia to EU via backs", "derived 0 ‘backs’ ", "  rule (?a, ?p)",
      "    s0: relation supports|proposes(?a, ?p)",
      "shortest paths from Russia to European Union within 12 steps along ‘backs’"),
    Planned(
      "paths from Russia to EU",
      "every path from Russia to European Union within 4 steps along "
        + "supports, rejects, proposes, hosts, trusts, seeks, stands for, from"),
  ]

  @Test(arguments: clauses + qualifiers + options)
  func `a question has its plan`(example: Planned) throws {
    let steps = try steps(example.ask)
    #expect(steps == example.steps, "\(steps)")
  }

  @Test(
    arguments: [
      ("who rejects what", ["who", "what"]), ("what is rejected by whom", ["what", "whom"]),
      ("does Russia reject what", ["what"]), ("what does Russia reject", ["what"]),
      ("when did who reject what", ["when", "who", "what"]),
      ("which countries reject which plans", ["country", "plan"]),
      ("how many countries reject Truce", ["count country"]),
      ("how many people reject what", ["count person", "what"]),
      ("who rejects what as ?s on ?d", ["who", "what", "d"]),
      ("?x rejects ?y and ?x supports ?z", ["x", "y", "z"]),
      ("?s.date > 2025 and who rejects what as ?s", ["who", "what"]),
      ("who rejects what and not someone supports what", ["who", "what"]),
    ] as [(String, [String])])
  func `what is named is shown in order of appearance`(ask: String, labels: [String]) throws {
    let columns = try columns(ask)
    #expect(columns == labels, "\(columns)")
  }

  @Test(
    arguments: [
      ("who rejects what as ?s show who, dates, quotes", ["who", "date", "quote"]),
      ("who rejects what as ?s show ?s.speaker, ?s.sources", ["s.speaker", "s.sources"]),
      ("which country rejects what show countries, count whats", ["country", "count what"]),
      ("who rejects what show who.population, first quotes", ["who.population", "first quote"]),
      ("who rejects what show who as \"Holder\", count what as \"n\"", ["Holder", "n"]),
      ("who agrees with whom show weight, who", ["weight", "who"]),
      ("who rejects what show count statements, list sources", ["count statement", "list source"]),
    ] as [(String, [String])])
  func `columns are called as they are asked for, fields in the singular`(
    ask: String, labels: [String]
  ) throws {
    let columns = try columns(ask)
    #expect(columns == labels, "\(columns)")
  }
}
