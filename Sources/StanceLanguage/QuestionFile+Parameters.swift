public import StanceDiagnostics

extension QuestionFile {
  /// The names of the parameters that a text declares or uses, whether or not it can be parsed.
  public static func parameters(in source: SourceText) -> Set<String> {
    var lexer = Lexer(source)
    var names: Set<String> = []
    while true {
      switch lexer.next().kind {
      case .parameter(let name): names.insert(name)
      case .endOfText: return names
      case .name, .quoted, .variable, .number, .date, .url, .symbol, .word, .end, .invalid: continue
      }
    }
  }
}
