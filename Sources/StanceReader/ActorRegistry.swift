/// Who was named in an article so far, and how often of late.
struct ActorRegistry {
  struct Entry {
    var name: String
    var kind: ReadActor.Kind
    var aliases: [String] = []
    var affiliation: String?
    /// Titles, roles and nouns that it was called by.
    var roles: Set<String> = []
    var isPlural = false
    /// Whether the text leaves open what kind of actor a single word names.
    var isUnsure = false
  }

  struct Mention {
    var actor: Int
    var sentence: Int
    var isSubject: Bool
  }

  private(set) var entries: [Entry] = []
  private(set) var mentions: [Mention] = []
  private var numbers: [String: Int] = [:]

  /// How many mentions back a pronoun or `the minister` is looked for.
  static let reach = 40

  /// The number of the actor with a name, which may be a surname or an acronym of it.
  func number(of name: String) -> Int? { numbers[name.lowercased()] }

  /// Adds an actor, or what is new about one, and returns its number.
  mutating func add(_ entry: Entry) -> Int {
    guard let known = number(of: entry.name) else {
      let number = entries.count
      entries.append(entry)
      for key in keys(of: entry) where numbers[key] == nil { numbers[key] = number }
      return number
    }
    if entries[known].affiliation == nil, entry.affiliation != entries[known].name {
      entries[known].affiliation = entry.affiliation
    }
    entries[known].roles.formUnion(entry.roles)
    if entries[known].isUnsure, !entry.isUnsure {
      entries[known].kind = entry.kind
      entries[known].isUnsure = false
    }
    addAlias(entry.name, to: known)
    return known
  }

  mutating func addAlias(_ alias: String, to number: Int) {
    guard alias != entries[number].name, !entries[number].aliases.contains(alias) else { return }
    entries[number].aliases.append(alias)
    if numbers[alias.lowercased()] == nil { numbers[alias.lowercased()] = number }
  }

  mutating func setAffiliation(_ affiliation: String, of number: Int) {
    guard entries[number].affiliation == nil, entries[number].name != affiliation else { return }
    entries[number].affiliation = affiliation
  }

  mutating func addRoles(_ roles: some Sequence<String>, to number: Int) {
    entries[number].roles.formUnion(roles)
  }

  /// The keys by which a name is found again: itself, its last word, its initials.
  private func keys(of entry: Entry) -> [String] {
    let words = entry.name.lowercased().split(separator: " ")
    var keys = [words.joined(separator: " ")]
    guard words.count > 1 else { return keys }
    switch entry.kind {
    case .person: keys.append(String(words[words.count - 1]))
    case .organization, .bloc:
      let initials = words.filter { !["of", "the", "for", "and", "'s", "'"].contains($0) }
        .compactMap(\.first)
      if initials.count > 2 { keys.append(String(initials)) }
    case .country, .group: break
    }
    return keys
  }

  mutating func mention(_ actor: Int, in sentence: Int, isSubject: Bool) {
    mentions.append(Mention(actor: actor, sentence: sentence, isSubject: isSubject))
  }

  /// Makes the mentions of one actor in a sentence those of another, whom it describes.
  mutating func redirect(_ actor: Int, to other: Int, in sentence: Int) {
    for index in mentions.indices.reversed().prefix(Self.reach)
    where mentions[index].actor == actor && mentions[index].sentence == sentence {
      mentions[index].actor = other
    }
  }

  // MARK: - Looking back

  /// The last actor that fits, subjects of the last sentences first.
  func last(
    before sentence: Int, within distance: Int = 3, where fits: (Entry) -> Bool
  ) -> Int? {
    let recent = mentions.suffix(Self.reach).filter {
      $0.sentence >= sentence - distance && fits(entries[$0.actor])
    }
    let subjects = recent.filter(\.isSubject)
    return (subjects.last ?? recent.last)?.actor
  }

  /// The actor that `the minister`, `the federation` means: the last one called so.
  func last(called noun: String, within distance: Int, of sentence: Int) -> Int? {
    let recent = mentions.suffix(Self.reach * 3).filter { $0.sentence >= sentence - distance }
    return recent.last { mention in
      let entry = entries[mention.actor]
      if entry.roles.contains(noun) { return true }
      return entry.name.lowercased().split(separator: " ").contains { $0 == noun }
        && entry.kind != .group
    }?.actor
  }
}
