import StanceDiagram

/// Makes the SVG that Graphviz wrote into a page of ours: without its comments and its version, with
/// title, description, caption and legend, and with what was under the pointer as titles.
struct NetworkSVG {
  private let diagram: Diagram
  /// The pieces of the drawing that are kept, in order.
  private var drawing: [String] = []
  private var size: (width: Double, height: Double) = (0, 0)
  private var shift: (x: Double, y: Double) = (0, 0)
  /// Whether an open `g` or `a` was kept, by depth.
  private var kept: [Bool] = []
  /// Where in `drawing` the title of the group goes that is being read.
  private var titlePlace: Int?
  private var isInTitle = false
  /// The edge that is being read, by its id.
  private var edge: String?
  private var paths: [String: [Point]] = [:]
  private var isInNode = false
  /// Opposite corners of each node's box.
  private var boxes: [(Point, Point)] = []

  private init(_ diagram: Diagram) { self.diagram = diagram }

  /// The page, not yet checked.
  static func composed(_ bytes: [UInt8], of diagram: Diagram) throws(SVGProblem) -> [UInt8] {
    var page = NetworkSVG(diagram)
    var scanner = SVGScanner(bytes)
    while let piece = try scanner.next() { page.take(piece) }
    return Array(page.text().utf8)
  }

  private mutating func take(_ piece: SVGPiece) {
    switch piece {
    case .declaration, .documentType, .comment: break
    case .open(let tag): open(tag)
    case .empty(let tag): shape(tag)
    case .close(let name): close(name)
    case .text(let raw):
      if !isInTitle, raw.utf8.contains(where: { $0 > 0x20 }) { drawing.append(raw) }
    }
  }

  private mutating func open(_ tag: SVGPiece.Tag) {
    switch tag.name {
    case "svg": size = (Self.number(tag["width"]), Self.number(tag["height"]))
    case "title": isInTitle = true
    case "g": openGroup(tag)
    case "a": openLink(tag)
    default:
      var text = tag
      text.attributes.removeAll { $0.name == "font-family" }
      drawing.append(Self.written(text, end: ">"))
    }
  }

  private mutating func openGroup(_ tag: SVGPiece.Tag) {
    let name = tag["class"] ?? ""
    if name == "graph" {
      let numbers = (tag["transform"] ?? "").split { "( )".contains($0) }.suffix(2)
      shift = (
        Self.number(numbers.first.map(String.init)), Self.number(numbers.last.map(String.init))
      )
      kept.append(false)
    } else if name.isEmpty {
      // A group that only carries the link of a node or an edge.
      kept.append(false)
    } else {
      drawing.append(Self.written(tag, end: ">\n"))
      titlePlace = drawing.count
      drawing.append("")
      edge = name.hasPrefix("edge") ? tag["id"] : nil
      isInNode = name.hasPrefix("node")
      kept.append(true)
    }
  }

  private mutating func openLink(_ tag: SVGPiece.Tag) {
    if let place = titlePlace, let title = tag["xlink:title"] {
      drawing[place] = "<title>\(title)</title>\n"
      titlePlace = nil
    }
    var link = tag
    link.attributes.removeAll { $0.name == "xlink:title" }
    let isKept = tag["xlink:href"] != nil
    if isKept { drawing.append(Self.written(link, end: ">\n")) }
    kept.append(isKept)
  }

  private mutating func close(_ name: String) {
    switch name {
    case "svg": break
    case "title": isInTitle = false
    case "g", "a": if kept.popLast() == true { drawing.append("</\(name)>\n") }
    default: drawing.append("</\(name)>\n")
    }
  }

  /// A shape; the ground that Graphviz draws is left to the page.
  private mutating func shape(_ tag: SVGPiece.Tag) {
    if tag["stroke"] == "transparent", kept.count == 1 { return }
    if diagram.hasEdgeLabels { note(tag) }
    drawing.append(Self.written(tag, end: "/>\n"))
  }

  /// Remembers where nodes and edges are.
  private mutating func note(_ tag: SVGPiece.Tag) {
    if isInNode, let outline = tag["points"] ?? tag["d"] {
      let points = Self.points(outline)
      let (xs, ys) = (points.map(\.x), points.map(\.y))
      if let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max() {
        boxes.append((Point(x: left, y: top), Point(x: right, y: bottom)))
      }
    }
    if let edge, paths[edge] == nil, let curve = tag["d"] { paths[edge] = Self.points(curve) }
  }

  private func text() -> String {
    let furniture = diagram.furniture(width: size.width)
    return furniture.svgDocument(
      drawing: drawing.joined(), labels: diagram.edgeLabels(on: paths, around: boxes),
      width: size.width,
      height: size.height, shift: shift,
      title: diagram.caption.title ?? "Stances", description: diagram.descriptionLines)
  }

  private static func written(_ tag: SVGPiece.Tag, end: String) -> String {
    var text = "<" + tag.name
    for attribute in tag.attributes {
      // Graphviz writes hyphens as entities.
      let hasEntities = attribute.raw.utf8.contains(UInt8(ascii: "&"))
      let value = hasEntities ? attribute.raw.replacing("&#45;", with: "-") : attribute.raw
      let isNone = attribute.name == "stroke" && value == "transparent"
      text += " \(attribute.name)=\"\(isNone ? "none" : value)\""
    }
    return text + end
  }

  /// The points of `M1,2C3,4 5,6 7,8`.
  private static func points(_ curve: String) -> [Point] {
    let separators = Array("MC, ".utf8)
    let numbers = curve.utf8.split { separators.contains($0) }.map { Double(Substring($0)) ?? 0 }
    return stride(from: 0, to: numbers.count - 1, by: 2).map {
      Point(x: numbers[$0], y: numbers[$0 + 1])
    }
  }

  /// The number before a unit, 0 for none.
  private static func number(_ text: String?) -> Double {
    guard let text else { return 0 }
    return Double(text.prefix { $0.isNumber || $0 == "." || $0 == "-" }) ?? 0
  }
}
