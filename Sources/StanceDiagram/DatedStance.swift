public import StanceModel

/// A statement as timelines and matrices show it.
public struct DatedStance: Hashable, Sendable {
  public var actor: String
  public var proposal: String
  /// The verb as printed: `rejects`.
  public var relation: String
  public var date: PartialDate
  public var quotation: Quotation?
  public var isConditional: Bool
  /// Anything but http and https is dropped.
  public var url: String?

  public init(
    actor: String, proposal: String, relation: String, date: PartialDate,
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

  /// By actor, proposal, date, relation and words: the order of drawing on any machine.
  static func isBefore(_ one: DatedStance, _ other: DatedStance) -> Bool {
    if one.actor != other.actor { return DrawnText.isBefore(one.actor, other.actor) }
    if one.proposal != other.proposal { return DrawnText.isBefore(one.proposal, other.proposal) }
    if one.date.first != other.date.first { return one.date.first < other.date.first }
    if one.date.last != other.date.last { return one.date.last < other.date.last }
    if one.relation != other.relation { return DrawnText.isBefore(one.relation, other.relation) }
    return (one.quotation?.text ?? "") < (other.quotation?.text ?? "")
  }

  /// `Russia rejects the plan (2025-03-13, conditional): “No.” – Putin`
  var tooltip: String {
    let names = [actor, proposal].map { DrawnText.shortened($0, to: 200) }
    let facts = [date.description] + (isConditional ? ["conditional"] : [])
    let head =
      "\(names[0]) \(DrawnText.shortened(relation, to: 60)) \(names[1])"
      + " (\(facts.joined(separator: ", ")))"
    return quotation.map { "\(head): \($0.line)" } ?? head
  }
}
