import StanceModel

/// What an edge shows of its statements.
enum EdgeText {
  /// The width of the pen in points: 1.3, and 0.9 more each time that the weight doubles, to 6 at
  /// most; of other measures, from 1.3 for the least to 6 for the most.
  static func width(
    of edge: Diagram.Edge, style: RelationStyle, widths: Style.Widths,
    measures: ClosedRange<Double> = 0...0
  ) -> Double {
    switch widths {
    case .even: return 1.3 + style.emphasis
    case .weight: return min(6, 1.3 + 0.9 * doublings(of: edge.weight)) + style.emphasis
    case .measure:
      let span = measures.upperBound - measures.lowerBound
      guard let measure = edge.measure, span > 0 else { return 1.3 + style.emphasis }
      let share = (measure - measures.lowerBound) / span
      return 1.3 + 4.7 * min(1, max(0, share)) + style.emphasis
    }
  }

  /// The logarithm to base 2 of a weight of at least 1, linear between powers of two, so that no
  /// digit depends on a mathematical library.
  static func doublings(of weight: Int) -> Double {
    let weight = max(1, weight)
    let whole = Int.bitWidth - 1 - weight.leadingZeroBitCount
    return Double(whole) + Double(weight - (1 << whole)) / Double(1 << whole)
  }

  /// The attributes of both ends. A hollow ring behind the head marks a condition.
  static func heads(of edge: Diagram.Edge, style: RelationStyle) -> String {
    guard edge.isDirected else { return "dir=\"none\"" }
    return "arrowhead=\"\(style.head.rawValue)\(edge.isConditional ? "odot" : "")\""
  }

  /// Above this number of edges a drawing has no room for labels.
  static let mostLabelled = 150
  /// Up to this number dot makes a layer of labels.
  static let mostInLayers = 60
  /// The same where clusters hold nodes close together, far from their labels.
  static let mostBetweenClusters = 30

  /// `×3`, `if`, and the lines that were asked for.
  static func label(of edge: Diagram.Edge, widths: Style.Widths) -> [String] {
    var first: [String] = []
    if edge.isConditional { first.append("if") }
    switch widths {
    case .weight where edge.weight > 1: first.append("×\(edge.weight)")
    case .measure(_, let isCount):
      if let measure = edge.measure { first.append((isCount ? "×" : "") + DOTText.number(measure)) }
    case .weight, .even: break
    }
    let items = edge.labels.prefix(4)
    let lines = items.flatMap { wrapped($0, lines: items.count == 1 ? 4 : 2) }
    return (first.isEmpty ? [] : [first.joined(separator: " ")]) + lines
  }

  /// The widest line of a label, in points: about 22 letters, or two dates.
  private static let widestLine = 122.0

  /// The text in a few lines; where it is cut, it keeps the ` +2` of further values.
  private static func wrapped(_ text: String, lines limit: Int) -> [String] {
    let (value, more) = parts(of: text)
    var lines = DrawnText.wrapped(
      DrawnText.shortened(value, to: 200), width: widestLine, size: EdgeLabels.size, lines: limit)
    guard let more, let last = lines.last else { return lines }
    if isNarrow("\(last) \(more)") {
      lines[lines.count - 1] = "\(last) \(more)"
    } else if lines.count < limit {
      lines.append(more)
    } else {
      var kept = last.hasSuffix("…") ? String(last.dropLast()) : last
      while !kept.isEmpty, !isNarrow("\(kept)… \(more)") { kept.removeLast() }
      lines[lines.count - 1] = "\(kept)… \(more)"
    }
    return lines
  }

  private static func isNarrow(_ line: String) -> Bool {
    TextMetrics.width(line, size: EdgeLabels.size) <= widestLine
  }

  /// `Putin +2` as `Putin` and `+2`.
  private static func parts(of text: String) -> (value: String, more: String?) {
    guard let blank = text.lastIndex(of: " ") else { return (text, nil) }
    let last = text[text.index(after: blank)...].utf8
    let isCount =
      last.first == UInt8(ascii: "+") && (2...8).contains(last.count)
      && last.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    return isCount
      ? (String(text[..<blank]), String(text[text.index(after: blank)...])) : (text, nil)
  }

  /// `Russia rejects 30-day ceasefire (3 statements, 2025-03-13 to 2025-05-11): “No.” – Putin`
  static func tooltip(_ drawn: DrawnNetwork.Edge, in network: DrawnNetwork) -> String {
    let edge = drawn.edge
    let names = [drawn.from, drawn.to].map {
      DrawnText.shortened(network.nodes[$0].node.label, to: 200)
    }
    let pair = "\(names[0]) \(DrawnText.shortened(edge.relation, to: 60)) \(names[1])"
    var facts: [String] = []
    if edge.isDerived {
      if edge.weight > 1 { facts.append("×\(edge.weight)") }
    } else {
      facts.append(edge.weight == 1 ? "1 statement" : "\(edge.weight) statements")
    }
    if edge.isConditional { facts.append("conditional") }
    if let dates = dates(of: edge) { facts.append(dates) }
    let head = facts.isEmpty ? pair : "\(pair) (\(facts.joined(separator: ", ")))"
    let said = edge.quotation.map { "\(head): \($0.line)" } ?? head
    let unsaid = edge.labels.prefix(4).filter { label in
      let value = DrawnText.shortened(parts(of: label).value, to: 600)
      return !value.isEmpty && !said.contains(value)
    }
    return ([said] + unsaid.map { DrawnText.shortened($0, to: 600) }).joined(separator: " · ")
  }

  /// The verb as a class of CSS: `agrees with` → `agrees-with`; letters of ASCII only.
  static func className(_ relation: String) -> String {
    let letters = relation.lowercased().unicodeScalars.prefix(60).map { scalar -> String in
      ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) ? String(scalar) : "-"
    }
    return "relation-" + letters.joined()
  }

  private static func dates(of edge: Diagram.Edge) -> String? {
    switch (edge.first, edge.last) {
    case (let first?, let last?) where first != last: "\(first) to \(last)"
    case (let first?, _): first.description
    case (nil, let last): last?.description
    }
  }
}
