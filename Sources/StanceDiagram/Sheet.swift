/// A drawing that has its places already: a timeline or a matrix with its caption.
public struct Sheet: Sendable {
  /// What the picture leaves out, as it says itself.
  public let notes: [String]
  let canvas: Canvas
  let title: String
  let description: [String]
  /// What identifies the input.
  let origins: [String]
  let theme: Theme

  /// The drawing of a size with title and legend above it and the footer below.
  init(
    drawing: Canvas, caption: Caption, legend: [LegendEntry], theme: Theme, description: [String]
  ) {
    let furniture = Furniture(
      caption: caption, legend: legend, theme: theme, width: drawing.width)
    var canvas = furniture.above
    canvas.place(drawing, at: Point(x: 0, y: canvas.height))
    canvas.place(furniture.below, at: Point(x: 0, y: canvas.height))
    self.canvas = canvas
    notes = caption.notes
    title = caption.title ?? "Stances"
    self.description = description + caption.footer + caption.origins
    origins = caption.origins
    self.theme = theme
  }

  /// An SVG document.
  public func svg() -> String {
    let margin = Furniture.margin
    let page = SVGPage(
      width: canvas.width + 2 * margin, height: canvas.height + 2 * margin, theme: theme)
    return page.opening(title: title, description: description)
      + SVGPage.group("chart", at: Point(x: margin, y: margin), canvas.svgElements()) + "</svg>\n"
  }

  /// A DOT text in which everything has its place, for `nop2`.
  public func dot() -> String {
    DOTText.comments(origins) + canvas.dot(theme: theme, margin: Furniture.margin)
  }
}
