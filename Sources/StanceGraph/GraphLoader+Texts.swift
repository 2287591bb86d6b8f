import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

// The texts of sources, against which quotations are verified.
extension GraphLoader {
  /// Stores the texts that are given for sources.
  ///
  /// - Throws: ``TextRefused`` where a source is unknown or has another text.
  mutating func takeTexts() throws {
    for (name, text) in options.texts {
      let key = NameKey.key(name)
      guard let source = sources.source(key: key) else {
        let guess = sources.suggestion(key: key).map { "; \($0)" } ?? ""
        throw TextRefused(description: "no source is called ‘\(name)’" + guess)
      }
      guard let content = text.plainText else {
        throw TextRefused(description: "\(text.name): this is no text in UTF-8")
      }
      let hash = TextHash.sha256(content)
      let given = origins.sayings(of: .source, source.id).filter(SourceRecord.isGivenText)
      let said = settled(SourceRecord(id: source.id, name: source.name), without: given)
      if let known = said.sha256, !TextHash.isHash(known, of: content) {
        throw TextRefused(
          description: "\(text.name): this is not the text of “\(source.name)”: its SHA-256 is "
            + "\(hash), but the source sentence says \(known)")
      }
      for detail in given {
        try origins.retract(DeclaredThing(.source, source.id, detail), from: writer)
      }
      let detail = SourceRecord.detail(ofGivenText: hash)
      origins.stateForEver(DeclaredThing(.source, source.id, detail))
      let settled = settled(SourceRecord(id: source.id, name: source.name))
      try keep(settled)
      sources.insert(settled)
      try writer.putText(content, of: source.id)
      documents[source.id] = DocumentText(content)
    }
  }

  /// Stores the document that a source sentence names, where it is at hand and is the one meant.
  mutating func takeDocument(of syntax: SourceSyntax, in text: SourceText) throws {
    let key = NameKey.key(syntax.name.text)
    guard let file = syntax.file, let source = sources.named(key: key), source.file == file,
      !options.texts.contains(where: { NameKey.key($0.source) == key })
    else { return }
    let document: SourceText
    switch options.document(file, text) {
    case .absent: return
    case .refused(let reason):
      return note(
        Diagnostic(
          .warning, .changedText, "the text ‘\(file)’ is not kept: \(reason)", at: syntax.name.span)
      )
    case .text(let found): document = found
    }
    guard let content = document.plainText else {
      return note(
        Diagnostic(
          .warning, .changedText, "the text ‘\(file)’ is not kept: it is no text in UTF-8",
          at: syntax.name.span))
    }
    if let known = source.sha256, !TextHash.isHash(known, of: content) {
      note(
        Diagnostic(
          .warning, .changedText,
          "‘\(file)’ is not the text that was quoted: its SHA-256 is "
            + TextHash.sha256(content), at: syntax.name.span,
          help: "restore the text, or take sha256 out and verify the quotations"))
      return
    }
    try writer.putText(content, of: source.id)
    documents[source.id] = DocumentText(content)
  }

  /// Says where the text of the source does not have the quotation at its offsets.
  mutating func checkQuotation(of record: StatementRecord, at span: SourceSpan) throws {
    guard let id = record.source, let quote = record.quote, let start = record.start,
      let end = record.end, let document = try document(of: id),
      !document.holds(quote, from: start, to: end)
    else { return }
    note(
      Diagnostic(
        .warning, .changedText, document.complaint(quote, start, end), at: span,
        help: document.nearest(to: quote, around: start).map(\.help)))
  }

  private mutating func document(of source: Int) throws -> DocumentText? {
    if let known = documents[source] { return known }
    let rows = try writer.rows("SELECT text FROM source WHERE id = \(bind: source)")
    let document = rows.first?.first?.optionalText.map(DocumentText.init)
    documents[source] = .some(document)
    return document
  }
}

extension DocumentText {
  /// What is wrong with a quotation that does not stand at its offsets.
  func complaint(_ quote: String, _ start: Int, _ end: Int) -> String {
    guard let found = slice(start, end) else {
      return "the offsets lie beyond the text, which has \(count) characters"
    }
    return "the text has ‘\(found.shortened)’ at \(start)..\(end), not the quotation"
  }
}

extension DocumentText.Match {
  /// What to write instead.
  var help: String {
    let place = "at \(range.lowerBound)..\(range.upperBound)"
    return isExact ? "the words stand elsewhere: write \(place)" : "nearest: “\(text)” \(place)"
  }
}

extension String {
  /// The first words, for a message.
  var shortened: String {
    let start = unicodeScalars.prefix(60)
    return String(start) + (start.count < unicodeScalars.count ? "…" : "")
  }
}

extension SourceText {
  /// The text, or nil where it is not UTF-8 or has a NUL in it.
  fileprivate var plainText: String? {
    let content = bytes[contentStart...]
    guard !content.contains(0) else { return nil }
    return String(validating: content, as: UTF8.self)
  }
}
