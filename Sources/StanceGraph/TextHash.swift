internal import Crypto

/// Hashes that tell whether a source is still the text that was read.
public enum TextHash {
  /// The SHA-256 of the text in UTF-8, in lower-case hexadecimal digits.
  public static func sha256(_ text: String) -> String {
    SHA256.hash(data: Array(text.utf8)).hexadecimal
  }

  /// Whether a hash that somebody wrote is the text's: that of its bytes, or of a file that has a
  /// byte order mark before them.
  static func isHash(_ written: String, of text: String) -> Bool {
    [text, "\u{FEFF}" + text].contains { sha256($0) == written.lowercased() }
  }
}
