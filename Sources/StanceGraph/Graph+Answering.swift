import StanceDiagnostics
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
public import StanceStore

/// Bounds on one question.
public struct AnswerLimits: Sendable {
  /// Seconds.
  public var timeout: Double?
  public var rows: Int

  public init(timeout: Double? = 30, rows: Int = .max) {
    self.timeout = timeout
    self.rows = rows
  }
}

extension Graph {
  /// Runs a question.
  ///
  /// - Parameter withEvidence: adds the statements behind each row.
  public func answer(
    _ question: PreparedQuestion, withEvidence: Bool = false, limits: AnswerLimits = AnswerLimits()
  ) throws(StoreFailure) -> Answer {
    let compiled = question.plan.compiled(withEvidence: withEvidence, inNumbers: true)
    if let arrangement = compiled.arrangement {
      return try answer(question, compiled, arrangement, limits)
    }
    let result = try store.rows(compiled.sql, timeout: limits.timeout, maxRows: limits.rows)
    var answer = Answer(
      question: question.text, columns: compiled.columns.map(\.label), rows: [],
      notes: question.notes, evidence: [], derived: [], isCut: result.isCut)
    let isPath = if case .path(let path) = question.plan.answer { !path.isEvery } else { false }
    answer.rows = result.rows.map { row in
      isPath
        ? pathStep(row) : zip(compiled.columns, row).map { decode($1, as: $0.reading) }
    }
    if withEvidence {
      if compiled.hasEvidence {
        try addEvidence(result.rows, compiled.columns.count, question.plan, to: &answer)
      } else {
        try addPathEvidence(result.rows, question.plan, to: &answer)
      }
    }
    answer.noteCut()
    if case .holds = question.plan.answer, answer.isEmpty {
      answer.notes += try membersThatDo(question)
    }
    return answer
  }

  private func answer(
    _ question: PreparedQuestion, _ compiled: CompiledQuestion, _ arrangement: Arrangement,
    _ limits: AnswerLimits
  ) throws(StoreFailure) -> Answer {
    var numbers = try store.numbers(
      compiled.sql, isDistinct: arrangement.isDistinct, timeout: limits.timeout)
    if let network = arrangement.network { numbers = network.counted(numbers) }
    let (rows, isCut) = try arranged(numbers, arrangement, limit: limits.rows)
    var answer = Answer(
      question: question.text, columns: compiled.columns.map(\.label), rows: rows,
      notes: question.notes, evidence: [], derived: [], isCut: isCut)
    answer.noteCut()
    return answer
  }

  // MARK: - Values

  private func decode(_ value: SQLValue, as reading: ResultColumn.Reading) -> AnswerValue {
    switch reading {
    case .plain: return AnswerValue(stored: value)
    case .date: return date(value)
    case .list: return .list(elements(value).map(AnswerValue.init(stored:)).sorted())
    case .dateList: return .list(elements(value).sorted { $0.code < $1.code }.map(date))
    }
  }

  private func date(_ value: SQLValue) -> AnswerValue {
    value.integer.map { .text(PartialDate(code: $0).description) } ?? .absent
  }

  /// The elements of a JSON array of SQLite's making.
  private func elements(_ value: SQLValue) -> [SQLValue] { JSONArray.elements(of: value.text) }

  private func pathStep(_ row: [SQLValue]) -> [AnswerValue] {
    let label = row[7] == .integer(1) ? "\(row[2].text) →" : "← \(row[2].text)"
    return [
      AnswerValue(stored: row[0]), AnswerValue(stored: row[1]), .text(label),
      AnswerValue(stored: row[3]),
    ]
  }
}

extension Answer {
  fileprivate mutating func noteCut() {
    if isCut {
      notes.append(
        "only the first \(rows.count) rows are shown [\(DiagnosticCode.rowLimit.rawValue)]")
    }
  }
}

extension SQLValue {
  fileprivate var code: Int { integer ?? 0 }
}

extension AnswerValue: Comparable {
  /// Numbers before texts; texts by sort key, then by bytes.
  public static func < (left: AnswerValue, right: AnswerValue) -> Bool {
    switch (left, right) {
    case (.text(let left), .text(let right)):
      let keys = (NameKey.sort(left), NameKey.sort(right))
      return keys.0 == keys.1
        ? left.utf8.lexicographicallyPrecedes(right.utf8)
        : keys.0.utf8.lexicographicallyPrecedes(keys.1.utf8)
    case (.integer(let left), .integer(let right)): return left < right
    default: return left.number < right.number
    }
  }

  private var number: Double {
    switch self {
    case .integer(let value): Double(value)
    case .real(let value): value
    case .absent, .text, .list: .infinity
    }
  }
}

extension AnswerValue {
  init(stored: SQLValue) {
    switch stored {
    case .integer(let value): self = .integer(value)
    case .real(let value): self = .real(value)
    case .text(let value): self = .text(value)
    case .null, .blob: self = .absent
    }
  }
}
