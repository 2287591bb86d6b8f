/// Why there is no picture, in one line each.
public enum RenderFailure: Error, Hashable, Sendable {
  /// The drawing process could not be started; with the words of the system.
  case notStarted(String)
  /// It drew for longer than was allowed, in seconds of time or of the processor.
  case timedOut
  /// A signal ended it, as a fault in Graphviz or too little memory does; with what was said before.
  case died(signal: Int32, messages: [String])
  /// It left before it answered; with what was said before.
  case ended(status: Int32, messages: [String])
  /// Graphviz refused the text.
  case refused(messages: [String])
  /// The answer was none.
  case garbled
  /// The picture holds what no picture of ours may hold.
  case unsafePicture(SVGProblem)
}

extension RenderFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notStarted(let reason): "the drawing process could not be started: \(reason)"
    case .timedOut:
      "drawing took too long; ask for less (top 50) or for another layout (draw layout sfdp)"
    case .died(let signal, let messages):
      Self.line("Graphviz failed (signal \(signal)); ask for less or for another layout", messages)
    case .ended(RenderChild.noGraphviz, _):
      "Graphviz cannot start; are its plugins installed (Debian: libgvc6)?"
    case .ended(let status, let messages):
      Self.line("the drawing process ended early (status \(status))", messages)
    case .refused(let messages): Self.line("Graphviz refused the drawing", messages)
    case .garbled: "the drawing process gave no usable answer"
    case .unsafePicture(let problem): "the picture was withheld: \(problem)"
    }
  }

  private static func line(_ what: String, _ messages: [String]) -> String {
    messages.first.map { "\(what): \($0)" } ?? what
  }
}

/// The messages of Graphviz and its libraries as lines for people.
enum GraphvizMessages {
  /// The distinct lines in order, without control characters, at most ten of 200 characters.
  static func lines(_ bytes: some Sequence<UInt8>) -> [String] {
    var lines: [String] = []
    for line in String(decoding: Array(bytes), as: UTF8.self).split(separator: "\n") {
      let visible = String(String.UnicodeScalarView(line.unicodeScalars.filter(isVisible)))
      let cut = String(visible.prefix(200))
      if !cut.isEmpty, !lines.contains(cut) { lines.append(cut) }
    }
    return Array(lines.prefix(10))
  }

  private static func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator,
      .paragraphSeparator:
      false
    default: true
    }
  }
}
