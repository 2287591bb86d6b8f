import StanceTestSupport

/// The words of a question.
extension RandomQuestion {
  mutating func verb() -> String {
    random.pick(["supports", "supports", "rejects", "proposes"])
  }

  mutating func baseVerb() -> String {
    random.pick(["support", "reject", "propose", "host"])
  }

  mutating func passive() -> String { random.pick(["supported", "rejected", "proposed"]) }

  mutating func verbPhrase() -> String {
    switch random.below(16) {
    case 0: return "supports or rejects"
    case 1: return random.pick(["supports and rejects", "both supports and rejects"])
    case 2:
      return random.pick([
        "supports then rejects", "proposes then rejects", "rejects then supports",
      ])
    case 3, 4: return "currently \(random.pick(["supports", "rejects"]))"
    case 5: return "unconditionally \(verb())"
    default: return verb()
    }
  }

  mutating func sign() -> String { random.pick(["=", "!=", "<", "<=", ">", ">="]) }

  mutating func negation() -> String { random.pick(["", "", "not "]) }

  mutating func constant() -> String { random.pick(graph.actors) }

  mutating func constantProposal() -> String { random.pick(graph.proposals) }

  mutating func kind() -> String {
    random.pick(["country", "person", "bloc", "actor"] + kinds + kinds)
  }

  mutating func newActor() -> String {
    let word = random.pick(["who", "who", "?a", "?b", "whom"])
    if !actorNames.contains(word) { actorNames.append(word) }
    return word
  }

  mutating func newProposal() -> String {
    let word = random.pick(["what", "what", "what", "?p", "?q"])
    if !proposalNames.contains(word) { proposalNames.append(word) }
    return word
  }

  mutating func knownActor() -> String {
    actorNames.isEmpty || random.chance(15) ? constant() : random.pick(actorNames)
  }

  mutating func knownVariable() -> String {
    let variables = actorNames.filter { !$0.hasPrefix("which ") }
    return variables.isEmpty ? newActor() : random.pick(variables)
  }

  mutating func knownProposal() -> String {
    proposalNames.isEmpty || random.chance(15) ? constantProposal() : random.pick(proposalNames)
  }

  mutating func actor() -> String {
    guard depth < 2 else { return newActor() }
    let base: String
    switch random.below(20) {
    case 0, 1, 2: base = constant()
    case 3: base = "someone"
    case 4:
      let kind = kind()
      base = "which \(kind)"
      if !actorNames.contains(base) { actorNames.append(base) }
    case 5: base = "some \(kind())"
    case 6: base = "any of (\(constant()), \(constant()))"
    case 7: base = actorNames.isEmpty ? newActor() : random.pick(actorNames)
    case 8 where random.chance(20):
      base = "how many \(random.pick(["countries", "people", "actors"]))"
    default: base = newActor()
    }
    return base + restriction()
  }

  mutating func restriction() -> String {
    switch random.below(24) {
    case 0, 1: return " from \(random.pick(graph.blocs + graph.countries))"
    case 2: return " from ?g"
    case 3: return relative("that \(verb()) \(random.pick(["something", "Truce"]))")
    case 4: return relative("that does not \(baseVerb()) Truce")
    case 5: return relative("that \(random.pick(actorVerbs)) someone")
    default: return ""
    }
  }

  mutating func relative(_ text: String) -> String {
    text.isEmpty ? "" : " " + text
  }

  mutating func proposal() -> String {
    let base: String
    switch random.below(16) {
    case 0, 1, 2: base = constantProposal()
    case 3: base = "something"
    case 4: base = "which plan"
    case 5: base = "a plan"
    case 6: base = "any of (\(constantProposal()), \(constantProposal()))"
    default: base = newProposal()
    }
    guard random.chance(8) else { return base }
    return base
      + random.pick([
        " that is supported by someone", " that is not proposed by \(constant())",
        " that \(constant()) proposes", " that someone from Union rejects",
      ])
  }

  mutating func nameStatement() -> String {
    let name = ["s", "t"].first { !statementNames.contains($0) }
    guard let name else { return "" }
    statementNames.append(name)
    return " as ?\(name)"
  }

  // MARK: - Qualifiers

  mutating func qualifiers() -> String {
    switch random.below(20) {
    case 0, 1, 2, 3: return qualifier()
    case 4: return qualifier() + qualifier()
    case 5:
      return
        " according to \(random.pick(["who", "whom", "?z", "someone from Union", "which person"].filter { !$0.hasPrefix("someone f") }))"
    case 6: return random.pick([" when", " on ?d"])
    case 7: return random.pick([" in which source", " in ?src"])
    default: return ""
    }
  }

  /// A qualifier that binds nothing.
  mutating func qualifier() -> String {
    let date = RandomGraph.date(&random)
    switch random.below(14) {
    case 0: return " on \(date)"
    case 1, 2: return " since \(date)"
    case 3: return " until \(date)"
    case 4: return " before \(date)"
    case 5: return " after \(date)"
    case 6: return " between 2001-05 and \(date)"
    case 7: return " according to \(random.pick([constant(), "someone"]))"
    case 8: return " in \(random.pick(graph.sources + ["\"The Herald\""]))"
    case 9: return " saying \"\(random.pick(["no", "way", "not no", "NO WAY"]))\""
    case 10: return " provided \"\(random.pick(["peace", "yes", "first peace"]))\""
    case 11: return " with confidence \(sign()) \(random.pick(["0.5", "0.75", "0.9"]))"
    case 12: return " with publisher \(random.pick(["=", "!="])) \"Press\""
    default: return " with speaker \(random.pick(["=", "!="])) \(constant())"
    }
  }
}
