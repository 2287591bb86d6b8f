/// A verb group with its subject and its place in the sentence.
struct Clause: Sendable {
  enum Link: Sendable {
    case root
    /// What somebody says, thinks or wants: `said that …`.
    case complement
    case infinitive, participle
    /// `who backed the plan`
    case relative
    /// `because …`, `after …`
    case adverbial
    /// `if …`, `unless …`, as `ConditionFinder` tells
    case condition
    /// `whether …`
    case question
  }

  var chunk: Int
  var verb: VerbGroup
  /// The noun chunks of the subject, several if it is a list.
  var subject: [Int]
  /// The first chunk of the clause.
  var start: Int
  var link: Link
  var governor: Int?
  /// The noun chunk that an object relative clause belongs to: `a plan that the union opposes`.
  var antecedent: Int?
  /// Whether the clause tells who says the rest of the sentence: `…, Peskov says`.
  var isTrailingReport = false
  /// Whether a list with `neither` is its subject.
  var hasNegativeSubject = false
}

/// A sentence as tokens, chunks and clauses.
struct ParsedSentence: Sendable {
  var tokens: [Token]
  var chunks: [Chunk]
  var clauses: [Clause]
  /// What stances are made to depend on, as tokens with their conjunctions.
  var conditions: [Range<Int>] = []

  /// The clause of a verb chunk.
  func clause(ofChunk chunk: Int) -> Int? { clauses.firstIndex { $0.chunk == chunk } }

  func word(_ token: Int) -> String { token < tokens.count ? tokens[token].lower : "" }

  /// The words of a chunk's only token.
  func word(ofChunk chunk: Int) -> String {
    chunks.indices.contains(chunk) ? tokens[chunks[chunk].range.lowerBound].lower : ""
  }

  /// `that the firm pay`, `that it should go`
  func isSubjunctive(_ clause: Clause) -> Bool {
    clause.verb.modal.map { ["should", "must"].contains($0) } ?? opensInBase(clause.chunk)
  }

  /// Whether a verb group begins with a base form.
  func opensInBase(_ chunk: Int) -> Bool {
    tokens[chunks[chunk].range.lowerBound].verb?.form == .base
  }

  /// Whether a noun phrase begins with an article or an owner.
  func hasArticle(_ chunk: Int) -> Bool { tokens.hasArticle(chunks[chunk]) }

  /// The words before the last `'s` of a phrase: `the Kremlin` in `the Kremlin's proposal`.
  func possessor(in range: Range<Int>) -> Range<Int>? {
    guard let mark = range.last(where: { tokens[$0].tag == .possessive }), mark > range.lowerBound
    else { return nil }
    return range.lowerBound..<mark
  }

  /// The chunk that holds a token.
  func chunk(holding token: Int) -> Int? { chunks.firstIndex { $0.range.contains(token) } }
}
