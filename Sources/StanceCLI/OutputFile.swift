internal import Foundation
internal import StanceDiagnostics
internal import StanceStore

/// Writes whole files, or leaves what was there.
enum OutputFile {
  /// Writes files, all of them or none: each is put on the disk beside its place before the first one
  /// takes its own. Missing folders are made; a symbolic link is not followed but replaced.
  ///
  /// - Parameter protected: files that must not be overwritten, such as the graph itself.
  static func write(
    _ files: [(path: String, bytes: [UInt8])], protecting protected: [String] = []
  ) throws(FileFailure) {
    for file in files { try prepare(file.path, protecting: protected) }
    try put(files.map { (Place(path: $0.path), $0.bytes) })
  }

  /// Gives files that are there other contents, all of them or none. They keep their permissions,
  /// and symbolic links are followed.
  static func rewrite(
    _ files: [(path: String, bytes: [UInt8])], protecting protected: [String] = []
  ) throws(FileFailure) {
    var places: [(Place, [UInt8])] = []
    for file in files {
      try prepare(file.path, protecting: protected)
      places.append((try Place(of: file.path), file.bytes))
    }
    try put(places)
  }

  /// No signal ends the program while files lie beside their places.
  private static func put(_ files: [(place: Place, bytes: [UInt8])]) throws(FileFailure) {
    try withSignalsHeld { () throws(FileFailure) in
      var unfinished: [UnfinishedFile] = []
      for (number, file) in files.enumerated() {
        let new = try UnfinishedFile(for: file.place, file.place.temporary(number))
        try new.write(file.bytes[...])
        try new.finish()
        unfinished.append(new)
      }
      for file in unfinished { try file.takePlace() }
    }
  }

  /// Lets the body write to a file, or to standard output where there is none. The file takes its
  /// place when everything is written, and what was there stays where that fails; a signal ends the
  /// program at once all the same.
  static func stream(
    to path: String?, protecting protected: [String], _ body: (inout TextSink) throws -> Void
  ) throws {
    guard let path, path != "-", path != "/dev/stdout" else {
      var sink = TextSink(to: nil)
      try body(&sink)
      return try sink.flush()
    }
    try prepare(path, protecting: protected)
    let place = Place(path: path)
    let temporary = place.temporary(0)
    try Interruption.removing(temporary) {
      let file = try UnfinishedFile(for: place, temporary)
      var sink = TextSink(to: file)
      try body(&sink)
      try sink.flush()
      try file.finish()
      try file.takePlace()
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

  fileprivate static func write(
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

  // MARK: - Preparing

  /// Sees that a file may be written here and makes its folder.
  private static func prepare(
    _ path: String, protecting protected: [String]
  ) throws(FileFailure) {
    try refuse(path, like: protected)
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    guard !FileManager.default.fileExists(atPath: folder) else { return }
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw FileFailure(path: folder, reason: "the folder cannot be made")
    }
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
        throw FileFailure(path: path, reason: "this is what is read here; choose another file")
      }
    }
  }

  /// Runs the body without being interrupted by a signal half-way.
  private static func withSignalsHeld<Failure: Error>(
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

/// Where a file goes.
private struct Place {
  var path: String
  /// The permissions that it has whatever is usual.
  var mode: mode_t?

  init(path: String) { self.path = path }

  /// The place of a file that is there, behind all symbolic links.
  init(of path: String) throws(FileFailure) {
    guard let real = unsafe realpath(path, nil) else { throw FileFailure(path: path, code: errno) }
    defer { unsafe free(real) }
    self.path = unsafe String(cString: real)
    var info = stat()
    guard unsafe stat(self.path, &info) == 0 else { throw FileFailure(path: path, code: errno) }
    mode = info.st_mode & 0o7777
  }

  /// A file that nobody knows yet, beside the place.
  func temporary(_ number: Int) -> String {
    "\(path).new-\(ProcessInfo.processInfo.processIdentifier)-\(number)"
  }
}

/// A file that is written beside its place, and removed unless it takes it.
final class UnfinishedFile {
  private let path: String
  private let temporary: String
  /// Nil of a file that is on the disk.
  private var descriptor: Int32?
  private var isInPlace = false

  fileprivate init(for place: Place, _ temporary: String) throws(FileFailure) {
    let descriptor = unsafe open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileFailure(path: place.path, code: errno) }
    if let mode = place.mode { _ = fchmod(descriptor, mode) }
    (path, self.temporary, self.descriptor) = (place.path, temporary, descriptor)
  }

  deinit {
    if let descriptor { close(descriptor) }
    if !isInPlace { unsafe unlink(temporary) }
  }

  func write(_ bytes: ArraySlice<UInt8>) throws(FileFailure) {
    guard let descriptor else { return }
    try OutputFile.write(bytes, to: descriptor, named: path)
  }

  /// Puts it on the disk. Nothing can be written afterwards.
  fileprivate func finish() throws(FileFailure) {
    guard let descriptor = descriptor.take() else { return }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw FileFailure(path: path, code: errno) }
  }

  fileprivate func takePlace() throws(FileFailure) {
    guard unsafe rename(temporary, path) == 0 else { throw FileFailure(path: path, code: errno) }
    isInPlace = true
  }
}
