import Foundation

/// The program as a user calls it.
enum Stance {
  /// How a command ended and what it printed.
  struct Outcome: Sendable {
    var status: Int32
    var output: String
    var complaint: String
  }

  /// The folder with the program that was built beside the tests.
  private static var folder: URL {
    URL(filePath: CommandLine.arguments[0]).absoluteURL.deletingLastPathComponent()
  }

  /// Runs the program at the root of the repository.
  static func run(_ arguments: [String], input: String = "") throws -> Outcome {
    try start(folder.appending(path: "stance"), arguments, input, in: Manual.root)
  }

  /// Runs a line of the shell that finds the program by its name.
  static func shell(_ line: String, in place: URL = Manual.root) throws -> Outcome {
    try start(URL(filePath: "/bin/sh"), ["-c", line], "", in: place)
  }

  private static func start(
    _ executable: URL, _ arguments: [String], _ input: String, in place: URL
  ) throws -> Outcome {
    let scratch = try Scratch()
    try Data(input.utf8).write(to: scratch.file("input"))
    for name in ["output", "complaint"] { try Data().write(to: scratch.file(name)) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = place
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    process.environment = ["PATH": "\(folder.path()):\(path)", "HOME": scratch.folder.path()]
    process.standardInput = try FileHandle(forReadingFrom: scratch.file("input"))
    process.standardOutput = try FileHandle(forWritingTo: scratch.file("output"))
    process.standardError = try FileHandle(forWritingTo: scratch.file("complaint"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try scratch.text("output"),
      complaint: try scratch.text("complaint"))
  }
}

/// A folder that is there as long as somebody holds it.
final class Scratch {
  let folder = FileManager.default.temporaryDirectory
    .appending(path: "stance-documentation-\(UUID().uuidString)")

  init() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func file(_ name: String) -> URL { folder.appending(path: name) }

  func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: file(name)), as: UTF8.self)
  }
}
