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
    if let width = drawing.width {
      guard width.function == .count, case .word(let word) = width.argument,
        ["statement", "statements", "weight"].contains(word.text)
      else {
        throw refuse(
          .unknownColumn, "an edge is as wide as its statements are many", at: width.span,
          help: "write width by count statements")
      }
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
