import StanceDiagnostics
import StanceLanguage
import StanceModel

// MARK: - Names of nodes and sources

extension Binder {
  /// The node that a name stands for in a position that allows some kinds.
  mutating func node(
    _ name: String, kind: Word?, among kinds: Set<NodeKind>, at span: SourceSpan
  ) throws(QuestionRefused) -> CatalogNode {
    var found = try look { catalog throws in try catalog.nodes(key: NameKey.key(name)) }
    if found.isEmpty, let rest = NameKey.withoutArticle(name) {
      found = try look { catalog throws in try catalog.nodes(key: NameKey.key(rest)) }
    }
    if let kind { found = try narrow(found, to: kind) }
    if found.count > 1 {
      let allowed = found.filter { kinds.contains($0.kind) }
      if !allowed.isEmpty { found = allowed }
    }
    guard let first = found.first else { throw try unknownName(name, at: span) }
    guard found.count == 1 else { throw try ambiguousName(name, found, at: span) }
    constants[first.id] = first
    return first
  }

  private func narrow(_ nodes: [CatalogNode], to word: Word) throws(QuestionRefused)
    -> [CatalogNode]
  {
    guard let type = catalog.types.named(word.text) else { throw unknownKind(word) }
    return nodes.filter { catalog.types.isBelow($0.type, type) }
  }

  private func unknownName(_ name: String, at span: SourceSpan) throws(QuestionRefused)
    -> QuestionRefused
  {
    let names = try look { catalog throws in try catalog.names() }
    let nearest = Suggestion.nearest(to: NameKey.key(name), among: names)
    return refuse(
      .unknownName, "nothing in this graph is called ‘\(shortened(name))’", at: span,
      help: Suggestion.didYouMean(nearest, "“", "”"))
  }

  private func ambiguousName(
    _ name: String, _ found: [CatalogNode], at span: SourceSpan
  ) throws(QuestionRefused) -> QuestionRefused {
    let reading = { (node: CatalogNode) in "the \(node.type) \(quotedIfNeeded(node.name))" }
    var clear: CatalogNode?
    for node in found where clear == nil {
      if try isOnly(node) { clear = node }
    }
    let readings = found.map(reading).joined(separator: " or ")
    return refuse(
      .ambiguousName, "‘\(name)’ may be \(readings)", at: span,
      help: "write " + (clear.map { reading($0) + ", or " } ?? "") + "the full name")
  }

  /// Whether the type and the name of a node stand for no other one.
  private func isOnly(_ node: CatalogNode) throws(QuestionRefused) -> Bool {
    let named = try look { catalog throws in try catalog.nodes(key: NameKey.key(node.name)) }
    return named.count { catalog.types.isBelow($0.type, node.type) } == 1
  }

  func source(_ name: String, at span: SourceSpan) throws(QuestionRefused) -> Int {
    let found = try look { catalog throws in try catalog.sources(key: NameKey.key(name)) }
    if let first = found.first, found.count == 1 { return first.id }
    guard found.isEmpty else {
      return try ambiguousSource(name, found, at: span)
    }
    let names = try look { catalog throws in try catalog.sourceNames() }
    let nearest = Suggestion.nearest(to: NameKey.key(name), among: names)
    throw refuse(
      .unknownName, "no source of this graph is called ‘\(shortened(name))’", at: span,
      help: Suggestion.didYouMean(nearest, "“", "”"))
  }

  private func ambiguousSource(
    _ name: String, _ found: [CatalogSource], at span: SourceSpan
  ) throws(QuestionRefused) -> Int {
    let names = found.map { quotedIfNeeded($0.name) }.joined(separator: " or ")
    throw refuse(
      .ambiguousName, "‘\(name)’ may be the source \(names)", at: span, help: "write the name")
  }

  func look<Result>(
    _ read: (any Catalog) throws -> Result
  ) throws(QuestionRefused) -> Result {
    do {
      return try read(catalog)
    } catch {
      throw .unreadable(error)
    }
  }

  func shortened(_ name: String) -> String {
    name.count > 60 ? name.prefix(60) + "…" : name
  }
}

// MARK: - Kinds, levels and verbs

/// A verb with its meaning.
enum BoundVerb {
  case base(CatalogRelation)
  case derived(String)
  case variable(VariableID)
}

extension Binder {
  /// The type, kind or derived kind that a word names in the singular or plural.
  func kindName(_ word: Word) throws(QuestionRefused) -> String {
    if let type = catalog.types.named(word.text) { return type }
    for form in [word.text] + singulars(of: word.text) where library.kinds.contains(form) {
      return form
    }
    throw unknownKind(word)
  }

  private func unknownKind(_ word: Word) -> QuestionRefused {
    let known = catalog.types.names + NodeKind.allCases.map(\.name) + library.kinds
    return refuse(
      .unknownKind, "no kind is called ‘\(word.text)’", at: word.span,
      help: "known: " + known.sorted().joined(separator: ", "))
  }

  /// The types that a level takes in.
  func levelTypes(_ word: Word) throws(QuestionRefused) -> [String] {
    guard let type = catalog.types.named(word.text),
      NodeKind.allCases.allSatisfy({ $0.name != type })
    else {
      throw refuse(
        .unknownKind, "no level is called ‘\(word.text)’", at: word.span,
        help: "known: " + catalog.types.names.joined(separator: ", "))
    }
    return catalog.types.subtypes(of: type)
  }

  mutating func bind(_ verb: Verb) throws(QuestionRefused) -> BoundVerb {
    switch verb.kind {
    case .word(let text): return try relation(text, at: verb.span)
    case .parameter(let name):
      return try relation(try parameterText(name, at: verb.span), at: verb.span)
    case .variable(let name):
      return .variable(try variable(name, .relation, at: verb.span, isInterrogative: false))
    }
  }

  private func relation(_ text: String, at span: SourceSpan) throws(QuestionRefused) -> BoundVerb {
    if let known = catalog.relations.first(where: { $0.relation.forms.all.contains(text) }) {
      return .base(known)
    }
    if let name = library.relation(written: text) { return .derived(name) }
    let known = (catalog.relations.map(\.relation.forms.third) + library.relations).sorted()
    let forms = catalog.relations.flatMap { entry in
      entry.relation.forms.all.map { (key: $0, name: entry.relation.forms.third) }
    }
    let derived = library.relations.map { (key: $0, name: $0) }
    let nearest = Suggestion.nearest(to: text, among: forms + derived)
    let guess = Suggestion.didYouMean(nearest, "‘", "’").map { $0 + " " } ?? ""
    throw refuse(
      .unknownRelation, "no relation is called ‘\(shortened(text))’", at: span,
      help: guess + "known: " + known.joined(separator: ", "))
  }
}

// MARK: - Parameters and constants

extension Binder {
  func parameterTexts(_ name: String, at span: SourceSpan) throws(QuestionRefused) -> [String] {
    guard let texts = parameters.texts(name) else {
      throw refuse(
        .parameterWithoutValue, "the parameter $\(name) has no value", at: span,
        help: "give it with --set \(name)=…")
    }
    return texts
  }

  func parameterText(_ name: String, at span: SourceSpan) throws(QuestionRefused) -> String {
    let texts = try parameterTexts(name, at: span)
    guard texts.count == 1 else {
      throw refuse(
        .wrongValue, "$\(name) has \(texts.count) values; one is wanted here", at: span,
        help: "a list can stand after ‘is one of’")
    }
    return texts[0]
  }

  func date(_ syntax: DateSyntax) throws(QuestionRefused) -> PartialDate {
    switch syntax.kind {
    case .date(let date): return date
    case .parameter(let name):
      let text = try parameterText(name, at: syntax.span)
      guard let date = PartialDate(text) else {
        throw refuse(
          .wrongValue, "the value of $\(name) is not a date: ‘\(shortened(text))’",
          at: syntax.span, help: "give it as yyyy-mm-dd, yyyy-mm or yyyy")
      }
      return date
    }
  }

  /// A text that must be one: a phrase that is searched for.
  func text(_ value: Value) throws(QuestionRefused) -> String {
    switch value.kind {
    case .text(let text): return text
    case .parameter(let name): return try parameterText(name, at: value.span)
    case .number(let number): return number.description
    case .date(let date): return date.description
    }
  }

  /// The constant of a comparison. A parameter's text is read as what it is declared to be, else as
  /// the number or date that it looks like.
  func constant(_ value: Value) throws(QuestionRefused) -> Constant {
    switch value.kind {
    case .number(let number): return .number(number)
    case .date(let date): return .date(date)
    case .text(let text): return .text(text)
    case .parameter(let name):
      let text = try parameterText(name, at: value.span)
      let number = Int(text).map(Number.integer) ?? Double(text).map(Number.real)
      switch parameters.declaration(name)?.kind.text {
      case "text": return .text(text)
      case "number":
        guard let number, number.double.isFinite else {
          throw refuse(
            .wrongValue, "the value of $\(name) is not a number: ‘\(shortened(text))’",
            at: value.span)
        }
        return .number(number)
      case "date": return .date(try date(DateSyntax(kind: .parameter(name), span: value.span)))
      default:
        if let number, number.double.isFinite { return .number(number) }
        return PartialDate(text).map(Constant.date) ?? .text(text)
      }
    }
  }

  /// The constant as something that a field can be compared with.
  mutating func constant(
    _ value: Value, for field: StatementField
  ) throws(QuestionRefused) -> Constant {
    switch field {
    case .speaker:
      return try rolledUp(node(try text(value), kind: nil, among: [.actor], at: value.span))
    case .source: return .node(try source(try text(value), at: value.span))
    case .confidence, .start, .end:
      guard case .number(let number) = try constant(value) else {
        throw refuse(
          .wrongValue, "‘\(field.rawValue)’ is compared with a number", at: value.span,
          help: "write \(field.rawValue) >= 0.8")
      }
      return .number(number)
    case .date:
      switch try constant(value) {
      case .date(let date): return .date(date)
      case .number(.integer(let year)):
        if let date = PartialDate(year: year) { return .date(date) }
      case .number, .text, .node, .nodes: break
      }
      throw refuse(
        .wrongValue, "‘date’ is compared with a date", at: value.span,
        help: "write 2025, 2025-05 or 2025-05-11")
    case .quote, .publisher, .title, .language, .url, .condition: return .text(try text(value))
    }
  }
}
