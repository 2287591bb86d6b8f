import StanceTestSupport
import Testing

/// Relations that use themselves, asked with an end and without.
@Suite struct RecursionLawTests {
  static let definitions = [
    // A step at the object, of the same relation and of another.
    "define ?a follows ?b when ?a supports ?p and ?b rejects ?p. "
      + "define ?a leads ?b when ?a follows ?b. "
      + "define ?a leads ?c when ?a leads ?b and ?b follows ?c. ",
    "define ?a leads ?b when ?a rejects ?p and ?b proposes ?p. "
      + "define ?a leads ?c when ?a leads ?b and ?b supports ?p and ?c supports ?p. ",
    // A step at the subject.
    "define ?a leads ?b when ?a rejects ?p and ?b supports ?p. "
      + "define ?a leads ?c when ?a supports ?p and ?b proposes ?p and ?b leads ?c. ",
    // Two rules that step, one at each end, so that neither end is handed on.
    "define ?a leads ?b when ?a rejects ?p and ?b supports ?p. "
      + "define ?a leads ?c when ?a leads ?b and ?b supports ?p and ?c rejects ?p. "
      + "define ?a leads ?c when ?a supports ?p and ?b supports ?p and ?b leads ?c. ",
    // Two uses of the relation itself, and a step that says something of what is handed on.
    "define ?a leads ?b when ?a rejects ?p and ?b supports ?p. "
      + "define ?a leads ?c when ?a leads ?b and ?b leads ?c. ",
    "define ?a leads ?b when ?a rejects ?p and ?b supports ?p. "
      + "define ?a leads ?c when ?a leads ?b and ?b supports ?p and ?c rejects ?p and ?a rejects ?p. ",
    // A mutual one.
    "define mutual ?a leads ?b when ?a rejects ?p and ?b supports ?p. "
      + "define mutual ?a leads ?c when ?a leads ?b and ?b supports ?p and ?c rejects ?p. ",
  ]

  @Test(arguments: 6000..<6008 as Range<UInt64>, definitions)
  func `an end that is given is the whole relation at this end`(
    seed: UInt64, definition: String
  ) throws {
    let graph = RandomGraph(seed: seed)
    let program = try Program(graph.text)
    let whole = try program.rows(definition + "who leads whom").map { $0.split(separator: "|") }
    for actor in graph.actors {
      let name = actor.filter { $0 != "\"" }
      let before = Set(whole.filter { $0[1] == name }.map { String($0[0]) })
      #expect(
        try Set(program.rows(definition + "who leads \(actor)")) == before, "\(seed): \(actor)")
      let rows = try program.rows(definition + "who leads \(actor)")
      #expect(rows.count == before.count, "\(seed): \(actor) comes twice")
      let after = Set(whole.filter { $0[0] == name }.map { String($0[1]) })
      #expect(
        try Set(program.rows(definition + "\(actor) leads whom")) == after, "\(seed): \(actor)")
      for other in graph.actors {
        let isSo = after.contains(other.filter { $0 != "\"" })
        let answer = try program.rows(definition + "does \(actor) lead \(other)")
        #expect(answer.first?.hasPrefix("yes") == isSo, "\(seed): \(actor), \(other)")
      }
    }
  }

  @Test(
    arguments: 6100..<6112 as Range<UInt64>,
    [
      "count who descending", "count statements", "first date", "max date descending, count who",
      "what", "count who descending having count statements > 1",
    ])
  func `the first groups are those of the whole table`(seed: UInt64, sorting: String) throws {
    let parts = sorting.split(separator: " having ").map(String.init)
    let having = parts.count > 1 ? " having \(parts[1])" : ""
    let question =
      "who ?relation what show what, count who, count statements, first date, last date, list sources"
      + "\(having) sort by \(parts[0])"
    let program = try Program(RandomGraph(seed: seed).text)
    let whole = try program.rows(question)
    for limit in 0...3 {
      for skip in 0...2 {
        let rows = try program.rows(question + " limit \(limit) skip \(skip)")
        #expect(rows == Array(whole.dropFirst(skip).prefix(limit)), "\(seed): \(limit), \(skip)")
      }
    }
  }
}
