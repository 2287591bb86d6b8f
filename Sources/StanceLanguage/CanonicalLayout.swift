import StanceDiagnostics

/// A part of a sentence that is not broken over two lines.
struct Piece: Hashable, Sendable {
  var text: String
  /// Where the part begins in the text that it was read from.
  var start: Int
  /// The place of the part among others in the canonical order.
  var rank = 0
  /// Whether a line may end before the part.
  var mayBreak = true
}

/// Writes sentences and comments in the canonical layout: a sentence on one line where it fits,
/// else with lines that begin with two blanks; comments where they stood; single blank lines.
struct CanonicalLayout {
  /// The columns after which a line is broken where it can be.
  static let width = 120

  private(set) var text = ""
  /// Whether the last line ends with a comment, after which none fits on it.
  private var endsInComment = true

  mutating func addComments(_ comments: [Comment]) {
    for comment in comments {
      if comment.isAlone || endsInComment {
        addBlankLine(where: comment.followsBlankLine)
      } else {
        text.unicodeScalars.removeLast()
        text += "  "
      }
      text += comment.text + "\n"
      endsInComment = true
    }
  }

  mutating func addBlankLine(where isWanted: Bool) {
    if isWanted, !text.isEmpty { text += "\n" }
  }

  /// Adds a sentence that has been laid out.
  mutating func addLines(_ sentence: String) {
    text += sentence + "\n"
    endsInComment = false
  }

  /// Adds a sentence. Its parts are brought into their order, but none is moved across a comment.
  mutating func add(_ pieces: [Piece], end: String, comments: [Comment]) {
    var lines = SentenceLines()
    var rest = pieces[...]
    var open = comments[...]
    while let comment = open.first, let last = pieces.last, comment.start < last.start {
      let before = rest.prefix { $0.start < comment.start }
      lines.add(Self.ordered(before))
      lines.add(comment)
      rest = rest.dropFirst(before.count)
      open.removeFirst()
    }
    var ordered = Self.ordered(rest)
    if let last = ordered.indices.last { ordered[last].text += end }
    lines.add(ordered)
    addLines(lines.text)
    addComments(Array(open))
  }

  private static func ordered(_ pieces: ArraySlice<Piece>) -> [Piece] {
    pieces.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
      .map(\.element)
  }
}

/// The lines of one sentence while it is being laid out.
private struct SentenceLines {
  private(set) var text = ""
  private var column = 0
  /// Whether the current line has nothing on it.
  private var isFresh = true

  mutating func add(_ pieces: [Piece]) {
    for piece in pieces { add(piece) }
  }

  private mutating func add(_ piece: Piece) {
    let firstLine = piece.text.prefix { $0 != "\n" }
    let width = String(firstLine).terminalWidth
    if !isFresh, piece.mayBreak, column + 1 + width > CanonicalLayout.width { breakLine() }
    if isFresh {
      if !text.isEmpty { append("  ", 2) }
    } else {
      append(" ", 1)
    }
    append(piece.text, width)
    if firstLine.utf8.count < piece.text.utf8.count {
      let lastLine = piece.text.split(separator: "\n", omittingEmptySubsequences: false).last
      column = String(lastLine ?? "").terminalWidth
    }
    isFresh = false
  }

  mutating func add(_ comment: Comment) {
    if comment.isAlone, !isFresh { breakLine() }
    append("  ", 2)
    append(comment.text, 0)
    breakLine()
  }

  private mutating func append(_ part: String, _ width: Int) {
    text += part
    column += width
    isFresh = false
  }

  private mutating func breakLine() {
    text += "\n"
    column = 0
    isFresh = true
  }
}
