internal import Foundation
internal import StanceDiagnostics

/// A line of JSON Lines with a document, statements of one, or both.
struct ExtractedLine {
  struct Content: Decodable {
    var id: String
    var title: String?
    var date: String?
    var source: String?
    var text: String?
    var statements: [Statement]?

    init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  struct Statement: Decodable {
    var holder: String?
    var speaker: String?
    var relation: String?
    var polarity: String?
    var target: String?
    var evidence: String?
    var quote: String?
    /// Offsets in Unicode scalars, half-open.
    var start: Int?
    var end: Int?
    var condition: String?
    var date: String?
    var confidence: Double?
  }

  var file: String
  var number: Int
  /// Nil of a line that is none.
  var content: Content?

  /// The line as a document, if it has a text.
  var document: Content? { content.flatMap { $0.text == nil ? nil : $0 } }

  /// The lines of a file that are not empty.
  static func read(_ file: SourceText) -> [ExtractedLine] {
    let lines = file.bytes[file.contentStart...]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var read: [ExtractedLine] = []
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      let content = try? JSONDecoder().decode(Content.self, from: Data(line))
      read.append(ExtractedLine(file: file.name, number: index + 1, content: content))
    }
    return read
  }
}
