internal import CStanceSQLite

/// What happens when a signal ends the program.
package enum Interruption {
  /// Runs the body, during which a signal that ends the program removes a file first, and what SQLite
  /// puts beside it. One at a time in a program.
  package static func removing<Result>(
    _ path: String, during body: () throws -> Result
  ) rethrows -> Result {
    unsafe stance_remove_on_signal(path)
    defer { stance_remove_on_signal(nil) }
    return try body()
  }
}
