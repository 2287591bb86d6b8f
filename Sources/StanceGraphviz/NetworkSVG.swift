import StanceDiagram

/// Makes the SVG that Graphviz wrote into a page of ours: without its comments and its version, with
/// title, description, caption and legend, and with what was under the pointer as titles.
struct NetworkSVG {
  private let network: DrawnNetwork
  /// What is kept of the drawing.
  private var drawing: [UInt8] = []
  /// The groups of clusters by number: Graphviz writes them in the order of their addresses.
  private var clusters: [Int: [UInt8]] = [:]
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

  private enum Part {
    case node(String), edge(String), cluster(String)
  }

  private init(_ network: DrawnNetwork) { self.network = network }

  /// The page, not yet checked.
  static func composed(_ bytes: [UInt8], of network: DrawnNetwork) throws(SVGProblem) -> [UInt8] {
    var page = NetworkSVG(network)
    var scanner = SVGScanner(bytes)
    page.drawing.reserveCapacity(bytes.count)
    while let piece = try scanner.next() { page.take(piece, as: scanner.lastPiece) }
    return Array(page.text().utf8)
  }

  private mutating func take(_ piece: SVGPiece, as raw: ArraySlice<UInt8>) {
    switch piece {
    case .declaration, .documentType, .comment: break
    case .open(let tag): open(tag)
    case .empty(let tag): shape(tag, as: raw)
    case .close(let name): close(name)
    case .text:
      // Titles are made anew; all other text is ours and is placed by the network.
      break
    }
  }

  private mutating func open(_ tag: SVGPiece.Tag) {
    switch tag.name {
    case "svg": size = (Self.number(tag["width"]), Self.number(tag["height"]))
    case "g": openGroup(tag)
    default: break
    }
  }

  private mutating func openGroup(_ tag: SVGPiece.Tag) {
    let name = tag["class"] ?? []
    if name.elementsEqual("graph".utf8) {
      let numbers = (tag["transform"] ?? []).split { "( )".utf8.contains($0) }.suffix(2)
      shift = (Self.number(numbers.first), Self.number(numbers.last))
      kept.append(false)
    } else {
      write(tag, end: ">\n")
      let id = String(decoding: tag["id"] ?? [], as: UTF8.self)
      part = Self.part(name, id)
      let opening = network.opening(of: id)
      drawing += opening.elements.utf8
      isLink = opening.hasLink
      kept.append(true)
    }
  }

  private static func part(_ name: ArraySlice<UInt8>, _ id: String) -> Part? {
    if name.starts(with: "node".utf8) { return .node(id) }
    if name.starts(with: "edge".utf8) { return .edge(id) }
    return name.starts(with: "cluster".utf8) ? .cluster(id) : nil
  }

  private mutating func close(_ name: String) {
    switch name {
    case "g":
      writeName()
      if kept.popLast() == true { drawing += (isLink ? "</a>\n</g>\n" : "</g>\n").utf8 }
      isLink = false
      if case .cluster(let name) = part, let number = Int(name.dropFirst()) {
        clusters[number] = drawing
        drawing = []
      }
      part = nil
    default: break
    }
  }

  /// Writes the name of a node above its shapes and within its link.
  private mutating func writeName() {
    guard case .node(let name) = part, let box = unnamed else { return }
    drawing += network.text(ofNode: name, in: box).svgElements().utf8
    unnamed = nil
  }

  /// A shape; the ground that Graphviz draws is left to the page.
  private mutating func shape(_ tag: SVGPiece.Tag, as raw: ArraySlice<UInt8>) {
    let isUnseen = tag["stroke"]?.elementsEqual("transparent".utf8) == true
    if isUnseen, kept.count == 1 { return }
    note(tag)
    if isUnseen {
      write(tag, end: "/>\n")
    } else {
      drawing += raw
      drawing.append(UInt8(ascii: "\n"))
    }
  }

  /// Remembers where things are.
  private mutating func note(_ tag: SVGPiece.Tag) {
    guard let outline = tag["points"] ?? tag["d"] else { return }
    switch part {
    case .node(let name) where placement.nodes[name] == nil:
      unnamed = Placement.Box(around: Self.points(outline))
      placement.nodes[name] = unnamed
    case .cluster(let name) where placement.clusters[name] == nil:
      placement.clusters[name] = Placement.Box(around: Self.points(outline))
    case .edge(let name) where network.hasEdgeLabels && placement.edges[name] == nil:
      placement.edges[name] = tag["d"].map(Self.points)
    case .node, .cluster, .edge, nil: break
    }
  }

  private func text() -> String {
    let diagram = network.diagram
    let boxes = clusters.sorted { $0.key < $1.key }.flatMap(\.value)
    return network.furniture(width: size.width).svgDocument(
      drawing: String(decoding: boxes + drawing, as: UTF8.self),
      labels: network.labels(on: placement),
      width: size.width,
      height: size.height, shift: shift, title: diagram.caption.title ?? "Stances",
      description: diagram.descriptionLines)
  }

  private mutating func write(_ tag: SVGPiece.Tag, end: String) {
    drawing.append(UInt8(ascii: "<"))
    drawing += tag.name.utf8
    for attribute in tag.attributes {
      let isNone =
        attribute.name == "stroke" && attribute.raw.elementsEqual("transparent".utf8)
      drawing.append(UInt8(ascii: " "))
      drawing += attribute.name.utf8
      drawing += "=\"".utf8
      if isNone { drawing += "none".utf8 } else { write(attribute.raw) }
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

  /// The number before a unit, 0 for none.
  private static func number(_ text: ArraySlice<UInt8>?) -> Double {
    let digits = (text ?? []).prefix {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
    }
    return Double(String(decoding: digits, as: UTF8.self)) ?? 0
  }
}
