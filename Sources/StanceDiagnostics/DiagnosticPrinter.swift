extension DiagnosedText {
  /// The most diagnostics of one text that are printed; a count stands for the rest.
  static let printedLimit = 20
  /// The widest part of a source line that is shown.
  static let lineWidth = 100

  /// All diagnostics in order of position, each with its source line, caret and help.
  public func rendered() -> String {
    let ordered = diagnostics.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    var text = ordered.prefix(Self.printedLimit).map(rendered).joined()
    let rest = ordered.count - Self.printedLimit
    if rest > 0 { text += "\(source.name.visible()): and \(rest) more\n" }
    return text
  }

  private func rendered(_ diagnostic: Diagnostic) -> String {
    let (line, column) = source.position(of: diagnostic.span.start)
    let kind = "\(diagnostic.severity.rawValue)[\(diagnostic.code.rawValue)]"
    var text =
      "\(source.name.visible()):\(line):\(column): \(kind): \(diagnostic.message.visible())\n"
    text += excerpt(diagnostic.span)
    if let help = diagnostic.help { text += "  help: \(help.visible())\n" }
    return text
  }

  /// The source line with a caret and tildes under the span, cut to a window around it.
  private func excerpt(_ span: SourceSpan) -> String {
    let line = source.lineSpan(of: span.start)
    let start = min(span.start, line.end)
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
