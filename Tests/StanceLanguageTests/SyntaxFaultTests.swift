import StanceDiagnostics
import StanceLanguage
import StanceTestSupport
import Testing

/// What is said of each fault of lexing and parsing, code by code.
@Suite struct SyntaxFaultTests {
  static let endRole =
    "the end of the query, and / or, or an option such as show, by, top, draw, as"

  static let lexical = [
    ToldFault(
      "who rejects ⟪\"Truce⟫", "L01", "this quotation is never closed",
      help: "add \" where the name or quote ends"),
    ToldFault(
      "who rejects ⟪“Truce⟫", "L01", "this quotation is never closed",
      help: "add ” where the name or quote ends"),
    ToldFault(
      "who rejects ⟪„Truce”⟫", "L01", "this quotation is never closed",
      help: "add “ where the name or quote ends"),
    ToldFault(
      "who rejects ⟪«Truce⟫", "L01", "this quotation is never closed",
      help: "add » where the name or quote ends"),
    ToldFault(
      "who rejects ⟪\"a⟫\nb\"", "L01", "this quotation does not end on its line",
      help: "write \"\"\"…\"\"\" around a quotation of several lines"),
    ToldFault(
      "who rejects \"a⟪\\x⟫\"", "L02", "there is no such escape in a quotation",
      help: "write \\\" \\\\ \\n \\t or \\u{hexadecimal}; a backslash itself is \\\\"),
    ToldFault(
      "who rejects ⟪30-day⟫ ceasefire", "L03",
      "a name that begins with a digit needs quotation marks",
      help: "write \"30-day …\""),
    ToldFault(
      "who rejects ⟪'Truce'⟫", "L04", "names and quotations stand in double quotes, not in ‘'’",
      help: "write \"…\""),
    ToldFault(
      "who rejects ⟪@⟫", "L05", "‘@’ has no meaning here",
      help: "put names that hold it in double quotes"),
    ToldFault(
      "who rejects ⟪\u{0}⟫", "L05", "‘\\u{0}’ has no meaning here",
      help: "put names that hold it in double quotes"),
    ToldFault(
      "who rejects ⟪$⟫1", "L05", "‘$’ is not followed by the name of a parameter",
      help: "write $name, and put the query in single quotes so that the shell keeps it"),
    ToldFault(
      "who rejects ⟪\"Tru\u{200B}ce\"⟫", "L05", "the name holds the invisible character \\u{200b}",
      help: "take it out"),
    ToldFault(
      "who rejects what saying ⟪\"a\u{0}b\"⟫", "L05",
      "the quotation holds the control character \\u{0}", help: "take it out"),
    ToldFault(
      "who rejects what since ⟪2025-02-30⟫", "L06", "there is no date ‘2025-02-30’",
      help: "write yyyy-mm-dd, yyyy-mm or yyyy"),
    ToldFault(
      "who rejects what with confidence ⟪1\(String(repeating: "0", count: 399))⟫", "L08",
      "this number is out of range"),
  ]

  static let syntactic = [
    ToldFault(
      "who rejects⟪⟫", "P01",
      "expected the object of the verb (a name, what, something …), found the end of the query",
      help: "if the query used $param, did the shell expand it? put the query in single quotes"),
    ToldFault(
      "who rejects what ⟪where⟫ date > 2025", "P01", "expected \(endRole), found ‘where’",
      help: "filters need no ‘where’: write since 2025-05, with confidence >= 0.8, ?a is not ?b …"),
    ToldFault(
      "who rejects what ⟪because⟫", "P01", "expected \(endRole), found ‘because’"),
    ToldFault(
      "who rejects ⟪2025⟫", "P01",
      "expected the object of the verb (a name, what, something …), found ‘2025’",
      help: "a name that is a number needs quotation marks"),
    ToldFault(
      "who ⟪Truce⟫", "P01",
      "expected a verb such as supports, rejects or proposes, found ‘Truce’"),
    ToldFault(
      "who rejects what since ⟪yesterday⟫", "P01",
      "expected a date (2025, 2025-05 or 2025-05-11), found ‘yesterday’"),
    ToldFault(
      "who rejects what according ⟪Russia⟫", "P01", "expected ‘to’, found ‘Russia’"),
    ToldFault(
      "who rejects what with confidence ⟪high⟫", "P01",
      "expected a value (a number, a date, a name or a quotation), found ‘high’"),
    ToldFault(
      "who rejects what by ⟪Country⟫", "P01",
      "expected a level such as country or bloc, found ‘Country’"),
    ToldFault(
      "who rejects what all ⟪show⟫ who", "P01", "expected a qualifier after ‘all’, found ‘show’"),
    ToldFault(
      "who rejects what draw direction ⟪north⟫", "P01",
      "expected right, left, down or up, found ‘north’"),
    ToldFault(
      "who rejects what draw title ⟪Truce⟫", "P01",
      "expected the title in quotation marks, found ‘Truce’"),
    ToldFault(
      "who rejects what as svg to ⟪Out⟫", "P01",
      "expected a file name in quotation marks, found ‘Out’"),
    ToldFault(
      "use ⟪common⟫", "P01", "expected the name of a file, in quotation marks, found ‘common’"),
    ToldFault(
      "given $since is ⟪date⟫", "P01", "expected ‘a’, ‘an’ or ‘some’, found ‘date’"),
    ToldFault(
      "define ?a ⟪?r⟫ ?b when ?a rejects ?b", "P01",
      "expected the verb that is defined, found a variable"),
    ToldFault(
      "Russia ⟪or⟫ \"30-day ceasefire\" rejects what", "P03", "‘or’ cannot join two names",
      help: "write any of (Russia, \"30-day ceasefire\")"),
    ToldFault(
      "who trusts Russia ⟪or⟫ France", "P03", "‘or’ cannot join two names",
      help: "write any of (Russia, France)"),
    ToldFault(
      "Russia ⟪and⟫ France reject what", "P03", "‘and’ cannot join two names",
      help: "write any of (Russia, France)"),
    ToldFault(
      "who supports and rejects ⟪or⟫ proposes what", "P04",
      "verbs are joined by different words here",
      help: "write one clause for each reading, with ( … ) around it"),
    ToldFault(
      "who rejects what and hosts what ⟪or⟫ who is a plan", "P05",
      "‘and’ and ‘or’ are mixed without parentheses",
      help: "put ( … ) around the part that belongs together"),
    ToldFault(
      "who rejects what ⟪not⟫ since 2025", "P06", "‘not’ cannot stand before a qualifier",
      help: "for “no such statement” put not before the clause; for “another speaker” write "
        + "with speaker != …"),
    ToldFault(
      "who rejects what top 1 ⟪top⟫ 2", "P07", "‘top’ is given twice"),
    ToldFault(
      "who rejects what draw legend, dark, ⟪legend⟫", "P07", "‘legend’ is given twice"),
    ToldFault(
      "who rejects what as ⟪xlsx⟫", "P08", "unknown format ‘xlsx’",
      help: "known: csv, dot, json, jsonl, markdown, pdf, png, svg, table, tsv"),
    ToldFault(
      "\(String(repeating: "not ", count: 64))not ⟪who⟫ rejects what", "R03",
      "more than 64 levels of nesting",
      help: "split the question with define"),
  ]

  @Test(arguments: lexical + syntactic)
  func `a fault is told with its place and what to type`(fault: ToldFault) {
    let told = diagnose(question: fault.text).map(\.told)
    #expect(Array(told.prefix(1)) == fault.expected, "\(told)")
  }

  @Test func `each code of the syntax has an example here`() {
    let shown = Set((Self.lexical + Self.syntactic).map(\.code))
    let codes = DiagnosticCode.allCases.map(\.rawValue).filter { "LP".contains($0.prefix(1)) }
    // What is not UTF-8 cannot be written in a text of Swift: see the tests of limits.
    #expect(codes.filter { !shown.contains($0) } == ["L07"])
  }

  @Test func `bytes that are no text are told as such`() {
    let found = diagnose(question: Array("who rejects \"".utf8) + [0xFF, 0x22])
    #expect(
      found.map(\.told) == [
        "L07 12..<15 the quotation is not valid UTF-8 | convert the file to UTF-8"
      ])
  }

  @Test(
    arguments: [
      ("who rejects what since 2025 ⟪because⟫.", "\n"), ("\n\nwho rejects ⟪,⟫.", "\r\n"),
      ("\u{FEFF}who ⟪\"x\"⟫.", "\r\n"), ("# é\nwho rejects 中国 ⟪“x”⟫.", "\n"),
    ])
  func `the place is the same whatever ends the lines`(marked: String, end: String) {
    let marked = MarkedText(marked.replacing("\n", with: end))
    #expect(diagnose(question: marked.text).first?.span == marked.spans.first)
  }
}
