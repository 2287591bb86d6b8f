import StanceModel

/// Stances over time: a row for each actor and proposal, its statements as marks along the dates.
///
/// Between two statements a row has the colour of the earlier one; a ring marks a turn, where an
/// actor says another thing of the proposal than before. Of dates that overlap, such as a year and a
/// day in it, none is known to be before the other. Statements without a date stand in a column of
/// their own behind the axis, where nothing turns.
public struct Timeline: Hashable, Sendable {
  /// The rows that are drawn at most; those with the most statements stay.
  public static let mostRows = 60

  public var stances: [DrawnStance]
  public var caption: Caption
  public var theme: Theme
  /// The declared relations in the graph's order, which decides their colours.
  public var declaredRelations: [String]

  public init(
    stances: [DrawnStance], caption: Caption = Caption(), theme: Theme = .light,
    declaredRelations: [String] = []
  ) {
    self.stances = stances
    self.caption = caption
    self.theme = theme
    self.declaredRelations = declaredRelations
  }

  /// What is known of one actor and one proposal, by date.
  struct Row {
    var actor: String
    var proposal: String
    var stances: [DrawnStance]
  }

  /// The timeline as a page.
  public func sheet() -> Sheet {
    var drawn = self
    let (rows, note) = keptRows()
    if let note { drawn.caption.notes.append(note) }
    let styles = RelationStyles(
      drawn: Set(rows.flatMap(\.stances).map(\.relation)), declared: declaredRelations,
      derived: [], theme: theme)
    let drawing = TimelineDrawing(rows: rows, styles: styles, theme: theme)
    return Sheet(
      drawing: drawing.canvas(), caption: drawn.caption, legend: drawing.legend(), theme: theme,
      description: [
        "A timeline of \(Self.count(rows.flatMap(\.stances), "statement"))"
          + " in \(Self.count(rows, "row"))."
      ])
  }

  /// `1 row`, `2 rows`.
  private static func count(_ things: [some Any], _ name: String) -> String {
    "\(things.count) \(name)\(things.count == 1 ? "" : "s")"
  }

  /// The rows in the order of drawing, and what was left out.
  func keptRows() -> (rows: [Row], note: String?) {
    var rows: [Row] = []
    for stance in stances.sorted(by: DrawnStance.isBefore) {
      if let last = rows.last, last.actor == stance.actor, last.proposal == stance.proposal {
        rows[rows.count - 1].stances.append(stance)
      } else {
        rows.append(Row(actor: stance.actor, proposal: stance.proposal, stances: [stance]))
      }
    }
    guard rows.count > Self.mostRows else { return (rows, nil) }
    let bySize = rows.indices.sorted {
      rows[$0].stances.count == rows[$1].stances.count
        ? $0 < $1 : rows[$0].stances.count > rows[$1].stances.count
    }
    let kept = bySize.prefix(Self.mostRows).sorted().map { rows[$0] }
    return (kept, "Drawn: the \(kept.count) rows with the most statements of \(rows.count).")
  }
}
