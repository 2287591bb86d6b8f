import StanceDiagnostics
import StanceModel

extension Parser {
  /// A name that begins a sentence with what could be an article, `The Hague` or `A`, if one stands
  /// here.
  ///
  /// - Parameter isArticle: whether `A` is one, told from the token after the word that follows it.
  mutating func acceptArticleName(
    unless isArticle: (Parser) -> Bool
  ) -> String? {
    guard at("a", "an", "the"), isCapitalised, let word = currentWord else { return nil }
    let article = word.prefix(1).uppercased() + word.dropFirst()
    if case .name(let text) = ahead.kind {
      advance()
      advance()
      return "\(article) \(text)"
    }
    guard word != "the", let next = aheadWord else { return nil }
    if !Keywords.reserved.contains(next) {
      var probe = self
      probe.advance()
      probe.advance()
      if isArticle(probe) { return nil }
    }
    advance()
    return article
  }

  /// Takes a name, bare or in quotation marks, in the form in which names are kept.
  mutating func nameText(_ role: String) throws(ParseFailure) -> String {
    let written: String
    switch current.kind {
    case .name(let text), .quoted(let text): written = text
    default: throw fail(expected: role)
    }
    let name = NameKey.stored(written)
    guard !name.isEmpty else { throw fail(expected: role, help: "a name has at least one letter") }
    try checkName(name)
    advance()
    return name
  }

  /// Refuses a name that is too long, or one that holds what nobody can see.
  private mutating func checkName(_ name: String) throws(ParseFailure) {
    guard name.utf8.count <= TextLimit.name, name.count <= TextLimit.nameCharacters else {
      throw fail(
        Diagnostic(
          .error, .tooLong,
          "a name may have \(TextLimit.nameCharacters) characters and \(TextLimit.name) bytes "
            + "at most",
          at: current.span))
    }
    let blanks: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
    guard
      let hidden = name.unicodeScalars.first(where: {
        $0.isInvisibleControl && !blanks.contains($0)
      })
    else { return }
    throw fail(
      Diagnostic(
        .error, .strayCharacter,
        "the name holds the invisible character \\u{\(String(hidden.value, radix: 16))}",
        at: current.span, help: "take it out"))
  }
}
