public import StanceModel

/// The relations that a reading may suggest.
public enum StanceRelation: String, CaseIterable, Sendable {
  case supports, rejects, proposes, hosts
}

/// Whether the text says that a relation holds, or that it does not.
public enum Polarity: String, Sendable {
  case affirmed, negated

  var flipped: Polarity { self == .affirmed ? .negated : .affirmed }
}

/// One stance that the text seems to tell, with the words that tell it.
public struct SuggestedStatement: Hashable, Sendable {
  /// Whose stance it is.
  public var holder: String
  /// According to whom it is told, or nil where the article itself tells it.
  public var speaker: String?
  public var relation: StanceRelation
  public var polarity: Polarity
  /// What the stance is about, verbatim.
  public var target: String
  /// What the target means or its core: an antecedent first, then a shorter reading.
  public var otherTargets: [String]
  /// What was spoken of last, where the target takes something up: `it`, `the plan`.
  public var antecedent: String?
  /// Whether the target is a pronoun alone.
  public var isPronounTarget: Bool
  /// The sentence that carries the stance.
  public var sentence: TextSpan
  /// The quotation that the stance stands in, without its marks.
  public var quote: TextSpan?
  /// `only if rents were frozen`, with its conjunction.
  public var condition: TextSpan?
  /// When the stance was taken, as far as the text or the date of the article tells.
  public var date: PartialDate?
  /// The product of the factors in `reasons`, 0 to 1.
  public var confidence: Double
  public var reasons: [String]
}

/// Words between quotation marks, and who said them.
public struct ReadQuote: Hashable, Sendable {
  /// The span between the marks, which are not part of it.
  public var span: TextSpan
  /// The name of the speaker, or nil where none is found.
  public var speaker: String?
  /// The speaker as the text puts it there: `he`, `the minister`.
  public var speakerAsWritten: String?
}

/// Somebody or something that acts in the article.
public struct ReadActor: Hashable, Sendable {
  public enum Kind: String, Sendable { case person, organization, country, bloc, group }

  public var name: String
  public var kind: Kind
  public var aliases: [String]
  /// The name of what the actor belongs to: `Igor Petrov` to `Kremlin`.
  public var affiliation: String?
}

/// Everything that was found in one article.
public struct Reading: Sendable {
  public var sentences: [TextSpan]
  public var quotes: [ReadQuote]
  public var actors: [ReadActor]
  public var statements: [SuggestedStatement]
}
