import StanceLanguage
import StanceSQL
import Testing

@testable import StanceQuery

/// The SELECT of a plan: what a user writes is bound, never spliced in.
@Suite struct StatementTextTests {
  static let asks = [
    "who rejects what", "who rejects Truce since 2025", "does Russia reject Truce",
    "who supports or proposes what saying \"peace now\" provided \"élan\"",
    "who currently rejects what until 2025", "who rejects then supports what",
    "who from EU rejects what in Herald", "who rejects what according to who",
    "who rejects what by country show who, count what, first date, list sources",
    "who rejects what show what, count who having count who > 2 top 3 by count who",
    "who proposes what and not someone rejects what", "who has motto \"x\" and trusts Russia",
    "(who rejects Truce or who supports Truce) and who trusts whom",
    "who proposes what, optionally ?c rejects what", "who agrees with whom show who, weight",
    "path from Russia to EU", "paths from Russia to EU within 3 steps since 2025",
    "who reaches Russia via trusts within 2 steps", "which country does not reject Truce",
    "define ?a leads ?b when ?a trusts ?b. define ?a leads ?c when ?a leads ?b and ?b trusts ?c. "
      + "who leads whom", "who rejects what at 3..9 with confidence >= 0.5 limit 3 skip 1",
  ]

  @Test(arguments: asks, [false, true])
  func `each place of the statement has its value`(ask: String, withEvidence: Bool) throws {
    let plan = try bind(ask).plan
    for inNumbers in [false, true] {
      let sql = plan.compiled(withEvidence: withEvidence, inNumbers: inNumbers).sql
      #expect(sql.text.count { $0 == "?" } == sql.values.count, "\(sql.text)")
      #expect(!sql.text.contains("\""), "\(sql.text)")
    }
  }

  @Test(arguments: asks) func `the same plan makes the same statement`(ask: String) throws {
    #expect(try bind(ask).plan.compiled().sql == bind(ask).plan.compiled().sql)
  }

  @Test(
    arguments: [
      ("who rejects what saying \"%\"", "' OR 1=1 --"),
      ("who rejects what provided \"%\"", "x'); DROP TABLE statement; --"),
      ("who rejects what with publisher \"%\"", "a\\\" UNION SELECT 1"),
      ("who has motto \"%\"", "?1 ?2 :x @y $z"),
      ("who rejects what with title != \"%\"", "%_[a]*"),
      ("who rejects what as ?s and ?s.quote = \"%\"", "\u{1F600}'"),
    ])
  func `hostile words change a value and no letter of the statement`(
    ask: String, words: String
  ) throws {
    let harmless = try bind(ask.replacing("%", with: "peace")).plan.compiled().sql
    let hostile = try bind(ask.replacing("%", with: words)).plan.compiled().sql
    #expect(hostile.text == harmless.text)
    #expect(hostile.values.count == harmless.values.count)
  }

  @Test(
    arguments: [
      ("who rejects Truce", "who rejects \"30-day ceasefire\""),
      ("who rejects what since 2025", "who rejects what since 1999-05-11"),
      ("who rejects what in Herald", "who rejects what in Gazette"),
      ("who rejects what limit 3", "who rejects what limit 9"),
      ("path from Russia to EU", "path from France to Hungary"),
      ("who rejects what with confidence > 0.5", "who rejects what with confidence > 1"),
    ])
  func `constants are values too`(one: String, other: String) throws {
    let statements = try [one, other].map { try bind($0).plan.compiled().sql }
    #expect(statements[0].text == statements[1].text)
    #expect(statements[0].values != statements[1].values)
  }

  @Test(
    arguments: [
      ("who rejects Truce", [.integer(102), .integer(9)]),
      ("who rejects what since 2025-05", [.integer(102), .integer(20_250_501)]),
      ("who rejects what on 2025", [.integer(102), .integer(20_250_101), .integer(20_251_231)]),
      ("who rejects what saying \"Peace, now!\"", [.integer(102), .text(" peace now ")]),
      ("who rejects what with confidence >= 0.5", [.integer(102), .real(0.5)]),
      ("who rejects what in Herald", [.integer(102), .integer(202)]),
      ("who rejects what according to Macron", [.integer(102), .integer(5)]),
      ("who supports or rejects what", [.integer(101), .integer(102)]),
      ("who is from EU and trusts Russia", [.integer(105), .integer(1), .integer(3)]),
    ] as [(String, [SQLValue])])
  func `the values are those of the question`(ask: String, values: [SQLValue]) throws {
    let found = try bind(ask).plan.compiled().sql.values
    #expect(Set(values).subtracting(found).isEmpty, "\(found)")
  }

  @Test(
    arguments: [
      ("who rejects what", ["who", "what"]),
      ("does Russia reject Truce", ["answer", "statements"]),
      ("path from Russia to EU", ["step", "node", "relation", "next"]),
      ("paths from Russia to EU", ["steps", "path"]),
      ("who rejects what show count what as \"n\", first date", ["n", "first date"]),
    ])
  func `the columns have the names of the answer`(ask: String, labels: [String]) throws {
    #expect(try bind(ask).plan.compiled().columns.map(\.label) == labels)
  }

  @Test(
    arguments: [
      ("who rejects what", .plain), ("who rejects what show date", .date),
      ("who rejects what show list what", .list), ("who rejects what show list dates", .dateList),
      ("who rejects what show first date", .date), ("who rejects what show count what", .plain),
      ("who rejects what on ?d show ?d", .date), ("who rejects what show quote", .plain),
    ] as [(String, ResultColumn.Reading)])
  func `each column says how its values are read`(
    ask: String, reading: ResultColumn.Reading
  ) throws {
    #expect(try bind(ask).plan.compiled().columns.first?.reading == reading)
  }

  @Test func `the fields that the parser knows are those of statements`() {
    #expect(Set(StatementField.allCases.map(\.rawValue)) == Keywords.statementFields)
  }
}
