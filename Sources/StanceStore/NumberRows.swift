/// Rows of integers, one after the other in one array.
public struct NumberRows: Sendable {
  /// Stands for NULL.
  public static let absent = Int.max

  public let width: Int
  public var values: [Int] = []
  /// The size beyond which doubles are looked for.
  private var limit = 1 << 24

  public init(width: Int) { self.width = width }

  @inlinable public var count: Int { width == 0 ? 0 : values.count / width }

  /// The number of one cell.
  @inlinable public subscript(row: Int, column: Int) -> Int { values[row * width + column] }

  /// Drops doubles from time to time, so that there is room for what is different.
  mutating func shrink() {
    guard values.count > limit else { return }
    var seen: Set<ArraySlice<Int>> = []
    var kept: [Int] = []
    for start in stride(from: 0, to: values.count, by: width) {
      let row = values[start..<start + width]
      if seen.insert(row).inserted { kept += row }
    }
    values = kept
    limit = max(limit, 2 * kept.count)
  }
}
