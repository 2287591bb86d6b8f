import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

// Titles, verbs, sources and nodes follow from what all files say of them, so that it does not
// matter which file was loaded when.
extension GraphLoader {
  /// Stores the titles that files give and makes the graph's the last of them by name.
  mutating func declareTitles() throws {
    for (file, name, title) in declarations.titles {
      origins.current = file
      origins.state(DeclaredThing(.title, 0, TitleSaying(name: name, title: title).detail))
      (report.name, report.title) = (name, title)
    }
    guard !declarations.titles.isEmpty || origins.isTouched(.title) else { return }
    let last = origins.sayings(of: .title).last.map(TitleSaying.init(detail:))
    try writer.putMeta("name", last.flatMap { $0.name.isEmpty ? nil : $0.name })
    try writer.putMeta("title", last?.title)
  }

  /// Stores the relations as all files have declared them.
  mutating func settleRelations() throws {
    let opposites = settledOpposites()
    for index in relations.indices {
      let forms = relations[index].relation.forms
      relations[index].relation.opposite = opposites[forms.base]
      let record = relations[index]
      let stored = storedRelations[record.id]
      guard stored != record.relation else { continue }
      try writer.put(record)
      if let stored, stored.forms != forms {
        try writer.identifyAnew(where: "s.relation = \(bind: record.id)")
      }
    }
  }

  /// What is the opposite of a verb has that verb as its opposite; what is said last, in the order of
  /// verbs and sayings, counts.
  private func settledOpposites() -> [String: String] {
    var opposites: [String: String] = [:]
    for relation in Relation.builtIn { opposites[relation.forms.base] = relation.opposite }
    let bases = Set(relations.map(\.relation.forms.base))
    for record in relations {
      let base = record.relation.forms.base
      for detail in origins.sayings(of: .relation, record.id) {
        guard let other = RelationSaying(detail: detail).opposite, bases.contains(other) else {
          continue
        }
        (opposites[base], opposites[other]) = (other, base)
      }
    }
    return opposites
  }

  /// A source as all files describe it: of each field what the last saying has, in their order.
  func settled(_ source: SourceRecord, without ignored: [String] = []) -> SourceRecord {
    var source = source
    let said = origins.sayings(of: .source, source.id).filter { !ignored.contains($0) }
    if let spelling = said.first(where: { !SourceRecord.isGivenText($0) }) {
      source.name = SourceRecord.name(inDetail: spelling)
    }
    for detail in said { source.take(detail: detail) }
    return source
  }

  /// Stores a source that may differ from the stored one. A text that belonged to another file or
  /// hash goes.
  mutating func keep(_ source: SourceRecord) throws {
    guard let stored = storedSources.updateValue(source, forKey: source.id) else {
      return try writer.put(source)
    }
    guard stored != source else { return }
    try writer.put(source)
    if (stored.file, stored.sha256) != (source.file, source.sha256), stored.file != nil {
      let given = origins.sayings(of: .source, source.id).contains(where: SourceRecord.isGivenText)
      if !given || stored.sha256 != source.sha256 { try writer.putText(nil, of: source.id) }
    }
    if stored.name != source.name {
      try writer.identifyAnew(where: "s.source = \(bind: source.id)")
    }
  }

  /// The type of a node of which this is said, the most special one; nil where two contradict each
  /// other. A name that the node had before it got another counts where its own is not declared.
  func settledType(of said: [NodeSaying], name: String) -> String? {
    let key = NameKey.key(name)
    let own = said.filter { NameKey.key($0.name) == key }
    var settled: String?
    for type in (own.isEmpty ? said : own).map(\.type) {
      guard let other = settled else {
        settled = type
        continue
      }
      if types.isBelow(type, other) {
        settled = type
      } else if !types.isBelow(other, type) {
        return nil
      }
    }
    return settled
  }

  /// Spells a node as it is now, in its statements too.
  mutating func respell(_ node: NodeRecord) throws {
    try writer.respell(node.id, as: node.name)
    try writer.identifyAnew(namingNode: node.id)
  }
}
