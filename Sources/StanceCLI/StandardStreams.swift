internal import ArgumentParser
internal import Foundation
internal import StanceDiagnostics

/// Standard output, standard error, and what is known of the terminal.
enum StandardStreams {
  /// Gives closed descriptors a place where they do no harm, and turns a broken pipe into an error
  /// of writing.
  static func prepare() {
    for descriptor in 0...2 as ClosedRange<Int32> where fcntl(descriptor, F_GETFD) == -1 {
      _ = unsafe open("/dev/null", O_RDWR)
    }
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    // Whoever ignores it would not let us know how a process of ours ended.
    _ = signal(SIGCHLD, SIG_DFL)
  }

  static var outputIsTerminal: Bool { isatty(1) == 1 }
  static var inputIsTerminal: Bool { isatty(0) == 1 }
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// The columns of the terminal that standard output is, or nil.
  static var terminalWidth: Int? {
    guard outputIsTerminal else { return nil }
    if let text = ProcessInfo.processInfo.environment["COLUMNS"], let width = Int(text), width > 0 {
      return width
    }
    var size = winsize()
    guard unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }

  /// Writes to standard output. A reader that has gone ends the program quietly.
  static func print(_ bytes: [UInt8]) throws {
    guard let code = write(bytes, to: 1) else { return }
    if code == EPIPE { throw ExitCode(0) }
    throw FileFailure(path: "standard output", code: code)
  }

  static func print(_ text: String) throws { try print(Array(text.utf8)) }

  /// Writes a line to standard error, without anything that a terminal would obey.
  static func complain(_ line: String) {
    _ = write(Array((line.visible() + "\n").utf8), to: 2)
  }

  /// Writes a remark to standard error.
  static func note(_ line: String) { complain("note: \(line)") }

  /// Writes lines that are safe to show already.
  static func complainLines(_ text: String) { _ = write(Array(text.utf8), to: 2) }

  /// Writes everything; returns the error where that fails.
  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        return errno
      }
      rest = rest.dropFirst(count)
    }
    return nil
  }
}

/// A file that could not be read or written, and why, as one line.
struct FileFailure: Error, CustomStringConvertible {
  var path: String
  var reason: String

  init(path: String, reason: String) {
    self.path = path
    self.reason = reason
  }

  init(path: String, code: Int32) {
    self.path = path
    reason = unsafe String(cString: strerror(code))
  }

  var description: String { "\(path): \(reason)" }
}
