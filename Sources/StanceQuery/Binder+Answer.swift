import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Binder {
  mutating func bindAnswer(_ question: Question) throws(QuestionRefused) {
    var columns: [Column] = []
    for item in question.options.show { columns.append(try column(item)) }
    if columns.isEmpty { columns = try standardColumns(question) }
    plan.answer = columns.isEmpty ? .holds : .rows(columns)
    plan.ordering = try ordering(question.options, columns)
    if columns.isEmpty { try rejectOptions(question.options) }
    if let drawing = question.options.drawing {
      try check(drawing)
      if let width = drawing.width { try check(width, columns) }
    }
  }

  /// Options that only rows can meet.
  func rejectOptions(_ options: Options) throws(QuestionRefused) {
    guard options.show.isEmpty, options.having.isEmpty, options.sort.isEmpty else {
      let span = options.show.first?.span ?? options.sort.first?.item.span
      throw refuse(
        .unknownColumn, "this question has no columns to show or sort by",
        at: span ?? options.having.first?.aggregate.span ?? SourceSpan(0, 0))
    }
  }

  /// All named variables in order of appearance; of `how many`, the count.
  private func standardColumns(_ question: Question) throws(QuestionRefused) -> [Column] {
    var counted: Set<VariableID> = []
    for word in question.counted {
      if let id = names[try kindName(word)] { counted.insert(id) }
    }
    return names.filter { plan.isShown($0.value) }
      .sorted { position($0.value) < position($1.value) }
      .map { name, id in
        counted.contains(id)
          ? Column(label: "count \(name)", value: .aggregate(.count, .variable(id)))
          : Column(label: name, value: .variable(id))
      }
  }

  private func position(_ id: VariableID) -> SourceSpan { mentions[id]?.span ?? SourceSpan(0, 0) }

  private func ordering(_ options: Options, _ columns: [Column]) throws(QuestionRefused) -> Ordering
  {
    var ordering = Ordering()
    for having in options.having {
      let value = try aggregate(having.aggregate)
      ordering.having.append(
        Ordering.Condition(
          value: value, operation: having.operation, constant: try constant(having.value)))
    }
    if let by = options.top?.by {
      ordering.keys.append(Ordering.Key(value: try aggregate(by), isDescending: true))
    } else if options.top != nil, options.sort.isEmpty, let weight = weight(of: columns) {
      ordering.keys.append(Ordering.Key(value: weight, isDescending: true))
    }
    for key in options.sort {
      ordering.keys.append(
        Ordering.Key(value: try column(key.item).value, isDescending: key.isDescending))
    }
    ordering.limit = options.top?.count
    if let limit = options.limit {
      ordering.limit = min(limit.count, options.top.map { max(0, $0.count - limit.skip) } ?? .max)
      ordering.skip = limit.skip
    }
    return ordering
  }

  /// What makes a row heavy where nothing is said: the first aggregate shown that is no list, else
  /// the weight of a
  /// derived relation, else the number of statements behind the row; nil where there are none.
  private func weight(of columns: [Column]) -> ColumnValue? {
    for column in columns where !column.value.isList {
      if case .aggregate = column.value { return column.value }
    }
    if let derived = weighted.first {
      let isShown = columns.contains { $0.value == .weight(derived) }
      return isShown ? .weight(derived) : .aggregate(.max, .weight(derived))
    }
    return hasEvidence ? .aggregate(.count, .statements) : nil
  }

  var weighted: [Int] {
    plan.condition.conjuncts.compactMap { part in
      guard case .derived(let atom) = part, plan.derived[atom.relation].isCounting else {
        return nil
      }
      return atom.id
    }
  }

  private func column(_ item: Item) throws(QuestionRefused) -> Column {
    switch item.kind {
    case .aggregate(let aggregate):
      let label = "\(aggregate.function.rawValue) \(argumentLabel(aggregate.argument))"
      return Column(label: item.label ?? label, value: try self.aggregate(aggregate))
    case .place(let place):
      let label = place.field.map { "\(place.name).\($0.text)" } ?? place.name
      return Column(label: item.label ?? label, value: try value(of: place))
    case .word(let word):
      let (label, value) = try value(of: word)
      return Column(label: item.label ?? label, value: value)
    }
  }

  func value(of place: Place) throws(QuestionRefused) -> ColumnValue {
    if place.isVariable, let statement = statements[place.name] {
      guard let field = place.field else {
        throw refuse(
          .unknownColumn, "?\(place.name) is a statement; say which field of it", at: place.span,
          help: "such as ?\(place.name).date")
      }
      guard let known = StatementField(written: field.text) else { throw unknownField(field) }
      try requireBound(statement, at: place.span)
      return .field(statement, known)
    }
    guard let id = names[place.name], isBound(id) else {
      throw unknownColumn(place.name, at: place.span)
    }
    guard let field = place.field else { return .variable(id) }
    return .attribute(id, try nodeAttribute(field))
  }

  private func isBound(_ id: VariableID) -> Bool {
    plan.condition.bound.contains(id) || plan.optionals.contains { $0.bound.contains(id) }
  }

  private func requireBound(_ statement: StatementID, at span: SourceSpan) throws(QuestionRefused) {
    let formulas = [plan.condition] + plan.optionals
    guard formulas.contains(where: { $0.boundStatements.contains(statement) }) else {
      throw refuse(
        .unboundInBranch, "the statement is not named everywhere that the answer needs it",
        at: span, help: "write as ?s in a clause outside ‘not’ and ‘or’")
    }
  }

  /// A `which` variable by its kind, `weight`, or a field of the only statement.
  private func value(of word: Word) throws(QuestionRefused) -> (String, ColumnValue) {
    for form in [word.text] + singulars(of: word.text) {
      if let id = names[form] { return (form, .variable(id)) }
    }
    if word.text == "weight", let derived = weighted.first { return ("weight", .weight(derived)) }
    guard let field = StatementField(written: word.text) else {
      throw unknownColumn(word.text, at: word.span)
    }
    return (field.rawValue, .field(try onlyStatement(for: word), field))
  }

  /// The statement that a field without a variable is of.
  private func onlyStatement(for word: Word) throws(QuestionRefused) -> StatementID {
    let atoms = ([plan.condition] + plan.optionals).flatMap(\.positiveStatements)
    guard let only = atoms.first, atoms.count == 1 else {
      guard !atoms.isEmpty else {
        throw refuse(
          .derivedHasNoStatements, "there is no statement of which ‘\(word.text)’ could be shown",
          at: word.span, help: "derived relations have no statements; ask for their verbs")
      }
      throw refuse(
        .bareField, "several clauses have a ‘\(word.text)’", at: word.span,
        help: "name one statement (as ?s … show ?s.\(word.text)) or write first \(word.text)")
    }
    try requireBound(only.id, at: word.span)
    return only.id
  }

  func unknownColumn(_ name: String, at span: SourceSpan) -> QuestionRefused {
    let fields = StatementField.allCases.map(\.rawValue)
    let pool = (names.keys.sorted() + fields).map { (key: $0, name: $0) }
    let nearest = Suggestion.nearest(to: name, among: pool)
    let known = "known: " + (names.keys.sorted() + fields.sorted()).joined(separator: ", ")
    return refuse(
      .unknownColumn, "there is nothing called ‘\(shortened(name))’ to show", at: span,
      help: Suggestion.didYouMean(nearest, "‘", "’") ?? known)
  }

  func argumentLabel(_ argument: Aggregate.Argument) -> String {
    switch argument {
    case .place(let place): return place.field.map { "\(place.name).\($0.text)" } ?? place.name
    case .word(let word):
      let known = [word.text] + singulars(of: word.text)
      return known.first {
        names[$0] != nil || $0 == "statement" || StatementField(rawValue: $0) != nil
      } ?? word.text
    }
  }
}

extension Plan {
  /// Whether a named variable is shown where nothing is said.
  fileprivate func isShown(_ id: VariableID) -> Bool {
    condition.bound.contains(id) || optionals.contains { $0.bound.contains(id) }
  }
}

extension Question {
  /// The kinds after `how many`, wherever they stand in the main clauses.
  var counted: [Word] {
    guard case .pattern(let pattern) = form else { return [] }
    return pattern.counted
  }
}

extension Pattern {
  fileprivate var counted: [Word] {
    switch kind {
    case .clause(let clause):
      let terms = [clause.subject].compactMap(\.self) + clause.predicate.terms
      return terms.compactMap { term in
        guard case .howMany(let word) = term.base.kind else { return nil }
        return word
      }
    case .and(let parts), .or(let parts): return parts.flatMap(\.counted)
    case .not, .optionally: return []
    }
  }
}

extension Predicate {
  fileprivate var terms: [Term] {
    switch self {
    case .verbs(_, let term, _), .passive(_, let term, _), .isSame(let term),
      .reaches(let term, _, _, _):
      [term]
    case .isA, .isFrom, .isOneOf, .has, .comparison: []
    }
  }
}
