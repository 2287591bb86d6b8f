import StanceDiagnostics
import StanceLanguage
import StanceReference
import Testing

/// Answers worked out by hand from the definition, on a graph where the constructs differ.
@Suite struct MeaningTests {
  static let graph = """
    Ann is a person from Redland until 2004.
    Ann is a person from Blueland since 2005.
    Bob is a person from Redland.
    Redland is a country from Union since 2010.
    Blueland is a country.
    Union is a bloc.
    Yalta is a city from Redland.
    Peace is a proposal. War is a plan. Truce is a plan.
    Redland has population 10. Blueland has population 20. Bob has motto "Peace".
    source First "The first" by Press on 2001. source Second by "Other Press" language en.
    Ann supports Peace on 2003 in First with confidence 0.5.
    Ann supports Truce on 2006-05 in Second saying "A truce, at last!" with confidence 1.
    Ann rejects Peace on 2007 according to Bob provided "Redland goes first".
    Bob supports Peace saying "Peace in our time" according to Bob.
    Bob rejects War on 2012-01-01.
    Bob supports War on 2011-01-01 according to Ann in First.
    Redland proposes Truce on 2012.
    Yalta hosts Truce.
    Ann hosts War.
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var ask: String
    var rows: [String]
    var testDescription: String { ask }

    init(_ ask: String, _ rows: String...) { (self.ask, self.rows) = (ask, rows) }
  }

  static let clauses = [
    Case("who unconditionally rejects what", "Bob|War"),
    Case("who rejects what provided \"goes first\"", "Ann|Peace"),
    Case("who supports what saying \"truce at\"", "Ann|Truce"),
    Case("who supports what saying \"our peace\""),
    Case("who currently supports what", "Ann|Truce", "Bob|Peace"),
    Case("who currently supports what until 2006", "Ann|Peace", "Ann|Truce"),
    Case("who supports then rejects what", "Ann|Peace", "Bob|War"),
    Case("who rejects then supports what"),
    Case("who supports what on ?d", "Ann|Peace|2003", "Ann|Truce|2006-05", "Bob|War|2011-01-01"),
    Case("when did Ann support Truce?", "2006-05"),
    Case(
      "who supports what in which source", "Ann|Peace|First", "Ann|Truce|Second", "Bob|War|First"),
    Case("who supports what in \"The first\"", "Ann|Peace", "Bob|War"),
    Case("who supports what with publisher != Press", "Ann|Truce"),
    Case("who ?r War with speaker = Ann", "Bob|supports"),
    Case("who supports what with confidence 1", "Ann|Truce"),
    Case("?x hosts ?y", "Ann|War", "Yalta|Truce"),
    Case("who has motto \"Peace\"", "Bob"),
    Case("who.population >= 20", "Blueland"),
    Case("who has population != 10", "Blueland"),
    Case("?x is a plan and not ?x is supported by Bob", "Truce"),
    Case("does Ann support Peace?", "yes|1"),
    Case("does Ann not support War?", "yes|0"),
    Case("someone does not support Peace", "yes|0"),
    Case("Ann does not reject something", "nothing recorded|0"),
    Case("which plan is not supported by someone"),
    Case("which plan is not rejected by someone", "Truce"),
    Case("Bob does not support what", "Truce"),
    Case("which person does not reject which plan", "Ann|Truce", "Ann|War", "Bob|Truce"),
    Case("which plan is supported by someone and not (a person does not support which plan)"),
    Case("who supports something that is not rejected by someone", "Ann"),
    Case("who supports something that Redland proposes", "Ann"),
    Case("who that rejects War supports what", "Bob|Peace", "Bob|War"),
    Case("who both supports and rejects something", "Ann", "Bob"),
    Case("any of (Ann, Redland) does not support Truce", "yes|0"),
    Case("(who supports Truce or who rejects War) and who rejects what", "Ann|Peace", "Bob|War"),
    Case(
      "who supports what, optionally whom rejects what, optionally ?h hosts what",
      "Ann|Peace|Ann|-", "Ann|Truce|-|Yalta", "Bob|Peace|Ann|-", "Bob|War|Bob|Ann"),
  ]

  static let affiliations = [
    Case("who from Redland supports what", "Ann|Peace", "Bob|Peace", "Bob|War"),
    Case("who from Blueland ?r what", "Ann|hosts|War", "Ann|rejects|Peace", "Ann|supports|Truce"),
    Case(
      "who from Union ?r what", "Bob|rejects|War", "Bob|supports|Peace", "Bob|supports|War",
      "Redland|proposes|Truce", "Yalta|hosts|Truce"),
    Case("who from Redland hosts what", "Ann|War", "Yalta|Truce"),
    Case("who from Union hosts what", "Yalta|Truce"),
    Case("which person is from Redland", "Ann", "Bob"),
    Case("which person is from Union", "Ann", "Bob"),
    Case("who supports what by country", "Blueland|Truce", "Redland|Peace", "Redland|War"),
    Case("who rejects what according to whom by country", "Blueland|Peace|Redland"),
    Case("who does not support Peace by country", "Blueland", "Union"),
    Case("which person supports what by country"),
    Case("who is a city", "Yalta"),
  ]

  static let answers = [
    Case("who supports what show who, count what, count statements", "Ann|2|2", "Bob|2|2"),
    Case("who supports what show count what, avg confidence, min confidence", "3|0.75|0.5"),
    Case("who supports what show max date, list sources", "2011-01-01|First; Second"),
    Case("who supports what show first quote, last quote", "-|-"),
    Case(
      "who supports what show who, first date, last date", "Ann|2003|2006-05",
      "Bob|2011-01-01|2011-01-01"),
    Case("who supports what show who having count what > 2"),
    Case("who hosts what saying \"x\" show count who, avg confidence", "0|-"),
    Case("how many people support which proposal", "1|Truce", "1|War", "2|Peace"),
    Case(
      "who supports what show who, what, date sort by date descending",
      "Bob|War|2011-01-01", "Ann|Truce|2006-05", "Ann|Peace|2003", "Bob|Peace|-"),
    Case("who supports what sort by what descending limit 2 skip 1", "Ann|Truce", "Ann|Peace"),
    Case("who supports what limit 0"),
    Case("who supports what show what, count who top 1", "Peace|2"),
    Case("who supports what show who as \"Holder\", what top 1", "Ann|Peace"),
    Case(
      "which country has population > 0 show country, ?country.population sort by ?country.population descending",
      "Blueland|20", "Redland|10"),
  ]

  static let definitions = [
    Case(
      "define ?x is a dove when ?x supports Peace. which dove rejects what", "Ann|Peace", "Bob|War"),
    Case("define ?x is a dove when ?x supports Peace. which person is not a dove"),
    Case(
      "define ?x is a dove when ?x supports Peace. which dove rejects what, all since 2003",
      "Ann|Peace"),
    Case(
      "define mutual ?a meets ?b counting ?p when ?a supports ?p and ?b supports ?p. who meets whom show who, whom, weight",
      "Ann|Bob|1", "Bob|Ann|1"),
    Case(
      "define mutual ?a meets ?b when ?a supports ?p and ?b supports ?p. who does not meet Ann",
      "Ann", "Blueland", "Redland", "Union"),
    Case(
      "define ?a follows ?b when ?a is from ?b and ?b is a country. define ?a follows ?c when ?a follows ?b and ?b is from ?c and ?c is a bloc. who follows whom and who is a person",
      "Ann|Blueland", "Ann|Redland", "Ann|Union", "Bob|Redland", "Bob|Union"),
    Case(
      "path from Ann to Yalta", "1|Ann|from →|Redland", "1|Ann|supports →|Truce",
      "2|Redland|← from|Yalta", "2|Truce|← hosts|Yalta"),
    Case("path from Ann to Yalta via supports, hosts since 2007"),
    Case("paths from Union to Bob within 2 steps", "2|Union – Redland – Bob"),
    Case("Yalta reaches which person via hosts, supports within 2 steps", "Ann"),
    Case("which person does not reach Blueland via from within 1 step", "Bob"),
  ]

  @Test(arguments: clauses + affiliations + answers + definitions)
  func `a question has the answer of its definition`(example: Case) throws {
    let rows = try rows(example.ask)
    #expect(rows == example.rows)
  }

  @Test(arguments: [
    "not ?x rejects War", "who supports what or whom rejects what",
    "who hosts what and what supports War",
    "who supports Yalta", "who supports what show date, who and whom rejects what",
    "define ?a likes ?b when not ?b likes ?a and ?a supports ?p and ?b supports ?p. who likes whom",
    "who supports what and who rejects what show who, date", "who currently proposes what",
    "who supports $thing",
    "who supports what, optionally ?c rejects what, optionally ?c hosts what",
  ])
  func `an erroneous question is refused`(ask: String) {
    #expect(throws: (any Error).self) { try rows(ask) }
  }

  private func rows(_ ask: String) throws -> [String] {
    let evaluator = ReferenceEvaluator(
      graph: try ReferenceGraph(SourceText(name: "graph", Self.graph)))
    let file = try Sample.questions(SourceText(name: "<ask>", ask))
    return try evaluator.answers(to: file).flatMap(\.rows).map { row in
      Sample.row(row).map(Self.text).joined(separator: "|")
    }
  }

  private static func text(_ value: ReferenceValue) -> String {
    switch value {
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .absent: "-"
    case .list(let values): values.map(text).joined(separator: "; ")
    }
  }
}
