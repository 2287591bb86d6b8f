import Foundation

/// The Markdown files of the repository.
enum Manual {
  static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// The pages at the root and in the folder Documentation.
  static func pages() throws -> [Page] {
    try ["", "Documentation/"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path())
        .filter { $0.hasSuffix(".md") }.sorted().map { try Page(folder + $0) }
    }
  }

  static func language() throws -> Page { try Page("Documentation/language.md") }
  static func commands() throws -> Page { try Page("Documentation/commands.md") }
  static func readme() throws -> Page { try Page("README.md") }

  static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }
}

/// A Markdown file, taken apart.
struct Page: Sendable {
  /// A block of code with what stands behind its first fence.
  struct Fence: Sendable {
    var info: [String]
    var text: String

    var language: String { info.first ?? "" }
  }

  /// From the root of the repository.
  var path: String
  var fences: [Fence] = []
  /// What is not inside a block of code.
  var prose: [String] = []

  init(_ path: String) throws {
    self.path = path
    var open: Fence?
    for line in try Manual.text(path).split(separator: "\n", omittingEmptySubsequences: false) {
      guard line.hasPrefix("```") else {
        if open == nil { prose.append(String(line)) } else { open?.text += line + "\n" }
        continue
      }
      if let closed = open {
        fences.append(closed)
        open = nil
      } else {
        open = Fence(info: line.dropFirst(3).split(separator: " ").map(String.init), text: "")
      }
    }
  }

  func fences(_ language: String) -> [Fence] { fences.filter { $0.language == language } }

  /// What stands in backquotes.
  var codeSpans: [String] {
    prose.flatMap { line in line.matches(of: /`([^`]+)`/).map { String($0.1) } }
  }

  /// The cells of the rows of the table whose header has these cells.
  func table(_ header: [String]) -> [[String]] {
    let rows = prose.drop { Self.cells($0) != header }.dropFirst(2)
    return rows.prefix { $0.hasPrefix("|") }.map(Self.cells)
  }

  private static func cells(_ line: String) -> [String] {
    line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  /// The names by which links point to the headings.
  var anchors: [String] {
    prose.filter { $0.hasPrefix("#") }.map { line in
      let heading = line.drop { $0 == "#" }.trimmingCharacters(in: .whitespaces).lowercased()
      return String(
        heading.filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }
          .map { $0 == " " ? "-" : $0 })
    }
  }

  /// Where links lead, but for those to other sites.
  var links: [String] {
    prose.flatMap { line in line.matches(of: /\]\(([^)\s]+)\)/).map { String($0.1) } }
      .filter { !$0.hasPrefix("https:") }
  }
}
