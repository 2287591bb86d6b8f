public import StanceModel

/// A statement by its names, as its canonical line says it.
public struct CanonicalStatement: Hashable, Sendable {
  public var subject: String
  /// The -s form of the verb.
  public var verb: String
  public var object: String
  public var date: PartialDate?
  public var speaker: String?
  public var quote: String?
  public var condition: String?
  public var source: String?
  public var start: Int?
  public var end: Int?
  public var confidence: Double?

  public init(subject: String, verb: String, object: String) {
    self.subject = subject
    self.verb = verb
    self.object = object
  }

  /// One sentence of a graph file, with the qualifiers in their canonical order.
  public var line: String { identity + confidencePart + "." }

  /// The line without confidence and full stop: what makes it this statement and no other.
  public var identity: String {
    var written = self
    written.subject = quotedIfNeeded(subject, startsSentence: true)
    written.object = quotedIfNeeded(object)
    written.speaker = speaker.map { quotedIfNeeded($0) }
    written.source = source.map { quotedIfNeeded($0) }
    return written.composed
  }

  /// The line of a statement whose names are written as they must be in a sentence already.
  package var lineOfWrittenNames: String { composed + confidencePart + "." }

  private var composed: String {
    var text = "\(subject) \(verb) \(object)"
    if let date { text += " on \(date)" }
    if let speaker { text += " according to \(speaker)" }
    if let quote { text += " saying \(quoted(quote))" }
    if let condition { text += " provided \(quoted(condition))" }
    if let source { text += " in \(source)" }
    if let start, let end { text += " at \(start)..\(end)" }
    return text
  }

  private var confidencePart: String {
    guard let confidence else { return "" }
    return " with confidence \(plainDecimal(confidence))"
  }
}

/// A number as the language writes it, with a point even where it is whole, so that it is read back
/// as a number that is not exact.
package func plainReal(_ number: Double) -> String {
  let text = plainDecimal(number)
  return text.contains(".") ? text : text + ".0"
}

/// A number as the language writes it: the shortest digits that read back as the same, without an
/// exponent and, of a whole number, without a point.
package func plainDecimal(_ number: Double) -> String {
  let parts = "\(number.magnitude)".split(separator: "e")
  let digits = parts[0].split(separator: ".")
  let exponent = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
  var whole = String(digits[0])
  var fraction = digits.count > 1 && digits[1] != "0" ? String(digits[1]) : ""
  for _ in 0..<max(0, exponent) {
    whole += fraction.isEmpty ? "0" : String(fraction.removeFirst())
  }
  for _ in 0..<max(0, -exponent) {
    fraction = String(whole.last ?? "0") + fraction
    whole = whole.count > 1 ? String(whole.dropLast()) : "0"
  }
  return (number < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
}
