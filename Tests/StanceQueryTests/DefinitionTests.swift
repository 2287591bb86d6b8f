import StanceDiagnostics
import StanceLanguage
import StanceTestSupport
import Testing

@testable import StanceQuery

/// Relations and kinds that are defined by rules.
@Suite struct DefinitionTests {
  @Test(
    arguments: [
      Planned(
        "who backs what", "derived 0 ‘backs’ ", "  rule (?a, ?p)",
        "    s0: relation supports|proposes(?a, ?p)", "‘backs’(?who, ?what)", "answer who, what"),
      Planned(
        "define ?a blocks ?b when ?a rejects ?p and ?b proposes ?p. who blocks Ukraine",
        "derived 0 ‘blocks’ ", "  rule (?a, ?b)", "    s0: relation rejects(?a, ?p)",
        "    s1: relation proposes(?b, ?p)", "‘blocks’(?who, Ukraine)", "answer who"),
      Planned(
        "define mutual ?a meets ?b counting ?p when ?a supports ?p and ?b supports ?p. "
          + "who meets whom show weight", "derived 0 ‘meets’ mutual, counting",
        "  rule (?a, ?b) counting ?p", "    s0: relation supports(?a, ?p)",
        "    s1: relation supports(?b, ?p)", "‘meets’(?who, ?whom)", "answer weight"),
      Planned(
        "define ?x is a dove when ?x supports Truce. which dove rejects what", "derived 0 ‘dove’ ",
        "  rule (?x)", "    s1: relation supports(?x, Truce)", "‘dove’(?dove)",
        "s0: relation rejects(?dove, ?what)", "answer dove, what"),
      Planned(
        "define ?x is a dove when ?x supports Truce. who is not a dove and rejects Truce",
        "derived 0 ‘dove’ ", "  rule (?x)", "    s0: relation supports(?x, Truce)", "not",
        "  ‘dove’(?who)", "s1: relation rejects(?who, Truce)", "answer who"),
      Planned(
        "define ?a leads ?b when ?a trusts ?b. "
          + "define ?a leads ?c when ?a leads ?b and ?b trusts ?c. who leads whom",
        "derived 0 ‘leads’ ", "  rule (?a, ?b)", "    s0: relation trusts(?a, ?b)",
        "  rule (?a, ?c)", "    ‘leads’(?a, ?b)", "    s1: relation trusts(?b, ?c)",
        "‘leads’(?who, ?whom)", "answer who, whom"),
      Planned(
        "define ?a judges ?p when ?a supports ?p or ?a rejects ?p. who judges Truce",
        "derived 0 ‘judges’ ", "  rule (?a, ?p)", "    s0: relation supports(?a, ?p)",
        "  rule (?a, ?p)", "    s1: relation rejects(?a, ?p)", "‘judges’(?who, Truce)",
        "answer who"),
      Planned(
        "who backs what since 2025", "derived 0 ‘backs’ ", "  rule (?a, ?p)",
        "    s0: relation supports|proposes(?a, ?p) with first day >= 20250101",
        "‘backs’(?who, ?what)", "answer who, what"),
      Planned(
        "who backs what and rejects Truce, all since 2025", "derived 0 ‘backs’ ", "  rule (?a, ?p)",
        "    s0: relation supports|proposes(?a, ?p) with first day >= 20250101",
        "‘backs’(?who, ?what)", "s2: relation rejects(?who, Truce) with first day >= 20250101",
        "answer who, what"),
      Planned(
        "define ?a hails ?p when ?a supports ?p since 2024. who hails what until 2025",
        "derived 0 ‘hails’ ", "  rule (?a, ?p)",
        "    s0: relation supports(?a, ?p) with first day >= 20240101, last day <= 20251231",
        "‘hails’(?who, ?what)", "answer who, what"),
    ])
  func `a derived relation is planned with its rules`(example: Planned) throws {
    let steps = try steps(example.ask)
    #expect(steps == example.steps, "\(steps)")
  }

  @Test(
    arguments: [
      "who blocked whom", "who block whom", "who blocks whom", "whom is blocked by who",
    ])
  func `a derived verb has the three forms of any verb`(ask: String) throws {
    let rule = "define ?a blocks ?b when ?a trusts ?b. "
    #expect(try steps(rule + ask).contains("‘blocks’(?who, ?whom)"))
  }

  @Test func `a verb with a particle may be defined`() throws {
    let rule = "define ?a sides with ?b when ?a trusts ?b. "
    #expect(try steps(rule + "who sided with Russia").contains("‘sides with’(?who, Russia)"))
  }

  @Test(
    arguments: [
      (
        "define ?a loves ?b when ?a trusts ?b. who loves ⟪Truce⟫",
        "“Truce” is a proposal; the object of ‘loves’ must be an actor"
      ),
      (
        "define ?a loves ?b when ?a trusts ?b. ⟪Istanbul⟫ loves whom",
        "“Istanbul” is a place; the subject of ‘loves’ must be an actor"
      ),
      (
        "define mutual ?a pairs ?b when ?a supports ?b. ⟪Istanbul⟫ pairs whom",
        "“Istanbul” is a place; the subject of ‘pairs’ must be an actor or a proposal"
      ),
    ])
  func `the kinds of a derived relation follow from its rules`(
    marked: String, message: String
  ) throws {
    let marked = MarkedText(marked)
    let found = try refusal(marked.text)
    #expect(found?.message == message)
    #expect([found?.span] == marked.spans)
  }

  @Test(
    arguments: [
      ToldFault(
        "define ?a x ?b when ?a trusts ?b and not ?b ⟪y⟫ ?a. define ?a y ?b when ?a x ?b.", "S04",
        "‘x’ depends on its own negation: x → y → x",
        help: "a relation may not be used under ‘not’ in its own definition"),
      ToldFault(
        "define ?a x ?b when ?a trusts ?b. define ?a x ?c when ?a x ?b and ?b trusts ?d and "
          + "?d ⟪x⟫ ?c.", "S05", "‘x’ uses itself twice in one rule",
        help: "use it once, and a rule without it for the other step"),
      ToldFault(
        "define ?a x ?b counting ?p when ?a supports ?p and ?b supports ?p and ?a ⟪x⟫ ?b.", "S05",
        "a relation that uses itself cannot count",
        help: "count in a rule of another name that uses ‘x’"),
      ToldFault(
        "define ?a x ?b when ?a ⟪x⟫ ?b.", "S06", "every rule of ‘x’ uses ‘x’ itself",
        help: "add a rule that does not"),
    ])
  func `rules that cannot be computed are refused where they stand`(fault: ToldFault) {
    let told = library(fault.text).check().flatMap(\.diagnostics).map(\.told)
    #expect(Array(told.prefix(1)) == fault.expected, "\(told)")
  }

  @Test(
    arguments: [
      "define ?a x ?b when ?a trusts ?b. define ?a x ?c when ?a x ?b and ?b x ?c.",
      "define ?a x ?b when ?a trusts ?b. define ?a x ?c when ?b x ?c and ?a x ?b.",
      "define ?a x ?b when ?a trusts ?b and not ?b trusts ?a.",
      "define ?a x ?b when ?a y ?b or ?a trusts ?b. define ?a y ?b when ?a x ?c and ?c trusts ?b.",
      "define ?a x ?b when ?a trusts ?b. define ?a y ?b when ?a trusts ?b and not ?a x ?b.",
    ])
  func `rules that can be computed are taken`(text: String) {
    #expect(library(text).check().flatMap(\.diagnostics).map(\.told) == [])
  }

  @Test func `the prelude is sound and is what the specification lists`() {
    #expect(Library.prelude.check().isEmpty)
    #expect(Library.prelude.relations == ["backs", "agrees with", "conflicts with"])
  }

  private func library(_ text: String) -> Library {
    let source = SourceText(name: "<ask>", text)
    var library = Library()
    for case .define(let definition) in QuestionFile.parse(source).file.sentences {
      library.add(definition, from: source)
    }
    return library
  }
}
