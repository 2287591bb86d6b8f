import StanceLanguage
import StanceModel

extension Solver {
  /// The extensions of an assignment in which an atom holds, whose needs have values.
  func solutions(of atom: Atom, given: Assignment) throws -> [Assignment] {
    switch atom {
    case .statement(let variable, let subject, let relations, let object):
      return world.statements.indices.compactMap { index in
        let statement = world.statements[index]
        guard relations.contains(world.original(index).relation) else { return nil }
        return unify(
          [
            (.variable(variable), .statement(index)), (subject, .node(statement.subject)),
            (object, .node(statement.object)),
          ], given: given)
      }
    case .relation(let variable, let slot):
      return try unify(slot, .relation(statement(variable, given).relation), given: given)
    case .speaker(let variable, let slot):
      return unify(slot, try field("speaker", of: index(variable, given)), given: given)
    case .source(let variable, let slot):
      return unify(slot, try field("source", of: index(variable, given)), given: given)
    case .date(let variable, let slot):
      return unify(slot, try field("date", of: index(variable, given)), given: given)
    case .pair(let pairs, let first, let second, let weight):
      return pairs.compactMap { pair in
        guard allows(first, pair.first), allows(second, pair.second) else { return nil }
        var parts = [(first, pair.first), (second, pair.second)]
        if let weight, let value = pair.weight { parts.append((weight, .integer(value))) }
        return unify(parts, given: given)
      }
    case .test, .earlier, .member, .from, .oneOf, .same, .comparison:
      return try holds(atom, given) ? [given] : []
    }
  }

  /// Whether a thing is of a kind that every place of the variable allows.
  private func allows(_ slot: Slot, _ thing: Thing) -> Bool {
    guard let variable = slot.variable, case .node(let node) = thing else { return true }
    return domains.kinds(of: variable).contains(world.graph.nodes[node].kind)
  }

  /// The assignment extended so that every slot is its thing, or nil where one is another.
  private func unify(_ parts: [(Slot, Thing)], given: Assignment) -> Assignment? {
    var result = given
    for (slot, thing) in parts {
      switch slot {
      case .constant(let constant):
        guard constant == thing else { return nil }
      case .variable(let variable):
        guard result[variable] == nil || result[variable] == thing else { return nil }
        result[variable] = thing
      }
    }
    return result
  }

  private func unify(_ slot: Slot, _ thing: Thing?, given: Assignment) -> [Assignment] {
    guard let thing, let result = unify([(slot, thing)], given: given) else { return [] }
    return [result]
  }

  /// Whether an atom holds all of whose variables have values.
  private func holds(_ atom: Atom, _ given: Assignment) throws -> Bool {
    switch atom {
    case .test(let variable, let test): return try holds(test, of: index(variable, given))
    case .earlier(let first, let second):
      guard let earlier = try statement(first, given).date,
        let later = try statement(second, given).date
      else { return false }
      return earlier.last < later.first
    case .member(let slot, let things): return try things.contains(thing(slot, given))
    case .from(let member, let group, let during):
      guard case .node(let member) = try thing(member, given),
        case .node(let group) = try thing(group, given)
      else { return false }
      let time = try during.map { Time.of(try statement($0, given).date) } ?? .any
      return world.isNode(member, from: group, at: time)
    case .oneOf(let slot, let slots):
      let wanted = try thing(slot, given)
      return try slots.contains { try thing($0, given) == wanted }
    case .same(let first, let second): return try thing(first, given) == thing(second, given)
    case .comparison(let left, let sign, let right):
      return world.holds(try value(left, given), sign, try value(right, given))
    case .statement, .relation, .speaker, .source, .date, .pair:
      throw Unsupported("this atom finds its values")
    }
  }

  func thing(_ slot: Slot, _ given: Assignment) throws -> Thing {
    switch slot {
    case .constant(let thing): return thing
    case .variable(let variable):
      guard let thing = given[variable] else { throw Unsupported("\(variable) has no value") }
      return thing
    }
  }

  private func value(_ compared: Compared, _ given: Assignment) throws -> Thing? {
    switch compared {
    case .slot(let slot): try thing(slot, given)
    case .field(let slot, let field): try world.field(field, of: thing(slot, given))
    }
  }

  private func index(_ variable: Variable, _ given: Assignment) throws -> Int {
    guard case .statement(let index) = try thing(.variable(variable), given) else {
      throw Unsupported("\(variable) is no statement")
    }
    return index
  }

  private func statement(_ variable: Variable, _ given: Assignment) throws -> ReferenceStatement {
    world.original(try index(variable, given))
  }

  private func field(_ name: String, of statement: Int) throws -> Thing? {
    try world.field(name, of: .statement(statement))
  }
}

// MARK: - Conditions on one statement

extension Solver {
  private func holds(_ test: StatementTest, of index: Int) throws -> Bool {
    let statement = world.original(index)
    switch test {
    case .date(let test): return test.holds(of: statement.date)
    case .saying(let phrase): return Self.phrase(phrase, occursIn: statement.quote)
    case .provided(let phrase): return Self.phrase(phrase, occursIn: statement.condition)
    case .field(let name, let sign, let value):
      return world.holds(try world.field(name, of: .statement(index)), sign, value)
    case .offsets(let start, let end): return statement.start == start && statement.end == end
    case .unconditional: return statement.condition == nil
    case .current(let limits): return isCurrent(index, limits)
    }
  }

  /// Whether the tokens of the phrase follow each other somewhere in the text.
  static func phrase(_ phrase: String, occursIn text: String?) -> Bool {
    guard let text else { return false }
    let (wanted, tokens) = (NameKey.tokens(phrase), NameKey.tokens(text))
    guard wanted.count <= tokens.count else { return false }
    return (0...(tokens.count - wanted.count)).contains { start in
      Array(tokens[start..<start + wanted.count]) == wanted
    }
  }

  /// Whether no statement of the opposite between the same two nodes is certainly later and within
  /// the limits.
  private func isCurrent(_ index: Int, _ limits: [DateTest]) -> Bool {
    let (image, statement) = (world.statements[index], world.original(index))
    let opposite = world.graph.relations.first { $0.forms.base == statement.relation }?.opposite
    return !world.statements.indices.contains { other in
      let (otherImage, contrary) = (world.statements[other], world.original(other))
      guard contrary.relation == opposite, otherImage.subject == image.subject,
        otherImage.object == image.object, let date = statement.date, let later = contrary.date
      else { return false }
      return later.first > date.last && limits.allSatisfy { $0.holds(of: later) }
    }
  }
}

extension DateTest {
  func holds(of date: PartialDate?) -> Bool {
    guard let date else { return false }
    switch self {
    case .on(let day): return date.first >= day.first && date.last <= day.last
    case .since(let day): return date.first >= day.first
    case .until(let day): return date.last <= day.last
    case .before(let day): return date.last < day.first
    case .after(let day): return date.first > day.last
    case .between(let start, let end): return date.first >= start.first && date.last <= end.last
    }
  }
}
