import StanceStore

/// Which of the files that are loaded states what, and what they stated when they were loaded
/// before.
///
/// A file that is loaded again takes back what it no longer says. Until the end nothing is removed:
/// what the file says anew is there then, under the number it had.
struct Origins {
  /// The numbers of the files in the graph, 0 of a text that is no file.
  private var files: [Int] = []
  /// Which of the files is being read.
  var current = 0
  /// What files state of the things that one of the files that are loaded stated before.
  private var earlier: [DeclaredThing: Set<Int>] = [:]
  private var stated: [Int: Set<DeclaredThing>] = [:]
  /// The statements that each file made before and has not made again yet.
  private var missing: [Int: Set<Int>] = [:]

  init() {}

  init(of names: [String?], in writer: GraphWriter) throws {
    for name in names { files.append(try name.map(writer.file(named:)) ?? 0) }
    let known = Set(files).subtracting([0])
    guard !known.isEmpty else { return }
    earlier = try writer.declarations(sharedWith: known)
    for file in known { missing[file] = try writer.statements(of: file) }
  }

  /// The number of the file that is being read.
  var file: Int { files.isEmpty ? 0 : files[current] }

  /// Whether nothing but the files that are loaded has stated something, so that they decide anew.
  func isOpen(_ thing: DeclaredThing) -> Bool {
    earlier[thing].map { $0.isSubset(of: files) } ?? false
  }

  mutating func state(_ thing: DeclaredThing) { stated[file, default: []].insert(thing) }

  mutating func make(_ statement: Int) { missing[file]?.remove(statement) }

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
      let gone = before.filter { files.contains($0) && stated[$0]?.contains(thing) != true }
      for file in gone { try writer.remove(thing, statedBy: file) }
      guard !gone.isEmpty else { continue }
      hasRemoved = true
      let isStated = before.count > gone.count || stated.values.contains { $0.contains(thing) }
      if !isStated { try writer.remove(thing) }
    }
    if hasRemoved { try writer.removeUnused() }
    return removed
  }
}
