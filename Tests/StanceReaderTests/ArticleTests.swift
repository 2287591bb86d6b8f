import StanceReader
import Testing

/// An article with the statements that a careful reader finds in it.
struct Annotated: CustomTestStringConvertible, Sendable {
  var name: String
  var text: String
  /// `Holder relation target`, `not` before the target of a denied stance.
  var statements: [String]

  var testDescription: String { name }
}

/// Whole articles, annotated before the reader had seen them.
@Suite struct ArticleTests {
  @Test(arguments: [Annotated.harbour, .river])
  func `an article is read as annotated`(_ article: Annotated) {
    let found = Reading.of(article.text).statements.map { statement in
      let verb = statement.relation.rawValue + (statement.polarity == .negated ? " not" : "")
      return Told(
        stance: "\(statement.holder) \(verb)",
        targets: [statement.target] + statement.otherTargets)
    }
    let wanted = article.statements
    let missed = wanted.filter { line in !found.contains { $0.tells(line) } }
    let made = found.filter { told in !wanted.contains { told.tells($0) } }
      .map { "\($0.stance) \($0.targets[0])" }
    #expect(missed == [])
    #expect(made == [])
  }

  /// A statement with all readings of its target.
  private struct Told {
    var stance: String
    var targets: [String]

    func tells(_ line: String) -> Bool {
      targets.contains { "\(stance) \($0)".lowercased() == line.lowercased() }
    }
  }
}

extension Annotated {
  static let harbour = Annotated(
    name: "harbour",
    text: """
      PORT ALDEN, June 3 — The harbour board on Tuesday proposed a levy on cruise ships, and the \
      Dockers' Union said it would oppose the levy unless crews were exempted.

      “The levy is a disaster for small ports,” said Marta Quist, who chairs the Shipping Chamber. \
      “It would be a mistake to punish visitors.”

      Mayor Ivo Brandt backs the levy but not the curfew that the board has also floated.

      Brandt denied that he had ever supported a ban on cruise ships. Asked whether he would accept \
      a lower fee, he declined to comment.

      Norway and Denmark met in Port Alden last week. Both rejected the curfew.

      Iceland welcomed and Finland criticised the curfew.

      Once the council votes, Sweden will host a summit on cruise ships, its minister, Lena Falk, \
      said. Sweden has not ruled out a boycott.

      Residents called the curfew unfair. If the board insists on the curfew, prices will rise.

      According to Quist, the Fishermen's League no longer supports the curfew. The league's \
      chairman, Olav Rem, said the curfew was unacceptable to its members.
      """,
    statements: [
      "harbour board proposes a levy on cruise ships",
      "Dockers' Union rejects the levy",
      "Marta Quist rejects The levy",
      "Marta Quist rejects punish visitors",
      "Ivo Brandt supports the levy",
      "Ivo Brandt rejects the curfew that the board has also floated",
      "harbour board proposes the curfew",
      "Ivo Brandt supports not a ban on cruise ships",
      "Norway rejects the curfew",
      "Denmark rejects the curfew",
      "Iceland supports the curfew",
      "Finland rejects the curfew",
      "Sweden hosts a summit on cruise ships",
      "Sweden rejects not a boycott",
      "Residents rejects the curfew",
      "Fishermen's League supports not the curfew",
      "members rejects the curfew",
    ])

  static let river = Annotated(
    name: "river",
    text: """
      LOMA, Sept. 9 — Kenya, Uganda and Rwanda agreed on Monday to a truce on the Kera river, but \
      Burundi refused to sign it.

      Burundi's foreign minister, Jean Nkuru, said his government could not accept a truce that \
      leaves the dam in place. “The dam is an insult to our farmers,” Nkuru said. “We will never \
      accept it.”

      Uganda wants the dam to be finished by May. It has offered to host talks on the dam, provided \
      that Burundi attends.

      Kenyan President Ruth Achieng urged both sides to show restraint. She stopped short of \
      endorsing the dam.

      Rwanda supports, and Tanzania opposes, a tax on water.

      The Growers' Association said it did not oppose the tax. Its rival, the Herders' Union, \
      dismissed the tax as “a joke”.

      The African Union called for an inquiry into the dam. Neither Kenya nor Uganda supports the \
      inquiry.

      Would Burundi back the inquiry? Nkuru would not say.

      Only if the dam is drained will Tanzania accept the truce, an official said.
      """,
    statements: [
      "Kenya supports a truce on the Kera river",
      "Uganda supports a truce on the Kera river",
      "Rwanda supports a truce on the Kera river",
      "Burundi rejects a truce on the Kera river",
      "Burundi rejects a truce that leaves the dam in place",
      "Jean Nkuru rejects The dam",
      "Jean Nkuru rejects it",
      "Uganda proposes be finished by May",
      "Uganda hosts talks on the dam",
      "Ruth Achieng proposes show restraint",
      "Ruth Achieng supports not the dam",
      "Rwanda supports a tax on water",
      "Tanzania rejects a tax on water",
      "Growers' Association rejects not the tax",
      "Herders' Union rejects the tax",
      "African Union proposes an inquiry into the dam",
      "Kenya supports not the inquiry",
      "Uganda supports not the inquiry",
      "Tanzania supports the truce",
    ])
}
