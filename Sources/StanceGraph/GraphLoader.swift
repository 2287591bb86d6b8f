import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
import StanceStore

/// Takes the facts of graph files into a graph, within one transaction.
///
/// Each file is read twice: first for what it declares, wherever that stands, then for its
/// statements, so that the memory needed does not grow with their number.
struct GraphLoader {
  /// The most diagnostics that are kept of one file.
  static let diagnosticLimit = 1000
  /// The most undeclared names for which a known one is looked for.
  static let suggestionLimit = 20

  let writer: GraphWriter
  let isStrict: Bool
  let progress: (Int) -> Void
  var report = ImportReport()
  var types = TypeTree.builtIn
  var relations: [RelationRecord] = []
  var names = NameTable()
  var sources: [String: SourceRecord] = [:]
  var sourceTitles: [String: Int] = [:]
  var nextSource = 1
  var affiliations: Set<AffiliationRecord> = []
  var declarations = Declarations()
  /// The diagnostics of the file that is being read.
  var found: [Diagnostic] = []
  /// Where each node was first given its type.
  var places: [Int: String] = [:]
  var attributes: [AttributeKey: AttributeValue] = [:]
  /// Names for which a warning has been given.
  var reported: Set<String> = []

  struct AttributeKey: Hashable {
    var node: Int
    var name: String
  }

  /// What the files declare, each with the number of its file.
  struct Declarations {
    var kinds: [(file: Int, Word, Word)] = []
    var relations: [(file: Int, RelationSyntax)] = []
    var sources: [(file: Int, SourceSyntax)] = []
    var nodes: [(file: Int, NodeSyntax)] = []
    var facts: [(file: Int, GraphName, Word, Value)] = []
    var fileCount = 0

    /// Chooses among spellings of a name and orders sources by what they say, so that it does not
    /// matter where a second declaration stands.
    mutating func settle() {
      var spellings: [String: String] = [:]
      let keys = nodes.map { NameKey.key($0.1.name.text) }
      for (key, (_, node)) in zip(keys, nodes) where node.type != nil {
        spellings[key] = min(spellings[key] ?? node.name.text, node.name.text)
      }
      for (index, key) in keys.enumerated() where nodes[index].1.type != nil {
        nodes[index].1.name.text = spellings[key] ?? nodes[index].1.name.text
      }
      sources = sorted(sources) { $0.1.contents }
    }

    /// Each other name with the name of its thing, in order of spelling.
    var aliases: [(file: Int, GraphName, alias: GraphName)] {
      let all = nodes.flatMap { file, node in node.aliases.map { (file, node.name, alias: $0) } }
      return sorted(all) { $0.alias.text }
    }

    /// The elements by the bytes of a text, else in the order that they had.
    private func sorted<Element>(_ all: [Element], by text: (Element) -> String) -> [Element] {
      let keyed = all.enumerated().map {
        (text: Array(text($0.element).utf8), $0.offset, $0.element)
      }
      return keyed.sorted { left, right in
        left.text == right.text ? left.1 < right.1 : left.text.lexicographicallyPrecedes(right.text)
      }.map(\.2)
    }
  }

  init(_ writer: GraphWriter, isStrict: Bool, progress: @escaping (Int) -> Void) {
    self.writer = writer
    self.isStrict = isStrict
    self.progress = progress
  }

  /// - Throws: ``ImportRefused`` where a file has errors.
  mutating func load(_ texts: [SourceText]) throws -> ImportReport {
    try readExisting()
    var perFile: [[Diagnostic]] = []
    for text in texts { perFile.append(collect(text)) }
    try declare(texts, &perFile)
    for index in texts.indices {
      found = []
      try loadStatements(texts[index])
      perFile[index] += found
    }
    report.diagnostics = zip(texts, perFile).compactMap { text, diagnostics in
      diagnostics.isEmpty ? nil : DiagnosedText(source: text, diagnostics: diagnostics)
    }
    if report.hasErrors { throw ImportRefused(report: report) }
    return report
  }

  mutating func note(_ diagnostic: Diagnostic) {
    if found.count < Self.diagnosticLimit { found.append(diagnostic) }
  }

  // MARK: - What is there

  private mutating func readExisting() throws {
    let relationRows = try writer.rows(
      "SELECT id, base, third, past, opposite, built_in FROM relation ORDER BY id")
    let signatures = try writer.rows("SELECT relation, subject, object FROM signature")
    relations = StoredSchema.relations(relationRows, signatures: signatures).map {
      RelationRecord(id: $0.id, relation: $0.relation)
    }
    types = StoredSchema.types(try writer.rows("SELECT name, parent FROM type"))
    for row in try writer.rows("SELECT id, kind, type, name, declared FROM node") {
      guard let id = row[0].integer, let kind = row[1].integer.flatMap(NodeKind.init) else {
        continue
      }
      names.add(
        NodeRecord(
          id: id, kind: kind, type: row[2].text, name: row[3].text,
          isDeclared: row[4] == .integer(1)))
    }
    for row in try writer.rows("SELECT key, node, name FROM alias") {
      guard let node = row[1].integer else { continue }
      names.addAlias(key: row[0].text, of: node)
      _ = names.lookalike(of: row[2].text, key: row[0].text, id: node)
    }
    try readSources()
    for row in try writer.rows("SELECT member, grp, since_date, until_date FROM affiliation") {
      guard let member = row[0].integer, let group = row[1].integer else { continue }
      affiliations.insert(
        AffiliationRecord(
          member: member, group: group, since: row[2].integer.map(PartialDate.init(code:)),
          until: row[3].integer.map(PartialDate.init(code:))))
    }
  }

  private mutating func readSources() throws {
    let rows = try writer.rows(
      "SELECT id, name, key, title, publisher, d0, d1, url, language, file, sha256 FROM source")
    for row in rows {
      guard let id = row[0].integer else { continue }
      var source = SourceRecord(id: id, name: row[1].text)
      source.title = row[3].optionalText
      source.publisher = row[4].optionalText
      if let first = row[5].integer, let last = row[6].integer {
        source.date = PartialDate(first: first, last: last)
      }
      source.url = row[7].optionalText
      source.language = row[8].optionalText
      source.file = row[9].optionalText
      source.sha256 = row[10].optionalText
      sources[row[2].text] = source
      if let title = source.title { sourceTitles[NameKey.key(title)] = id }
      nextSource = max(nextSource, id + 1)
    }
  }

  // MARK: - Reading declarations

  /// Collects the declarations of a file and returns what its syntax gave to say.
  private mutating func collect(_ text: SourceText) -> [Diagnostic] {
    let file = declarations.fileCount
    declarations.fileCount += 1
    var reader = GraphFileReader(text)
    while let entry = reader.next() {
      switch entry.kind {
      case .kind(let type, let parent): declarations.kinds.append((file, type, parent))
      case .relation(let relation): declarations.relations.append((file, relation))
      case .source(let source): declarations.sources.append((file, source))
      case .node(let node): declarations.nodes.append((file, node))
      case .fact(let name, let attribute, let value):
        declarations.facts.append((file, name, attribute, value))
      case .title(let name, let title): take(title: title ?? name.text, name: name.text)
      case .heading, .statement: continue
      }
    }
    return Array(reader.diagnostics.prefix(Self.diagnosticLimit))
  }

  /// Of several titles in the files, one counts wherever it stands.
  private mutating func take(title: String, name: String) {
    if let known = report.name, let text = report.title, (known, text) <= (name, title) { return }
    report.title = title
    report.name = name
  }
}

extension SourceSyntax {
  /// Everything that is said of the source, as one text.
  fileprivate var contents: String {
    let day: String? = if case .date(let date)? = date?.kind { date.description } else { nil }
    return [name.text, title, publisher, day, url, language, file, sha256]
      .map { $0 ?? "" }.joined(separator: "\u{0}")
  }
}
