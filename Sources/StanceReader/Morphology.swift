/// The regular forms of English words.
enum Morphology {
  /// The forms of a verb, with and without a doubled consonant where the spelling may vary.
  static func forms(of base: String) -> [(form: VerbReading.Form, word: String)] {
    let stem = base.hasSuffix("e") && base.count > 2 ? String(base.dropLast()) : base
    var forms: [(VerbReading.Form, String)] = [(.base, base), (.third, plural(of: base))]
    var pasts = [base.hasSuffix("e") ? base + "d" : base + "ed"]
    var gerunds = [base.hasSuffix("ee") ? base + "ing" : stem + "ing"]
    if endsInConsonantY(base) { pasts = [base.dropLast() + "ied"] }
    if base.hasSuffix("ie") { gerunds = [base.dropLast(2) + "ying"] }
    if let doubled = doubled(base) {
      pasts.append(doubled + "ed")
      gerunds.append(doubled + "ing")
    }
    for past in pasts { forms += [(.past, past), (.participle, past)] }
    forms += gerunds.map { (.gerund, $0) }
    return forms
  }

  /// The plural of a noun, which is also the -s form of a verb.
  static func plural(of base: String) -> String {
    if endsInConsonantY(base) { return base.dropLast() + "ies" }
    let sibilant = ["s", "x", "z", "ch", "sh", "to", "go", "do"].contains(where: base.hasSuffix)
    return base + (sibilant ? "es" : "s")
  }

  /// The likeliest singular of a noun in lower case.
  static func singular(of word: String) -> String {
    if word.hasSuffix("ies"), word.count > 4 { return word.dropLast(3) + "y" }
    if word.hasSuffix("sses") || word.hasSuffix("shes") || word.hasSuffix("ches") {
      return String(word.dropLast(2))
    }
    guard word.hasSuffix("s"), !word.hasSuffix("ss"), !word.hasSuffix("us"), !word.hasSuffix("is")
    else { return word }
    return String(word.dropLast())
  }

  private static func endsInConsonantY(_ word: String) -> Bool {
    word.hasSuffix("y") && word.dropLast().last.map { !"aeiou".contains($0) } == true
  }

  /// The word with its last consonant twice, where one vowel precedes it.
  private static func doubled(_ base: String) -> String? {
    let tail = Array(base.suffix(3))
    guard tail.count == 3, let last = tail.last, !"aeiouwxyh".contains(last),
      "aeiou".contains(tail[1]), !"aeiou".contains(tail[0]) || base.hasSuffix("quit")
    else { return nil }
    return base + String(last)
  }
}
