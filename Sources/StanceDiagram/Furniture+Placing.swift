extension Furniture {
  /// An SVG document with the drawing between what stands above and below it.
  ///
  /// - Parameters:
  ///   - drawing: elements of SVG, checked by the caller.
  ///   - width: of the drawing, in points.
  ///   - height: of the drawing, in points.
  ///   - labels: the labels of the edges, in the coordinates of the drawing.
  ///   - shift: where the origin of the drawing lies from its upper left corner.
  ///   - title: what the picture is called.
  ///   - description: read to those who cannot see the picture.
  package func svgDocument(
    drawing: String, labels: Canvas, width: Double, height: Double, shift: (x: Double, y: Double),
    title: String,
    description: [String]
  ) -> String {
    let page = SVGPage(
      width: max(above.width, width, below.width) + 2 * Self.margin,
      height: above.height + height + below.height + 2 * Self.margin, theme: theme)
    let lower = Self.margin + above.height + height
    return page.opening(title: title, description: description)
      + SVGPage.group("above", at: Point(x: Self.margin, y: Self.margin), above.svgElements())
      + SVGPage.group(
        "network",
        at: Point(x: Self.margin + shift.x, y: Self.margin + above.height + shift.y),
        drawing + labels.svgElements())
      + SVGPage.group("below", at: Point(x: Self.margin, y: lower), below.svgElements())
      + "</svg>\n"
  }

  /// Statements of DOT that put title, legend and footer around a network that has its places.
  ///
  /// - Parameters:
  ///   - width: of the network, in points.
  ///   - height: of the network, in points.
  ///   - labels: the labels of the edges, from the upper left corner of the network.
  package func pinned(width: Double, height: Double, labels: Canvas) -> String {
    let top = height + above.height
    let box = [0, -below.height, max(above.width, width, below.width), top]
    let background = above.background(left: 0, top: top) + below.background(left: 0, top: 0)
    let lines =
      [
        "  graph [layout=\"nop2\" bb=\"\(box.map(DOTText.number).joined(separator: ","))\""
          + " pad=\"\(DOTText.number(Self.margin / 72))\" _background=\(DOTText.long(background))]"
      ] + above.pinned(left: 0, top: top, prefix: "above_")
      + below.pinned(left: 0, top: 0, prefix: "below_")
    let all = lines + labels.pinned(left: 0, top: height, prefix: "label_")
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
    guard !elements.isEmpty else { return "" }
    let place = "\(DOTText.number(corner.x)) \(DOTText.number(corner.y))"
    return "<g class=\"\(name)\" transform=\"translate(\(place))\">\n\(elements)</g>\n"
  }
}

extension Diagram {
  /// The colour of the ground as `#RRGGBB`.
  package var groundColor: String { style.theme.ground.hex }

  /// What the picture shows, in lines for those who cannot see it.
  package var descriptionLines: [String] {
    let counts = "A network of \(nodes.count) nodes and \(edges.count) edges."
    return [counts] + caption.footer + caption.origins
  }
}
