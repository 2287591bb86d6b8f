/// A graph as large as wanted that is the same on every machine.
package enum GeneratedGraph {
  /// A graph file with so many statements of 4,000 actors in 40 states on 2,000 plans, dated in 2022
  /// to 2025 and with their speakers. Few actors say much, and few plans are much spoken of.
  package static func text(statements: Int) -> String {
    var random = SeededGenerator(seed: 1)
    var text = ""
    for state in 0..<40 {
      text += "\"State \(state)\" is a country\(state < 20 ? " from \"European Union\"" : "").\n"
    }
    for actor in 0..<4000 {
      text += "\"Actor \(actor)\" is a person from \"State \(actor % 40)\".\n"
    }
    for plan in 0..<2000 { text += "\"Plan \(plan)\" is a plan.\n" }
    let verbs = ["supports", "rejects", "proposes"]
    for number in 0..<statements {
      let actor = min(random.below(4000), random.below(4000))
      let (year, month, day) = (2022 + random.below(4), 1 + random.below(12), 1 + random.below(28))
      let plan = min(random.below(2000), random.below(2000))
      text += "\"Actor \(actor)\" \(random.pick(verbs)) \"Plan \(plan)\""
      text += " on \(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
      text += " according to \"Actor \(random.below(4000))\" at \(number)..\(number + 9).\n"
    }
    return text
  }
}
