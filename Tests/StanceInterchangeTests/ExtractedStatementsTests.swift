import StanceDiagnostics
import StanceInterchange
import StanceLanguage
import Testing

@Suite struct ExtractedStatementsTests {
  private static let document = """
    {"id": "n1", "title": "Toll", "date": "2026-03-02", "source": "Gazette", "text": "Ann backs the toll. 😀 Bob opposes it."}
    """

  private func read(_ lines: String...) -> ExtractedStatements {
    ExtractedStatements([SourceText(name: "x.jsonl", lines.joined(separator: "\n"))])
  }

  @Test func `statements become sentences with the words at their offsets`() {
    let extracted = read(
      Self.document,
      #"{"id": "n1", "statements": [{"holder": "Ann", "relation": "supports", "target": "the toll", "start": 0, "end": 19, "evidence": "Ann backs the toll.", "confidence": 0.9}, {"holder": "Bob", "speaker": "Ann", "relation": "rejects", "target": "the toll", "start": 22, "end": 37, "polarity": "affirmed"}]}"#
    )
    #expect(extracted.dropped.isEmpty)
    #expect(
      extracted.text
        == """
        source n1 "Toll" by Gazette on 2026-03-02.
        Ann is an actor.
        "the toll" is a proposal.
        Ann supports "the toll" on 2026-03-02 saying "Ann backs the toll." in n1 at 0..19 with confidence 0.9.
        Bob is an actor.
        Bob rejects "the toll" on 2026-03-02 according to Ann saying "Bob opposes it." in n1 at 22..37.

        """.replacing("source n1", with: "source \"n1\"").replacing("in n1", with: "in \"n1\""))
  }

  @Test(
    arguments: [
      (
        #""holder": "Ann", "relation": "supports", "target": "t", "start": 0, "end": 18, "evidence": "Ann backs the toll.""#,
        .notInText
      ),
      (
        #""holder": "Ann", "relation": "supports", "target": "t", "start": 0, "end": 99"#,
        .notInText
      ),
      (
        #""holder": "Ann", "relation": "supports", "target": "t", "start": 5, "end": 5"#, .notInText
      ),
      (
        #""holder": "Ann", "relation": "supports", "target": "t", "start": -3, "end": 5"#,
        .notInText
      ),
      (
        #""holder": "Ann", "relation": "supports", "target": "t", "quote": "Ann hates the toll""#,
        .notInText
      ),
      (#""holder": "Ann", "relation": "supports", "target": "t""#, .notInText),
      (
        #""holder": "Ann", "relation": "likes", "target": "t", "start": 0, "end": 5"#,
        .unknownRelation
      ),
      (#""relation": "supports", "target": "t", "start": 0, "end": 5"#, .unnamed),
      (#""holder": " ", "relation": "supports", "target": "t", "start": 0, "end": 5"#, .unnamed),
      (
        #""holder": "Ann", "relation": "rejects", "polarity": "negated", "target": "t", "start": 0, "end": 5"#,
        .notHeld
      ),
    ] as [(String, ExtractedStatements.Reason)])
  func `what the text does not say is dropped`(
    statement: String, reason: ExtractedStatements.Reason
  ) {
    let extracted = read(Self.document, #"{"id": "n1", "statements": [{\#(statement)}]}"#)
    #expect(extracted.count == 0)
    #expect(extracted.dropped.map(\.reason) == [reason])
    #expect(extracted.dropped.map(\.line) == [2])
    #expect(extracted.text.isEmpty)
  }

  @Test(arguments: ["no json", "[]", "{}", "{\"id\": \"n1\"", "7"])
  func `a line that is none is dropped with its number`(line: String) {
    let extracted = read(Self.document, "", line)
    #expect(
      extracted.dropped == [
        ExtractedStatements.Dropped(file: "x.jsonl", line: 3, reason: .notJSON)
      ])
  }

  @Test(
    arguments: [
      (#"{"id": 5}"#, "id"), (#"{"id": "n1", "statements": 7}"#, "statements"),
      (#"{"id": "n2", "text": ["Ann"]}"#, "text"),
    ])
  func `a line with a field of another type is dropped with the field`(
    line: String, field: String
  ) {
    #expect(
      read(Self.document, line).dropped == [
        ExtractedStatements.Dropped(file: "x.jsonl", line: 2, reason: .wrongType, field: field)
      ])
  }

  @Test(
    arguments: [
      (#"{"holder": 5}"#, "statements[1].holder"), (#"{"start": "0"}"#, "statements[1].start"),
      (#"{"end": 1.5}"#, "statements[1]"),
      (#"{"confidence": "high"}"#, "statements[1].confidence"),
      ("7", "statements[1]"), ("null", "statements[1]"), ("[]", "statements[1]"),
    ])
  func `a field of another type costs its statement alone`(statement: String, field: String) {
    let good = #"{"holder": "Ann", "relation": "supports", "target": "t", "quote": "Ann"}"#
    let extracted = read(
      Self.document, #"{"id": "n1", "statements": [\#(good), \#(statement), \#(good)]}"#)
    #expect(extracted.count == 2)
    #expect(
      extracted.dropped == [
        ExtractedStatements.Dropped(file: "x.jsonl", line: 2, reason: .wrongType, field: field)
      ])
  }

  @Test func `a document may be known from before`() {
    let line =
      #"{"id": "old", "statements": [{"holder": "Ann", "relation": "supports", "target": "t", "quote": "backs"}]}"#
    let file = SourceText(name: "x.jsonl", line)
    #expect(ExtractedStatements([file]).dropped.map(\.reason) == [.unknownDocument])
    let extracted = ExtractedStatements([file]) { $0 == "old" ? "Ann backs t." : nil }
    #expect(extracted.count == 1)
    #expect(extracted.text.contains("at 4..9"))
  }

  @Test(
    arguments: [
      (#""date": "9 May""#, ExtractedStatements.Reason.notDated),
      (#""condition": "if it rains""#, .conditionNotInText),
      (#""confidence": 1.01"#, .notConfidence), (#""confidence": -0.1"#, .notConfidence),
      (#""polarity": "ended""#, .notHeld), (#""polarity": "Negated""#, .notHeld),
    ])
  func `what a statement says beside its words is not dropped alone`(
    field: String, reason: ExtractedStatements.Reason
  ) {
    let extracted = read(
      Self.document,
      #"{"id": "n1", "statements": [{"holder": "Ann", "relation": "supports", "target": "t", "quote": "Ann backs the toll.", \#(field)}]}"#
    )
    #expect(extracted.dropped.map(\.reason) == [reason])
    #expect(extracted.count == 0)
  }

  @Test func `the day of a time stamp is a date`() {
    let extracted = read(
      Self.document,
      #"{"id": "n1", "statements": [{"holder": "Ann", "relation": "supports", "target": "t", "quote": "Ann backs the toll.", "date": "2026-03-01T23:30:00-05:00"}]}"#
    )
    #expect(extracted.text.contains("Ann supports \"t\" on 2026-03-01 saying"))
  }

  @Test func `each file has the sentences that it makes, and all that they need`() {
    let statement = { (holder: String) in
      #"{"id": "n1", "statements": [{"holder": "\#(holder)", "relation": "supports", "target": "t", "quote": "Ann backs the toll."}]}"#
    }
    let extracted = ExtractedStatements([
      SourceText(name: "text.jsonl", Self.document), SourceText(name: "a.jsonl", statement("Ann")),
      SourceText(name: "b.jsonl", statement("Ann") + "\n" + statement("Bob")),
    ])
    #expect(extracted.files.map(\.name) == ["text.jsonl", "a.jsonl", "b.jsonl"])
    #expect(extracted.files[0].text.isEmpty)
    #expect(extracted.files[2].text.hasPrefix(extracted.files[1].text))
    #expect(extracted.documents.count == 1)
  }

  @Test func `a name that the language refuses costs its statement alone`() {
    let extracted = read(
      #"{"id": "n1", "title": "To\u0007ll", "source": "Ga\nzette", "date": "2026-03-02", "text": "Ann backs the toll."}"#,
      #"{"id": "n1", "statements": [{"holder": "A\u0007nn", "relation": "supports", "target": "t", "quote": "Ann"}, {"holder": "Ann", "relation": "supports", "target": "t", "quote": "Ann"}]}"#
    )
    #expect(extracted.dropped.map(\.reason) == [.unnamed])
    #expect(extracted.text.hasPrefix("source \"n1\""))
    #expect(extracted.text.contains("Ann supports \"t\""))
    var reader = GraphFileReader(SourceText(name: "x", extracted.text))
    while reader.next() != nil {}
    #expect(reader.diagnostics.isEmpty)
  }
}
