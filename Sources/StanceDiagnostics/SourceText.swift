/// A named text as its UTF-8 bytes, with the positions of its lines.
///
/// All offsets of the language are byte offsets into `bytes`. A leading byte order mark is kept, so
/// that offsets agree with the file on disk; readers skip it with ``contentStart``.
public struct SourceText: Sendable {
  /// What a diagnostic calls the text: a path, or `<ask>` for a question on the command line.
  public let name: String
  public let bytes: [UInt8]
  /// Whether the text has been cut before a line that is longer than a line may be.
  public let isCut: Bool
  private let lineStarts: [Int]

  /// The longest line that is read, in bytes without the newline.
  public static let lineLimit = 1 << 20

  /// - Parameters:
  ///   - bytes: the text. It is cut before the first line that is too long, which whoever reads the
  ///     text reports.
  ///   - lineLimit: the longest line, which a text that is not in the language may exceed.
  public init(name: String, bytes: [UInt8], lineLimit: Int = Self.lineLimit) {
    self.name = name
    var starts = [Self.contentStart(of: bytes)]
    var start = starts[0]
    for (offset, byte) in bytes.enumerated() where byte == UInt8(ascii: "\n") {
      if offset - start > lineLimit { break }
      start = offset + 1
      starts.append(start)
    }
    let rest = bytes[start...].prefix(min(lineLimit, bytes.count) + 1)
    isCut = rest.count > lineLimit && !rest.contains(UInt8(ascii: "\n"))
    self.bytes = isCut ? Array(bytes[..<start]) : bytes
    lineStarts = starts
  }

  public init(name: String, _ text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// 3 where the text begins with a UTF-8 byte order mark, else 0.
  public var contentStart: Int { lineStarts[0] }

  private static func contentStart(of bytes: [UInt8]) -> Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The text of a span. Invalid UTF-8 is shown as U+FFFD.
  public func text(_ span: SourceSpan) -> String {
    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The 1-based line and the 1-based column, in grapheme clusters, of a byte offset. A byte order
  /// mark has no column. O(log lines), and linear in the line.
  public func position(of offset: Int) -> (line: Int, column: Int) {
    let line = lineIndex(of: offset)
    let prefix = text(SourceSpan(lineStarts[line], max(offset, lineStarts[line])))
    return (line + 1, prefix.count + 1)
  }

  /// How many Unicode scalars precede a byte offset.
  public func scalarOffset(of offset: Int) -> Int {
    bytes[..<offset].reduce(0) { $1 & 0xC0 == 0x80 ? $0 : $0 + 1 }
  }

  /// The span of the line that holds an offset, without its line end.
  public func lineSpan(of offset: Int) -> SourceSpan {
    let line = lineIndex(of: offset)
    let start = lineStarts[line]
    var end = line + 1 < lineStarts.count ? lineStarts[line + 1] - 1 : bytes.count
    if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return SourceSpan(start, max(start, end))
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
