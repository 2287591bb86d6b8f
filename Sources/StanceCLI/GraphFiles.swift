internal import ArgumentParser
internal import Foundation
internal import StanceDiagnostics
internal import StanceGraph

/// Finds and opens the graphs that commands name.
enum GraphFiles {
  /// The graph of a database, or one in memory made of *.stance files.
  static func open(_ files: [String], _ form: ReportForm) throws -> Graph {
    if files.allSatisfy({ $0.hasSuffix(".stance") }) { return try load(files, form) }
    guard files.count == 1 else {
      throw ValidationError("a graph is one database, or one or more *.stance files")
    }
    return try Graph.open(files[0])
  }

  /// The graph of a database, of a *.stance file or of standard input.
  static func open(one file: String, _ form: ReportForm) throws -> Graph {
    file == "-" ? try load([file], form) : try open([file], form)
  }

  /// A graph in memory made of graph files, whatever they are called.
  static func load(_ files: [String], _ form: ReportForm) throws -> Graph {
    var texts: [SourceText] = []
    for file in files { texts.append(try InputFile.read(file)) }
    var options = ImportOptions()
    options.document = document
    let (graph, report) = try Graph.load(texts, options: options)
    StanceCLI.report(report.diagnostics, form)
    return graph
  }

  /// What a graph file is called in a graph: its path from there, so that both can move together. Nil
  /// of standard input.
  static func name(of file: String, beside graph: String) -> String? {
    file == "<stdin>" ? nil : path(to: file, beside: graph)
  }

  /// The path of a file from the folder of another.
  static func path(to file: String, beside other: String) -> String {
    let parts = URL(fileURLWithPath: file).standardizedFileURL.pathComponents
    let folder = URL(fileURLWithPath: other).standardizedFileURL.deletingLastPathComponent()
      .pathComponents
    let common = zip(parts, folder).prefix { $0 == $1 }.count
    let up = Array(repeating: "..", count: folder.count - common)
    return (up + parts[common...]).joined(separator: "/")
  }

  /// The document that a source sentence names as its file: in the folder of the graph file or below
  /// it, and nowhere else, since a graph file may be a stranger's.
  static func document(_ file: String, of graphFile: SourceText) -> NamedDocument {
    let folder = URL(fileURLWithPath: graphFile.name == "<stdin>" ? "x" : graphFile.name)
      .deletingLastPathComponent().resolvingSymlinksInPath()
    let place = folder.appendingPathComponent(file).resolvingSymlinksInPath()
    let isBelow = place.standardizedFileURL.path.hasPrefix(folder.standardizedFileURL.path + "/")
    guard !file.hasPrefix("/"), isBelow else {
      return .refused("it lies outside the folder of the graph file; give it with --text")
    }
    var info = stat()
    guard unsafe stat(place.path, &info) == 0 else { return .absent }
    guard info.st_mode & S_IFMT == S_IFREG else { return .refused("it is no regular file") }
    do throws(FileFailure) {
      return .text(try InputFile.readDocument(place.path))
    } catch {
      return .refused(error.reason)
    }
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
