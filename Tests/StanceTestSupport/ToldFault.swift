package import StanceDiagnostics

/// A text with a fault, and all that is to be told of it: where, which code, what, and what to type.
package struct ToldFault: Sendable, CustomStringConvertible {
  package let marked: MarkedText
  package let code: String
  package let message: String
  package let help: String?

  /// - Parameter marked: the text with the faulty place between ⟪ and ⟫.
  package init(_ marked: String, _ code: String, _ message: String, help: String? = nil) {
    self.marked = MarkedText(marked)
    self.code = code
    self.message = message
    self.help = help
  }

  package var text: String { marked.text }

  /// Short, since a test prints its arguments.
  package var description: String { "\(code): \(text.prefix(60))" }

  /// What should be told, in the form of ``Diagnostic/told``.
  package var expected: [String] {
    marked.spans.map { span in
      "\(code) \(span.start)..<\(span.end) \(message) | \(help ?? "no help")"
    }
  }
}

extension Diagnostic {
  /// Code, place, message and help as one comparable text.
  package var told: String {
    "\(code.rawValue) \(span.start)..<\(span.end) \(message) | \(help ?? "no help")"
  }
}
