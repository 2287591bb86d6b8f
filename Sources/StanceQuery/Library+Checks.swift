public import StanceDiagnostics
import StanceLanguage
import StanceModel

// Rules are checked once, for all questions: a relation may not depend on its own negation, needs
// a rule that does not use it, and may use itself once in a rule.

extension Library {
  /// One use of a derived relation in the body of a rule.
  private struct Use {
    var name: String
    var isNegated: Bool
    var span: SourceSpan
  }

  /// What is wrong with the rules, each with its text.
  public func check() -> [DiagnosedText] {
    var found: [DiagnosedText] = []
    for entry in entries {
      guard let head = entry.definition.headName.map(canonical) else { continue }
      let uses = uses(in: entry.definition.body, isNegated: false)
      if let diagnostic = check(entry, head, uses) {
        found.append(DiagnosedText(source: entry.source, diagnostics: [diagnostic]))
      }
    }
    return found
  }

  private func check(_ entry: Entry, _ head: String, _ uses: [Use]) -> Diagnostic? {
    for use in uses where use.isNegated {
      guard let way = path(from: use.name, to: head) else { continue }
      let cycle = ([head] + way).joined(separator: " → ")
      return Diagnostic(
        .error, .negationCycle, "‘\(head)’ depends on its own negation: \(cycle)", at: use.span,
        help: "a relation may not be used under ‘not’ in its own definition")
    }
    let recursive = uses.filter { path(from: $0.name, to: head) != nil }
    guard let first = recursive.first else { return nil }
    if recursive.count > 1, !isOnlyClosure(entry.definition, head) {
      return Diagnostic(
        .error, .nonlinearRecursion, "‘\(head)’ uses itself twice in one rule",
        at: recursive[1].span, help: "use it once, and a rule without it for the other step")
    }
    if rules(of: head).contains(where: { $0.definition.counting != nil }) {
      return Diagnostic(
        .error, .nonlinearRecursion, "a relation that uses itself cannot count", at: first.span,
        help: "count in a rule of another name that uses ‘\(head)’")
    }
    guard !hasBase(head) else { return nil }
    return Diagnostic(
      .error, .noBaseRule, "every rule of ‘\(head)’ uses ‘\(head)’ itself", at: first.span,
      help: "add a rule that does not")
  }

  /// Whether some rule of the relations that depend on each other with this one uses none of them.
  private func hasBase(_ head: String) -> Bool {
    entries.contains { entry in
      guard let name = entry.definition.headName.map(canonical),
        name == head || (path(from: head, to: name) != nil && path(from: name, to: head) != nil)
      else { return false }
      return uses(in: entry.definition.body, isNegated: false)
        .allSatisfy { path(from: $0.name, to: head) == nil }
    }
  }

  /// Whether the rule is the closure of others, none of which uses the relation again.
  private func isOnlyClosure(_ definition: Definition, _ head: String) -> Bool {
    isClosure(definition, head)
      && rules(of: head).count { entry in
        uses(in: entry.definition.body, isNegated: false)
          .contains { path(from: $0.name, to: head) != nil }
      } == 1
  }

  /// `r(a, c) when r(a, b) and r(b, c)`, which is the closure of the other rules.
  private func isClosure(_ definition: Definition, _ head: String) -> Bool {
    guard case .relation(let a, _, let c) = definition.head,
      case .and(let parts) = definition.body.kind, parts.count == 2
    else { return false }
    let steps = parts.compactMap { step($0, of: head) }
    guard steps.count == 2 else { return false }
    return [steps, steps.reversed()].contains {
      $0[0].0 == a.text && $0[0].1 == $0[1].0 && $0[1].1 == c.text && $0[0].1 != a.text
    }
  }

  private func step(_ pattern: Pattern, of head: String) -> (String, String)? {
    guard case .clause(let clause) = pattern.kind, clause.negation == nil,
      case .verbs(let verbs, let object, let qualifiers) = clause.predicate, qualifiers.isEmpty,
      verbs.verbs.count == 1, case .word(let text) = verbs.verbs[0].kind, canonical(text) == head,
      case .variable(let to) = object.base.kind, object.from == nil, object.that == nil,
      let subject = clause.subject, case .variable(let from) = subject.base.kind,
      subject.from == nil, subject.that == nil
    else { return nil }
    return (from, to)
  }

  /// The relations from one that lead to another by use, the first and last included.
  private func path(from start: String, to goal: String) -> [String]? {
    var ways: [[String]] = [[start]]
    var seen: Set<String> = [start]
    while let way = ways.first {
      ways.removeFirst()
      guard let last = way.last else { return nil }
      if last == goal { return way }
      for entry in rules(of: last) {
        for use in uses(in: entry.definition.body, isNegated: false)
        where seen.insert(use.name).inserted {
          ways.append(way + [use.name])
        }
      }
    }
    return nil
  }

  private func canonical(_ name: String) -> String { relation(written: name) ?? name }
}

// MARK: - Uses

extension Library {
  private func uses(in pattern: Pattern, isNegated: Bool) -> [Use] {
    switch pattern.kind {
    case .clause(let clause): uses(in: clause, isNegated: isNegated)
    case .and(let parts), .or(let parts): parts.flatMap { uses(in: $0, isNegated: isNegated) }
    case .not(let inner): uses(in: inner, isNegated: true)
    case .optionally(let inner): uses(in: inner, isNegated: isNegated)
    }
  }

  private func uses(in clause: Clause, isNegated: Bool) -> [Use] {
    let inner = isNegated || clause.negation != nil
    var found = clause.subject.map { uses(in: $0, isNegated: isNegated) } ?? []
    switch clause.predicate {
    case .verbs(let verbs, let object, _):
      found += verbs.verbs.compactMap { use(of: $0, isNegated: inner) }
      found += uses(in: object, isNegated: inner)
    case .passive(let verb, let agent, _):
      if let use = use(of: verb, isNegated: inner) { found.append(use) }
      found += uses(in: agent, isNegated: inner)
    case .isA(let word): if let use = use(of: word, isNegated: inner) { found.append(use) }
    case .isSame(let term): found += uses(in: term, isNegated: inner)
    case .reaches(let term, let via, _, _):
      found += uses(in: term, isNegated: inner)
      for case .verb(let verb) in via {
        if let use = use(of: verb, isNegated: inner) { found.append(use) }
      }
    case .isFrom, .isOneOf, .has, .comparison: break
    }
    return found
  }

  private func uses(in term: Term, isNegated: Bool) -> [Use] {
    var found: [Use] = []
    switch term.base.kind {
    case .which(let word), .howMany(let word), .someKind(let word):
      if let use = use(of: word, isNegated: isNegated) { found.append(use) }
    case .name, .variable, .parameter, .interrogative, .some, .anyOf: break
    }
    switch term.that {
    case .subject(let clause): found += uses(in: clause, isNegated: isNegated)
    case .object(let subject, let verbs, _, _):
      found += verbs.verbs.compactMap { use(of: $0, isNegated: isNegated) }
      found += uses(in: subject, isNegated: isNegated)
    case nil: break
    }
    return found
  }

  private func use(of verb: Verb, isNegated: Bool) -> Use? {
    guard case .word(let text) = verb.kind, let name = relation(written: text) else { return nil }
    return Use(name: name, isNegated: isNegated, span: verb.span)
  }

  private func use(of word: Word, isNegated: Bool) -> Use? {
    kinds.contains(word.text) ? Use(name: word.text, isNegated: isNegated, span: word.span) : nil
  }
}
