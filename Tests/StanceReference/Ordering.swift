import StanceModel

/// What stands in one place of a row: a value, nothing, or a list.
enum Cell: Hashable {
  case one(Thing?)
  case many([Thing])

  var thing: Thing? {
    switch self {
    case .one(let thing): thing
    case .many: nil
    }
  }
}

extension World {
  /// What is printed for a thing.
  func value(_ thing: Thing) throws -> ReferenceValue {
    switch thing {
    case .integer(let number): .integer(number)
    case .real(let number): .real(number)
    case .statement: throw Unsupported("a statement cannot be shown")
    case .node, .source, .relation, .date, .text: .text(text(thing))
    }
  }

  func value(_ cell: Cell) throws -> ReferenceValue {
    switch cell {
    case .one(let thing): try thing.map { try value($0) } ?? .absent
    case .many(let things): .list(try things.map { try value($0) })
    }
  }

  private func text(_ thing: Thing) -> String {
    switch thing {
    case .node(let node): graph.nodes[node].name
    case .source(let source): graph.sources[source].name
    case .relation(let base):
      graph.relations.first { $0.forms.base == base }?.forms.third ?? base
    case .date(let date): date.description
    case .text(let text): text
    case .integer(let number): "\(number)"
    case .real(let number): "\(number)"
    case .statement(let index): "\(index)"
    }
  }

  // MARK: - Order

  /// Whether one cell stands before another: numbers, then texts, then what is absent. Nil where
  /// neither does. Descending order keeps absent values last.
  func precedes(_ left: Cell, _ right: Cell, isDescending: Bool = false) -> Bool? {
    switch (left, right) {
    case (.one(nil), .one(nil)): nil
    case (.one(nil), _): false
    case (_, .one(nil)): true
    case (.one(let first?), .one(let second?)):
      isDescending ? precedes(second, first) : precedes(first, second)
    case (.many, _), (_, .many):
      isDescending
        ? bytewise(joined(right), joined(left)) : bytewise(joined(left), joined(right))
    }
  }

  private func joined(_ cell: Cell) -> String {
    switch cell {
    case .one(let thing): thing.map(text) ?? ""
    case .many(let things): things.map(text).joined(separator: "; ")
    }
  }

  private func precedes(_ left: Thing, _ right: Thing) -> Bool? {
    switch (left, right) {
    case (.integer(let first), .integer(let second)):
      return first == second ? nil : first < second
    case (.node(let first), .node(let second)): return precedes(node: first, second)
    case (.source, .source): return precedes(name: text(left), text(right))
    case (.date(let first), .date(let second)):
      if first == second { return nil }
      return (first.first, first.last) < (second.first, second.last)
    default: break
    }
    switch (left.double, right.double) {
    case (let first?, let second?): return first == second ? nil : first < second
    case (.some, nil): return true
    case (nil, .some): return false
    case (nil, nil): return bytewise(text(left), text(right))
    }
  }

  /// Nodes stand by sort key; those of one sort key by name, then by kind.
  private func precedes(node left: Int, _ right: Int) -> Bool? {
    let (first, second) = (graph.nodes[left], graph.nodes[right])
    if let order = precedes(name: first.name, second.name) { return order }
    return first.kind == second.kind ? nil : first.kind.rawValue < second.kind.rawValue
  }

  /// By sort key, then by bytes.
  private func precedes(name left: String, _ right: String) -> Bool? {
    bytewise(NameKey.sort(left), NameKey.sort(right)) ?? bytewise(left, right)
  }

  func bytewise(_ left: String, _ right: String) -> Bool? {
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return true }
    return right.utf8.lexicographicallyPrecedes(left.utf8) ? false : nil
  }

  /// Distinct things as lists have them: dates and numbers in order, texts by sort key.
  func listed(_ things: Set<Thing>) -> [Thing] {
    things.sorted { left, right in
      switch (left, right) {
      case (.text(let first), .text(let second)), (.relation(let first), .relation(let second)):
        precedes(name: first, second) == true
      default: precedes(left, right) == true
      }
    }
  }

  /// Distinct things in ascending order.
  func sorted(_ things: Set<Thing>) -> [Thing] {
    things.sorted { precedes($0, $1) == true }
  }
}
