public import StanceDiagram

extension Renderer {
  /// A network with title, legend and footer, checked.
  ///
  /// - Parameter scale: pixels for each of 1/96 inch of a PNG.
  public mutating func picture(
    of diagram: Diagram, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    let (engine, network) = (LayoutEngine(diagram.layout), DrawnNetwork(diagram))
    switch format {
    case .dot:
      return RenderedPicture(bytes: Array(network.dot(for: .anyone).utf8), messages: [])
    case .svg:
      let drawn = try render(dot: network.dot(for: .webPage), format: .svg, layout: engine)
      return try checked(drawn) { bytes throws(SVGProblem) in
        try NetworkSVG.composed(bytes, of: network)
      }
    case .png, .pdf:
      let placed = try render(dot: network.dot(for: .paper), format: .dot, layout: engine)
      guard let text = PlacedNetwork(placed.bytes)?.furnished(for: network) else {
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
      return try checked(RenderedPicture(bytes: Array(sheet.svg().utf8), messages: [])) {
        bytes throws(SVGProblem) in bytes
      }
    case .png, .pdf:
      return try render(dot: sheet.dot(), format: format, layout: .nop2, scale: scale)
    }
  }

  private mutating func checked(
    _ picture: RenderedPicture, _ change: ([UInt8]) throws(SVGProblem) -> [UInt8]
  ) throws(RenderFailure) -> RenderedPicture {
    let bytes: [UInt8]
    do {
      bytes = try change(picture.bytes)
      try SVGCheck.check(bytes)
    } catch {
      throw .unsafePicture(error)
    }
    return RenderedPicture(
      bytes: bytes, messages: picture.messages + (try missingGlyphs(in: bytes)))
  }

  /// What is to be said of letters that no installed font has.
  private mutating func missingGlyphs(in text: [UInt8]) throws(RenderFailure) -> [String] {
    let letters = MissingGlyphs.candidates(in: text)
    guard !letters.isEmpty else { return [] }
    return try render(dot: "graph {} // \(letters)\n", format: .dot, layout: .nop2).messages
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
