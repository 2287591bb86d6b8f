internal import Foundation

/// What the first bytes of a file say, read before SQLite opens it.
enum DatabaseHeader {
  case missing
  case empty
  case graph
  /// Not ours, with what it seems to be.
  case foreign(String)

  private static let magic = Array("SQLite format 3\0".utf8)

  static func read(_ path: String) -> DatabaseHeader {
    var info = stat()
    guard unsafe stat(path, &info) == 0 else {
      return errno == ENOENT ? .missing : .foreign(lastSystemError())
    }
    guard info.st_mode & S_IFMT != S_IFDIR else { return .foreign("this is a directory") }
    guard info.st_mode & S_IFMT == S_IFREG else { return .foreign("this is no regular file") }
    guard let file = FileHandle(forReadingAtPath: path) else {
      return .foreign(lastSystemError())
    }
    defer { _ = try? file.close() }
    do {
      // Nothing is read of an empty file, which is no error.
      return judge(try file.read(upToCount: 100).map(Array.init) ?? [], path: path)
    } catch {
      return .foreign("the file cannot be read")
    }
  }

  private static func judge(_ bytes: [UInt8], path: String) -> DatabaseHeader {
    if bytes.isEmpty { return .empty }
    guard bytes.starts(with: magic) else {
      return .foreign("this is not a database; give a *.stance file or a graph made by import")
    }
    guard bytes.count == 100 else { return .foreign("the database is cut off") }
    let id = bytes[68..<72].reduce(0) { $0 << 8 | Int($1) }
    if id == Schema.applicationID { return .graph }
    return .foreign("this is a database of another program, not a graph of stance")
  }
}

/// What the last failed system call says of itself.
func lastSystemError() -> String { unsafe String(cString: strerror(errno)) }
