import Foundation
import Testing

@testable import StanceGraphviz

/// The process that draws, as it is seen from outside.
struct RenderChildTests {
  private struct Running {
    var shell: Process
    /// The number of the process that draws.
    var identifier: Int

    func text(_ name: String) -> String {
      // Ends with the process.
      (try? String(contentsOfFile: "/proc/\(identifier)/\(name)", encoding: .utf8)) ?? ""
    }

    var hasEnded: Bool { text("stat").isEmpty || text("stat").contains(") Z ") }
  }

  /// A process that has begun to draw something endless, started by a shell.
  private func drawing(prelude: String = ":") throws -> Running {
    let dot = Networks.endless
    let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).request")
    try Data("svg dot 1 \(dot.utf8.count)\n\(dot)".utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let (shell, output) = (Process(), Pipe())
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "\(prelude); exec 9<\"$1\"; \"$0\" render <\"$1\" >&2 & echo $!; wait",
      Child.executable,
      file.path(),
    ]
    (shell.standardOutput, shell.standardError) = (output, FileHandle.nullDevice)
    try shell.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    let identifier = try #require(Int(line.trimmingCharacters(in: .newlines)))
    let running = Running(shell: shell, identifier: identifier)
    try #require(wait { running.text("limits").contains("Max cpu time              1") })
    return running
  }

  /// Whether it becomes true within 20 seconds.
  private func wait(until isTrue: () -> Bool) -> Bool {
    for _ in 0..<400 {
      if isTrue() { return true }
      usleep(50_000)
    }
    return false
  }

  @Test func `a process that draws has limits and nothing of its caller`() throws {
    let running = try drawing()
    defer { kill(running.shell.processIdentifier, SIGKILL) }
    let limits = running.text("limits").split(separator: "\n").map {
      $0.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    for limit in [
      "Max address space 1073741824 1073741824 bytes", "Max open files 64 64 files",
      "Max file size 0 0 bytes", "Max core file size 0 0 bytes",
    ] {
      #expect(limits.contains(limit))
    }
    #expect(limits.contains { $0.hasPrefix("Max cpu time 1") })
    let open = try FileManager.default.contentsOfDirectory(
      atPath: "/proc/\(running.identifier)/fd")
    #expect(open.sorted() == ["0", "1", "2"])
  }

  @Test func `a process that draws ends with the one that started it`() throws {
    let running = try drawing()
    #expect(!running.hasEnded)
    kill(running.shell.processIdentifier, SIGKILL)
    #expect(wait { running.hasEnded })
  }

  @Test func `the limit of time ends a process that draws, whatever its caller ignores`() throws {
    let running = try drawing(prelude: "trap '' XCPU")
    defer { kill(running.shell.processIdentifier, SIGKILL) }
    let masks = running.text("status").split(separator: "\n").filter {
      $0.hasPrefix("SigBlk:") || $0.hasPrefix("SigIgn:")
    }.compactMap { Int($0.dropFirst(8), radix: 16) }
    #expect(masks.count == 2)
    for mask in masks { #expect(mask & 1 << (Int(SIGXCPU) - 1) == 0) }
  }
}
