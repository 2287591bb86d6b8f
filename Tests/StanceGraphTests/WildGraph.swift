import StanceLanguage
import StanceTestSupport

/// A graph of chance with names in many scripts and with marks that a file has to escape, as the
/// tokens of its sentences.
struct WildGraph: Sendable {
  var actors: [String] = []
  var places: [String] = []
  var proposals: [String] = []
  /// Actors and proposals that only statements name.
  var undeclared: (actors: [String], proposals: [String]) = ([], [])
  /// One sentence each, as tokens without the end.
  var declarations: [[String]] = []
  var statements: [[String]] = []

  static let words = [
    "Петро", "Київ", "محمد", "بغداد", "中国", "東京", "საქართველო", "Ame\u{301}lie", "n\u{303}o", "All",
    "The", "who", "a\"b", "c\\d", "e.f", "x # y", "–", "O’Brien", "30-day", "\\u{41}", "“x”", "«y»",
    "'",
    "tab\tstop", "नमस्ते", "ﬁne", "ß", "İ", "𝔊", "🕊",
  ]

  static let quotes = [
    "no", "a \"b\" c", "back\\slash", "two\nlines", "e\u{301} and é", "# not a comment", "Слово. ",
    " \u{202E}rtl", "…", "", "\"", "\\\"", "тест\tтаб", "\"\"\"",
  ]

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var number = 0
    let names = { (count: Int, random: inout SeededGenerator) -> [String] in
      (0..<count).map { _ in
        number += 1
        return "\(random.pick(Self.words)) \(random.pick(Self.words)) \(number)"
      }
    }
    actors = names(5, &random)
    places = names(2, &random)
    proposals = names(4, &random)
    undeclared = (names(2, &random), names(2, &random))
    declare(&random)
    for index in 0..<(10 + random.below(20)) { statements.append(statement(index, &random)) }
  }

  /// The sentences, one a line.
  var text: String { text(of: declarations + statements) }

  func text(of sentences: [[String]]) -> String {
    sentences.map { $0.joined(separator: " ") + ".\n" }.joined()
  }

  // MARK: - Sentences

  private mutating func declare(_ random: inout SeededGenerator) {
    declarations = [
      ["graph", "wild", quoted("Заголовок \"wild\"")].map { $0 == "wild" ? "Wild" : $0 },
      ["every", "faction", "is", "a", "bloc"], ["every", "guild", "is", "a", "faction"],
      ["an", "actor", "can", "forbid", "(", "forbids", ",", "forbade", ")", "a", "proposal"],
      ["a", "place", "or", "an", "actor", "can", "vie", "with", "an", "actor"],
      ["source", "Herald", quoted(random.pick(Self.quotes)), "by", "Press", "on", "2001-05"],
      ["source", quoted("Газета \"1\""), "at", "<https://example.org/a>", "language", "uk"],
    ]
    for (index, actor) in actors.enumerated() {
      var sentence = [quoted(actor), "is", "a", random.pick(["guild", "person", "actor"])]
      if index > 0 {
        sentence += ["from", quoted(actors[random.below(index)])]
        if random.chance(50) { sentence += ["since", "2001-05"] }
      }
      if random.chance(50) { sentence += [",", "also", quoted("\(actor) alias")] }
      declarations.append(sentence)
      if random.chance(50) {
        declarations.append([
          quoted(actor), "has", "weight",
          random.pick(["1", "2.50", "2.0", quoted("тяжкий"), "2001-05-11"]),
        ])
      }
    }
    declarations += places.map { [quoted($0), "is", "a", "city", "from", quoted(actors[0])] }
    declarations += proposals.map { [quoted($0), "is", "a", "plan"] }
  }

  /// A statement that differs from all others in its place in the source.
  private func statement(_ index: Int, _ random: inout SeededGenerator) -> [String] {
    let actor = random.pick(actors + undeclared.actors)
    let proposal = random.pick(proposals + undeclared.proposals)
    var sentence: [String]
    switch random.below(6) {
    case 0: sentence = [quoted(random.pick(places)), "hosts", quoted(proposal)]
    case 1:
      sentence = [
        quoted(random.pick(actors + places)), "vies", "with", quoted(random.pick(actors)),
      ]
    default:
      let verb = random.pick(["supports", "reject", "proposed", "forbade", "forbids"])
      sentence = [quoted(actor), verb, quoted(proposal)]
    }
    var qualifiers: [[String]] = [["at", "\(index)", "..", "\(index + 5)"]]
    if random.chance(60) { qualifiers.append(["on", RandomGraph.date(&random)]) }
    if random.chance(40) { qualifiers.append(["according", "to", quoted(random.pick(actors))]) }
    if random.chance(50) { qualifiers.append(["saying", quoted(random.pick(Self.quotes))]) }
    if random.chance(30) { qualifiers.append(["provided", quoted(random.pick(Self.quotes))]) }
    if random.chance(40) {
      qualifiers.append(["in", random.pick(["Herald", quoted("Газета \"1\"")])])
    }
    if random.chance(30) {
      qualifiers.append(["with", "confidence", random.pick(["0.50", "0.75", "1"])])
    }
    return sentence + qualifiers.shuffled(using: &random).joined()
  }

  // MARK: - Layout

  /// The sentences with blanks, line ends and comments wherever they may stand, and the comments in
  /// their order.
  func scattered(seed: UInt64) -> (text: String, comments: [String]) {
    var random = SeededGenerator(seed: seed)
    var text = "#!/usr/bin/env stance\n"
    var comments = ["#!/usr/bin/env stance"]
    for sentence in declarations + statements {
      for (index, token) in sentence.enumerated() {
        text += token
        if index + 1 < sentence.count { text += gap(&random, &comments) }
      }
      text += random.pick([".", ". ", " ;", ".\n", ".\n\n\n", ".  # end \(comments.count)\n"])
      if text.hasSuffix("\n"), let end = text.split(separator: "\n").last, end.contains("  # end ")
      {
        comments.append("# end \(comments.count)")
      }
      text += random.pick(["\n", "\r\n", "\n\n", "\n"])
    }
    return (text, comments)
  }

  private func gap(_ random: inout SeededGenerator, _ comments: inout [String]) -> String {
    switch random.below(12) {
    case 0:
      comments.append("# inside \(comments.count)")
      return "  # inside \(comments.count - 1)\n"
    case 1:
      comments.append("# alone \(comments.count)")
      return "\n  # alone \(comments.count - 1)  \n\t"
    case 2: return "\n    "
    case 3: return " \t "
    case 4: return "\r\n"
    default: return " "
    }
  }
}
