import StanceLanguage
import StanceModel

/// The solutions that give one row.
struct Group {
  var key: [Thing?]
  var solutions: [Assignment]

  /// The statements that witness positive clauses, as images in the world, ascending.
  var images: [Int] {
    var found: Set<Int> = []
    for case .statement(let index) in solutions.flatMap(\.values) { found.insert(index) }
    return found.sorted()
  }

  /// The statements of the graph that witness the row, each once, ascending.
  func evidence(_ world: World) -> [Int] {
    Set(images.map { world.statements[$0].original }).sorted()
  }
}

/// Computes the aggregates of a group.
struct Aggregation {
  let world: World
  let group: Group

  func value(_ function: Aggregate.Function, _ range: AggregateRange) throws -> Cell {
    switch function {
    case .count: .one(.integer(try count(range)))
    case .list: .many(world.listed(Set(try values(range))))
    case .min: .one(world.sorted(Set(try values(range))).first)
    case .max: .one(world.sorted(Set(try values(range))).last)
    case .avg: .one(try average(range))
    case .first, .last: .one(try extreme(function == .first, range))
    }
  }

  /// How many distinct things there are.
  private func count(_ range: AggregateRange) throws -> Int {
    switch range {
    case .statements: group.evidence(world).count
    case .reading(.variable(let variable)): Set(bindings(of: variable).map(distinct)).count
    case .reading(.field), .evidence: Set(try values(range)).count
    }
  }

  /// A statement's images count as one.
  private func distinct(_ thing: Thing) -> Thing {
    guard case .statement(let index) = thing else { return thing }
    return .statement(world.statements[index].original)
  }

  private func average(_ range: AggregateRange) throws -> Thing? {
    let numbers = try values(range).compactMap(\.double)
    return numbers.isEmpty ? nil : .real(numbers.reduce(0, +) / Double(numbers.count))
  }

  // MARK: - Values

  /// The values of a range without those that are absent: one for each statement or binding.
  private func values(_ range: AggregateRange) throws -> [Thing] {
    switch range {
    case .statements: throw Unsupported("statements can only be counted")
    case .evidence(let field): return try values(of: field, in: group.images)
    case .reading(.variable(let variable)): return bindings(of: variable)
    case .reading(.field(let variable, let field)):
      let bindings = bindings(of: variable)
      let images = bindings.compactMap(\.statement)
      if !images.isEmpty { return try values(of: field, in: images) }
      return try bindings.compactMap { try world.field(field, of: $0) }
    }
  }

  /// The field of each statement. Images of one statement differ in their speaker only.
  private func values(of field: String, in images: [Int]) throws -> [Thing] {
    var seen: Set<Int> = []
    let wanted =
      field == "speaker"
      ? images : images.filter { seen.insert(world.statements[$0].original).inserted }
    return try wanted.compactMap { try world.field(field, of: .statement($0)) }
  }

  /// What the variable stands for in the solutions, each thing once.
  private func bindings(of variable: Variable) -> [Thing] {
    Set(group.solutions.compactMap { $0[variable] }).sorted { "\($0)" < "\($1)" }
  }

  // MARK: - First and last

  /// The field of the earliest or of the latest statement, whether absent there or not.
  private func extreme(_ isFirst: Bool, _ range: AggregateRange) throws -> Thing? {
    let (images, field): ([Int], String)
    switch range {
    case .evidence(let name): (images, field) = (group.images, name)
    case .reading(.field(let variable, let name)):
      (images, field) = (bindings(of: variable).compactMap(\.statement), name)
    case .statements, .reading(.variable): throw Unsupported("first and last want a field")
    }
    let chosen = images.min { precedes($0, $1, isFirst) }
    return try chosen.flatMap { try world.field(field, of: .statement($0)) }
  }

  /// By first day, then hash, both reversed for the latest; undated statements are last either way.
  private func precedes(_ left: Int, _ right: Int, _ isFirst: Bool) -> Bool {
    let (first, second) = (world.original(left), world.original(right))
    switch (first.date?.first, second.date?.first) {
    case (.some, nil): return true
    case (nil, .some): return false
    case (let one?, let other?) where one != other: return isFirst ? one < other : one > other
    default:
      let isBefore = world.bytewise(first.hash, second.hash) == true
      let isAfter = world.bytewise(second.hash, first.hash) == true
      return isFirst ? isBefore : isAfter
    }
  }
}

extension Thing {
  var statement: Int? {
    guard case .statement(let index) = self else { return nil }
    return index
  }
}
