import Foundation
import StanceGraphviz

/// The program that draws in these tests, beside the tests' own bundle.
enum Child {
  static var executable: String {
    if let path = ProcessInfo.processInfo.environment["STANCE_RENDERER"] { return path }
    let bundle = URL(filePath: CommandLine.arguments[0])
    return bundle.deletingLastPathComponent().appending(path: "stance").path()
  }

  static func renderer(deadline: Duration = .seconds(60)) -> Renderer {
    Renderer(executable: executable, deadline: deadline)
  }

  /// What a shell command does as the child.
  static func shell(_ command: String, deadline: Duration = .seconds(60)) -> Renderer {
    Renderer(executable: "/bin/sh", arguments: ["-c", command], deadline: deadline)
  }
}
