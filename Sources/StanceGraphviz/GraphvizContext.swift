internal import CGraphviz
import Synchronization

/// Everything that Graphviz has said and nobody has taken yet.
private let reports = Mutex<[UInt8]>([])

/// A context of Graphviz. No second thread of the process may use Graphviz.
@safe
struct GraphvizContext: ~Copyable {
  private let context: OpaquePointer
  /// The plugins that a bare context has; nil of a context that finds them by itself.
  private var loaded: Set<String>?

  /// A context that loads no fonts: it writes SVG and DOT and takes every letter for about half as
  /// wide as it is high. Nil where it cannot be had, as where plugins are not beside Graphviz.
  static func bare() -> GraphvizContext? {
    guard let context = unsafe stance_gv_bare_context() else { return nil }
    var bare = unsafe GraphvizContext(context, loaded: [])
    guard bare.load("core"), bare.load("dot_layout") else { return nil }
    return consume bare
  }

  /// A context with everything that is installed. Nil where Graphviz cannot start.
  static func full() -> GraphvizContext? {
    guard let context = unsafe gvContext() else { return nil }
    return unsafe GraphvizContext(context, loaded: nil)
  }

  private init(_ context: OpaquePointer, loaded: Set<String>?) {
    unsafe self.context = context
    self.loaded = loaded
    stance_gv_open_no_files()
    unsafe stance_gv_report_to { piece in
      guard let piece = unsafe piece else { return 0 }
      let bytes = unsafe Array(String(cString: piece).utf8)
      reports.withLock { $0 += bytes }
      return 0
    }
  }

  deinit { _ = unsafe gvFreeContext(context) }

  /// Makes sure that the engine is there.
  mutating func prepare(_ engine: LayoutEngine) -> Bool {
    engine == .dot ? load("dot_layout") : load("neato_layout")
  }

  private mutating func load(_ name: String) -> Bool {
    guard loaded?.contains(name) == false else { return true }
    guard let library = unsafe stance_gv_library(context, name) else { return false }
    unsafe gvAddLibrary(context, library)
    loaded?.insert(name)
    return true
  }

  /// The picture, or none where Graphviz refused the text or its layout, and what it said.
  func answer(_ request: RenderRequest) -> RenderAnswer {
    reports.withLock { $0 = [] }
    _ = agreseterrors()
    let picture = request.dot.contains(0) ? nil : picture(request)
    if request.dot.contains(0) { Self.report("the text holds a zero byte") }
    let messages = reports.withLock { $0 }
    return RenderAnswer(
      picture: picture, messages: Array(messages.prefix(RenderLimits.messages)))
  }

  private func picture(_ request: RenderRequest) -> [UInt8]? {
    let text = request.dot.map { CChar(bitPattern: $0) } + [0]
    let parsed = unsafe text.withUnsafeBufferPointer { unsafe stance_gv_read($0.baseAddress) }
    guard let graph = unsafe parsed else { return nil }
    defer { _ = unsafe agclose(graph) }
    // A graph that was read in part is not what was asked for.
    guard !hasErrors, unsafe gvLayout(context, graph, request.engine.rawValue) == 0 else {
      return nil
    }
    defer { _ = unsafe gvFreeLayout(context, graph) }
    guard !hasErrors else { return nil }
    if request.engine == .dot { unsafe ArrowHeads.spread(in: graph) }
    if request.engine == .nop2, let warning = MissingGlyphs.warning(for: request.dot) {
      Self.report(warning)
    }
    if request.format == .png { unsafe setResolution(of: graph, scale: request.scale) }
    return unsafe drawn(graph, format: request.format)
  }

  private var hasErrors: Bool { agerrors() > 0 }

  private func drawn(
    _ graph: UnsafeMutablePointer<Agraph_t>, format: PictureFormat
  ) -> [UInt8]? {
    var data: UnsafeMutablePointer<CChar>?
    var length: UInt32 = 0
    let code = unsafe gvRenderData(context, graph, format.rawValue, &data, &length)
    guard let data = unsafe data else { return nil }
    defer { unsafe gvFreeRenderData(data) }
    guard code == 0, !hasErrors else { return nil }
    let picture = unsafe Array(UnsafeRawBufferPointer(start: data, count: Int(length)))
    return format == .pdf ? PDFDate.removed(from: picture) : picture
  }

  /// 96 dots an inch times the scale, or as many as the limits of a picture in pixels allow.
  private func setResolution(of graph: UnsafeMutablePointer<Agraph_t>, scale: Int) {
    let wanted = 96 * Double(scale)
    let margin = 2 * 36.0
    let width = unsafe stance_gv_width(graph) + margin
    let height = unsafe stance_gv_height(graph) + margin
    let byArea = 72 * (RenderLimits.pixels / (width * height)).squareRoot()
    let bySide = 72 * RenderLimits.side / max(width, height)
    let resolution = min(wanted, byArea, bySide)
    unsafe stance_gv_set_resolution(graph, resolution)
    if resolution < wanted {
      let percent = Int((resolution / wanted * 100).rounded(.down))
      let limit = byArea < bySide ? "50 million pixels" : "32,000 pixels a side"
      Self.report(
        "Warning: the picture is larger than \(limit) and is drawn at \(percent) % of its size\n")
    }
  }

  private static func report(_ message: String) {
    reports.withLock { $0 += Array(message.utf8) }
  }
}

/// The contexts of a process: the bare one for all that needs no font, the full one once it is
/// needed, because that takes four times as long to start.
struct GraphvizContexts: ~Copyable {
  private var bare: GraphvizContext?
  private var full: GraphvizContext?

  /// Nil where Graphviz cannot start.
  init?() {
    bare = GraphvizContext.bare()
    guard bare == nil else { return }
    full = GraphvizContext.full()
    if full == nil { return nil }
  }

  /// The picture, or none where Graphviz refused the text or its layout, and what it said.
  mutating func answer(_ request: RenderRequest) -> RenderAnswer {
    if !request.needsFonts, bare?.prepare(request.engine) == true,
      let answer = bare?.answer(request)
    {
      return answer
    }
    if full == nil { full = GraphvizContext.full() }
    return full?.answer(request)
      ?? RenderAnswer(picture: nil, messages: Array("Graphviz cannot start\n".utf8))
  }
}

extension RenderRequest {
  /// Whether text is drawn or looked at.
  fileprivate var needsFonts: Bool {
    switch format {
    case .png, .pdf: true
    case .svg, .dot: engine == .nop2
    }
  }
}
