import StanceDiagnostics
import StanceGraph
import StanceStore
import StanceTestSupport
import Testing

/// What was done can be undone, and that too.
@Suite struct UndoLawTests {
  /// Runs a random command; whether it changed the graph.
  private func act(
    _ random: inout SeededGenerator, _ files: inout RandomFiles, _ path: String
  ) throws -> Bool {
    let before = try? GraphStore.open(path).log().count
    let names = [
      "Ann", "Bob", "Cora", "Delta", "Fay", "Gus", "Plan X", "Plan Y", "Zoning", "Annie",
    ]
    do {
      switch random.below(4) {
      case 0 where before != nil:
        let name = random.pick(names)
        _ = try Graph.rename(
          name, to: random.pick([name.uppercased(), "\(name) II", "Ida"]), in: path)
      case 1 where before != nil:
        _ = try Graph.merge(random.pick(names), into: random.pick(names), in: path)
      default:
        _ = files.edit()
        _ = try Graph.importFiles(files.texts, into: path, options: .named)
      }
    } catch is ImportRefused {
    } catch is NameRefused {
    }
    return try GraphStore.exists(path) && GraphStore.open(path).log().count != before
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `undoing everything step by step gives back every graph there was`(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    var random = SeededGenerator(seed: seed)
    var files = RandomFiles(seed: seed)
    var contents: [[String]] = []
    while contents.count < 7 {
      guard try act(&random, &files, path) else { continue }
      contents.append(try Graph.open(path).content())
      let damage = try Graph.open(path).damage()
      #expect(damage == [], "seed \(seed), \(contents.count) changes")
    }
    for step in (1..<contents.count).reversed() {
      #expect(try Graph.undo(nil, in: path).number == step + 1, "seed \(seed)")
      #expect(try Graph.open(path).content() == contents[step - 1], "seed \(seed), back to \(step)")
      #expect(try Graph.open(path).damage() == [], "seed \(seed), back to \(step)")
    }
    _ = try Graph.undo(nil, in: path)
    let rest = try Graph.open(path).content()
    #expect(rest.allSatisfy { $0.hasPrefix("verb") || $0.hasPrefix("type") }, "seed \(seed)")
    // The undoings are changes themselves: undone from the last one, they give it all back.
    let count = contents.count
    for step in 0..<count {
      _ = try Graph.undo(2 * count - step, in: path)
      #expect(
        try Graph.open(path).content() == contents[step], "seed \(seed), forth to \(step + 1)")
    }
    #expect(try Graph.open(path).damage() == [], "seed \(seed)")
  }

  @Test(arguments: 0..<20 as Range<UInt64>)
  func `undoing any change leaves a graph that holds together, or the graph as it was`(
    seed: UInt64
  ) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    var random = SeededGenerator(seed: seed &+ 1000)
    var files = RandomFiles(seed: seed)
    for _ in 0..<12 {
      guard try GraphStore.exists(path), random.chance(50) else {
        _ = try act(&random, &files, path)
        continue
      }
      let before = try folder.data("g.db")
      let count = try GraphStore.open(path).log().count
      do {
        _ = try Graph.undo(1 + random.below(count), in: path)
      } catch is UndoRefused {
        #expect(try folder.data("g.db") == before, "seed \(seed)")
      }
      #expect(try Graph.open(path).damage() == [], "seed \(seed), \(count) changes")
    }
    _ = try? Graph.importFiles(files.texts, into: path, options: .named)
    if try GraphStore.exists(path) { #expect(try Graph.open(path).damage() == [], "seed \(seed)") }
  }

  private func importText(_ text: String, as name: String, _ path: String) throws {
    _ = try Graph.importFiles([SourceText(name: name, text)], into: path, options: .named)
  }

  @Test(
    arguments: [
      // A statement, a node, an attribute, an affiliation, an alias, a verb, a type, a source.
      ("Ann supports P.", "Ann supports P."), ("Ida is a person.", "Ida is a person."),
      ("Ida is a person.", "Ida supports P."), ("Ann has age 5.", "Ann has age 5."),
      ("Ann is a person from Cora.", "Ann is a person from Cora."),
      ("Ann is a person, also \"A\".", "Ann is a person, also \"A\"."),
      ("an actor can defer a proposal.", "an actor can defer a proposal. Ann defers P."),
      ("every envoy is a person.", "every envoy is a person. Bob is an envoy."),
      ("source S \"T\".", "source S \"T\". Ann supports P in S."),
    ])
  func `what a later file relies on is not taken back`(first: String, later: String) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    let base = "Ann is a person. P is a plan. Cora is a bloc. ".replacing("P is", with: "\"P\" is")
    let quoted = { (text: String) in base + text }
    try importText(base, as: "base", path)
    try importText(quoted(first), as: "first", path)
    try importText(quoted(later), as: "later", path)
    let before = try folder.data("g.db")
    let refused = #expect(throws: UndoRefused.self) { _ = try Graph.undo(2, in: path) }
    #expect(refused == .builtUpon(2))
    #expect(try folder.data("g.db") == before)
    _ = try Graph.undo(3, in: path)
    _ = try Graph.undo(2, in: path)
    #expect(try Graph.open(path).damage() == [])
  }

  @Test func `a renaming under which statements were made later is not taken back`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    try importText("Ann is a person. \"P\" is a plan.", as: "a", path)
    _ = try Graph.rename("Ann", to: "Ida", in: path)
    try importText("Ann supports \"P\".", as: "b", path)
    #expect(throws: UndoRefused.builtUpon(2)) { _ = try Graph.undo(2, in: path) }
    #expect(try Graph.open(path).statements() == ["Ida supports P"])
  }

  @Test func `a change that is not there, or undone already, is refused`() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("g.db")
    try importText("Ann is a person.", as: "a", path)
    #expect(throws: UndoRefused.unknown(7)) { _ = try Graph.undo(7, in: path) }
    #expect(throws: UndoRefused.unknown(-1)) { _ = try Graph.undo(-1, in: path) }
    _ = try Graph.undo(nil, in: path)
    #expect(throws: UndoRefused.undoneAlready(1)) { _ = try Graph.undo(1, in: path) }
    #expect(throws: UndoRefused.nothingToUndo) { _ = try Graph.undo(nil, in: path) }
    _ = try Graph.undo(2, in: path)
    #expect(try Graph.open(path).nodes() == ["Ann: person 1"])
  }
}
