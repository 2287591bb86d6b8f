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
        b.name, p.name, c.name, \(StoredWords.columns)
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
    line.speaker = row[10].optionalText
    line.source = row[11].optionalText
    line.take(StoredWords(row[12...]))
  }
}

/// What a statement says beside whom and what it joins, as it is stored.
struct StoredWords {
  var date: PartialDate?
  var quote: String?
  var condition: String?
  var start: Int?
  var end: Int?
  var confidence: Double?

  /// The columns that it is read from, of a statement `s`.
  static let columns: SQLFragment =
    "s.d0, s.d1, s.quote, s.condition, s.q0, s.q1, s.confidence"

  init(_ columns: ArraySlice<SQLValue>) {
    let row = Array(columns)
    if let first = row[0].integer, let last = row[1].integer {
      date = PartialDate(first: first, last: last)
    }
    quote = row[2].optionalText
    condition = row[3].optionalText
    start = row[4].integer
    end = row[5].integer
    if case .real(let value) = row[6] { confidence = value }
  }
}

extension CanonicalStatement {
  mutating func take(_ words: StoredWords) {
    date = words.date
    quote = words.quote
    condition = words.condition
    start = words.start
    end = words.end
    confidence = words.confidence
  }
}
