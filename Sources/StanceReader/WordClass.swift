/// A set of words that a rule of the reader asks for; its name is the directive of the files that
/// hold the words.
enum WordClass: Int, CaseIterable, Sendable {
  // MARK: What words are

  /// Days and months.
  case times
  /// Words that are nouns although they are also forms of a verb.
  case nouns
  case abbreviations
  /// `the`, `this`: determiners of something known.
  case definites
  /// `a`, `an`
  case indefinites
  /// Determiners that tell of each or of none what the polarity of a stance tells already.
  case distributives
  /// Words for none.
  case noughts
  /// Words that stand for so many of what was named: `both`, `several`.
  case quantities
  /// Nouns that count what follows `of`: `a third of`.
  case shares
  /// `morning`, and the nouns that tell a time behind `last` or `next`.
  case dayparts, seasons
  /// `de` and `la` in `de la Cruz`.
  case particles, nobiliary

  // MARK: Actors and plans

  /// Attributes of a person that are no part of the name; nouns for people; nouns for organisations.
  case titles, roles, bodies
  /// Nouns for bodies that stand for the state they govern.
  case polities
  /// Who stands beside or against somebody, and so does not belong to them.
  case counterparts
  /// Papers that speak for whoever wrote them.
  case authors
  case events, proposals
  /// Events that nobody hosts.
  case ballots
  /// Plans that are also things, which people may block.
  case sites
  /// Nouns that fit any plan: `idea`, `proposal`.
  case generics
  /// Nouns for a plan that say nothing of it: `the idea of`, `a call for`.
  case wrappings
  /// Nouns of phrases that say how or where a stance was told, not what it is about.
  case manners

  // MARK: Verbs

  /// Verbs that report what somebody says.
  case reports
  /// Verbs that bring the words of their subject: `dismiss as`; reports that do not: `ask for`.
  case quoters, paraphrases
  /// Verbs whose complement may be a question: `ask`, `know`.
  case questions
  /// Verbs whose complement is not told as a fact.
  case wishes
  /// Verbs after which `must` makes no demand.
  case factives
  /// Verbs whose complement is to be: `demanded that the firm pay`.
  case demands
  /// Verbs whose object is to do what follows.
  case controllers
  /// Verbs with a purpose that tells a stance: `met to demand`.
  case purposes
  /// Verbs that say little beside the noun for a stance: `issue a call`.
  case carriers
  /// Verbs that end what their object names, and those that tell the end of their subject.
  case endings, fadings
  /// Verbs that call something good or bad.
  case judges
  /// Verbs that join a predicate to their subject: `be`, `remain`.
  case copulas

  // MARK: Clauses

  /// Words that open a condition right before its subject: `unless`, `provided`.
  case conditions
  /// Words before a verb that repeats one: `as did Chad`.
  case echoes
  /// Predicates that tell a clause as a fact: `it is clear that`.
  case assertions
  /// Nouns that a clause with `that` tells the content of, and those of them that leave it open.
  case contents, guesses

  // MARK: Praise and blame

  /// Words that go together are joined by hyphens.
  case positive, negative
  /// Words of praise or blame that name the judge with `to`: `unacceptable to the unions`.
  case verdicts
  /// Nouns for a stance of support that others may voice.
  case backings

  init?(directive: String) {
    guard let found = Self.byName[directive] else { return nil }
    self = found
  }

  private static let byName = Dictionary(
    uniqueKeysWithValues: allCases.map { (String(describing: $0), $0) })
}
