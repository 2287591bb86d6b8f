extension Canvas {
  /// The canvas as a DOT text in which everything has its place, for the engine `nop2`: the way to a
  /// PNG or a PDF without a second library. Tooltips and addresses are left out.
  package func dot(theme: Theme, margin: Double = 14) -> String {
    let box = [0, 0, width, height].map(DOTText.number).joined(separator: ",")
    let lines = [
      "digraph canvas {",
      "  graph [bgcolor=\(DOTText.plain(theme.ground.hex)) bb=\"\(box)\""
        + " layout=\"nop2\" pad=\"\(DOTText.number(margin / 72))\""
        + " _background=\(DOTText.long(background(left: 0, top: height)))]",
    ]
    return (lines + pinned(left: 0, top: height, prefix: "m") + ["}"]).joined(separator: "\n")
      + "\n"
  }

  /// Statements of DOT that put every mark in its place: areas and lines as the background of the
  /// graph, text as nodes.
  ///
  /// - Parameters:
  ///   - left: where the left edge of the canvas lies in the graph, in points.
  ///   - top: where its upper edge lies; y points up in a graph.
  ///   - prefix: what the names of the nodes begin with.
  package func pinned(left: Double, top: Double, prefix: String) -> [String] {
    let shapes = marks.flatMap(\.shapes)
    let texts = shapes.compactMap { $0.pinnedText(left: left, top: top) }
    return texts.enumerated().map { "  \(prefix)\($0.offset + 1) \($0.element)" }
  }

  /// The lines and areas as operations of xdot, for `_background`.
  package func background(left: Double, top: Double) -> String {
    marks.flatMap(\.shapes).compactMap { $0.xdot(left: left, top: top) }.joined()
  }
}

extension Canvas.Shape {
  /// The attributes of a node that shows the text; nil for other shapes.
  fileprivate func pinnedText(left: Double, top: Double) -> String? {
    guard case .text(let text, let point, let style) = self else { return nil }
    let measured = TextMetrics.width(text, size: style.size, isBold: style.isBold)
    // A node is centred on its place; its label is pushed to one side.
    let width = style.ground == nil ? measured * 1.04 + 10 : measured + 4
    let ground = style.ground.map {
      " style=\"filled\" color=\(DOTText.plain($0.hex)) fillcolor=\(DOTText.plain($0.hex))"
    }
    let (shift, ending) =
      switch style.anchor {
      case .start: (width / 2, "\\l")
      case .middle: (0, "\\n")
      case .end: (-width / 2, "\\r")
      }
    let x = left + point.x + shift
    let y = top - point.y + style.size * 0.3
    let font = style.isBold ? TextMetrics.fontName + " Bold" : TextMetrics.fontName
    return
      "[shape=\"box\"\(ground ?? " style=\"setlinewidth(0)\" color=\"none\"") margin=\"0\" fixedsize=\"shape\""
      + " width=\"\(DOTText.number(width / 72))\" height=\"\(DOTText.number(style.size / 62))\""
      + " pos=\"\(DOTText.number(x)),\(DOTText.number(y))\""
      + " fontname=\(DOTText.plain(font)) fontsize=\"\(DOTText.number(style.size))\""
      + " fontcolor=\(DOTText.plain(style.color.hex)) label=\(DOTText.label([text], ending: ending))]"
  }

  /// Operations of xdot; nil for text, which Graphviz 2.42 cannot draw in a background without
  /// reading memory that it never set.
  fileprivate func xdot(left: Double, top: Double) -> String? {
    func place(_ point: Point) -> String {
      "\(DOTText.number(left + point.x)) \(DOTText.number(top - point.y)) "
    }
    func list(_ points: [Point]) -> String {
      "\(points.count) " + points.map(place).joined()
    }
    switch self {
    case .line(let points, let pen): return XDot.pen(pen) + "L " + list(points)
    case .area(let points, let fill, let pen):
      let filled = fill.map { XDot.fill($0) + "P " + list(points) }
      return (filled ?? "") + (pen.map { XDot.pen($0) + "p " + list(points) } ?? "")
    case .disc(let center, let radius, let fill, let pen):
      let size = "\(DOTText.number(radius)) \(DOTText.number(radius)) "
      let filled = fill.map {
        XDot.fill($0) + "E " + place(center) + size
      }
      return (filled ?? "") + (pen.map { XDot.pen($0) + "e " + place(center) + size } ?? "")
    case .text: return nil
    }
  }
}

private enum XDot {
  static func pen(_ pen: Canvas.Pen) -> String {
    let width = "setlinewidth(\(DOTText.number(pen.width)))"
    return color(pen.color, "c") + style(pen.line.rawValue) + style(width)
  }

  /// Areas are outlined too, by a hair in their own colour.
  static func fill(_ color: Color) -> String {
    self.color(color, "C") + self.color(color, "c") + style("solid") + style("setlinewidth(0.1)")
  }

  static func color(_ color: Color, _ operation: String) -> String {
    "\(operation) \(color.hex.utf8.count) -\(color.hex) "
  }

  private static func style(_ style: String) -> String { "S \(style.utf8.count) -\(style) " }
}

extension DOTText {
  /// A string of our own words of any length, in pieces that Graphviz can read.
  static func long(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let starts = stride(from: 0, to: max(1, bytes.count), by: longest)
    return starts.map { start in
      "\"\(String(decoding: bytes[start..<min(start + longest, bytes.count)], as: UTF8.self))\""
    }.joined(separator: " + ")
  }
}
