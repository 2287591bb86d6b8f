/// A verb of the graph with its forms and what it may join.
public struct Relation: Hashable, Sendable {
  /// The kinds of a subject and an object that the relation may join.
  public struct Signature: Hashable, Sendable {
    public var subject: NodeKind
    public var object: NodeKind

    public init(subject: NodeKind, object: NodeKind) {
      self.subject = subject
      self.object = object
    }
  }

  public var forms: VerbForms
  public var signatures: Set<Signature>
  /// The base form of the verb that says the contrary, if there is one.
  public var opposite: String?
  public var isBuiltIn: Bool

  public init(
    forms: VerbForms, signatures: Set<Signature>, opposite: String? = nil, isBuiltIn: Bool = false
  ) {
    self.forms = forms
    self.signatures = signatures
    self.opposite = opposite
    self.isBuiltIn = isBuiltIn
  }

  /// Every pairing of the two sets of kinds.
  public init(
    forms: VerbForms, subjects: Set<NodeKind>, objects: Set<NodeKind>, opposite: String? = nil,
    isBuiltIn: Bool = false
  ) {
    let pairs = subjects.flatMap { subject in
      objects.map { Signature(subject: subject, object: $0) }
    }
    self.init(forms: forms, signatures: Set(pairs), opposite: opposite, isBuiltIn: isBuiltIn)
  }

  public var subjects: Set<NodeKind> { Set(signatures.map(\.subject)) }
  public var objects: Set<NodeKind> { Set(signatures.map(\.object)) }

  /// The verbs that every graph knows.
  public static let builtIn = [
    Relation(
      forms: VerbForms(base: "support"), subjects: [.actor], objects: [.proposal],
      opposite: "reject", isBuiltIn: true),
    Relation(
      forms: VerbForms(base: "reject"), subjects: [.actor], objects: [.proposal],
      opposite: "support", isBuiltIn: true),
    Relation(
      forms: VerbForms(base: "propose"), subjects: [.actor], objects: [.proposal], isBuiltIn: true),
    Relation(
      forms: VerbForms(base: "host"), subjects: [.place, .actor], objects: [.proposal],
      isBuiltIn: true),
  ]
}

/// The three forms in which a verb may be written, each with its particle where it has one.
public struct VerbForms: Hashable, Sendable {
  /// `reject`, `agree with`
  public var base: String
  /// `rejects`, `agrees with`: how the verb is printed.
  public var third: String
  /// `rejected`, `agreed with`
  public var past: String

  /// The forms of an irregular verb, without its particle.
  public init(base: String, third: String, past: String, particle: String? = nil) {
    let ending = particle.map { " " + $0 } ?? ""
    self.base = base + ending
    self.third = third + ending
    self.past = past + ending
  }

  /// The forms of a regular verb by the rules of spelling.
  public init(base: String, particle: String? = nil) {
    self.init(
      base: base, third: Self.third(of: base), past: Self.past(of: base), particle: particle)
  }

  /// The forms of a verb of which only one is known, without its particle: every base form that
  /// spells so is taken for one, the -s form first.
  public init(readFrom word: String, particle: String? = nil) {
    let base =
      Self.bases(ofForm: word).first { Self.third(of: $0) == word || Self.past(of: $0) == word }
    if let base {
      self.init(base: base, particle: particle)
    } else {
      self.init(base: word, particle: particle)
    }
  }

  public var all: [String] { [base, third, past] }

  static func third(of base: String) -> String {
    if base.hasSuffix("y"), !endsInVowel(base.dropLast()) { return base.dropLast() + "ies" }
    let sibilants = ["s", "x", "z", "ch", "sh", "o"]
    return base + (sibilants.contains(where: base.hasSuffix) ? "es" : "s")
  }

  static func past(of base: String) -> String {
    if base.hasSuffix("e") { return base + "d" }
    if base.hasSuffix("y"), !endsInVowel(base.dropLast()) { return base.dropLast() + "ied" }
    return (doublesItsEnd(base) ? base + String(base.suffix(1)) : base) + "ed"
  }

  /// Whether the last consonant is doubled: after one vowel in a word of one syllable (`ban`), or in
  /// one that is stressed on its end (`commit`), which no spelling shows.
  private static func doublesItsEnd(_ base: String) -> Bool {
    if stressedOnTheEnd.contains(base) { return true }
    let vowels = base.replacing("qu", with: "q").map { "aeiou".contains($0) }
    guard base.count > 2, vowels.count(where: \.self) == 1, vowels[vowels.count - 2] else {
      return false
    }
    return base.last.map { !"wxy".contains($0) } == true
  }

  private static let stressedOnTheEnd: Set<String> = Set(
    """
    abet abhor abut acquit admit allot annul befit commit compel concur confer control \
    debar defer deter dispel emit equip excel expel extol impel incur infer inter \
    occur omit patrol permit prefer propel rebel rebut recur refer regret remit repel submit transfer \
    transmit unban unplug
    """.split(separator: " ").map(String.init))

  /// The base form that a word ending in -s belongs to, or nil where the word may well be a base form
  /// itself, as `discuss`, `focus` and `bias` are.
  public static func baseForm(ofThird word: String) -> String? {
    guard word.hasSuffix("s"), let before = word.dropLast().last, !"sauio".contains(before) else {
      return nil
    }
    return bases(ofForm: word).first { third(of: $0) == word }
  }

  private static func bases(ofForm word: String) -> [String] {
    var bases: [String] = []
    if word.hasSuffix("ies") || word.hasSuffix("ied") { bases.append(word.dropLast(3) + "y") }
    let sibilants = ["shes", "ches", "sses", "zzes", "xes", "oes"]
    if sibilants.contains(where: word.hasSuffix) { bases.append(String(word.dropLast(2))) }
    if word.hasSuffix("s"), !word.hasSuffix("ss") { bases.append(String(word.dropLast())) }
    if word.hasSuffix("es") { bases.append(String(word.dropLast(2))) }
    if word.hasSuffix("ed") {
      bases += [String(word.dropLast(2)), String(word.dropLast()), String(word.dropLast(3))]
    }
    return bases.filter { !$0.isEmpty }
  }

  private static func endsInVowel(_ stem: Substring) -> Bool {
    stem.last.map { "aeiou".contains($0) } ?? true
  }
}
