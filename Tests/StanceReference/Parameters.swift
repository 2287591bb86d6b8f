import StanceLanguage
import StanceModel

/// The value that is given for a parameter, as on a command line.
public enum ReferenceParameter: Hashable, Sendable {
  case text(String)
  case list([String])

  var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .list(let texts): texts
    }
  }
}

/// The parameters of a question file with their values or defaults.
struct Parameters {
  private var kinds: [String: String] = [:]
  private var values: [String: [String]] = [:]

  init(_ file: QuestionFile, values given: [String: ReferenceParameter]) {
    for case .given(let parameters) in file.sentences {
      for parameter in parameters {
        kinds[parameter.name.text] = parameter.kind.text
        values[parameter.name.text] = parameter.defaultValue.map { [Self.text($0)] }
      }
    }
    for (name, value) in given { values[name] = value.texts }
  }

  private static func text(_ value: Value) -> String {
    switch value.kind {
    case .number(let number): number.description
    case .date(let date): date.description
    case .text(let text): text
    case .parameter(let name): name
    }
  }

  /// The texts of a parameter: several where it is a list.
  func texts(_ name: String) throws -> [String] {
    guard let texts = values[name] else { throw Unsupported("$\(name) has no value") }
    return texts
  }

  /// The text of a parameter that is no list.
  func text(_ name: String) throws -> String {
    let texts = try texts(name)
    guard texts.count == 1 else { throw Unsupported("$\(name) is a list") }
    return texts[0]
  }

  func date(_ name: String) throws -> PartialDate {
    guard let date = PartialDate(try text(name)) else { throw Unsupported("$\(name) is no date") }
    return date
  }

  /// Whether the parameter is a date: as declared, or by its look where it is not declared.
  func isDate(_ name: String) throws -> Bool {
    if let kind = kinds[name] { return kind == "date" }
    return PartialDate(try text(name)) != nil
  }

  /// The value for a comparison: of the declared kind, or what the text looks like.
  func thing(_ name: String) throws -> Thing {
    let text = try text(name)
    let looksNumeric = text.allSatisfy { $0.isNumber || $0 == "-" || $0 == "." }
    let number =
      looksNumeric ? Int(text).map(Thing.integer) ?? Double(text).map(Thing.real) : nil
    let date = PartialDate(text).map(Thing.date)
    switch kinds[name] {
    case nil: return number ?? date ?? .text(text)
    case "date":
      guard let date else { throw Unsupported("$\(name) is no date") }
      return date
    case "number":
      guard let number else { throw Unsupported("$\(name) is no number") }
      return number
    default: return .text(text)
    }
  }

  func thing(_ value: Value) throws -> Thing {
    if case .parameter(let name) = value.kind { return try thing(name) }
    guard let thing = Thing(value.kind) else { throw Unsupported("no value") }
    return thing
  }

  func text(of value: Value) throws -> String {
    switch value.kind {
    case .text(let text): return text
    case .parameter(let name): return try text(name)
    case .number, .date: throw Unsupported("no text here")
    }
  }

  func date(_ syntax: DateSyntax) throws -> PartialDate {
    switch syntax.kind {
    case .date(let date): date
    case .parameter(let name): try date(name)
    }
  }
}
