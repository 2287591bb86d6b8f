import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
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

  /// The longest chain of groups that belong to groups.
  static let affiliationLimit = 64
  /// The most such chains, which can be very many where groups have several groups each.
  static let chainLimit = 5_000_000

  let writer: GraphWriter
  let options: ImportOptions
  var report = ImportReport()
  var types = TypeTree.builtIn
  var relations: [RelationRecord] = []
  var nextRelation = 1
  /// The numbers of verbs that only the files that are loaded anew have declared.
  var openRelations: [String: Int] = [:]
  /// The verbs and sources as they are stored.
  var storedRelations: [Int: Relation] = [:]
  var storedSources: [Int: SourceRecord] = [:]
  /// The numbers of sources that are there no longer unless a file names them again.
  var openSources: [String: Int] = [:]
  /// Nodes that are declared to be of another kind than they were, with what they were and where.
  var changedKinds: [Int: (kind: NodeKind, file: Int, span: SourceSpan)] = [:]
  var names = NameTable()
  var sources = SourceTable()
  var nextSource = 1
  var affiliations = AffiliationGraph()
  var declarations = Declarations()
  /// What there is to say of each file.
  private var diagnostics: [[Diagnostic]] = []
  /// Where each node was first given its type.
  var places: [Int: String] = [:]
  /// Where each type was first declared.
  var typePlaces: [String: String] = [:]
  var attributes: [AttributeKey: AttributeValue] = [:]
  /// Names for which a warning has been given.
  var reported: Set<String> = []
  /// How many names that nothing has were met.
  var undeclaredCount = 0
  /// The texts of sources that are at hand, by the sources' numbers.
  var documents: [Int: DocumentText?] = [:]
  /// The length of the texts, and of those of them that have been read to their end.
  var byteCount = 0
  var readBytes = 0
  /// Which file says what, and said it before.
  var origins = Origins()

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
    var affiliations: [(file: Int, SourceSpan, AffiliationRecord)] = []
    /// The title of each file.
    var titles: [(file: Int, name: String, title: String)] = []

    /// Takes the title of a file that is first by name, so that the order of sentences does not
    /// matter.
    mutating func take(title text: String, name: String, of file: Int) {
      if let known = titles.firstIndex(where: { $0.file == file }) {
        guard (name, text) < (titles[known].name, titles[known].title) else { return }
        titles.remove(at: known)
      }
      titles.append((file, name, text))
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

  init(_ writer: GraphWriter, _ options: ImportOptions) {
    self.writer = writer
    self.options = options
  }

  /// - Throws: ``ImportRefused`` where a file has errors.
  mutating func load(_ texts: [SourceText]) throws -> ImportReport {
    origins = try Origins(of: texts.map(options.fileName), in: writer)
    try readSchema()
    for text in texts { collect(text) }
    try declare(texts)
    byteCount = texts.reduce(0) { $0 + $1.bytes.count }
    for index in texts.indices {
      origins.current = index
      try loadStatements(texts[index])
      readBytes += texts[index].bytes.count
    }
    report.removed = try origins.removeWhatIsGone(from: writer)
    try checkChangedKinds()
    report.diagnostics = zip(texts, diagnostics).compactMap { text, diagnostics in
      diagnostics.isEmpty ? nil : DiagnosedText(source: text, diagnostics: diagnostics)
    }
    if report.hasErrors { throw ImportRefused(report: report) }
    return report
  }

  /// Keeps what there is to say of a file, of the current one where none is given. Of very much the
  /// first is kept; the last place is for an error, since one refuses the files.
  mutating func note(_ diagnostic: Diagnostic, of file: Int? = nil) {
    let file = file ?? origins.current
    if diagnostics[file].count < Self.diagnosticLimit {
      diagnostics[file].append(diagnostic)
    } else if diagnostic.severity == .error {
      diagnostics[file][Self.diagnosticLimit - 1] = diagnostic
    }
  }

  // MARK: - Reading declarations

  /// Collects the declarations of a file, and what its syntax gives to say.
  private mutating func collect(_ text: SourceText) {
    let file = diagnostics.count
    diagnostics.append([])
    var reader = GraphFileReader(text)
    while let entry = reader.next() {
      switch entry.kind {
      case .kind(let type, let parent): declarations.kinds.append((file, type, parent))
      case .relation(let relation): declarations.relations.append((file, relation))
      case .source(let source): declarations.sources.append((file, source))
      case .node(let node): declarations.nodes.append((file, node))
      case .fact(let name, let attribute, let value):
        declarations.facts.append((file, name, attribute, value))
      case .title(let name, let title):
        declarations.take(title: title ?? name.text, name: name.text, of: file)
      case .heading, .statement: continue
      }
    }
    for diagnostic in reader.diagnostics { note(diagnostic, of: file) }
  }
}
