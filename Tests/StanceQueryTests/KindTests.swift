import StanceDiagnostics
import StanceModel
import StanceQuery
import Testing

/// What a variable may be follows from the verbs that it stands beside: section 2.4 of the language.
@Suite struct KindTests {
  @Test(
    arguments: [
      ("?x rejects ?y", "x", [.actor]), ("?x rejects ?y", "y", [.proposal]),
      ("?x hosts ?y", "x", [.actor, .place]), ("?x hosts ?y and ?x rejects ?z", "x", [.actor]),
      ("?x hosts ?y and ?x is a city", "x", [.place]), ("?x seeks ?y", "y", [.place, .proposal]),
      ("?x seeks ?y and ?z hosts ?y", "y", [.proposal]),
      ("?x supports or hosts ?y", "x", [.actor, .place]),
      ("?x supports and hosts ?y", "x", [.actor]),
      ("?x trusts or seeks ?y", "y", [.actor, .place, .proposal]),
      ("?y is rejected by ?x", "x", [.actor]), ("?x ?r ?y", "x", [.actor, .place]),
      ("?x ?r ?y", "y", [.actor, .place, .proposal]),
      ("?x is from EU and ?x rejects Truce", "x", [.actor]),
      ("who rejects what according to ?s", "s", [.actor]),
      ("?x rejects Truce and ?x is ?y", "y", [.actor, .place, .proposal]),
      ("?x backs ?y", "x", [.actor]), ("?x backs ?y", "y", [.proposal]),
      ("?x agrees with ?y", "y", [.actor]),
      (
        "define ?a minds ?b when ?a trusts ?b. define ?a minds ?b when ?a seeks ?b. ?x minds ?y",
        "y",
        [.actor, .place, .proposal]
      ),
      (
        "define ?a minds ?b when ?a trusts ?b. define ?a minds ?c when ?a minds ?b and ?b trusts ?c. "
          + "?x minds ?y", "y", [.actor]
      ),
      (
        "define ?x is a venue when ?x hosts ?p and ?x is a place. which venue hosts what", "venue",
        [.place]
      ),
      ("which country hosts what", "country", [.actor]),
      ("not who hosts Truce", "who", [.actor, .place]),
    ] as [(String, String, Set<NodeKind>)])
  func `a variable is what all its places allow`(
    ask: String, name: String, kinds: Set<NodeKind>
  ) throws {
    let variables = try bind(ask).plan.variables
    // A rule has variables of its own, before those of the question.
    #expect(variables.last { $0.name == name }?.kinds == kinds)
  }

  @Test(
    arguments: [
      ("who rejects what on ?d", "d", .date), ("who rejects what when", "when", .date),
      ("when did Russia reject Truce", "when", .date), ("who ?r what", "r", .relation),
      ("who rejects what in ?s", "s", .date),
      ("who rejects what in which source", "source", .source),
      ("who rejects what according to ?s", "s", .node), ("?x is Russia", "x", .node),
    ] as [(String, String, Variable.Sort)])
  func `a variable is a thing, a source, a verb or a date`(
    ask: String, name: String, sort: Variable.Sort
  ) throws {
    #expect(try bind(ask).plan.variables.last { $0.name == name }?.sort == sort)
  }

  @Test(
    arguments: [
      "somewhere rejects Truce", "a plan rejects Truce", "which city rejects Truce",
      "who that is a city rejects Truce", "what is a city and Russia rejects what",
      "a city backs Truce",
      "define ?x is a venue when ?x hosts ?p and ?x is a place. which venue rejects what",
    ])
  func `what could be nothing at all is refused`(ask: String) throws {
    #expect(try refusal(ask)?.code == .kindConflict)
  }
}
