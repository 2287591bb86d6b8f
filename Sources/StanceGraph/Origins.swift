import StanceStore

/// Which of the files that are loaded states what, and what they and all others stated before.
///
/// A file that is loaded again takes back what it no longer says. Until the end nothing is removed:
/// what the file says anew is there then, under the number it had.
struct Origins {
  /// What things are called of which each file may say another part.
  private struct Subject: Hashable {
    var kind: DeclaredThing.Kind
    var id: Int
  }

  private struct Saying {
    var file: Int
    var detail: String
  }

  /// The numbers of the files in the graph, 0 of a text that is no file.
  private var files: [Int] = []
  /// The files that are loaded and may have been loaded before.
  private(set) var known: Set<Int> = []
  /// Which of the files is being read.
  var current = 0
  /// What the files that are loaded stated before, with those of them that did.
  private var earlier: [DeclaredThing: Set<Int>] = [:]
  private var touched: Set<Subject> = []
  /// What other files state and, of titles, relations, sources and nodes, say.
  private var others: Set<DeclaredThing> = []
  private var sayings: [Subject: [Saying]] = [:]
  private var stated: [Int: Set<DeclaredThing>] = [:]
  /// The statements that each file made before and has not made again yet.
  private var missing: [Int: Set<Int>] = [:]

  init() {}

  init(of names: [String?], in writer: GraphWriter) throws {
    for name in names { files.append(try name.map(writer.file(named:)) ?? 0) }
    known = Set(files).subtracting([0])
    try writer.forEachOrigin { thing, file in remember(thing, of: file) }
    for file in known { missing[file] = try writer.statements(of: file) }
  }

  private mutating func remember(_ thing: DeclaredThing, of file: Int) {
    let subject = Subject(kind: thing.kind, id: thing.id)
    if known.contains(file) {
      earlier[thing, default: []].insert(file)
      touched.insert(subject)
    } else {
      others.insert(thing)
      if thing.kind.isSaid { add(Saying(file: file, detail: thing.detail), of: subject) }
    }
  }

  /// The number of the file that is being read.
  var file: Int { files.isEmpty ? 0 : files[current] }

  /// Whether the files that are loaded had stated or made anything before.
  var isRepeated: Bool { !earlier.isEmpty || missing.contains { !$0.value.isEmpty } }

  // MARK: - What was stated

  /// Whether nothing but the files that are loaded has stated something, so that they decide anew.
  func isOpen(_ thing: DeclaredThing) -> Bool { earlier[thing] != nil && !others.contains(thing) }

  /// Whether another file states the thing, or one that is loaded has done so by now.
  func isStated(_ thing: DeclaredThing) -> Bool {
    others.contains(thing) || stated.values.contains { $0.contains(thing) }
  }

  /// Whether a file that is loaded had said something of the thing.
  func isTouched(_ kind: DeclaredThing.Kind, _ id: Int = 0) -> Bool {
    touched.contains(Subject(kind: kind, id: id))
  }

  /// What other files and, by now, those that are loaded say of a thing, in the order of its bytes.
  func sayings(of kind: DeclaredThing.Kind, _ id: Int = 0) -> [String] {
    sayings[Subject(kind: kind, id: id)]?.map(\.detail) ?? []
  }

  /// The nodes that other files name outside their statements.
  func nodesOfOthers() -> Set<Int> {
    var nodes: Set<Int> = []
    for thing in others where thing.kind.isOfNode {
      nodes.insert(thing.id)
      guard thing.kind == .affiliation else { continue }
      if let group = thing.detail.split(separator: " ").first.flatMap({ Int($0) }) {
        nodes.insert(group)
      }
    }
    return nodes
  }

  // MARK: - What is stated now

  mutating func state(_ thing: DeclaredThing) { state(thing, by: file) }

  /// States something that no file will take back.
  mutating func stateForEver(_ thing: DeclaredThing) { state(thing, by: 0) }

  private mutating func state(_ thing: DeclaredThing, by file: Int) {
    guard stated[file, default: []].insert(thing).inserted, thing.kind.isSaid else { return }
    let subject = Subject(kind: thing.kind, id: thing.id)
    add(Saying(file: file, detail: thing.detail), of: subject)
  }

  /// Keeps a saying among those of its thing, which are in the order of their bytes: what follows
  /// from them does not depend on the order of files.
  private mutating func add(_ saying: Saying, of subject: Subject) {
    let all = sayings[subject] ?? []
    guard !all.contains(where: { $0.file == saying.file && $0.detail == saying.detail }) else {
      return
    }
    let place = all.firstIndex {
      saying.detail.utf8.lexicographicallyPrecedes($0.detail.utf8)
    }
    sayings[subject, default: []].insert(saying, at: place ?? all.endIndex)
  }

  /// Forgets what was said and is replaced.
  mutating func retract(_ thing: DeclaredThing, from writer: GraphWriter) throws {
    others.remove(thing)
    sayings[Subject(kind: thing.kind, id: thing.id)]?.removeAll { $0.detail == thing.detail }
    try writer.remove(thing, statedBy: 0)
  }

  mutating func make(_ statement: Int) { missing[file]?.remove(statement) }

  // MARK: - The end

  /// Stores what the files state now and removes what nothing states any longer.
  ///
  /// - Returns: the number of statements that were removed.
  func removeWhatIsGone(from writer: GraphWriter) throws -> Int {
    var removed = 0
    for (file, statements) in missing.sorted(by: { $0.key < $1.key }) {
      for statement in statements.sorted() where try writer.remove(statement, madeBy: file) {
        removed += 1
      }
    }
    for (file, things) in stated.sorted(by: { $0.key < $1.key }) {
      for thing in things where earlier[thing]?.contains(file) != true {
        try writer.put(thing, statedBy: file)
      }
    }
    var hasRemoved = removed > 0
    for (thing, before) in earlier {
      for file in before where stated[file]?.contains(thing) != true {
        try writer.remove(thing, statedBy: file)
        hasRemoved = true
      }
      if !isStated(thing) { try writer.remove(thing) }
    }
    if hasRemoved { try writer.removeUnused() }
    return removed
  }
}

extension DeclaredThing.Kind {
  /// Whether each file may say another part of the thing, which then follows from all of them.
  fileprivate var isSaid: Bool {
    switch self {
    case .title, .relation, .source, .node: true
    case .type, .alias, .affiliation, .attribute: false
    }
  }

  fileprivate var isOfNode: Bool {
    switch self {
    case .node, .alias, .affiliation, .attribute: true
    case .title, .type, .relation, .source: false
    }
  }
}
