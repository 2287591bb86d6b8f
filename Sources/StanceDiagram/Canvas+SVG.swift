/// The text of a node of XML, and what surrounds the marks of a canvas.
enum XMLText {
  /// The text with markup characters escaped; what XML cannot hold has been taken out.
  static func escaped(_ text: String) -> String {
    let cleaned = DrawnText.cleaned(text)
    guard cleaned.utf8.contains(where: isMarkup) else { return cleaned }
    var escaped = ""
    for scalar in cleaned.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  private static func isMarkup(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }

  /// The start of a link to a sanitized address.
  static func link(to address: String) -> String {
    "<a xlink:href=\"\(escaped(address))\" target=\"_blank\">\n"
  }
}

extension Canvas {
  /// The families of a picture, the measured one first; Verdana has nearly its widths.
  package static let fontFamily = "DejaVu Sans, Verdana, Geneva, sans-serif"

  /// The marks as elements of SVG, one a line.
  package func svgElements() -> String {
    marks.map(\.svg).joined()
  }
}

extension Canvas.Mark {
  fileprivate var svg: String {
    let address = url.flatMap(WebAddress.sanitized)
    let body = shapes.map(\.svg).joined()
    guard className != nil || tooltip != nil || address != nil else { return body }
    let opening = "<g\(className.map { " class=\"\($0)\"" } ?? "")>\n"
    let title = tooltip.map { "<title>\(XMLText.escaped($0))</title>\n" } ?? ""
    let link = address.map(XMLText.link)
    return opening + title + (link ?? "") + body + (link == nil ? "" : "</a>\n") + "</g>\n"
  }
}

extension Canvas.Shape {
  fileprivate var svg: String {
    let number = DOTText.number
    switch self {
    case .line(let points, let pen):
      return "<polyline points=\"\(list(points))\" fill=\"none\"\(attributes(nil, pen))/>\n"
    case .area(let points, let fill, let pen):
      return "<polygon points=\"\(list(points))\"\(attributes(.some(fill), pen))/>\n"
    case .disc(let center, let radius, let fill, let pen):
      return "<circle cx=\"\(number(center.x))\" cy=\"\(number(center.y))\""
        + " r=\"\(number(radius))\"\(attributes(.some(fill), pen))/>\n"
    case .text(let text, let point, let style):
      let anchor = style.anchor == .start ? "" : " text-anchor=\"\(style.anchor.rawValue)\""
      let weight = style.isBold ? " font-weight=\"bold\"" : ""
      let rim = style.ground.map {
        " paint-order=\"stroke\" stroke=\"\($0.hex)\" stroke-width=\"4\" stroke-linejoin=\"round\""
      }
      return "<text x=\"\(number(point.x))\" y=\"\(number(point.y))\"\(anchor)"
        + " font-size=\"\(number(style.size))\"\(weight) fill=\"\(style.color.hex)\"\(rim ?? "")>"
        + "\(XMLText.escaped(text))</text>\n"
    }
  }

  private func list(_ points: [Point]) -> String {
    points.map { "\(DOTText.number($0.x)),\(DOTText.number($0.y))" }.joined(separator: " ")
  }

  /// The fill, unless the shape has none by nature, and the stroke.
  private func attributes(_ fill: Color??, _ pen: Canvas.Pen?) -> String {
    var text = ""
    if let fill { text += " fill=\"\(fill?.hex ?? "none")\"" }
    guard let pen else { return text }
    text += " stroke=\"\(pen.color.hex)\""
    if pen.width != 1 { text += " stroke-width=\"\(DOTText.number(pen.width))\"" }
    let dashes = pen.line.dashes.map(DOTText.number).joined(separator: ",")
    return dashes.isEmpty ? text : text + " stroke-dasharray=\"\(dashes)\""
  }
}
