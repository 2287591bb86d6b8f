import Foundation
import StanceTestSupport
import Testing

@Suite struct ShowTests {
  private let program: Program

  init() throws {
    program = try Program()
    try program.folder.write(
      """
      Council is a bloc. Ann is a person from Council since 2024, also Anna. Bob is a person.
      Ann has age 50. "toll" is a plan. "tram" is a plan.
      Ann rejects "toll" on 2025 saying "no". Bob supports "toll" on 2024. Bob supports "tram".
      Ann supports "tram". Bob rejects "tram" on 2025 according to Ann.
      """, to: "s.stance")
  }

  @Test func `everything about an actor is shown, by date`() throws {
    let outcome = try program.run("show", "s.stance", "anna")
    #expect(outcome.code == 0)
    #expect(
      outcome.text == """
        Ann – a person, actor
        also Anna
        from Council since 2024
        age: 50

        holds (2)
          Ann rejects "toll" on 2025 saying "no".
          Ann supports "tram".

        tells of others (1)
          Bob rejects "tram" on 2025 according to Ann.

        agrees with
          Bob (1)

        conflicts with
          Bob (2)

        """)
  }

  @Test func `the same is an object of data`() throws {
    let outcome = try program.run("show", "s.stance", "toll", "--format", "json")
    let object = try #require(
      JSONSerialization.jsonObject(with: outcome.output) as? [String: Any])
    #expect(object["kind"] as? String == "proposal")
    #expect((object["received"] as? [[String: Any]])?.count == 2)
    #expect((object["holds"] as? [Any])?.isEmpty == true)
  }

  @Test func `a misspelt name is an error with a suggestion`() throws {
    let outcome = try program.run("show", "s.stance", "Anne")
    #expect(outcome.code == 3)
    #expect(outcome.error.contains("did you mean “Ann”?"))
  }

  @Test(arguments: ["show a.db s.stance Ann", "check a.db s.stance"])
  func `two graphs are refused where one is due`(line: String) throws {
    let outcome = try program.shell("stance import a.db s.stance >/dev/null && stance \(line)")
    #expect(outcome.code == 64)
    #expect(outcome.error.contains("one database, or one or more *.stance files"))
  }

  @Test(arguments: [
    ("../out.txt", "outside the folder"), ("folder", "no regular file"),
    ("latin.txt", "no text in UTF-8"),
  ])
  func `a document that is not read is told of`(file: String, reason: String) throws {
    try program.folder.write("x", to: "folder/x.txt")
    try program.folder.write(Data([0x41, 0xE9, 0x42]), to: "latin.txt")
    try program.folder.write("source S \"T\" file \"\(file)\".", to: "d.stance")
    let outcome = try program.run("import", "d.db", "d.stance")
    #expect(outcome.code == 0)
    #expect(outcome.error.contains(reason))
  }

  @Test func `a chain of groups that is too long is refused, and so are too many chains`() throws {
    let names = (0..<70).map { "N\($0)" }
    let chain = zip(names, names.dropFirst()).map { "\($0) is a person from \($1)." }
    try program.folder.write((chain + ["N69 is a bloc."]).joined(separator: "\n"), to: "c.stance")
    let long = try program.run("import", "c.db", "c.stance")
    #expect(long.code == 3)
    #expect(long.error.contains("belongs to groups through more than 64 others"))
    let diamonds = (0..<30).map { level in
      "\"a\(level)\" is an actor from \"a\(level + 1)\", \"b\(level + 1)\". "
        + "\"b\(level)\" is an actor from \"a\(level + 1)\", \"b\(level + 1)\"."
    }
    try program.folder.write(
      diamonds.joined(separator: "\n") + "\n\"a30\" is an actor. \"b30\" is an actor.",
      to: "d.stance")
    let many = try program.run("import", "d.db", "d.stance")
    #expect(many.code == 3)
    #expect(many.error.contains("more than 5000000 chains"))
  }
}
