import StanceLanguage
import StanceModel

/// What a column reads from an assignment.
enum Reading: Hashable {
  case variable(Variable)
  case field(Variable, String)

  var variable: Variable {
    switch self {
    case .variable(let variable), .field(let variable, _): variable
    }
  }
}

/// What an aggregate ranges over.
enum AggregateRange: Hashable {
  /// The distinct values of a reading, each node or statement counted once.
  case reading(Reading)
  /// The statements of the evidence.
  case statements
  /// A field of the statements of the evidence.
  case evidence(String)
}

/// A column, a sort key or the left side of `having`.
struct Column: Hashable {
  enum Kind: Hashable {
    case reading(Reading)
    case aggregate(Aggregate.Function, AggregateRange)
  }

  var kind: Kind
  var title: String

  var isList: Bool {
    switch kind {
    case .aggregate(.list, _): true
    case .reading, .aggregate: false
    }
  }

  var isAggregate: Bool {
    switch kind {
    case .reading: false
    case .aggregate: true
    }
  }

}

/// Finds out what the items of a question mean, given its variables and clauses.
struct ColumnReader {
  let lowering: Lowering

  /// The columns of `show`, or all named variables but those of statements, in order of appearance.
  func columns(_ items: [Item]) throws -> [Column] {
    if !items.isEmpty { return try items.map(column) }
    return try lowering.names.filter { !lowering.statementNames.contains($0) }.map { variable in
      guard case .named(let name) = variable else { throw Unsupported("a hidden column") }
      return lowering.counted.contains(variable)
        ? Column(kind: .aggregate(.count, .reading(.variable(variable))), title: "count \(name)")
        : Column(kind: .reading(.variable(variable)), title: name)
    }
  }

  func column(_ item: Item) throws -> Column {
    var column: Column
    switch item.kind {
    case .aggregate(let aggregate): column = try self.column(aggregate)
    case .place(let place):
      let (reading, title) = try reading(place)
      column = Column(kind: .reading(reading), title: title)
    case .word(let word):
      let (reading, title) = try reading(word.text)
      column = Column(kind: .reading(reading), title: title)
    }
    if let label = item.label { column.title = label }
    return column
  }

  func column(_ aggregate: Aggregate) throws -> Column {
    let range: AggregateRange
    let title: String
    switch aggregate.argument {
    case .place(let place):
      let (reading, name) = try reading(place)
      (range, title) = (.reading(reading), name)
    case .word(let word): (range, title) = try self.range(word.text)
    }
    return Column(
      kind: .aggregate(aggregate.function, range),
      title: "\(aggregate.function.rawValue) \(title)")
  }

  private func reading(_ place: Place) throws -> (Reading, String) {
    let variable = Variable.named(place.name)
    guard lowering.appearances[variable] != nil else {
      throw Unsupported("no variable ‘\(place.name)’")
    }
    guard let field = place.field?.text else { return (.variable(variable), place.name) }
    return (.field(variable, field), "\(place.name).\(field)")
  }

  /// A `which` variable, the weight of the only counting clause, or a field of the only statement.
  private func reading(_ word: String) throws -> (Reading, String) {
    let forms = [word] + singulars(of: word)
    if let variable = variable(forms) { return variable }
    if forms.contains("weight") { return (.variable(try weight()), "weight") }
    guard let field = forms.first(where: World.fields.contains) else {
      throw Unsupported("no column ‘\(word)’")
    }
    guard let statement = lowering.statements.first, lowering.statements.count == 1 else {
      throw Unsupported("a bare field wants exactly one clause")
    }
    return (.field(statement, field), field)
  }

  private func range(_ word: String) throws -> (AggregateRange, String) {
    let forms = [word] + singulars(of: word)
    if let (reading, name) = variable(forms) { return (.reading(reading), name) }
    if forms.contains("statement") { return (.statements, "statement") }
    if forms.contains("weight") { return (.reading(.variable(try weight())), "weight") }
    guard let field = forms.first(where: World.fields.contains) else {
      throw Unsupported("no field ‘\(word)’")
    }
    return (.evidence(field), field)
  }

  private func variable(_ forms: [String]) -> (Reading, String)? {
    guard let name = forms.first(where: { lowering.appearances[.named($0)] != nil }) else {
      return nil
    }
    return (.variable(.named(name)), name)
  }

  private func weight() throws -> Variable {
    guard let onlyWeight = lowering.weights.first, lowering.weights.count == 1 else {
      throw Unsupported("weight wants exactly one counting clause")
    }
    return onlyWeight
  }
}
