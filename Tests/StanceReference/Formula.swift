import StanceLanguage
import StanceModel

/// What a variable may stand for, and what a comparison may compare.
enum Thing: Hashable {
  case node(Int)
  case source(Int)
  /// A statement of the world, which under `by` may be one of several images of one statement.
  case statement(Int)
  /// The base form of a verb.
  case relation(String)
  case date(PartialDate)
  case integer(Int)
  case real(Double)
  case text(String)
}

enum Variable: Hashable {
  case named(String)
  /// Fresh at each occurrence of someone, something, any of …, and for each clause's statement.
  case hidden(Int)

  var isNamed: Bool {
    switch self {
    case .named: true
    case .hidden: false
    }
  }
}

/// A place of an atom: a constant or a variable.
enum Slot: Hashable {
  case constant(Thing)
  case variable(Variable)

  var variable: Variable? {
    switch self {
    case .constant: nil
    case .variable(let variable): variable
    }
  }
}

typealias Assignment = [Variable: Thing]

/// A pair of a derived relation with its weight, where the definition counts.
struct Pair: Hashable {
  var first: Thing
  var second: Thing
  var weight: Int?
}

/// A condition on the date of one statement; false without a date.
enum DateTest: Hashable {
  case on(PartialDate)
  case since(PartialDate)
  case until(PartialDate)
  case before(PartialDate)
  case after(PartialDate)
  case between(PartialDate, PartialDate)
}

/// A condition on one statement.
enum StatementTest {
  case date(DateTest)
  case saying(String)
  case provided(String)
  case field(String, Operator, Thing)
  case offsets(Int, Int)
  case unconditional
  /// No later statement of the opposite; the tests limit that statement too.
  case current([DateTest])
}

/// What a comparison compares.
enum Compared {
  case slot(Slot)
  case field(Slot, String)
}

/// What has no parts in logic.
enum Atom {
  /// The variable is a statement with this subject, one of these relations, and this object.
  case statement(Variable, subject: Slot, relations: Set<String>, object: Slot)
  case relation(of: Variable, Slot)
  case speaker(of: Variable, Slot)
  case source(of: Variable, Slot)
  case date(of: Variable, Slot)
  case test(Variable, StatementTest)
  /// The first statement certainly ends before the second begins.
  case earlier(Variable, Variable)
  case pair(Set<Pair>, Slot, Slot, weight: Slot?)
  case member(Slot, Set<Thing>)
  /// Affiliation at the time of a statement, or at any time.
  case from(Slot, Slot, during: Variable?)
  case oneOf(Slot, [Slot])
  case same(Slot, Slot)
  case comparison(Compared, Operator, Compared)
}

/// A function from assignments to true or false.
struct Formula {
  indirect enum Kind {
    case atom(Atom)
    case and([Formula])
    case or([Formula])
    /// No extension to the hidden variables satisfies the formula.
    case not(Formula, hidden: Set<Variable>)
    case optionally(Formula)
  }

  let kind: Kind
  /// The variables that occur, without those hidden in a negation.
  let variables: Set<Variable>
  /// The variables that must have a value before the formula can be tried.
  let needs: Set<Variable>

  init(_ kind: Kind) {
    self.kind = kind
    switch kind {
    case .atom(let atom):
      (variables, needs) = (atom.variables, atom.needs)
    case .and(let parts), .or(let parts):
      (variables, needs) = (parts.reduce(into: []) { $0.formUnion($1.variables) }, [])
    case .not(let inner, let hidden):
      variables = inner.variables.subtracting(hidden)
      needs = variables
    case .optionally(let inner):
      (variables, needs) = (inner.variables, [])
    }
  }

  static func atom(_ atom: Atom) -> Formula { Formula(.atom(atom)) }
  static func and(_ parts: [Formula]) -> Formula { Formula(.and(parts)) }
  static func or(_ parts: [Formula]) -> Formula { Formula(.or(parts)) }
}

extension Atom {
  var variables: Set<Variable> {
    switch self {
    case .statement(let statement, let subject, _, let object):
      Self.variables([subject, object]).union([statement])
    case .relation(let statement, let slot), .speaker(let statement, let slot),
      .source(let statement, let slot), .date(let statement, let slot):
      Self.variables([slot]).union([statement])
    case .test(let statement, _): [statement]
    case .earlier(let first, let second): [first, second]
    case .pair(_, let first, let second, let weight):
      Self.variables([first, second] + (weight.map { [$0] } ?? []))
    case .member(let slot, _): Self.variables([slot])
    case .from(let member, let group, let statement):
      Self.variables([member, group]).union(statement.map { [$0] } ?? [])
    case .oneOf(let slot, let slots): Self.variables([slot] + slots)
    case .same(let first, let second): Self.variables([first, second])
    case .comparison(let left, _, let right): Self.variables([left.slot, right.slot])
    }
  }

  /// Everything, but for the atoms that find values themselves.
  var needs: Set<Variable> {
    switch self {
    case .statement, .pair: []
    case .relation(let statement, _), .speaker(let statement, _), .source(let statement, _),
      .date(let statement, _):
      [statement]
    case .test, .earlier, .member, .from, .oneOf, .same, .comparison: variables
    }
  }

  private static func variables(_ slots: [Slot]) -> Set<Variable> {
    Set(slots.compactMap(\.variable))
  }
}

extension Compared {
  var slot: Slot {
    switch self {
    case .slot(let slot), .field(let slot, _): slot
    }
  }
}
