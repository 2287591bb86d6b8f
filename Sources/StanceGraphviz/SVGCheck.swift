/// The last look at a picture before it leaves: one tree of known elements with known attributes, no
/// script, no address but http and https, no character that XML or a reader must not meet.
public struct SVGCheck {
  private var scanner: SVGScanner
  /// The names of the elements that are open.
  private var open: [Range<Int>] = []
  private var hasRoot = false

  /// Returns if the picture is one that we may publish.
  public static func check(_ bytes: [UInt8]) throws(SVGProblem) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SVGProblem(what: "text that is no UTF-8", offset: 0)
    }
    var check = SVGCheck(scanner: SVGScanner(bytes))
    while let piece = try check.scanner.next() { try check.take(piece) }
    guard check.hasRoot, check.open.isEmpty else {
      throw check.scanner.problem("an unfinished picture")
    }
  }

  private mutating func take(_ piece: SVGPiece) throws(SVGProblem) {
    switch piece {
    case .declaration: break
    case .comment: throw scanner.problem("a comment")
    case .documentType: throw scanner.problem("a document type")
    case .open, .empty:
      let isRoot = scanner.holds("svg", at: scanner.name)
      guard open.isEmpty == isRoot, !open.isEmpty || !hasRoot else {
        throw scanner.problem("an element in the wrong place")
      }
      hasRoot = true
      if let what = problemInTag() { throw scanner.problem(what) }
      if piece == .open { open.append(scanner.name) }
      guard open.count <= 64 else { throw scanner.problem("elements too deep in each other") }
    case .close:
      guard let name = open.popLast(), scanner[name] == scanner[scanner.name] else {
        throw scanner.problem("an end tag without its start")
      }
    case .text:
      let text = scanner[scanner.piece]
      guard !open.isEmpty || text.allSatisfy({ $0 <= 0x20 }) else {
        throw scanner.problem("text outside the picture")
      }
      guard !scanner.has(UInt8(ascii: ">"), in: scanner.piece) else {
        throw scanner.problem("a stray ‘>’")
      }
      if let what = Self.problem(inText: text) { throw scanner.problem(what) }
    }
  }

  private func problemInTag() -> String? {
    let element = scanner.string(scanner.name)
    guard Self.isOurs(element) else { return "the element ‘\(element)’" }
    for attribute in scanner.attributes {
      let name = scanner.string(attribute.name)
      guard Self.allows(name, in: element) else { return "the attribute ‘\(name)’" }
      let what = Self.problem(inText: scanner[attribute.value])
      if let what = what ?? problem(in: attribute.value, of: name) { return what }
    }
    return nil
  }

  private func problem(in value: Range<Int>, of attribute: String) -> String? {
    switch attribute {
    case "xlink:href":
      Self.isWebAddress(scanner[value]) ? nil : "an address that is not http or https"
    case "xmlns":
      scanner.holds("http://www.w3.org/2000/svg", at: value) ? nil : "a foreign name space"
    case "xmlns:xlink":
      scanner.holds("http://www.w3.org/1999/xlink", at: value) ? nil : "a foreign name space"
    case "id", "class", "target", "role":
      scanner[value].allSatisfy(Self.isWordByte) ? nil : "an unusual name"
    case "transform": nil
    default: scanner.has(UInt8(ascii: "("), in: value) ? "a reference" : nil
    }
  }

  private static func isWebAddress(_ raw: ArraySlice<UInt8>) -> Bool {
    let hasScheme = raw.starts(with: "https://".utf8) || raw.starts(with: "http://".utf8)
    return hasScheme && raw.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x5C }
  }

  /// What XML does not allow, unknown entities, and characters that turn the direction of text.
  private static func problem(inText raw: ArraySlice<UInt8>) -> String? {
    if raw.allSatisfy({ (0x20...0x7E).contains($0) && $0 != UInt8(ascii: "&") }) { return nil }
    for scalar in String(decoding: raw, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x00...0x08, 0x0B...0x1F, 0x7F...0x9F, 0x61C, 0x200E, 0x200F, 0x202A...0x202E,
        0x2066...0x2069, 0xFEFF, 0xFDD0...0xFDEF:
        return "a control character"
      case let value where value & 0xFFFE == 0xFFFE: return "a character that is none"
      default: continue
      }
    }
    for part in raw.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false)
      .dropFirst()
    {
      guard let end = part.prefix(9).firstIndex(of: UInt8(ascii: ";")),
        entities.contains(String(decoding: part[..<end], as: UTF8.self))
      else { return "an unknown entity" }
    }
    return nil
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x5F, 0x20: true
    default: false
    }
  }

  /// The entities that Graphviz and we write.
  private static let entities: Set<String> = ["amp", "lt", "gt", "quot", "#45", "#160", "#39"]

  /// Whether an element may have the attribute.
  private static func allows(_ attribute: String, in element: String) -> Bool {
    switch attribute {
    case "id", "class", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray",
      "stroke-opacity", "stroke-linejoin", "transform":
      return true
    default: break
    }
    switch element {
    case "svg":
      return [
        "width", "height", "viewBox", "xmlns", "xmlns:xlink", "role", "font-family",
      ].contains(attribute)
    case "a": return ["xlink:href", "target"].contains(attribute)
    case "path": return attribute == "d"
    case "polygon", "polyline": return attribute == "points"
    case "rect": return ["x", "y", "width", "height", "rx"].contains(attribute)
    case "circle": return ["cx", "cy", "r"].contains(attribute)
    case "ellipse": return ["cx", "cy", "rx", "ry"].contains(attribute)
    case "text":
      return [
        "x", "y", "text-anchor", "font-size", "font-weight", "paint-order",
      ].contains(attribute)
    default: return false
    }
  }

  private static func isOurs(_ element: String) -> Bool {
    switch element {
    case "svg", "g", "title", "desc", "a", "path", "polygon", "polyline", "rect", "circle",
      "ellipse", "text":
      true
    default: false
    }
  }
}
