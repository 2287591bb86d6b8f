import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Lowering {
  /// The formula of a clause. The subject of a relative clause is given.
  mutating func clause(_ clause: Clause, of given: Slot? = nil) throws -> Formula {
    if case .comparison(let place, let sign, let operand) = clause.predicate {
      return .atom(.comparison(compared(place), sign, try compared(operand)))
    }
    let (subjects, objects) = try allowedKinds(clause.predicate)
    let subject = try subjectNoun(of: clause, given, subjects)
    let predicate = Predication(
      subject: subject.slot, subjects: subjects, objects: objects,
      asksWhen: clause.asksWhen ? clause.span.start : nil)
    var statements: [Variable] = []
    let body: Formula
    if clause.negation == nil {
      body = try lower(clause.predicate, predicate, &statements)
    } else {
      body = try negated { lowering in
        var inner: [Variable] = []
        return try lowering.lower(clause.predicate, predicate, &inner)
      }
    }
    var restrictions: [Formula] = []
    if let term = clause.subject {
      restrictions = try self.restrictions(term, subject.slot, statements)
    }
    self.subject = subject.slot
    return .and(subject.conditions + restrictions + [body])
  }

  /// What the predicate of a clause says something about.
  struct Predication {
    var subject: Slot
    var subjects: Set<NodeKind>
    var objects: Set<NodeKind>
    /// Where `when` stands that asks for the date.
    var asksWhen: Int?
  }

  private mutating func subjectNoun(
    of clause: Clause, _ given: Slot?, _ kinds: Set<NodeKind>
  ) throws -> Noun {
    if let given { return Noun(slot: given) }
    if let term = clause.subject { return try noun(term.base, as: .node(kinds)) }
    guard let subject else { throw Unsupported("a clause has no subject") }
    if let variable = subject.variable, closed.contains(variable) {
      throw Unsupported("the subject is hidden inside ‘not’")
    }
    return Noun(slot: subject)
  }

  /// `from …` and `that …` after a noun. Affiliation counts at the dates of the statements.
  private mutating func restrictions(
    _ term: Term, _ slot: Slot, _ statements: [Variable]
  ) throws -> [Formula] {
    var parts: [Formula] = []
    if let from = term.from {
      let group = try noun(from, as: .node(.all))
      let times: [Variable?] = statements.isEmpty ? [nil] : statements
      parts += group.conditions
      parts += times.map { .atom(.from(slot, group.slot, during: $0)) }
    }
    switch term.that {
    case nil: break
    case .subject(let clause): parts.append(try self.clause(clause, of: slot))
    case .object(let subject, let verbs, let qualifiers, _):
      parts.append(try relative(subject, verbs, slot, qualifiers))
    }
    return parts
  }

  /// `that Ukraine proposes`: the noun is the object.
  private mutating func relative(
    _ term: Term, _ verbs: VerbPhrase, _ object: Slot, _ qualifiers: [Qualifier]
  ) throws -> Formula {
    let (subjects, objects) = try allowedKinds(Verbs(verbs))
    let noun = try noun(term.base, as: .node(subjects))
    var statements: [Variable] = []
    let predication = Predication(subject: noun.slot, subjects: subjects, objects: objects)
    let body = try self.verbs(Verbs(verbs), predication, object, qualifiers, &statements)
    let restrictions = try restrictions(term, noun.slot, statements)
    self.subject = noun.slot
    return .and(noun.conditions + restrictions + [body])
  }

  // MARK: - Predicates

  /// The predicate without its negation; statements that it speaks of are appended.
  private mutating func lower(
    _ predicate: Predicate, _ about: Predication, _ statements: inout [Variable]
  ) throws -> Formula {
    let subject = about.subject
    switch predicate {
    case .verbs(let verbs, let term, let qualifiers):
      let object = try noun(term.base, as: .node(about.objects))
      let body = try self.verbs(Verbs(verbs), about, object.slot, qualifiers, &statements)
      return .and(
        object.conditions + (try restrictions(term, object.slot, statements)) + [body])
    case .passive(let verb, let term, let qualifiers):
      let agent = try noun(term.base, as: .node(about.objects))
      let active = Predication(
        subject: agent.slot, subjects: about.objects, objects: about.subjects)
      let body = try self.verbs(Verbs(verb), active, subject, qualifiers, &statements)
      return .and(agent.conditions + (try restrictions(term, agent.slot, statements)) + [body])
    case .isA(let word): return try isA(word, subject)
    case .isFrom(let base):
      let group = try noun(base, as: .node(.all))
      return .and(group.conditions + [.atom(.from(subject, group.slot, during: nil))])
    case .isOneOf(let list): return .atom(.oneOf(subject, try slots(list)))
    case .isSame(let term):
      let other = try noun(term.base, as: .node(.all))
      return .and(
        other.conditions + (try restrictions(term, other.slot, []))
          + [.atom(.same(subject, other.slot))])
    case .has(let attribute, let sign, let value):
      let value = try context.parameters.thing(value)
      return .atom(
        .comparison(.field(subject, attribute.text), sign ?? .equal, .slot(.constant(value))))
    case .reaches(let term, let via, let within, let qualifiers):
      let target = try noun(term.base, as: .node(.all))
      let pairs = try reachable(via, within, qualifiers)
      return .and(
        target.conditions + (try restrictions(term, target.slot, []))
          + [.atom(.pair(pairs, subject, target.slot, weight: nil))])
    case .comparison: throw Unsupported("a comparison has no subject")
    }
  }

  private mutating func isA(_ word: Word, _ subject: Slot) throws -> Formula {
    let kind = try context.kind(named: word.text)
    if depthOfNegation == 0 {
      if let node = context.world.graph.types.kind(of: kind) {
        restrict(subject, to: [node])
      } else if let defined = context.defined(kind: kind) {
        restrict(subject, to: try context.extent(of: defined, scope: inherited).subjects)
      }
    }
    return .atom(.member(subject, try context.members(of: kind, scope: inherited)))
  }

  private func reachable(
    _ via: [ViaSyntax], _ within: Steps?, _ qualifiers: [Qualifier]
  ) throws -> Set<Pair> {
    let links = try Links(context, via: via, qualifiers: qualifiers + inherited)
    let steps = within?.count ?? 6
    guard steps <= 12 else { throw Unsupported("too many steps") }
    return links.reachable(within: steps)
  }

  // MARK: - Comparisons

  private mutating func compared(_ place: Place) -> Compared {
    let variable = named(place.name, at: place.span.start, isInterrogative: !place.isVariable)
    guard let field = place.field else { return .slot(.variable(variable)) }
    return .field(.variable(variable), field.text)
  }

  private mutating func compared(_ operand: Operand) throws -> Compared {
    switch operand {
    case .place(let place): return compared(place)
    case .value(let value): return .slot(.constant(try context.parameters.thing(value)))
    }
  }
}
