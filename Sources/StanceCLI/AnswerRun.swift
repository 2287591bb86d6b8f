internal import ArgumentParser
internal import Foundation
internal import StanceDiagnostics
internal import StanceDiagram
internal import StanceGraph
internal import StanceGraphviz
internal import StanceLanguage
internal import StanceQuery
internal import StanceSQL

/// Answers the questions of some texts and writes the answers where they belong.
struct AnswerRun {
  /// The files of the graph, which no output may overwrite.
  var files: [String]
  var options: AnswerOptions

  func run(_ texts: [SourceText]) throws {
    var pictures = PictureQueue()
    if mayDraw(texts) { pictures.renderer.startCopy() }
    let graph = try GraphFiles.open(files, options.diagnostics)
    var session = Session(graph, given: try options.given())
    var questions: [PreparedQuestion] = []
    var problems: [DiagnosedText] = []
    var read = files + texts.map(\.name)
    for text in texts {
      do {
        questions += try session.prepare(text) { name, from in
          let used = try readUsed(name, from)
          read.append(used.name)
          return used
        }
      } catch let failure as PreparationFailure {
        problems += failure.problems
      }
    }
    if problems.isEmpty { problems = session.unknownParameters(givenWith: "--set") }
    guard problems.isEmpty else { throw PreparationFailure(problems: problems) }
    try checkPlaces(questions)
    var isEmpty = false
    var outputs = OutputCollection()
    for question in questions {
      if let instead = options.instead {
        outputs.add(text(instead, of: question), to: destination(question))
      } else {
        isEmpty = try answer(question, of: graph, into: &outputs, &pictures) || isEmpty
      }
    }
    try pictures.finish(into: &outputs)
    pictures.renderer.end()
    try outputs.write(protecting: read)
    if options.exitStatus, isEmpty { throw ExitStatus.empty }
  }

  /// Whether the texts look as if they asked for a picture.
  private func mayDraw(_ texts: [SourceText]) -> Bool {
    guard options.instead == nil else { return false }
    if let format = options.format { return format.isPicture && format != .dot }
    return texts.contains { DrawingProcess.mayBeNeeded(for: $0.bytes) }
  }

  /// Refuses pictures of which one file could not hold all.
  private func checkPlaces(_ questions: [PreparedQuestion]) throws {
    guard options.instead == nil else { return }
    let places = Dictionary(grouping: questions, by: destination)
    for question in questions {
      let format = format(of: question)
      guard format.isPicture, format != .dot, let sharing = places[destination(question)],
        sharing.count > 1
      else { continue }
      throw FileFailure(
        path: destination(question) ?? "standard output",
        reason: "\(sharing.count) answers would go into one picture; give each its own file, such "
          + "as: as svg to \"first.svg\"")
    }
  }

  /// A text that `use "name"` stands for, beside the text that uses it.
  private func readUsed(_ name: String, _ from: SourceText) throws -> SourceText {
    guard !name.hasPrefix("/"), from.name != "<ask>" else { return try InputFile.read(name) }
    let folder = URL(fileURLWithPath: from.name).deletingLastPathComponent()
    return try InputFile.read(folder.appendingPathComponent(name).standardized.path)
  }

  /// Answers one question. Returns whether the answer is empty.
  private func answer(
    _ question: PreparedQuestion, of graph: Graph, into outputs: inout OutputCollection,
    _ pictures: inout PictureQueue
  ) throws -> Bool {
    let format = format(of: question)
    let answer = try graph.answer(
      question, withEvidence: options.evidence || format.isPicture, limits: options.limits)
    for note in answer.notes { StandardStreams.note(note) }
    let place = destination(question)
    if format.isPicture {
      let picture = try graph.picture(of: answer, to: question)
      let drawing = question.drawing ?? Drawing()
      if drawing.form != .network, !drawing.networkOptions.isEmpty {
        StandardStreams.note(
          "draw \(drawing.form.rawValue) does without "
            + drawing.networkOptions.joined(separator: ", "))
      }
      let order = try order(picture, format, at: place, &pictures.renderer)
      try pictures.add(order, to: place, into: &outputs)
      return answer.isEmpty
    }
    try pictures.finish(into: &outputs)
    let isForTerminal = place == nil && StandardStreams.outputIsTerminal
    var text = AnswerText(answer: answer, width: place == nil ? StandardStreams.terminalWidth : nil)
    text.isForSpreadsheet = options.spreadsheet
    let written = text.text(format)
    outputs.add(isForTerminal ? visibleLines(written) : written, to: place)
    return answer.isEmpty
  }

  /// The text without anything that a terminal would obey but its line ends.
  private func visibleLines(_ text: String) -> String {
    text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
      .map { String($0).visible() }.joined(separator: "\n")
  }

  /// The format asked for. A question with a style but without a format is drawn as SVG.
  private func format(of question: PreparedQuestion) -> OutputFormat {
    options.format ?? question.output?.format ?? (question.drawing == nil ? .table : .svg)
  }

  /// Asks for the picture of an answer.
  private func order(
    _ picture: Picture, _ format: OutputFormat, at place: String?, _ renderer: inout Renderer
  ) throws -> PictureOrder {
    guard place != nil || format.isText || !StandardStreams.outputIsTerminal else {
      throw FileFailure(
        path: "standard output", reason: "a picture cannot be shown on a terminal; add -o FILE")
    }
    switch picture {
    case .network(let diagram):
      for line in diagram.caption.notes + diagram.advice {
        StandardStreams.note(line)
      }
      return try renderer.order(diagram, format: format.picture, scale: options.scale)
    case .sheet(let sheet):
      for line in sheet.notes { StandardStreams.note(line) }
      return renderer.order(sheet, format: format.picture, scale: options.scale)
    }
  }

  /// The file that the answer goes to, or nil for standard output.
  private func destination(_ question: PreparedQuestion) -> String? {
    let path = options.output ?? question.output?.path
    return path == "-" || path == "/dev/stdout" ? nil : path
  }

  private func text(_ instead: Instead, of question: PreparedQuestion) -> String {
    switch instead {
    case .read:
      var printer = QuestionPrinter(.reading)
      return printer.print(question.syntax).visible() + "\n"
    case .plan: return question.plan.outline
    case .sql: return sqlText(question)
    }
  }

  private func sqlText(_ question: PreparedQuestion) -> String {
    let sql = question.plan.compiled().sql
    let values = sql.values.enumerated().map { "-- ?\($0 + 1) = \($1.shown)\n" }.joined()
    return sql.text + ";\n" + values
  }
}

extension OutputFormat {
  var isPicture: Bool {
    switch self {
    case .dot, .svg, .png, .pdf: true
    case .table, .csv, .tsv, .json, .jsonl, .markdown: false
    }
  }

  /// Whether a terminal can show it.
  var isText: Bool { self != .png && self != .pdf }

  var picture: PictureFormat {
    switch self {
    case .png: .png
    case .pdf: .pdf
    case .dot: .dot
    case .svg, .table, .csv, .tsv, .json, .jsonl, .markdown: .svg
    }
  }
}

/// What goes to each file and to standard output, written when everything is known.
struct OutputCollection {
  private var files: [(path: String, bytes: [UInt8])] = []
  private var numbers: [String: Int] = [:]
  private var printed: [UInt8] = []

  mutating func add(_ text: String, to place: String?) {
    add(Array(text.utf8), to: place)
  }

  /// Adds to a file or, for nil, to standard output.
  mutating func add(_ bytes: [UInt8], to place: String?) {
    guard let place else { return printed += bytes }
    if let number = numbers[place] {
      files[number].bytes += bytes
    } else {
      numbers[place] = files.count
      files.append((place, bytes))
    }
  }

  func write(protecting protected: [String]) throws {
    try OutputFile.write(files, protecting: protected)
    if !printed.isEmpty { try StandardStreams.print(printed) }
  }
}

extension SQLValue {
  /// The value as SQL would write it.
  fileprivate var shown: String {
    switch self {
    case .null: "NULL"
    case .integer(let value): "\(value)"
    case .real(let value): "\(value)"
    case .text(let text): JSONText.string(text)
    case .blob(let bytes): "\(bytes.count) bytes"
    }
  }
}
