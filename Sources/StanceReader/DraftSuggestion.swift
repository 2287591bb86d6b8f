internal import StanceLanguage

/// One statement of a draft with its comments.
struct DraftSuggestion {
  let statement: SuggestedStatement
  let scalars: [Unicode.Scalar]
  let source: DraftSource

  func lines(_ names: inout DraftNames) -> [String] {
    var comments = [statement.reasons.joined(separator: "; ")]
    let isUnclear = statement.isPronounTarget && statement.antecedent == nil
    var target = statement.target
    if let antecedent = statement.antecedent {
      if statement.isPronounTarget {
        comments.append("‘\(target)’ is taken for “\(antecedent)”")
        target = antecedent
      } else {
        comments.append("‘\(target)’ is perhaps “\(antecedent)”")
      }
    }
    let isHeld = statement.polarity == .affirmed
    if !isHeld { comments.append("not held, according to the text:") }
    if isUnclear { comments.append("what ‘\(target)’ means is not told nearby:") }
    let isStated = isHeld && !isUnclear
    let object = isStated ? names.proposal(target) : DraftText.name(target)
    guard let object, let subject = names.actor(statement.holder) else {
      return (comments + ["this cannot be named"]).map(DraftText.comment)
    }
    let sentence = sentence(subject, object, names)
    return comments.map(DraftText.comment)
      + (isStated ? sentence : sentence.map(DraftText.comment))
  }

  private func sentence(_ subject: String, _ object: String, _ names: DraftNames) -> [String] {
    let evidence = statement.quote ?? statement.sentence
    let saying = DraftText.quotation(text(evidence)).map { "saying \($0) " } ?? ""
    let verb = statement.relation.rawValue
    return [
      "\(quotedIfNeeded(subject, startsSentence: true)) \(verb) \(quotedIfNeeded(object))",
      "  \(saying)at \(evidence.start)..\(evidence.end)",
      "  \(qualifiers(names).joined(separator: ", ")).",
    ]
  }

  private func qualifiers(_ names: DraftNames) -> [String] {
    var qualifiers: [String] = []
    if let date = statement.date, date != source.date { qualifiers.append("on \(date)") }
    if let speaker = statement.speaker.flatMap(names.actor) {
      qualifiers.append("according to \(quotedIfNeeded(speaker))")
    }
    if let condition = statement.condition.map(text).flatMap(DraftText.quotation) {
      qualifiers.append("provided \(condition)")
    }
    return qualifiers + ["with confidence \(statement.confidence)"]
  }

  private func text(_ span: TextSpan) -> String {
    String(String.UnicodeScalarView(scalars[span.start..<span.end]))
  }
}
