internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage
internal import StanceModel

/// Writes an answer as text.
struct AnswerText {
  var answer: Answer
  /// The columns of the terminal that the text is for, or nil where it is for a file or a pipe.
  var width: Int?
  /// Whether cells that a spreadsheet would take for formulas are written with an apostrophe.
  var isForSpreadsheet = false

  /// The answer in one of the textual formats.
  func text(_ format: OutputFormat) -> String {
    switch format {
    case .csv: separated(by: ",")
    case .tsv: separated(by: "\t")
    case .json: json
    case .jsonl: jsonLines
    case .markdown: markdown
    case .table, .dot, .svg, .png, .pdf:
      TextTable(header: answer.columns, rows: answer.rows.map { $0.map(\.plain) }, width: width)
        .text
    }
  }

  // MARK: - CSV and TSV

  private func separated(by separator: String) -> String {
    let header = answer.columns.map { spreadsheet(.text($0)) }
    let rows = [header] + answer.rows.map { $0.map { spreadsheet($0) } }
    return rows.map { row in
      row.map { separator == "," ? CSVText.field($0) : tsv($0) }.joined(separator: separator)
        + (separator == "," ? "\r\n" : "\n")
    }.joined()
  }

  /// A field in which tabs and line ends are written as escapes.
  private func tsv(_ field: String) -> String {
    var result = ""
    for scalar in field.unicodeScalars {
      switch scalar {
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\\": result += "\\\\"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private func spreadsheet(_ value: AnswerValue) -> String {
    isForSpreadsheet && !value.isNumber ? CSVText.harmless(value.plain) : value.plain
  }

  // MARK: - JSON

  private var json: String {
    JSONText.object([
      ("question", JSONText.string(answer.question)),
      ("columns", JSONText.array(answer.columns.map(JSONText.string))),
      ("rows", JSONText.array(answer.rows.indices.map(row))),
      ("notes", JSONText.array(answer.notes.map(JSONText.string))),
    ]) + "\n"
  }

  private var jsonLines: String { answer.rows.indices.map { row($0) + "\n" }.joined() }

  private func row(_ index: Int) -> String {
    var members = zip(answer.columns, answer.rows[index]).map { ($0, $1.json) }
    if answer.evidence.indices.contains(index) {
      members.append(("evidence", JSONText.array(answer.evidence[index].map(\.json))))
    }
    return JSONText.object(members)
  }

  // MARK: - Markdown

  private var markdown: String {
    let rows =
      [answer.columns, answer.columns.map { _ in "---" }]
      + answer.rows.map { $0.map(\.plain).map(markdown) }
    return rows.map { "| " + $0.joined(separator: " | ") + " |\n" }.joined()
  }

  private func markdown(_ cell: String) -> String {
    var result = ""
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "|", "\\", "<", "&", "[", "*", "_", "~", "`": result += "\\\(scalar)"
      case "\n", "\r": result += " "
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension AnswerValue {
  /// The value as one text; a list with `; ` between its elements, what is absent as nothing.
  var plain: String {
    switch self {
    case .absent: ""
    case .text(let text): text
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .list(let elements): elements.map(\.plain).joined(separator: "; ")
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .real: true
    case .absent, .text, .list: false
    }
  }

  var json: String {
    switch self {
    case .absent: "null"
    case .text(let text): JSONText.string(text)
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .list(let elements): JSONText.array(elements.map(\.json))
    }
  }
}

extension Evidence {
  var json: String {
    let text = { (value: String?) in value.map(JSONText.string) ?? "null" }
    return JSONText.object([
      ("subject", JSONText.string(subject.name)), ("relation", JSONText.string(relation)),
      ("object", JSONText.string(object.name)), ("date", text(date?.description)),
      ("speaker", text(speaker)), ("source", text(source)), ("quote", text(quote)),
      ("start", start.map { "\($0)" } ?? "null"), ("end", end.map { "\($0)" } ?? "null"),
      ("condition", text(condition)), ("confidence", confidence.map { "\($0)" } ?? "null"),
    ])
  }
}
