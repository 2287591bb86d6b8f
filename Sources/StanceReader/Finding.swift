/// A stance as the words of one sentence tell it, before names are resolved.
struct Finding: Sendable {
  /// Whose words in the sentence name the holder.
  enum Holder: Sendable {
    case chunks([Int])
    /// The words of a possessor or an adjective: `the Kremlin` in `the Kremlin's proposal`.
    case words(Range<Int>)
    /// Who speaks the quotation or the clause.
    case speaker
    /// Who says the clause, the innermost of several.
    case reporter
  }

  var relation: StanceRelation
  var polarity: Polarity
  /// How surely the cue tells a stance, 0 to 1.
  var strength: Double
  var target: StanceTarget
  var holder: Holder
  /// The clause that tells it.
  var clause: Int?
  /// How many verbs were put together.
  var chain = 0
  /// The word that told it, for the reason.
  var cue: String
  /// Further factors of the confidence with their reasons.
  var doubts: [Doubt] = []
}

/// A factor that lowers the confidence, and why.
struct Doubt: Hashable, Sendable {
  var factor: Double
  var reason: String
}

/// What a verb with its complements says.
enum Verdict: Sendable {
  case stances([Finding])
  case silent
  case none
}

extension Finding {
  func with(_ relation: StanceRelation, _ polarity: Polarity) -> Finding {
    var copy = self
    copy.relation = relation
    copy.polarity = polarity
    return copy
  }

  func about(_ target: StanceTarget) -> Finding {
    var copy = self
    copy.target = target
    return copy
  }

  func flipped(if isNegated: Bool) -> Finding {
    isNegated ? with(relation, polarity.flipped) : self
  }
}
