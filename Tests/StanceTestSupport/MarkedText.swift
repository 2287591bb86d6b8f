package import StanceDiagnostics

/// A text in which the places that a diagnostic is expected at stand between ⟪ and ⟫.
package struct MarkedText: Sendable {
  /// The text without the marks.
  package let text: String
  /// The marked places in order, as byte offsets into `text`.
  package let spans: [SourceSpan]

  package init(_ marked: String) {
    var text = ""
    var starts: [Int] = []
    var spans: [SourceSpan] = []
    for scalar in marked.unicodeScalars {
      switch scalar {
      case "⟪": starts.append(text.utf8.count)
      case "⟫":
        guard let start = starts.popLast() else { preconditionFailure("⟫ without ⟪") }
        spans.append(SourceSpan(start, text.utf8.count))
      default: text.unicodeScalars.append(scalar)
      }
    }
    precondition(starts.isEmpty, "⟪ without ⟫")
    self.text = text
    self.spans = spans.sorted()
  }
}
