/// A verb with its auxiliaries: `has not been backed`, `to host`, `proposed` in `a ban proposed by`.
struct VerbGroup: Sendable {
  enum Shape: Sendable { case finite, infinitive, gerund, participle }

  var lemma: String
  /// The token of the main verb.
  var main: Int
  var shape: Shape
  var isPassive = false
  var isNegated = false
  var modal: String?
  /// Whether the main verb is in the past or perfect.
  var isPast = false

  /// Whether an auxiliary or modal denies the verb for what is to come: `will not`, `cannot`.
  var isRefused: Bool { isNegated && modal != nil && modal != "may" && modal != "might" }
}
