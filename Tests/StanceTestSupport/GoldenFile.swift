package import Foundation

/// A file beside the tests that holds an expected text. With `STANCE_REWRITE_GOLDEN=1` in the
/// environment it is written instead of compared.
package struct GoldenFile {
  private let url: URL

  /// - Parameter testFile: the `#filePath` of the test; the file lies in the folder Golden beside it.
  package init(_ name: String, beside testFile: String) {
    url = URL(fileURLWithPath: testFile).deletingLastPathComponent()
      .appendingPathComponent("Golden").appendingPathComponent(name)
  }

  /// The expected bytes, which are the actual ones where the file is being rewritten.
  package func expected(for actual: Data) throws -> Data {
    if ProcessInfo.processInfo.environment["STANCE_REWRITE_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try actual.write(to: url)
    }
    return try Data(contentsOf: url)
  }

  package func expected(for actual: String) throws -> String {
    String(decoding: try expected(for: Data(actual.utf8)), as: UTF8.self)
  }
}
