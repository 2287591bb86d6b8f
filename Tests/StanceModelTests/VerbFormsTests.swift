import StanceModel
import Testing

@Suite struct VerbFormsTests {
  @Test(
    arguments: [
      ("reject", "rejects", "rejected"), ("propose", "proposes", "proposed"),
      ("host", "hosts", "hosted"), ("deny", "denies", "denied"), ("delay", "delays", "delayed"),
      ("ban", "bans", "banned"), ("stop", "stops", "stopped"), ("back", "backs", "backed"),
      ("veto", "vetoes", "vetoed"), ("push", "pushes", "pushed"), ("fix", "fixes", "fixed"),
      ("pass", "passes", "passed"), ("watch", "watches", "watched"), ("agree", "agrees", "agreed"),
      ("view", "views", "viewed"), ("need", "needs", "needed"),
      ("tie", "ties", "tied"), ("offer", "offers", "offered"), ("visit", "visits", "visited"),
      ("limit", "limits", "limited"), ("commit", "commits", "committed"),
      ("prefer", "prefers", "preferred"), ("regret", "regrets", "regretted"),
      ("transfer", "transfers", "transferred"), ("permit", "permits", "permitted"),
      ("suffer", "suffers", "suffered"), ("rebut", "rebuts", "rebutted"),
      ("occur", "occurs", "occurred"), ("equip", "equips", "equipped"),
      ("acquit", "acquits", "acquitted"), ("discuss", "discusses", "discussed"),
      ("focus", "focuses", "focused"),
    ])
  func `a regular verb is spelt by rule`(base: String, third: String, past: String) {
    let forms = VerbForms(base: base)
    #expect(forms.all == [base, third, past])
  }

  @Test(
    arguments: [
      ("backs", "back"), ("vetoes", "veto"), ("denies", "deny"), ("opposes", "oppose"),
      ("plays", "play"), ("watches", "watch"), ("focus", nil), ("dismiss", nil), ("discuss", nil),
      ("bias", nil), ("caucus", nil), ("back", nil),
    ] as [(String, String?)])
  func `a word in -s is told from a base form that ends so`(word: String, base: String?) {
    #expect(VerbForms.baseForm(ofThird: word) == base)
  }

  @Test(arguments: ["against", "with", "for"])
  func `each form has the particle`(particle: String) {
    let forms = VerbForms(base: "campaign", particle: particle)
    #expect(
      forms.all == ["campaign", "campaigns", "campaigned"].map { "\($0) \(particle)" })
  }

  @Test func `an irregular verb has the forms that are given`() {
    let forms = VerbForms(base: "seek", third: "seeks", past: "sought", particle: "with")
    #expect(forms.all == ["seek with", "seeks with", "sought with"])
  }

  @Test(
    arguments: [
      "reject", "propose", "deny", "delay", "ban", "back", "veto", "push", "fix", "pass", "agree",
      "support", "oppose", "host", "view",
    ])
  func `the base form is read from each form`(base: String) {
    let forms = VerbForms(base: base)
    #expect(VerbForms(readFrom: forms.third).base == base)
    #expect(VerbForms(readFrom: base).base == base)
    #expect(VerbForms(readFrom: forms.past).past == forms.past)
  }
}

@Suite struct RelationTests {
  @Test(
    arguments: [
      ("support", "reject"), ("reject", "support"), ("propose", nil), ("host", nil),
    ] as [(String, String?)])
  func `the four verbs that every graph knows have their opposites`(
    base: String, opposite: String?
  ) throws {
    let relation = try #require(Relation.builtIn.first { $0.forms.base == base })
    #expect(relation.opposite == opposite)
    #expect(relation.objects == [.proposal])
    #expect(relation.subjects == (base == "host" ? [.place, .actor] : [.actor]))
    #expect(relation.isBuiltIn)
  }

  @Test func `two sets of kinds make every pairing`() {
    let relation = Relation(
      forms: VerbForms(base: "see"), subjects: [.actor, .place], objects: [.actor, .proposal])
    #expect(relation.signatures.count == 4)
    #expect(relation.subjects == [.actor, .place])
    #expect(relation.objects == [.actor, .proposal])
  }

  @Test(
    arguments: [
      ([.actor], "an actor"), ([.place, .actor], "a place or an actor"),
      ([.proposal], "a proposal"),
      (.all, "a place or an actor or a proposal"),
    ] as [(Set<NodeKind>, String)])
  func `kinds are named with their articles`(kinds: Set<NodeKind>, phrase: String) {
    #expect(kinds.phrase == phrase)
  }
}

@Suite struct TypeTreeTests {
  private var tree: TypeTree {
    var tree = TypeTree.builtIn
    tree.add("politician", below: "person")
    tree.add("councillor", below: "politician")
    return tree
  }

  @Test(
    arguments: [
      ("councillor", .actor), ("person", .actor), ("city", .place), ("plan", .proposal),
      ("actor", .actor), ("place", .place), ("proposal", .proposal), ("nothing", nil),
    ] as [(String, NodeKind?)])
  func `a type has the kind at the top of its branch`(type: String, kind: NodeKind?) {
    #expect(tree.kind(of: type) == kind)
  }

  @Test(
    arguments: [
      ("councillor", "person", true), ("person", "councillor", false), ("person", "person", true),
      ("councillor", "actor", true), ("city", "actor", false), ("nothing", "actor", false),
    ])
  func `a type is below what it descends from`(type: String, ancestor: String, isBelow: Bool) {
    #expect(tree.isBelow(type, ancestor) == isBelow)
  }

  @Test func `subtypes are the type and all below it, sorted`() {
    #expect(tree.subtypes(of: "person") == ["councillor", "person", "politician"])
    #expect(tree.subtypes(of: "place") == ["city", "place", "region"])
    #expect(tree.subtypes(of: "councillor") == ["councillor"])
  }

  @Test(
    arguments: [
      ("country", "country"), ("countries", "country"), ("people", "person"), ("cities", "city"),
      ("actors", "actor"), ("proposals", "proposal"), ("nothings", nil),
      ("councillors", "councillor"),
    ] as [(String, String?)])
  func `a type is known by its singular and its plural`(word: String, type: String?) {
    #expect(tree.named(word) == type)
  }

  @Test func `a circle of types has no kind and no end`() {
    let tree = TypeTree(parents: ["a": "b", "b": "a"])
    #expect(tree.kind(of: "a") == nil)
    #expect(!tree.isBelow("a", "actor"))
    #expect(tree.subtypes(of: "a") == ["a", "b"])
  }
}
