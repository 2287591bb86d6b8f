import StanceReader
import Testing

@testable import StanceReader

@Suite struct NegationTests {
  @Test(arguments: [
    Example(
      "The White House has not ruled out military action.",
      "White House rejects not military action"),
    Example("The coach said he was not opposed to video review.", "coach rejects not video review"),
    Example(
      "The prime minister refused to rule out new elections.",
      "prime minister rejects not new elections"),
    Example(
      "Peru stopped short of opposing the quota.", "Peru rejects not the quota"),
    Example("The firm did not object to an audit.", "firm rejects not an audit"),
    Example(
      "Ghana has no objection to a vote being held in Accra.",
      "Ghana rejects not a vote being held in Accra"),
    Example(
      "The regulator has dropped its opposition to the takeover.",
      "regulator rejects not the takeover"),
    Example("Apple denied that it opposed the bill.", "Apple rejects not the bill"),
  ])
  func `not rejecting is never supporting`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example("Uber no longer supports the legislation.", "Uber supports not the legislation"),
    Example("The Liberals fell short of backing the deal.", "Liberals supports not the deal"),
    Example(
      "The rebels stopped short of accepting the ceasefire.", "rebels supports not the ceasefire"),
    Example("Lawmakers failed to agree on a budget.", "Lawmakers supports not a budget"),
    Example(
      "The senator withdrew her support for the measure after the scandal.",
      "senator supports not the measure"),
    Example("The president has yet to endorse the plan.", "president supports not the plan"),
    Example(
      "The bank is not in favour of a digital currency.", "bank supports not a digital currency"),
    Example("The army denied supporting the coup.", "army supports not the coup"),
    Example(
      "Neither Spain nor Portugal supported the amendment.", "Spain supports not the amendment",
      "Portugal supports not the amendment"),
    Example(
      "Athens has shown no sign that it is willing to accept the loan.",
      "Athens supports not the loan"),
    Example("The ministry never supported the tax.", "ministry supports not the tax"),
  ])
  func `withheld, ended and denied support is negated support`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    Example(
      "The bishop said the church could not accept the new law.", "church rejects the new law"),
    Example(
      "The health minister insisted he could not support a tax on sugar.",
      "health minister rejects a tax on sugar"),
    Example("“We will never accept this deal,” Omar Haddad said.", "Omar Haddad rejects this deal"),
    Example(
      "“We cannot allow such a merger,” Omar Haddad said.", "Omar Haddad rejects such a merger"),
    Example("Gabon declined to endorse the loan.", "Gabon rejects the loan"),
  ])
  func `refusing to support is rejecting`(_ example: Example) {
    #expect(Reading.of(example.text).stances == example.found)
  }

  @Test(arguments: [
    "Japan declined to comment.",
    "Japan declined to say whether it would join the pact.",
    "The ministry refused to discuss the offer.",
    "The chamber took no position on the tax.",
    "The embassy did not reply when asked for comment.",
    "Lund did not reveal whether his team would accept the bid.",
    "UEFA would not comment on the proposal.",
  ])
  func `saying nothing tells no stance`(_ text: String) {
    #expect(Reading.of(text).stances == [])
  }

  /// A verdict of one stance without words.
  private func finding(_ relation: StanceRelation, _ polarity: Polarity) -> Finding {
    Finding(
      relation: relation, polarity: polarity, strength: 1,
      target: StanceTarget(tokens: 0..<1), holder: .speaker, cue: "")
  }

  @Test(arguments: [
    (StanceOperator.refuse, StanceRelation.supports, StanceRelation.rejects, Polarity.affirmed),
    (.refuse, .rejects, .rejects, .negated),
    (.refuse, .hosts, .hosts, .negated),
    (.accept, .hosts, .hosts, .affirmed),
    (.offer, .hosts, .hosts, .affirmed),
    (.want, .rejects, .rejects, .affirmed),
    (.intend, .rejects, .rejects, .affirmed),
    (.continue, .supports, .supports, .affirmed),
    (.fail, .supports, .supports, .negated),
    (.fail, .rejects, .rejects, .negated),
    (.deny, .supports, .supports, .negated),
  ])
  func `an operator turns the stance of its complement`(
    _ operation: StanceOperator, _ inner: StanceRelation, _ relation: StanceRelation,
    _ polarity: Polarity
  ) throws {
    let plain = finding(.supports, .affirmed)
    let verdict = operation.compose(
      .stances([finding(inner, .affirmed)]), plain: plain, isNegated: false)
    guard case .stances(let found) = verdict else {
      Issue.record("no stance is left")
      return
    }
    #expect(found.map(\.relation) == [relation])
    #expect(found.map(\.polarity) == [polarity])
  }

  @Test(arguments: [
    (StanceOperator.refuse, StanceRelation.rejects), (.accept, .supports), (.offer, .proposes),
    (.want, .proposes),
  ])
  func `an operator takes a stance to a complement that tells none`(
    _ operation: StanceOperator, _ relation: StanceRelation
  ) {
    let verdict = operation.compose(
      .none, plain: finding(.hosts, .affirmed), isNegated: false)
    guard case .stances(let found) = verdict else {
      Issue.record("no stance is told")
      return
    }
    #expect(found.map(\.relation) == [relation])
  }

  @Test(arguments: StanceOperator.allCases)
  func `nothing comes of a complement that says nothing`(_ operation: StanceOperator) {
    let verdict = operation.compose(.silent, plain: finding(.supports, .affirmed), isNegated: true)
    guard case .silent = verdict else {
      Issue.record("a stance was made up")
      return
    }
  }

  @Test(arguments: [StanceOperator.intend, .continue, .fail, .deny])
  func `an operator that only passes on a stance makes none`(_ operation: StanceOperator) {
    let verdict = operation.compose(.none, plain: finding(.supports, .affirmed), isNegated: false)
    guard case .none = verdict else {
      Issue.record("a stance was made up")
      return
    }
  }
}
