import Testing
import StanceModel
import StanceReader

/// A text and what should be found in it, one short line for each finding.
struct Example: CustomTestStringConvertible, Sendable {
  var text: String
  var found: [String]

  init(_ text: String, _ found: String...) {
    self.text = text
    self.found = found
  }

  var testDescription: String { text }
}

extension Reading {
  static func of(_ text: String) -> Reading {
    ArticleReader().read(Article(id: "test", text: text))
  }

  /// `Norway supports the text`, with `not` after the relation of a negated stance.
  var stances: [String] {
    statements.map { statement in
      let verb = statement.relation.rawValue + (statement.polarity == .negated ? " not" : "")
      return "\(statement.holder) \(verb) \(statement.target)"
    }
  }

  /// The same with the condition: `Norway supports the text – if it is shorter`.
  func conditionedStances(in text: String) -> [String] {
    zip(stances, statements).map { stance, statement in
      statement.condition.map { "\(stance) – \(text.slice($0))" } ?? stance
    }
  }

  /// `Norway: the text`, who speaks each statement.
  var tellers: [String] { statements.map { "\($0.speaker ?? "the article"): \($0.target)" } }

  /// `Norway: We will see`, the speakers and words of the quotes.
  func quoted(in text: String) -> [String] {
    quotes.map { "\($0.speaker ?? "nobody"): \(text.slice($0.span))" }
  }
}

extension String {
  /// The words of a span of Unicode scalars.
  func slice(_ span: TextSpan) -> String {
    String(String.UnicodeScalarView(Array(unicodeScalars)[span.start..<span.end]))
  }
}
