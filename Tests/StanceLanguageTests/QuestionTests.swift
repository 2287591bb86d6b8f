import StanceDiagnostics
import StanceLanguage
import StanceModel
import Testing

@Suite struct QuestionTests {
  @Test(
    arguments: [
      "who rejects what", "Who rejects what?", "WHO rejects what", "What does Russia reject?",
      "does Hungary support \"30-day ceasefire\"?", "Did Hungary not support Q?",
      "when did Zelenskyy reject Q?", "how many actors support Q?",
      "which country supports which proposal", "who ?relation Q", "who $verb what",
      "who supports or proposes Q", "who both supports and rejects what",
      "who rejects then supports what", "who currently rejects what until 2025-04-30",
      "who unconditionally supports what", "who rejects something that Ukraine proposes",
      "who rejects something that someone from EU proposes", "who from Russia rejects what",
      "who rejects someone that is from Russia", "who is not from Russia and rejects what",
      "who rejects what according to whom", "who rejects what, on 2025, in S, saying \"x\"",
      "who rejects what in 2025-05", "who rejects what on ?d", "who rejects what in $p",
      "who rejects what between 2025 and 2026-01-31", "who rejects what before $d",
      "who rejects what after 2025 with confidence >= 0.8", "who rejects what with source S",
      "who rejects what said $words provided \"x\"", "who rejects what at 3..9 as ?s",
      "who rejects what when",
      "who does not support Q", "who supports Q and does not reject R", "who is a country",
      "who is one of (Russia, Hungary)", "who is one of $list", "who is not Russia", "who is ?x",
      "what was rejected by Russia", "Q is not supported by someone from EU",
      "who has population > 10",
      "who has population 10", "who does not have population 10", "any of (A, B) rejects what",
      "a country rejects some proposal", "the country Georgia rejects the Q",
      "somewhere hosts something",
      "who reaches Russia via agrees with, from within 2 steps since 2025",
      "who does not reach Russia", "?a.date < ?b.date and who rejects what as ?a",
      "who rejects what and what = \"Q\"", "who != ?x",
      "(who rejects what or who hosts what) and who is a country",
      "who rejects what or who hosts what, optionally who supports what",
      "who proposes what, optionally ?c rejects what", "not who rejects what",
      "who rejects what, but who supports Q", "who agrees with whom", "who campaigns against what",
      "path from A to B", "paths from A to B via supports, rejects, from within 1 step since 2025",
      "path from who to \"B\" via rejects or from", "who rejects what, all since 2025, in S",
      "who rejects what by country show who, what, ?s.date, count ?s as \"n\", first date, list sources",
      "who rejects what having count what >= 1 and count who < 3",
      "who rejects what limit 3 skip 4",
      "who rejects what sort by count what descending, who ascending top 3 by count who",
      "who rejects what draw title \"T\", cluster by kind, color by relation, width by count who, "
        + "label date, quote, layout dot, direction right, legend, dark as svg to \"a.svg\"",
      "who rejects what draw timeline", "who rejects what draw matrix", "use \"a.ask\"",
      "use graph \"g\"",
      "given $a is an actor, $b is some actor default \"R\", $c is a date default 2025-01",
      "define ?a blocks ?b when ?a rejects ?p and ?b proposes ?p",
      "define mutual ?a agrees with ?b counting ?p when ?a backs ?p and ?b backs ?p",
      "define ?x is a spoiler when ?x rejects ?p", "#!/usr/bin/env -S stance run\nwho rejects what",
      "who rejects what # comment", "who rejects «Q»", "who rejects “Q”", "who rejects „Q“",
      "who rejects \"\"\"a\nb\"\"\"", "Россия rejects what", "中国 rejects what",
      "روسيا rejects what",
      "who rejects what;", "who rejects what.", "", ".", "?;.",
      "who\u{A0}rejects\u{A0}what.\u{A0}who rejects what",
    ])
  func `each form of the grammar is read`(question: String) {
    #expect(diagnose(question: question).map(\.message).isEmpty)
  }

  @Test(arguments: OutputFormat.allCases) func `each format is known`(format: OutputFormat) throws {
    let options = try question("who rejects what as \(format.rawValue) to \"x\"").options
    #expect(options.output?.format == format)
    #expect(options.output?.path == "x")
  }

  @Test(
    arguments: [
      ("\"a\"", "a"), (#""\"\\\n\t\u{e9}""#, "\"\\\n\té"), ("“a\\b”", "a\\b"), ("«a “b”»", "a “b”"),
      ("„a“", "a"), ("\"\"\"a\"b\"\"\"", "a\"b"), ("\"\"\"a\"\"\"\"", "a\""), ("\"a\r\"", "a"),
      ("European Union", "European Union"), ("European \t Union", "European Union"),
      ("Al-Jazeera O'Brien", "Al-Jazeera O'Brien"), ("O’Brien", "O’Brien"),
      ("Émile Zola", "Émile Zola"),
      ("U2_x", "U2_x"), ("élan Vital", "élan Vital"), ("the Vatican", "Vatican"),
      ("中国 欧盟", "中国 欧盟"),
      ("\" a \"", "a"), ("\"Orba\u{301}n\"", "Orb\u{E1}n"),
    ])
  func `a name is read as it is meant`(written: String, name: String) throws {
    let clause = try clause("\(written) rejects what")
    guard case .name(let found, _)? = clause.subject?.base.kind else {
      Issue.record("no name")
      return
    }
    #expect(found.utf8.elementsEqual(name.utf8))
  }

  @Test(
    arguments: [
      ("on 2025", 20_250_101, 20_251_231), ("on 2025-05", 20_250_501, 20_250_531),
      ("in 2025-05-11", 20_250_511, 20_250_511),
    ])
  func `a partial date is an interval`(text: String, first: Int, last: Int) throws {
    guard case .verbs(_, _, let qualifiers) = try clause("who rejects what \(text)").predicate,
      case .on(let syntax)? = qualifiers.first?.kind, case .date(let date) = syntax.kind
    else {
      Issue.record("no date")
      return
    }
    #expect((date.first, date.last) == (first, last))
  }

  @Test(
    arguments: [
      ("5", .integer(5)), ("-5", .integer(-5)), ("0.5", .real(0.5)), ("-0.5", .real(-0.5)),
      ("9223372036854775807", .integer(.max)), ("9223372036854775808", .real(9223372036854775808)),
    ] as [(String, Number)])
  func `whole numbers are exact`(text: String, number: Number) throws {
    guard case .has(_, _, let value) = try clause("who has population \(text)").predicate else {
      Issue.record("no value")
      return
    }
    #expect(value.kind == .number(number))
  }

  @Test(
    arguments: [
      ("rejects", .and, ["rejects"]), ("rejects or hosts", .or, ["rejects", "hosts"]),
      ("rejects then hosts", .then, ["rejects", "hosts"]),
      ("both rejects and hosts", .and, ["rejects", "hosts"]),
      ("agrees with", .and, ["agrees with"]), ("campaigns against", .and, ["campaigns against"]),
    ] as [(String, VerbPhrase.Connective, [String])])
  func `verbs are joined by one connective`(
    text: String, connective: VerbPhrase.Connective, verbs: [String]
  ) throws {
    guard case .verbs(let phrase, _, _) = try clause("who \(text) what").predicate else {
      Issue.record("no verbs")
      return
    }
    #expect(phrase.connective == connective)
    #expect(phrase.verbs.map(\.kind) == verbs.map { .word($0) })
  }

  @Test func `with begins a qualifier before a field, and ends the verb before a name`() throws {
    let qualified = try clause("what does Russia reject with confidence > 0.5")
    guard case .verbs(let phrase, _, let qualifiers) = qualified.predicate else {
      Issue.record("no verbs")
      return
    }
    #expect(phrase.verbs.map(\.kind) == [.word("reject")])
    #expect(qualifiers.count == 1)
    guard case .verbs(let agrees, _, _) = try clause("who agrees with Russia").predicate else {
      Issue.record("no verbs")
      return
    }
    #expect(agrees.verbs.map(\.kind) == [.word("agrees with")])
  }

  @Test(arguments: ["In", "On", "Since", "Until", "Before", "After"])
  func `the first word of a sentence is a keyword only where it is one`(name: String) throws {
    guard case .name(let found, _)? = try clause("\(name) rejects what").subject?.base.kind else {
      Issue.record("no name")
      return
    }
    #expect(found == name)
  }

  @Test func `a capitalised keyword inside a sentence is a name`() throws {
    guard case .verbs(_, let object, _) = try clause("who rejects What").predicate,
      case .name(let name, _) = object.base.kind
    else {
      Issue.record("no name")
      return
    }
    #expect(name == "What")
  }

  @Test func `a sentence without errors is kept beside one with`() {
    let text = SourceText(name: "x", "who rejects. who hosts what. %. does A support B?")
    let (file, diagnostics) = QuestionFile.parse(text)
    #expect(file.sentences.count == 2)
    #expect(diagnostics.count == 2)
  }

  @Test func `the words that are reserved are those of the specification`() {
    let words = """
      a according after all also an and any are as at avg before between both but by can count \
      currently default define did do does draw every first for from given graph has having how in \
      is last limit list many max min mutual no not of on one opposite optionally or path paths \
      provided reaches said saying show since skip some someone something somewhere sort source \
      step steps that the then to top unconditionally until use via was were what when which who \
      whom with within
      """
    let specified = Set(words.split(separator: " ").map { String($0) })
    #expect(Keywords.reserved == specified)
    #expect(Keywords.particles == ["against", "with", "for"])
  }

  // MARK: - Reading one

  private func question(_ text: String) throws -> Question {
    let (file, diagnostics) = QuestionFile.parse(SourceText(name: "x", text))
    if let first = diagnostics.first { throw first }
    guard case .question(let question)? = file.sentences.first else { throw NoQuestion() }
    return question
  }

  private func clause(_ text: String) throws -> Clause {
    guard case .pattern(let pattern) = try question(text).form,
      case .clause(let clause) = pattern.kind
    else { throw NoQuestion() }
    return clause
  }

  private struct NoQuestion: Error {}
}
