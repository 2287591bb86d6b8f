import StanceDiagram

/// Makes the SVG that Graphviz wrote into a page of ours: without its comments and its version, with
/// title, description, caption and legend, and with what was under the pointer as titles.
struct NetworkSVG {
  private let network: DrawnNetwork
  private let openings: [String: Opening]
  private var scanner: SVGScanner
  /// What is kept of the drawing.
  private var drawing: [UInt8] = []
  private var size: (width: Double, height: Double) = (0, 0)
  private var shift: (x: Double, y: Double) = (0, 0)
  /// Whether an open `g` or `a` was kept, by depth.
  private var kept: [Bool] = []
  /// Whether the group that is being read is a link.
  private var isLink = false
  /// The node, the edge or the cluster that is being read.
  private var part: Part?
  /// The box of the node that is being read, whose name is still to be written.
  private var unnamed: Placement.Box?
  private var placement = Placement()
  /// The base lines of the letters that keep room for the label of the edge that is being read.
  private var baselines: [Point] = []

  private enum Part {
    case node(String), edge(String), cluster(String)
  }

  private init(_ bytes: [UInt8], of network: DrawnNetwork, _ openings: [String: Opening]) {
    self.network = network
    self.openings = openings
    scanner = SVGScanner(bytes)
    drawing.reserveCapacity(bytes.count)
  }

  /// The page, not yet checked, and what is to be said of it.
  static func composed(
    _ bytes: [UInt8], of network: DrawnNetwork, _ openings: [String: Opening]
  ) throws(SVGProblem) -> (bytes: [UInt8], notes: [String]) {
    var page = NetworkSVG(bytes, of: network, openings)
    while let piece = try page.scanner.next() { page.take(piece) }
    return page.document()
  }

  private mutating func take(_ piece: SVGPiece) {
    switch piece {
    case .open:
      if scanner.holds("svg", at: scanner.name) {
        size = (number(scanner["width"]), number(scanner["height"]))
      } else if scanner.holds("g", at: scanner.name) {
        openGroup()
      } else if scanner.holds("text", at: scanner.name) {
        noteRoom()
      }
    case .empty: shape()
    case .close: if scanner.holds("g", at: scanner.name) { closeGroup() }
    // Titles are made anew; all other text is ours and is placed by the network.
    case .text, .declaration, .documentType, .comment: break
    }
  }

  private mutating func openGroup() {
    let name = scanner["class"] ?? 0..<0
    if scanner.holds("graph", at: name) {
      let numbers = scanner[scanner["transform"] ?? 0..<0].split { "( )".utf8.contains($0) }
        .suffix(2)
      shift = (Self.number(numbers.first), Self.number(numbers.last))
      kept.append(false)
    } else {
      writeTag(end: ">\n")
      let id = scanner["id"].map(scanner.string) ?? ""
      part = Self.part(scanner[name], id)
      let opening = openings[id]
      drawing += (opening?.elements ?? "").utf8
      isLink = opening?.hasLink == true
      kept.append(true)
    }
  }

  private static func part(_ name: ArraySlice<UInt8>, _ id: String) -> Part? {
    if name.starts(with: "node".utf8) { return .node(id) }
    if name.starts(with: "edge".utf8) { return .edge(id) }
    return name.starts(with: "cluster".utf8) ? .cluster(id) : nil
  }

  private mutating func closeGroup() {
    writeName()
    endRoom()
    if kept.popLast() == true { drawing += (isLink ? "</a>\n</g>\n" : "</g>\n").utf8 }
    (isLink, part) = (false, nil)
  }

  /// Writes the name of a node above its shapes and within its link.
  private mutating func writeName() {
    guard case .node(let name) = part, let box = unnamed else { return }
    drawing += network.text(ofNode: name, in: box).svgElements().utf8
    unnamed = nil
  }

  /// A shape; the ground that Graphviz draws is left to the page.
  private mutating func shape() {
    let isUnseen = scanner["stroke"].map { scanner.holds("transparent", at: $0) } ?? false
    if isUnseen, kept.count == 1 { return }
    noteOutline()
    if isUnseen {
      writeTag(end: "/>\n")
    } else {
      drawing += scanner[scanner.piece]
      drawing.append(UInt8(ascii: "\n"))
    }
  }

  /// Remembers where things are.
  private mutating func noteOutline() {
    let curve = scanner["d"]
    guard let outline = scanner["points"] ?? curve else { return }
    switch part {
    case .node(let name) where placement.nodes[name] == nil:
      unnamed = Placement.Box(around: Self.points(scanner[outline]))
      placement.nodes[name] = unnamed
    case .cluster(let name) where placement.clusters[name] == nil:
      placement.clusters[name] = Placement.Box(around: Self.points(scanner[outline]))
    case .edge(let name) where network.hasEdgeLabels && placement.edges[name] == nil:
      placement.edges[name] = curve.map { Self.points(scanner[$0]) }
    case .node, .cluster, .edge, nil: break
    }
  }

  /// Remembers one of the lines that keep room for a label.
  private mutating func noteRoom() {
    guard case .edge = part else { return }
    let (x, y) = (number(scanner["x"]), number(scanner["y"]))
    baselines.append(Point(x: x, y: y - number(scanner["font-size"]) * Lettering.baseline))
  }

  private mutating func endRoom() {
    if case .edge(let name) = part, let first = baselines.first, let last = baselines.last {
      placement.labels[name] = Point(x: first.x, y: (first.y + last.y) / 2)
    }
    baselines = []
  }

  private func document() -> (bytes: [UInt8], notes: [String]) {
    let lettering = network.lettering(on: placement)
    let notes = lettering.notes(hasPointer: true)
    var diagram = network.diagram
    diagram.caption.notes += notes
    let frame = frame.holding(lettering.extent)
    let (before, after) = network.furniture(width: frame.width, notes: notes).svgDocument(
      labels: lettering.canvas, width: frame.width, height: frame.height,
      shift: (-frame.least.x, -frame.least.y),
      title: diagram.caption.title ?? "Stances", description: diagram.descriptionLines)
    return (Array(before.utf8) + drawing + Array(after.utf8), notes)
  }

  /// What the drawing of Graphviz takes, in its own coordinates.
  private var frame: Placement.Box {
    Placement.Box(
      least: Point(x: -shift.x, y: -shift.y),
      most: Point(x: size.width - shift.x, y: size.height - shift.y))
  }

  private mutating func writeTag(end: String) {
    drawing.append(UInt8(ascii: "<"))
    drawing += scanner[scanner.name]
    for attribute in scanner.attributes {
      let isNone =
        scanner.holds("stroke", at: attribute.name)
        && scanner.holds("transparent", at: attribute.value)
      drawing.append(UInt8(ascii: " "))
      drawing += scanner[attribute.name]
      drawing += "=\"".utf8
      if isNone { drawing += "none".utf8 } else { write(scanner[attribute.value]) }
      drawing.append(UInt8(ascii: "\""))
    }
    drawing += end.utf8
  }

  /// Writes a text with the hyphens that Graphviz writes as entities.
  private mutating func write(_ raw: ArraySlice<UInt8>) {
    var rest = raw
    while let place = rest.firstIndex(of: UInt8(ascii: "&")) {
      drawing += rest[..<place]
      rest = rest[place...]
      let isHyphen = rest.starts(with: "&#45;".utf8)
      drawing.append(isHyphen ? UInt8(ascii: "-") : UInt8(ascii: "&"))
      rest = rest.dropFirst(isHyphen ? 5 : 1)
    }
    drawing += rest
  }

  /// The points of `M1,2C3,4 5,6 7,8`.
  private static func points(_ curve: ArraySlice<UInt8>) -> [Point] {
    var (numbers, whole, scale, sign): ([Double], Int?, Double, Double) = ([], nil, 0, 1)
    for byte in curve {
      switch byte {
      case 0x30...0x39:
        let digits = (whole ?? 0).multipliedReportingOverflow(by: 10)
        whole = digits.overflow ? .max : digits.partialValue &+ Int(byte - 0x30)
        scale *= 10
      case UInt8(ascii: "."): scale = 1
      case UInt8(ascii: "-"): sign = -1
      default:
        if let whole { numbers.append(sign * Double(whole) / max(1, scale)) }
        (whole, scale, sign) = (nil, 0, 1)
      }
    }
    if let whole { numbers.append(sign * Double(whole) / max(1, scale)) }
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0], y: numbers[$0 + 1])
    }
  }

  private func number(_ place: Range<Int>?) -> Double {
    Self.number(place.map { scanner[$0] })
  }

  /// The number before a unit, 0 for none.
  private static func number(_ text: ArraySlice<UInt8>?) -> Double {
    let digits = (text ?? []).prefix {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
