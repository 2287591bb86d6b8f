public import StanceDiagnostics

/// Writes a question file in its canonical form, with its comments and groups of sentences.
///
/// A sentence that has comments in it keeps its words and its lines, since the canonical form has no
/// place for them; only its blanks are tidied.
public struct QuestionFormatter {
  private let source: SourceText

  public init(_ source: SourceText) { self.source = source }

  /// The canonical text. Linear.
  ///
  /// - Throws: everything that is wrong with the syntax of the text.
  public func text() throws(DiagnosedText) -> String {
    let (file, diagnostics) = QuestionFile.parse(source)
    guard diagnostics.isEmpty else {
      throw DiagnosedText(source: source, diagnostics: diagnostics)
    }
    var layout = CanonicalLayout()
    var scanner = SentenceScanner(source, hasHeadings: false)
    var parsed = file.sentences.makeIterator()
    while let written = scanner.next() {
      layout.addComments(written.lead)
      guard !written.tokens.isEmpty, let sentence = parsed.next() else { continue }
      layout.addBlankLine(where: written.followsBlankLine)
      let last = written.tokens[written.tokens.count - 1].span.start
      let inside = written.inner.filter { $0.start < last }
      layout.addLines(inside.isEmpty ? canonical(sentence) : tidied(written.tokens, inside))
      layout.addComments(Array(written.inner.dropFirst(inside.count)))
    }
    return layout.text
  }

  /// The sentence on one line where it fits and has one option at most, else with a line for each
  /// option.
  private func canonical(_ sentence: Sentence) -> String {
    var printer = QuestionPrinter(.canonical)
    let whole = printer.print(sentence)
    let parts = printer.parts(of: sentence)
    guard whole.terminalWidth > CanonicalLayout.width || parts.options.count > 1 else {
      return whole
    }
    let body = parts.clauses.map { Piece(text: $0, start: 0) }
    var layout = CanonicalLayout()
    layout.add(body, end: parts.options.isEmpty ? "." : ",", comments: [])
    let lines = [String(layout.text.dropLast())] + parts.options.map { "  \($0)" }
    guard !parts.options.isEmpty else { return lines[0] }
    return lines[0] + "\n" + lines.dropFirst().joined(separator: ",\n") + "."
  }

  /// The sentence with its words, its lines and its comments.
  private func tidied(_ tokens: [Token], _ comments: [Comment]) -> String {
    var text = ""
    var open = comments[...]
    var end = tokens[0].span.start
    for token in tokens {
      var isFresh = source.bytes[end..<token.span.start].contains(0x0A)
      while let comment = open.first, comment.start < token.span.start {
        text += (comment.isAlone ? "\n  " : "  ") + comment.text
        isFresh = true
        open.removeFirst()
      }
      if isFresh {
        text += "\n  "
      } else if token.span.start > end {
        text += " "
      }
      text += source.text(token.span)
      end = token.span.end
    }
    return text + "."
  }
}

extension QuestionPrinter {
  /// The sentence in parts that may stand on lines of their own: its clauses, then its options.
  /// Joined by blanks, and by commas before the options, they are the sentence without its end.
  mutating func parts(of sentence: Sentence) -> (clauses: [String], options: [String]) {
    guard case .question(let question) = sentence else {
      return ([String(print(sentence).dropLast())], [])
    }
    var bare = question
    bare.options = Options()
    guard case .pattern(let pattern) = question.form, case .and(let parts) = pattern.kind else {
      return ([print(bare)], print(question.options))
    }
    var clauses: [String] = []
    startsSentence = true
    for part in parts {
      var text = grouped(part)
      if case .optionally = part.kind, let last = clauses.indices.last {
        clauses[last] += ","
      } else if !clauses.isEmpty {
        text = "and " + text
      }
      clauses.append(text)
    }
    return (clauses, print(question.options))
  }
}
