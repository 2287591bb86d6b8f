/// What a picture is written as.
public enum PictureFormat: String, CaseIterable, Hashable, Sendable {
  case svg, png, pdf
  /// A DOT text with the places of everything in it.
  case dot
}

/// An engine that gives everything its place.
public enum LayoutEngine: String, CaseIterable, Hashable, Sendable {
  case dot, neato, fdp, sfdp, circo, twopi, osage
  /// Takes the places that the text gives.
  case nop2
}

/// A picture and what was said while it was drawn.
public struct RenderedPicture: Hashable, Sendable {
  public var bytes: [UInt8]
  /// Warnings, one a line, without control characters; empty where nothing was said.
  public var messages: [String]
}

/// What the parts of a rendering process may use. The process sets the first five on itself.
enum RenderLimits {
  /// Processor time for each picture, in seconds.
  static let processorSeconds = 10
  /// Address space, in bytes.
  static let memory = 1 << 30
  static let openFiles = 64
  /// Bytes of any file; pictures leave through a pipe.
  static let fileSize = 0
  static let coreSize = 0
  /// Bytes of one DOT text.
  static let textSize = 32 << 20
  /// Pixels of a PNG, and of one of its sides as cairo can draw it.
  static let pixels = 50e6
  static let side = 32_000.0
  /// Bytes of one picture that the program takes.
  static let pictureSize = 512 << 20
  /// Bytes of messages that are passed on.
  static let messages = 4000
}
