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
    guard let hidden = HiddenScalar.first(in: name) else { return }
    throw fail(
      Diagnostic(
        .error, .strayCharacter,
        "the name holds the invisible character \\u{\(String(hidden.value, radix: 16))}",
        at: current.span, help: "take it out"))
  }
}

/// Characters that nobody sees in a name, so that two names could look the same.
private enum HiddenScalar {
  /// The first of them that the name holds where its script has no need of it.
  static func first(in name: String) -> Unicode.Scalar? {
    if name.utf8.allSatisfy({ 0x20 <= $0 && $0 < 0x7F }) { return nil }
    let scalars = Array(name.unicodeScalars)
    return scalars.indices.first { index in
      isHidden(scalars[index]) && !isJoiner(at: index, in: scalars)
    }.map { scalars[$0] }
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: false
    // Soft hyphen, grapheme joiner, fillers, joiners, variation selectors, tags.
    case 0xAD, 0x34F, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x180B...0x180F, 0x200C, 0x200D, 0x3164,
      0xFE00...0xFE0F, 0xFFA0, 0xE0000...0xE0FFF:
      true
    default: scalar.isInvisibleControl
    }
  }

  /// Whether the scalar joins or parts letters of a script that spells so, such as Persian, Hindi
  /// or Sinhala.
  private static func isJoiner(at index: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard [0x200C, 0x200D].contains(scalars[index].value), index > 0, index + 1 < scalars.count
    else { return false }
    let joining: ClosedRange<UInt32> = 0x600...0x109F
    return joining.contains(scalars[index - 1].value) && joining.contains(scalars[index + 1].value)
  }
}
