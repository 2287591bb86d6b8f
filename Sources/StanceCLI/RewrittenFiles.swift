internal import Foundation
internal import StanceDiagnostics

/// Files that are to get other contents in their places: all of them or none.
struct RewrittenFiles {
  private struct File {
    var path: String
    var temporary: String
    var mode: mode_t
    var bytes: [UInt8]
  }

  private var files: [File] = []

  var count: Int { files.count }

  /// Adds a file, which keeps its permissions. A symbolic link is followed.
  mutating func add(_ path: String, _ bytes: [UInt8]) throws(FileFailure) {
    guard let real = unsafe realpath(path, nil) else { throw FileFailure(path: path, code: errno) }
    defer { unsafe free(real) }
    let target = unsafe String(cString: real)
    var info = stat()
    guard unsafe stat(target, &info) == 0 else { throw FileFailure(path: path, code: errno) }
    try OutputFile.prepare(target, protecting: [])
    files.append(
      File(
        path: target, temporary: OutputFile.temporaryPath(target), mode: info.st_mode & 0o7777,
        bytes: bytes))
  }

  /// Puts all new files on the disk before the first one takes its place.
  func write() throws(FileFailure) {
    try OutputFile.withSignalsHeld { () throws(FileFailure) in
      do throws(FileFailure) {
        for file in files {
          try OutputFile.create(file.temporary, file.bytes, named: file.path, mode: file.mode)
        }
        for file in files where unsafe rename(file.temporary, file.path) != 0 {
          throw FileFailure(path: file.path, code: errno)
        }
      } catch {
        for file in files { unsafe unlink(file.temporary) }
        throw error
      }
    }
  }
}
