internal import Foundation
internal import StanceDiagnostics

/// Text on its way to a file or to standard output, so that no more than a part of it is held.
struct TextSink {
  private static let portion = 1 << 16

  /// The descriptor of the file, or nil for standard output.
  private let descriptor: Int32?
  private let name: String
  /// Whether a terminal shows the text, which must not obey it.
  private let isForTerminal: Bool
  private var bytes: [UInt8] = []

  fileprivate init(_ descriptor: Int32?, named name: String) {
    self.descriptor = descriptor
    self.name = name
    isForTerminal = descriptor == nil && StandardStreams.outputIsTerminal
  }

  /// Adds a line, which gets its end here.
  mutating func add(line: String, end: String = "\n") throws {
    bytes += (isForTerminal ? line.visible() : line).utf8
    bytes += end.utf8
    if bytes.count > Self.portion { try flush() }
  }

  fileprivate mutating func flush() throws {
    if let descriptor {
      try OutputFile.write(bytes[...], to: descriptor, named: name)
    } else {
      try StandardStreams.print(bytes)
    }
    bytes.removeAll(keepingCapacity: true)
  }
}

extension OutputFile {
  /// Lets the body write to a file, or to standard output where there is none. The file takes its
  /// place when everything is written, and what was there stays where that fails.
  static func stream(
    to path: String?, protecting protected: [String], _ body: (inout TextSink) throws -> Void
  ) throws {
    guard let path, path != "-", path != "/dev/stdout" else {
      var sink = TextSink(nil, named: "standard output")
      try body(&sink)
      return try sink.flush()
    }
    try prepare(path, protecting: protected)
    let temporary = temporaryPath(path)
    try withSignalsHeld { () throws in
      do {
        try stream(into: temporary, named: path, body)
        guard unsafe rename(temporary, path) == 0 else {
          throw FileFailure(path: path, code: errno)
        }
      } catch {
        unsafe unlink(temporary)
        throw error
      }
    }
  }

  private static func stream(
    into temporary: String, named path: String, _ body: (inout TextSink) throws -> Void
  ) throws {
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    var sink = TextSink(descriptor, named: path)
    try body(&sink)
    try sink.flush()
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
  }
}
