/// A value that is bound to a statement, never spliced into its text.
public enum SQLValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)
  case blob([UInt8])

  /// The number, or nil of anything else than an integer.
  public var integer: Int? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The floating-point number, or nil of anything else.
  public var real: Double? {
    if case .real(let value) = self { return value }
    return nil
  }

  /// The text, or nil of anything else.
  public var optionalText: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  /// The text, or an empty one of anything else.
  public var text: String { optionalText ?? "" }
}

/// A piece of SQL with the values bound in it.
///
/// Its text is made of literals of this program and of ``SQLName``s only: no `String` can become
/// SQL. Everything else is interpolated as `\(bind: value)` and becomes a parameter.
public struct SQLFragment: Hashable, Sendable {
  public private(set) var text: String
  public private(set) var values: [SQLValue]

  public init() {
    text = ""
    values = []
  }

  public static func += (left: inout SQLFragment, right: SQLFragment) {
    left.text += right.text
    left.values += right.values
  }

  public static func + (left: SQLFragment, right: SQLFragment) -> SQLFragment {
    var sum = left
    sum += right
    return sum
  }

  public var isEmpty: Bool { text.isEmpty }
}

/// The name of a table alias or column: a fixed word and a number.
public struct SQLName: Hashable, Sendable {
  fileprivate let text: String

  public init(_ word: StaticString, _ number: Int) { text = "\(word)\(number)" }
}

extension SQLFragment: ExpressibleByStringInterpolation {
  public init(stringLiteral text: StaticString) {
    self.text = "\(text)"
    values = []
  }

  public init(stringInterpolation: Interpolation) { self = stringInterpolation.fragment }

  public struct Interpolation: StringInterpolationProtocol {
    fileprivate var fragment = SQLFragment()

    public init(literalCapacity: Int, interpolationCount: Int) {
      fragment.text.reserveCapacity(literalCapacity + interpolationCount * 8)
    }

    public mutating func appendLiteral(_ literal: StaticString) { fragment.text += "\(literal)" }

    public mutating func appendInterpolation(_ other: SQLFragment) { fragment += other }

    public mutating func appendInterpolation(_ name: SQLName) { fragment.text += name.text }

    public mutating func appendInterpolation(bind value: SQLValue) {
      fragment.text += "?"
      fragment.values.append(value)
    }

    public mutating func appendInterpolation(bind value: Int) {
      appendInterpolation(bind: .integer(value))
    }

    public mutating func appendInterpolation(bind value: String) {
      appendInterpolation(bind: .text(value))
    }
  }
}

extension Sequence<SQLFragment> {
  /// The fragments in order with the separator between them.
  public func joined(separator: StaticString) -> SQLFragment {
    var result = SQLFragment()
    for (index, fragment) in enumerated() {
      if index > 0 { result += SQLFragment(stringLiteral: separator) }
      result += fragment
    }
    return result
  }
}

extension SQLFragment {
  /// `(?, ?, …)` with the numbers bound.
  public static func list(_ numbers: [Int]) -> SQLFragment { list(numbers.map(SQLValue.integer)) }

  /// `(?, ?, …)` with the texts bound.
  public static func list(_ texts: [String]) -> SQLFragment {
    list(texts.map(SQLValue.text))
  }

  private static func list(_ values: [SQLValue]) -> SQLFragment {
    var list = SQLFragment()
    list.text = "(" + repeatElement("?", count: values.count).joined(separator: ", ") + ")"
    list.values = values
    return list
  }

  /// The conditions in brackets joined by AND; `1` of none.
  public static func all(_ conditions: [SQLFragment]) -> SQLFragment {
    conditions.isEmpty ? "1" : conditions.joined(separator: " AND ")
  }
}
