internal import GRDBSQLite
internal import StanceSQL

/// A statement of SQLite's C interface on a connection that outlives it.
@safe struct PreparedStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer

  /// - Precondition: the text is one statement.
  init(_ text: String, on connection: OpaquePointer) throws(SQLiteError) {
    unsafe self.connection = connection
    var handle: OpaquePointer?
    let code = unsafe sqlite3_prepare_v2(connection, text, -1, &handle, nil)
    guard code == SQLITE_OK, let prepared = unsafe handle else {
      throw unsafe SQLiteError(code, on: connection)
    }
    unsafe self.handle = prepared
  }

  deinit { unsafe sqlite3_finalize(handle) }

  /// Runs the statement to its end and makes it ready again.
  func run(_ values: [SQLValue]) throws(SQLiteError) {
    bind(values)
    defer { unsafe sqlite3_reset(handle) }
    while try step() {}
  }

  /// The first row of an integer column, or nil without a row.
  func integer(_ values: [SQLValue]) throws(SQLiteError) -> Int? {
    bind(values)
    defer { unsafe sqlite3_reset(handle) }
    return try step() ? integer(at: 0) : nil
  }

  /// The first row, or nil without one.
  func first(_ values: [SQLValue]) throws(SQLiteError) -> [SQLValue]? {
    bind(values)
    defer { unsafe sqlite3_reset(handle) }
    return try step() ? row : nil
  }

  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() { bind(value, at: Int32(index + 1)) }
  }

  private func bind(_ value: SQLValue, at index: Int32) {
    switch value {
    case .null: unsafe sqlite3_bind_null(handle, index)
    case .integer(let number): unsafe sqlite3_bind_int64(handle, index, Int64(number))
    case .real(let number): unsafe sqlite3_bind_double(handle, index, number)
    case .text(var text):
      text.withUTF8 { bytes in
        let start = unsafe UnsafeRawPointer(bytes.baseAddress)?.assumingMemoryBound(to: CChar.self)
        guard let start = unsafe start else {
          _ = unsafe sqlite3_bind_text(handle, index, "", 0, transient)
          return
        }
        _ = unsafe sqlite3_bind_text(handle, index, start, Int32(bytes.count), transient)
      }
    case .blob(let bytes):
      unsafe bytes.withUnsafeBytes { bytes in
        _ = unsafe sqlite3_bind_blob(
          handle, index, bytes.baseAddress, Int32(bytes.count), transient)
      }
    }
  }

  /// Whether there is another row.
  func step() throws(SQLiteError) -> Bool {
    switch unsafe sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw unsafe SQLiteError(code, on: connection)
    }
  }

  var columnCount: Int { Int(unsafe sqlite3_column_count(handle)) }

  func integer(at column: Int) -> Int { Int(unsafe sqlite3_column_int64(handle, Int32(column))) }

  /// The values of the current row.
  var row: [SQLValue] { (0..<columnCount).map { value(at: $0) } }

  /// The bytes of a blob as one number, modulo 2¹²⁸.
  func wideInteger(at column: Int32) -> UInt128 {
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    let bytes = unsafe UnsafeRawBufferPointer(
      start: sqlite3_column_blob(handle, column), count: count)
    return unsafe bytes.reduce(0) { $0 << 8 | UInt128($1) }
  }

  /// Appends the integers of the current row, ``NumberRows/absent`` for what is NULL.
  func append(to numbers: inout [Int]) {
    for column in 0..<Int32(columnCount) {
      let number = unsafe sqlite3_column_int64(handle, column)
      let kind = number == 0 ? unsafe sqlite3_column_type(handle, column) : SQLITE_INTEGER
      numbers.append(kind == SQLITE_NULL ? NumberRows.absent : Int(number))
    }
  }

  func value(at column: Int) -> SQLValue {
    let column = Int32(column)
    switch unsafe sqlite3_column_type(handle, column) {
    case SQLITE_INTEGER: return .integer(Int(unsafe sqlite3_column_int64(handle, column)))
    case SQLITE_FLOAT: return .real(unsafe sqlite3_column_double(handle, column))
    case SQLITE_TEXT: return .text(text(at: column))
    case SQLITE_BLOB:
      let count = Int(unsafe sqlite3_column_bytes(handle, column))
      let bytes = unsafe UnsafeRawBufferPointer(
        start: sqlite3_column_blob(handle, column), count: count)
      return unsafe .blob(Array(bytes))
    default: return .null
    }
  }

  private func text(at column: Int32) -> String {
    guard let start = unsafe sqlite3_column_text(handle, column) else { return "" }
    let count = Int(unsafe sqlite3_column_bytes(handle, column))
    return unsafe String(
      decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  }
}

/// Tells SQLite to copy a value that is bound.
private var transient: sqlite3_destructor_type {
  unsafe unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}

/// A result code of SQLite with its message.
struct SQLiteError: Error {
  var code: Int32
  var message: String

  init(_ code: Int32, on connection: OpaquePointer) {
    self.code = code & 0xFF
    message = unsafe String(cString: sqlite3_errmsg(connection))
  }
}
