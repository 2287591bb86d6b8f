/// A picture that is asked for. In the channel: `svg dot 1 1234` and a line end, then the DOT text
/// of 1234 bytes.
struct RenderRequest: Hashable, Sendable {
  var format: PictureFormat
  var engine: LayoutEngine
  /// Pixels for each of 1/96 inch; of PNG only.
  var scale: Int
  var dot: [UInt8]

  var frame: [UInt8] {
    Array("\(format.rawValue) \(engine.rawValue) \(scale) \(dot.count)\n".utf8) + dot
  }

  /// The request without its text and the length of that, or nil where the line is something else.
  static func parsed(header: String) -> (request: RenderRequest, length: Int)? {
    let words = header.split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 4, let format = PictureFormat(rawValue: String(words[0])),
      let engine = LayoutEngine(rawValue: String(words[1])), let scale = Int(words[2]),
      (1...4).contains(scale), let length = Int(words[3]),
      (0...RenderLimits.textSize).contains(length)
    else { return nil }
    return (RenderRequest(format: format, engine: engine, scale: scale, dot: []), length)
  }
}

/// What comes back. In the channel: `ok 5678 12` or `no 0 12` and a line end, then the picture and
/// the messages of those lengths.
struct RenderAnswer: Hashable, Sendable {
  /// Nil where Graphviz refused.
  var picture: [UInt8]?
  var messages: [UInt8]

  var frame: [UInt8] {
    let word = picture == nil ? "no" : "ok"
    let header = "\(word) \(picture?.count ?? 0) \(messages.count)\n"
    return Array(header.utf8) + (picture ?? []) + messages
  }

  struct Header: Hashable, Sendable {
    var isPicture: Bool
    var pictureLength: Int
    var messageLength: Int

    /// Nil where the line is something else.
    init?(_ line: String) {
      let words = line.split(separator: " ", omittingEmptySubsequences: false)
      guard words.count == 3, words[0] == "ok" || words[0] == "no", let picture = Int(words[1]),
        let messages = Int(words[2]), (0...RenderLimits.pictureSize).contains(picture),
        (0...RenderLimits.pictureSize).contains(messages)
      else { return nil }
      (isPicture, pictureLength, messageLength) = (words[0] == "ok", picture, messages)
    }
  }
}
