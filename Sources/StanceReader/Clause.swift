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

  /// The chunk that holds a token.
  func chunk(holding token: Int) -> Int? { chunks.firstIndex { $0.range.contains(token) } }
}
