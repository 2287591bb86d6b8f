/// What the reader knows of words: the cues of stances, the verbs and closed classes of English,
/// states, titles and kinds of things.
///
/// It is read from text files of one directive a line; users add files of the same form.
public struct Lexicon: Sendable {
  /// Words of one class each: determiners, prepositions, modals …
  var tags: [String: Tag] = [:]
  var verbs: [String: [VerbReading]] = [:]
  /// The sets of words by the number of their class.
  private var words = [Set<String>](repeating: [], count: WordClass.allCases.count)
  /// The bases of regular and irregular verbs.
  var regulars: Set<String> = []
  var irregulars: Set<String> = []
  /// Stance patterns by the lemma of a verb, the singular of a noun, or the first word of a
  /// predicate after `be`.
  var verbPatterns: [String: [StancePattern]] = [:]
  var nounPatterns: [String: [StancePattern]] = [:]
  var predicatePatterns: [String: [StancePattern]] = [:]
  /// Names of states and blocs, their adjectives and seats, by key.
  var places: [String: PoliticalName] = [:]

  init() {}

  subscript(kind: WordClass) -> Set<String> {
    get { words[kind.rawValue] }
    set { words[kind.rawValue] = newValue }
  }
}

/// A name of a state or bloc, or a word that stands for it.
struct PoliticalName: Hashable, Sendable {
  enum Role: Sendable {
    /// `Russia`, `U.S.`
    case name
    /// `Russian`, `Russians`
    case adjective
    /// A capital, palace or agency: `Moscow`.
    case seat
  }

  /// What a directive declares.
  enum Kind: String, Sendable { case state, bloc, people }

  var state: String
  var role: Role
  var kind: Kind
}

/// One way to tell a stance.
struct StancePattern: Hashable, Sendable {
  enum Outcome: Hashable, Sendable {
    case stance(StanceRelation, Polarity)
    /// Says nothing of a stance, whatever stands around it: `comment`.
    case silent
    case chain(StanceOperator)
  }

  /// What the head of the object must be.
  enum Restriction: String, Sendable {
    case abstract, intangible, proposal, event, support, subjunctive
    /// The verb must be refused: `cannot allow`.
    case refused
  }

  var outcome: Outcome
  /// The words of the head after its first, for predicates: `in favour of`.
  var rest: [String]
  var elements: [Element]
  var strength: Double
  var restriction: Restriction?

  enum Element: Hashable, Sendable {
    case particle(String)
    case fixedNoun(String)
    case words([String])
    case nounPhrase, infinitive, gerund, clause, evaluation
  }
}

/// What a verb makes of the stance of the verb in its complement.
enum StanceOperator: String, CaseIterable, Sendable {
  /// `refuse to back X` is a rejection of X.
  case refuse
  /// `rule out backing X` rejects X; not to rule out anything else says nothing.
  case exclude
  /// `is ready to X` supports X.
  case accept
  /// `offer to X` proposes X.
  case offer
  /// `want to X` proposes X.
  case want
  /// `vow to block X` passes the stance on.
  case intend
  case `continue`
  /// `fall short of endorsing X` negates it.
  case fail
  /// `deny backing X` negates it.
  case deny
}

extension Lexicon {
  /// What a name stands for in politics, however its marks and capitals are written.
  func place(named name: String) -> PoliticalName? {
    places[Tokenizer.folded(Array(name.unicodeScalars)[...])]
  }

  /// Whether a noun or its singular is of a class.
  func has(_ noun: String, in kind: WordClass) -> Bool {
    self[kind].contains(noun) || self[kind].contains(Morphology.singular(of: noun))
  }

  func isVerb(_ word: String, _ form: VerbReading.Form) -> Bool {
    verbs[word]?.contains { $0.form == form } == true
  }

  /// Whether a head noun names a plan, an event, a policy or an act rather than a thing.
  func isAbstract(_ head: String) -> Bool {
    if self[.proposals].contains(head) || self[.events].contains(head) { return true }
    return Self.abstractEndings.contains { head.hasSuffix($0) && head.count > $0.count + 2 }
  }

  private static let abstractEndings = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ism", "ship", "ity", "ure",
    "ing", "ings", "al", "als", "age", "cy", "ties", "ness", "ization", "-off", "-out", "-back",
    "-cut", "-hike", "-rise",
  ]
}
