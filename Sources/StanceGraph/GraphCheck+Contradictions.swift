import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

// Holders who say both, and stances that their holders deny.
extension GraphCheck {
  /// Reads the statements of holders who both hold and contradict a stance, one holder and object
  /// after the other.
  mutating func contradictions() throws {
    let sql = StoredStatement.query(
      """
      EXISTS(SELECT 1 FROM relation AS v JOIN relation AS w ON w.base = v.opposite
        JOIN edge AS e ON e.relation = w.id AND e.subject = s.subject AND e.object = s.object
        WHERE v.id = s.relation)
      """)
    var pairs: [Pair: [StoredStatement]] = [:]
    try reader.forEachRow(sql) { row in
      let statement = StoredStatement(row)
      pairs[Pair(subject: statement.subject, object: statement.object), default: []]
        .append(statement)
    }
    let opposites = try opposites()
    for (_, statements) in pairs.sorted(by: { $0.key < $1.key }) {
      let ordered = statements.sorted { $0.order < $1.order }
      findTurns(in: ordered, opposites)
      findDenials(in: ordered, opposites)
    }
  }

  private struct Pair: Hashable, Comparable {
    var subject: Int
    var object: Int

    static func < (a: Pair, b: Pair) -> Bool {
      (a.subject, a.object) < (b.subject, b.object)
    }
  }

  private func opposites() throws -> [Int: Int] {
    let rows = try reader.rows(
      "SELECT v.id, w.id FROM relation AS v JOIN relation AS w ON w.base = v.opposite")
    return Dictionary(
      rows.compactMap { row in
        guard let verb = row[0].integer, let other = row[1].integer else { return nil }
        return (verb, other)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// Each statement is compared with the one before it: a holder who turns back and forth turned
  /// that many times. Those with a condition contradict nothing.
  private mutating func findTurns(in statements: [StoredStatement], _ opposites: [Int: Int]) {
    let plain = statements.filter { $0.line.condition == nil }
    let dated = plain.filter { $0.line.date != nil }
    for (earlier, later) in zip(dated, dated.dropFirst())
    where opposites[earlier.relation] == later.relation {
      note(.turn(earlier, later))
    }
    guard let undated = plain.first(where: { $0.line.date == nil }),
      let other = plain.first(where: { opposites[$0.relation] == undated.relation })
    else { return }
    note(
      Finding(
        .contradiction, "\(undated.line.subject) holds both, and one of the two has no date",
        statements: [other.line.line, undated.line.line]))
  }

  /// Somebody else's word against the holder's own.
  private mutating func findDenials(in statements: [StoredStatement], _ opposites: [Int: Int]) {
    for told in statements {
      guard let speaker = told.speaker, speaker != told.subject else { continue }
      let denial = statements.first {
        $0.speaker == $0.subject && opposites[$0.relation] == told.relation
      }
      guard let denial else { continue }
      note(
        Finding(
          .hearsay,
          "\(told.line.speaker ?? "") says that \(told.line.subject) \(told.line.verb) "
            + "“\(told.line.object)”, which \(told.line.subject) denies",
          statements: [told.line.line, denial.line.line]))
    }
  }
}

extension StoredStatement {
  /// By date, undated statements last.
  fileprivate var order: (Int, Int, Int) {
    (line.date?.first ?? .max, line.date?.last ?? .max, id)
  }
}

extension Finding {
  /// A stance and a later one to the contrary.
  fileprivate static func turn(_ earlier: StoredStatement, _ later: StoredStatement) -> Finding {
    let holder = earlier.line.subject
    let object = later.line.object
    let message: String
    if let before = earlier.line.date, let after = later.line.date, before.last < after.first {
      let isAgainst = later.line.verb == "rejects"
      let turn = isAgainst ? "turned against" : "turned for"
      message =
        later.line.verb == "rejects" || later.line.verb == "supports"
        ? "\(holder) \(turn) “\(object)” between \(before) and \(after)"
        : "\(holder) turned on “\(object)” between \(before) and \(after)"
    } else {
      let day = later.line.date.map { " on \($0)" } ?? ""
      message = "\(holder) \(earlier.line.verb) and \(later.line.verb) “\(object)”\(day)"
    }
    return Finding(
      .contradiction, message, statements: [earlier.line.line, later.line.line])
  }
}
