public import StanceModel

/// A statement as timelines and matrices show it.
public struct DrawnStance: Hashable, Sendable {
  public var actor: String
  public var proposal: String
  /// The verb as printed: `rejects`.
  public var relation: String
  /// Nil of a statement without a date.
  public var date: PartialDate?
  public var quotation: Quotation?
  public var isConditional: Bool
  /// Anything but http and https is dropped.
  public var url: String?

  public init(
    actor: String, proposal: String, relation: String, date: PartialDate?,
    quotation: Quotation? = nil, isConditional: Bool = false, url: String? = nil
  ) {
    self.actor = actor
    self.proposal = proposal
    self.relation = relation
    self.date = date
    self.quotation = quotation
    self.isConditional = isConditional
    self.url = url
  }

  /// By actor, proposal, date, relation, words and all else that is seen, what has no date last: the order of drawing on any
  /// machine.
  static func isBefore(_ one: DrawnStance, _ other: DrawnStance) -> Bool {
    if one.actor != other.actor { return DrawnText.isBefore(one.actor, other.actor) }
    if one.proposal != other.proposal { return DrawnText.isBefore(one.proposal, other.proposal) }
    let (a, b) = (one.date, other.date)
    if a?.first != b?.first { return (a?.first ?? .max) < (b?.first ?? .max) }
    if a?.last != b?.last { return (a?.last ?? .max) < (b?.last ?? .max) }
    if one.relation != other.relation { return DrawnText.isBefore(one.relation, other.relation) }
    return one.details.lexicographicallyPrecedes(other.details)
  }

  /// What else there is to see of the statement.
  private var details: [UInt8] {
    let words = quotation?.fields ?? [nil, nil, nil]
    return DrawnText.bytes(words + [isConditional ? "if" : nil, url])
  }

  /// `Russia rejects the plan (2025-03-13, conditional): “No.” – Putin`
  var tooltip: String {
    let names = [actor, proposal].map { DrawnText.shortened($0, to: 200) }
    let facts = [date?.description ?? "undated"] + (isConditional ? ["conditional"] : [])
    let head =
      "\(names[0]) \(DrawnText.shortened(relation, to: 60)) \(names[1])"
      + " (\(facts.joined(separator: ", ")))"
    return quotation.map { "\(head): \($0.line)" } ?? head
  }
}
