import StanceDiagnostics
import StanceReader
import Testing

@Suite struct LexiconTests {
  @Test func `a user's lexicon adds stances, verbs, actors and states`() {
    var lexicon = Lexicon.builtIn
    let problems = lexicon.add(
      SourceText(
        name: "own.txt",
        """
        # our words
        rejects verb pooh-pooh NP
        supports noun thumbs-up for NP
        state Ruritania; Ruritanian; Strelsau
        bodies moot
        """))
    #expect(problems == [])
    let text = "Strelsau pooh-poohed the plan. The moot backs the tax."
    let reading = ArticleReader(lexicon: lexicon).read(Article(id: "1", text: text))
    #expect(reading.stances == ["Strelsau rejects the plan", "moot supports the tax"])
    #expect(reading.actors.first { $0.name == "Strelsau" }?.affiliation == "Ruritania")
  }

  @Test(arguments: [
    ("likes verb adore NP", "there is no directive ‘likes’"),
    ("supports", "nothing follows ‘supports’"),
    ("supports verb", "a pattern needs a kind and a head"),
    ("supports adverb gladly NP", "‘adverb’ is none of verb, noun, adjective"),
    ("supports verb adore XP", "there is no element ‘XP’"),
    ("supports verb adore NP 1.5", "a strength is from 0 to 1"),
    ("irregular go went", "an irregular verb needs its base, past and participle"),
    ("state A; B; C; D; E", "a state has a name; adjectives; seats; other names"),
    ("state ; B", "a state needs a name"),
    ("roles official wag", "‘official’ has a class already"),
    ("roles wag wag", "‘wag’ has a class already"),
    ("adverbs gladsome the and", "‘the’, ‘and’ have a class already"),
    ("verbs back=n", "‘back’ has the forms of a verb already"),
    ("verbs go", "‘go’ has the forms of a verb already"),
    ("irregular back back back", "‘back’ has the forms of a verb already"),
    ("rejects verb support NP", "a line before has the same pattern"),
    ("state Freedonia; French", "‘French’ has a meaning already"),
  ])
  func `a malformed line is reported and left out`(_ line: String, _ message: String) throws {
    var lexicon = Lexicon.builtIn
    let text = "# fine\n\(line)\nrejects verb pooh-pooh NP\n"
    let problems = lexicon.add(SourceText(name: "own.txt", text))
    let problem = try #require(problems.first)
    #expect(problem.message == message)
    #expect(problem.span == SourceSpan(7, 7 + line.utf8.count))
    #expect(problems.count == 1)
  }

  @Test(arguments: [
    ("Moscow", "Russia"), ("The Kremlin", "Russia"), ("Downing Street", "United Kingdom"),
    ("Washington", "United States"), ("Riyadh", "Saudi Arabia"),
    ("The White House", "United States"),
  ])
  func `a capital or palace as a subject belongs to its state`(_ seat: String, _ state: String) {
    let reading = Reading.of("\(seat) opposes the pipeline.")
    #expect(reading.statements.count == 1)
    #expect(reading.actors.first { seat.hasSuffix($0.name) }?.affiliation == state)
  }
}
