import StanceDiagnostics
import StanceModel

extension Parser {
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
