import StanceReader
import StanceTestSupport
import Testing

/// What holds of every text.
@Suite struct LawTests {
  /// Paragraphs that mention nothing of one another.
  private static let paragraphs = [
    "Norway rejects the Alta dam. “We oppose the Alta dam,” said Nils Arvo of Norway.",
    "Peru and Chile called for a swap of prisoners in Arica, but Bolivia opposed the swap.",
    "The Dockers' Union turned down a raise of 3 percent, its secretary, Ann Lee, said.",
    "According to Kenya, Mali has agreed to host a summit on locusts if Chad attends it.",
    "Oslo Opera supports neither the Bergen tunnel nor the Narvik bridge.",
    "Mayor Ruth Diaz did not rule out a curfew in Lomas, “not even a short one”, she said.",
    "The Cairo museum was offered a loan of masks by Turin, which Egypt welcomed.",
    "Zane Holt told the Senate that Iceland would never join the whale pact unless Japan left.",
  ]

  /// Scalars that a count of characters or of UTF-16 units would misplace.
  private static let noise = "Київ 👩‍👩‍👧 e\u{301} 🇳🇴 한글 \u{FEFF}\u{A0}. 𝒜 “ ” ‘ ’ \" ( ) — \r\n\n"

  private func article(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<random.below(8) {
      text += random.text(of: Self.noise, length: 0...12) + random.pick(Self.paragraphs)
      text += random.pick(["\n\n", "\n", " ", "\r\n\r\n"])
    }
    return text
  }

  @Test(arguments: [UInt64](1...60))
  func `spans lie within the text, and reading twice gives the same`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let text = article(&random)
    let (reading, again) = (Reading.of(text), Reading.of(text))
    #expect(reading.statements == again.statements && reading.quotes == again.quotes)
    let length = text.unicodeScalars.count
    let spans =
      reading.sentences + reading.quotes.map(\.span) + reading.statements.map(\.sentence)
      + reading.statements.compactMap(\.condition)
    #expect(spans.allSatisfy { $0.start >= 0 && $0.start <= $0.end && $0.end <= length })
    for statement in reading.statements {
      let words = statement.target.split(separator: " ").first.map(String.init) ?? ""
      #expect(text.slice(statement.sentence).contains(words) || statement.quote != nil)
    }
  }

  @Test(arguments: [UInt64](1...60))
  func `what is quoted stands at its offsets, whatever stands before`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let noise = random.text(of: "Київ👩‍👩‍👧e\u{301}🇳🇴한글\u{FEFF}\u{A0}𝒜ñ ", length: 0...40)
    let text = noise + ".\n\n“The Alta dam is a mistake,” said Nils Arvo."
    let quotes = Reading.of(text).quotes.map { text.slice($0.span) }
    #expect(quotes == ["The Alta dam is a mistake,"])
  }

  @Test(arguments: [UInt64](1...40))
  func `the order of paragraphs that know nothing of one another does not matter`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let plain = Reading.of(Self.paragraphs.joined(separator: "\n\n"))
    let shuffled = Self.paragraphs.shuffled(using: &random)
    let other = Reading.of(shuffled.joined(separator: "\n\n"))
    #expect(plain.stances.sorted() == other.stances.sorted())
    #expect(plain.tellers.sorted() == other.tellers.sorted())
  }

  @Test(arguments: [UInt64](1...20))
  func `a text twice as long takes about twice as long`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let text = (0..<8).map { _ in article(&random) }.joined()
    let clock = ContinuousClock()
    func best(_ text: String) -> Duration {
      (0..<3).map { _ in clock.measure { _ = Reading.of(text) } }.min() ?? .zero
    }
    let (one, four) = (best(text), best(text + text + text + text))
    #expect(four < one * 12 + .milliseconds(50))
  }

  @Test(arguments: [UInt64](1...30))
  func `any words of the lexicon, in any order, are read`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let words =
      "Peru Chad the a plan levy of to not and or but that which if unless said told refused backs"
      + " rejected ruled out by was have has been no none neither both “ ” , . ; : — ? 's who in on"
    let bank = words.split(separator: " ").map(String.init)
    let text = (0..<400).map { _ in random.pick(bank) }.joined(separator: " ")
    let reading = Reading.of(text)
    #expect(reading.statements.allSatisfy { $0.confidence > 0 && $0.confidence <= 1 })
    #expect(reading.statements.allSatisfy { !$0.target.isEmpty && !$0.holder.isEmpty })
  }
}
