/// What the reader knows of words: the cues of stances, the verbs and closed classes of English,
/// states, titles and kinds of things.
///
/// It is read from text files of one directive a line; users add files of the same form.
public struct Lexicon: Sendable {
  /// Words of one class each: determiners, prepositions, modals …
  var tags: [String: Tag] = [:]
  var verbs: [String: [VerbReading]] = [:]
  /// Days and months.
  var times: Set<String> = []
  /// Words that are nouns although they are also forms of a verb.
  var nouns: Set<String> = []
  var irregulars: Set<String> = []
  var abbreviations: Set<String> = []
  var reports: Set<String> = []
  /// Stance patterns by the lemma of a verb, the singular of a noun, or the first word of a
  /// predicate after `be`.
  var verbPatterns: [String: [StancePattern]] = [:]
  var nounPatterns: [String: [StancePattern]] = [:]
  var predicatePatterns: [String: [StancePattern]] = [:]
  var titles: Set<String> = []
  var roles: Set<String> = []
  var bodies: Set<String> = []
  var events: Set<String> = []
  var proposals: Set<String> = []
  var sites: Set<String> = []
  var ballots: Set<String> = []
  var positives: Set<String> = []
  var negatives: Set<String> = []
  /// Words of praise or blame that name the judge with `to`: `unacceptable to the unions`.
  var verdicts: Set<String> = []
  /// Verbs that call something good or bad: `call`, `describe`.
  var judges: Set<String> = []
  /// Words that open a condition right before its subject: `unless`, `provided`.
  var conditions: Set<String> = []
  /// Verbs whose complement may be a question: `ask`, `know`.
  var questions: Set<String> = []
  /// Verbs that join a predicate to their subject: `be`, `remain`.
  var copulas: Set<String> = []
  /// Names of states and blocs, their adjectives and seats, by key.
  var places: [String: PoliticalName] = [:]
  /// The largest number of words of a key in `places`.
  var longestPlace = 1

  init() {}
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

  var state: String
  var role: Role
  var isBloc: Bool
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
  func isVerb(_ word: String, _ form: VerbReading.Form) -> Bool {
    verbs[word]?.contains { $0.form == form } == true
  }

  /// Whether a head noun names a plan, an event, a policy or an act rather than a thing.
  func isAbstract(_ head: String) -> Bool {
    if proposals.contains(head) || events.contains(head) { return true }
    return Self.abstractEndings.contains { head.hasSuffix($0) && head.count > $0.count + 2 }
  }

  private static let abstractEndings = [
    "tion", "tions", "sion", "sions", "ment", "ments", "ance", "ence", "ism", "ship", "ity", "ure",
    "ing", "ings", "al", "als", "age", "cy", "ties", "ness", "ization", "-off", "-out", "-back",
    "-cut", "-hike", "-rise",
  ]
}
