internal import StanceDiagnostics
internal import StanceModel

/// The things that a draft names, each once: actors and proposals of all its articles, and what they
/// are in a graph that is there already.
struct DraftNames {
  /// A line of the draft that declares something.
  struct Declaration {
    var name: String
    var type: String
    var group: String?
    var aliases: [String] = []
    var comments: [String] = []
  }

  private let known: KnownNames
  private(set) var actors: [Declaration] = []
  private(set) var proposals: [Declaration] = []
  private var actorNumbers: [String: Int] = [:]
  private var proposalNumbers: [String: Int] = [:]
  /// The keys of everybody who acts in some article.
  private var mentioned: Set<String> = []
  private var forms: [String: [ProposalForm]] = [:]

  init(known: KnownNames) { self.known = known }

  // MARK: - Actors

  /// Takes up the actors of a reading that the names mean, with the groups that they belong to.
  mutating func add(_ wanted: [String], of reading: Reading) {
    mentioned.formUnion(reading.actors.map { NameKey.key($0.name) })
    let byName = Dictionary(reading.actors.map { ($0.name, $0) }) { first, _ in first }
    for name in wanted { add(name, byName, depth: 0) }
  }

  private mutating func add(_ name: String, _ byName: [String: ReadActor], depth: Int) {
    guard actorNumbers[NameKey.key(name)] == nil, let clean = DraftText.name(name) else { return }
    let actor =
      byName[name] ?? ReadActor(name: name, kind: .group, aliases: [], affiliation: nil)
    var declaration = resolved(actor, clean)
    let number = actors.count
    actorNumbers[NameKey.key(name)] = number
    actorNumbers[NameKey.key(declaration.name)] = number
    actors.append(declaration)
    for alias in actor.aliases.compactMap(DraftText.name) where isFree(alias) {
      actorNumbers[NameKey.key(alias)] = number
      declaration.aliases.append(alias)
    }
    if let group = actor.affiliation, depth < 8 {
      add(group, byName, depth: depth + 1)
      declaration.group = actorNumbers[NameKey.key(group)].flatMap { parent in
        isBelow(parent, number) ? nil : actors[parent].name
      }
    }
    actors[number] = declaration
  }

  private func isFree(_ alias: String) -> Bool {
    actorNumbers[NameKey.key(alias)] == nil && known.nodes(named: alias).isEmpty
  }

  /// Whether an actor is another or belongs to it over any number of steps.
  private func isBelow(_ start: Int, _ goal: Int) -> Bool {
    var current = start
    for _ in 0...actors.count {
      if current == goal { return true }
      guard let group = actors[current].group, let next = actorNumbers[NameKey.key(group)] else {
        return false
      }
      current = next
    }
    return true
  }

  /// The actor as the known graph calls it, or under its own name.
  private func resolved(_ actor: ReadActor, _ name: String) -> Declaration {
    let own = Declaration(name: name, type: Self.type(of: actor))
    let names = [name] + actor.aliases
    let exact = names.lazy.map { (written: $0, nodes: known.nodes(named: $0)) }
      .first { !$0.nodes.isEmpty }
    guard let exact else { return suggested(own, actor) }
    let actors = exact.nodes.filter { $0.kind == .actor }
    if exact.nodes.count == 1, let node = actors.first {
      var declaration = Declaration(name: node.name, type: node.type)
      if NameKey.key(node.name) != NameKey.key(name) {
        declaration.comments.append("‘\(name)’ is “\(node.name)” of the graph")
      }
      return declaration
    }
    var declaration = own
    declaration.name = name + (actors.isEmpty ? " (actor)" : " (which one?)")
    let others = exact.nodes.map { "the \($0.type) “\($0.name)”" }.joined(separator: ", ")
    declaration.comments.append("the graph calls \(others) so too")
    return declaration
  }

  /// Notes people of the graph with the same last name.
  private func suggested(_ own: Declaration, _ actor: ReadActor) -> Declaration {
    guard actor.kind == .person else { return own }
    var declaration = own
    for node in known.people(called: own.name).prefix(3) {
      declaration.comments.append(
        "perhaps “\(node.name)” of the graph: the same last name; if so, add to it: also “\(own.name)”"
      )
    }
    return declaration
  }

  private static func type(of actor: ReadActor) -> String {
    switch actor.kind {
    case .person: "person"
    case .organization: "organization"
    case .country: actor.affiliation == nil ? "country" : "organization"
    case .bloc: actor.affiliation == nil ? "bloc" : "organization"
    case .group: "actor"
    }
  }

  /// The name of an actor in the draft.
  func actor(_ name: String) -> String? { actorNumbers[NameKey.key(name)].map { actors[$0].name } }

  // MARK: - Proposals

  /// The name in the draft of what a stance is about; nil where nothing can be named so.
  mutating func proposal(_ target: String) -> String? {
    guard let name = DraftText.name(Self.withoutDeterminer(target)) else { return nil }
    let key = NameKey.key(name)
    if let number = proposalNumbers[key] { return proposals[number].name }
    let nodes = known.nodes(named: name)
    var declaration = Declaration(name: name, type: "proposal")
    if nodes.count == 1, let node = nodes.first, node.kind == .proposal {
      declaration = Declaration(name: node.name, type: node.type)
      if NameKey.key(node.name) != key {
        declaration.comments.append("‘\(name)’ is “\(node.name)” of the graph")
      }
    } else if !nodes.isEmpty || actorNumbers[key] != nil || mentioned.contains(key) {
      declaration.name = name + " (proposal)"
      declaration.comments.append("‘\(name)’ is also something else; name what is meant")
    } else {
      declaration.comments = likenesses(of: ProposalForm(name, name: name))
    }
    proposalNumbers[key] = proposals.count
    proposalNumbers[NameKey.key(declaration.name)] = proposals.count
    proposals.append(declaration)
    return declaration.name
  }

  /// What may be the same proposal, wider or narrower, with the reason: at most three of the graph
  /// and of the draft each.
  private mutating func likenesses(of form: ProposalForm) -> [String] {
    let ofGraph = known.proposals(like: form).compactMap { sentence(form, $0, " of the graph") }
    let ofDraft = (forms[form.head] ?? []).suffix(40).compactMap { sentence(form, $0, "") }
    forms[form.head, default: []].append(form)
    return Array(ofGraph.prefix(3)) + Array(ofDraft.prefix(3))
  }

  private func sentence(_ form: ProposalForm, _ other: ProposalForm, _ place: String) -> String? {
    switch form.likeness(to: other) {
    case .same: "perhaps the same as “\(other.name)”\(place): no word of one contradicts the other"
    case .narrower: "perhaps a kind of “\(other.name)”\(place), which says less"
    case .wider: "“\(other.name)”\(place) is perhaps a kind of it"
    case nil: nil
    }
  }

  private static func withoutDeterminer(_ target: String) -> String {
    var words = target.split(separator: " ")
    while words.count > 1, let first = words.first?.lowercased(), determiners.contains(first) {
      words.removeFirst()
    }
    return words.joined(separator: " ")
  }

  private static let determiners: Set<String> = [
    "the", "a", "an", "this", "that", "these", "those",
  ]
}
