public import StanceLanguage
import StanceModel

/// The values of `$name` parameters: as given from outside, or the defaults of `given`.
public struct Parameters: Sendable {
  private var declarations: [String: Parameter] = [:]
  private var given: [String: [String]]

  /// - Parameter given: for each name the texts given for it, several for a list.
  public init(given: [String: [String]] = [:]) { self.given = given }

  public mutating func declare(_ parameters: [Parameter]) {
    for parameter in parameters { declarations[parameter.name.text] = parameter }
  }

  /// What `given` says of a parameter.
  func declaration(_ name: String) -> Parameter? { declarations[name] }

  /// The texts of a parameter, or nil where it has no value.
  func texts(_ name: String) -> [String]? {
    if let texts = given[name], !texts.isEmpty { return texts }
    return declarations[name]?.defaultValue.flatMap(\.kind.text).map { [$0] }
  }

  var names: [String] { Set(declarations.keys).union(given.keys).sorted() }
}

extension Value.Kind {
  /// The value as a user would give it from outside; nil of another parameter.
  var text: String? {
    switch self {
    case .number(let number): number.description
    case .date(let date): date.description
    case .text(let text): text
    case .parameter: nil
    }
  }
}
