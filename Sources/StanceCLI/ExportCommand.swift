internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceLanguage

/// The forms in which a whole graph is written.
enum ExportFormat: String, CaseIterable, ExpressibleByArgument {
  case stance, jsonl, csv
}

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a whole graph as text.",
    discussion: """
      The format stance is a graph file with everything in it, in a fixed order; importing it gives
      the graph again. jsonl and csv hold the statements.

        stance export talks.db -o talks.stance
        stance export talks.db --format jsonl
        stance export Graphs/peace-talks-2025-05.stance --format csv --spreadsheet -o talks.csv
      """)

  @Argument(help: "A database file, or one or more *.stance files.")
  var graph: [String]

  @Option(help: "stance, jsonl or csv.")
  var format = ExportFormat.stance

  @Option(name: .shortAndLong, help: "Writes to a file. - is standard output.")
  var output: String?

  @Flag(help: "CSV cells that a spreadsheet would run as formulas begin with an apostrophe.")
  var spreadsheet = false

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func run() throws {
    try reporting(diagnostics) {
      let graph = try GraphFiles.open(graph, diagnostics)
      try OutputFile.stream(to: output, protecting: self.graph) { sink in
        try GraphDump.of(graph) { dump in try write(dump, to: &sink) }
      }
    }
  }

  private func write(_ dump: GraphDump, to sink: inout TextSink) throws {
    switch format {
    case .stance: try dump.forEachLine { try sink.add(line: $0) }
    case .jsonl: try dump.forEachStatement { statement, _ in try sink.add(line: statement.json) }
    case .csv:
      let names = CanonicalStatement.fieldNames
      try sink.add(line: names.joined(separator: ","), end: "\r\n")
      try dump.forEachStatement { statement, _ in
        try sink.add(line: row(statement.fields), end: "\r\n")
      }
    }
  }

  private func row(_ fields: [StatementValue]) -> String {
    let cells = fields.map { field in
      CSVText.field(spreadsheet && !field.isNumber ? CSVText.harmless(field.text) : field.text)
    }
    return cells.joined(separator: ",")
  }
}
