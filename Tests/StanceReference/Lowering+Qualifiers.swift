import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Lowering {
  /// What a qualifier says of a statement.
  mutating func conditions(
    _ qualifier: Qualifier, on statement: Variable
  ) throws -> [Formula] {
    let parameters = context.parameters
    switch qualifier.kind {
    case .on, .since, .until, .before, .after, .between:
      return try dateTest(qualifier).map { [.atom(.test(statement, .date($0)))] } ?? []
    case .inParameter(let word):
      if let test = try dateTest(qualifier) { return [.atom(.test(statement, .date(test)))] }
      let source = try context.source(named: parameters.text(word.text))
      return [.atom(.source(of: statement, .constant(.source(source))))]
    case .onVariable(let word):
      let date = notANode(named(word.text, at: word.span.start))
      return [.atom(.date(of: statement, .variable(date)))]
    case .when: return [when(statement, at: qualifier.span.start)]
    case .accordingTo(let base):
      let speaker = try noun(base, as: .node([.actor]))
      restrict(speaker.slot, to: [.actor])
      return speaker.conditions + [.atom(.speaker(of: statement, speaker.slot))]
    case .source(let base):
      let source = try noun(base, as: .source)
      return source.conditions + [.atom(.source(of: statement, source.slot))]
    case .saying(let phrase):
      return [.atom(.test(statement, .saying(try parameters.text(of: phrase))))]
    case .provided(let phrase):
      return [.atom(.test(statement, .provided(try parameters.text(of: phrase))))]
    case .with(let field, let sign, let value):
      let value = try parameters.thing(value)
      return [.atom(.test(statement, .field(field.text, sign ?? .equal, value)))]
    case .at(let start, let end): return [.atom(.test(statement, .offsets(start, end)))]
    case .named: return []
    }
  }

  /// The name that `as ?s` gives to the statement of a clause.
  mutating func statement(_ word: Word) -> Variable {
    let variable = notANode(named(word.text, at: word.span.start))
    statementNames.insert(variable)
    return variable
  }

  /// The variable `when` is the date of the statement.
  mutating func when(_ statement: Variable, at offset: Int) -> Formula {
    let variable = notANode(named("when", at: offset, isInterrogative: true))
    return .atom(.date(of: statement, .variable(variable)))
  }

  /// The tests of `until` and `before`, which also limit the statements that end a current stance.
  func limits(_ qualifiers: [Qualifier]) throws -> [DateTest] {
    try qualifiers.compactMap(dateTest).filter { test in
      switch test {
      case .until, .before: true
      case .on, .since, .after, .between: false
      }
    }
  }

  private func dateTest(_ qualifier: Qualifier) throws -> DateTest? {
    let parameters = context.parameters
    switch qualifier.kind {
    case .on(let date): return .on(try parameters.date(date))
    case .since(let date): return .since(try parameters.date(date))
    case .until(let date): return .until(try parameters.date(date))
    case .before(let date): return .before(try parameters.date(date))
    case .after(let date): return .after(try parameters.date(date))
    case .between(let first, let last):
      return .between(try parameters.date(first), try parameters.date(last))
    case .inParameter(let word):
      return try parameters.isDate(word.text) ? .on(try parameters.date(word.text)) : nil
    case .onVariable, .when, .accordingTo, .source, .saying, .provided, .with, .at, .named:
      return nil
    }
  }
}

extension Qualifier {
  /// Whether the qualifier binds no variable, so that it can be true of a statement by itself.
  var isClosed: Bool {
    switch kind {
    case .onVariable, .when, .named: false
    case .accordingTo(let base), .source(let base): base.isClosed
    case .on, .since, .until, .before, .after, .between, .inParameter, .saying, .provided, .with,
      .at:
      true
    }
  }
}

extension Referent {
  fileprivate var isClosed: Bool {
    switch kind {
    case .name, .parameter, .some, .someKind: true
    case .variable, .interrogative, .which, .howMany: false
    case .anyOf(let bases): bases.allSatisfy(\.isClosed)
    }
  }
}
