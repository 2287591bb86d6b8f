import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceStore

extension GraphLoader {
  /// Stores all declarations, in an order in which each finds what it builds on.
  mutating func declare(_ texts: [SourceText]) throws {
    try declareTitles()
    try declareTypes(texts)
    for (file, relation) in declarations.relations {
      try attempt(file) { loader in try loader.declare(relation) }
    }
    try settleRelations()
    try declareSources(texts)
    try takeTexts()
    try readNodes()
    for (file, node) in declarations.nodes where node.type != nil {
      try attempt(file) { loader in try loader.declare(node, in: texts[file]) }
    }
    for (file, node, alias) in declarations.aliases {
      try attempt(file) { loader in try loader.declare(alias, of: node) }
    }
    for (file, node) in declarations.nodes {
      try attempt(file) { loader in try loader.declareGroups(of: node) }
    }
    try storeAffiliations(texts)
    // Of a node that was made of two, the attributes that it has under its own name count.
    let isFormer = declarations.facts.map { names.isFormer(key: NameKey.key($0.1.text)) }
    for formerly in [false, true] {
      for (fact, former) in zip(declarations.facts, isFormer) where former == formerly {
        try attempt(fact.file) { loader in
          try loader.declare(fact.1, fact.2, fact.3, isFormer: former)
        }
      }
    }
  }

  private mutating func declareSources(
    _ texts: [SourceText]
  ) throws {
    for (file, source) in declarations.sources {
      try attempt(file) { loader in try loader.declare(source) }
    }
    for source in sources.all {
      let isSaid = !origins.sayings(of: .source, source.id).isEmpty
      guard isSaid || origins.isTouched(.source, source.id) else { continue }
      let settled = settled(SourceRecord(id: source.id, name: source.name))
      try keep(settled)
      sources.insert(settled)
    }
    for (file, source) in declarations.sources where source.file != nil {
      try attempt(file) { loader in
        try loader.takeDocument(of: source, in: texts[file])
      }
    }
  }

  /// Runs one declaration; a diagnostic is kept with its file.
  mutating func attempt(
    _ file: Int, _ body: (inout GraphLoader) throws -> Void
  ) throws {
    origins.current = file
    do {
      try body(&self)
    } catch let diagnostic as Diagnostic {
      note(diagnostic)
    }
  }

  // MARK: - Types and relations

  /// Types may be declared in any order: those whose parent is known first.
  private mutating func declareTypes(
    _ texts: [SourceText]
  ) throws {
    var open = declarations.kinds
    var madeProgress = true
    while madeProgress {
      let ready = open.filter { types.kind(of: $0.2.text) != nil }
      open.removeAll { types.kind(of: $0.2.text) != nil }
      for (file, type, parent) in ready {
        try attempt(file) { loader in
          try loader.declare(type, below: parent, in: texts[file])
        }
      }
      madeProgress = !ready.isEmpty
    }
    for (file, _, parent) in open {
      note(.unknownKind(parent, types), of: file)
    }
  }

  private mutating func declare(_ type: Word, below parent: Word, in text: SourceText) throws {
    if NodeKind.allCases.contains(where: { $0.name == type.text }) {
      throw Diagnostic(
        .error, .contradictingDeclaration, "‘\(type.text)’ is one of the three kinds",
        at: type.span, help: "choose another name for the type")
    }
    if let known = types.parents[type.text], known != parent.text {
      let file = try writer.file(stating: .type, 0, type.text)
      let place = typePlaces[type.text] ?? file
      throw Diagnostic(
        .error, .contradictingDeclaration,
        "every \(type.text) is \(withArticle(known)) already", at: type.span,
        help: place.map { "change one of the two; the other is in \($0)" })
    }
    if typePlaces[type.text] == nil {
      typePlaces[type.text] = "\(text.name):\(text.position(of: type.span.start).line)"
    }
    types.add(type.text, below: parent.text)
    origins.state(DeclaredThing(.type, 0, type.text))
    try writer.putType(type.text, below: parent.text)
  }

  private mutating func declare(_ syntax: RelationSyntax) throws {
    let subjects = try kinds(syntax.subjects)
    let objects = try kinds(syntax.objects)
    let forms = forms(of: syntax)
    if let clash = relations.first(where: {
      $0.relation.forms != forms && !Set($0.relation.forms.all).isDisjoint(with: forms.all)
    }) {
      throw Diagnostic(
        .error, .contradictingDeclaration,
        "‘\(forms.third)’ is a form of ‘\(clash.relation.forms.third)’ already",
        at: syntax.verb.span)
    }
    try check(syntax, forms)
    let added = Relation(forms: forms, subjects: subjects, objects: objects)
    var record = RelationRecord(id: openRelations[forms.base] ?? nextRelation, relation: added)
    if let index = relations.firstIndex(where: { $0.relation.forms == forms }) {
      record = relations[index]
      record.relation.signatures.formUnion(added.signatures)
    }
    nextRelation = max(nextRelation, record.id + 1)
    relations.removeAll { $0.id == record.id }
    relations.append(record)
    relations.sort { $0.id < $1.id }
    let saying = RelationSaying(signatures: added.signatures, opposite: syntax.opposite?.text)
    origins.state(DeclaredThing(.relation, record.id, saying.detail))
    if let opposite = syntax.opposite { try checkVerb(opposite) }
  }

  /// Refuses a verb that would take the place of a derived one, that is its own opposite, or that is
  /// written in its -s form.
  private func check(_ syntax: RelationSyntax, _ forms: VerbForms) throws {
    if let derived = forms.all.lazy.compactMap(Library.prelude.relation(written:)).first {
      throw Diagnostic(
        .error, .contradictingDeclaration,
        "‘\(derived)’ follows from other verbs in every graph and cannot be declared",
        at: syntax.verb.span, help: "choose another verb")
    }
    if let opposite = syntax.opposite, opposite.text == forms.base {
      throw Diagnostic(
        .error, .contradictingDeclaration, "‘\(forms.base)’ cannot be its own opposite",
        at: opposite.span)
    }
    let verb = syntax.verb.text
    if syntax.irregular == nil, let base = VerbForms.baseForm(ofThird: verb) {
      throw Diagnostic(
        .error, .contradictingDeclaration, "‘\(verb)’ is not the base form of a verb",
        at: syntax.verb.span,
        help:
          "did you mean ‘\(base)’? else give the forms: \(verb) (\(VerbForms(base: verb).third), "
          + "\(VerbForms(base: verb).past))")
    }
  }

  /// The opposite may be declared later.
  private func checkVerb(_ word: Word) throws {
    guard !relations.contains(where: { $0.relation.forms.base == word.text }),
      !declarations.relations.contains(where: { $0.1.verb.text == word.text })
    else { return }
    throw Diagnostic(
      .error, .unknownRelation, "no relation is called ‘\(word.text)’", at: word.span,
      help: "known: " + relations.map(\.relation.forms.base).sorted().joined(separator: ", "))
  }

  private func forms(of syntax: RelationSyntax) -> VerbForms {
    guard let irregular = syntax.irregular else {
      return VerbForms(base: syntax.verb.text, particle: syntax.particle)
    }
    return VerbForms(
      base: syntax.verb.text, third: irregular.third, past: irregular.past,
      particle: syntax.particle)
  }

  private func kinds(_ words: [Word]) throws -> Set<NodeKind> {
    var kinds: Set<NodeKind> = []
    for word in words {
      guard let kind = NodeKind.allCases.first(where: { $0.name == word.text }) else {
        throw Diagnostic(
          .error, .unknownKind, "a verb joins kinds, and ‘\(word.text)’ is none", at: word.span,
          help: "known: actor, place, proposal")
      }
      kinds.insert(kind)
    }
    return kinds
  }

  // MARK: - Sources

  private mutating func declare(_ syntax: SourceSyntax) throws {
    var said = SourceRecord(id: newSource(syntax.name.text).id, name: syntax.name.text)
    said.title = syntax.title
    said.publisher = syntax.publisher
    if case .date(let date)? = syntax.date?.kind { said.date = date }
    said.url = syntax.url
    said.language = syntax.language
    said.file = syntax.file
    said.sha256 = syntax.sha256
    origins.state(DeclaredThing(.source, said.id, said.detail))
  }

  // MARK: - Nodes

  private mutating func declare(_ syntax: NodeSyntax, in text: SourceText) throws {
    guard let word = syntax.type else { return }
    guard let kind = types.kind(of: word.text) else { throw Diagnostic.unknownKind(word, types) }
    let key = NameKey.key(syntax.name.text)
    let line = text.position(of: word.span.start).line
    let saying = NodeSaying(type: word.text, name: syntax.name.text)
    guard var node = names.canonical(key: key) else {
      let node = try newNode(syntax.name.text, kind, type: word.text, isDeclared: true)
      origins.state(DeclaredThing(.node, node.id, saying.detail))
      warnOfLookalike(of: syntax.name, id: node.id)
      places[node.id] = "\(text.name):\(line)"
      return
    }
    let before = node
    origins.state(DeclaredThing(.node, node.id, saying.detail))
    let said = origins.sayings(of: .node, node.id).map(NodeSaying.init(detail:))
    guard let type = settledType(of: said, name: node.name), let kind = types.kind(of: type) else {
      throw try contradiction(node, word)
    }
    if node.kind != kind {
      changedKinds[node.id] = changedKinds[node.id] ?? (node.kind, origins.current, word.span)
    }
    (node.kind, node.type, node.isDeclared) = (kind, type, true)
    if !names.isRenamed(node.id) { node.name = said[0].name }
    if places[node.id] == nil { places[node.id] = "\(text.name):\(line)" }
    names.update(node)
    try writer.put(node)
    if node.name != before.name { try respell(node) }
  }

  private func contradiction(_ node: NodeRecord, _ word: Word) throws -> Diagnostic {
    let file = try writer.file(stating: .node, node.id) ?? "the graph"
    let place = places[node.id].map { "at \($0)" } ?? "in \(file)"
    return Diagnostic(
      .error, .contradictingType,
      "“\(node.name)” is \(withArticle(word.text)) here and \(withArticle(node.type)) \(place)",
      at: word.span, help: "give one of the two another name")
  }

  private mutating func declare(_ alias: GraphName, of name: GraphName) throws {
    let node = try known(name)
    let key = NameKey.key(alias.text)
    names.addAlias(key: key, of: node.id)
    let thing = DeclaredThing(.alias, node.id, key)
    if key != NameKey.key(node.name), !origins.isStated(thing) {
      try writer.putAlias(alias.text, of: node.id)
    }
    origins.state(thing)
    warnOfLookalike(of: alias, id: node.id)
  }

  /// Warns where a name looks like that of another thing without being the same.
  mutating func warnOfLookalike(of name: GraphName, id: Int) {
    let key = NameKey.key(name.text)
    guard let other = names.lookalike(of: name.text, key: key, id: id) else { return }
    note(
      Diagnostic(
        .warning, .confusableName,
        "‘\(name.text)’ looks like ‘\(other)’ and is not the same name", at: name.span,
        help: "write one of the two; or, for one thing: \(quotedIfNeeded(other)) is also "
          + quotedIfNeeded(name.text)))
  }

  private mutating func declare(
    _ name: GraphName, _ attribute: Word, _ value: Value, isFormer: Bool
  ) throws {
    let node = try known(name)
    let stored: AttributeValue
    switch value.kind {
    case .number(.integer(let number)): stored = .integer(number)
    case .number(.real(let number)): stored = .real(number)
    case .date(let date): stored = .text(date.description)
    case .text(let text): stored = .text(text)
    case .parameter:
      throw Diagnostic(.error, .expected, "a fact of a graph file is a value", at: value.span)
    }
    let key = AttributeKey(node: node.id, name: attribute.text)
    if let known = attributes[key], known != stored {
      if isFormer { return }
      throw Diagnostic(
        .error, .contradictingDeclaration,
        "“\(node.name)” has another \(attribute.text), \(known), in "
          + (try writer.file(stating: .attribute, node.id, attribute.text) ?? "these files"),
        at: value.span)
    }
    attributes[key] = stored
    origins.state(DeclaredThing(.attribute, node.id, attribute.text))
    try writer.putAttribute(attribute.text, stored, of: node.id)
  }

  mutating func newNode(
    _ name: String, _ kind: NodeKind, type: String, isDeclared: Bool
  ) throws -> NodeRecord {
    let (id, isOld) = names.number(forKey: NameKey.key(name))
    let node = NodeRecord(id: id, kind: kind, type: type, name: name, isDeclared: isDeclared)
    names.add(node)
    if !isOld { report.nodes += 1 }
    try writer.put(node)
    return node
  }

  /// The source of a name; a new one where none has it yet.
  mutating func newSource(_ name: String) -> SourceRecord {
    let key = NameKey.key(name)
    if let known = sources.named(key: key) { return known }
    let old = openSources[key]
    let source = SourceRecord(id: old ?? nextSource, name: name)
    if old == nil {
      nextSource += 1
      report.sources += 1
    }
    sources.insert(source)
    return source
  }
}

extension Diagnostic {
  /// A word stands where a kind or type should, and is none.
  static func unknownKind(_ word: Word, _ types: TypeTree) -> Diagnostic {
    let known = (types.names + NodeKind.allCases.map(\.name)).sorted()
    return Diagnostic(
      .error, .unknownKind, "no kind is called ‘\(word.text)’", at: word.span,
      help: "known: " + known.joined(separator: ", "))
  }
}
