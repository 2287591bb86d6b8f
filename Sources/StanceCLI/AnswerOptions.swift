public import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
public import StanceLanguage

extension OutputFormat: ExpressibleByArgument {}

/// What can be seen of a question instead of its answer.
enum Instead: EnumerableFlag {
  case read, plan, sql

  static func help(for value: Instead) -> ArgumentHelp? {
    switch value {
    case .read: "Prints how the question is read, with brackets, instead of the answer."
    case .plan: "Prints what is computed instead of the answer."
    case .sql: "Prints the SQL with its bound values instead of the answer."
    }
  }
}

/// The options of commands that answer questions.
struct AnswerOptions: ParsableArguments {
  @Option(
    name: .customLong("set"), help: "Gives a parameter its value: NAME=VALUE. Repeat it for a list."
  )
  var assignments: [String] = []

  @Option(help: "table, csv, tsv, json, jsonl, markdown, dot, svg, png or pdf; overrides ‘as …’.")
  var format: OutputFormat?

  @Option(
    name: .shortAndLong, help: "Writes to a file; overrides ‘to \"…\"’. - is standard output.")
  var output: String?

  @Option(help: "Pixels of a PNG for each 1/96 inch, 1 to 4.")
  var scale = 1

  @Flag(help: "Adds the statements that made each row true (JSON).")
  var evidence = false

  @Flag(exclusivity: .exclusive)
  var instead: Instead?

  @Flag(help: "CSV cells that a spreadsheet would run as formulas begin with an apostrophe.")
  var spreadsheet = false

  @Option(help: "Seconds after which a question is given up.")
  var timeout = 30.0

  @Option(help: "The most rows of an answer.")
  var maxRows: Int?

  @Flag(help: "Ends with exit code 1 when an answer is empty.")
  var exitStatus = false

  @Option(help: "How errors are printed: text or json.")
  var diagnostics = ReportForm.text

  func validate() throws {
    guard timeout > 0 else { throw ValidationError("--timeout takes seconds, such as 10") }
    guard (1...4).contains(scale) else { throw ValidationError("--scale takes 1 to 4") }
    if let maxRows, maxRows < 0 { throw ValidationError("--max-rows takes a number of rows") }
    _ = try given()
  }

  /// The values of parameters by name.
  func given() throws -> [String: [String]] {
    var given: [String: [String]] = [:]
    for assignment in assignments {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[0].isEmpty else {
        throw ValidationError("--set takes NAME=VALUE, not ‘\(assignment.visible())’")
      }
      given[parts[0].hasPrefix("$") ? String(parts[0].dropFirst()) : String(parts[0]), default: []]
        .append(String(parts[1]))
    }
    return given
  }

  var limits: AnswerLimits { AnswerLimits(timeout: timeout, rows: maxRows ?? .max) }
}
