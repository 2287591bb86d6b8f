import StanceDiagram

/// A DOT text in which Graphviz has given everything its place.
struct PlacedNetwork {
  private let text: String
  private let width: Double
  private let height: Double
  private let placement: Placement

  /// Nil where the text says nothing of its size.
  init?(_ bytes: [UInt8]) {
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    var tokens = DOTTokens(bytes)
    var (attributes, key, box): ([String: String], String?, [Double]) = ([:], nil, [])
    var parts: [[String: String]] = []
    while let token = tokens.next() {
      switch token {
      case .mark(UInt8(ascii: "[")): (attributes, key) = ([:], nil)
      case .mark(UInt8(ascii: "]")):
        if box.isEmpty, let bounds = attributes["bb"] {
          box = Self.numbers(bounds)
        } else if attributes["id"] != nil {
          parts.append(attributes)
        }
      case .mark(UInt8(ascii: ",")): key = nil
      case .mark: break
      case .word(let word):
        if let name = key { attributes[name] = word } else { key = word }
      }
    }
    guard box.count == 4 else { return nil }
    (self.text, width, height) = (text, box[2] - box[0], box[3] - box[1])
    var placement = Placement()
    for part in parts { Self.note(part, top: height, in: &placement) }
    self.placement = placement
  }

  /// The text with title, legend and footer around the network and all that is written in it, and
  /// what is to be said of that.
  func furnished(for network: DrawnNetwork) -> (text: String, notes: [String])? {
    guard let end = text.lastIndex(of: "}") else { return nil }
    let lettering = network.texts(on: placement)
    let notes = lettering.notes(hasPointer: false)
    let frame = Placement.Box(least: Point(x: 0, y: 0), most: Point(x: width, y: height))
      .holding(lettering.extent)
    let furniture = network.furniture(width: frame.width, notes: notes)
      .pinned(frame, height: height, texts: lettering.canvas)
    let drawing = network.diagram.layout == .fdp ? Self.named(text[..<end]) : String(text[..<end])
    return (drawing + furniture + "}\n", notes)
  }

  /// The text with the names of clusters, which fdp loses: one without its name is not drawn.
  private static func named(_ text: Substring) -> String {
    let pieces = text.split(separator: "\n\t{\n", omittingEmptySubsequences: false)
    return pieces.dropFirst().enumerated().reduce(into: String(pieces.first ?? "")) {
      $0 += "\n\tsubgraph cluster_\($1.offset + 1) {\n" + $1.element
    }
  }

  /// Remembers where a node, an edge or a cluster is.
  private static func note(
    _ part: [String: String], top: Double, in placement: inout Placement
  ) {
    guard let id = part["id"] else { return }
    if let bounds = part["bb"].map(numbers), bounds.count == 4 {
      placement.clusters[id] = Placement.Box(
        around: [
          Point(x: bounds[0], y: top - bounds[1]), Point(x: bounds[2], y: top - bounds[3]),
        ])
    } else if let pos = part["pos"] {
      let path = path(pos, top: top)
      if let width = part["width"].flatMap(Double.init),
        let height = part["height"].flatMap(Double.init)
      {
        placement.nodes[id] = box(center: path, size: (width, height))
      } else {
        placement.edges[id] = path
        placement.labels[id] = part["lp"].flatMap { Self.path($0, top: top).first }
      }
    }
  }

  private static func numbers(_ list: String) -> [Double] {
    list.split(separator: ",").map { Double($0) ?? 0 }
  }

  /// The box around a centre in points, of a size in inches.
  private static func box(
    center: [Point], size: (width: Double, height: Double)
  ) -> Placement.Box? {
    guard let center = center.first else { return nil }
    let (x, y) = (size.width * 36, size.height * 36)
    return Placement.Box(
      around: [Point(x: center.x - x, y: center.y - y), Point(x: center.x + x, y: center.y + y)])
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
