import StanceDiagnostics
import StanceGraph
import StanceLanguage
import StanceStore
import StanceTestSupport
import Testing

/// What the program once got wrong.
@Suite struct RegressionTests {
  static let graph = """
    an actor can trust an actor.
    Ann is a person from Redland until 2004. Ann is a person from Blueland since 2005.
    Bob is a person from Redland. Cid is a person.
    Redland is a country from Union since 2010. Blueland is a country. Union is a bloc.
    Yalta is a city from Redland.
    Peace is a proposal. War is a plan. Truce is a plan.
    Ann supports Peace on 2003 according to Bob in Zeit with confidence 0.5.
    Ann supports Peace on 2006 according to Cid in Argus with confidence 0.5.
    Ann supports Truce on 2006 with confidence 1.
    Bob rejects Peace according to Ann.
    Redland proposes War on 2012 according to Redland.
    Ann trusts Ann. Ann trusts Bob. Bob trusts Cid. Union trusts Ann.
    Yalta hosts Truce.
    """

  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var ask: String
    var rows: [String]

    init(_ name: String, _ ask: String, _ rows: String...) {
      (self.name, self.ask, self.rows) = (name, ask, rows)
    }

    var testDescription: String { name }
  }

  private static let follows =
    "define mutual ?a follows ?b when ?a trusts ?b. define mutual ?a follows ?c when "

  static let ranges = [
    Case(
      "which plan inside a negation ranges over plans", "Ann does not support which plan", "War"),
    Case(
      "which country ranges over countries", "some bloc does not trust which country",
      "Blueland", "Redland"),
    Case(
      "what is from somewhere is of the kinds that its places allow",
      "?x from Redland does not host Peace", "Ann", "Bob", "Redland", "Yalta"),
    Case(
      "and so is what is from something unknown", "?x from ?g does not host Truce",
      "Ann|Ann", "Ann|Blueland", "Ann|Redland", "Ann|Union", "Blueland|Blueland", "Bob|Bob",
      "Bob|Redland", "Bob|Union", "Cid|Cid", "Redland|Redland", "Redland|Union", "Union|Union"),
    Case(
      "a rolled-up graph has groups in the place of their members",
      "who does not support Truce by country", "Cid", "Redland", "Union"),
    Case(
      "a chain that never holds is still one without dates", "Ann is from Union", "yes|0"),
    Case("but it holds at no statement", "who from Union supports what"),
  ]

  static let definitions = [
    Case(
      "a mutual closure is closed under exchange and has no loops",
      follows + "?a follows ?b and ?b follows ?c. Cid follows whom", "Ann", "Bob", "Union"),
    Case(
      "of relations that depend on each other each leads where it does itself",
      "define ?a leads ?b when ?a trusts ?b. define ?a leads ?c when ?a tails ?b and ?b trusts ?c. "
        + "define ?a tails ?c when ?a leads ?b and ?b trusts ?c. who reaches Cid via tails within 1 step",
      "Ann", "Union"),
    Case(
      "a mutual linear rule too", follows + "?a follows ?b and ?b trusts ?c. Cid follows whom",
      "Ann", "Bob", "Union"),
    Case(
      "an interrogative of a rule ranges by itself",
      """
      define ?x is a loner when ?x is a person and not who trusts ?x. which loner is an actor
      """, "Ann", "Bob", "Cid"),
    Case(
      "all with someone may be another one in each clause",
      "Ann supports what and whom rejects what, all according to someone", "Peace|Bob"),
    Case(
      "top needs no statements",
      "define ?a meets ?b when ?a trusts ?b. who meets whom top 2", "Ann|Ann", "Ann|Bob"),
  ]

  static let answers = [
    Case(
      "the least node is the first by name", "who supports what show who, min what, max what",
      "Ann|Peace|Truce"),
    Case(
      "sources order by sort key", "who supports what show who, min source, max source",
      "Ann|Argus|Zeit"),
    Case(
      "each statement counts once however often it occurs",
      "who supports what and who is from ?g show who, count statements, count ?g", "Ann|3|4"),
    Case(
      "values of a named statement count for each statement",
      "who supports what as ?s show who, avg ?s.confidence, first ?s.speaker",
      "Ann|0.666666667|Bob"),
    Case(
      "a field is compared with a name", "who supports what as ?s and ?s.speaker = Bob", "Ann|Peace"
    ),
    Case(
      "speakers are rolled up",
      "who supports what as ?s by country show who, ?s.speaker, list speakers",
      "Blueland|Cid|Cid", "Blueland|-|", "Redland|Redland|Redland"),
    Case(
      "a name is rolled up where it is compared",
      "who supports what with speaker = Bob by country", "Redland|Peace"),
    Case(
      "how many stands where it was asked", "how many people support which proposal",
      "1|Peace", "1|Truce"),
    Case(
      "how many may be asked of two things",
      "how many countries propose War and how many people reject Peace", "1|1"),
    Case(
      "what is not of a defined kind is of the kinds of its definition",
      "define ?x is a pal when ?x trusts ?y. who is not a pal", "Blueland", "Cid", "Redland"),
    Case(
      "a sort key that is not shown counts with its least value",
      "who trusts whom show who sort by whom descending", "Bob", "Ann", "Union"),
    Case(
      "forward steps stand before backward ones", "path from Redland to Cid",
      "1|Redland|← from|Bob", "2|Bob|trusts →|Cid"),
  ]

  static let qualifiers = [
    Case(
      "alternatives that only compare range over everything",
      "who.name = Ann or who.name = Peace show who", "Ann", "Peace"),
    Case(
      "a date may be known from outside an optional negation",
      "when did Redland propose War, optionally not when did Ann support Peace", "2012"),
    Case(
      "several dates on one clause are of one statement", "who supports what on 2006 since 2005",
      "Ann|Peace", "Ann|Truce"),
    Case("and nothing is in two years at once", "who supports what on 2003 on 2006"),
    Case(
      "and so are several speakers", "who supports what according to Bob according to who"),
    Case(
      "two names on one clause are of one statement",
      "who supports Truce as ?s as ?t show ?s.date, ?t.date", "2006|2006"),
    Case("a capitalised article may belong to a name", "The Union trusts whom", "Ann"),
    Case("or be one", "A country proposes what", "War"),
  ]

  @Test(arguments: ranges + definitions + answers + qualifiers) func `it is right now`(
    example: Case
  ) throws {
    #expect(try Program(Self.graph).rows(example.ask) == example.rows)
  }

  @Test func `evidence names each statement once`() throws {
    let program = try Program(Self.graph)
    let answers = try program.answers(
      "define ?a meets ?b when ?a trusts ?b. who that meets someone supports what",
      withEvidence: true)
    #expect(answers.flatMap(\.evidence).map { $0.map(\.id) } == [[1, 2], [3]])
  }

  @Test(
    arguments: [
      ("who supports what show ⟪list statements⟫", .wrongValue),
      ("who supports what show ⟪avg who⟫", .wrongValue),
      ("who supports what show ⟪avg speaker⟫", .wrongValue),
      ("path from Ann to Bob within ⟪13⟫ steps", .wrongValue),
      ("(who supports what as ?s or who rejects what) and ⟪?s.date⟫ > 2004", .unboundInBranch),
      ("who supports what draw legend, ⟪legend⟫", .optionTwice),
      ("who supports what draw color by kind, ⟪colour⟫ by type", .optionTwice),
      ("who supports ⟪\"a⟫\nb\"", .unclosedQuotation),
    ] as [(String, DiagnosticCode)])
  func `it is refused where it is`(ask: String, code: DiagnosticCode) throws {
    let marked = MarkedText(ask)
    let refusal = try Program(Self.graph).refusal(marked.text)
    #expect(refusal?.code == code)
    #expect([refusal?.span] == marked.spans)
  }

  @Test(arguments: ["an actor", "a date"]) func `a parameter of one thing takes one value`(
    kind: String
  ) throws {
    let ask = "given $x is \(kind). who rejects what \(kind == "a date" ? "on" : "according to") $x"
    let values = kind == "a date" ? ["2003", "2006"] : ["Ann", "Bob"]
    let refusal = try Program(Self.graph).refusal(ask, given: ["x": values])
    #expect(refusal?.code == .parameterWithoutValue || refusal?.code == .wrongValue)
  }

  @Test(
    arguments: [
      ("Ann currently supports Peace in 2010", "nothing recorded|0"),
      ("Ann currently supports Peace between 2010 and 2010-12", "nothing recorded|0"),
      ("Ann currently supports Peace until 2010", "yes|1"),
      ("Ann currently supports Peace before 2011", "yes|1"),
    ])
  func `only until and before look back to a day`(ask: String, row: String) throws {
    let graph = "Peace is a plan. Ann supports Peace on 2010. Ann rejects Peace on 2011."
    #expect(try Program(graph).rows(ask) == [row])
  }

  @Test func `a quotation over two lines is one fault`() throws {
    let file = QuestionFile.parse(
      SourceText(name: "<ask>", "who supports \"a\nb\" and who rejects what."))
    #expect(file.diagnostics.map(\.code) == [.unclosedQuotation])
  }

  @Test func `more clauses than can be joined are too complex`() throws {
    let clauses = (0..<70).map { "?a\($0) supports ?a\($0 + 1)" }.joined(separator: " and ")
    #expect(throws: StoreFailure.tooComplex) {
      try Program(Self.graph).answers(
        "?a0 trusts ?a1 and " + clauses.replacing("supports", with: "trusts"))
    }
  }

  @Test func `a closure beside another recursive rule is not linear`() throws {
    let ask = """
      define ?a follows ?b when ?a trusts ?b. \
      define ?a follows ?c when ?a follows ?b and ?b follows ?c. \
      define ?a follows ?c when ?a follows ?b and ?b trusts ?c. who follows whom
      """
    #expect(try Program(Self.graph).refusal(ask)?.code == .nonlinearRecursion)
  }

  @Test func `a mean of weights takes each pair once`() throws {
    let graph = """
      Aa supports P. Aa supports Q. Aa supports R. Bb supports P. \
      P is a plan. Q is a plan. R is a plan.
      """
    let ask = """
      define ?a shares ?p counting ?c when ?a supports ?p and ?c supports ?p. \
      who shares what show who, avg weight, max weight
      """
    let rows = try Program(graph).rows(ask)
    #expect(rows.first?.hasPrefix("Aa|1.33") == true)
    #expect(rows.last == "Bb|2.0|2")
  }

  @Test func `a relation does not count where another of its rules uses it`() throws {
    let ask = """
      define ?a follows ?b counting ?p when ?a trusts ?b and ?a supports ?p. \
      define ?a follows ?c when ?a follows ?b and ?b trusts ?c. who follows whom
      """
    #expect(try Program(Self.graph).refusal(ask)?.code == .nonlinearRecursion)
  }

  @Test(
    arguments: [
      ("what sort by list what", ["Aa|P", "Bb|P; Q", "Cc|P; R", "Dd|Q"]),
      ("what sort by list what descending", ["Dd|Q", "Cc|P; R", "Bb|P; Q", "Aa|P"]),
      ("what sort by list what limit 2 skip 1", ["Bb|P; Q", "Cc|P; R"]),
      ("sources sort by list sources descending", ["Dd|S; T", "Aa|S", "Bb|", "Cc|"]),
      ("sources sort by list sources limit 2", ["Aa|S", "Dd|S; T"]),
      ("dates sort by list dates", ["Dd|2024-05; 2025", "Aa|2025-01", "Bb|", "Cc|"]),
    ])
  func `lists are sorted element by element, empty ones last`(
    list: String, rows: [String]
  ) throws {
    let graph = """
      source S on 2025-01. source T on 2025. P is a plan. Q is a plan. R is a plan. \
      Aa supports P in S on 2025-01. Bb supports P. Bb supports Q. Cc supports P. Cc supports R. \
      Dd supports Q in S on 2025. Dd supports Q in T on 2024-05.
      """
    #expect(try Program(graph).rows("who supports what show who, list \(list)") == rows)
  }

  @Test(
    arguments: [
      "define ?a leads ?c when ?a trusts ?c or (?a leads ?b and ?b trusts ?c). who leads whom",
      "define ?a leads ?c when ?a trusts ?c. define ?a leads ?c when ?a leads ?b and ?b trusts ?c. who leads whom",
    ])
  func `an alternative of a definition is a rule`(ask: String) throws {
    let graph = """
      an actor can trust an actor. Ann is a person. Bob is a person. Cy is a person. \
      Ann trusts Bob. Bob trusts Cy.
      """
    #expect(try Program(graph).rows(ask) == ["Ann|Bob", "Ann|Cy", "Bob|Cy"])
  }

  @Test func `an alternative may carry on the subject before it`() throws {
    let graph = "P is a plan. Q is a plan. Ann supports P. Ann rejects Q. Ann is a person."
    let ask = "define ?a judges ?p when ?a supports ?p or rejects ?p. who judges what"
    #expect(try Program(graph).rows(ask) == ["Ann|P", "Ann|Q"])
  }
}
