import StanceDiagram
import StanceLanguage
import StanceQuery

/// What edges are as wide as: `width by …`.
///
/// A field is taken of the statements of an edge, `weight` of a derived pair, and a column of the
/// rows in which the edge occurs.
struct EdgeMeasure {
  private enum Source {
    case weight
    case field(String)
    /// By row.
    case column([AnswerValue])
  }

  private let function: Aggregate.Function
  private let source: Source
  private let name: String
  /// The rows in which a statement or a pair occurs.
  private var rowsOfStatement: [Int: [Int]] = [:]
  private var rowsOfPair: [DerivedPair: [Int]] = [:]

  /// Nil of `count statements`, by which edges are drawn in any case.
  init?(_ aggregate: Aggregate, _ answer: Answer) {
    let words = Self.words(aggregate.argument)
    guard aggregate.function != .count || !["statement", "statements"].contains(words) else {
      return nil
    }
    function = aggregate.function
    name = "\(aggregate.function.rawValue) \(words)"
    if words == "weight" {
      source = .weight
    } else if let column = Self.column(words, of: answer) {
      source = .column(answer.rows.map { $0[column] })
    } else {
      source = .field(StatementField(written: words)?.rawValue ?? words)
    }
    for (row, statements) in answer.evidence.enumerated() {
      for statement in statements { rowsOfStatement[statement.id, default: []].append(row) }
    }
    for (row, pairs) in answer.derived.enumerated() {
      for pair in pairs {
        rowsOfPair[pair, default: []].append(row)
        if pair.isMutual { rowsOfPair[pair.turned, default: []].append(row) }
      }
    }
  }

  var widths: Style.Widths { .measure(name, isCount: function == .count) }

  func value(of edge: DrawnEdge) -> Double? {
    switch source {
    case .weight: return nil
    case .column(let values):
      let rows = Set(edge.evidence.flatMap { rowsOfStatement[$0.id] ?? [] })
      return number(rows.sorted().map { values[$0] })
    case .field(let field):
      return number(
        edge.ordered.compactMap { statement in
          field == "confidence"
            ? statement.confidence.map(AnswerValue.real)
            : statement.text(of: field).map(AnswerValue.text)
              ?? statement.position(field).map(AnswerValue.integer)
        })
    }
  }

  func value(of pair: DerivedPair) -> Double? {
    switch source {
    case .weight: return Double(pair.weight)
    case .field: return nil
    case .column(let values): return number((rowsOfPair[pair] ?? []).map { values[$0] })
    }
  }

  /// The aggregate of the values; nil where there is no number.
  private func number(_ values: [AnswerValue]) -> Double? {
    if function == .count { return Double(Set(values).subtracting([.absent]).count) }
    let numbers = values.compactMap(\.double)
    guard !numbers.isEmpty else { return nil }
    switch function {
    case .first: return numbers.first
    case .last: return numbers.last
    case .min: return numbers.min()
    case .max: return numbers.max()
    case .avg: return numbers.reduce(0, +) / Double(numbers.count)
    case .count, .list: return nil
    }
  }

  private static func words(_ argument: Aggregate.Argument) -> String {
    switch argument {
    case .word(let word): word.text
    case .place(let place): place.field.map { "\(place.name).\($0.text)" } ?? place.name
    }
  }

  /// The column of that name, or of the singular of a plural.
  private static func column(_ name: String, of answer: Answer) -> Int? {
    answer.columns.firstIndex(of: name)
      ?? (name.hasSuffix("s") ? answer.columns.firstIndex(of: String(name.dropLast())) : nil)
  }
}

extension AnswerValue {
  fileprivate var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .absent, .text, .list: nil
    }
  }
}

extension DerivedPair {
  /// The pair with its ends swapped.
  var turned: DerivedPair {
    var turned = self
    (turned.subject, turned.object) = (object, subject)
    return turned
  }
}

extension Evidence {
  /// The start or the end of the words in their source.
  fileprivate func position(_ field: String) -> Int? {
    switch field {
    case "start": start
    case "end": end
    default: nil
    }
  }
}
