import StanceModel

/// What is known of the variables: over what they range where nothing else gives them a value.
struct Domains {
  /// The kinds that every place of the variable allows.
  var kinds: [Variable: Set<NodeKind>] = [:]
  /// What `which country` allows.
  var members: [Variable: Set<Thing>] = [:]
  /// Variables for statements, dates, verbs and weights, which range over nothing by themselves.
  var isBoundElsewhere: Set<Variable> = []
  var sources: Set<Variable> = []

  mutating func restrict(_ slot: Slot, to allowed: Set<NodeKind>) {
    guard let variable = slot.variable else { return }
    kinds[variable] = kinds(of: variable).intersection(allowed)
  }

  func kinds(of variable: Variable) -> Set<NodeKind> { kinds[variable] ?? .all }
}

/// Finds the assignments that satisfy a formula.
///
/// A conjunction is true where all its parts are, in whatever order they are tried; parts that can
/// be tried with few open variables are tried first, and where none can be tried, a variable runs
/// through its domain.
struct Solver {
  let world: World
  let domains: Domains

  /// The extensions of an assignment that satisfy a formula, some perhaps twice.
  func solutions(of formula: Formula, given: Assignment = [:]) throws -> [Assignment] {
    try conjunction(Self.parts(of: formula), given: given)
  }

  /// The parts of nested conjunctions.
  static func parts(of formula: Formula) -> [Formula] {
    guard case .and(let parts) = formula.kind else { return [formula] }
    return parts.flatMap(Self.parts)
  }

  /// Required parts first, then each optional group by itself.
  private func conjunction(_ parts: [Formula], given: Assignment) throws -> [Assignment] {
    var groups: [Formula] = []
    var required: [Formula] = []
    for part in parts {
      if case .optionally(let inner) = part.kind {
        groups.append(inner)
      } else {
        required.append(part)
      }
    }
    var results = try all(required, given: given)
    for group in groups {
      results = try results.flatMap { result in
        let extended = try solutions(of: group, given: result)
        return extended.isEmpty ? [result] : extended
      }
    }
    return results
  }

  private func all(_ parts: [Formula], given: Assignment) throws -> [Assignment] {
    guard let first = parts.first else { return [given] }
    guard let next = nextPart(parts, given: given) else {
      return try overDomain(of: first, parts, given: given)
    }
    var rest = parts
    rest.remove(at: next)
    return try holding(parts[next], given: given).flatMap { try all(rest, given: $0) }
  }

  /// The extensions in which one part holds that can be tried.
  private func holding(_ part: Formula, given: Assignment) throws -> [Assignment] {
    switch part.kind {
    case .atom(let atom): try solutions(of: atom, given: given)
    case .or(let parts): try parts.flatMap { try solutions(of: $0, given: given) }
    case .not(let inner, _): try solutions(of: inner, given: given).isEmpty ? [given] : []
    case .and, .optionally: try solutions(of: part, given: given)
    }
  }

  /// The part with the fewest open variables among those that can be tried; alternatives come last.
  private func nextPart(_ parts: [Formula], given: Assignment) -> Int? {
    let ready = parts.indices.filter { parts[$0].needs.allSatisfy { given[$0] != nil } }
    return ready.min { rank(parts[$0], given) < rank(parts[$1], given) }
  }

  private func rank(_ part: Formula, _ given: Assignment) -> Int {
    let open = part.variables.count { given[$0] == nil }
    if case .or = part.kind { return open + 1000 }
    return open
  }

  private func overDomain(
    of part: Formula, _ parts: [Formula], given: Assignment
  ) throws -> [Assignment] {
    let open = part.needs.filter { given[$0] == nil }
    guard let variable = open.first(where: { !domains.isBoundElsewhere.contains($0) }) else {
      throw Unsupported("a variable ranges over nothing")
    }
    return try domain(of: variable).flatMap { thing in
      var extended = given
      extended[variable] = thing
      return try all(parts, given: extended)
    }
  }

  private func domain(of variable: Variable) -> [Thing] {
    let things: [Thing] =
      domains.sources.contains(variable)
      ? world.graph.sources.indices.map { .source($0) }
      : world.nodes.filter { domains.kinds(of: variable).contains(world.graph.nodes[$0].kind) }
        .map { .node($0) }
    guard let members = domains.members[variable] else { return things }
    return things.filter(members.contains)
  }
}
