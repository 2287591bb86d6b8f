import StanceDiagnostics
import StanceLanguage
import StanceModel

/// Turns a pattern of the text into a formula, and notes what it learns of the variables.
struct Lowering {
  let context: Context
  /// The qualifiers that every clause has in addition to its own.
  let inherited: [Qualifier]
  private(set) var domains = Domains()
  /// The named variables, each with the offset where it first occurs.
  private(set) var appearances: [Variable: Int] = [:]
  /// The variables written as who, what, which country … rather than as ?x.
  private(set) var interrogatives: Set<Variable> = []
  /// The variables of `how many`.
  private(set) var counted: Set<Variable> = []
  /// The statements of positive clauses, and the weights of positive derived ones.
  var statements: [Variable] = []
  var weights: [Variable] = []
  /// The variables of `as ?s`.
  var statementNames: Set<Variable> = []
  /// The subject of the clause before.
  var subject: Slot?
  private(set) var depthOfNegation = 0
  private var nextHidden = 0
  /// The hidden variables that are local to a negation which is behind.
  private(set) var closed: Set<Variable> = []

  init(_ context: Context, inherited: [Qualifier] = []) {
    self.context = context
    self.inherited = inherited
  }

  mutating func pattern(_ pattern: Pattern) throws -> Formula {
    switch pattern.kind {
    case .clause(let clause): return try self.clause(clause)
    case .and(let parts): return .and(try parts.map { try self.pattern($0) })
    case .or(let parts): return .or(try parts.map { try self.pattern($0) })
    case .optionally(let inner): return Formula(.optionally(try self.pattern(inner)))
    case .not(let inner): return try negated { try $0.pattern(inner) }
    }
  }

  /// The negation of what the closure lowers. Hidden variables that arise in it are local to it.
  mutating func negated(_ lower: (inout Lowering) throws -> Formula) throws -> Formula {
    let first = nextHidden
    depthOfNegation += 1
    let inner = try lower(&self)
    depthOfNegation -= 1
    let hidden = Set((first..<nextHidden).map(Variable.hidden))
    closed.formUnion(hidden)
    return Formula(.not(inner, hidden: hidden))
  }

  // MARK: - Variables

  mutating func hidden() -> Variable {
    nextHidden += 1
    return .hidden(nextHidden - 1)
  }

  mutating func named(
    _ name: String, at offset: Int, isInterrogative: Bool = false
  ) -> Variable {
    let variable = Variable.named(name)
    appearances[variable] = min(appearances[variable] ?? offset, offset)
    if isInterrogative { interrogatives.insert(variable) }
    return variable
  }

  /// A variable for a statement, a date, a verb or a weight, which no domain provides.
  mutating func notANode(_ variable: Variable) -> Variable {
    domains.isBoundElsewhere.insert(variable)
    return variable
  }

  mutating func restrict(_ slot: Slot, to kinds: Set<NodeKind>) {
    domains.restrict(slot, to: kinds)
  }

  /// The named variables in order of appearance.
  var names: [Variable] {
    appearances.sorted { $0.value < $1.value }.map(\.key)
  }

  // MARK: - Noun phrases

  /// A noun phrase as a slot, with what its base demands of it.
  struct Noun {
    var slot: Slot
    var conditions: [Formula] = []
  }

  /// What a position holds: nodes of some kinds, or sources.
  enum Role {
    case node(Set<NodeKind>)
    case source
  }

  mutating func noun(_ base: Referent, as role: Role) throws -> Noun {
    switch base.kind {
    case .name, .parameter, .anyOf:
      let slots = try slots(base, as: role)
      if slots.count == 1, slots[0].variable == nil { return Noun(slot: slots[0]) }
      let slot = Slot.variable(sorted(hidden(), role))
      return Noun(slot: slot, conditions: [.atom(.oneOf(slot, slots))])
    case .variable(let name):
      return Noun(slot: .variable(sorted(named(name, at: base.span.start), role)))
    case .interrogative(let name):
      let variable = named(name, at: base.span.start, isInterrogative: true)
      return Noun(slot: .variable(sorted(variable, role)))
    case .which(let word): return try which(word, base, role)
    case .howMany(let word):
      let noun = try which(word, base, role)
      if let variable = noun.slot.variable { counted.insert(variable) }
      return noun
    case .some: return Noun(slot: .variable(sorted(hidden(), role)))
    case .someKind(let word):
      let members = try context.members(
        of: context.kind(named: word.text), scope: inherited)
      let slot = Slot.variable(sorted(hidden(), role))
      return Noun(slot: slot, conditions: [.atom(.member(slot, members))])
    }
  }

  private mutating func which(_ word: Word, _ base: Referent, _ role: Role) throws -> Noun {
    let kind = try context.kind(named: word.text)
    let members = try context.members(of: kind, scope: inherited)
    let variable = named(kind, at: base.span.start, isInterrogative: true)
    domains.members[variable] = members
    let slot = Slot.variable(sorted(variable, role))
    return Noun(slot: slot, conditions: [.atom(.member(slot, members))])
  }

  /// The variable, marked where it stands for a source.
  private mutating func sorted(_ variable: Variable, _ role: Role) -> Variable {
    if case .source = role { domains.sources.insert(variable) }
    return variable
  }

  /// The alternatives of a name, which is several nodes under `by` and where a parameter is a list.
  private mutating func slots(_ base: Referent, as role: Role) throws -> [Slot] {
    switch base.kind {
    case .name(let text, let type): return try constants(text, type?.text, role)
    case .parameter(let name):
      return try context.parameters.texts(name).flatMap { try constants($0, nil, role) }
    case .anyOf(let bases): return try bases.flatMap { try slots($0, as: role) }
    case .variable, .interrogative, .which, .howMany, .some, .someKind:
      let noun = try noun(base, as: role)
      guard noun.conditions.isEmpty else { throw Unsupported("a kind in a list") }
      return [noun.slot]
    }
  }

  private func constants(_ text: String, _ type: String?, _ role: Role) throws -> [Slot] {
    switch role {
    case .node(let kinds):
      return try context.nodes(named: text, type: type, allowed: kinds)
        .map { .constant(.node($0)) }
    case .source: return [.constant(.source(try context.source(named: text)))]
    }
  }

  /// The slots of `one of (…)` or `one of $list`.
  mutating func slots(_ list: ListSyntax) throws -> [Slot] {
    switch list {
    case .bases(let bases, _): try bases.flatMap { try slots($0, as: .node(.all)) }
    case .parameter(let word):
      try context.parameters.texts(word.text).flatMap { try constants($0, nil, .node(.all)) }
    }
  }
}
