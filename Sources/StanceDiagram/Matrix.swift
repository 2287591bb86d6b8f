import StanceModel

/// Actors × proposals, each cell in the colours of what the actor says of the proposal, ordered so
/// that blocs show (see `Seriation`). Pairs that rules derive are drawn alike, both ends as actors.
public struct Matrix: Hashable, Sendable {
  /// The rows and the columns that are drawn at most; those with the most statements stay.
  public static let mostActors = 80
  public static let mostProposals = 40

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

  /// All that one actor says of one proposal in one relation.
  struct Part {
    var relation: String
    var stances: [DrawnStance]

    var isConditional: Bool { stances.allSatisfy(\.isConditional) }
    /// The number of statements, or what a derived pair counts.
    var count: Int { stances.reduce(0) { $0 + ($1.derivedWeight ?? 1) } }
  }

  /// The matrix in the order of drawing.
  struct Grid {
    var actors: [String]
    var proposals: [String]
    /// By actor and proposal; empty where nothing is recorded.
    var cells: [[[Part]]]
  }

  /// The matrix as a page.
  public func sheet() -> Sheet {
    var caption = caption
    let (kept, note) = keptStances()
    if let note { caption.notes.append(note) }
    let styles = RelationStyles(
      drawn: Set(kept.map(\.relation)), declared: declaredRelations,
      derived: Set(kept.filter { $0.derivedWeight != nil }.map(\.relation)), theme: theme)
    let grid = Self.grid(kept, order: styles.order)
    let drawing = MatrixDrawing(grid: grid, styles: styles, theme: theme)
    let columns = kept.contains { $0.derivedWeight != nil } ? "columns" : "proposals"
    let size = "\(grid.actors.count) actors and \(grid.proposals.count) \(columns)"
    return Sheet(
      drawing: drawing.canvas(), caption: caption, legend: drawing.legend(), theme: theme,
      description: ["A matrix of \(size)."])
  }

  /// The stances of the actors and proposals that have the most of them, and what was left out.
  func keptStances() -> (stances: [DrawnStance], note: String?) {
    let sorted = stances.sorted(by: DrawnStance.isBefore)
    let actors = Self.mostFrequent(sorted.map(\.actor), Self.mostActors)
    let proposals = Self.mostFrequent(sorted.map(\.proposal), Self.mostProposals)
    let kept = sorted.filter { actors.contains($0.actor) && proposals.contains($0.proposal) }
    let left = sorted.count - kept.count
    return (kept, left == 0 ? nil : "Drawn: \(kept.count) of \(sorted.count) statements.")
  }

  private static func mostFrequent(_ names: [String], _ limit: Int) -> Set<String> {
    let counts = Dictionary(grouping: names, by: \.self).mapValues(\.count)
    let order = counts.keys.sorted {
      counts[$0] == counts[$1]
        ? DrawnText.isBefore($0, $1) : (counts[$0] ?? 0) > (counts[$1] ?? 0)
    }
    return Set(order.prefix(limit))
  }

  static func grid(_ stances: [DrawnStance], order: [String]) -> Grid {
    let actors = Set(stances.map(\.actor)).sorted(by: DrawnText.isBefore)
    let proposals = Set(stances.map(\.proposal)).sorted(by: DrawnText.isBefore)
    let byActor = Dictionary(grouping: stances, by: \.actor)
    let cells = actors.map { actor in
      let byProposal = Dictionary(grouping: byActor[actor] ?? [], by: \.proposal)
      return proposals.map { parts(byProposal[$0] ?? [], order: order) }
    }
    let values = cells.map { $0.map(value) }
    var (rows, columns) = Seriation.order(values)
    // Who is related to whom has one order where that is mutual.
    if actors == proposals,
      values.indices.allSatisfy({ row in
        values.indices.allSatisfy { values[row][$0] == values[$0][row] }
      })
    {
      columns = rows
    }
    return Grid(
      actors: rows.map { actors[$0] }, proposals: columns.map { proposals[$0] },
      cells: rows.map { row in columns.map { cells[row][$0] } })
  }

  private static func parts(_ stances: [DrawnStance], order: [String]) -> [Part] {
    order.compactMap { relation in
      let some = stances.filter { $0.relation == relation }
      return some.isEmpty ? nil : Part(relation: relation, stances: some)
    }
  }

  /// 1 for support, proposal and agreement, −1 for rejection and conflict, 0 for both or nothing, and
  /// a little for others.
  private static func value(_ cell: [Part]) -> Double {
    let relations = Set(cell.map(\.relation))
    let favours = !relations.isDisjoint(with: ["supports", "proposes", "agrees with"])
    let rejects = !relations.isDisjoint(with: ["rejects", "conflicts with"])
    if favours == rejects { return favours || cell.isEmpty ? 0 : 0.25 }
    return favours ? 1 : -1
  }
}
