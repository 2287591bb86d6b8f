public import StanceDiagnostics
public import StanceLanguage
import StanceModel

/// A graph file whose statements are suggestions that a person accepts, edits or rejects.
public struct Draft {
  /// A statement that is to be decided on.
  public struct Suggestion: Sendable {
    /// The statement with what a heading says of it; names and verb as they are written.
    public var statement: CanonicalStatement
    /// The comment lines above it, without their sign: the reasons.
    public var remarks: [String]
    /// The sentence as it is written, without its end.
    public var sentence: String
    /// The sentence with its end, and the comments above it too.
    fileprivate var block: Range<Int>
    fileprivate var place: Range<Int>
  }

  /// What becomes of a suggestion in the text that is accepted.
  public enum Fate: Hashable, Sendable {
    case kept
    /// Another sentence stands in its place.
    case replaced(String)
    case left
  }

  public let source: SourceText
  public private(set) var suggestions: [Suggestion] = []
  /// The files that source sentences name, by the names of the sources.
  public private(set) var documents: [String: String] = [:]
  private var nodes: [(block: Range<Int>, names: Set<String>, groups: Set<String>)] = []
  private var facts: [(block: Range<Int>, name: String)] = []

  /// - Throws: ``DiagnosedText`` where the text is no graph file.
  public init(_ source: SourceText) throws(DiagnosedText) {
    self.source = source
    var reader = GraphFileReader(source)
    var heading = StatementQualifiers()
    var problems: [Diagnostic] = []
    while let entry = reader.next() {
      do throws(Diagnostic) {
        try add(entry, &heading)
      } catch {
        problems.append(error)
      }
    }
    problems += reader.diagnostics
    let found = DiagnosedText(source: source, diagnostics: problems)
    if found.hasErrors { throw found }
  }

  private mutating func add(
    _ entry: GraphEntry, _ heading: inout StatementQualifiers
  ) throws(Diagnostic) {
    switch entry.kind {
    case .heading(let qualifiers): heading = try StatementQualifiers(qualifiers)
    case .statement(let syntax): try add(syntax, heading, at: entry.span)
    case .node(let node):
      let names = [node.name] + node.aliases
      nodes.append(
        (
          block(of: entry.span), Set(names.map { NameKey.key($0.text) }),
          Set(node.groups.map { NameKey.key($0.name.text) })
        ))
    case .fact(let name, _, _):
      facts.append((block(of: entry.span), NameKey.key(name.text)))
    case .source(let source): documents[NameKey.key(source.name.text)] = source.file
    case .title, .kind, .relation: return
    }
  }

  private mutating func add(
    _ syntax: StatementSyntax, _ heading: StatementQualifiers, at span: SourceSpan
  ) throws(Diagnostic) {
    guard case .word(let verb) = syntax.verb.kind else { return }
    let qualifiers = try StatementQualifiers(syntax.qualifiers).under(heading)
    var statement = CanonicalStatement(
      subject: syntax.subject.text, verb: verb, object: syntax.object.text)
    statement.date = qualifiers.date
    statement.speaker = qualifiers.speaker?.text
    statement.source = qualifiers.source?.text
    statement.quote = qualifiers.quote
    statement.condition = qualifiers.condition
    statement.start = qualifiers.offsets?.value.start
    statement.end = qualifiers.offsets?.value.end
    statement.confidence = qualifiers.confidence?.value
    let block = block(of: span)
    suggestions.append(
      Suggestion(
        statement: statement, remarks: remarks(in: block.lowerBound..<span.start),
        sentence: source.text(span), block: block, place: span.start..<end(of: span)))
  }

  /// The file of the text that a suggestion was taken from, if the draft names one.
  public func document(of suggestion: Suggestion) -> String? {
    suggestion.statement.source.flatMap { documents[NameKey.key($0)] }
  }

  // MARK: - What is accepted

  /// The draft with some of its suggestions, without the names that only the others need.
  ///
  /// - Parameter fates: one for each suggestion.
  /// - Throws: ``DiagnosedText`` where a sentence that stands in place of another is none.
  public func text(with fates: [Fate]) throws(DiagnosedText) -> String {
    var needed: Set<String> = []
    var cuts: [(range: Range<Int>, text: String)] = []
    for (suggestion, fate) in zip(suggestions, fates) {
      switch fate {
      case .left: cuts.append((suggestion.block, ""))
      case .kept: needed.formUnion(suggestion.names)
      case .replaced(let sentence):
        needed.formUnion(try Self.names(in: sentence))
        cuts.append((suggestion.place, sentence.hasSuffix(".") ? sentence : sentence + "."))
      }
    }
    addGroups(to: &needed)
    for node in nodes where node.names.isDisjoint(with: needed) { cuts.append((node.block, "")) }
    for fact in facts where !needed.contains(fact.name) { cuts.append((fact.block, "")) }
    return text(cutting: cuts)
  }

  /// The groups of what is needed are needed, under all of their names.
  private func addGroups(to needed: inout Set<String>) {
    var count = -1
    while count != needed.count {
      count = needed.count
      for node in nodes where !node.names.isDisjoint(with: needed) {
        needed.formUnion(node.groups)
        needed.formUnion(node.names)
      }
    }
  }

  private func text(cutting cuts: [(range: Range<Int>, text: String)]) -> String {
    var bytes: [UInt8] = []
    var position = source.contentStart
    for cut in cuts.sorted(by: { $0.range.lowerBound < $1.range.lowerBound })
    where cut.range.lowerBound >= position {
      bytes += source.bytes[position..<cut.range.lowerBound]
      bytes += Array(cut.text.utf8)
      position = cut.range.upperBound
    }
    bytes += source.bytes[position...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The keys of the names in sentences of a graph file that a person wrote.
  private static func names(in sentence: String) throws(DiagnosedText) -> Set<String> {
    let draft = try Draft(SourceText(name: "<edited>", sentence))
    return Set(draft.suggestions.flatMap(\.names))
  }

  // MARK: - Places

  /// The offset behind the full stop of a sentence.
  private func end(of span: SourceSpan) -> Int {
    let rest = source.bytes[span.end...]
    guard let stop = rest.firstIndex(where: { $0 > 0x20 }), isEnd(source.bytes[stop]) else {
      return span.end
    }
    return stop + 1
  }

  private func isEnd(_ byte: UInt8) -> Bool { [0x2E, 0x3B, 0x3F].contains(byte) }

  /// A sentence with its end, with the comment lines directly above it and, where it is alone on its
  /// lines, with the line's end and an empty line behind it.
  private func block(of span: SourceSpan) -> Range<Int> {
    let bytes = source.bytes
    var end = end(of: span)
    var start = lineStart(before: span.start)
    guard bytes[start..<span.start].allSatisfy({ $0 <= 0x20 }) else { return span.start..<end }
    while start > source.contentStart {
      let above = lineStart(before: start - 1)
      guard bytes[above..<start].first(where: { $0 > 0x20 }) == UInt8(ascii: "#") else { break }
      start = above
    }
    for _ in 0..<2 {
      guard let next = bytes[end...].firstIndex(where: { $0 != 0x20 && $0 != 0x0D }),
        bytes[next] == UInt8(ascii: "\n")
      else { break }
      end = next + 1
    }
    return start..<end
  }

  private func lineStart(before offset: Int) -> Int {
    let line = source.bytes[source.contentStart..<offset]
    return line.lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? source.contentStart
  }

  private func remarks(in range: Range<Int>) -> [String] {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).compactMap { line in
      let line = line.drop { $0 == " " || $0 == "\t" }
      guard line.first == "#" else { return nil }
      return String(line.drop { $0 == "#" || $0 == " " })
    }
  }
}

extension Draft.Suggestion {
  /// The keys of the names in it.
  fileprivate var names: [String] {
    [statement.subject, statement.object, statement.speaker].compactMap(\.self).map(NameKey.key)
  }
}
