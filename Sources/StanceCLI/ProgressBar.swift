internal import Foundation

/// A bar on standard error that shows how far long work has come; only on a terminal, and only of
/// work that takes longer than a moment.
final class ProgressBar {
  private static let width = 30

  private let what: String
  private let start = ContinuousClock.now
  private var isShown = false

  init(_ what: String) { self.what = what }

  /// - Parameter part: of the whole, between 0 and 1.
  func show(_ part: Double, _ count: Int) {
    guard StandardStreams.errorIsTerminal, start.duration(to: .now) > .milliseconds(300) else {
      return
    }
    isShown = true
    let full = Int(part * Double(Self.width))
    let bar = String(repeating: "█", count: full) + String(repeating: "░", count: Self.width - full)
    StandardStreams.complainLines("\r\(bar) \(Int(part * 100)) % · \(count) \(what)")
  }

  func clear() {
    if isShown { StandardStreams.complainLines("\r\u{1B}[K") }
    isShown = false
  }
}
