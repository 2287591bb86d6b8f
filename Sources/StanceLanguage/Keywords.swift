/// The words of the language.
public enum Keywords {
  /// Words that can be neither verbs nor kinds nor levels.
  public static let reserved: Set<String> = Set(
    """
    a according after all also an and any are as at avg before between both but by can count \
    currently default define did do does draw every first for from given graph has having how in \
    is last limit list many max min mutual no not of on one opposite optionally or path paths \
    provided reaches said saying show since skip some someone something somewhere sort source \
    step steps that the then to top unconditionally until use via was were what when which who \
    whom with within
    """.split(separator: " ").map(String.init))

  /// Words that may follow a verb as its particle.
  public static let particles: Set<String> = ["against", "with", "for"]

  /// What a statement may be asked for after `with`, where it tells a qualifier from a particle.
  package static let statementFields: Set<String> = [
    "condition", "confidence", "date", "end", "language", "publisher", "quote", "source", "speaker",
    "start", "title", "url",
  ]

  /// Keywords that may be capitalised as the first word of a sentence.
  static let sentenceStarts: Set<String> = [
    "a", "all", "an", "any", "define", "did", "do", "does", "every", "given", "graph", "how", "not",
    "optionally", "path", "paths", "some", "someone", "something", "somewhere", "source", "the",
    "use", "what", "when", "which", "who", "whom",
  ]
}
