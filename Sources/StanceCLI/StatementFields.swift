internal import StanceDiagnostics
internal import StanceLanguage
internal import StanceModel

/// The value of one role of a statement.
enum StatementValue: Hashable {
  case absent
  case text(String)
  /// A number in its shortest form.
  case number(String)

  /// The value for a cell; of what is absent nothing.
  var text: String {
    switch self {
    case .absent: ""
    case .text(let text), .number(let text): text
    }
  }

  var isNumber: Bool {
    if case .number = self { true } else { false }
  }

  var json: String {
    switch self {
    case .absent: "null"
    case .text(let text): JSONText.string(text)
    case .number(let digits): digits
    }
  }
}

extension CanonicalStatement {
  /// The names of the roles, in the order in which evidence has them.
  static let fieldNames = [
    "subject", "relation", "object", "date", "speaker", "source", "quote", "start", "end",
    "condition", "confidence",
  ]

  /// The values of the roles, in the order of their names.
  var fields: [StatementValue] {
    let text = { (value: String?) -> StatementValue in value.map { .text($0) } ?? .absent }
    let number = { (value: Int?) -> StatementValue in value.map { .number("\($0)") } ?? .absent }
    return [
      .text(subject), .text(verb), .text(object), text(date?.description), text(speaker),
      text(source), text(quote), number(start), number(end), text(condition),
      confidence.map { .number("\($0)") } ?? .absent,
    ]
  }

  var json: String {
    JSONText.object(zip(Self.fieldNames, fields).map { ($0, $1.json) })
  }
}
