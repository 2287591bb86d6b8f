import StanceDiagram

/// A DOT text in which Graphviz has given everything its place.
struct PlacedNetwork {
  private let text: String
  private let width: Double
  private let height: Double
  /// The control points of each edge by its id, y pointing down.
  private let paths: [String: [Point]]
  /// Opposite corners of each node's box.
  private let boxes: [(Point, Point)]

  /// Nil where the text says nothing of its size.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var tokens = DOTTokens(bytes)
    var (attributes, key, box): ([String: String], String?, [Double]) = ([:], nil, [])
    var (edges, nodes): ([(id: String, pos: String)], [(center: String, size: [Double])]) = ([], [])
    while let token = tokens.next() {
      switch token {
      case .mark(UInt8(ascii: "[")): (attributes, key) = ([:], nil)
      case .mark(UInt8(ascii: "]")):
        if box.isEmpty, let bounds = attributes["bb"] { box = Self.numbers(bounds) }
        guard let id = attributes["id"], let pos = attributes["pos"] else { continue }
        if let width = attributes["width"], let height = attributes["height"] {
          nodes.append((pos, [Double(width) ?? 0, Double(height) ?? 0]))
        } else {
          edges.append((id, pos))
        }
      case .mark(UInt8(ascii: ",")): key = nil
      case .mark: break
      case .word(let word):
        if let name = key { attributes[name] = word } else { key = word }
      }
    }
    guard box.count == 4 else { return nil }
    (self.text, width, height) = (text, box[2] - box[0], box[3] - box[1])
    let top = height
    let pairs = edges.map { ($0.id, Self.path($0.pos, top: top)) }
    boxes = nodes.compactMap { Self.box(center: Self.path($0.center, top: top), size: $0.size) }
    paths = Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }

  /// The text with title, legend and footer around the network and the labels of its edges.
  func furnished(for diagram: Diagram) -> String? {
    guard let end = text.lastIndex(of: "}") else { return nil }
    let furniture = diagram.furniture(width: width)
    return text[..<end]
      + furniture.pinned(
        width: width, height: height, labels: diagram.edgeLabels(on: paths, around: boxes)) + "}\n"
  }

  private static func numbers(_ list: String) -> [Double] {
    list.split(separator: ",").map { Double($0) ?? 0 }
  }

  /// Opposite corners, from a centre in points and a size in inches.
  private static func box(center: [Point], size: [Double]) -> (Point, Point)? {
    guard let center = center.first else { return nil }
    let (x, y) = (size[0] * 36, size[1] * 36)
    return (Point(x: center.x - x, y: center.y - y), Point(x: center.x + x, y: center.y + y))
  }

  /// The curve of `e,82.5,60 27,18 35,25 …`, from whose ends the arrow heads are left out.
  private static func path(_ pos: String, top: Double) -> [Point] {
    pos.split(separator: " ").compactMap { word in
      guard let first = word.utf8.first, first != UInt8(ascii: "e"), first != UInt8(ascii: "s")
      else { return nil }
      let pair = numbers(String(word))
      return pair.count == 2 ? Point(x: pair[0], y: top - pair[1]) : nil
    }
  }
}

/// The words and marks of a DOT text as Graphviz prints it.
private struct DOTTokens: IteratorProtocol {
  enum Token { case word(String), mark(UInt8) }

  private let bytes: [UInt8]
  private var position = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func next() -> Token? {
    while position < bytes.count, bytes[position] <= 0x20 || bytes[position] == UInt8(ascii: "=") {
      position += 1
    }
    guard position < bytes.count else { return nil }
    if bytes[position] == UInt8(ascii: "\"") { return .word(quoted()) }
    let first = position
    while position < bytes.count, !Self.isBoundary(bytes[position]) { position += 1 }
    guard position == first else {
      return .word(String(decoding: bytes[first..<position], as: UTF8.self))
    }
    position += 1
    return .mark(bytes[first])
  }

  /// The string with its escapes as they are, without the line ends that Graphviz breaks it with.
  private mutating func quoted() -> String {
    var content: [UInt8] = []
    position += 1
    while position < bytes.count, bytes[position] != UInt8(ascii: "\"") {
      if bytes[position] == UInt8(ascii: "\\"), position + 1 < bytes.count {
        if bytes[position + 1] != 0x0A { content += bytes[position...(position + 1)] }
        position += 2
      } else {
        content.append(bytes[position])
        position += 1
      }
    }
    position += 1
    return String(decoding: content, as: UTF8.self)
  }

  private static func isBoundary(_ byte: UInt8) -> Bool {
    byte <= 0x20 || "=,;[]{}\"".utf8.contains(byte)
  }
}
