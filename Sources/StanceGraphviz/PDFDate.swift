/// The time at which a PDF was made, which would make each one different.
enum PDFDate {
  private static let mark = Array("/CreationDate (".utf8)

  /// The PDF with blanks in place of the last such time: nothing in it may move, because its parts are
  /// found by their places.
  static func removed(from pdf: [UInt8]) -> [UInt8] {
    guard let start = pdf.indices.last(where: { pdf[$0...].starts(with: mark) }),
      let end = pdf[start...].firstIndex(of: UInt8(ascii: ")"))
    else { return pdf }
    return pdf[..<start] + [UInt8](repeating: UInt8(ascii: " "), count: end + 1 - start)
      + pdf[(end + 1)...]
  }
}
