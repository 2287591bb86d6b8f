import Glibc

/// A place in a picture that is not as it must be.
public struct SVGProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong there.
  public var what: String
  /// Bytes before the place.
  public var offset: Int

  public var description: String { "\(what) at byte \(offset)" }
}

/// A piece of an XML document.
enum SVGPiece: Hashable, Sendable {
  struct Attribute: Hashable, Sendable {
    var name: String
    /// With entities as they are written.
    var raw: ArraySlice<UInt8>
  }

  struct Tag: Hashable, Sendable {
    var name: String
    var attributes: [Attribute]

    subscript(name: String) -> ArraySlice<UInt8>? { attributes.first { $0.name == name }?.raw }
  }

  case declaration
  case documentType
  case comment
  case open(Tag)
  case empty(Tag)
  case close(String)
  /// With entities as they are written.
  case text(ArraySlice<UInt8>)
}

/// Cuts the SVG that Graphviz and we write into pieces: XML without internal subsets, CDATA and
/// processing instructions, which neither has.
struct SVGScanner {
  private let bytes: [UInt8]
  private var position = 0
  /// Where the last piece began, in bytes.
  private(set) var start = 0

  private let isUTF8: Bool

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    isUTF8 = String(validating: bytes, as: UTF8.self) != nil
  }

  /// The bytes of the last piece as they are.
  var lastPiece: ArraySlice<UInt8> { bytes[start..<position] }

  /// The next piece, or nil at the end.
  mutating func next() throws(SVGProblem) -> SVGPiece? {
    start = position
    guard isUTF8 else { throw problem("text that is no UTF-8") }
    guard position < bytes.count else { return nil }
    guard bytes[position] == UInt8(ascii: "<") else {
      return .text(try text(before: "<", orEnd: true))
    }
    if skip("<?xml ") {
      guard start == 0 else { throw problem("an instruction") }
      _ = try text(before: "?>")
      return .declaration
    }
    if skip("<!--") {
      _ = try text(before: "-->")
      return .comment
    }
    if skip("<!DOCTYPE ") {
      guard !(try text(before: ">")).contains(UInt8(ascii: "[")) else {
        throw problem("an internal subset")
      }
      return .documentType
    }
    return skip("</") ? .close(try closingName()) : try tag()
  }

  func problem(_ what: String) -> SVGProblem { SVGProblem(what: what, offset: start) }

  private mutating func closingName() throws(SVGProblem) -> String {
    let name = try name()
    skipBlanks()
    guard skip(">") else { throw problem("an unfinished end tag") }
    return name
  }

  private mutating func tag() throws(SVGProblem) -> SVGPiece {
    position += 1
    var tag = SVGPiece.Tag(name: try name(), attributes: [])
    while true {
      let hadBlank = skipBlanks()
      if skip("/>") { return .empty(tag) }
      if skip(">") { return .open(tag) }
      guard hadBlank else { throw problem("an unfinished tag") }
      let name = try name()
      guard skip("=\"") else { throw problem("an attribute without a value") }
      let raw = try text(before: "\"")
      guard !raw.contains(UInt8(ascii: "<")) else { throw problem("markup in an attribute") }
      guard tag[name] == nil else { throw problem("an attribute twice") }
      tag.attributes.append(SVGPiece.Attribute(name: name, raw: raw))
    }
  }

  private mutating func name() throws(SVGProblem) -> String {
    let first = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > first else { throw problem("markup that is no tag") }
    return String(decoding: bytes[first..<position], as: UTF8.self)
  }

  /// The text up to the end mark, which is passed unless the end of the document may stand for it.
  private mutating func text(
    before end: StaticString, orEnd: Bool = false
  ) throws(SVGProblem) -> ArraySlice<UInt8> {
    let first = position
    let mark = unsafe end.utf8Start.pointee
    position = index(of: mark, from: position)
    while position < bytes.count, !isAt(end) { position = index(of: mark, from: position + 1) }
    guard orEnd || position < bytes.count else { throw problem("an unfinished piece") }
    let text = bytes[first..<position]
    if !orEnd { position += end.utf8CodeUnitCount }
    return text
  }

  /// The place of the first such byte, or the end.
  private func index(of byte: UInt8, from start: Int) -> Int {
    unsafe bytes.withUnsafeBytes { all in
      guard start < all.count, let base = all.baseAddress,
        let found = unsafe memchr(base + start, Int32(byte), all.count - start)
      else { return bytes.count }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private func isAt(_ mark: StaticString) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    return mark.withUTF8Buffer { letters in
      unsafe letters.elementsEqual(bytes[position..<position + length])
    }
  }

  private mutating func skip(_ mark: StaticString) -> Bool {
    guard isAt(mark) else { return false }
    position += mark.utf8CodeUnitCount
    return true
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let first = position
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) {
      position += 1
    }
    return position > first
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x3A, 0x5F: true
    default: false
    }
  }
}
