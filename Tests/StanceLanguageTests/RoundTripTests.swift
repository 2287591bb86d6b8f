import StanceDiagnostics
import StanceTestSupport
import Testing

@testable import StanceLanguage

/// What the canonical form of a question says is what the question says.
@Suite struct RoundTripTests {
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func `a printed sentence is read as the sentence that it was printed from`(seed: UInt64) {
    print("seed \(seed)")
    var syntax = RandomSyntax(seed: seed)
    for _ in 0..<50 {
      let sentence = syntax.sentence()
      var printer = QuestionPrinter(.canonical)
      let text = printer.print(sentence)
      let (file, diagnostics) = QuestionFile.parse(SourceText(name: "x", text))
      #expect(diagnostics.map(\.told) == [], "\(text)")
      #expect(file.sentences.map(shape) == [shape(sentence)], "\(text)")
    }
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `formatting keeps the meaning, and formatting again keeps the text`(seed: UInt64) throws {
    print("seed \(seed)")
    var syntax = RandomSyntax(seed: seed)
    var text = ""
    for _ in 0..<10 {
      var printer = QuestionPrinter(.canonical)
      text += printer.print(syntax.sentence()) + (syntax.random.chance(30) ? " # why\n" : "\n")
      if syntax.random.chance(20) { text += "\n\n# a comment\n" }
    }
    let formatted = try formatted(text)
    #expect(try self.formatted(formatted) == formatted)
    let shapes = [text, formatted].map { text in
      QuestionFile.parse(SourceText(name: "x", text)).file.sentences.map(shape)
    }
    #expect(shapes[0] == shapes[1], "\(formatted)")
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `a reading is made of every question and holds each of its words`(seed: UInt64) {
    print("seed \(seed)")
    var syntax = RandomSyntax(seed: seed)
    for _ in 0..<30 {
      let question = syntax.question()
      var plain = QuestionPrinter(.canonical)
      var reading = QuestionPrinter(.reading)
      let words = Set(plain.print(question).split { !$0.isLetter })
      let read = Set(reading.print(question).split { !$0.isLetter })
      #expect(words.subtracting(read).subtracting(["does"]) == [])
    }
  }

  @Test(
    arguments: [
      ("\"Who\" rejects what", "\"Who\" rejects what."),
      (
        "\"All\" rejects what and \"Who\" rejects what",
        "\"All\" rejects what and Who rejects what."
      ),
      (
        "\"What\" rejects B or who hosts C",
        "\"What\" rejects B or who hosts C."
      ),
      ("\"The Hague\" hosts what", "\"The Hague\" hosts what."),
      ("The Hague hosts what", "\"The Hague\" hosts what."),
      ("when did Russia reject Q according to S", "when did Russia reject Q according to S."),
      ("When did Russia not reject Q?", "when did Russia not reject Q."),
      (
        "when did Ann reject something that B proposes",
        "when did Ann reject something that B proposes."
      ),
      (
        "what that B proposes does Ann reject since 2025",
        "what that B proposes does Ann reject since 2025."
      ),
      (
        "what that is a plan does Ann reject since 2025",
        "Ann reject what that is a plan since 2025."
      ),
      ("what does Ann not reject", "Ann does not reject what."),
      ("\"A\" rejects what", "\"A\" rejects what."),
      ("whom that Ann agrees with does B trust", "B trust whom that Ann agrees with."),
      (
        "someone that Ann campaigns against rejects B",
        "someone that Ann campaigns against rejects B."
      ),
      ("what does Ann reject with source S", "Ann reject what with source \"S\"."),
      ("what does Ann reject with sources = S", "Ann reject what with sources = \"S\"."),
      ("what does Ann reject with mood = S", "Ann reject what with mood = \"S\"."),
      (
        "who reaches B via trusts or from or who hosts C",
        "who reaches B via trusts, from or who hosts C."
      ),
      ("who reaches B via trusts or hosts C", "who reaches B via trusts or hosts C."),
      ("who reaches B via trusts or $v", "who reaches B via trusts, $v."),
      ("who reaches B via trusts or $v hosts C", "who reaches B via trusts or $v hosts C."),
      ("whom does Ann agree with with confidence 1", "Ann agree with whom with confidence 1."),
      ("who rejects what draw", "who rejects what, draw."),
      ("who rejects what, all in S, on 2025", "who rejects what, all on 2025 in S."),
      ("who rejects what limit 3 skip 0 as csv", "who rejects what, limit 3, as csv."),
      ("who rejects what but who hosts what", "who rejects what and who hosts what."),
      ("who rejects what draw matrix", "who rejects what, draw matrix."),
      ("who rejects an actor", "who rejects some actor."),
      ("who was rejected by B", "who is rejected by B."),
      ("who rejects B in 2025", "who rejects B on 2025."),
    ])
  func `a question has one canonical form`(written: String, canonical: String) {
    let (file, diagnostics) = QuestionFile.parse(SourceText(name: "x", written))
    var printer = QuestionPrinter(.canonical)
    #expect(diagnostics.map(\.told) == [])
    #expect(file.sentences.map { printer.print($0) } == [canonical])
  }

  /// What is wrong with a text is easier to read than the text with it.
  private func formatted(_ text: String) throws -> String {
    do throws(DiagnosedText) {
      return try QuestionFormatter(SourceText(name: "x", text)).text()
    } catch {
      throw Unformatted(told: error.rendered())
    }
  }

  private struct Unformatted: Error { var told: String }
}
