import StanceDiagnostics
import StanceTestSupport
import Testing

/// What a name stands for: section 2.3 of the language. Exact keys only, the position decides among
/// several, and the kind before the name says it outright.
@Suite struct NameTests {
  @Test(
    arguments: [
      ("Russia rejects what", "Russia"), ("\"RUSSIA\" rejects what", "Russia"),
      ("\"  russia \" rejects what", "Russia"),
      ("\"Russian\u{A0}Federation\" rejects what", "Russia"),
      ("\"Ｒussia\" rejects what", "Russia"), ("EU rejects what", "European Union"),
      ("Macron rejects what", "Emmanuel Macron"),
      ("the country Georgia rejects what", "country Georgia"),
      ("the actor Georgia rejects what", "country Georgia"),
      ("Georgia rejects what", "country Georgia"),
      ("the councillor \"John Smith\" rejects what", "John A. Smith"),
      ("\"John A. Smith\" rejects what", "John A. Smith"),
    ])
  func `a name is found by its key`(ask: String, name: String) throws {
    #expect(try steps(ask).first == "s0: relation rejects(\(name), ?what)")
  }

  @Test(
    arguments: [
      ("Georgia trusts what", "s0: relation trusts(country Georgia, ?what)"),
      ("the region Georgia hosts what", "s0: relation hosts(region Georgia, ?what)"),
      ("what is hosted by the place Georgia", "s0: relation hosts(region Georgia, ?what)"),
      (
        "who rejects what according to Georgia",
        "s0: relation rejects(?who, ?what) with speaker country Georgia"
      ),
      (
        "who rejects what with speaker Georgia",
        "s0: relation rejects(?who, ?what) with speaker = country Georgia"
      ),
      ("The Hague hosts what", "s0: relation hosts(The Hague, ?what)"),
      ("The Istanbul hosts what", "s0: relation hosts(Istanbul, ?what)"),
    ])
  func `where several things have the name, the position decides`(ask: String, step: String) throws
  {
    #expect(try steps(ask).first == step)
  }

  @Test(
    arguments: [
      ToldFault(
        "⟪Georgia⟫ hosts what", "N03",
        "‘Georgia’ may be the country Georgia or the region Georgia",
        help: "write the country Georgia, or the full name"),
      ToldFault(
        "who is ⟪the person \"John Smith\"⟫", "N03",
        "‘John Smith’ may be the person John Smith or the councillor \"John A. Smith\"",
        help: "write the councillor \"John A. Smith\", or the full name"),
      ToldFault(
        "⟪the city Georgia⟫ hosts what", "N01", "nothing in this graph is called ‘Georgia’",
        help: "did you mean “Georgia”?"),
      ToldFault(
        "who is ⟪Smith⟫", "N01", "nothing in this graph is called ‘Smith’",
        help: "did you mean “John A. Smith” or “John Smith”?"),
      ToldFault(
        "who is ⟪Unio⟫", "N01", "nothing in this graph is called ‘Unio’",
        help: "did you mean “European Union”?"),
      ToldFault(
        "who is ⟪\"\(String(repeating: "x", count: 70))\"⟫", "N01",
        "nothing in this graph is called ‘\(String(repeating: "x", count: 60))…’"),
    ])
  func `what is not found exactly is suggested, never taken`(fault: ToldFault) throws {
    let told = try refusal(fault.text).map(\.told)
    #expect(told.map { [$0] } == fault.expected, "\(told ?? "nothing")")
  }

  @Test(
    arguments: [
      ("who rejects what in Gazette", "Gazette"),
      ("who rejects what in \"the daily gazette\"", "Gazette"),
      ("who rejects what in the Herald", "Herald"),
      ("who rejects what with source Tribune", "= Tribune"),
    ])
  func `a source is found by its name or its title`(ask: String, source: String) throws {
    #expect(try steps(ask).first == "s0: relation rejects(?who, ?what) with source \(source)")
  }

  // MARK: - Parameters

  @Test(
    arguments: [
      ("who rejects $p", ["p": ["truce"]], "s0: relation rejects(?who, Truce)"),
      ("$p rejects what", ["p": ["EU"]], "s0: relation rejects(European Union, ?what)"),
      (
        "given $p is a country default \"Russia\". $p rejects what", [:],
        "s0: relation rejects(Russia, ?what)"
      ),
      (
        "given $p is a country default \"Russia\". $p rejects what", ["p": ["France"]],
        "s0: relation rejects(France, ?what)"
      ),
      ("who $verb what", ["verb": ["sought"]], "s0: relation seeks(?who, ?what)"),
      (
        "who rejects what since $d", ["d": ["2025-05"]],
        "s0: relation rejects(?who, ?what) with first day >= 20250501"
      ),
      (
        "who rejects what in $p", ["p": ["2025"]],
        "s0: relation rejects(?who, ?what) with first day >= 20250101, last day <= 20251231"
      ),
      (
        "who rejects what in $p", ["p": ["Herald"]],
        "s0: relation rejects(?who, ?what) with source Herald"
      ),
      (
        "given $p is a date default 2025. who rejects what in $p", [:],
        "s0: relation rejects(?who, ?what) with first day >= 20250101, last day <= 20251231"
      ),
      (
        "who rejects what with confidence > $c", ["c": ["0.5"]],
        "s0: relation rejects(?who, ?what) with confidence > 0.5"
      ),
      (
        "who rejects what saying $w", ["w": ["Peace; DROP TABLE x --"]],
        "s0: relation rejects(?who, ?what) with words “peace drop table x”"
      ),
      (
        "who rejects what with publisher $w", ["w": ["2025"]],
        "s0: relation rejects(?who, ?what) with publisher = “2025”"
      ),
      ("who has motto $w", ["w": ["7"]], "?who.motto = 7"),
      ("given $w is a text. who has motto $w", ["w": ["7"]], "?who.motto = “7”"),
      ("who is one of $list", ["list": ["EU", "Russia"]], "?who is one of European Union, Russia"),
      ("$list rejects Truce", ["list": ["EU", "Russia"]], "_0 is one of European Union, Russia"),
    ] as [(String, [String: [String]], String)])
  func `a parameter is the value given for it`(
    ask: String, given: [String: [String]], step: String
  ) throws {
    #expect(try steps(ask, given: given).first == step)
  }

  @Test(
    arguments: [
      (
        ToldFault(
          "who rejects what since ⟪$p⟫", "T03", "the value of $p is not a date: ‘2025-13’",
          help: "give it as yyyy-mm-dd, yyyy-mm or yyyy"), ["2025-13"]
      ),
      (
        ToldFault(
          "who rejects what since ⟪$p⟫", "T03", "$p has 2 values; one is wanted here",
          help: "a list can stand after ‘is one of’"), ["2025", "2026"]
      ),
      (
        ToldFault(
          "given $p is a date. who rejects what in ⟪$p⟫", "T03", "the value of $p is not a date"),
        ["Herald"]
      ),
      (
        ToldFault(
          "given $p is a number. who has population > ⟪$p⟫", "T03",
          "the value of $p is not a number: ‘many’"), ["many"]
      ),
      (
        ToldFault(
          "who ⟪$p⟫ what", "N02", "no relation is called ‘rejcts’",
          help: "did you mean ‘rejects’? \(RefusalTests.relations)"), ["rejcts"]
      ),
      (
        ToldFault(
          "who rejects what in ⟪$p⟫", "N01", "no source of this graph is called ‘Heralt’",
          help: "did you mean “Herald”?"), ["Heralt"]
      ),
      (
        ToldFault(
          "who rejects ⟪$p⟫", "T02",
          "“Istanbul” is a place; the object of ‘rejects’ must be a proposal"), ["Istanbul"]
      ),
      (
        ToldFault(
          "who is one of ⟪$p⟫", "N01", "nothing in this graph is called ‘Rusia’",
          help: "did you mean “Russia”?"), ["EU", "Rusia"]
      ),
      (
        ToldFault(
          "who rejects ⟪$p⟫", "N04", "the parameter $p has no value",
          help: "give it with --set p=…"), []
      ),
    ] as [(ToldFault, [String])])
  func `a value that does not fit is told at its parameter`(
    fault: ToldFault, values: [String]
  ) throws {
    let told = try refusal(fault.text, given: ["p": values]).map(\.told)
    #expect(told.map { [$0] } == fault.expected, "\(told ?? "nothing")")
  }
}
