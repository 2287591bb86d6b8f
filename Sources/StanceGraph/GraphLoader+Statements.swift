import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceStore

extension GraphLoader {
  mutating func loadStatements(_ text: SourceText) throws {
    var reader = GraphFileReader(text)
    var heading = StatementQualifiers()
    while let entry = reader.next() {
      do {
        switch entry.kind {
        case .heading(let qualifiers): heading = try StatementQualifiers(qualifiers)
        case .statement(let statement): try load(statement, under: heading, at: entry.span)
        case .title, .kind, .relation, .source, .node, .fact: continue
        }
      } catch let diagnostic as Diagnostic {
        note(diagnostic)
      }
    }
  }

  private mutating func load(
    _ syntax: StatementSyntax, under heading: StatementQualifiers, at span: SourceSpan
  ) throws {
    let relation = try relation(syntax.verb)
    let verb = relation.relation.forms.third
    let subject = try resolve(
      syntax.subject, kinds: relation.relation.subjects, fallback: nil, "the subject of ‘\(verb)’")
    let object = try resolve(
      syntax.object, kinds: relation.relation.objects, fallback: nil, "the object of ‘\(verb)’")
    try check(relation.relation, subject, object, at: syntax.object.span)
    let qualifiers = try StatementQualifiers(syntax.qualifiers).under(heading)
    var record = StatementRecord(subject: subject.id, relation: relation.id, object: object.id)
    var line = CanonicalStatement(subject: subject.name, verb: verb, object: object.name)
    if let speaker = qualifiers.speaker {
      let node = try resolve(speaker, kinds: [.actor], fallback: .actor, "the speaker")
      record.speaker = node.id
      line.speaker = node.name
    }
    if let source = qualifiers.source {
      let known = try self.source(source.text, at: source.span)
      record.source = known.id
      line.source = known.name
    }
    fill(&record, &line, qualifiers)
    try checkQuotation(of: record, at: qualifiers.offsets?.span ?? span)
    switch try writer.put(record, hash: line.hash, file: origins.file) {
    case .added: report.added += 1
    case .known(let id):
      report.known += 1
      origins.make(id)
    case .repeated(let id):
      report.known += 1
      origins.make(id)
      note(
        Diagnostic(
          .warning, .duplicateStatement, "this statement stands here twice", at: span,
          help: "take one of them out"))
    }
    if (report.added + report.known) % 1000 == 0 {
      options.progress(
        Double(readBytes + span.end) / Double(max(1, byteCount)), report.added + report.known)
    }
  }

  private func fill(
    _ record: inout StatementRecord, _ line: inout CanonicalStatement,
    _ qualifiers: StatementQualifiers
  ) {
    record.date = qualifiers.date
    record.quote = qualifiers.quote
    record.condition = qualifiers.condition
    record.start = qualifiers.offsets?.value.start
    record.end = qualifiers.offsets?.value.end
    record.confidence = qualifiers.confidence?.value
    line.date = record.date
    line.quote = record.quote
    line.condition = record.condition
    line.start = record.start
    line.end = record.end
  }

  private func relation(_ verb: Verb) throws -> RelationRecord {
    guard case .word(let text) = verb.kind else {
      throw Diagnostic(.error, .expected, "a statement needs a verb", at: verb.span)
    }
    if let known = relations.first(where: { $0.relation.forms.all.contains(text) }) { return known }
    let forms = relations.flatMap { record in
      record.relation.forms.all.map { (key: $0, name: record.relation.forms.third) }
    }
    let nearest = Suggestion.nearest(to: text, among: forms)
    let guess = Suggestion.didYouMean(nearest, "‘", "’").map { $0 + " " } ?? ""
    let known = relations.map(\.relation.forms.third).sorted().joined(separator: ", ")
    throw Diagnostic(
      .error, .unknownRelation, "no relation is called ‘\(text)’", at: verb.span,
      help: guess + "known: " + known)
  }

  private func check(
    _ relation: Relation, _ subject: NodeRecord, _ object: NodeRecord, at span: SourceSpan
  ) throws {
    let pair = Relation.Signature(subject: subject.kind, object: object.kind)
    guard !relation.signatures.contains(pair) else { return }
    throw Diagnostic(
      .error, .wrongKind,
      "\(withArticle(subject.kind.name)) cannot \(relation.forms.base) "
        + withArticle(object.kind.name), at: span)
  }

  // MARK: - Names

  /// The node of a name that something has declared or a statement will use.
  mutating func known(_ name: GraphName) throws -> NodeRecord {
    try resolve(name, kinds: .all, fallback: nil, "the subject")
  }

  /// The node that a name stands for where only some kinds may stand. An undeclared one takes its
  /// kind from the position, with a warning, if there is only one; strictly, it is an error.
  mutating func resolve(
    _ name: GraphName, kinds: Set<NodeKind>, fallback: NodeKind?, _ role: String
  ) throws -> NodeRecord {
    let key = NameKey.key(name.text)
    var named = names.named(key: key)
    if named.isEmpty, let rest = NameKey.withoutArticle(name.text) {
      named = names.named(key: NameKey.key(rest))
    }
    var nodes = try ofStatedType(named, name)
    let allowed = nodes.filter { kinds.contains($0.kind) }
    if nodes.count > 1, !allowed.isEmpty { nodes = allowed }
    if nodes.count > 1 {
      let readings = nodes.map { "the \($0.type) \(quotedIfNeeded($0.name))" }
      throw Diagnostic(
        .error, .ambiguousName, "‘\(name.text)’ may be \(readings.joined(separator: " or "))",
        at: name.span, help: "write \(readings[0]), or the full name")
    }
    if let node = nodes.first {
      guard kinds.contains(node.kind) else {
        throw Diagnostic(
          .error, .wrongKind,
          "“\(node.name)” is \(withArticle(node.kind.name)); \(role) must be \(kinds.phrase)",
          at: name.span)
      }
      return node
    }
    return try undeclared(name, key: key, kinds: kinds, fallback: fallback)
  }

  /// The nodes that are of the type which the name is written with, if it is.
  private func ofStatedType(
    _ nodes: [NodeRecord], _ name: GraphName
  ) throws(Diagnostic) -> [NodeRecord] {
    guard let word = name.kind else { return nodes }
    guard types.kind(of: word.text) != nil else { throw .unknownKind(word, types) }
    let fitting = nodes.filter { types.isBelow($0.type, word.text) }
    guard fitting.isEmpty, let other = nodes.first else { return fitting }
    throw Diagnostic(
      .error, .wrongKind,
      "“\(other.name)” is \(withArticle(other.type)), not \(withArticle(word.text))", at: word.span)
  }

  private mutating func undeclared(
    _ name: GraphName, key: String, kinds: Set<NodeKind>, fallback: NodeKind?
  ) throws -> NodeRecord {
    // A file that declares nothing is not misspelt throughout.
    undeclaredCount += 1
    let pool = undeclaredCount > Self.suggestionLimit ? [] : names.names
    let guess = Suggestion.didYouMean(Suggestion.nearest(to: key, among: pool), "“", "”")
    let declaration = "or declare it: \(quotedIfNeeded(name.text)) is a …"
    let only = kinds.count == 1 ? kinds.first : fallback
    guard !options.isStrict, let kind = only else {
      throw Diagnostic(
        .error, .unknownName, "nothing in this graph is called ‘\(name.text)’", at: name.span,
        help: guess.map { "\($0) \(declaration)" }
          ?? "declare it: \(quotedIfNeeded(name.text)) is a …")
    }
    if reported.insert(key).inserted {
      note(
        Diagnostic(
          .warning, .undeclaredName,
          "‘\(name.text)’ is not declared; it is taken for \(withArticle(kind.name))",
          at: name.span, help: guess))
    }
    let node = try newNode(name.text, kind, type: kind.name, isDeclared: false)
    warnOfLookalike(of: name, id: node.id)
    return node
  }

  private mutating func source(_ name: String, at span: SourceSpan) throws -> SourceRecord {
    let key = NameKey.key(name)
    if let known = sources.source(key: key) { return known }
    undeclaredCount += 1
    let guess = undeclaredCount > Self.suggestionLimit ? nil : sources.suggestion(key: key)
    guard !options.isStrict else {
      throw Diagnostic(
        .error, .unknownName, "no source is called ‘\(name)’", at: span,
        help: guess ?? "declare it: source \(quotedIfNeeded(name)) \"title\" on 2025-05-11.")
    }
    note(
      Diagnostic(
        .warning, .undeclaredName, "the source ‘\(name)’ is not declared", at: span, help: guess))
    let source = newSource(name)
    try keep(source)
    return source
  }
}
