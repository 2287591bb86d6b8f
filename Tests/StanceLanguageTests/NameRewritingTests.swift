import StanceDiagnostics
import StanceTestSupport
import Testing

@testable import StanceLanguage

@Suite struct NameRewritingTests {
  static let graph = """
    # Russia stays in comments
    Russia is a country  # Russia
      , also "Russian Federation", RU.
    Georgia is a country from Russia since 2004.  Kremlin is an organization from "RUSSIA".
    "x" is a plan. source Russia "Russia". Ann is a person. Ann has motto "Russia".
    all according to “Russia”, in Russia:
    the country Russia   rejects "x" saying "Russia". RU supports "x".
    "Russian Federation" proposes "x" according to Kremlin.

    """

  // MARK: - Renaming

  @Test func `a name is replaced wherever it names the thing, and nothing else is`() throws {
    #expect(
      try renamed("russia", "The Big One") == """
        # Russia stays in comments
        "The Big One" is a country  # Russia
          , also "Russian Federation", RU, Russia.
        Georgia is a country from The Big One since 2004.  Kremlin is an organization from The Big One.
        "x" is a plan. source Russia "Russia". Ann is a person. Ann has motto "Russia".
        all according to The Big One, in Russia:
        the country The Big One   rejects "x" saying "Russia". RU supports "x".
        "Russian Federation" proposes "x" according to Kremlin.

        """)
  }

  @Test(arguments: [
    ("Ann is a person.", "Ann", "Eve", "Eve is a person, also Ann."),
    (
      "Ann is a person from Union since 2004 # a\n.", "Ann", "Eve",
      "Eve is a person from Union since 2004, also Ann # a\n."
    ),
    (
      "Ann is from Union. Ann is a person.", "Ann", "Eve",
      "Eve is from Union. Eve is a person, also Ann."
    ),
    ("Ann rejects P.", "Ann", "\"b\\c", "\"\\\"b\\\\c\" rejects P."),
    (
      "Ann is a person. Bob is a person from Ann.\r\nAnn rejects Ann\r\n", "Ann", "All",
      "\"All\" is a person, also Ann. Bob is a person from All.\r\n\"All\" rejects All\r\n"
    ),
    ("Ann is a person, also Annie.", "Ann", "Annie", "Annie is a person, also Ann."),
    (
      "Ann is a person, also Annie. Annie rejects P.", "Ann", "ANNIE",
      "ANNIE is a person, also Ann. Annie rejects P."
    ),
    ("Ann is a person.", "Ann", "ANN", "ANN is a person."),
    ("Ann has age 5.", "Ann", "Eve", "Eve has age 5."),
    (
      "\"Société  générale\" is a person.", "société générale", "SG",
      "SG is a person, also \"Société  générale\"."
    ),
  ])
  func `the old name stays another name`(
    text: String, old: String, new: String, expected: String
  ) throws {
    #expect(try rewritten([text], .rename, old, new) == [expected])
  }

  @Test func `all files are searched and those without the name are as they were`() throws {
    let files = ["Ann is a person.", "Bob rejects P.", "Bob rejects P according to Ann."]
    #expect(
      try rewritten(files, .rename, "Ann", "Eve")
        == ["Eve is a person, also Ann.", "Bob rejects P.", "Bob rejects P according to Eve."])
  }

  @Test(arguments: [
    ("Ann", "Bob", DiagnosticCode.contradictingDeclaration, "is a name already, at 0:1"),
    ("Ann", "Bobby", .contradictingDeclaration, "is a name already, at 0:1"),
    ("Ann", "P", .contradictingDeclaration, "is a name already, at 0:2"),
    ("Bobby", "Eve", .ambiguousName, "is another name of ‘Bob’"),
    ("Anne", "Eve", .unknownName, "nothing in these files is called ‘Anne’"),
    ("Ann", "", .expected, "expected a name"),
    ("Ann", "a\u{202E}b", .strayCharacter, "invisible"),
    ("Ann", String(repeating: "a", count: 1001), .tooLong, "1000 characters"),
    ("Both", "Eve", .ambiguousName, "is a thing and another name of ‘Carl’"),
  ])
  func `a name that cannot be had is refused`(
    old: String, new: String, code: DiagnosticCode, message: String
  ) {
    let text = """
      Ann is a person. Bob is a person, also Bobby.
      Ann rejects P. Both is a person. Carl is a person, also Both.
      """
    let refused = #expect(throws: DiagnosedText.self) {
      try self.rewritten([text], .rename, old, new)
    }
    #expect(refused?.diagnostics.map(\.code) == [code])
    #expect(refused?.diagnostics.first?.message.contains(message) == true)
  }

  // MARK: - Merging

  @Test(arguments: [
    (
      "Ann is a person. Eve is a person. Ann rejects P.",
      "Eve is a person, also Ann. Eve is a person. Eve rejects P."
    ),
    (
      "Ann is from Union. Eve is a person. Bob is from Ann.",
      "Eve is from Union, also Ann. Eve is a person. Bob is from Eve."
    ),
    ("Eve is a person. Ann rejects P.", "Eve is a person, also Ann. Eve rejects P."),
    ("Ann rejects P. Eve rejects P.", "Eve rejects P. Eve rejects P."),
    (
      "Ann is a person, also A1. Eve is a person, also E1.",
      "Eve is a person, also A1, Ann. Eve is a person, also E1."
    ),
  ])
  func `one thing becomes part of another`(text: String, expected: String) throws {
    #expect(try rewritten([text], .merge, "Ann", "Eve") == [expected])
  }

  @Test(arguments: [
    ("Ann is a plan from Eve. Eve is a plan.", "Eve is a plan, also Ann. Eve is a plan."),
    (
      "Eve is a plan from the plan Ann since 2004, also E. Ann is a plan.",
      "Eve is a plan, also E. Eve is a plan, also Ann."
    ),
    (
      "Ann is a plan from Eve, B, \"Eve\" until 2005, C, Ann. Eve is a plan.",
      "Eve is a plan from B, C, also Ann. Eve is a plan."
    ),
    ("Eve is a plan. Ann is from Eve.", "Eve is a plan. Eve is also Ann."),
    (
      "Eve is a plan from # a\nAnn. Ann is a plan.",
      "Eve is a plan from # a\nEve. Eve is a plan, also Ann."
    ),
  ])
  func `a thing is not from itself after a merge`(text: String, expected: String) throws {
    #expect(try rewritten([text], .merge, "Ann", "Eve") == [expected])
  }

  @Test(arguments: [("Ann", "ann"), ("Ann", "Nobody"), ("Nobody", "Ann")])
  func `only two things can be merged`(old: String, new: String) {
    #expect(throws: DiagnosedText.self) {
      try self.rewritten(["Ann is a person."], .merge, old, new)
    }
  }

  // MARK: -

  private func renamed(_ old: String, _ new: String) throws -> String {
    try rewritten([Self.graph], .rename, old, new)[0]
  }

  private func rewritten(
    _ texts: [String], _ purpose: NameRewriting.Purpose, _ old: String, _ new: String
  ) throws -> [String] {
    let files = texts.enumerated().map { SourceText(name: "\($0.offset)", $0.element) }
    return try NameRewriting.rewrite(files, purpose, old, to: new).texts.map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }
}
