public import StanceDiagnostics
internal import StanceLanguage
internal import StanceModel

/// Statements that another program has extracted from documents, as the sentences of a graph file.
///
/// The input is JSON Lines: documents with `id` and `text`, and lines with `id` and `statements`; one
/// line may be both. What a program says of a text is believed only where the text says it: a
/// statement whose `evidence` or `quote` does not equal the text at its offsets is dropped.
public struct ExtractedStatements {
  /// A line, or a statement in one, that was not taken over, and why.
  public struct Dropped: Hashable, Sendable {
    public var file: String
    public var line: Int
    public var reason: Reason
    /// The field that is the reason, where it is not what it should be in JSON.
    public var field: String?

    public init(file: String, line: Int, reason: Reason, field: String? = nil) {
      self.file = file
      self.line = line
      self.reason = reason
      self.field = field
    }
  }

  public enum Reason: String, CaseIterable, Sendable {
    case notJSON = "the line is no JSON object with an id"
    case wrongType = "a field is not of its type"
    case unknownDocument = "the text of the document is not known"
    case notInText = "the text does not have these words at these offsets"
    case conditionNotInText = "the text does not have the words of the condition"
    case notDated = "the date is none such as 2025-05-09"
    case unknownRelation = "the relation is none of supports, rejects, proposes, hosts"
    case unnamed = "the holder or the target has no name that a graph can hold"
    case notConfidence = "the confidence does not lie between 0 and 1"
    case notHeld = "its polarity is not ‘affirmed’; a graph states what is held alone"
  }

  /// For each document of which something is said its id and text.
  public private(set) var documents: [(id: String, text: String)] = []
  public private(set) var dropped: [Dropped] = []
  /// How many statements were taken over.
  public private(set) var count = 0
  /// Each file with the sentences of a graph file that it makes, sources and names included.
  public private(set) var files: [(name: String, text: String)] = []
  private var texts: [String: Document] = [:]
  private var documented: Set<String> = []
  /// Of the file that is being read.
  private var sentences: [String] = []
  private var declared: Set<String> = []

  /// - Parameter known: gives the text of a document that the files do not have, by its id.
  public init<Failure: Error>(
    _ files: [SourceText], known: (String) throws(Failure) -> String?
  ) throws(Failure) {
    let read = files.map { (file: $0, lines: ExtractedLine.read($0)) }
    for line in read.flatMap(\.lines) { line.document.map { texts[$0.id] = Document($0) } }
    for (file, lines) in read {
      (sentences, declared) = ([], [])
      for line in lines { try take(line, known) }
      self.files.append((file.name, sentences.map { $0 + "\n" }.joined()))
    }
  }

  private mutating func take<Failure: Error>(
    _ line: ExtractedLine, _ known: (String) throws(Failure) -> String?
  ) throws(Failure) {
    let extracted: ExtractedLine.Content
    switch line.content {
    case .read(let content): extracted = content
    case .faulty(let fault): return drop(line, fault)
    }
    guard let statements = extracted.statements, !statements.isEmpty else { return }
    if texts[extracted.id] == nil, let text = try known(extracted.id) {
      texts[extracted.id] = Document(ExtractedLine.Content(id: extracted.id, text: text))
    }
    for statement in statements {
      switch statement {
      case .read(let statement):
        guard let reason = take(statement, of: extracted.id) else { continue }
        dropped.append(Dropped(file: line.file, line: line.number, reason: reason))
      case .faulty(let fault): drop(line, fault)
      }
    }
  }

  private mutating func drop(_ line: ExtractedLine, _ fault: ExtractedLine.Fault) {
    dropped.append(
      Dropped(
        file: line.file, line: line.number, reason: fault.field == nil ? .notJSON : .wrongType,
        field: fault.field))
  }

  public init(_ files: [SourceText]) { self.init(files) { _ in nil } }

  /// The sentences of all files.
  public var text: String { files.map(\.text).joined() }

  /// Adds a statement, or says why not.
  private mutating func take(
    _ statement: ExtractedLine.Statement, of id: String
  ) -> Reason? {
    guard let document = texts[id] else { return .unknownDocument }
    guard let relation = statement.relation, Self.relations.contains(relation) else {
      return .unknownRelation
    }
    guard [nil, "affirmed"].contains(statement.polarity) else { return .notHeld }
    guard let holder = Self.name(statement.holder), let target = Self.name(statement.target) else {
      return .unnamed
    }
    guard let range = document.range(of: statement) else { return .notInText }
    let date = (statement.date ?? document.date).map { PartialDate(stamp: $0) }
    if case .some(nil) = date { return .notDated }
    let condition = statement.condition.map { document.text.nearest(to: $0) }
    if case .some(let match) = condition, match?.isExact != true { return .conditionNotInText }
    if let confidence = statement.confidence, !(0...1).contains(confidence) {
      return .notConfidence
    }
    var line = CanonicalStatement(subject: holder, verb: relation, object: target)
    line.date = date ?? nil
    line.speaker = Self.name(statement.speaker)
    line.quote = document.text.slice(range.lowerBound, range.upperBound)
    line.condition = condition??.text
    line.source = id
    (line.start, line.end) = (range.lowerBound, range.upperBound)
    line.confidence = statement.confidence
    guard let source = Self.sentence(of: document, id), Self.isRead(line.line) else {
      return .unnamed
    }
    declare(source, document, id)
    for actor in [holder, line.speaker].compactMap(\.self) { declare(actor, "an actor") }
    declare(target, "a proposal")
    sentences.append(line.line)
    count += 1
    return nil
  }

  private static let relations = ["supports", "rejects", "proposes", "hosts"]

  /// A name without the white space around it, or nil of nothing and of what is too long for one.
  private static func name(_ text: String?) -> String? {
    guard let text else { return nil }
    let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.isEmpty || words.unicodeScalars.count > 300 ? nil : words
  }

  private mutating func declare(_ name: String, _ kind: String) {
    guard declared.insert(NameKey.key(name)).inserted else { return }
    sentences.append("\(quotedIfNeeded(name, startsSentence: true)) is \(kind).")
  }

  private mutating func declare(_ sentence: String, _ document: Document, _ id: String) {
    guard declared.insert("source " + id).inserted else { return }
    if documented.insert(id).inserted { documents.append((id, document.content)) }
    sentences.append(sentence)
  }

  /// The source sentence of a document, without a title or publisher that the language refuses; nil
  /// where it refuses the id.
  private static func sentence(of document: Document, _ id: String) -> String? {
    var sentence = "source \(quotedIfNeeded(id))"
    guard isRead(sentence + ".") else { return nil }
    let parts = [
      document.title.map { " \(quoted($0))" },
      document.publisher.map { " by \(quotedIfNeeded($0))" },
      document.date.flatMap(PartialDate.init(stamp:)).map { " on \($0)" },
    ]
    for part in parts.compactMap(\.self) where isRead(sentence + part + ".") { sentence += part }
    return sentence + "."
  }

  /// Whether the language takes a sentence, whatever is in its names.
  private static func isRead(_ sentence: String) -> Bool {
    var reader = GraphFileReader(SourceText(name: "", sentence))
    let isEntry = reader.next() != nil && reader.next() == nil
    return isEntry && !reader.diagnostics.contains { $0.severity == .error }
  }
}

/// A document with its text addressed in Unicode scalars.
private struct Document {
  var title: String?
  var publisher: String?
  /// As it is written.
  var date: String?
  var content: String
  var text: DocumentText

  init(_ line: ExtractedLine.Content) {
    title = line.title
    publisher = line.source
    date = line.date
    content = line.text ?? ""
    text = DocumentText(content)
  }

  /// Where the words of a statement stand, if they stand where it says.
  func range(of statement: ExtractedLine.Statement) -> Range<Int>? {
    let words = [statement.quote, statement.evidence].compactMap(\.self)
    guard let start = statement.start, let end = statement.end else {
      guard let words = words.first, let match = text.nearest(to: words), match.isExact else {
        return nil
      }
      return match.range
    }
    guard start < end, text.slice(start, end) != nil else { return nil }
    guard words.allSatisfy({ text.holds($0, from: start, to: end) }) else { return nil }
    return start..<end
  }
}
