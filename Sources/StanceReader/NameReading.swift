/// The parts of a noun phrase that names or describes an actor.
struct NameReading {
  /// The words of the name, without titles.
  var name: Range<Int>?
  /// Titles and roles in lower case: `president`, `spokesperson`.
  var roles: [String] = []
  /// The words of what the actor belongs to: `Kremlin` in `Kremlin spokesperson`.
  var belonging: Range<Int>?
  /// The whole phrase without its article.
  var phrase: Range<Int>
  var hasArticle = false
  var isPlural = false
}

/// Reads noun phrases as names with titles, or as descriptions.
struct NameReader {
  let tokens: [Token]
  let lexicon: Lexicon

  func read(_ range: Range<Int>) -> NameReading {
    let start = afterArticle(range)
    var reading = NameReading(
      phrase: start..<range.upperBound, hasArticle: start > range.lowerBound)
    let owner = range.last {
      tokens[$0].tag == .possessive && $0 + 1 < range.upperBound && !isWithinName($0)
    }
    let body = (owner.map { $0 + 1 } ?? start)..<range.upperBound
    let nameStart = startOfName(in: body)
    if nameStart < body.upperBound { reading.name = nameStart..<body.upperBound }
    let before = body.lowerBound..<nameStart
    reading.roles = before.map { tokens[$0].lower }.filter { isRole($0) }
    reading.belonging = owner.map { start..<$0 } ?? belonging(in: before)
    if tokens[range.lowerBound].tag == .owner {
      reading.belonging = range.lowerBound..<range.lowerBound + 1
    }
    let head = tokens[range.upperBound - 1].lower
    reading.isPlural = Morphology.singular(of: head) != head || head == "people" || head == "police"
    return reading
  }

  func isRole(_ word: String) -> Bool {
    let bare = word.hasSuffix(".") ? String(word.dropLast()) : word
    return lexicon[.titles].contains(bare) || lexicon[.roles].contains(bare)
  }

  private func afterArticle(_ range: Range<Int>) -> Int {
    var start = range.lowerBound
    if range.count > 1, tokens[start].tag == .determiner,
      lexicon[.distributives].contains(tokens[start].lower)
    {
      start += 1
    }
    while start < range.upperBound - 1,
      tokens[start].tag == .owner || tokens[start].tag == .determiner,
      tokens[start].tag == .owner
        || ["the", "a", "an", "this", "that", "these", "those", "both", "all"].contains(
          tokens[start].lower)
    {
      start += 1
    }
    return start
  }

  /// The apostrophe of `Dockers' Federation`: a body with a capital follows.
  private func isWithinName(_ mark: Int) -> Bool {
    guard tokens[mark - 1].isCapitalised, tokens[mark + 1].isCapitalised else { return false }
    if tokens[mark].lower == "'" { return true }
    return lexicon[.bodies].contains(tokens[mark + 1].lower)
      && lexicon.places[tokens[mark - 1].lower] == nil
  }

  /// Where the run of capitalised words at the end begins, behind titles.
  private func startOfName(in range: Range<Int>) -> Int {
    let isBody = range.last.map { lexicon[.bodies].contains(tokens[$0].lower) } ?? false
    var start = range.upperBound
    while start > range.lowerBound, isNamePart(start - 1, range) {
      let word = tokens[start - 1].lower
      if isRole(word), !isBody, !endsName(start - 1, range) { break }
      start -= 1
      if word == "of" || word == "for", titleBefore(start, range) { return start + 2 }
    }
    if start < range.upperBound, tokens[start].tag != .name, tokens[start].tag != .time,
      !tokens[start].isCapitalised
    {
      start += 1
    }
    return start
  }

  /// Whether a word that may be a title is the last of a name: `Omar Sheikh`.
  private func endsName(_ index: Int, _ range: Range<Int>) -> Bool {
    index == range.upperBound - 1 && index > range.lowerBound && tokens[index].tag == .name
      && tokens[index - 1].tag == .name && !isRole(tokens[index - 1].lower)
      && lexicon.places[tokens[index - 1].lower] == nil
  }

  /// Whether `Secretary of` stands before a word, so that the next word is part of the title.
  private func titleBefore(_ of: Int, _ range: Range<Int>) -> Bool {
    of - 1 >= range.lowerBound && lexicon[.titles].contains(tokens[of - 1].lower)
      && of + 2 < range.upperBound
  }

  private func isNamePart(_ index: Int, _ range: Range<Int>) -> Bool {
    let token = tokens[index]
    if token.tag == .name || token.tag == .possessive { return true }
    if token.isCapitalised, token.tag == .noun || token.tag == .adjective || token.tag == .number {
      return index > range.lowerBound
        || index + 1 < range.upperBound && tokens[index + 1].tag == .name
    }
    guard index > range.lowerBound, index + 1 < range.upperBound else { return false }
    if lexicon[.nobiliary].contains(token.lower) {
      return tokens[index - 1].isCapitalised
        || lexicon[.particles].contains(tokens[index - 1].lower)
    }
    let isInner =
      ["of", "for", "and"].contains(token.lower) || lexicon[.particles].contains(token.lower)
    return isInner && tokens[index - 1].isCapitalised
  }

  /// The name or adjective among the words before a role: `U.S.`, `Kenyan`, `Kremlin`.
  private func belonging(in range: Range<Int>) -> Range<Int>? {
    guard let first = range.first(where: { tokens[$0].tag == .name && !isRole(tokens[$0].lower) })
    else { return nil }
    var end = first + 1
    while end < range.upperBound, tokens[end].tag == .name, !isRole(tokens[end].lower) { end += 1 }
    return first..<end
  }
}
