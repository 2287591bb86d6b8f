internal import ArgumentParser
internal import StanceDiagnostics
internal import StanceGraph
internal import StanceGraphviz
internal import StanceLanguage
internal import StanceStore

/// How what a command has to say is printed: for people or for programs.
enum ReportForm: String, CaseIterable, ExpressibleByArgument {
  case text, json
}

/// Runs a command's body and turns what it throws into lines on standard error and an exit code.
func reporting(_ form: ReportForm, _ body: () throws -> Void) throws {
  do {
    try body()
  } catch let failure as PreparationFailure {
    report(failure.problems, form)
    throw ExitStatus.languageError
  } catch let refused as DiagnosedText {
    report([refused], form)
    throw ExitStatus.languageError
  } catch let refused as ImportRefused {
    report(refused.report.diagnostics, form)
    StandardStreams.complain("nothing was imported")
    throw ExitStatus.languageError
  } catch let failure as StoreFailure {
    StandardStreams.complain("stance: \(failure)")
    if case .timedOut = failure { throw ExitStatus.limitReached }
    if case .tooComplex = failure { throw ExitStatus.limitReached }
    throw ExitStatus.dataError
  } catch let failure as RenderFailure {
    StandardStreams.complain("stance: \(failure)")
    if case .timedOut = failure { throw ExitStatus.limitReached }
    throw ExitStatus.dataError
  } catch let refused as TextRefused {
    StandardStreams.complain("stance: \(refused)")
    throw ExitStatus.dataError
  } catch let refused as NameRefused {
    StandardStreams.complain("stance: \(refused)")
    throw ExitStatus.languageError
  } catch let refused as UndoRefused {
    StandardStreams.complain("stance: \(refused)")
    throw ExitStatus.dataError
  } catch let failure as FileFailure {
    StandardStreams.complain("stance: \(failure)")
    throw ExitStatus.dataError
  }
}

/// Prints diagnostics to standard error.
func report(_ texts: [DiagnosedText], _ form: ReportForm) {
  for text in texts {
    switch form {
    case .text: StandardStreams.complainLines(text.rendered())
    case .json:
      for diagnostic in text.ordered {
        StandardStreams.complainLines(jsonLine(diagnostic, in: text.source) + "\n")
      }
    }
  }
}

private func jsonLine(_ diagnostic: Diagnostic, in source: SourceText) -> String {
  let (line, column) = source.position(of: diagnostic.span.start)
  return JSONText.object([
    ("code", JSONText.string(diagnostic.code.rawValue)),
    ("severity", JSONText.string(diagnostic.severity.rawValue)),
    ("message", JSONText.string(diagnostic.message)),
    ("file", JSONText.string(source.name)), ("line", "\(line)"), ("column", "\(column)"),
    ("offset", "\(diagnostic.span.start)"), ("length", "\(diagnostic.span.length)"),
    ("help", diagnostic.help.map(JSONText.string) ?? "null"),
  ])
}
