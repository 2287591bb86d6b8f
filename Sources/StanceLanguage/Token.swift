import StanceDiagnostics
import StanceModel

/// A lexical unit of graph files and questions.
struct Token: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    /// A lower-case word: keyword, verb, kind or field. At the start of a sentence a capitalised
    /// keyword is folded to it.
    case word(String)
    /// A run of capitalised words, joined by single blanks.
    case name(String)
    /// The value of a quotation.
    case quoted(String)
    case variable(String)
    case parameter(String)
    case number(Number)
    case date(PartialDate)
    case url(String)
    case symbol(Symbol)
    /// `.`, `?` or `;` at the end of a sentence.
    case end
    case endOfText
    /// Something that has already been reported.
    case invalid
  }

  enum Symbol: String, Sendable {
    case comma = ","
    case open = "("
    case close = ")"
    case colon = ":"
    case dot = "."
    case range = ".."
    case equal = "="
    case notEqual = "!="
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
  }

  var kind: Kind
  var span: SourceSpan
}

/// A number as written: whole numbers are exact.
public enum Number: Hashable, Sendable {
  case integer(Int)
  case real(Double)

  public var double: Double {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    }
  }
}

extension Number: CustomStringConvertible {
  public var description: String {
    switch self {
    case .integer(let value): "\(value)"
    case .real(let value): plainReal(value)
    }
  }
}
