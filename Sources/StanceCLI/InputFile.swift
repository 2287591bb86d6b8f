internal import Foundation
internal import StanceDiagnostics

/// Reads whole files.
enum InputFile {
  /// The largest text that is read.
  static let limit = 1 << 30

  /// The text of a file, or of standard input for `-`, in the language.
  static func read(_ path: String) throws(FileFailure) -> SourceText {
    try read(path, lineLimit: SourceText.lineLimit)
  }

  /// A document as it is, whatever its lines.
  static func readDocument(_ path: String) throws(FileFailure) -> SourceText {
    try read(path, lineLimit: .max - 1)
  }

  private static func read(
    _ path: String, lineLimit: Int
  ) throws(FileFailure) -> SourceText {
    guard path != "-" else {
      return SourceText(
        name: "<stdin>", bytes: try bytes(of: 0, "<stdin>", lineLimit), lineLimit: lineLimit)
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    return SourceText(
      name: path, bytes: try bytes(of: descriptor, path, lineLimit), lineLimit: lineLimit)
  }

  private static func bytes(
    of descriptor: Int32, _ name: String, _ lineLimit: Int
  ) throws(FileFailure) -> [UInt8] {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw FileFailure(path: name, code: errno) }
    if info.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: name, reason: "this is a directory; give a file")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(SourceText.lineLimit * 16, max(0, Int(info.st_size)) + 1))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var lineStart = 0
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure(path: name, code: errno)
      }
      guard bytes.count + count <= limit else {
        throw FileFailure(path: name, reason: "the file is larger than 1 GB; split it")
      }
      bytes += buffer[..<count]
      if let end = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) {
        lineStart = bytes.count - count + end + 1
      }
      // The rest is of no use: whoever reads the text stops before a line that is too long.
      if bytes.count - lineStart > lineLimit + 1 { return bytes }
    }
  }
}
