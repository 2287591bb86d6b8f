import StanceDiagnostics
import StanceLanguage
import StanceModel

/// A definition by its name.
struct Rule {
  var defined: Context.Defined
  /// The forms of the verb or the word of the kind.
  var forms: VerbForms
  var definition: Definition

  init(_ definition: Definition) throws {
    self.definition = definition
    switch definition.head {
    case .kind(_, let word):
      defined = .kind(word.text)
      forms = VerbForms(base: word.text)
    case .relation(_, let verb, _):
      guard case .word(let text) = verb.kind else { throw Unsupported("no verb is defined") }
      let words = text.split(separator: " ").map(String.init)
      forms = VerbForms(readFrom: words[0], particle: words.count > 1 ? words[1] : nil)
      defined = .verb(forms.base)
    }
  }
}

/// What makes a defined relation or kind true: the second thing is the first again in a kind.
struct Extension: Equatable {
  struct Tuple: Hashable {
    var first: Thing
    var second: Thing
    var counted: Thing?
  }

  var tuples: Set<Tuple> = []
  var subjects: Set<NodeKind> = []
  var objects: Set<NodeKind> = []
  var isCounting = false

  /// The pairs; the weight is the number of distinct counted things.
  var pairs: Set<Pair> {
    let groups = Dictionary(grouping: tuples) { Pair(first: $0.first, second: $0.second) }
    return Set(
      groups.map { pair, tuples in
        let weight = Set(tuples.compactMap(\.counted)).count
        return Pair(first: pair.first, second: pair.second, weight: isCounting ? weight : nil)
      })
  }
}

extension Context {
  /// The least extension that all rules of a definition agree with, computed from the statements
  /// that the scope admits.
  ///
  /// Definitions that depend on each other start empty and grow together until nothing changes.
  /// Others are complete before they are used.
  func extent(of defined: Defined, scope: [Qualifier]) throws -> Extension {
    if let sofar = underway[defined] { return sofar }
    let together = try component(of: defined)
    guard reachable(from: defined).contains(defined) else { return try once(defined, scope) }
    var current = self
    for member in together { current.underway[member] = Extension() }
    while true {
      var next = current
      for member in together { next.underway[member] = try current.once(member, scope) }
      let isDone = together.allSatisfy { next.underway[$0] == current.underway[$0] }
      if isDone { return current.underway[defined] ?? Extension() }
      current = next
    }
  }

  /// What the rules of a definition give, once.
  private func once(_ defined: Defined, _ scope: [Qualifier]) throws -> Extension {
    var result = Extension()
    for rule in rules where rule.defined == defined {
      let part = try once(rule.definition, scope)
      result.tuples.formUnion(part.tuples)
      result.subjects.formUnion(part.subjects)
      result.objects.formUnion(part.objects)
      result.isCounting = result.isCounting || part.isCounting
    }
    return result
  }

  private func once(_ definition: Definition, _ scope: [Qualifier]) throws -> Extension {
    var lowering = Lowering(self, inherited: scope)
    let formula = try lowering.pattern(definition.body)
    let (first, second) = definition.headVariables
    let counted = definition.counting.map { Variable.named($0.text) }
    let head = [first, second] + (counted.map { [$0] } ?? [])
    let safety = Safety(lowering: lowering)
    try safety.check(formula, used: Set(head))
    guard safety.bound(by: formula).isSuperset(of: head) else {
      throw Unsupported("a variable of the head is not bound")
    }
    let solver = Solver(world: world, domains: lowering.domains)
    var result = Extension()
    result.subjects = lowering.domains.kinds(of: first)
    result.objects = lowering.domains.kinds(of: second)
    result.isCounting = counted != nil
    for solution in try solver.solutions(of: formula) {
      guard let left = solution[first], let right = solution[second] else { continue }
      let value = counted.flatMap { solution[$0] }
      result.tuples.insert(Extension.Tuple(first: left, second: right, counted: value))
    }
    return definition.isMutual ? result.mutual : result
  }
}

extension Extension {
  /// Closed under swapping, without pairs of a thing with itself.
  fileprivate var mutual: Extension {
    var result = self
    result.tuples.formUnion(
      tuples.map { Tuple(first: $0.second, second: $0.first, counted: $0.counted) })
    result.tuples = result.tuples.filter { $0.first != $0.second }
    result.subjects = subjects.union(objects)
    result.objects = result.subjects
    return result
  }
}

extension Definition {
  fileprivate var headVariables: (Variable, Variable) {
    switch head {
    case .kind(let word, _): (.named(word.text), .named(word.text))
    case .relation(let first, _, let second): (.named(first.text), .named(second.text))
    }
  }
}
