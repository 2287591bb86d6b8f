internal import StanceGraphviz
internal import Synchronization

/// Draws pictures, each while the next answer is looked for.
struct PictureQueue: ~Copyable {
  var renderer = DrawingProcess.renderer()
  private var waiting: (order: PictureOrder, place: String?)?

  /// Takes an order, and the picture of the one before.
  mutating func add(
    _ order: PictureOrder, to place: String?, into outputs: inout OutputCollection
  ) throws {
    try finish(into: &outputs)
    waiting = (order, place)
  }

  /// Takes the picture that is still drawn, if any.
  mutating func finish(into outputs: inout OutputCollection) throws {
    guard let (order, place) = waiting.take() else { return }
    let picture = try renderer.picture(of: order)
    for message in picture.messages {
      StandardStreams.note(String(message.trimmingPrefix("Warning: ")))
    }
    outputs.add(picture.bytes, to: place)
  }
}

/// The process that draws, started as soon as something looks as if it asked for a picture: it gets
/// ready while arguments are read and the answer is looked for.
enum DrawingProcess {
  private static let started = Mutex<Renderer?>(nil)

  /// Starts it where the arguments of `ask` look so, before anything else is done.
  static func start(for arguments: [String]) {
    guard arguments.first == "ask",
      arguments.contains(where: { mayBeNeeded(for: Array($0.utf8)) })
    else { return }
    started.withLock {
      $0 = Renderer()
      $0?.startCopy()
    }
  }

  /// Draws in the process that was started, or in one that is started when it is needed.
  static func renderer() -> Renderer { started.withLock { $0.take() } ?? Renderer() }

  /// Whether a text speaks of pictures.
  static func mayBeNeeded(for text: [UInt8]) -> Bool {
    ["draw", "svg", "png", "pdf"].contains { text.contains($0.utf8) }
  }
}
