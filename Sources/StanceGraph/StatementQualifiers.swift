import StanceDiagnostics
import StanceLanguage
import StanceModel

/// The qualifiers of a statement in a graph file. Each may be given by the statement or by the
/// heading above it.
struct StatementQualifiers {
  /// A value with the place where it is written.
  struct Placed<Value> {
    var value: Value
    var span: SourceSpan
  }

  var date: PartialDate?
  var speaker: GraphName?
  var source: GraphName?
  var quote: String?
  var condition: String?
  var offsets: Placed<(start: Int, end: Int)>?
  var confidence: Placed<Double>?

  /// The qualifiers with those of the heading where the statement has none of the kind.
  func under(_ heading: StatementQualifiers) -> StatementQualifiers {
    var result = self
    result.date = date ?? heading.date
    result.speaker = speaker ?? heading.speaker
    result.source = source ?? heading.source
    result.quote = quote ?? heading.quote
    result.condition = condition ?? heading.condition
    result.offsets = offsets ?? heading.offsets
    result.confidence = confidence ?? heading.confidence
    return result
  }

  /// No qualifier at all.
  init() {}

  /// Reads what may qualify a statement; a question's qualifiers that may not are refused.
  init(_ qualifiers: [Qualifier]) throws(Diagnostic) {
    var seen: Set<String> = []
    for qualifier in qualifiers {
      try add(qualifier)
      guard let what = qualifier.kind.what, !seen.insert(what).inserted else { continue }
      throw Diagnostic(
        .error, .optionTwice, "a statement has one \(what)", at: qualifier.span,
        help: "write a statement for each")
    }
    if let offsets, offsets.value.start > offsets.value.end {
      throw Diagnostic(
        .error, .valueOutOfRange, "the quotation would end before it starts", at: offsets.span,
        help: "write at start..end, in Unicode scalars")
    }
    if let confidence, !(0...1).contains(confidence.value) {
      throw Diagnostic(
        .error, .valueOutOfRange, "a confidence lies between 0 and 1", at: confidence.span)
    }
  }

  private mutating func add(_ qualifier: Qualifier) throws(Diagnostic) {
    let span = qualifier.span
    switch qualifier.kind {
    case .on(let syntax):
      guard case .date(let date) = syntax.kind else { throw Self.notGround(span) }
      self.date = date
    case .accordingTo(let base): speaker = try Self.name(base)
    case .source(let base): source = try Self.name(base)
    case .saying(let value): quote = try Self.text(value)
    case .provided(let value): condition = try Self.text(value)
    case .at(let start, let end): offsets = Placed(value: (start, end), span: span)
    case .with(let field, let sign, let value):
      confidence = Placed(value: try Self.confidence(field, sign, value), span: span)
    case .since, .until, .before, .after, .between:
      throw Diagnostic(
        .error, .expected, "a statement has one date", at: span,
        help: "write on 2025-05-11, on 2025-05 or on 2025")
    case .when, .onVariable, .inParameter, .named: throw Self.notGround(span)
    }
  }

  private static func notGround(_ span: SourceSpan) -> Diagnostic {
    Diagnostic(.error, .expected, "a statement of a graph file leaves nothing open", at: span)
  }

  private static func name(_ base: Referent) throws(Diagnostic) -> GraphName {
    guard case .name(let name, let kind) = base.kind else { throw notGround(base.span) }
    return GraphName(text: name, kind: kind, span: base.span)
  }

  private static func text(_ value: Value) throws(Diagnostic) -> String {
    guard case .text(let text) = value.kind else { throw notGround(value.span) }
    return text
  }

  private static func confidence(
    _ field: Word, _ sign: Operator?, _ value: Value
  ) throws(Diagnostic) -> Double {
    guard field.text == "confidence" else {
      throw Diagnostic(
        .error, .unknownField, "a statement cannot be given a ‘\(field.text)’", at: field.span,
        help: "write with confidence 0.9")
    }
    guard sign == nil || sign == .equal, case .number(let number) = value.kind else {
      throw Diagnostic(
        .error, .wrongValue, "a confidence is a number", at: value.span,
        help: "write with confidence 0.9")
    }
    return number.double
  }
}

extension Qualifier.Kind {
  /// What of a statement it gives, of those that a graph file may give.
  fileprivate var what: String? {
    switch self {
    case .on: "date"
    case .accordingTo: "speaker"
    case .source: "source"
    case .saying: "quotation"
    case .provided: "condition"
    case .at: "place in its source"
    case .with: "confidence"
    case .since, .until, .before, .after, .between, .when, .onVariable, .inParameter, .named: nil
    }
  }
}
