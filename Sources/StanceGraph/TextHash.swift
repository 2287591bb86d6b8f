internal import Crypto

/// Hashes that tell whether a source is still the text that was read.
public enum TextHash {
  /// The SHA-256 of the bytes in lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).hexadecimal
  }
}
