internal import Foundation
import StanceSQL

/// Reads the arrays that SQLite's `json_group_array` makes.
enum JSONArray {
  private enum Element: Decodable {
    case integer(Int)
    case real(Double)
    case text(String)
    case array([Element])
    case null

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .null
      } else if let value = try? container.decode(Int.self) {
        self = .integer(value)
      } else if let value = try? container.decode(Double.self) {
        self = .real(value)
      } else if let value = try? container.decode(String.self) {
        self = .text(value)
      } else {
        self = .array(try container.decode([Element].self))
      }
    }

    var value: SQLValue {
      switch self {
      case .integer(let value): .integer(value)
      case .real(let value): .real(value)
      case .text(let value): .text(value)
      case .array, .null: .null
      }
    }
  }

  static func elements(of text: String) -> [SQLValue] { decoded(text).map(\.value) }

  /// The elements of an array of arrays.
  static func rows(of text: String) -> [[SQLValue]] {
    decoded(text).map { element in
      guard case .array(let values) = element else { return [] }
      return values.map(\.value)
    }
  }

  private static func decoded(_ text: String) -> [Element] {
    if let numbers = integers(text) { return numbers.map(Element.integer) }
    guard let elements = try? JSONDecoder().decode([Element].self, from: Data(text.utf8)) else {
      preconditionFailure("an array of SQLite's making is not JSON")
    }
    return elements
  }

  /// The elements of an array of integers, as most are; nil of any other. To start a decoder takes
  /// longer than a picture's question.
  private static func integers(_ text: String) -> [Int]? {
    let inside = text.dropFirst().dropLast()
    var numbers: [Int] = []
    for part in inside.utf8.split(separator: UInt8(ascii: ",")) {
      guard let number = Int(Substring(part)) else { return nil }
      numbers.append(number)
    }
    return numbers
  }
}
