public import StanceDiagram

extension Renderer {
  /// A network with title, legend and footer, checked.
  ///
  /// - Parameter scale: pixels for each of 1/96 inch of a PNG.
  public mutating func picture(
    of diagram: Diagram, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    let engine = LayoutEngine(diagram.layout)
    switch format {
    case .dot:
      return RenderedPicture(bytes: Array(diagram.dot().utf8), messages: [])
    case .svg:
      let drawn = try render(dot: diagram.dot(for: .webPage), format: .svg, layout: engine)
      return try checked(drawn) { bytes throws(SVGProblem) in
        try NetworkSVG.composed(bytes, of: diagram)
      }
    case .png, .pdf:
      let placed = try render(dot: diagram.dot(for: .paper), format: .dot, layout: engine)
      guard let text = PlacedNetwork(placed.bytes)?.furnished(for: diagram) else {
        throw .garbled
      }
      var drawn = try render(dot: text, format: format, layout: .nop2, scale: scale)
      drawn.messages = placed.messages.filter { !drawn.messages.contains($0) } + drawn.messages
      return drawn
    }
  }

  /// A drawing that has its places already, checked.
  public mutating func picture(
    of sheet: Sheet, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    switch format {
    case .dot: return RenderedPicture(bytes: Array(sheet.dot().utf8), messages: [])
    case .svg:
      return try checked(RenderedPicture(bytes: Array(sheet.svg().utf8), messages: [])) { $0 }
    case .png, .pdf:
      return try render(dot: sheet.dot(), format: format, layout: .nop2, scale: scale)
    }
  }

  private func checked(
    _ picture: RenderedPicture, _ change: ([UInt8]) throws(SVGProblem) -> [UInt8]
  ) throws(RenderFailure) -> RenderedPicture {
    do {
      let bytes = try change(picture.bytes)
      try SVGCheck.check(bytes)
      return RenderedPicture(bytes: bytes, messages: picture.messages)
    } catch {
      throw .unsafePicture(error)
    }
  }
}

extension LayoutEngine {
  init(_ layout: Style.Layout) {
    switch layout {
    case .dot: self = .dot
    case .neato: self = .neato
    case .fdp: self = .fdp
    case .sfdp: self = .sfdp
    case .circo: self = .circo
    case .twopi: self = .twopi
    case .osage: self = .osage
    }
  }
}
