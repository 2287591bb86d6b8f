public import StanceDiagram

/// A picture that has been asked for: while it is drawn, the next one can be prepared.
public struct PictureOrder: Sendable {
  fileprivate enum Kind {
    case network(DrawnNetwork, [String: Opening], Renderer.Ticket)
    case sheet(Sheet)
    case drawn(RenderedPicture)
  }

  fileprivate var kind: Kind
  fileprivate var format: PictureFormat
  fileprivate var scale: Int
}

extension Renderer {
  /// A network with title, legend and footer, checked.
  ///
  /// - Parameter scale: pixels for each of 1/96 inch of a PNG.
  public mutating func picture(
    of diagram: Diagram, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    try picture(of: order(diagram, format: format, scale: scale))
  }

  /// A drawing that has its places already, checked.
  public mutating func picture(
    of sheet: Sheet, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> RenderedPicture {
    try picture(of: order(sheet, format: format, scale: scale))
  }

  /// Asks for the picture of a network.
  public mutating func order(
    _ diagram: Diagram, format: PictureFormat, scale: Int = 1
  ) throws(RenderFailure) -> PictureOrder {
    let (engine, network) = (LayoutEngine(diagram.layout), DrawnNetwork(diagram))
    let ticket: Ticket
    switch format {
    case .dot:
      let text = RenderedPicture(bytes: Array(network.dot(for: .anyone).utf8), messages: [])
      return PictureOrder(kind: .drawn(text), format: format, scale: scale)
    case .svg:
      ticket = try request(dot: network.dot(for: .webPage), format: .svg, layout: engine)
    case .png, .pdf:
      ticket = try request(dot: network.dot(for: .paper), format: .dot, layout: engine)
    }
    // Made while the network is drawn.
    let openings = format == .svg ? network.openings() : [:]
    return PictureOrder(kind: .network(network, openings, ticket), format: format, scale: scale)
  }

  /// Asks for the picture of a drawing that has its places already.
  public func order(_ sheet: Sheet, format: PictureFormat, scale: Int = 1) -> PictureOrder {
    PictureOrder(kind: .sheet(sheet), format: format, scale: scale)
  }

  /// The picture that was asked for, checked.
  public mutating func picture(of order: PictureOrder) throws(RenderFailure) -> RenderedPicture {
    switch order.kind {
    case .drawn(let picture): return picture
    case .sheet(let sheet): return try picture(sheet, order)
    case .network(let network, let openings, let ticket):
      return try picture(network, openings, drawing(of: network, ticket, order), order)
    }
  }

  /// The shapes of a network. Where dot fails to make room for labels, it is asked without them.
  private mutating func drawing(
    of network: DrawnNetwork, _ ticket: Ticket, _ order: PictureOrder
  ) throws(RenderFailure) -> RenderedPicture {
    do {
      return try answer(to: ticket)
    } catch {
      guard network.makesRoomForLabels else { throw error }
      let isPage = order.format == .svg
      return try render(
        dot: network.dot(for: isPage ? .webPage : .paper, makesRoom: false),
        format: isPage ? .svg : .dot, layout: LayoutEngine(network.diagram.layout))
    }
  }

  private mutating func picture(
    _ network: DrawnNetwork, _ openings: [String: Opening], _ drawn: RenderedPicture,
    _ order: PictureOrder
  ) throws(RenderFailure) -> RenderedPicture {
    guard order.format != .svg else {
      return try checked(drawn) { bytes throws(SVGProblem) in
        try NetworkSVG.composed(bytes, of: network, openings)
      }
    }
    guard let placed = PlacedNetwork(drawn.bytes)?.furnished(for: network) else { throw .garbled }
    var picture = try render(
      dot: placed.text, format: order.format, layout: .nop2, scale: order.scale)
    picture.messages =
      drawn.messages.filter { !picture.messages.contains($0) } + picture.messages + placed.notes
    return picture
  }

  private mutating func picture(
    _ sheet: Sheet, _ order: PictureOrder
  ) throws(RenderFailure) -> RenderedPicture {
    switch order.format {
    case .dot: return RenderedPicture(bytes: Array(sheet.dot().utf8), messages: [])
    case .svg:
      return try checked(RenderedPicture(bytes: Array(sheet.svg().utf8), messages: [])) {
        bytes throws(SVGProblem) in (bytes, [])
      }
    case .png, .pdf:
      return try render(
        dot: sheet.dot(), format: order.format, layout: .nop2, scale: order.scale)
    }
  }

  private mutating func checked(
    _ picture: RenderedPicture,
    _ change: ([UInt8]) throws(SVGProblem) -> (bytes: [UInt8], notes: [String])
  ) throws(RenderFailure) -> RenderedPicture {
    let (bytes, notes): ([UInt8], [String])
    do {
      (bytes, notes) = try change(picture.bytes)
      try SVGCheck.check(bytes)
    } catch {
      throw .unsafePicture(error)
    }
    return RenderedPicture(
      bytes: bytes, messages: picture.messages + notes + (try missingGlyphs(in: bytes)))
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
