import Glibc

/// A place in a picture that is not as it must be.
public struct SVGProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong there.
  public var what: String
  /// Bytes before the place.
  public var offset: Int

  public var description: String { "\(what) at byte \(offset)" }
}

/// A piece of an XML document. The scanner holds what is in it.
enum SVGPiece: Hashable, Sendable {
  case declaration, documentType, comment
  case open, empty, close
  /// With entities as they are written.
  case text
}

/// Cuts the SVG that Graphviz and we write into pieces: XML without internal subsets, CDATA and
/// processing instructions, which neither has. Takes linear time and no memory for a piece.
struct SVGScanner {
  /// Where an attribute and its value are, the value with entities as they are written.
  struct Attribute {
    var name: Range<Int>
    var value: Range<Int>
  }

  private let bytes: [UInt8]
  private var position = 0
  /// Where the last piece is.
  private(set) var piece = 0..<0
  /// Where its name is, if it is a tag.
  private(set) var name = 0..<0
  /// Its attributes, if it is a tag that may have some.
  private(set) var attributes: [Attribute] = []

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The bytes of a place.
  subscript(place: Range<Int>) -> ArraySlice<UInt8> { bytes[place] }

  /// The text of a place.
  func string(_ place: Range<Int>) -> String { String(decoding: bytes[place], as: UTF8.self) }

  /// Whether this text is at a place.
  func holds(_ text: StaticString, at place: Range<Int>) -> Bool {
    place.count == text.utf8CodeUnitCount && isAt(text, place.lowerBound)
  }

  /// Whether the byte is anywhere in a place.
  func has(_ byte: UInt8, in place: Range<Int>) -> Bool {
    index(of: byte, in: place) < place.upperBound
  }

  /// The value of an attribute of the last tag.
  subscript(attribute: StaticString) -> Range<Int>? {
    attributes.first { holds(attribute, at: $0.name) }?.value
  }

  /// The next piece, or nil at the end.
  mutating func next() throws(SVGProblem) -> SVGPiece? {
    let start = position
    piece = start..<start
    guard position < bytes.count else { return nil }
    defer { piece = start..<position }
    guard bytes[position] == UInt8(ascii: "<") else {
      try pass("<", orEnd: true)
      return .text
    }
    if skip("<?xml ") {
      guard start == 0 else { throw problem("an instruction") }
      try pass("?>")
      return .declaration
    }
    if skip("<!--") {
      try pass("-->")
      return .comment
    }
    if skip("<!DOCTYPE ") {
      guard !has(UInt8(ascii: "["), in: try pass(">")) else {
        throw problem("an internal subset")
      }
      return .documentType
    }
    attributes.removeAll(keepingCapacity: true)
    if skip("</") {
      name = try passName()
      skipBlanks()
      guard skip(">") else { throw problem("an unfinished end tag") }
      return .close
    }
    return try tag()
  }

  func problem(_ what: String) -> SVGProblem { SVGProblem(what: what, offset: piece.lowerBound) }

  private mutating func tag() throws(SVGProblem) -> SVGPiece {
    position += 1
    name = try passName()
    while true {
      let hadBlank = skipBlanks()
      if skip("/>") { return .empty }
      if skip(">") { return .open }
      guard hadBlank else { throw problem("an unfinished tag") }
      let name = try passName()
      guard skip("=\"") else { throw problem("an attribute without a value") }
      let value = try pass("\"")
      guard !has(UInt8(ascii: "<"), in: value) else { throw problem("markup in an attribute") }
      let isTwice = attributes.contains {
        $0.name.count == name.count && bytes[$0.name] == bytes[name]
      }
      guard !isTwice else {
        throw problem("an attribute twice")
      }
      attributes.append(Attribute(name: name, value: value))
    }
  }

  private mutating func passName() throws(SVGProblem) -> Range<Int> {
    let first = position
    while position < bytes.count, Self.isNameByte(bytes[position]) { position += 1 }
    guard position > first else { throw problem("markup that is no tag") }
    return first..<position
  }

  /// The place of the text up to the end mark, which is passed unless the end of the document may
  /// stand for it.
  @discardableResult
  private mutating func pass(
    _ end: StaticString, orEnd: Bool = false
  ) throws(SVGProblem) -> Range<Int> {
    let first = position
    let mark = unsafe end.utf8Start.pointee
    position = index(of: mark, in: position..<bytes.count)
    while position < bytes.count, !isAt(end, position) {
      position = index(of: mark, in: position + 1..<bytes.count)
    }
    guard orEnd || position < bytes.count else { throw problem("an unfinished piece") }
    defer { if !orEnd { position += end.utf8CodeUnitCount } }
    return first..<position
  }

  /// The first such byte in a place, or its end.
  private func index(of byte: UInt8, in place: Range<Int>) -> Int {
    unsafe bytes.withUnsafeBytes { all in
      guard let base = all.baseAddress,
        let found = unsafe memchr(base + place.lowerBound, Int32(byte), place.count)
      else { return place.upperBound }
      return unsafe UnsafeRawPointer(found) - base
    }
  }

  private func isAt(_ mark: StaticString, _ place: Int) -> Bool {
    let length = mark.utf8CodeUnitCount
    guard place + length <= bytes.count else { return false }
    let letters = unsafe UnsafeBufferPointer(start: mark.utf8Start, count: length)
    for index in 0..<length where unsafe letters[index] != bytes[place + index] { return false }
    return true
  }

  private mutating func skip(_ mark: StaticString) -> Bool {
    guard isAt(mark, position) else { return false }
    position += mark.utf8CodeUnitCount
    return true
  }

  @discardableResult
  private mutating func skipBlanks() -> Bool {
    let first = position
    while position < bytes.count, Self.isBlank(bytes[position]) { position += 1 }
    return position > first
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x3A, 0x5F: true
    default: false
    }
  }
}
