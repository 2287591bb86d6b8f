import StanceDiagnostics
import StanceGraph
import StanceLanguage
import StanceTestSupport
import Testing

@Suite struct DifferenceTests {
  static let seeds: Range<UInt64> = 8000..<8030

  // MARK: - Laws

  @Test(arguments: seeds) func `a graph does not differ from itself`(seed: UInt64) throws {
    let graph = WildGraph(seed: seed)
    var random = SeededGenerator(seed: seed)
    let shuffled = graph.text(of: (graph.declarations + graph.statements).shuffled(using: &random))
    #expect(try difference(graph.text, graph.text).isEmpty)
    #expect(try difference(graph.text, shuffled).isEmpty)
  }

  @Test(arguments: seeds) func `the way back is the mirror of the way there`(seed: UInt64) throws {
    let (old, new) = Self.variants(seed)
    let (there, back) = (try difference(old, new), try difference(new, old))
    #expect(there.added.map(\.line) == back.removed.map(\.line))
    #expect(there.removed.map(\.line) == back.added.map(\.line))
    #expect(
      Set(there.changed.map { [$0.old.line, $0.new.line] })
        == Set(back.changed.map { [$0.new.line, $0.old.line] }))
    #expect(there.addedDeclarations == back.removedDeclarations)
    #expect(there.removedDeclarations == back.addedDeclarations)
    #expect(!there.isEmpty)
  }

  @Test(arguments: seeds) func `what is counted is all that differs`(seed: UInt64) throws {
    let (old, new) = Self.variants(seed)
    let found = try difference(old, new)
    let (before, after) = (try lines(old), try lines(new))
    let gone = Set(found.removed.map(\.line) + found.changed.map(\.old.line))
    let came = Set(found.added.map(\.line) + found.changed.map(\.new.line))
    #expect(before.subtracting(after) == gone)
    #expect(after.subtracting(before) == came)
  }

  /// Two graphs of which the second has other dates, fewer statements and one more thing.
  private static func variants(_ seed: UInt64) -> (String, String) {
    let graph = WildGraph(seed: seed)
    var other = graph
    var random = SeededGenerator(seed: seed)
    other.statements = graph.statements.compactMap { statement in
      if random.chance(10) { return nil }
      return statement.map { token in token.hasPrefix("2001") && random.chance(30) ? "1999" : token
      }
    }
    other.declarations.append([quoted("another thing"), "is", "a", "plan"])
    return (graph.text, other.text)
  }

  // MARK: - Changes

  @Test(arguments: [
    ("on 2025", "on 2025-05", "date"), ("", "according to B", "speaker"),
    ("saying \"e\u{301}\"", "saying \"é\"", "quote"), ("provided \"x\"", "", "condition"),
    ("in S", "in T", "source"), ("at 1..3", "at 1..4", "offsets"),
    ("with confidence 0.5", "", "confidence"),
    ("on 2025 in S", "on 2024 in T with confidence 1", "date source confidence"),
  ])
  func `a statement that is told differently is a change`(
    old: String, new: String, roles: String
  ) throws {
    let found = try difference(Self.graph("A rejects P \(old)"), Self.graph("A rejects P \(new)"))
    #expect(found.changed.map { $0.roles.map(\.rawValue).joined(separator: " ") } == [roles])
    #expect(found.added.isEmpty && found.removed.isEmpty)
  }

  @Test func `the pair with the fewest differences is taken`() throws {
    let found = try difference(
      Self.graph("A rejects P on 2001 in S", "A rejects P on 2002 in T"),
      Self.graph("A rejects P on 2001 in S at 1..2", "A rejects P on 2002 in T at 1..2"))
    #expect(found.changed.map { $0.roles } == [[.offsets], [.offsets]])
    #expect(
      found.changed.map(\.new.line) == found.changed.map { "\($0.old.line.dropLast()) at 1..2." })
  }

  @Test func `where there is a choice nothing is paired`() throws {
    let found = try difference(
      Self.graph("A rejects P on 2001"), Self.graph("A rejects P on 2002", "A rejects P on 2003"))
    #expect(found.changed.isEmpty)
    #expect((found.removed.count, found.added.count) == (1, 2))
  }

  @Test func `another holder, verb or object is another statement`() throws {
    for other in ["B rejects P", "A supports P", "A rejects Q"] {
      let found = try difference(Self.graph("A rejects P"), Self.graph(other))
      #expect(found.changed.isEmpty)
      #expect((found.removed.count, found.added.count) == (1, 1))
    }
  }

  @Test func `declarations come and go in the smallest sentences`() throws {
    let found = try difference(
      "Ann is a person from B, also Annie. B is a bloc. Ann has age 5. Src rejects P. source S.",
      "Ann is a country from C, also Annie. B is a bloc. C is a bloc. source S \"t\". Src rejects P."
    )
    #expect(
      found.removedDeclarations == [
        "Ann has age 5.", "Ann is a person.", "Ann is from B.", "source S.",
      ])
    #expect(
      found.addedDeclarations
        == ["Ann is a country.", "Ann is from C.", "C is a bloc.", "source S \"t\"."])
    #expect(found.added.isEmpty && found.removed.isEmpty && found.changed.isEmpty)
  }

  // MARK: -

  private static func graph(_ statements: String...) -> String {
    "\"A\" is a person. B is a person. P is a plan. Q is a plan. source S. source T.\n"
      + statements.map { $0.replacing("A ", with: "\"A\" ") + ".\n" }.joined()
  }

  private func difference(_ old: String, _ new: String) throws -> GraphDifference {
    try GraphDifference(from: load(old), to: load(new))
  }

  private func load(_ text: String) throws -> Graph {
    try Graph.load([SourceText(name: "g.stance", text)]).graph
  }

  private func lines(_ text: String) throws -> Set<String> {
    var lines: Set<String> = []
    try GraphDump.of(load(text)) { dump in
      try dump.forEachStatement { statement, _ in lines.insert(statement.line) }
    }
    return lines
  }
}
