import Crypto
import StanceLanguage
import StanceStore

extension CanonicalStatement {
  /// What identifies the statement: of its canonical line without confidence.
  var hash: StatementHash { StatementHash(SHA256.hash(data: Array(identity.utf8))) }
}
