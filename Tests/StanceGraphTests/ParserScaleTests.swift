import StanceDiagnostics
import StanceGraph
import StanceLanguage
import Testing
import StanceTestSupport

/// Texts of any size and any bytes.
@Suite struct ParserScaleTests {
  static let question =
    "Who supports what since 2025-05 and not who rejects what show who, count what top 3 by count what.\n"

  @Test func `the time to parse grows with the length`() throws {
    let short = time(megabytes: 1)
    let long = time(megabytes: 4)
    #expect(long < short * 12, "4 MB took \(long / short) times as long as 1 MB")
  }

  @Test func `ten megabytes are parsed in full`() {
    let count = 10_000_000 / Self.question.utf8.count
    let text = String(repeating: Self.question, count: count)
    let (file, diagnostics) = QuestionFile.parse(SourceText(name: "<ask>", text))
    #expect(file.sentences.count == count)
    #expect(diagnostics.isEmpty)
  }

  @Test(arguments: [1, 63, 64]) func `nesting has room`(depth: Int) {
    #expect(codes(nested(depth, "(", ")")).isEmpty)
  }

  @Test(arguments: [
    nested(65, "(", ")"), nested(100_000, "(", ")"), nested(100_000, "not ", ""),
    nested(100_000, "not (", ")"), String(repeating: "(", count: 100_000),
    "who supports " + String(repeating: "something that supports ", count: 40_000) + "what",
  ]) func `too deep nesting is told`(text: String) {
    #expect(codes(text).contains("R03"))
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func `any bytes end in a diagnostic or an answer`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let program = try Program("Ann supports Truce. Bob rejects Truce.")
    for _ in 0..<25 {
      let bytes = (0..<random.below(200)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      try answer(bytes, program)
      try answer(mutated(&random), program)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>) func `a misspelt word is never an empty answer`(
    seed: UInt64
  ) throws {
    var random = SeededGenerator(seed: seed)
    let program = try Program("Ann supports Truce. Bob rejects \"30-day pause\". Ann is a person.")
    let questions = [
      ("who supports Truce", ["supports", "Truce"]),
      ("Ann supports what", ["Ann", "supports"]),
      ("which person does not reject \"30-day pause\"", ["person", "reject", "30-day pause"]),
      ("who from Ann supports what by country", ["Ann", "supports", "country"]),
      ("who supports what according to Bob", ["supports", "Bob"]),
      ("path from Ann to Bob via supports", ["Ann", "Bob", "supports"]),
      ("who supports what with speaker = Bob", ["speaker", "Bob"]),
      ("who supports what show who, count statements", ["statements"]),
    ]
    for (question, words) in questions {
      let right = try program.refusal(question)
      #expect(right == nil, "\(question)")
      let word = random.pick(words)
      let wrong = question.replacing(word, with: misspelt(word, &random))
      let refusal = try program.refusal(wrong)
      #expect(refusal != nil, "\(wrong)")
    }
  }

  // MARK: - Texts

  private func time(megabytes: Int) -> Double {
    let count = megabytes * 1_000_000 / Self.question.utf8.count
    let source = SourceText(name: "<ask>", String(repeating: Self.question, count: count))
    let clock = ContinuousClock()
    let duration = clock.measure { _ = QuestionFile.parse(source) }
    return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }

  private func codes(_ text: String) -> [String] {
    QuestionFile.parse(SourceText(name: "<ask>", text)).diagnostics.map(\.code.rawValue)
  }

  private func answer(_ bytes: [UInt8], _ program: Program) throws {
    var session = Session(program.graph)
    do {
      let source = SourceText(name: "<ask>", bytes: bytes)
      let questions = try session.prepare(source) { name, _ in throw UnexpectedUse(name: name) }
      for question in questions { _ = try program.graph.answer(question) }
    } catch let failure as PreparationFailure {
      #expect(failure.problems.contains { $0.hasErrors })
    } catch is UnexpectedUse {
      return
    }
  }

  /// A question with a few bytes changed, taken out or put in, perhaps in another encoding.
  private func mutated(_ random: inout SeededGenerator) -> [UInt8] {
    let graph = RandomGraph(seed: random.next() % 50)
    let text = RandomQuestion.text(graph, seed: random.next())
    var bytes =
      random.chance(10)
      ? text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
      : Array(text.utf8)
    for _ in 0..<(1 + random.below(4)) where !bytes.isEmpty {
      let place = random.below(bytes.count)
      switch random.below(3) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.next())
      case 1: bytes.remove(at: place)
      default: bytes.insert(random.pick(Array("\"()?.,;$<>\\ \n".utf8)), at: place)
      }
    }
    return bytes
  }

  /// The word with one of its letters twice.
  private func misspelt(_ word: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(word)
    let place = 1 + random.below(letters.count - 1)
    letters.insert(letters[place] == "z" ? "q" : "z", at: place)
    return String(letters)
  }
}

/// A question in nested parentheses, or in what else is given.
private func nested(_ depth: Int, _ open: String, _ close: String) -> String {
  String(repeating: open, count: depth) + "who supports what"
    + String(repeating: close, count: depth)
}
