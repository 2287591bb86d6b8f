import StanceDiagnostics
import StanceModel

/// The canonical parts of a sentence that declares something, made from its tokens.
///
/// The sentence has been parsed, so that each token stands where the grammar allows it.
struct DeclarationPieces {
  private let tokens: [Token]
  private let text: SourceText

  init(_ tokens: [Token], of text: SourceText) {
    self.tokens = tokens
    self.text = text
  }

  /// `every group is an actor`, `an actor can defer (defers, deferred) a proposal`
  var schema: [Piece] { pieces(brokenAt: []) }

  /// `graph name "title"`
  var title: [Piece] {
    let last = tokens.count - 1
    guard last > 1, tokens[last].isName, tokens[last - 1].isName else { return schema }
    return pieces(brokenAt: [last], words: [last])
  }

  /// `Russia has population 144000000`
  var fact: [Piece] { pieces(brokenAt: [], words: [tokens.count - 1]) }

  /// `Russia is a country from Europe since 2004, also "Russian Federation"`
  var node: [Piece] {
    let breaks = tokens.indices.filter { index in
      switch tokens[index].kind {
      case .word("also"), .word("from"): true
      default: index > 0 && tokens[index - 1].kind == .symbol(.comma)
      }
    }
    var found = pieces(brokenAt: Set(breaks))
    if let also = tokens.firstIndex(where: { $0.kind == .word("also") }),
      ![.word("is"), .symbol(.comma)].contains(tokens[also - 1].kind),
      let part = found.firstIndex(where: { $0.start == tokens[also].span.start })
    {
      found[part - 1].text += ","
    }
    return found
  }

  /// `source NAME "title" by X on D at <U> language en file "f" sha256 "h"`, in this order.
  var source: [Piece] {
    let fields = ["by", "on", "at", "language", "file", "sha256"]
    let name = tokens.firstIndex(where: \.isName) ?? 0
    var found = [piece(0...name)]
    var index = name + 1
    if index < tokens.count, tokens[index].isName {
      var title = piece(index...index, words: [index])
      title.rank = 1
      found.append(title)
      index += 1
    }
    while index < tokens.count, case .word(let field) = tokens[index].kind {
      let end =
        field == "by" ? tokens[index...].firstIndex(where: \.isName) ?? index : index + 1
      let last = min(end, tokens.count - 1)
      var part = piece(index...last, words: field == "by" ? [] : [last])
      part.rank = 2 + (fields.firstIndex(of: field) ?? fields.count)
      found.append(part)
      index = last + 1
    }
    return found
  }

  // MARK: - Parts of tokens

  /// The tokens in parts that begin at the first one and at some others.
  private func pieces(brokenAt breaks: Set<Int>, words: Set<Int> = []) -> [Piece] {
    let starts = [0] + breaks.sorted().filter { $0 > 0 }
    return zip(starts, starts.dropFirst() + [tokens.count]).map { start, end in
      piece(start...(end - 1), words: words)
    }
  }

  /// - Parameter words: the tokens that are texts rather than names.
  private func piece(_ range: ClosedRange<Int>, words: Set<Int> = []) -> Piece {
    var written = ""
    for index in range {
      if index > range.lowerBound, !sticks(index) { written += " " }
      written += text(of: index, isWords: words.contains(index))
    }
    return Piece(text: written, start: tokens[range.lowerBound].span.start)
  }

  /// Whether no blank stands before the token.
  private func sticks(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    return kind == .symbol(.comma) || kind == .symbol(.close)
      || tokens[index - 1].kind == .symbol(.open)
  }

  private func text(of index: Int, isWords: Bool) -> String {
    let token = tokens[index]
    switch token.kind {
    case .word("a"), .word("an"):
      return index + 1 < tokens.count ? article(before: tokens[index + 1]) : "a"
    case .word(let word): return word
    case .name(let name), .quoted(let name):
      if isWords { return text.quotation(name, at: token.span) }
      return quotedIfNeeded(NameKey.stored(name), startsSentence: index == 0)
    case .number(let number): return number.description
    case .date(let date): return date.description
    case .url(let url): return "<\(url)>"
    case .symbol(let symbol): return symbol.rawValue
    case .variable, .parameter, .end, .endOfText, .invalid: return text.text(token.span)
    }
  }

  private func article(before token: Token) -> String {
    guard case .word(let word) = token.kind else { return "a" }
    return String(withArticle(word).prefix { $0 != " " })
  }
}

extension Token {
  /// Whether the token is a name, bare or in quotation marks.
  var isName: Bool {
    switch kind {
    case .name, .quoted: true
    case .word, .variable, .parameter, .number, .date, .url, .symbol, .end, .endOfText, .invalid:
      false
    }
  }
}
