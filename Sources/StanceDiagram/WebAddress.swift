/// An address that may stand in a picture.
public enum WebAddress {
  /// The longest address that is kept, in bytes.
  public static let longest = 2000

  /// The address with everything percent-encoded that no address may hold, quotes and angle brackets
  /// among it; nil where it is not http or https, has no host, hides its host behind a user's name or
  /// is longer than `longest`.
  public static func sanitized(_ address: String) -> String? {
    let bytes = Array(address.utf8)
    let schemes = ["https://", "http://"]
    guard bytes.count <= longest,
      let scheme = schemes.first(where: { hasPrefix(bytes, $0) })
    else { return nil }
    let rest = bytes.dropFirst(scheme.utf8.count)
    guard let first = rest.first, isLetterOrDigit(first) || first == UInt8(ascii: "[") else {
      return nil
    }
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    guard !authority.contains(where: { $0 == UInt8(ascii: "@") || $0 == UInt8(ascii: "\\") }) else {
      return nil
    }
    return scheme
      + rest.indices.map { index in
        let isStray = rest[index] == UInt8(ascii: "%") && !isHexPair(rest[(index + 1)...])
        return isStray ? "%25" : encoded(rest[index])
      }.joined()
  }

  private static func hasPrefix(_ bytes: [UInt8], _ prefix: String) -> Bool {
    bytes.count > prefix.utf8.count
      && zip(bytes, prefix.utf8).allSatisfy { byte, letter in
        (0x41...0x5A).contains(byte) ? byte + 0x20 == letter : byte == letter
      }
  }

  private static func encoded(_ byte: UInt8) -> String {
    let kept = Set("-._~:/?#[]@!$&()*+,;=%".utf8)
    if isLetterOrDigit(byte) || kept.contains(byte) { return String(Unicode.Scalar(byte)) }
    let digits = String(byte, radix: 16, uppercase: true)
    return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
  }

  private static func isHexPair(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 2
      && bytes.prefix(2).allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
        default: false
        }
      }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    default: false
    }
  }
}
