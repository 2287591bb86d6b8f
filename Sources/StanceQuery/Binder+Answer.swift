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

  /// Refuses what a picture cannot be clustered, coloured, labelled, measured or laid out by.
  private func check(_ drawing: Drawing) throws(QuestionRefused) {
    let levels = ["kind", "type"] + catalog.types.names
    if let word = drawing.cluster { try check(word, among: levels) }
    if let word = drawing.color { try check(word, among: ["relation"] + levels) }
    if let word = drawing.layout { try check(word, among: Drawing.layouts) }
    for item in drawing.labels {
      switch item.kind {
      case .word(let word): try checkField(word)
      case .aggregate(let aggregate):
        guard case .word(let word) = aggregate.argument else { throw noLabel(item.span) }
        try checkField(word)
      case .place: throw noLabel(item.span)
      }
    }
  }

  /// Refuses a width that is no number of an edge: what its statements have, or what the rows show in
  /// which they occur.
  private func check(_ width: Aggregate, _ columns: [Column]) throws(QuestionRefused) {
    if case .word(let word) = width.argument, ["statement", "statements"].contains(word.text),
      width.function == .count
    {
      return
    }
    guard case .aggregate(let function, let argument) = try aggregate(width) else { return }
    let isNumber: Bool
    switch argument {
    case .statements, .weight: isNumber = true
    case .field(let field), .fieldOf(_, let field):
      isNumber = [.confidence, .start, .end].contains(field)
    case .attribute: isNumber = true
    case .variable: isNumber = false
    }
    guard function == .count || isNumber && function != .list else {
      throw refuse(
        .wrongValue, "an edge is as wide as a number", at: width.span,
        help: "such as width by count statements or avg confidence")
    }
    switch argument {
    case .statements, .field, .weight: return
    case .variable, .attribute, .fieldOf:
      let label = argumentLabel(width.argument)
      guard !columns.contains(where: { $0.label == label }) else { return }
      throw refuse(
        .unknownColumn, "a width is taken of what is shown", at: width.span,
        help: "add \(label) to show")
    }
  }

  private func check(_ word: Word, among known: [String]) throws(QuestionRefused) {
    guard !known.contains(word.text), catalog.types.named(word.text).map(known.contains) != true
    else { return }
    throw refuse(
      .unknownKind, "a picture knows no ‘\(word.text)’ here", at: word.span,
      help: "known: " + known.joined(separator: ", "))
  }

  /// The weight of an edge stands beside it in any case.
  private func checkField(_ word: Word) throws(QuestionRefused) {
    guard word.text != "weight", StatementField(written: word.text) == nil else { return }
    throw unknownField(word)
  }

  private func noLabel(_ span: SourceSpan) -> QuestionRefused {
    refuse(
      .unknownColumn, "an edge is labelled with fields of its statements", at: span,
      help: "such as date, quote or speaker")
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
    let counted = try question.counted.flatMap { word throws(QuestionRefused) in
      names[try kindName(word)]
    }
    return names.filter { plan.isShown($0.value) }
      .sorted { position($0.value) < position($1.value) }
      .map { name, id in
        id == counted
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

  private var weighted: [Int] {
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

  private func value(of place: Place) throws(QuestionRefused) -> ColumnValue {
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

  func aggregate(_ aggregate: Aggregate) throws(QuestionRefused) -> ColumnValue {
    let value = try aggregateValue(aggregate)
    guard case .aggregate(let function, let argument) = value else { return value }
    switch argument {
    case .statements where function != .count:
      throw refuse(
        .wrongValue, "statements can only be counted", at: aggregate.span,
        help: "write count statements, or name a field such as \(function.rawValue) date")
    case .variable where function == .avg: throw noNumber(aggregate.span)
    case .field(let field) where function == .avg, .fieldOf(_, let field) where function == .avg:
      guard [.confidence, .start, .end].contains(field) else { throw noNumber(aggregate.span) }
      return value
    case .variable, .attribute, .weight, .statements, .field, .fieldOf: return value
    }
  }

  private func noNumber(_ span: SourceSpan) -> QuestionRefused {
    refuse(
      .wrongValue, "an average is taken of numbers", at: span, help: "such as avg confidence")
  }

  private func aggregateValue(_ aggregate: Aggregate) throws(QuestionRefused) -> ColumnValue {
    switch aggregate.argument {
    case .place(let place):
      switch try value(of: place) {
      case .variable(let id): return .aggregate(aggregate.function, .variable(id))
      case .field(let id, let field): return .aggregate(aggregate.function, .fieldOf(id, field))
      case .attribute(let id, let name):
        return .aggregate(aggregate.function, .attribute(id, name))
      case .statement, .weight, .aggregate: throw unknownColumn(place.name, at: place.span)
      }
    case .word(let word): return .aggregate(aggregate.function, try aggregated(word))
    }
  }

  private func aggregated(_ word: Word) throws(QuestionRefused) -> Aggregated {
    for form in [word.text] + singulars(of: word.text) {
      if let id = names[form] { return .variable(id) }
      if form == "statement" {
        try requireEvidence(word)
        return .statements
      }
    }
    if word.text == "weight", let derived = weighted.first { return .weight(derived) }
    guard let field = StatementField(written: word.text) else {
      throw unknownColumn(word.text, at: word.span)
    }
    try requireEvidence(word)
    return .field(field)
  }

  private var hasEvidence: Bool {
    ([plan.condition] + plan.optionals).contains { !$0.positiveStatements.isEmpty }
  }

  private func requireEvidence(_ word: Word) throws(QuestionRefused) {
    guard !hasEvidence else { return }
    throw refuse(
      .derivedHasNoStatements, "there are no statements here to take ‘\(word.text)’ from",
      at: word.span, help: "derived relations have no statements; ask for their verbs")
  }

  private func unknownColumn(_ name: String, at span: SourceSpan) -> QuestionRefused {
    let fields = StatementField.allCases.map(\.rawValue)
    let pool = (names.keys.sorted() + fields).map { (key: $0, name: $0) }
    let nearest = Suggestion.nearest(to: name, among: pool)
    let known = "known: " + (names.keys.sorted() + fields.sorted()).joined(separator: ", ")
    return refuse(
      .unknownColumn, "there is nothing called ‘\(shortened(name))’ to show", at: span,
      help: Suggestion.didYouMean(nearest, "‘", "’") ?? known)
  }

  private func argumentLabel(_ argument: Aggregate.Argument) -> String {
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
  /// The kind after `how many`, wherever it stands in the main clauses.
  var counted: Word? {
    guard case .pattern(let pattern) = form else { return nil }
    return pattern.counted
  }
}

extension Pattern {
  fileprivate var counted: Word? {
    switch kind {
    case .clause(let clause):
      let terms = [clause.subject].compactMap(\.self) + clause.predicate.terms
      for term in terms {
        if case .howMany(let word) = term.base.kind { return word }
      }
      return nil
    case .and(let parts), .or(let parts): return parts.lazy.compactMap(\.counted).first
    case .not, .optionally: return nil
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
