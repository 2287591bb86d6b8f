import StanceQuery
import Testing

/// What a reader is told beside the answer: what a word ranges over, and what may have been meant
/// otherwise.
@Suite struct AdviceTests {
  @Test(
    arguments: [
      ("who rejects what", []),
      ("who does not reject Truce", ["‘who’ ranges over all actors here"]),
      ("which country does not reject Truce", []),
      ("who does not host Truce", ["‘who’ ranges over all actors and places here"]),
      ("what is not rejected by Russia", ["‘what’ ranges over all proposals here"]),
      (
        "not who rejects what",
        ["‘who’ ranges over all actors here", "‘what’ ranges over all proposals here"]
      ),
      ("who trusts whom and not who rejects Truce", []),
      ("not someone rejects Truce in which source", ["‘source’ ranges over all sources here"]),
      ("France rejects what by bloc", ["‘France’ counts as its group here"]),
      ("Russia rejects what by bloc", []),
      (
        "who rejects what with speaker Macron by country",
        ["‘Emmanuel Macron’ counts as its group here"]
      ),
      (
        "who rejects what and supports Truce since 2025",
        ["the date belongs to the last clause only; write all since … for every clause"]
      ),
      ("who rejects what since 2024 and supports Truce since 2025", []),
      ("who rejects what and supports Truce, all since 2025", []),
      ("who rejects what since 2025", []),
      ("?x rejects Truce and ?X supports Truce", ["?X and ?x are different variables"]),
    ])
  func `a note says what is taken for granted`(ask: String, notes: [String]) throws {
    let found = try bind(ask).notes
    #expect(found == notes, "\(found)")
  }
}
