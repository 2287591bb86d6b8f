internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph

/// Finds and opens the graphs that commands name.
enum GraphFiles {
  /// The graph of a database, or one in memory made of *.stance files.
  static func open(_ files: [String], _ form: DiagnosticForm) throws -> Graph {
    guard let first = files.first, first.hasSuffix(".stance") else {
      return try Graph.open(files.first ?? "")
    }
    return try load(files, form)
  }

  /// The graph of a database, of a *.stance file or of standard input.
  static func open(one file: String, _ form: DiagnosticForm) throws -> Graph {
    file == "-" ? try load([file], form) : try open([file], form)
  }

  /// A graph in memory made of graph files, whatever they are called.
  static func load(_ files: [String], _ form: DiagnosticForm) throws -> Graph {
    var texts: [SourceText] = []
    for file in files { texts.append(try InputFile.read(file)) }
    let (graph, report) = try Graph.load(texts)
    StanceCLI.report(report.diagnostics, form)
    return graph
  }

  /// The file of a graph that `use graph` names, beside the question file or in a folder above.
  static func find(_ name: String, from file: String) throws(FileFailure) -> String {
    var folder = URL(fileURLWithPath: file == "-" ? "x" : file).deletingLastPathComponent()
    let names = ["\(name).stance", "\(name).db", "Graphs/\(name).stance", "Graphs/\(name).db"]
    while true {
      for name in names {
        let path = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: path) { return path }
      }
      let parent = folder.deletingLastPathComponent()
      guard parent.path != folder.path else {
        throw FileFailure(
          path: name,
          reason: "no graph of this name is beside the question or above it "
            + "(\(names.joined(separator: ", "))); give its file: stance run FILE.ask GRAPH")
      }
      folder = parent
    }
  }
}
