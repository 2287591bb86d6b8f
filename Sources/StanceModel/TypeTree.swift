/// The types of nodes below the three kinds, each with its parent.
public struct TypeTree: Hashable, Sendable {
  /// Each type's parent: another type or the name of a kind.
  public private(set) var parents: [String: String]

  /// The types that every graph knows.
  public static let builtIn = TypeTree(parents: [
    "country": "actor", "bloc": "actor", "person": "actor", "organization": "actor",
    "city": "place", "region": "place", "plan": "proposal",
  ])

  public init(parents: [String: String]) { self.parents = parents }

  /// The types by name, without the three kinds.
  public var names: [String] { parents.keys.sorted() }

  /// The kind that a type or the name of a kind stands for.
  public func kind(of type: String) -> NodeKind? {
    var current = type
    for _ in 0...parents.count {
      if let kind = NodeKind.allCases.first(where: { $0.name == current }) { return kind }
      guard let parent = parents[current] else { return nil }
      current = parent
    }
    return nil
  }

  /// The type and all types below it, sorted.
  public func subtypes(of type: String) -> [String] {
    ([type] + names.filter { $0 != type && isBelow($0, type) }).sorted()
  }

  /// Whether the first type is the second or below it.
  public func isBelow(_ type: String, _ ancestor: String) -> Bool {
    var current = type
    for _ in 0...parents.count {
      if current == ancestor { return true }
      guard let parent = parents[current] else { return false }
      current = parent
    }
    return false
  }

  /// Adds a type. The caller has seen that the parent is known and that no circle arises.
  public mutating func add(_ type: String, below parent: String) { parents[type] = parent }

  /// The type or kind that a word names in the singular or the plural.
  public func named(_ word: String) -> String? {
    ([word] + singulars(of: word)).first { kind(of: $0) != nil }
  }
}

/// The singular forms that a plural word may have come from, the likeliest first.
public func singulars(of word: String) -> [String] {
  var forms: [String] = []
  if word == "people" { forms.append("person") }
  if word.hasSuffix("ies") { forms.append(word.dropLast(3) + "y") }
  if word.hasSuffix("s") { forms.append(String(word.dropLast())) }
  if word.hasSuffix("es") { forms.append(String(word.dropLast(2))) }
  return forms
}
