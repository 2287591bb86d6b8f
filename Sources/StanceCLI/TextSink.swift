internal import StanceDiagnostics

/// Text on its way to a file or to standard output, so that no more than a part of it is held.
struct TextSink {
  private static let portion = 1 << 16

  /// Nil for standard output.
  private let file: UnfinishedFile?
  /// Whether a terminal shows the text, which must not obey it.
  private let isForTerminal: Bool
  private var bytes: [UInt8] = []

  init(to file: UnfinishedFile?) {
    self.file = file
    isForTerminal = file == nil && StandardStreams.outputIsTerminal
  }

  /// Adds a line, which gets its end here.
  mutating func add(line: String, end: String = "\n") throws {
    bytes += (isForTerminal ? line.visible() : line).utf8
    bytes += end.utf8
    if bytes.count > Self.portion { try flush() }
  }

  mutating func flush() throws {
    if let file {
      try file.write(bytes[...])
    } else {
      try StandardStreams.print(bytes)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}
