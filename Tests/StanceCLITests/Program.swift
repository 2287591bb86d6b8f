import Foundation
import StanceTestSupport

/// The built program, run as a user would.
struct Program: Sendable {
  struct Outcome: Sendable {
    var code: Int32
    var output: Data
    var error: String

    var text: String { String(decoding: output, as: UTF8.self) }
    var errorLines: [Substring] { error.split(separator: "\n") }
  }

  let folder: TemporaryFolder

  /// A folder with the graph file `g.stance`.
  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.graph, to: "g.stance")
  }

  static let graph = """
    Russia is a country, also "Россия".
    Ukraine is a country.
    "=cmd" is a country.
    "30-day ceasefire" is a plan.
    "a | b, \\"c\\" <d>" is a plan.
    "停戦案" is a plan.
    source S "T" on 2025-05-11.
    Russia rejects "30-day ceasefire" on 2025-05-11 according to Ukraine in S
      saying "no, *never* &amp; ~x~" at 3..12 provided "x" with confidence 0.00001.
    Ukraine supports "30-day ceasefire" on 2025-05.
    "=cmd" rejects "a | b, \\"c\\" <d>".
    Ukraine rejects "停戦案" on 2025 saying "a\\tb\\nc".

    """

  private static let executable: URL = {
    // The bundle of the tests lies beside the program.
    let bundles = CommandLine.arguments.filter { $0.hasSuffix(".xctest") }
    let start = bundles.first ?? CommandLine.arguments.first ?? ""
    var folder = URL(fileURLWithPath: start).deletingLastPathComponent()
    while folder.path != "/" {
      let file = folder.appendingPathComponent("stance")
      if FileManager.default.isExecutableFile(atPath: file.path),
        !isDirectory(file.path)
      {
        return file
      }
      folder.deleteLastPathComponent()
    }
    return URL(fileURLWithPath: "stance")
  }()

  private static func isDirectory(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeDirectory
  }

  /// Runs the program in the folder to its end.
  func run(_ arguments: String..., input: String = "") throws -> Outcome {
    try run(arguments: arguments, input: input)
  }

  func run(arguments: [String], input: String = "") throws -> Outcome {
    try run(Self.executable, arguments, input)
  }

  /// Runs a line of shell in the folder, in which `stance` is the program.
  func shell(_ line: String, input: String = "") throws -> Outcome {
    let script = "stance() { \"$STANCE\" \"$@\"; }\n" + line
    return try run(URL(fileURLWithPath: "/bin/bash"), ["-c", script], input)
  }

  private func run(_ file: URL, _ arguments: [String], _ input: String) throws -> Outcome {
    let process = Process()
    process.executableURL = file
    process.arguments = arguments
    process.currentDirectoryURL = folder.url
    process.environment = [
      "STANCE": Self.executable.path, "SWIFT_BACKTRACE": "enable=no", "PATH": "/usr/bin:/bin",
    ]
    // Files rather than pipes: nothing waits for a reader.
    let places = try TemporaryFolder()
    for name in ["out", "err"] { try places.write("", to: name) }
    try places.write(input, to: "in")
    process.standardInput = try FileHandle(forReadingFrom: places.url.appendingPathComponent("in"))
    process.standardOutput = try FileHandle(forWritingTo: places.url.appendingPathComponent("out"))
    process.standardError = try FileHandle(forWritingTo: places.url.appendingPathComponent("err"))
    try process.run()
    process.waitUntilExit()
    return Outcome(
      code: process.terminationStatus, output: try places.data("out"), error: try places.text("err")
    )
  }
}
