import StanceDiagnostics

/// Prints readings as the JSON Lines that the scorer and other extractors use.
public enum PredictionLines {
  /// One line for one reading: its id, statements and quotes, without a line end.
  public static func line(for reading: Reading, of article: Article) -> String {
    let scalars = Array(article.text.unicodeScalars)
    let statements = reading.statements.map { object($0, scalars) }.joined(separator: ",")
    let quotes = reading.quotes.map(object).joined(separator: ",")
    return
      "{\"id\":\(JSONText.string(article.id)),\"statements\":[\(statements)],\"quotes\":[\(quotes)]}"
  }

  private static func object(_ statement: SuggestedStatement, _ scalars: [Unicode.Scalar]) -> String
  {
    let others = statement.otherTargets.map(JSONText.string).joined(separator: ",")
    var fields = [
      "\"holder\":\(JSONText.string(statement.holder))",
      "\"speaker\":\(optional(statement.speaker))",
      "\"relation\":\"\(statement.relation.rawValue)\"",
      "\"polarity\":\"\(statement.polarity.rawValue)\"",
      "\"target\":\(JSONText.string(statement.target))",
      "\"target_alt\":[\(others)]", "\"start\":\(statement.sentence.start)",
      "\"end\":\(statement.sentence.end)", "\"confidence\":\(statement.confidence)",
      "\"reasons\":[\(statement.reasons.map(JSONText.string).joined(separator: ","))]",
    ]
    if let span = statement.condition {
      let condition = String(String.UnicodeScalarView(scalars[span.start..<span.end]))
      fields.append("\"condition\":\(JSONText.string(condition))")
    }
    if let date = statement.date { fields.append("\"date\":\"\(date)\"") }
    return "{\(fields.joined(separator: ","))}"
  }

  private static func object(_ quote: ReadQuote) -> String {
    "{\"start\":\(quote.span.start),\"end\":\(quote.span.end),"
      + "\"speaker\":\(optional(quote.speaker)),\"speaker_raw\":\(optional(quote.speakerAsWritten))}"
  }

  private static func optional(_ text: String?) -> String { text.map(JSONText.string) ?? "null" }
}
