import StanceTestSupport

/// What follows the pattern of a question.
extension RandomQuestion {
  mutating func options() -> String {
    var text = ""
    if random.chance(10) { text += ", all\(qualifier())" }
    if random.chance(18) { text += " by \(random.pick(["country", "country", "bloc", "person"]))" }
    let shown = (actorNames + proposalNames).filter { !$0.hasPrefix("which ") }
    if random.chance(35), !shown.isEmpty { text += show(shown) }
    return text
  }

  mutating func show(_ names: [String]) -> String {
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

  mutating func countable(_ names: [String]) -> String {
    random.pick(["count statements", "count \(random.pick(names))", "count sources"])
  }

  mutating func aggregate(_ names: [String]) -> String {
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

  mutating func key(_ names: [String]) -> String {
    let aggregate = aggregate(names)
    return random.pick([
      random.pick(names), aggregate.hasPrefix("list") ? "first source" : aggregate,
      countable(names),
      "first date",
    ])
  }
}
