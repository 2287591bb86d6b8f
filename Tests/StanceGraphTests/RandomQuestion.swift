import StanceTestSupport

/// A question of chance about a graph. Most are answerable; what the language refuses, both sides of
/// a comparison refuse.
struct RandomQuestion {
  let graph: RandomGraph
  var random: SeededGenerator
  /// The verbs and kinds that definitions of the question add.
  var actorVerbs: [String] = ["trusts"]
  var kinds: [String] = []
  var hasWeight = false
  /// The words that stand for actors and proposals so far, to be used again.
  var actorNames: [String] = []
  var proposalNames: [String] = []
  var statementNames: [String] = []
  var clauseCount = 0
  var depth = 0

  init(_ graph: RandomGraph, _ seed: UInt64) {
    self.graph = graph
    random = SeededGenerator(seed: seed)
  }

  static func text(_ graph: RandomGraph, seed: UInt64) -> String {
    var question = RandomQuestion(graph, seed)
    return question.question()
  }

  mutating func question() -> String {
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

  mutating func definitions() -> String {
    var text = ""
    for number in (0..<9).shuffled(using: &random).prefix(1 + random.below(2)) {
      text += definition(number)
    }
    return text
  }

  mutating func definition(_ number: Int) -> String {
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

  mutating func closure(_ limit: String) -> String {
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

  mutating func pattern() -> String {
    if random.chance(8) {
      let verbs = (verb(), verb())
      return
        "\(newActor()) \(verbs.0) \(newProposal()) or \(actorNames[0]) \(verbs.1) \(proposalNames[0])"
    }
    var parts = [clause()]
    for _ in 0..<random.pick([0, 0, 0, 1, 1, 2]) {
      let last = parts.last ?? ""
      let takesVerbs = last.hasPrefix("what does") || last.hasSuffix("es") || last.hasSuffix("ts")
      parts.append(takesVerbs ? clause() : unit())
    }
    var text = parts.joined(separator: random.pick([" and ", ", and ", " but "]))
    if random.chance(12) { text += ", optionally \(optional())" }
    if random.chance(4) { text += ", optionally \(optional())" }
    return text
  }

  mutating func unit() -> String {
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

  mutating func clause() -> String {
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
  mutating func simple() -> String {
    random.chance(70)
      ? "\(knownActor()) \(verb()) \(knownProposal())\(random.chance(30) ? qualifier() : "")"
      : "\(knownActor()) \(random.pick(actorVerbs)) \(knownActor())"
  }

  mutating func optional() -> String {
    random.chance(50)
      ? "\(random.pick(["?o", "someone", "?k"])) \(verb()) \(knownProposal())\(random.chance(30) ? qualifier() : "")"
      : "\(knownActor()) \(verb()) \(random.pick(["?m", "something", "?n"]))"
  }

  /// A clause that takes over the subject of the one before.
  mutating func carried() -> String {
    random.chance(50)
      ? "\(verb()) \(proposal())\(qualifiers())" : "does not \(baseVerb()) \(proposal())"
  }

  mutating func property() -> String {
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

  mutating func comparison() -> String {
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

  mutating func yesOrNo() -> String {
    let negation = random.pick(["", "", "not "])
    switch random.below(3) {
    case 0:
      return "does \(constant()) \(negation)\(baseVerb()) \(constantProposal())\(qualifiers())?"
    case 1: return "\(constant()) \(verbPhrase()) \(random.pick([constantProposal(), "something"]))"
    default: return "someone \(verb()) \(constantProposal())\(qualifiers())"
    }
  }

  mutating func path() -> String {
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
}
