import StanceDiagnostics
import StanceTestSupport
import Testing

/// What a picture may be clustered, coloured, labelled and measured by.
@Suite struct DrawingTests {
  static let levels =
    "known: kind, type, bloc, city, councillor, country, organization, person, plan, region"

  @Test(
    arguments: [
      ToldFault(
        "who rejects what draw cluster by ⟪contry⟫", "N05", "a picture knows no ‘contry’ here",
        help: levels),
      ToldFault(
        "who rejects what draw cluster by ⟪relation⟫", "N05", "a picture knows no ‘relation’ here",
        help: levels),
      ToldFault(
        "who rejects what draw color by ⟪mood⟫", "N05", "a picture knows no ‘mood’ here",
        help: levels.replacing("known: ", with: "known: relation, ")),
      ToldFault(
        "who rejects what draw layout ⟪dott⟫", "N05", "a picture knows no ‘dott’ here",
        help: "known: dot, neato, fdp, sfdp, circo, twopi, osage"),
      ToldFault(
        "who rejects what draw label ⟪mood⟫", "T04", "statements have no field ‘mood’",
        help: "fields: confidence, publisher, language, title, speaker"),
      ToldFault(
        "who rejects what draw label date, ⟪who⟫", "N06",
        "an edge is labelled with fields of its statements", help: "such as date, quote or speaker"),
      ToldFault(
        "who rejects what draw label ⟪count who⟫", "N06",
        "an edge is labelled with fields of its statements", help: "such as date, quote or speaker"),
      ToldFault(
        "who rejects what draw width by ⟪list sources⟫", "T03", "an edge is as wide as a number",
        help: "such as width by count statements or avg confidence"),
      ToldFault(
        "who rejects what draw width by ⟪first date⟫", "T03", "an edge is as wide as a number",
        help: "such as width by count statements or avg confidence"),
      ToldFault(
        "who rejects what show who draw width by ⟪count what⟫", "N06",
        "a width is taken of what is shown", help: "add what to show"),
    ])
  func `what a picture cannot show is refused where it stands`(fault: ToldFault) throws {
    let told = try refusal(fault.text).map(\.told)
    #expect(told.map { [$0] } == fault.expected, "\(told ?? "nothing")")
  }

  @Test(
    arguments: [
      "cluster by kind", "cluster by countries", "color by relation", "colour by type",
      "layout sfdp", "label date, quotes, speaker", "label count sources", "label weight",
      "width by count statements", "width by avg confidence", "width by max confidence",
      "width by count what", "timeline, legend, dark", "matrix, title \"T\", direction up",
    ])
  func `what a picture can show is taken`(style: String) throws {
    #expect(try refusal("who rejects what draw \(style)") == nil)
  }
}
