import StanceDiagnostics
import StanceLanguage
import StanceModel

extension Binder {
  /// Refuses what a picture cannot be clustered, coloured, labelled, measured or laid out by.
  func check(_ drawing: Drawing) throws(QuestionRefused) {
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
  func check(_ width: Aggregate, _ columns: [Column]) throws(QuestionRefused) {
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
}
