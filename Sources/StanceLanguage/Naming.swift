import StanceDiagnostics

/// A name as it must be written in the language: bare where the lexer reads it back as one name.
///
/// - Parameter startsSentence: whether the name is the first word of a sentence, where `All` and
///   `What` are keywords.
public func quotedIfNeeded(_ name: String, startsSentence: Bool = false) -> String {
  // What begins with a small letter or a digit is no name for the lexer, whatever follows.
  if let first = name.utf8.first, (0x61...0x7A).contains(first) || (0x30...0x39).contains(first) {
    return quoted(name)
  }
  var lexer = Lexer(SourceText(name: "", startsSentence ? name : "x " + name))
  if !startsSentence { _ = lexer.next() }
  let token = lexer.next()
  guard case .name(let text) = token.kind, text.utf8.elementsEqual(name.utf8),
    lexer.next().kind == .endOfText
  else { return quoted(name) }
  return name
}

/// A text between straight quotation marks, with escapes.
public func quoted(_ text: String) -> String {
  let isPlain = text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C }
  if isPlain { return "\"\(text)\"" }
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\t": result += "\\t"
    default:
      if scalar.properties.generalCategory == .control {
        result += "\\u{\(String(scalar.value, radix: 16))}"
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
  }
  return result + "\""
}
