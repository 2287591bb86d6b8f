/// One thing to tell the user about a text: where, what, and what to type instead.
public struct Diagnostic: Error, Hashable, Sendable {
  public enum Severity: String, Sendable { case error, warning, note }

  public var severity: Severity
  public var code: DiagnosticCode
  public var message: String
  public var span: SourceSpan
  /// One line with the literal text to type, if there is any.
  public var help: String?

  public init(
    _ severity: Severity, _ code: DiagnosticCode, _ message: String, at span: SourceSpan,
    help: String? = nil
  ) {
    self.severity = severity
    self.code = code
    self.message = message
    self.span = span
    self.help = help
  }
}

/// The codes of the language's diagnostics. The letter names the stage: lexing, parsing, names,
/// types, safety, limits at run time, graph files.
public enum DiagnosticCode: String, CaseIterable, Sendable {
  case unclosedQuotation = "L01"
  case badEscape = "L02"
  case digitInitialName = "L03"
  case singleQuote = "L04"
  case strayCharacter = "L05"
  case noSuchDate = "L06"
  case invalidUTF8 = "L07"
  case tooLong = "L08"
  case expected = "P01"
  case orBetweenNames = "P03"
  case mixedVerbConnectives = "P04"
  case mixedConnectives = "P05"
  case notBeforeQualifier = "P06"
  case optionTwice = "P07"
  case unknownFormat = "P08"
  case unknownName = "N01"
  case unknownRelation = "N02"
  case ambiguousName = "N03"
  case parameterWithoutValue = "N04"
  case unknownKind = "N05"
  case unknownColumn = "N06"
  case kindConflict = "T01"
  case wrongKind = "T02"
  case wrongValue = "T03"
  case unknownField = "T04"
  case derivedHasNoStatements = "T05"
  case noOpposite = "T06"
  case bareField = "T07"
  case unboundUnderNot = "S01"
  case unboundInBranch = "S02"
  case unboundHead = "S03"
  case negationCycle = "S04"
  case nonlinearRecursion = "S05"
  case noBaseRule = "S06"
  case timeLimit = "R01"
  case rowLimit = "R02"
  case nestingLimit = "R03"
  case undeclaredName = "G01"
  case contradictingType = "G02"
  case cyclicAffiliation = "G03"
  case duplicateStatement = "G04"
  case valueOutOfRange = "G05"
  case contradictingDeclaration = "G06"
  case changedText = "G07"
  case confusableName = "G08"
}

/// A text together with what there is to say about it.
public struct DiagnosedText: Error, Sendable {
  public var source: SourceText
  public var diagnostics: [Diagnostic]

  public init(source: SourceText, diagnostics: [Diagnostic]) {
    self.source = source
    self.diagnostics = diagnostics
  }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
