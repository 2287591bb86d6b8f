internal import Foundation
internal import StanceDiagnostics

/// Reads whole files.
enum InputFile {
  /// The largest text that is read.
  static let limit = 1 << 30

  /// The text of a file, or of standard input for `-`, in the language.
  static func read(_ path: String) throws(FileFailure) -> SourceText {
    try read(path, lineLimit: SourceText.lineLimit)
  }

  /// A document as it is, whatever its lines.
  static func readDocument(_ path: String) throws(FileFailure) -> SourceText {
    try read(path, lineLimit: .max - 1)
  }

  private static func read(
    _ path: String, lineLimit: Int
  ) throws(FileFailure) -> SourceText {
    guard path != "-" else {
      return SourceText(
        name: "<stdin>", bytes: try bytes(of: 0, "<stdin>", lineLimit), lineLimit: lineLimit)
    }
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    return SourceText(
      name: path, bytes: try bytes(of: descriptor, path, lineLimit), lineLimit: lineLimit)
  }

  private static func bytes(
    of descriptor: Int32, _ name: String, _ lineLimit: Int
  ) throws(FileFailure) -> [UInt8] {
    var info = stat()
    guard unsafe fstat(descriptor, &info) == 0 else { throw FileFailure(path: name, code: errno) }
    if info.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: name, reason: "this is a directory; give a file")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(SourceText.lineLimit * 16, max(0, Int(info.st_size)) + 1))
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    var lineStart = 0
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe Foundation.read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return bytes }
      if count < 0 {
        if errno == EINTR { continue }
        throw FileFailure(path: name, code: errno)
      }
      guard bytes.count + count <= limit else {
        throw FileFailure(path: name, reason: "the file is larger than 1 GB; split it")
      }
      bytes += buffer[..<count]
      if let end = buffer[..<count].lastIndex(of: UInt8(ascii: "\n")) {
        lineStart = bytes.count - count + end + 1
      }
      // The rest is of no use: whoever reads the text stops before a line that is too long.
      if bytes.count - lineStart > lineLimit + 1 { return bytes }
    }
  }
}

/// Writes whole files, or leaves what was there.
enum OutputFile {
  /// A file that has been written beside its place.
  private struct Beside {
    var path: String
    var temporary: String
    var descriptor: Int32
  }

  /// Writes files beside their places, puts them all on the disk and then gives them their names:
  /// until then a failure leaves everything as it was. Missing folders are made; a symbolic link is
  /// not followed but replaced.
  ///
  /// - Parameter protected: files that must not be overwritten, such as the graph itself.
  static func write(
    _ files: [(path: String, bytes: [UInt8])], protecting protected: [String] = []
  ) throws(FileFailure) {
    for file in files {
      try prepare(file.path, protecting: protected)
    }
    var rest = files[...]
    while !rest.isEmpty {
      // Each file is open until it is on the disk, and so many may be.
      let portion = rest.prefix(100)
      try withSignalsHeld { () throws(FileFailure) in try replace(Array(portion)) }
      rest = rest.dropFirst(portion.count)
    }
  }

  private static func replace(_ files: [(path: String, bytes: [UInt8])]) throws(FileFailure) {
    var drafts: [Beside] = []
    defer { for draft in drafts { close(draft.descriptor) } }
    do throws(FileFailure) {
      for file in files {
        let draft = try draft(of: file.path, number: drafts.count)
        drafts.append(draft)
        try write(file.bytes[...], to: draft.descriptor, named: draft.path)
      }
      for draft in drafts where fsync(draft.descriptor) != 0 {
        throw FileFailure(path: draft.path, code: errno)
      }
      for draft in drafts where unsafe rename(draft.temporary, draft.path) != 0 {
        throw FileFailure(path: draft.path, code: errno)
      }
    } catch {
      for draft in drafts { unsafe unlink(draft.temporary) }
      throw error
    }
  }

  private static func draft(of path: String, number: Int) throws(FileFailure) -> Beside {
    let temporary = "\(path).new-\(ProcessInfo.processInfo.processIdentifier)-\(number)"
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    return Beside(path: path, temporary: temporary, descriptor: descriptor)
  }

  /// Writes one file so.
  static func write(
    _ bytes: [UInt8], to path: String, protecting protected: [String] = []
  ) throws(FileFailure) {
    try write([(path, bytes)], protecting: protected)
  }

  /// A file that nobody knows yet, beside the one whose place it will take.
  static func temporaryPath(_ path: String) -> String {
    "\(path).new-\(ProcessInfo.processInfo.processIdentifier)"
  }

  /// Sees that a file may be written here and makes its folder.
  static func prepare(_ path: String, protecting protected: [String]) throws(FileFailure) {
    try refuse(path, like: protected)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    if !FileManager.default.fileExists(atPath: folder) {
      do {
        try FileManager.default.createDirectory(
          atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw FileFailure(path: folder, reason: "the folder cannot be made")
      }
    }
  }

  /// Adds to the end of a file, which is made where there is none, and puts it on the disk.
  static func append(_ bytes: [UInt8], to path: String) throws(FileFailure) {
    let descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    try write(bytes[...], to: descriptor, named: path)
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  private static func refuse(_ path: String, like protected: [String]) throws(FileFailure) {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else { return }
    if info.st_mode & S_IFMT == S_IFDIR {
      throw FileFailure(path: path, reason: "this is a directory")
    }
    guard info.st_mode & S_IFMT == S_IFREG else {
      throw FileFailure(
        path: path, reason: "this is no regular file; write to standard output with -o -")
    }
    for other in protected.flatMap({ [$0, $0 + "-wal", $0 + "-shm"] }) {
      var known = stat()
      guard unsafe stat(other, &known) == 0 else { continue }
      if known.st_dev == info.st_dev, known.st_ino == info.st_ino {
        throw FileFailure(path: path, reason: "this is the graph itself; choose another file")
      }
    }
  }

  static func create(
    _ temporary: String, _ bytes: [UInt8], named path: String, mode: mode_t? = nil
  ) throws(FileFailure) {
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: path, code: errno) }
    defer { close(descriptor) }
    if let mode { _ = fchmod(descriptor, mode) }
    try write(bytes[...], to: descriptor, named: path)
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  static func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, named path: String
  ) throws(FileFailure) {
    var rest = bytes
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Foundation.write(descriptor, $0.baseAddress, $0.count)
      }
      guard count >= 0 || errno == EINTR else { throw FileFailure(path: path, code: errno) }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Runs the body without being interrupted by a signal half-way.
  static func withSignalsHeld<Failure: Error>(
    _ body: () throws(Failure) -> Void
  ) throws(Failure) {
    var held = sigset_t()
    var before = sigset_t()
    unsafe sigemptyset(&held)
    for signal in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&held, signal) }
    unsafe sigprocmask(SIG_BLOCK, &held, &before)
    defer { unsafe sigprocmask(SIG_SETMASK, &before, nil) }
    try body()
  }
}
