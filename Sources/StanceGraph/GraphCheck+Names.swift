import StanceDiagnostics
import StanceModel
import StanceSQL
import StanceStore

// Names that may be mistakes.
extension GraphCheck {
  mutating func names() throws {
    var named: [NodeKind: [Candidate]] = [:]
    for row in try reader.rows("SELECT id, kind, name, declared FROM node ORDER BY sort, id") {
      guard let id = row[0].integer, let kind = row[1].integer.flatMap(NodeKind.init) else {
        continue
      }
      let name = row[2].text
      if row[3] == .integer(0) {
        note(
          Finding(
            .undeclared, "“\(name)” is not declared; it is taken for \(withArticle(kind.name))",
            help: "declare it: “\(name)” is \(withArticle(kind.name))."))
      }
      named[kind, default: []].append(Candidate(id: id, name: name))
    }
    for kind in NodeKind.allCases {
      for (first, second) in Candidate.similar(named[kind] ?? []) {
        note(
          Finding(
            .similar, "“\(first)” and “\(second)” may be the same \(kind.name)",
            help: "make them one with stance merge, or leave them"))
      }
    }
  }
}

/// A name that may be another spelling of a second one.
private struct Candidate {
  var id: Int
  var name: String
  let key: [Unicode.Scalar]

  init(id: Int, name: String) {
    self.id = id
    self.name = name
    key = Array(NameKey.key(name).unicodeScalars)
  }

  /// The shortest key in which one letter more or less is taken for a slip.
  private static let shortest = 6

  /// The pairs of names that differ in one letter, which is no digit, or in small words and the order
  /// of the others alone. Linear in the number of names times their length: names are grouped by
  /// what is left of them without one letter.
  static func similar(_ candidates: [Candidate]) -> [(String, String)] {
    var groups: [[Unicode.Scalar]: [Int]] = [:]
    for (index, candidate) in candidates.enumerated() {
      for trace in candidate.traces { groups[trace, default: []].append(index) }
    }
    var pairs: Set<[Int]> = []
    for group in groups.values where (2...50).contains(group.count) {
      for (place, first) in group.enumerated() {
        for second in group.dropFirst(place + 1) where first != second {
          if candidates[first].isLike(candidates[second]) {
            pairs.insert([first, second].sorted())
          }
        }
      }
    }
    return pairs.sorted { $0.lexicographicallyPrecedes($1) }.map {
      (candidates[$0[0]].name, candidates[$0[1]].name)
    }
  }

  /// What two similar names have in common, at least one of these.
  private var traces: Set<[Unicode.Scalar]> {
    var traces: Set<[Unicode.Scalar]> = [Array(essence.unicodeScalars)]
    guard (Self.shortest...200).contains(key.count) else { return traces }
    traces.insert(key)
    for index in key.indices {
      var trace = key
      trace.remove(at: index)
      traces.insert(trace)
    }
    return traces
  }

  private var words: [Substring] { text.split { !$0.isLetter && !$0.isNumber } }

  private var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: key)
    return String(view)
  }

  /// The words that matter, in their singular and in order of the alphabet.
  private var essence: String {
    let small: Set<Substring> = ["the", "a", "an", "of", "in", "for", "on", "to", "and"]
    let stems = words.filter { !small.contains($0) }
      .map { $0.count > 3 && $0.hasSuffix("s") ? $0.dropLast() : $0 }
    return "\u{1}" + stems.sorted().joined(separator: " ")
  }

  /// Whether the two differ by a slip: small words, order, or one letter of a word of some length.
  private func isLike(_ other: Candidate) -> Bool {
    if essence == other.essence { return true }
    let differing = Set(words).symmetricDifference(other.words)
    let isLetter = differing.allSatisfy { word in
      word.count >= 4 && word.allSatisfy { !$0.isNumber }
    }
    return isLetter && Suggestion.editDistance(key, other.key, limit: 1) != nil
  }
}
