/// What a word is in its sentence, as far as the reader needs to know.
enum Tag: UInt8, Sendable {
  case determiner, owner, possessive, pronoun, relative, noun, name, number, time, adjective
  case adverb, preposition, to, conjunction, subordinator, that, modal, verb, negation
  case comma, colon, semicolon, dash, stop, open, close, mark, quotation
}

/// A form of a verb.
struct VerbReading: Hashable, Sendable {
  enum Form: UInt8, Sendable { case base, third, past, participle, gerund }

  var lemma: String
  var form: Form
}

/// A word or mark of the text.
struct Token: Sendable {
  /// The word in lower case with straight apostrophes and without soft hyphens.
  var lower: String
  /// Offsets in Unicode scalars of the text.
  var start: Int
  var end: Int
  var tag: Tag
  var isCapitalised = false
  /// Whether all its letters, two at least, are capitals.
  var isAcronym = false
  /// The verb that it is, where the tag says so.
  var verb: VerbReading?
  /// The number of the quotation that the token stands for or belongs to.
  var quotation: Int?

  var span: TextSpan { TextSpan(start, end) }
}

extension Tag {
  /// Whether a noun phrase may hold the tag.
  var isNominal: Bool {
    switch self {
    case .determiner, .owner, .possessive, .pronoun, .noun, .name, .number, .time, .adjective: true
    case .relative, .adverb, .preposition, .to, .conjunction, .subordinator, .that, .modal, .verb,
      .negation, .comma, .colon, .semicolon, .dash, .stop, .open, .close, .mark, .quotation:
      false
    }
  }

  /// Whether the tag ends what may belong together.
  var isBoundary: Bool {
    switch self {
    case .comma, .colon, .semicolon, .dash, .stop, .subordinator, .that, .relative, .quotation: true
    case .determiner, .owner, .possessive, .pronoun, .noun, .name, .number, .time, .adjective,
      .adverb, .preposition, .to, .conjunction, .modal, .verb, .negation, .open, .close, .mark:
      false
    }
  }
}
