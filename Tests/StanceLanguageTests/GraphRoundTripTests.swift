import StanceDiagnostics
import StanceTestSupport
import Testing

@testable import StanceLanguage

/// What the canonical form of a graph file says is what the file says.
@Suite struct GraphRoundTripTests {
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func `formatting keeps every sentence, and formatting again keeps the text`(seed: UInt64) throws {
    print("seed \(seed)")
    var writer = GraphWriter(random: SeededGenerator(seed: seed))
    for _ in 0..<10 {
      let text = writer.text()
      let formatted = try format(text)
      #expect(try format(formatted) == formatted)
      #expect(shapes(formatted) == shapes(text), "\(text)")
    }
  }

  @Test(arguments: 1...10 as ClosedRange<UInt64>)
  func `line ends, a byte order mark and blanks change nothing`(seed: UInt64) throws {
    print("seed \(seed)")
    var writer = GraphWriter(random: SeededGenerator(seed: seed))
    let text = writer.text()
    let plain = try format(text)
    #expect(try format("\u{FEFF}" + text.replacing("\n", with: "\r\n")) == plain)
    #expect(try format(text.replacing("\n", with: " \n")) == plain)
  }

  private func shapes(_ text: String) -> [String] {
    read(graph: text).entries.map { shape($0.kind) }
  }

  private func format(_ text: String) throws -> String {
    var formatter = GraphFormatter(SourceText(name: "g", text))
    do throws(DiagnosedText) {
      return try formatter.text()
    } catch {
      throw Unformatted(told: error.rendered())
    }
  }

  private struct Unformatted: Error { var told: String }
}

/// Writes graph files of chance, each sentence with its qualifiers in their canonical order.
private struct GraphWriter {
  var random: SeededGenerator

  mutating func text() -> String {
    var text = ""
    for _ in 0..<8 {
      text += sentence() + (random.chance(20) ? "  # why\n" : "\n")
      if random.chance(15) { text += "\n# a comment\n" }
    }
    return text
  }

  private mutating func sentence() -> String {
    switch random.below(8) {
    case 0: "graph \(name())\(maybe("\"a title\""))."
    case 1: "every councillor is a person."
    case 2: "a place or an actor can seek (seeks, sought) a plan, the opposite of shun."
    case 3:
      "source \(name())\(maybe(quoted(words())))\(maybe("by Press"))\(maybe("on \(day())"))"
        + "\(maybe("at <https://x.org/?a=1#b>"))\(maybe("language en"))\(maybe("file \"a b\""))."
    case 4: "\(first()) is a person\(maybe("from \(group()), \(group())"))\(alias())."
    case 5: "\(first()) has motto \(quoted(words()))."
    case 6: "all on \(day())\(maybe("according to \(name())"))\(maybe("in \(name())")):"
    default: statement()
    }
  }

  private mutating func statement() -> String {
    "\(first()) \(random.pick(["rejects", "agrees with", "abstains-on"])) \(name())"
      + maybe("on \(day())") + maybe("according to \(name())") + maybe("saying \(quoted(words()))")
      + maybe("provided \(quoted(words()))") + maybe("in \(name())") + maybe("at 3..9")
      + maybe("with confidence 0.5") + "."
  }

  private mutating func group() -> String {
    name() + maybe("since \(day())") + maybe("until \(day())")
  }

  private mutating func alias() -> String { random.chance(40) ? ", also \(name()), \(name())" : "" }

  private mutating func maybe(_ text: String) -> String { random.chance(40) ? " " + text : "" }

  private mutating func day() -> String {
    random.pick(["2025", "2025-05", "2025-05-11", "0999-12"])
  }

  private mutating func words() -> String { random.pick(RandomSyntax.texts) }

  private mutating func name() -> String { quotedIfNeeded(random.pick(RandomSyntax.names)) }

  /// A name as the first word of a sentence.
  private mutating func first() -> String {
    quotedIfNeeded(random.pick(RandomSyntax.names), startsSentence: true)
  }
}
