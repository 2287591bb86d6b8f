import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Binder {
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

  var hasEvidence: Bool {
    ([plan.condition] + plan.optionals).contains { !$0.positiveStatements.isEmpty }
  }

  private func requireEvidence(_ word: Word) throws(QuestionRefused) {
    guard !hasEvidence else { return }
    throw refuse(
      .derivedHasNoStatements, "there are no statements here to take ‘\(word.text)’ from",
      at: word.span, help: "derived relations have no statements; ask for their verbs")
  }
}
