import StanceDiagnostics
import StanceTestSupport
import Testing

/// What is said where a question cannot be bound: section 2.3 of the language, code by code.
@Suite struct RefusalTests {
  static let relations =
    "known: agrees with, backs, conflicts with, hosts, proposes, rejects, seeks, stands for, "
    + "supports, trusts"

  static let names = [
    ToldFault(
      "who rejects ⟪\"30 day ceasefire\"⟫", "N01",
      "nothing in this graph is called ‘30 day ceasefire’",
      help: "did you mean “30-day ceasefire”?"),
    ToldFault(
      "⟪Rusia⟫ rejects what", "N01", "nothing in this graph is called ‘Rusia’",
      help: "did you mean “Russia”?"),
    ToldFault(
      "who is from ⟪Union⟫", "N01", "nothing in this graph is called ‘Union’",
      help: "did you mean “European Union”?"),
    ToldFault(
      "who rejects ⟪Zzyzx⟫", "N01", "nothing in this graph is called ‘Zzyzx’"),
    ToldFault(
      "who rejects what according to ⟪Makron⟫", "N01", "nothing in this graph is called ‘Makron’",
      help: "did you mean “Macron”?"),
    ToldFault(
      "who rejects what in ⟪Gazete⟫", "N01", "no source of this graph is called ‘Gazete’",
      help: "did you mean “Gazette”?"),
    ToldFault(
      "who is one of (Russia, ⟪Ukrain⟫)", "N01", "nothing in this graph is called ‘Ukrain’",
      help: "did you mean “Ukraine”?"),
    ToldFault(
      "path from ⟪Fance⟫ to Russia", "N01", "nothing in this graph is called ‘Fance’",
      help: "did you mean “France”?"),
    ToldFault(
      "who ⟪rejcts⟫ what", "N02", "no relation is called ‘rejcts’",
      help: "did you mean ‘rejects’? \(relations)"),
    ToldFault(
      "who supports or ⟪propses⟫ what", "N02", "no relation is called ‘propses’",
      help: "did you mean ‘proposes’? \(relations)"),
    ToldFault(
      "what is ⟪frobbed⟫ by Russia", "N02", "no relation is called ‘frobbed’", help: relations),
    ToldFault(
      "path from Russia to Ukraine via from, ⟪trust for⟫", "N02",
      "no relation is called ‘trust for’", help: "did you mean ‘trusts’? \(relations)"),
    ToldFault(
      "who is from ⟪Georgia⟫", "N03",
      "‘Georgia’ may be the country Georgia or the region Georgia",
      help: "write the country Georgia, or the full name"),
    ToldFault(
      "⟪John Smith⟫ rejects what", "N03",
      "‘John Smith’ may be the person John Smith or the councillor \"John A. Smith\"",
      help: "write the councillor \"John A. Smith\", or the full name"),
    ToldFault(
      "who rejects what in ⟪\"Morning News\"⟫", "N03",
      "‘Morning News’ may be the source Herald or Tribune", help: "write the name"),
    ToldFault(
      "who rejects ⟪$p⟫", "N04", "the parameter $p has no value", help: "give it with --set p=…"),
    ToldFault(
      "who rejects what since ⟪$since⟫", "N04", "the parameter $since has no value",
      help: "give it with --set since=…"),
    ToldFault(
      "which ⟪contry⟫ rejects what", "N05", "no kind is called ‘contry’",
      help: "known: actor, bloc, city, councillor, country, organization, person, place, plan, "
        + "proposal, region"),
    ToldFault(
      "the ⟪town⟫ Georgia hosts what", "N05", "no kind is called ‘town’",
      help: "known: actor, bloc, city, councillor, country, organization, person, place, plan, "
        + "proposal, region"),
    ToldFault(
      "who rejects what by ⟪contry⟫", "N05", "no level is called ‘contry’",
      help: "known: bloc, city, councillor, country, organization, person, plan, region"),
    ToldFault(
      "who rejects what by ⟪actor⟫", "N05", "no level is called ‘actor’",
      help: "known: bloc, city, councillor, country, organization, person, plan, region"),
    ToldFault(
      "who rejects what show ⟪whom⟫", "N06", "there is nothing called ‘whom’ to show",
      help: "did you mean ‘who’?"),
    ToldFault(
      "who rejects what show who sort by ⟪dat⟫", "N06", "there is nothing called ‘dat’ to show",
      help: "did you mean ‘date’?"),
    ToldFault(
      "who rejects what as ?s show ⟪?s⟫", "N06", "?s is a statement; say which field of it",
      help: "such as ?s.date"),
    ToldFault(
      "does Russia reject Truce sort by ⟪date⟫", "N06",
      "this question has no columns to show or sort by"),
  ]

  static let types = [
    ToldFault(
      "who rejects what and ⟪what⟫ hosts Truce", "T01",
      "‘what’ would have to be a proposal and a place or an actor at once",
      help: "the object of ‘rejects’ must be a proposal; the subject of ‘hosts’ must be a place or "
        + "an actor"),
    ToldFault(
      "who ?r what and ⟪?r⟫ rejects what", "T01",
      "‘r’ would have to be an actor, place or proposal and a relation at once"),
    ToldFault(
      "who rejects what on ?d and who supports ⟪?d⟫", "T01",
      "‘d’ would have to be an actor, place or proposal and a date at once"),
    ToldFault(
      "who rejects ⟪Istanbul⟫", "T02",
      "“Istanbul” is a place; the object of ‘rejects’ must be a proposal"),
    ToldFault(
      "⟪Truce⟫ rejects what", "T02",
      "“Truce” is a proposal; the subject of ‘rejects’ must be an actor"),
    ToldFault(
      "⟪Truce⟫ hosts what", "T02",
      "“Truce” is a proposal; the subject of ‘hosts’ must be a place or an actor"),
    ToldFault(
      "who rejects what according to ⟪Istanbul⟫", "T02",
      "“Istanbul” is a place; the speaker must be an actor"),
    ToldFault(
      "⟪Istanbul⟫ is rejected by Russia", "T02",
      "“Istanbul” is a place; the object of ‘rejects’ must be a proposal"),
    ToldFault(
      "who trusts ⟪any of (Russia, Truce)⟫", "T02",
      "“Truce” is a proposal; the object of ‘trusts’ must be an actor"),
    ToldFault(
      "given $d is a date default \"May\". who rejects what since ⟪$d⟫", "T03",
      "the value of $d is not a date: ‘May’", help: "give it as yyyy-mm-dd, yyyy-mm or yyyy"),
    ToldFault(
      "given $c is a country default \"Macron\". ⟪$c⟫ rejects what", "T03",
      "the value of $c, “Emmanuel Macron”, is not a country"),
    ToldFault(
      "who rejects what saying ⟪\"…\"⟫", "T03", "there is no word to look for here"),
    ToldFault(
      "path from Russia to ⟪\"Russian Federation\"⟫", "T03", "the path begins where it ends"),
    ToldFault(
      "who reaches Russia within ⟪13⟫ steps", "T03", "‘within’ takes 1 to 12 steps here",
      help: "write within 12 steps"),
    ToldFault(
      "paths from Russia to France within ⟪0⟫", "T03", "‘within’ takes 1 to 8 steps here",
      help: "write within 8 steps"),
    ToldFault(
      "who rejects what with confidence > ⟪\"high\"⟫", "T03",
      "‘confidence’ is compared with a number",
      help: "write confidence >= 0.8"),
    ToldFault(
      "who rejects what as ?s and ?s.date > ⟪\"May\"⟫", "T03", "‘date’ is compared with a date",
      help: "write 2025, 2025-05 or 2025-05-11"),
    ToldFault(
      "who rejects what show ⟪avg who⟫", "T03", "an average is taken of numbers",
      help: "such as avg confidence"),
    ToldFault(
      "who rejects what with ⟪colour⟫ = 3", "T04", "statements have no field ‘colour’",
      help: "fields: confidence, publisher, language, title, speaker"),
    ToldFault(
      "who has ⟪popullation⟫ > 3", "T04", "no node has an attribute ‘popullation’",
      help: "did you mean ‘population’?"),
    ToldFault(
      "who backs what show who, ⟪date⟫", "T05",
      "there is no statement of which ‘date’ could be shown",
      help: "derived relations have no statements; ask for their verbs"),
    ToldFault(
      "who backs what show who, count ⟪statements⟫", "T05",
      "there are no statements here to take ‘statements’ from",
      help: "derived relations have no statements; ask for their verbs"),
    ToldFault(
      "when did Russia ⟪back⟫ Truce", "T05", "a derived relation has no date of its own",
      help: "ask for the verbs that it is defined by"),
    ToldFault(
      "who backs what as ⟪?s⟫", "T05", "‘backs’ is derived and has no statement to name"),
    ToldFault(
      "who backs what ⟪according to whom⟫", "T05",
      "‘backs’ is derived: its qualifiers cannot hold variables"),
    ToldFault(
      "who ⟪backs then supports⟫ what", "T05",
      "a derived relation has no date, so ‘then’ cannot order it"),
    ToldFault(
      "who ⟪currently proposes⟫ what", "T06", "‘currently’ needs a verb with an opposite",
      help: "such as supports or rejects"),
    ToldFault(
      "who ⟪currently⟫ backs what", "T06", "‘backs’ is derived; ‘currently’ speaks of statements",
      help: "put it into the definition"),
    ToldFault(
      "who supports what and whom rejects what show who, ⟪date⟫", "T07",
      "several clauses have a ‘date’",
      help: "name one statement (as ?s … show ?s.date) or write first date"),
  ]

  static let safety = [
    ToldFault(
      "not ⟪?x⟫ rejects what", "S01", "?x occurs only inside ‘not’",
      help: "say what it ranges over, e.g. ?x is an actor, or write someone / something if you "
        + "mean “any at all”"),
    ToldFault(
      "who rejects what and not ⟪?x⟫ supports what", "S01", "?x occurs only inside ‘not’",
      help: "say what it ranges over, e.g. ?x is an actor, or write someone / something if you "
        + "mean “any at all”"),
    ToldFault(
      "⟪who⟫ rejects Truce or whom supports Truce", "S02",
      "‘who’ is bound in only some alternatives of ‘or’",
      help: "bind it in every alternative, or write someone / something"),
    ToldFault(
      "who rejects what, optionally ⟪?c⟫ supports what, optionally ?c hosts what", "S02",
      "?c is bound by two optional groups", help: "use another variable in one"),
    ToldFault(
      "who rejects what and not who supports what as ?s and ⟪?s.date⟫ > 2025", "S02",
      "?s names no statement everywhere here",
      help: "write as ?s in a clause outside ‘not’ and ‘or’"),
    ToldFault(
      "define ?a likes ⟪?b⟫ when ?a supports ?p. who likes whom", "S03",
      "?b of the head is not bound by the definition", help: "say what it is, e.g. ?b is an actor"),
    ToldFault(
      "define ?a shuns ?b when ?a is an actor and ?b is an actor and not ?b ⟪shuns⟫ ?a. "
        + "who shuns whom", "S04", "‘shuns’ depends on its own negation: shuns → shuns",
      help: "a relation may not be used under ‘not’ in its own definition"),
    ToldFault(
      "define ?a leads ?b when ?a trusts ?b. define ?a leads ?c when ?a leads ?b and ?b ⟪leads⟫ ?x "
        + "and ?x trusts ?c. who leads whom", "S05", "‘leads’ uses itself twice in one rule",
      help: "use it once, and a rule without it for the other step"),
    ToldFault(
      "define ?a leads ?b when ?a ⟪leads⟫ ?b. who leads whom", "S06",
      "every rule of ‘leads’ uses ‘leads’ itself", help: "add a rule that does not"),
  ]

  @Test(arguments: names + types + safety)
  func `a refusal says what is wrong, where it is and what to type`(fault: ToldFault) throws {
    let told = try refusal(fault.text).map(\.told)
    #expect(told.map { [$0] } == fault.expected, "\(told ?? "nothing")")
  }

  @Test func `each code of names, types and safety has an example here`() {
    let shown = Set((Self.names + Self.types + Self.safety).map(\.code))
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter { "NTS".contains($0.prefix(1)) }
    #expect(codes.filter { !shown.contains($0) } == [])
  }
}
