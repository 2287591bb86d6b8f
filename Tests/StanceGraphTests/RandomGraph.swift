import StanceTestSupport

/// A small graph of chance, as the text of a graph file and as the names in it.
struct RandomGraph: Sendable {
  var countries: [String] = []
  var persons: [String] = []
  var blocs: [String] = []
  var places: [String] = []
  var proposals: [String] = []
  var sources: [String] = []
  var declarations: [String] = []
  /// One line each, without the end.
  var statements: [String] = []

  var actors: [String] { countries + persons + blocs }

  var text: String {
    (declarations + statements).map { "\($0).\n" }.joined()
  }

  init(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    nameNodes(&random)
    declare(&random)
    for _ in 0..<(6 + random.below(12)) { statements.append(statement(&random)) }
  }

  private mutating func nameNodes(_ random: inout SeededGenerator) {
    countries = ["Redland", "Éire", "Blueland"].dropLast(random.below(2)).map(\.self)
    persons = ["Ann", "Bob", "Émile", "Cid"].dropLast(random.below(3)).map(\.self)
    blocs = ["Union", "\"east pact\""].dropLast(random.below(2)).map(\.self)
    places = ["Yalta"]
    proposals = ["Truce", "\"30-day pause\"", "Aid"].dropLast(random.below(2)).map(\.self)
    sources = ["Herald", "Argus"]
  }

  private mutating func declare(_ random: inout SeededGenerator) {
    declarations = [
      "an actor can trust an actor", "source Herald \"The Herald\" by Press on 2001-05",
      "source Argus by \"Other Press\" language en",
    ]
    for bloc in blocs { declarations.append("\(bloc) is a bloc") }
    for country in countries {
      declarations.append("\(country) is a country\(group(blocs, 50, &random))")
    }
    for person in persons {
      declarations.append("\(person) is a person\(group(countries, 70, &random))")
      if random.chance(25) {
        declarations.append("\(person) is a person\(group(countries + blocs, 100, &random))")
      }
    }
    declarations.append("Yalta is a city\(group(countries, 50, &random))")
    for (index, proposal) in proposals.enumerated() {
      declarations.append("\(proposal) is a \(index == 0 ? "plan" : "proposal")")
    }
    for actor in actors where random.chance(40) {
      declarations.append("\(actor) has weight \(random.pick(["1", "2", "2.5", "\"heavy\""]))")
    }
  }

  private func group(
    _ groups: [String], _ percent: Int, _ random: inout SeededGenerator
  ) -> String {
    guard random.chance(percent) else { return "" }
    let dates = random.pick([
      "", "", "", " since 2001-05-11", " until 2001-06", " since 2001 until 2001-05",
      " since 2001-06", " until 2001-05-10",
    ])
    return " from \(random.pick(groups))\(dates)"
  }

  static func date(_ random: inout SeededGenerator) -> String {
    random.pick([
      "2001", "2002", "2001-05", "2001-06", "2001-05-10", "2001-05-11", "2001-06-01", "2002-02-03",
    ])
  }

  func statement(_ random: inout SeededGenerator) -> String {
    var line: String
    switch random.below(10) {
    case 0: line = "\(random.pick(places + actors)) hosts \(random.pick(proposals))"
    case 1, 2: line = "\(random.pick(actors)) trusts \(random.pick(actors))"
    default:
      let verb = random.pick(["supports", "supports", "rejects", "rejects", "proposes"])
      line = "\(random.pick(actors)) \(verb) \(random.pick(proposals))"
    }
    if random.chance(75) { line += " on \(Self.date(&random))" }
    if random.chance(40) { line += " according to \(random.pick(actors))" }
    if random.chance(20) { line += " saying \"\(random.pick(["no way", "why not, no", "yes"]))\"" }
    if random.chance(20) { line += " provided \"\(random.pick(["peace first", "yes"]))\"" }
    if random.chance(40) { line += " in \(random.pick(sources))" }
    if random.chance(30) { line += " with confidence \(random.pick(["0.5", "0.75", "1"]))" }
    return line
  }
}
