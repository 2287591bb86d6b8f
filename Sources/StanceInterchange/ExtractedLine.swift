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
    var statements: [Readable<Statement>]?

    init(id: String, text: String) {
      self.id = id
      self.text = text
    }
  }

  /// What is read of a part by itself, so that a fault in it costs that part alone.
  enum Readable<Part: Decodable>: Decodable {
    case read(Part)
    case faulty(Fault)

    init(from decoder: any Decoder) {
      do {
        self = .read(try Part(from: decoder))
      } catch {
        self = .faulty(Fault(error, in: decoder.codingPath))
      }
    }
  }

  /// The field that is not of its type, such as `statements[2].start`; nil where there is no object.
  struct Fault {
    var field: String?

    /// - Parameter part: the part that is read, to which numbers that are none are put down.
    init(_ error: any Error, in part: [any CodingKey] = []) {
      var path = part
      switch error as? DecodingError {
      case .typeMismatch(_, let context), .valueNotFound(_, let context),
        .keyNotFound(_, let context), .dataCorrupted(let context):
        path = context.codingPath
      case nil: break
      @unknown default: break
      }
      guard !path.isEmpty else { return }
      field = path.reduce(into: "") { text, key in
        text += key.intValue.map { "[\($0)]" } ?? (text.isEmpty ? "" : ".") + key.stringValue
      }
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
  var content: Readable<Content>

  /// The line as a document, if it has a text.
  var document: Content? {
    guard case .read(let content) = content, content.text != nil else { return nil }
    return content
  }

  /// The lines of a file that are not empty.
  static func read(_ file: SourceText) -> [ExtractedLine] {
    let lines = file.bytes[file.contentStart...]
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var read: [ExtractedLine] = []
    for (index, line) in lines.enumerated() where line.contains(where: { $0 > 0x20 }) {
      read.append(ExtractedLine(file: file.name, number: index + 1, content: content(of: line)))
    }
    return read
  }

  private static func content(of line: ArraySlice<UInt8>) -> Readable<Content> {
    do {
      return try JSONDecoder().decode(Readable<Content>.self, from: Data(line))
    } catch {
      return .faulty(Fault(error))
    }
  }
}
