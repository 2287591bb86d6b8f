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
  /// What a pair that rules derive counts; nil of a statement.
  public var derivedWeight: Int?
  /// Anything but http and https is dropped.
  public var url: String?

  public init(
    actor: String, proposal: String, relation: String, date: PartialDate?,
    quotation: Quotation? = nil, isConditional: Bool = false, derivedWeight: Int? = nil,
    url: String? = nil
  ) {
    self.actor = actor
    self.proposal = proposal
    self.relation = relation
    self.date = date
    self.quotation = quotation
    self.isConditional = isConditional
    self.derivedWeight = derivedWeight
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

  /// Of one statement, or of the first with the number of all.
  static func tooltip(of stances: [DrawnStance]) -> String? {
    let first = stances.first?.tooltip
    return stances.count > 1 ? first.map { "\(stances.count) statements, the first: \($0)" } : first
  }

  /// `Russia rejects the plan (2025-03-13, conditional): “No.” – Putin`
  var tooltip: String {
    let names = [actor, proposal].map { DrawnText.shortened($0, to: 200) }
    let pair = "\(names[0]) \(DrawnText.shortened(relation, to: 60)) \(names[1])"
    if let derivedWeight { return derivedWeight > 1 ? "\(pair) (×\(derivedWeight))" : pair }
    let facts = [date?.description ?? "undated"] + (isConditional ? ["conditional"] : [])
    let head = "\(pair) (\(facts.joined(separator: ", ")))"
    return quotation.map { "\(head): \($0.line)" } ?? head
  }
}
