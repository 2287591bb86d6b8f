internal import CStanceSQLite

/// Records what a transaction changes in the tables of what was said, by SQLite's session extension
/// (https://www.sqlite.org/sessionintro.html).
@safe struct ChangeRecorder: ~Copyable {
  private let session: OpaquePointer
  private let connection: OpaquePointer

  init(_ connection: OpaquePointer) throws(SQLiteError) {
    var session: OpaquePointer?
    let code = unsafe stance_begin_session(connection, &session)
    guard code == 0, let begun = unsafe session else {
      throw unsafe SQLiteError(code, on: connection)
    }
    for table in Schema.truth {
      let code = unsafe stance_record(begun, table)
      if code != 0 {
        unsafe stance_end_session(begun)
        throw unsafe SQLiteError(code, on: connection)
      }
    }
    unsafe self.connection = connection
    unsafe self.session = begun
  }

  deinit { unsafe stance_end_session(session) }

  /// What has changed so far; empty where everything is as it was. Rows that were changed back are
  /// left out.
  func changeset() throws(SQLiteError) -> [UInt8] {
    var count: Int32 = 0
    var bytes: UnsafeMutableRawPointer?
    let code = unsafe stance_changeset(session, &count, &bytes)
    defer { unsafe sqlite3_free(bytes) }
    guard code == 0 else { throw unsafe SQLiteError(code, on: connection) }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
  }

  /// Takes a changeset back. Returns false where later changes touched the same rows.
  static func takeBack(
    _ changeset: [UInt8], on connection: OpaquePointer
  ) throws(SQLiteError) -> Bool {
    var changeset = changeset
    let count = Int32(changeset.count)
    let code = unsafe changeset.withUnsafeMutableBytes { bytes in
      unsafe stance_take_back(connection, count, bytes.baseAddress)
    }
    if code == SQLITE_ABORT { return false }
    guard code == 0 else { throw unsafe SQLiteError(code, on: connection) }
    return true
  }
}
