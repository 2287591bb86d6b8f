import StanceLanguage
import StanceModel
import StanceSQL

/// Where each shown or ordering value of an answer comes from: the values that `m` has to hold, the
/// first of which are what rows are grouped by, and the aggregates.
struct AnswerSheet {
  struct Wanted: Hashable {
    enum Source: Hashable {
      case statements
      case evidence(StatementField)
      /// A field of the statement whose identifier is a value of `m`.
      case named(Int, StatementField)
      /// A value of `m`, and those that tell apart what has it.
      case column(Int, identity: [Int])
    }

    var function: Aggregate.Function
    var source: Source
  }

  let columns: [Column]
  let ordering: Ordering
  /// The variables that no row lacks.
  let bound: Set<VariableID>
  /// The variables at the ends of each derived atom, which its weight belongs to.
  private let ends: [Int: [VariableID]]
  /// What `m` holds, in order.
  private(set) var needed: [ColumnValue] = []
  private(set) var keyCount = 0
  private(set) var aggregates: [Wanted] = []
  /// What the values of `m` are, in the order of `needed`.
  var types: [TypedValue] = []

  init(_ plan: Plan, _ columns: [Column]) {
    self.columns = columns
    ordering = plan.ordering
    bound = plan.condition.bound
    ends = plan.condition.conjuncts.reduce(into: [:]) { ends, part in
      guard case .derived(let atom) = part else { return }
      ends[atom.id] = [atom.subject.variable, atom.object?.variable].compactMap(\.self)
    }
    for column in columns { noteKey(column.value) }
    keyCount = needed.count
    for value in values { noteAggregate(value) }
  }

  /// Everything that is shown, tested or sorted by.
  private var values: [ColumnValue] {
    columns.map(\.value) + ordering.having.map(\.value) + ordering.keys.map { sorted($0.value) }
  }

  private mutating func noteKey(_ value: ColumnValue) {
    if case .aggregate = value { return }
    if !needed.contains(value) { needed.append(value) }
  }

  /// What is not shown sorts a row by its least value.
  func sorted(_ value: ColumnValue) -> ColumnValue {
    if case .aggregate = value { return value }
    if needed.prefix(keyCount).contains(value) { return value }
    switch value {
    case .variable(let id): return .aggregate(.min, .variable(id))
    case .field(let id, let field): return .aggregate(.min, .fieldOf(id, field))
    case .attribute(let id, let name): return .aggregate(.min, .attribute(id, name))
    case .weight(let id): return .aggregate(.min, .weight(id))
    case .aggregate, .statement: return value
    }
  }

  private mutating func noteAggregate(_ value: ColumnValue) {
    guard let wanted = wanted(value) else { return }
    if !aggregates.contains(wanted) { aggregates.append(wanted) }
  }

  mutating func wanted(_ value: ColumnValue) -> Wanted? {
    guard case .aggregate(let function, let argument) = value else { return nil }
    switch argument {
    case .statements: return Wanted(function: function, source: .statements)
    case .field(let field): return Wanted(function: function, source: .evidence(field))
    case .variable(let id): return column(function, .variable(id), identity: [])
    case .attribute(let id, let name):
      return column(function, .attribute(id, name), identity: [.variable(id)])
    case .weight(let id):
      return column(
        function, .weight(id), identity: (ends[id] ?? []).map { ColumnValue.variable($0) })
    case .fieldOf(let id, let field):
      return Wanted(function: function, source: .named(position(of: .statement(id)), field))
    }
  }

  private mutating func column(
    _ function: Aggregate.Function, _ value: ColumnValue, identity: [ColumnValue]
  ) -> Wanted {
    // Only a mean depends on how often a value is there.
    let positions = function == .avg ? identity.map { position(of: $0) } : []
    return Wanted(
      function: function, source: .column(position(of: value), identity: positions))
  }

  private mutating func position(of value: ColumnValue) -> Int {
    if let known = needed.firstIndex(of: value) { return known }
    needed.append(value)
    return needed.count - 1
  }

  /// The positions of the aggregates that are sorted or tested by; nil where there is no key to sort
  /// by or no other aggregate.
  var sortingAggregates: [Int]? {
    var sheet = self
    let values = ordering.keys.map { sorted($0.value) } + ordering.having.map(\.value)
    let wanted = Set(values.compactMap { sheet.wanted($0) })
    let found = aggregates.indices.filter { wanted.contains(aggregates[$0]) }
    return ordering.keys.isEmpty || found.count == aggregates.count ? nil : found
  }

  /// Whether a list is what the question sorts by.
  func sortsByList(_ aggregate: Wanted) -> Bool {
    var sheet = self
    return aggregate.function == .list
      && ordering.keys.contains { sheet.wanted($0.value) == aggregate }
  }

  var wantsEvidence: Bool {
    aggregates.contains {
      switch $0.source {
      case .statements, .evidence: true
      case .column, .named: false
      }
    }
  }

  var readStatements: [StatementID] {
    needed.compactMap {
      switch $0 {
      case .field(let id, _), .statement(let id): id
      case .variable, .attribute, .weight, .aggregate: nil
      }
    }
  }

  var variables: [VariableID] {
    needed.compactMap {
      switch $0 {
      case .variable(let id), .attribute(let id, _): id
      case .field, .statement, .weight, .aggregate: nil
      }
    }
  }
}
