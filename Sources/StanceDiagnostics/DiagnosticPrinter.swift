extension DiagnosedText {
  /// The most diagnostics of one text that are printed; a count stands for the rest.
  static let printedLimit = 20
  /// The widest part of a source line that is shown.
  static let lineWidth = 100
  /// The longest message or help that is shown, so that a long name in it does no harm.
  static let messageLength = 400

  /// The diagnostics in order of position.
  public var ordered: [Diagnostic] { diagnostics.sorted { $0.span < $1.span } }

  /// All diagnostics in order of position, each with its source line, caret and help.
  public func rendered() -> String {
    let ordered = ordered
    var text = ordered.prefix(Self.printedLimit).map(rendered).joined()
    let rest = ordered.count - Self.printedLimit
    if rest > 0 { text += "\(source.name.visible()): and \(rest) more\n" }
    return text
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    let (line, column) = source.position(of: diagnostic.span.start)
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
    var text =
      "\(source.name.visible()):\(line):\(column): \(kind): \(shortened(diagnostic.message))\n"
    text += excerpt(diagnostic.span)
    if let help = diagnostic.help { text += "  help: \(shortened(help))\n" }
    return text
  }

  /// The text made visible, its middle left out where it is long.
  private func shortened(_ text: String) -> String {
    let shown = text.visible()
    guard shown.count > Self.messageLength else { return shown }
    let half = Self.messageLength / 2
    return "\(shown.prefix(half)) … \(shown.suffix(half))"
  }

  /// The source line with a caret and tildes under the span, cut to a window around it.
  private func excerpt(_ span: SourceSpan) -> String {
    let line = source.lineSpan(of: span.start)
    let start = min(max(span.start, line.start), line.end)
    let end = max(start, min(span.end, line.end))
    var before = Array(source.text(SourceSpan(line.start, start)).suffix(Self.lineWidth))
    if before.count > Self.lineWidth / 2, line.length > Self.lineWidth {
      before = ["…"] + before.suffix(Self.lineWidth / 2)
    }
    let marked = source.text(SourceSpan(start, end)).prefix(Self.lineWidth - 1)
    let room = max(0, Self.lineWidth - before.count - marked.count)
    let after = source.text(SourceSpan(end, line.end)).prefix(room)
    let lead = String(before).visible()
    let shown = String(marked).visible()
    let tildes = String(repeating: "~", count: max(0, shown.terminalWidth - 1))
    let indent = String(repeating: " ", count: lead.terminalWidth)
    return "  \(lead)\(shown)\(String(after).visible())\n  \(indent)^\(tildes)\n"
  }
}
