import StanceDiagnostics
import StanceTestSupport

/// Graph files that are edited at random, sentence by sentence, and stay free of errors: a version of
/// them contradicts no other file.
struct RandomFiles {
  private(set) var sentences: [[String]]
  private var random: SeededGenerator

  static let fileNames = ["a.stance", "b.stance", "c.stance"]

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
    sentences = []
    for _ in 0..<(1 + random.below(3)) { sentences.append([]) }
    for file in sentences.indices { fill(file) }
  }

  var texts: [SourceText] { sentences.indices.map(text) }

  func text(_ file: Int) -> SourceText {
    SourceText(name: Self.fileNames[file], sentences[file].joined(separator: "\n"))
  }

  private mutating func fill(_ file: Int) {
    for _ in 0..<random.below(14) { sentences[file].append(sentence(of: file)) }
  }

  /// Edits one file and returns its number.
  mutating func edit() -> Int {
    let file = random.below(sentences.count)
    for _ in 0..<(1 + random.below(5)) {
      switch random.below(10) {
      case 0...3: add(to: file)
      case 4...6: if !sentences[file].isEmpty { remove(from: file) }
      case 7: sentences[file].shuffle(using: &random)
      case 8:
        sentences[file] = []
        if random.chance(50) { fill(file) }
      default:
        // A sentence goes to where another file may have it by then.
        let other = random.below(sentences.count)
        if let moved = sentences[other].randomElement(using: &random) {
          sentences[file].append(moved)
        }
      }
    }
    return file
  }

  private mutating func add(to file: Int) {
    sentences[file].insert(
      sentence(of: file), at: random.below(sentences[file].count + 1))
  }

  private mutating func remove(from file: Int) {
    sentences[file].remove(at: random.below(sentences[file].count))
  }

  // MARK: - Sentences

  private mutating func sentence(of file: Int) -> String {
    switch random.below(12) {
    case 0: random.pick(Self.schema)
    case 1, 2: random.pick(Self.nodes)
    case 3: random.pick(Self.aliases)
    case 4: random.pick(Self.groups)
    case 5: random.pick(Self.attributes)
    case 6: random.pick(Self.sources)
    default: statement()
    }
  }

  private static let schema = [
    "every minister is a person.", "every envoy is a minister. every minister is a person.",
    "every treaty is a plan.", "every country is an actor.", "an actor can welcome a proposal.",
    "an actor or a place can welcome a proposal.", "an actor can ban (bans, banned) a proposal.",
    "an actor can allow a proposal. an actor can bar a proposal, the opposite of allow.",
    "graph \"one\" \"The first\".", "graph \"two\".",
  ]

  private static let nodes = [
    "Ann is a person.", "Ann is an actor.", "Bob is a person.",
    "every minister is a person. Bob is a minister.", "Cora is an organization.",
    "Delta is an actor.", "Delta is a bloc.", "Plan X is a plan.",
    "Plan X is a proposal.", "Plan Y is a plan.", "Oslo is a city.", "Dust is a region.",
  ].map(quotingPlans)

  private static let aliases = [
    "Ann is also \"Annie\".", "Ann is a person, also \"Anna\".", "Bob is a person, also \"bob\".",
    "Delta is an actor, also \"the delta\".", "Plan X is a plan, also \"X\".",
  ].map(quotingPlans).map { $0.replacing("Ann is also", with: "Ann is an actor, also") }

  private static let groups = [
    "Ann is an actor from Delta since 2024.", "Ann is an actor from Delta since 2025-02-01.",
    "Bob is a person from Cora until 2025-05, Delta.", "Cora is an actor from Delta.",
    "Cora is an actor from Echo since 2023 until 2024.", "Plan X is a plan from Plan Y.",
  ].map(quotingPlans)

  private static let attributes = [
    "Delta is an actor. Delta has seats 7.", "Delta is an actor. Delta has rank 2.5.",
    "Cora is an actor. Cora has motto \"all\".",
  ]

  private static let sources = [
    "source S \"The title\".", "source S \"The title\" by Cora on 2025-05.",
    "source S \"The title\" language en.", "source T \"Another\" at <https://example.org>.",
    "source T \"Another title\".", "source U \"Text\" file \"u.txt\".",
    "source U \"Text\" file \"v.txt\" sha256 \"00\".",
  ]

  private static func quotingPlans(_ text: String) -> String {
    text.replacing("Plan X", with: "\"Plan X\"").replacing("Plan Y", with: "\"Plan Y\"")
  }

  private mutating func statement() -> String {
    let holder = random.pick(["Ann", "Bob", "Cora", "Delta", "Fay", "Gus"])
    let verb = random.pick(["supports", "rejects", "rejects", "proposes", "welcomes"])
    let plan = random.pick(["\"Plan X\"", "\"Plan Y\"", "Zoning"])
    var text = "\(holder) \(verb) \(plan)"
    if random.chance(40) { text += " on " + random.pick(["2025", "2025-05", "2025-05-11"]) }
    if random.chance(20) { text += " according to " + random.pick(["Ann", "Hal", "Fay"]) }
    if random.chance(30) { text += " in " + random.pick(["S", "T", "U", "V"]) }
    if random.chance(20) { text += " saying \"some words\"" }
    if random.chance(20) { text += " provided \"it rains\"" }
    if random.chance(30) { text += " with confidence 0.\(1 + random.below(9))" }
    return verb == "welcomes" ? "an actor can welcome a proposal. \(text)." : text + "."
  }
}
