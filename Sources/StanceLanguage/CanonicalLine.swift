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
    var text = "\(quotedIfNeeded(subject)) \(verb) \(quotedIfNeeded(object))"
    if let date { text += " on \(date)" }
    if let speaker { text += " according to \(quotedIfNeeded(speaker))" }
    if let quote { text += " saying \(quoted(quote))" }
    if let condition { text += " provided \(quoted(condition))" }
    if let source { text += " in \(quotedIfNeeded(source))" }
    if let start, let end { text += " at \(start)..\(end)" }
    return text
  }

  private var confidencePart: String {
    guard let confidence else { return "" }
    let whole = confidence == 0 || confidence == 1
    return " with confidence \(whole ? "\(Int(confidence))" : "\(confidence)")"
  }
}
