import StanceLanguage
import StanceModel
import StanceSQL
import StanceStore

/// A statement of a graph by its names, with the numbers under which it is stored.
struct StoredStatement {
  var id: Int
  var relation: Int
  var subject: Int
  var object: Int
  var speaker: Int?
  var source: Int?
  var hash: [UInt8]
  var line: CanonicalStatement

  /// The statements for which a condition on `s` holds, in the order of their numbers.
  static func query(_ condition: SQLFragment = "TRUE") -> SQLFragment {
    """
    SELECT s.id, s.relation, s.subject, s.object, s.speaker, s.source, s.hash, a.name, r.third,
        b.name, s.d0, s.d1, p.name, c.name, s.quote, s.condition, s.q0, s.q1, s.confidence
      FROM statement AS s JOIN node AS a ON a.id = s.subject JOIN node AS b ON b.id = s.object
        JOIN relation AS r ON r.id = s.relation LEFT JOIN node AS p ON p.id = s.speaker
        LEFT JOIN source AS c ON c.id = s.source
      WHERE \(condition) ORDER BY s.id
    """
  }

  init(_ row: [SQLValue]) {
    id = row[0].integer ?? 0
    relation = row[1].integer ?? 0
    subject = row[2].integer ?? 0
    object = row[3].integer ?? 0
    speaker = row[4].integer
    source = row[5].integer
    if case .blob(let bytes) = row[6] { hash = bytes } else { hash = [] }
    line = CanonicalStatement(subject: row[7].text, verb: row[8].text, object: row[9].text)
    if let first = row[10].integer, let last = row[11].integer {
      line.date = PartialDate(first: first, last: last)
    }
    line.speaker = row[12].optionalText
    line.source = row[13].optionalText
    line.quote = row[14].optionalText
    line.condition = row[15].optionalText
    line.start = row[16].integer
    line.end = row[17].integer
    if case .real(let confidence) = row[18] { line.confidence = confidence }
  }
}
