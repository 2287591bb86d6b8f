import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

extension Graph {
  /// Looks for everything that makes a graph less trustworthy: damage, quotations that their sources
  /// do not have, contradictions, and names that may be mistakes.
  ///
  /// - Parameter isQuick: looks at the database alone, not at what it says.
  /// - Throws: ``StoreFailure``
  public func check(isQuick: Bool = false) throws -> CheckReport {
    try store.read { reader in
      var check = GraphCheck(reader: reader)
      try check.database()
      if !isQuick {
        try check.statements()
        try check.contradictions()
        try check.names()
      }
      return check.report
    }
  }

  /// Makes the derived tables of a database anew.
  public static func repair(_ path: String, notice: (String) -> Void = { _ in }) throws {
    let store = try GraphStore.openForWriting(path, notice: notice)
    try store.deriveAnew()
    try store.close()
  }
}

/// A check in one reading transaction.
struct GraphCheck {
  let reader: GraphReader
  var report = CheckReport()

  init(reader: GraphReader) { self.reader = reader }

  mutating func note(_ finding: Finding) { report.findings.append(finding) }

  // MARK: - The database

  mutating func database() throws {
    for complaint in try reader.integrityComplaints() { note(Finding(.integrity, complaint)) }
    for table in try reader.derivedTablesThatDiffer() {
      note(
        Finding(
          .derived, "the table ‘\(table)’ does not follow from the statements",
          help: "stance check --repair makes it anew"))
    }
  }

  // MARK: - Statements

  /// Compares each statement with its identity and its quotation with the text.
  mutating func statements() throws {
    var documents = try Documents(reader)
    for finding in documents.findings { note(finding) }
    var found: [Finding] = []
    var counted = report
    try reader.forEachRow(StoredStatement.query()) { row in
      let statement = StoredStatement(row)
      counted.statements += 1
      if statement.line.hash.bytes != statement.hash {
        found.append(
          Finding(
            .identity, "the statement was changed by another program",
            statements: [statement.line.line]))
      }
      guard statement.line.quote != nil else { return }
      counted.quotations += 1
      guard let source = statement.source, let document = try documents.text(of: source, reader)
      else { return }
      counted.verified += 1
      if let finding = Finding(quotationOf: statement.line, in: document) { found.append(finding) }
    }
    counted.findings += found
    report = counted
  }
}

/// The texts of sources, of which the one that was used last is kept.
private struct Documents {
  private var last: (source: Int, text: DocumentText)?
  private var withText: Set<Int> = []
  private(set) var findings: [Finding] = []

  init(_ reader: GraphReader) throws {
    let sql: SQLFragment = "SELECT id, name, sha256, text FROM source WHERE text IS NOT NULL"
    try reader.forEachRow(sql) { row in
      if let id = row[0].integer { withText.insert(id) }
      let text = row[3].text
      guard let known = row[2].optionalText, !TextHash.isHash(known, of: text) else { return }
      findings.append(
        Finding(
          .hash,
          "the text of “\(row[1].text)” is not the one of its sha256; it has "
            + TextHash.sha256(text)))
    }
  }

  mutating func text(of source: Int, _ reader: GraphReader) throws -> DocumentText? {
    if let last, last.source == source { return last.text }
    guard withText.contains(source) else { return nil }
    let rows = try reader.rows("SELECT text FROM source WHERE id = \(bind: source)")
    guard let text = rows.first?.first?.optionalText else { return nil }
    let document = DocumentText(text)
    last = (source, document)
    return document
  }
}

extension Finding {
  /// What is wrong with the quotation of a statement, if something is. One without offsets may stand
  /// anywhere.
  fileprivate init?(quotationOf statement: CanonicalStatement, in document: DocumentText) {
    guard let quote = statement.quote else { return nil }
    let nearest: DocumentText.Match?
    let complaint: String
    if let start = statement.start, let end = statement.end {
      guard !document.holds(quote, from: start, to: end) else { return nil }
      nearest = document.nearest(to: quote, around: start)
      complaint = document.complaint(quote, start, end)
    } else {
      nearest = document.nearest(to: quote)
      guard nearest?.isExact != true else { return nil }
      complaint = "the text does not have the quotation"
    }
    self.init(.quotation, complaint, statements: [statement.line], help: nearest.map(\.help))
  }
}
