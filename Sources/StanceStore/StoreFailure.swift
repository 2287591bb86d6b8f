/// Why a graph database could not be opened, read or written, as one line for the user.
public enum StoreFailure: Error, Hashable, Sendable {
  case missing(path: String)
  /// Something else is there, and what.
  case unsuitable(path: String, String)
  case newer(path: String, version: Int, known: Int)
  case busy(path: String)
  case timedOut(seconds: Double)
  case full(path: String)
  /// The question has more clauses than one SELECT may join.
  case tooComplex
  /// Any other complaint of SQLite.
  case engine(path: String, String)
}

extension StoreFailure {
  /// The file is not what was written, or something in it refers to what is not there.
  public static func damaged(_ path: String = "graph") -> StoreFailure {
    .unsuitable(path: path, "the database is damaged; restore it from a copy")
  }
}

extension StoreFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missing(let path): "\(path): there is no such file"
    case .unsuitable(let path, let what): "\(path): \(what)"
    case .newer(let path, let version, let known):
      "\(path): the graph was written by a newer version of stance (schema \(version); this one "
        + "knows \(known)); install the newer version"
    case .busy(let path): "\(path): the database is in use by another program; try again later"
    case .timedOut(let seconds):
      "error[R01]: no answer within \(seconds) s; narrow the question with since, top or within, or give "
        + "--timeout"
    case .full(let path): "\(path): the disk is full"
    case .tooComplex:
      "error[R03]: the question has too many clauses (64 can be joined); split it with define"
    case .engine(let path, let message): "\(path): \(message)"
    }
  }
}
