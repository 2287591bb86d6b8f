import StanceLanguage
import StanceModel

/// A question about a pattern, on its way from solutions to rows.
struct Inquiry {
  private let context: Context
  private let options: Options
  private let formula: Formula
  private let lowering: Lowering
  private let columns: [Column]

  init(_ context: Context, _ pattern: Pattern, _ options: Options) throws {
    self.context = context
    self.options = options
    var lowering = Lowering(context, inherited: options.all)
    formula = try lowering.pattern(pattern)
    self.lowering = lowering
    columns = try ColumnReader(lowering: lowering).columns(options.show)
  }

  func answer() throws -> ReferenceAnswer {
    let solver = Solver(world: context.world, domains: lowering.domains)
    let reader = ColumnReader(lowering: lowering)
    let conditions = try options.having.map { (try reader.column($0.aggregate), $0) }
    let keys = try sortKeys(reader)
    try Safety(lowering: lowering).check(formula, used: used(conditions.map(\.0), keys))
    let solutions = try solver.solutions(of: formula)
    if columns.isEmpty { return confirmation(solutions) }
    let groups = try self.groups(solutions).filter { group in
      try conditions.allSatisfy { column, having in
        let value = try context.parameters.thing(having.value)
        return context.world.holds(try cell(column, group).thing, having.operation, value)
      }
    }
    return try answer(try ordered(groups, by: keys))
  }

  /// Yes or nothing recorded: never no.
  private func confirmation(_ solutions: [Assignment]) -> ReferenceAnswer {
    let group = Group(key: [], solutions: solutions)
    let evidence = group.evidence(context.world)
    return ReferenceAnswer(
      columns: ["answer", "statements"],
      rows: [
        [.text(solutions.isEmpty ? "nothing recorded" : "yes"), .integer(evidence.count)]
      ], evidence: [evidence])
  }

  private func answer(_ groups: [Group]) throws -> ReferenceAnswer {
    ReferenceAnswer(
      columns: columns.map(\.title),
      rows: try groups.map { group in
        try columns.map { try context.world.value(try cell($0, group)) }
      },
      evidence: groups.map { $0.evidence(context.world) })
  }

  /// Every variable that the answer itself reads.
  private func used(_ conditions: [Column], _ keys: [Key]) -> Set<Variable> {
    let all = columns + conditions + keys.map(\.column)
    return Set(all.compactMap(\.reading?.variable))
  }

  // MARK: - Groups

  /// One group for each distinct row of what is shown and no aggregate; without such, one group.
  private func groups(_ solutions: [Assignment]) throws -> [Group] {
    let shown = columns.filter { !$0.isAggregate }
    guard !shown.isEmpty else { return [Group(key: [], solutions: solutions)] }
    let groups = try Dictionary(grouping: solutions) { solution in
      try shown.map { column in
        try column.reading.flatMap { try value($0, solution) }
      }
    }
    return groups.map { Group(key: $0.key, solutions: $0.value) }
  }

  private func value(_ reading: Reading, _ solution: Assignment) throws -> Thing? {
    switch reading {
    case .variable(let variable): return solution[variable]
    case .field(let variable, let field):
      return try solution[variable].flatMap { try context.world.field(field, of: $0) }
    }
  }

  /// What stands in a column of a row; of a sort key that is not shown, its least value.
  private func cell(_ column: Column, _ group: Group) throws -> Cell {
    switch column.kind {
    case .aggregate(let function, let range):
      return try Aggregation(world: context.world, group: group).value(function, range)
    case .reading(let reading):
      let values = Set(try group.solutions.map { try value(reading, $0) })
      return .one(context.world.sorted(Set(values.compactMap(\.self))).first)
    }
  }

  // MARK: - Order

  private struct Key {
    var column: Column
    var isDescending: Bool
  }

  private func sortKeys(_ reader: ColumnReader) throws -> [Key] {
    try options.sort.map { key in
      let titled = columns.first { $0.title == key.item.label }
      return Key(
        column: try titled ?? reader.column(key.item), isDescending: key.isDescending)
    }
  }

  /// What `top` weighs the rows by: what it says, else the first aggregate shown that is no list, else the weight of
  /// the first counting clause, else the number of statements behind the row.
  private func topKey() throws -> Key {
    let reader = ColumnReader(lowering: lowering)
    if let aggregate = options.top?.by {
      return Key(column: try reader.column(aggregate), isDescending: true)
    }
    if let aggregate = columns.first(where: { $0.isAggregate && !$0.isList }) {
      return Key(column: aggregate, isDescending: true)
    }
    let kind: Column.Kind =
      lowering.weights.first.map { .aggregate(.max, .reading(.variable($0))) }
      ?? .aggregate(.count, .statements)
    return Key(column: Column(kind: kind, title: ""), isDescending: true)
  }

  /// The rows in order and cut. What `top` weighs by comes before the keys of `sort`; it is not
  /// asked where only `sort` says anything.
  private func ordered(_ groups: [Group], by keys: [Key]) throws -> [Group] {
    var keys = keys
    if let top = options.top, top.by != nil || keys.isEmpty { keys.insert(try topKey(), at: 0) }
    var groups = try sorted(groups, by: keys)
    if let top = options.top { groups = Array(groups.prefix(top.count)) }
    guard let limit = options.limit else { return groups }
    return Array(groups.dropFirst(limit.skip).prefix(limit.count))
  }

  /// By the keys, then by all columns but lists in ascending order.
  private func sorted(_ groups: [Group], by keys: [Key]) throws -> [Group] {
    let keys = keys + columns.filter { !$0.isList }.map { Key(column: $0, isDescending: false) }
    let rows = try groups.map { group in
      (cells: try keys.map { try cell($0.column, group) }, group: group)
    }
    let sorted = rows.sorted { left, right in
      for (index, key) in keys.enumerated() {
        let (first, second) = (left.cells[index], right.cells[index])
        let order = context.world.precedes(first, second, isDescending: key.isDescending)
        if let order { return order }
      }
      return false
    }
    return sorted.map(\.group)
  }
}

extension Column {
  /// What the column reads of an assignment; nil where it ranges over evidence.
  var reading: Reading? {
    switch kind {
    case .reading(let reading), .aggregate(_, .reading(let reading)): reading
    case .aggregate(_, .statements), .aggregate(_, .evidence): nil
    }
  }
}
