import StanceLanguage
import StanceModel

extension World {
  /// Whether two values stand in a relation of order; false where one is absent or the two cannot
  /// be compared.
  func holds(_ left: Thing?, _ sign: Operator, _ right: Thing?) -> Bool {
    guard let left, let right else { return false }
    if let order = dateOrder(left, right) { return order.holds(sign) }
    guard let isEqual = isEqual(left, right) else { return false }
    switch sign {
    case .equal: return isEqual
    case .notEqual: return !isEqual
    case .less: return isLess(left, right)
    case .lessOrEqual: return isEqual || isLess(left, right)
    case .greater: return isLess(right, left)
    case .greaterOrEqual: return isEqual || isLess(right, left)
    }
  }

  /// Whether two values are the same; nil where they cannot be compared.
  private func isEqual(_ left: Thing, _ right: Thing) -> Bool? {
    switch (left, right) {
    case (.node(let node), .text(let text)), (.text(let text), .node(let node)):
      return graph.nodes(named: text).contains { images(of: $0).contains(node) }
    case (.source(let source), .text(let text)), (.text(let text), .source(let source)):
      return graph.sources(named: text).contains(source)
    case (.relation(let base), .text(let text)), (.text(let text), .relation(let base)):
      return graph.relation(text)?.forms.base == base
    case (.node, .node), (.source, .source), (.relation, .relation), (.statement, .statement),
      (.integer, .integer):
      return left == right
    case (.text(let first), .text(let second)):
      return Array(first.utf8) == Array(second.utf8)
    default:
      guard let first = left.double, let second = right.double else { return nil }
      return first == second
    }
  }

  private func isLess(_ left: Thing, _ right: Thing) -> Bool {
    switch (left, right) {
    case (.integer(let first), .integer(let second)): return first < second
    case (.text(let first), .text(let second)):
      return first.utf8.lexicographicallyPrecedes(second.utf8)
    default:
      guard let first = left.double, let second = right.double else { return false }
      return first < second
    }
  }

  /// The two dates, where both are dates or one is and the other is a year.
  private func dateOrder(_ left: Thing, _ right: Thing) -> DateOrder? {
    switch (left, right) {
    case (.date(let first), .date(let second)): DateOrder(first, second)
    case (.date(let first), .integer(let year)):
      PartialDate(year: year).map { DateOrder(first, $0) }
    case (.integer(let year), .date(let second)):
      PartialDate(year: year).map { DateOrder($0, second) }
    default: nil
    }
  }
}

/// Two dates, compared as the qualifiers compare: on, since, until, before, after.
private struct DateOrder {
  let date: PartialDate
  let other: PartialDate

  init(_ date: PartialDate, _ other: PartialDate) {
    self.date = date
    self.other = other
  }

  func holds(_ sign: Operator) -> Bool {
    switch sign {
    case .equal: DateTest.on(other).holds(of: date)
    case .notEqual: !DateTest.on(other).holds(of: date)
    case .less: DateTest.before(other).holds(of: date)
    case .lessOrEqual: DateTest.until(other).holds(of: date)
    case .greater: DateTest.after(other).holds(of: date)
    case .greaterOrEqual: DateTest.since(other).holds(of: date)
    }
  }
}

extension Thing {
  var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .node, .source, .statement, .relation, .date, .text: nil
    }
  }
}

// MARK: - Fields

extension World {
  /// The fields of statements, in the singular.
  static let fields: Set<String> = [
    "date", "quote", "source", "speaker", "confidence", "publisher", "title", "language", "url",
    "condition",
  ]

  /// A field of a statement or a source, or an attribute of a node; nil where it is absent.
  func field(_ name: String, of thing: Thing) throws -> Thing? {
    switch thing {
    case .statement(let index): return try statementField(name, index)
    case .source(let source): return try sourceField(name, source)
    case .node(let node): return graph.nodes[node].attributes[name].flatMap(Thing.init)
    case .relation, .date, .integer, .real, .text:
      throw Unsupported("a value has no field ‘\(name)’")
    }
  }

  private func statementField(_ name: String, _ index: Int) throws -> Thing? {
    let statement = original(index)
    switch name {
    case "date": return statement.date.map(Thing.date)
    case "quote": return statement.quote.map(Thing.text)
    case "condition": return statement.condition.map(Thing.text)
    case "confidence": return statement.confidence.map(Thing.real)
    case "speaker": return statements[index].speaker.map(Thing.node)
    case "source": return statement.source.map(Thing.source)
    default:
      guard Self.fields.contains(name) else { throw Unsupported("no field ‘\(name)’") }
      return try statement.source.flatMap { try sourceField(name, $0) }
    }
  }

  private func sourceField(_ name: String, _ index: Int) throws -> Thing? {
    let source = graph.sources[index]
    switch name {
    case "name": return .text(source.name)
    case "title": return source.title.map(Thing.text)
    case "publisher": return source.publisher.map(Thing.text)
    case "language": return source.language.map(Thing.text)
    case "url": return source.url.map(Thing.text)
    case "date": return source.date.map(Thing.date)
    default: throw Unsupported("no field ‘\(name)’")
    }
  }
}

extension Thing {
  /// A constant of the text; nil for a parameter.
  init?(_ value: Value.Kind) {
    switch value {
    case .number(.integer(let number)): self = .integer(number)
    case .number(.real(let number)): self = .real(number)
    case .date(let date): self = .date(date)
    case .text(let text): self = .text(text)
    case .parameter: return nil
    }
  }
}
