/// A question of chance about a graph. Most are answerable; what the language refuses, both sides of
/// a comparison refuse.
struct RandomQuestion {
  private let graph: RandomGraph
  private var random: SplitMix64
  /// The verbs and kinds that definitions of the question add.
  private var actorVerbs: [String] = ["trusts"]
  private var kinds: [String] = []
  private var hasWeight = false
  /// The words that stand for actors and proposals so far, to be used again.
  private var actorNames: [String] = []
  private var proposalNames: [String] = []
  private var statementNames: [String] = []
  private var clauseCount = 0
  private var depth = 0

  private init(_ graph: RandomGraph, _ seed: UInt64) {
    self.graph = graph
    random = SplitMix64(seed: seed)
  }

  static func text(_ graph: RandomGraph, seed: UInt64) -> String {
    var question = RandomQuestion(graph, seed)
    return question.question()
  }

  private mutating func question() -> String {
    let definitions = random.chance(35) ? definitions() : ""
    if random.chance(8) {
      actorVerbs += ["agrees with", "conflicts with", "agrees with"]
      hasWeight = true
    }
    if random.chance(6) { return definitions + path() }
    if random.chance(10) { return definitions + yesOrNo() }
    let pattern = pattern()
    return definitions + pattern + options()
  }

  // MARK: - Definitions

  private mutating func definitions() -> String {
    var text = ""
    for number in (0..<9).shuffled(using: &random).prefix(1 + random.below(2)) {
      text += definition(number)
    }
    return text
  }

  private mutating func definition(_ number: Int) -> String {
    let limit = random.chance(30) ? qualifier() : ""
    switch number {
    case 0:
      actorVerbs.append("blocks")
      return "define ?a blocks ?b when ?a rejects ?p\(limit) and ?b \(verb()) ?p. "
    case 1:
      actorVerbs.append("joins")
      return "define mutual ?a joins ?b when ?a \(verb()) ?p and ?b supports ?p\(limit). "
    case 2:
      actorVerbs.append("courts")
      hasWeight = true
      let mutual = random.pick(["", "mutual "])
      return
        "define \(mutual)?a courts ?b counting ?p when ?a \(verb()) ?p\(limit) and ?b \(verb()) ?p. "
    case 3, 4: return number == 3 ? closure(random.chance(50) ? limit : "") : ""
    case 5:
      actorVerbs += ["leads", "tails"]
      return
        "define ?a leads ?b when ?a trusts ?b. define ?a leads ?c when ?a tails ?b and ?b trusts ?c. "
        + "define ?a tails ?c when ?a leads ?b and ?b trusts ?c. "
    case 6:
      kinds.append("dove")
      return "define ?x is a dove when ?x supports ?p and not ?x rejects ?p. "
    case 7:
      kinds.append("hawk")
      return
        "define ?x is a hawk when ?x is \(random.pick(["a person", "a country", "from Union"])) and ?x \(verb()) something\(limit). "
    case 8:
      actorVerbs.append("shuns")
      return "define ?a shuns ?b when ?a rejects ?p and ?b proposes ?p and ?a does not trust ?b. "
    default:
      actorVerbs.append("shares")
      return
        "define ?a shares ?b when (?a supports ?p and ?b supports ?p) or (?a rejects ?p\(limit) and ?b rejects ?p). "
    }
  }

  private mutating func closure(_ limit: String) -> String {
    actorVerbs.append("follows")
    let mutual = random.pick(["", "", "mutual "])
    let step = random.pick([
      "?a follows ?b and ?b trusts ?c", "?a trusts ?b and ?b follows ?c",
      "?a follows ?b and ?b follows ?c", "?a follows ?b and ?c trusts ?b and ?c is a person",
    ])
    return
      "define \(mutual)?a follows ?b when ?a trusts ?b\(limit). define \(mutual)?a follows ?c when \(step). "
  }

  // MARK: - Patterns

  private mutating func pattern() -> String {
    if random.chance(8) {
      let verbs = (verb(), verb())
      return
        "\(newActor()) \(verbs.0) \(newProposal()) or \(actorNames[0]) \(verbs.1) \(proposalNames[0])"
    }
    var parts = [clause()]
    for _ in 0..<random.pick([0, 0, 0, 1, 1, 2]) {
      let previous = parts.last?.hasPrefix("what does") == true
      parts.append(previous ? clause() : unit())
    }
    var text = parts.joined(separator: random.pick([" and ", ", and ", " but "]))
    if random.chance(12) { text += ", optionally \(optional())" }
    if random.chance(4) { text += ", optionally \(optional())" }
    return text
  }

  private mutating func unit() -> String {
    switch random.below(12) {
    case 0, 1: return "not \(simple())"
    case 2: return "(\(simple()) or \(simple()))"
    case 3: return "not (\(simple()) and \(simple()))"
    case 4: return carried()
    case 5: return property()
    case 6: return comparison()
    default: return clause()
    }
  }

  private mutating func clause() -> String {
    switch random.below(20) {
    case 0, 1:
      return
        "\(actor()) \(random.pick(["does not", "do not", "did not"])) \(baseVerb()) \(proposal())\(qualifiers())"
    case 2, 3:
      return
        "\(proposal()) is \(random.pick(["", "", "not "]))\(passive()) by \(actor())\(qualifiers())"
    case 4, 5, 6:
      return
        "\(actor()) \(random.pick(actorVerbs)) \(actor())\(random.chance(30) ? qualifier() : "")"
    case 7: return property()
    case 8:
      return
        "\(actor()) does not \(random.pick(["trust", "trust", "propose"]) == "trust" ? "trust \(actor())" : "propose \(proposal())")"
    case 9:
      return
        "\(random.pick(["what", "?h", "somewhere", "which city", "who"])) hosts \(proposal())\(qualifiers())"
    case 10: return "what does \(actor()) \(baseVerb())\(qualifiers())"
    case 11: return "\(actor()) ?r \(proposal())\(qualifiers())"
    default:
      if random.chance(10) {
        return "\(actor()) \(verb()) \(proposal())\(qualifiers())\(nameStatement())"
      }
      return "\(actor()) \(verbPhrase()) \(proposal())\(qualifiers())"
    }
  }

  /// A clause of words that stand in the question already, mostly.
  private mutating func simple() -> String {
    random.chance(70)
      ? "\(knownActor()) \(verb()) \(knownProposal())\(random.chance(30) ? qualifier() : "")"
      : "\(knownActor()) \(random.pick(actorVerbs)) \(knownActor())"
  }

  private mutating func optional() -> String {
    random.chance(50)
      ? "\(random.pick(["?o", "someone", "?k"])) \(verb()) \(knownProposal())\(random.chance(30) ? qualifier() : "")"
      : "\(knownActor()) \(verb()) \(random.pick(["?m", "something", "?n"]))"
  }

  /// A clause that takes over the subject of the one before.
  private mutating func carried() -> String {
    random.chance(50)
      ? "\(verb()) \(proposal())\(qualifiers())" : "does not \(baseVerb()) \(proposal())"
  }

  private mutating func property() -> String {
    let subject = knownActor()
    switch random.below(9) {
    case 0: return "\(subject) is \(negation())from \(random.pick(graph.blocs + graph.countries))"
    case 1: return "\(subject) is \(negation())a \(kind())"
    case 2: return "\(subject) is \(negation())one of (\(constant()), \(constant()))"
    case 3: return "\(subject) is \(negation())\(random.pick([constant(), knownActor()]))"
    case 4: return "\(subject) has weight \(sign()) \(random.pick(["1", "2", "\"heavy\"", "2.5"]))"
    case 5: return "\(subject) is from ?g"
    case 6, 7:
      let via = random.pick([
        "", " via trusts", " via supports, rejects", " via from", " via \(random.pick(actorVerbs))",
        " via trusts or from",
      ])
      return
        "\(subject) reaches \(random.pick([constant(), knownActor(), actor()]))\(via) within \(1 + random.below(3)) steps"
    default: return "\(subject) is not \(knownActor())"
    }
  }

  private mutating func comparison() -> String {
    if statementNames.count > 1 {
      return "?\(statementNames[0]).date \(sign()) ?\(statementNames[1]).date"
    }
    if let name = statementNames.first {
      return random.pick([
        "?\(name).date \(sign()) 2001-05", "?\(name).confidence \(sign()) 0.75",
        "?\(name).speaker = Ann", "?\(name).source != Herald",
      ])
    }
    let (left, right) = (knownVariable(), knownVariable())
    return random.pick([
      "\(left) \(random.pick(["=", "!="])) \(right)", "\(left).weight \(sign()) 2",
      "\(left).weight \(sign()) \(right).weight",
    ])
  }

  private mutating func yesOrNo() -> String {
    let negation = random.pick(["", "", "not "])
    switch random.below(3) {
    case 0:
      return "does \(constant()) \(negation)\(baseVerb()) \(constantProposal())\(qualifiers())?"
    case 1: return "\(constant()) \(verbPhrase()) \(random.pick([constantProposal(), "something"]))"
    default: return "someone \(verb()) \(constantProposal())\(qualifiers())"
    }
  }

  private mutating func path() -> String {
    let via = random.pick([
      "", "", " via trusts", " via supports, rejects, from", " via \(random.pick(actorVerbs))",
    ])
    let steps = random.pick(["", " within \(1 + random.below(4)) steps"])
    let limit = random.chance(20) ? qualifier() : ""
    let level = random.chance(15) ? " by country" : ""
    let ends = random.pick([
      (constant(), constant()), (constant(), constantProposal()), ("Yalta", constant()),
    ])
    return
      "\(random.pick(["path", "path", "paths"])) from \(ends.0) to \(ends.1)\(via)\(steps)\(limit)\(level)"
  }

  // MARK: - Words

  private mutating func verb() -> String {
    random.pick(["supports", "supports", "rejects", "proposes"])
  }

  private mutating func baseVerb() -> String {
    random.pick(["support", "reject", "propose", "host"])
  }

  private mutating func passive() -> String { random.pick(["supported", "rejected", "proposed"]) }

  private mutating func verbPhrase() -> String {
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

  private mutating func sign() -> String { random.pick(["=", "!=", "<", "<=", ">", ">="]) }

  private mutating func negation() -> String { random.pick(["", "", "not "]) }

  private mutating func constant() -> String { random.pick(graph.actors) }

  private mutating func constantProposal() -> String { random.pick(graph.proposals) }

  private mutating func kind() -> String {
    random.pick(["country", "person", "bloc", "actor"] + kinds + kinds)
  }

  private mutating func newActor() -> String {
    let word = random.pick(["who", "who", "?a", "?b", "whom"])
    if !actorNames.contains(word) { actorNames.append(word) }
    return word
  }

  private mutating func newProposal() -> String {
    let word = random.pick(["what", "what", "what", "?p", "?q"])
    if !proposalNames.contains(word) { proposalNames.append(word) }
    return word
  }

  private mutating func knownActor() -> String {
    actorNames.isEmpty || random.chance(15) ? constant() : random.pick(actorNames)
  }

  private mutating func knownVariable() -> String {
    let variables = actorNames.filter { !$0.hasPrefix("which ") }
    return variables.isEmpty ? newActor() : random.pick(variables)
  }

  private mutating func knownProposal() -> String {
    proposalNames.isEmpty || random.chance(15) ? constantProposal() : random.pick(proposalNames)
  }

  private mutating func actor() -> String {
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

  private mutating func restriction() -> String {
    switch random.below(24) {
    case 0, 1: return " from \(random.pick(graph.blocs + graph.countries))"
    case 2: return " from ?g"
    case 3: return relative("that \(verb()) \(random.pick(["something", "Truce"]))")
    case 4: return relative("that does not \(baseVerb()) Truce")
    case 5: return relative("that \(random.pick(actorVerbs)) someone")
    default: return ""
    }
  }

  private mutating func relative(_ text: String) -> String {
    text.isEmpty ? "" : " " + text
  }

  private mutating func proposal() -> String {
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

  private mutating func nameStatement() -> String {
    let name = ["s", "t"].first { !statementNames.contains($0) }
    guard let name else { return "" }
    statementNames.append(name)
    return " as ?\(name)"
  }

  // MARK: - Qualifiers

  private mutating func qualifiers() -> String {
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
  private mutating func qualifier() -> String {
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

  // MARK: - Options

  private mutating func options() -> String {
    var text = ""
    if random.chance(10) { text += ", all\(qualifier())" }
    if random.chance(18) { text += " by \(random.pick(["country", "country", "bloc", "person"]))" }
    let shown = (actorNames + proposalNames).filter { !$0.hasPrefix("which ") }
    if random.chance(35), !shown.isEmpty { text += show(shown) }
    return text
  }

  private mutating func show(_ names: [String]) -> String {
    var items = names.shuffled(using: &random).prefix(1 + random.below(2)).map(\.self)
    var text = ""
    if random.chance(70) {
      for _ in 0..<(1 + random.below(2)) { items.append(aggregate(names)) }
    } else if random.chance(20) {
      items.append(random.pick(["date", "confidence", "source", "speaker", "quote"]))
    }
    if hasWeight, random.chance(40) { items.append("weight") }
    if let name = statementNames.first, random.chance(30) {
      items.append("?\(name).\(random.pick(["date", "speaker", "source", "confidence"]))")
    }
    if random.chance(10) { items.removeFirst() }
    if items.isEmpty { items = ["count \(names[0])"] }
    text += " show \(items.joined(separator: ", "))"
    if random.chance(15) { text += " having \(countable(names)) \(sign()) \(random.below(3))" }
    if random.chance(30) { text += " sort by \(key(names))\(random.pick(["", " descending"]))" }
    if random.chance(20) {
      text += " top \(random.below(4))"
      if random.chance(40) { text += " by \(countable(names))" }
    }
    if random.chance(10) { text += " limit \(random.below(4)) skip \(random.below(2))" }
    return text
  }

  private mutating func countable(_ names: [String]) -> String {
    random.pick(["count statements", "count \(random.pick(names))", "count sources"])
  }

  private mutating func aggregate(_ names: [String]) -> String {
    if let name = statementNames.first, random.chance(40) {
      return random.pick([
        "avg ?\(name).confidence", "first ?\(name).speaker", "last ?\(name).quote",
        "list ?\(name).date", "count ?\(name).source", "min ?\(name).date",
        "last ?\(name).date",
      ])
    }
    return random.pick([
      countable(names), "count \(random.pick(names))", "count statements", "first date",
      "last date",
      "list \(random.pick(names))", "list sources", "list speakers", "list dates", "min confidence",
      "max date", "avg confidence", "first quote", "last source", "min date", "count speakers",
      "max confidence", "first speaker", "min source", "max speaker", "list quotes",
      "min \(random.pick(names))",
    ])
  }

  private mutating func key(_ names: [String]) -> String {
    let aggregate = aggregate(names)
    return random.pick([
      random.pick(names), aggregate.hasPrefix("list") ? "first source" : aggregate,
      countable(names),
      "first date",
    ])
  }
}
