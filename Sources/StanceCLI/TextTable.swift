internal import StanceDiagnostics

/// Rows in aligned columns. On a terminal, long cells are wrapped so that lines fit its width.
struct TextTable {
  private static let gap = 2
  /// The narrowest that a column is wrapped to.
  private static let leastWidth = 8

  var header: [String]
  var rows: [[String]]
  var width: Int?

  var text: String {
    let rows = self.rows.map { $0.map { $0.visible() } }
    let header = self.header.map { $0.visible() }
    let widths = widths(header, rows)
    let rule = widths.map { String(repeating: "─", count: $0) }
    var lines = [line(header, widths), line(rule, widths)]
    for row in rows { lines += wrapped(row, widths).map { line($0, widths) } }
    return lines.map { $0 + "\n" }.joined()
  }

  private func widths(_ header: [String], _ rows: [[String]]) -> [Int] {
    var widths = header.map(\.terminalWidth)
    for row in rows {
      for (index, cell) in row.enumerated() {
        widths[index] = max(widths[index], cell.terminalWidth)
      }
    }
    guard let width else { return widths }
    let room = max(width - Self.gap * (widths.count - 1), Self.leastWidth * widths.count)
    while widths.reduce(0, +) > room, let widest = widths.max(), widest > Self.leastWidth {
      guard let index = widths.firstIndex(of: widest) else { break }
      widths[index] -= 1
    }
    return widths
  }

  /// The lines of one row: each cell broken between words where it is too long.
  private func wrapped(_ row: [String], _ widths: [Int]) -> [[String]] {
    let cells = zip(row, widths).map { pieces(of: $0, width: $1) }
    let height = cells.map(\.count).max() ?? 0
    return (0..<height).map { line in cells.map { line < $0.count ? $0[line] : "" } }
  }

  private func pieces(of cell: String, width: Int) -> [String] {
    guard cell.terminalWidth > width else { return [cell] }
    var pieces: [String] = []
    var current = ""
    for word in cell.split(separator: " ", omittingEmptySubsequences: false) {
      let longer = current.isEmpty ? String(word) : current + " " + word
      if longer.terminalWidth <= width {
        current = longer
        continue
      }
      if !current.isEmpty { pieces.append(current) }
      current = ""
      for character in word {
        if (current + String(character)).terminalWidth > width {
          pieces.append(current)
          current = ""
        }
        current.append(character)
      }
    }
    return pieces + [current]
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(0, width - cell.terminalWidth))
    }
    let bytes = Array(padded.joined(separator: String(repeating: " ", count: Self.gap)).utf8)
    let end = bytes.lastIndex { $0 != UInt8(ascii: " ") }.map { $0 + 1 } ?? 0
    return String(decoding: bytes[..<end], as: UTF8.self)
  }
}
