import Foundation
import Testing

/// Texts that are compared with files; `STANCE_REWRITE_GOLDEN=1` writes the files anew.
enum Golden {
  static func expect(
    _ text: String, file name: String, at location: SourceLocation = #_sourceLocation
  ) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden")
      .appending(path: name)
    if ProcessInfo.processInfo.environment["STANCE_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(text == expected, sourceLocation: location)
  }
}
