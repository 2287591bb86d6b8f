@testable import StanceDiagnostics
import StanceTestSupport
import Testing

@Suite struct SuggestionTests {
  private func nearest(_ key: String, _ names: [String]) -> [String] {
    Suggestion.nearest(to: key, among: names.map { (key: $0.lowercased(), name: $0) })
  }

  @Test(
    arguments: [
      ("rejcts", "rejects"), ("rejetcs", "rejects"), ("rejectss", "rejects"),
      ("zelensky", "Zelenskyy"),
      ("30 day ceasefire", "30-day ceasefire"), ("ceasefire", "30-day ceasefire"), ("ab", "b"),
    ])
  func `a near name is suggested`(key: String, name: String) {
    #expect(nearest(key, [name, "something quite different"]) == [name])
  }

  @Test(arguments: [("abc", "xyz"), ("ab", "xy"), ("abcdef", "abcxyz"), ("us", "Russia")])
  func `a far name is not suggested`(key: String, name: String) {
    #expect(nearest(key, [name]).isEmpty)
  }

  @Test(arguments: [(3, 1), (5, 1), (6, 2), (8, 2), (9, 3), (1, 1), (2, 1)])
  func `a third of the letters may differ, but one always`(length: Int, limit: Int) {
    let key = String(repeating: "a", count: length)
    let inside = key + String(repeating: "b", count: limit)
    #expect(nearest(key, [inside]) == [inside])
    let letters = Array("bcdefghijk").map { String($0) }
    let replaced = letters.prefix(limit + 1).joined() + key.dropFirst(limit + 1)
    #expect(limit + 1 > length || nearest(key, [replaced]).isEmpty)
  }

  @Test func `at most three names are suggested, the nearest first, ties by name`() {
    let names = ["abcdeX", "abcdef", "abcdXX", "abcdeZ", "abcdeY"]
    #expect(nearest("abcdef", names) == ["abcdef", "abcdeX", "abcdeY"])
  }

  @Test func `a name that has several near keys is suggested once`() {
    let pool = [(key: "zelensky", name: "Z"), (key: "zelenskyy", name: "Z")]
    #expect(Suggestion.nearest(to: "zelenski", among: pool) == ["Z"])
  }

  @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
  func `the order of the candidates does not matter`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    let names = (0..<50).map { _ in random.text(of: "abc", length: 1...6) }
    let expected = nearest("abcab", names)
    #expect(nearest("abcab", names.shuffled(using: &random)) == expected)
  }

  @Test(
    arguments: [
      ([], nil), (["a"], "did you mean ‘a’?"), (["a", "b"], "did you mean ‘a’ or ‘b’?"),
      (["a", "b", "c"], "did you mean ‘a’, ‘b’ or ‘c’?"),
    ] as [([String], String?)])
  func `suggestions are one question`(names: [String], text: String?) {
    #expect(Suggestion.didYouMean(names, "‘", "’") == text)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func `the distance is that of the definition`(seed: UInt64) {
    print("seed \(seed)")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<100 {
      let first = Array(random.text(of: "abcй", length: 0...5).unicodeScalars)
      let second = Array(random.text(of: "abcй", length: 0...5).unicodeScalars)
      let limit = Int.random(in: 0...6, using: &random)
      let expected = Self.distance(first[...], second[...])
      let found = Suggestion.editDistance(first, second, limit: limit)
      #expect(found == (expected <= limit ? expected : nil), "\(first) \(second) \(limit)")
    }
  }

  /// The optimal string alignment distance, straight from its recursive definition.
  private static func distance(
    _ a: ArraySlice<Unicode.Scalar>, _ b: ArraySlice<Unicode.Scalar>
  ) -> Int {
    guard let last = a.last, let other = b.last else { return a.count + b.count }
    if last == other { return distance(a.dropLast(), b.dropLast()) }
    var best =
      1
      + min(
        distance(a.dropLast(), b.dropLast()), distance(a.dropLast(), b),
        distance(a, b.dropLast()))
    if a.count > 1, b.count > 1, a.dropLast().last == other, b.dropLast().last == last {
      best = min(best, 1 + distance(a.dropLast(2), b.dropLast(2)))
    }
    return best
  }
}
