import StanceDiagnostics
import StanceLanguage
import StanceTestSupport
import Testing

/// What is wrong with a question file.
func diagnose(question text: String) -> [Diagnostic] {
  QuestionFile.parse(SourceText(name: "<ask>", text)).diagnostics
}

func diagnose(question bytes: [UInt8]) -> [Diagnostic] {
  QuestionFile.parse(SourceText(name: "<ask>", bytes: bytes)).diagnostics
}

/// The entries of a graph file, and what is wrong with it.
func read(graph source: SourceText) -> (entries: [GraphEntry], diagnostics: [Diagnostic]) {
  var reader = GraphFileReader(source)
  var entries: [GraphEntry] = []
  while let entry = reader.next() { entries.append(entry) }
  return (entries, reader.diagnostics)
}

func read(graph text: String) -> (entries: [GraphEntry], diagnostics: [Diagnostic]) {
  read(graph: SourceText(name: "x.stance", text))
}

/// A text with a fault, and the code that the fault has.
struct Fault: Sendable, CustomTestStringConvertible {
  var marked: MarkedText
  var codes: [String]

  /// - Parameter codes: one for each marked place, or one for all.
  init(_ marked: String, _ codes: String...) {
    self.marked = MarkedText(marked)
    self.codes =
      codes.count == 1 ? Array(repeating: codes[0], count: self.marked.spans.count) : codes
  }

  var testDescription: String { "\(codes.joined(separator: " ")): \(marked.text.prefix(60))" }

  /// Code and place of each diagnostic, as comparable texts.
  var expected: [String] { zip(codes, marked.spans).map { "\($0) \($1.start)..<\($1.end)" } }
}

extension [Diagnostic] {
  /// Code and place of each, as comparable texts.
  var places: [String] { map { "\($0.code.rawValue) \($0.span.start)..<\($0.span.end)" } }
}
