import StanceDiagnostics
import StanceLanguage
import StanceModel

/// Resolves the names of one question and turns its sentence into a ``Plan``.
///
/// Everything that only reads more easily in English — passives, relative clauses, several verbs,
/// subjects carried over — is spelt out here; the plan knows none of it.
struct Binder {
  let catalog: any Catalog
  let library: Library
  let parameters: Parameters

  var plan = Plan()
  var notes: [String] = []
  /// Named variables of the sentence that is being bound.
  var names: [String: VariableID] = [:]
  /// Statement variables (`as ?s`) of the sentence that is being bound.
  var statements: [String: StatementID] = [:]
  /// Where a field of a statement is first compared.
  var comparedAt: [StatementID: SourceSpan] = [:]
  var mentions: [VariableID: Mention] = [:]
  /// What `which country` asks of its variable wherever it ranges by itself.
  var ranges: [VariableID: [Formula]] = [:]
  var constants: [Int: CatalogNode] = [:]
  /// The subject that a clause without one takes over.
  var carriedSubject: Reference?
  /// Those of `all`, which are added to every clause of the question.
  var everywhere: [Qualifier] = []
  /// What the statements of a definition have to meet: the qualifiers of the clause that uses it.
  var restriction: [StatementCondition] = []
  var statementCount = 0
  var derivedCount = 0
  var instances: [DerivedKey: Int] = [:]
  /// The derived relations that are being bound, outermost first.
  var unfinished: [Int] = []

  /// Where a variable was first seen and what it has to be.
  struct Mention {
    var span: SourceSpan
    var isInterrogative: Bool
    var reason: String?
  }

  struct DerivedKey: Hashable {
    var name: String
    var restriction: [StatementCondition]
  }

  init(catalog: any Catalog, library: Library, parameters: Parameters) {
    self.catalog = catalog
    self.library = library
    self.parameters = parameters
  }

  mutating func bind(_ question: Question) throws(QuestionRefused) -> Plan {
    if let level = question.options.level { plan.level = try levelTypes(level) }
    plan.hasDatedGroups = catalog.hasDatedAffiliations
    try takeOver(question.options.all)
    switch question.form {
    case .pattern(let pattern):
      try bindCondition(pattern)
      try bindAnswer(question)
    case .path(let path):
      try rejectOptions(question.options)
      plan.answer = .path(try bindPath(path))
    }
    return plan
  }

  private mutating func takeOver(_ qualifiers: [Qualifier]) throws(QuestionRefused) {
    for qualifier in qualifiers {
      guard case .named(let word) = qualifier.kind else { continue }
      throw refuse(.kindConflict, "‘all’ speaks of every statement; ‘as’ names one", at: word.span)
    }
    everywhere = qualifiers
  }

  private mutating func bindCondition(_ pattern: Pattern) throws(QuestionRefused) {
    reserveStatements(in: pattern)
    let units: [Pattern]
    if case .and(let parts) = pattern.kind { units = parts } else { units = [pattern] }
    var required: [Formula] = []
    var optionals: [(pattern: Pattern, carried: Reference?)] = []
    for unit in units {
      if case .optionally(let inner) = unit.kind {
        optionals.append((inner, carriedSubject))
      } else {
        required.append(try bind(unit))
      }
    }
    for (inner, carried) in optionals {
      carriedSubject = carried
      plan.optionals.append(try bind(inner))
    }
    plan.condition = .all(required)
    try checkSafety()
  }

  mutating func bind(_ pattern: Pattern) throws(QuestionRefused) -> Formula {
    switch pattern.kind {
    case .clause(let clause): return try bind(clause)
    case .and(let parts): return .all(try bindAll(parts))
    case .or(let parts): return .any(try bindAll(parts))
    case .not(let inner): return .not(try bind(inner))
    case .optionally:
      throw refuse(
        .expected, "‘optionally’ cannot stand inside another group", at: pattern.span,
        help: "put it at the end of the question")
    }
  }

  private mutating func bindAll(_ parts: [Pattern]) throws(QuestionRefused) -> [Formula] {
    var formulas: [Formula] = []
    for part in parts { formulas.append(try bind(part)) }
    return formulas
  }

  /// What may be meant otherwise than it is read.
  func advice(_ question: Question) -> [String] { dateAdvice(question) + caseAdvice }

  /// Variables that differ only in case are more likely one that is misspelt.
  private var caseAdvice: [String] {
    Dictionary(grouping: names.keys.sorted(), by: { $0.lowercased() }).values
      .filter { $0.count > 1 }
      .map { "\($0.map { "?\($0)" }.joined(separator: " and ")) are different variables" }.sorted()
  }

  private func dateAdvice(_ question: Question) -> [String] {
    guard case .pattern(let pattern) = question.form, case .and(let parts) = pattern.kind,
      question.options.all.isEmpty, let last = parts.last, last.endsInDate,
      !parts.dropLast().contains(where: \.endsInDate)
    else { return [] }
    return ["the date belongs to the last clause only; write all since … for every clause"]
  }

  func refuse(
    _ code: DiagnosticCode, _ message: String, at span: SourceSpan, help: String? = nil
  ) -> QuestionRefused {
    .diagnosed(Diagnostic(.error, code, message, at: span, help: help))
  }
}

// MARK: - Variables

extension Binder {
  mutating func freshVariable(_ name: String?, _ sort: Variable.Sort = .node) -> VariableID {
    plan.variables.append(Variable(name: name, sort: sort))
    return VariableID(plan.variables.count - 1)
  }

  mutating func freshStatement() -> StatementID {
    statementCount += 1
    return StatementID(statementCount - 1)
  }

  /// The variable of a name: the same word is the same thing.
  mutating func variable(
    _ name: String, _ sort: Variable.Sort, at span: SourceSpan, isInterrogative: Bool
  ) throws(QuestionRefused) -> VariableID {
    if statements[name] != nil {
      throw refuse(.kindConflict, "?\(name) names a statement elsewhere", at: span)
    }
    if let known = names[name] {
      guard plan.variables[known.index].sort == sort else {
        throw refuse(
          .kindConflict,
          "‘\(name)’ would have to be \(sort.phrase) and "
            + "\(plan.variables[known.index].sort.phrase) at once", at: span)
      }
      if let first = mentions[known]?.span, span < first { mentions[known]?.span = span }
      return known
    }
    let id = freshVariable(name, sort)
    names[name] = id
    mentions[id] = Mention(span: span, isInterrogative: isInterrogative, reason: nil)
    return id
  }

  /// Narrows what a reference may be, and complains where nothing is left.
  mutating func constrain(
    _ reference: Reference, to kinds: Set<NodeKind>, _ role: String, at span: SourceSpan
  ) throws(QuestionRefused) {
    switch reference {
    case .constant(let id):
      guard let node = constants[id], !kinds.contains(node.kind) else { return }
      throw refuse(
        .wrongKind,
        "“\(node.name)” is \(withArticle(node.kind.name)); \(role) must be "
          + kinds.phrase, at: span)
    case .variable(let id):
      let variable = plan.variables[id.index]
      let left = variable.kinds.intersection(kinds)
      if left.isEmpty {
        let name = variable.name.map { "‘\($0)’" } ?? "this"
        let reasons = [mentions[id]?.reason, "\(role) must be \(kinds.phrase)"].compactMap(\.self)
        throw refuse(
          .kindConflict,
          "\(name) would have to be \(variable.kinds.phrase) and \(kinds.phrase) at once",
          at: span, help: reasons.joined(separator: "; "))
      }
      if left != variable.kinds { mentions[id]?.reason = "\(role) must be \(kinds.phrase)" }
      plan.variables[id.index].kinds = left
    }
  }
}

extension Variable.Sort {
  var phrase: String {
    switch self {
    case .node: "an actor, place or proposal"
    case .source: "a source"
    case .relation: "a relation"
    case .date: "a date"
    }
  }
}

extension Pattern {
  /// Whether the pattern is a clause with a date at its end.
  fileprivate var endsInDate: Bool {
    guard case .clause(let clause) = kind,
      case .verbs(_, _, let qualifiers) = clause.predicate, let last = qualifiers.last
    else { return false }
    switch last.kind {
    case .on, .since, .until, .before, .after, .between: return true
    case .onVariable, .when, .accordingTo, .source, .inParameter, .saying, .provided, .with, .at,
      .named:
      return false
    }
  }
}
