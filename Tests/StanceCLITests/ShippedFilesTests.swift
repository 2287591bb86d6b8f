import Foundation
import StanceTestSupport
import Testing

/// The graphs and questions that come with the program.
@Suite struct ShippedFilesTests {
  private let program: Program

  init() throws { program = try Program() }

  private static func files(_ folder: String, _ ending: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: folder)
    return try FileManager.default.contentsOfDirectory(atPath: root.path())
      .filter { $0.hasSuffix(ending) }.sorted().map { root.appending(path: $0).path() }
  }

  @Test(arguments: [("Graphs", ".stance"), ("Queries", ".ask")])
  func `they are in their canonical form`(folder: String, ending: String) throws {
    let files = try Self.files(folder, ending)
    #expect(files.count >= 3)
    let outcome = try program.shell("stance fmt --check " + files.joined(separator: " "))
    #expect(outcome.code == 0, "\(outcome.text)")
  }

  @Test func `the graphs go into one database, and out and in again`() throws {
    let files = try Self.files("Graphs", ".stance").joined(separator: " ")
    let first = try program.shell("stance import all.db \(files) && stance export all.db > one")
    #expect(first.code == 0, "\(first.error)")
    let second = try program.shell(
      "cp one one.stance && stance import again.db one.stance && stance export again.db > two")
    #expect(second.code == 0, "\(second.error)")
    #expect(try program.folder.data("one") == program.folder.data("two"))
    let check = try program.run("check", "all.db", "--skip", "contradiction", "--skip", "hearsay")
    #expect(check.text.hasPrefix("nothing found"), "\(check.text)")
  }
}
