import StanceSQL
import Testing

@Suite struct SQLFragmentTests {
  @Test func `values become parameters in the order of the text`() {
    let inner: SQLFragment = "b = \(bind: "x") AND c = \(bind: 2)"
    let fragment: SQLFragment = "a = \(bind: 1) AND \(inner) AND d = \(bind: .real(0.5))"
    #expect(fragment.text == "a = ? AND b = ? AND c = ? AND d = ?")
    #expect(fragment.values == [.integer(1), .text("x"), .integer(2), .real(0.5)])
  }

  @Test(arguments: ["'; DROP TABLE node; --", "?", "\u{0}", "\"", "]", ""])
  func `a text is bound, whatever it holds`(text: String) {
    let fragment: SQLFragment = "name = \(bind: text)"
    #expect(fragment.text == "name = ?")
    #expect(fragment.values == [.text(text)])
  }

  @Test(arguments: [(0, "s0"), (1, "s1"), (42, "s42"), (-1, "s-1")])
  func `a name is a word and a number`(number: Int, text: String) {
    let fragment: SQLFragment = "\(SQLName("s", number)).id"
    #expect(fragment.text == text + ".id")
    #expect(fragment.values.isEmpty)
  }

  @Test(
    arguments: [
      ([], "()"), ([1], "(?)"), ([3, 1, 2], "(?, ?, ?)"),
    ] as [([Int], String)])
  func `a list has a parameter for each number`(numbers: [Int], text: String) {
    let list = SQLFragment.list(numbers)
    #expect(list.text == text)
    #expect(list.values == numbers.map { .integer($0) })
  }

  @Test func `a list has a parameter for each text`() {
    let list = SQLFragment.list(["b", "a"])
    #expect(list.text == "(?, ?)")
    #expect(list.values == [.text("b"), .text("a")])
  }

  @Test(
    arguments: [
      ([], "1"), (["a"], "a"), (["a", "b", "c"], "a AND b AND c"),
    ] as [([SQLFragment], String)])
  func `all conditions are joined, and none is true`(conditions: [SQLFragment], text: String) {
    #expect(SQLFragment.all(conditions).text == text)
  }

  @Test func `fragments are joined with their values`() {
    let parts: [SQLFragment] = ["a = \(bind: 1)", "b = \(bind: 2)"]
    let joined = parts.joined(separator: " OR ")
    #expect(joined.text == "a = ? OR b = ?")
    #expect(joined.values == [.integer(1), .integer(2)])
    #expect(([] as [SQLFragment]).joined(separator: ", ").isEmpty)
  }

  @Test func `a sum is the texts and the values in order`() {
    let left: SQLFragment = "a = \(bind: 1)"
    var sum = left + " AND b = \(bind: "x")"
    sum += " AND c = \(bind: .null)"
    #expect(sum.text == "a = ? AND b = ? AND c = ?")
    #expect(sum.values == [.integer(1), .text("x"), .null])
    #expect(SQLFragment().isEmpty)
  }
}
