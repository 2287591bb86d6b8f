extension Furniture {
  /// The widest of drawing, title, legend and footer; narrower drawings stand in the middle.
  private func fullWidth(_ width: Double) -> Double { max(above.width, width, below.width) }

  /// What stands before and after the elements of a drawing in an SVG document.
  ///
  /// - Parameters:
  ///   - width: of the drawing, in points.
  ///   - height: of the drawing, in points.
  ///   - labels: what lies over the lines, in the coordinates of the drawing.
  ///   - shift: where the origin of the drawing lies from its upper left corner.
  ///   - title: what the picture is called.
  ///   - description: read to those who cannot see the picture.
  package func svgDocument(
    labels: Canvas, width: Double, height: Double, shift: (x: Double, y: Double), title: String,
    description: [String]
  ) -> (before: String, after: String) {
    let (margin, full) = (Self.margin, fullWidth(width))
    let page = SVGPage(
      width: full + 2 * margin, height: above.height + height + below.height + 2 * margin,
      theme: theme)
    let corner = Point(
      x: margin + (full - width) / 2 + shift.x, y: margin + above.height + shift.y)
    let lower = Point(x: margin, y: margin + above.height + height)
    let before =
      page.opening(title: title, description: description)
      + SVGPage.group("above", at: Point(x: margin, y: margin), above.svgElements())
      + SVGPage.opening("network", at: corner)
    let after =
      labels.svgElements() + "</g>\n" + SVGPage.group("below", at: lower, below.svgElements())
    return (before, after + "</svg>\n")
  }

  /// Statements of DOT that put title, legend and footer around a network that has its places.
  ///
  /// - Parameters:
  ///   - frame: what the network and its texts take, from the upper left corner of the network.
  ///   - height: of the network, in points.
  ///   - texts: all that is written in the network, from its upper left corner.
  package func pinned(_ frame: Placement.Box, height: Double, texts: Canvas) -> String {
    let left = frame.center.x - fullWidth(frame.width) / 2
    let (top, bottom) = (height - frame.least.y + above.height, height - frame.most.y)
    let box = [left, bottom - below.height, left + fullWidth(frame.width), top]
    let background =
      above.background(left: left, top: top) + below.background(left: left, top: bottom)
    let lines =
      [
        "  graph [layout=\"nop2\" bb=\"\(box.map(DOTText.number).joined(separator: ","))\""
          + " pad=\"\(DOTText.number(Self.margin / 72))\" _background=\(DOTText.long(background))]"
      ] + above.pinned(left: left, top: top, prefix: "above_")
      + below.pinned(left: left, top: bottom, prefix: "below_")
    let all = lines + texts.pinned(left: 0, top: height, prefix: "text_")
    return all.joined(separator: "\n") + "\n"
  }
}

/// What surrounds the elements of a picture for the web.
struct SVGPage {
  let width: Double
  let height: Double
  let theme: Theme

  func opening(title: String, description: [String]) -> String {
    let (width, height) = (DOTText.number(width), DOTText.number(height))
    let text = description.map(XMLText.escaped).joined(separator: "\n")
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" \
      width="\(width)pt" height="\(height)pt" viewBox="0 0 \(width) \(height)" role="img" \
      font-family="\(Canvas.fontFamily)">
      <title>\(XMLText.escaped(title))</title>
      <desc>\(text)</desc>
      <rect class="ground" width="\(width)" height="\(height)" fill="\(theme.ground.hex)"/>

      """
  }

  static func group(_ name: String, at corner: Point, _ elements: String) -> String {
    elements.isEmpty ? "" : opening(name, at: corner) + elements + "</g>\n"
  }

  static func opening(_ group: String, at corner: Point) -> String {
    let place = "\(DOTText.number(corner.x)) \(DOTText.number(corner.y))"
    return "<g class=\"\(group)\" transform=\"translate(\(place))\">\n"
  }
}

extension Diagram {
  /// What the picture shows, in lines for those who cannot see it.
  package var descriptionLines: [String] {
    let counts = "A network of \(nodes.count) nodes and \(edges.count) edges."
    return [counts] + caption.footer + caption.origins
  }
}
