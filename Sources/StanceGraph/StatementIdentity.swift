import Crypto
import StanceLanguage
import StanceStore

extension CanonicalStatement {
  /// What identifies the statement: of its canonical line without confidence.
  var hash: StatementHash { StatementHash(SHA256.hash(data: Array(identity.utf8))) }
}

/// The SHA-256 of bytes, as source sentences give it.
public enum TextHash {
  /// 64 hexadecimal digits in lower case.
  public static func sha256(_ bytes: some Sequence<UInt8>) -> String {
    SHA256.hash(data: Array(bytes)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
