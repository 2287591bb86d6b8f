/// Words between quotation marks, as tokens of a block.
struct Quotation {
  /// The tokens between the marks.
  var tokens: Range<Int>
  /// The marks and what is between them.
  var marked: Range<Int>
  /// The span of the text between the marks.
  var span: TextSpan
  /// Whether the quotation goes on in the next block, so that no mark closes it here.
  var isOpenEnded = false
  /// Whether it is a clause of its own rather than a part of the sentence around it.
  var isFull = false
}

/// Pairs the quotation marks of a block. Linear: a mark that never finds its mate is let go at the
/// end of the block, unless the next block opens a quotation again.
struct QuotationFinder {
  let scalars: [Unicode.Scalar]
  let tokens: [Token]

  private struct OpenMark {
    var token: Int
    var closing: Set<String>
  }

  /// - Parameters:
  ///   - blockEnd: The offset where the block ends.
  ///   - goesOn: Whether the next block begins with an opening mark.
  func quotations(blockEnd: Int, goesOn: Bool) -> [Quotation] {
    var found: [Quotation] = []
    var open: OpenMark?
    // A single mark within which other marks opened: an apostrophe, unless it is closed as speech.
    var outer: OpenMark?
    for index in tokens.indices {
      let text = tokens[index].lower
      if let single = outer, single.closing.contains(text), endsSpeech(index) {
        found.removeAll { $0.marked.lowerBound > single.token }
        found.append(quotation(from: single.token, to: index))
        (open, outer) = (nil, nil)
      } else if let mark = open {
        if mark.closing.contains(text), closes(index, mark) {
          found.append(quotation(from: mark.token, to: index))
          open = nil
        } else if text == "\"", mark.closing.contains("\""), isOpening(index) {
          open = OpenMark(token: index, closing: mark.closing)
        } else if Self.singles.contains(tokens[mark.token].lower), let other = opening(index) {
          (open, outer) = (other, mark)
        }
      } else {
        open = opening(index)
      }
    }
    if let mark = open, goesOn, mark.closing != ["'"] {
      found.append(openEnded(from: mark.token, blockEnd))
    }
    return found
  }

  private static let singles: Set<String> = ["'", "‘"]

  /// The mark that the token opens a quotation with.
  private func opening(_ index: Int) -> OpenMark? {
    switch tokens[index].lower {
    case "“": OpenMark(token: index, closing: ["”", "\""])
    case "„": OpenMark(token: index, closing: ["“", "”"])
    case "«": OpenMark(token: index, closing: ["»"])
    case "\"": OpenMark(token: index, closing: ["\"", "”"])
    case "‘", "'":
      isOpening(index) && hasClosingSingle(after: index)
        ? OpenMark(token: index, closing: ["'"]) : nil
    default: nil
    }
  }

  /// A blank, a dash or a bracket before the mark and none behind it.
  private func isOpening(_ index: Int) -> Bool {
    let token = tokens[index]
    let before = token.start > 0 ? scalars[token.start - 1] : " "
    let after = token.end < scalars.count ? scalars[token.end] : " "
    return (before.isBlank || before == "(" || before == "[" || before == "—") && !after.isBlank
  }

  /// Whether a single mark right behind a comma or a stop closes what was opened by one: an
  /// apostrophe does not stand there, so other marks in between are within that quotation.
  private func endsSpeech(_ index: Int) -> Bool {
    let before = tokens[index - 1]
    let after = tokens[index].end < scalars.count ? scalars[tokens[index].end] : " "
    return [.comma, .stop].contains(before.tag) && before.end == tokens[index].start
      && !after.isWordPart
  }

  private func closes(_ index: Int, _ mark: OpenMark) -> Bool {
    guard tokens[index].lower == "'" else {
      return !(tokens[index].lower == "\"" && isOpening(index))
    }
    let after = tokens[index].end < scalars.count ? scalars[tokens[index].end] : " "
    return !after.isWordPart && hasNoLaterSingle(after: index)
  }

  /// An apostrophe after a plural closes a quotation only if no other mark can.
  private func hasNoLaterSingle(after index: Int) -> Bool {
    guard tokens[index - 1].lower.hasSuffix("s") else { return true }
    return !tokens[(index + 1)...].prefix(60).contains { $0.lower == "'" || $0.lower == "‘" }
  }

  private func hasClosingSingle(after index: Int) -> Bool {
    tokens[(index + 1)...].prefix(200).contains { token in
      token.lower == "'" && (token.end == scalars.count || !scalars[token.end].isWordPart)
    }
  }

  private func quotation(from open: Int, to close: Int) -> Quotation {
    Quotation(
      tokens: open + 1..<close, marked: open..<close + 1,
      span: TextSpan(tokens[open].end, tokens[close].start))
  }

  private func openEnded(from open: Int, _ end: Int) -> Quotation {
    Quotation(
      tokens: open + 1..<tokens.count, marked: open..<tokens.count,
      span: TextSpan(tokens[open].end, end), isOpenEnded: true)
  }
}
