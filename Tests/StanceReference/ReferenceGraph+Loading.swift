public import StanceDiagnostics
public import StanceLanguage
import StanceModel

extension ReferenceGraph {
  /// Loads the text of a graph file. Throws ``Unsupported`` where it is erroneous.
  public init(_ source: SourceText) throws {
    var reader = GraphFileReader(source)
    var entries: [GraphEntry] = []
    while let entry = reader.next() { entries.append(entry) }
    if let error = reader.diagnostics.first(where: { $0.severity == .error }) {
      throw Unsupported("\(error.code.rawValue): \(error.message)")
    }
    try self.init(entries)
  }

  /// Loads parsed entries in several passes, since a name may be declared after its use.
  public init(_ entries: [GraphEntry]) throws {
    self.init()
    try declareTypes(entries)
    try declareRelations(entries)
    try declareTypedNodes(entries)
    declareSources(entries)
    try addStatements(entries)
    try describeNodes(entries)
  }

  private mutating func declareTypes(_ entries: [GraphEntry]) throws {
    for case .kind(let type, let parent) in entries.map(\.kind) {
      types.add(type.text, below: parent.text)
    }
    if let lost = types.names.first(where: { types.kind(of: $0) == nil }) {
      throw Unsupported("the type ‘\(lost)’ has no kind")
    }
  }

  // MARK: - Relations

  private mutating func declareRelations(_ entries: [GraphEntry]) throws {
    for case .relation(let syntax) in entries.map(\.kind) { try declare(syntax) }
    for relation in relations {
      guard let opposite = relation.opposite,
        let index = relations.firstIndex(where: { $0.forms.base == opposite })
      else { continue }
      relations[index].opposite = relation.forms.base
    }
  }

  private mutating func declare(_ syntax: RelationSyntax) throws {
    var forms = VerbForms(base: syntax.verb.text, particle: syntax.particle)
    if let irregular = syntax.irregular {
      forms = VerbForms(
        base: syntax.verb.text, third: irregular.third, past: irregular.past,
        particle: syntax.particle)
    }
    var declared = Relation(
      forms: forms, subjects: try kinds(syntax.subjects), objects: try kinds(syntax.objects),
      opposite: syntax.opposite?.text)
    guard let index = relations.firstIndex(where: { $0.forms.base == forms.base }) else {
      relations.append(declared)
      return
    }
    declared.signatures.formUnion(relations[index].signatures)
    declared.opposite = declared.opposite ?? relations[index].opposite
    relations[index] = declared
  }

  private func kinds(_ words: [Word]) throws -> Set<NodeKind> {
    Set(try words.map { try kind($0.text) })
  }

  private func kind(_ type: String) throws -> NodeKind {
    guard let kind = types.kind(of: type) else { throw Unsupported("no kind ‘\(type)’") }
    return kind
  }

  // MARK: - Nodes

  private mutating func declareTypedNodes(_ entries: [GraphEntry]) throws {
    for case .node(let syntax) in entries.map(\.kind) {
      guard let type = syntax.type?.text else { continue }
      let kind = try kind(type)
      let index = nodes(named: syntax.name.text).first { nodes[$0].kind == kind }
      let node = index ?? add(ReferenceNode(kind: kind, type: type, name: syntax.name.text))
      guard nodes[node].type == type || nodes[node].type == kind.name || type == kind.name else {
        throw Unsupported("\(syntax.name.text) is of two types")
      }
      if types.isBelow(type, nodes[node].type) { nodes[node].type = type }
      addAliases(syntax.aliases, to: node)
    }
  }

  private mutating func add(_ node: ReferenceNode) -> Int {
    nodes.append(node)
    return nodes.count - 1
  }

  private mutating func addAliases(_ aliases: [GraphName], to node: Int) {
    for alias in aliases where !nodes[node].aliases.contains(alias.text) {
      nodes[node].aliases.append(alias.text)
    }
  }

  private mutating func describeNodes(_ entries: [GraphEntry]) throws {
    for entry in entries {
      switch entry.kind {
      case .node(let syntax):
        let own: Set<NodeKind> = try syntax.type.map { [try kind($0.text)] } ?? .all
        let member = try node(syntax.name.text, syntax.name.kind, own)
        addAliases(syntax.aliases, to: member)
        for group in syntax.groups {
          let affiliation = ReferenceAffiliation(
            member: member, group: try self.group(group.name, of: member), since: group.since,
            until: group.until)
          if !affiliations.contains(affiliation) { affiliations.append(affiliation) }
        }
      case .fact(let name, let attribute, let value):
        nodes[try node(name.text, name.kind, .all)].attributes[attribute.text] = value.kind
      case .heading, .title, .kind, .relation, .source, .statement: continue
      }
    }
  }

  /// The group's node; one that nothing else declares is of its member's kind.
  private mutating func group(_ name: GraphName, of member: Int) throws -> Int {
    let isKnown = !nodes(named: name.text).isEmpty
    return try node(name.text, name.kind, isKnown ? .all : [nodes[member].kind])
  }

  /// The node of a name in a place that allows some kinds. An undeclared name becomes a node where
  /// its kind is certain.
  fileprivate mutating func node(
    _ name: String, _ type: Word?, _ allowed: Set<NodeKind>
  ) throws -> Int {
    var found = nodes(named: name)
    if let type = type?.text { found = found.filter { isNode($0, of: type) } }
    if found.count > 1 { found = found.filter { allowed.contains(nodes[$0].kind) } }
    if found.count > 1 { throw Unsupported("‘\(name)’ has several meanings") }
    if let only = found.first {
      guard allowed.contains(nodes[only].kind) else {
        throw Unsupported("‘\(name)’ is of the wrong kind")
      }
      return only
    }
    if let type = type?.text {
      return add(ReferenceNode(kind: try kind(type), type: type, name: name))
    }
    guard allowed.count == 1, let kind = allowed.first else {
      throw Unsupported("the kind of ‘\(name)’ is unknown")
    }
    return add(ReferenceNode(kind: kind, type: kind.name, name: name))
  }

  // MARK: - Sources

  private mutating func declareSources(_ entries: [GraphEntry]) {
    for case .source(let syntax) in entries.map(\.kind) {
      let index = source(syntax.name.text)
      sources[index].title = syntax.title ?? sources[index].title
      sources[index].publisher = syntax.publisher ?? sources[index].publisher
      if case .date(let date) = syntax.date?.kind { sources[index].date = date }
      sources[index].url = syntax.url ?? sources[index].url
      sources[index].language = syntax.language ?? sources[index].language
    }
  }

  /// The source of a name or title, added where there is none.
  fileprivate mutating func source(_ name: String) -> Int {
    if let index = sources(named: name).first { return index }
    sources.append(ReferenceSource(name: name))
    return sources.count - 1
  }
}

// MARK: - Statements

extension ReferenceGraph {
  private mutating func addStatements(_ entries: [GraphEntry]) throws {
    var heading: [Qualifier] = []
    for entry in entries {
      if case .heading(let qualifiers) = entry.kind { heading = qualifiers }
      guard case .statement(let syntax) = entry.kind else { continue }
      var statement = try statement(syntax)
      for qualifier in heading + syntax.qualifiers { try apply(qualifier, to: &statement) }
      let identity = statement.identity
      if statements.contains(where: { $0.identity == identity }) { continue }
      statement.hash = "\(identity)"
      statements.append(statement)
    }
  }

  private mutating func statement(_ syntax: StatementSyntax) throws -> ReferenceStatement {
    guard case .word(let word) = syntax.verb.kind, let relation = relation(word) else {
      throw Unsupported("a statement has no known verb")
    }
    let subject = try node(syntax.subject.text, syntax.subject.kind, relation.subjects)
    let object = try node(syntax.object.text, syntax.object.kind, relation.objects)
    let kinds = Relation.Signature(subject: nodes[subject].kind, object: nodes[object].kind)
    guard relation.signatures.contains(kinds) else {
      throw Unsupported("‘\(word)’ does not join such nodes")
    }
    return ReferenceStatement(subject: subject, relation: relation.forms.base, object: object)
  }

  /// Sets the field that a qualifier gives; a later one of the same kind replaces it.
  private mutating func apply(
    _ qualifier: Qualifier, to statement: inout ReferenceStatement
  ) throws {
    switch qualifier.kind {
    case .on(let syntax):
      guard case .date(let date) = syntax.kind else { throw Unsupported("no parameters here") }
      statement.date = date
    case .accordingTo(let base):
      let (name, kind) = try name(base)
      statement.speaker = try node(name, kind, [.actor])
    case .source(let base): statement.source = source(try name(base).text)
    case .saying(let value): statement.quote = try text(value)
    case .provided(let value): statement.condition = try text(value)
    case .at(let start, let end): (statement.start, statement.end) = (start, end)
    case .with(let field, nil, let value) where field.text == "confidence":
      guard case .number(let number) = value.kind else { throw Unsupported("no number") }
      statement.confidence = number.double
    case .with, .onVariable, .since, .until, .before, .after, .between, .when, .inParameter,
      .named:
      throw Unsupported("a statement cannot have this qualifier")
    }
  }

  private func name(_ base: Referent) throws -> (text: String, kind: Word?) {
    guard case .name(let text, let kind) = base.kind else { throw Unsupported("no name here") }
    return (text, kind)
  }

  private func text(_ value: Value) throws -> String {
    guard case .text(let text) = value.kind else { throw Unsupported("no text here") }
    return text
  }
}
