import StanceModel

/// Where the statements of a row stand: each at its date, above or below the line of the row where it
/// would hide another.
struct TimelineMarks {
  struct Mark {
    /// One statement, or some of a relation at about one date where there is no room for each.
    var stances: [DrawnStance]
    /// Points from the left end of the axis, or of the column without dates.
    var place: Double
    /// 0 on the line, 1 above it, 2 below, and so on.
    var lane = 0
    /// Whether another stance is known from before.
    var isTurn = false

    /// `×3` behind a mark that stands for several statements.
    var count: String? { stances.count > 1 ? "×\(stances.count)" : nil }

    /// What it covers of the line.
    fileprivate var extent: ClosedRange<Double> {
      let half = isTurn ? 8.5 : 5.5
      let text = count.map { TextMetrics.width($0, size: Self.countSize) + 2 } ?? 0
      return (place - half)...(place + half + text)
    }

    static let countSize = 8.5
  }

  /// Statements of one date, of which it is known that they follow the moment before.
  struct Moment {
    var date: PartialDate
    var relations: Set<String>
    /// The middle of the date.
    var place: Double
  }

  /// More lanes than these are avoided by marks for several statements.
  private static let mostLanes = 5
  /// More marks without a date than these are drawn as one for each relation.
  private static let mostUndated = 8
  /// Statements of one mark are no further from each other, in points.
  private static let nearness = 10.0

  let dated: [Mark]
  let undated: [Mark]
  /// The stances that follow each other for certain, earliest first. What is known to the year alone
  /// is left out where there is something else in that year.
  let moments: [Moment]

  init(_ stances: [DrawnStance], axis: TimeAxis) {
    let moments = Self.moments(stances, axis)
    let turns = Self.turns(moments)
    let marks = stances.compactMap { stance in
      stance.date.map { date in
        let isTurn = turns[date]?.contains(stance.relation) == true
        return Mark(stances: [stance], place: axis.middle(of: date), isTurn: isTurn)
      }
    }.sorted { $0.place < $1.place }
    var placed = Self.inLanes(marks)
    if (placed.map(\.lane).max() ?? 0) >= Self.mostLanes {
      placed = Self.inLanes(Self.joined(marks, within: Self.nearness))
    }
    (dated, self.moments) = (placed, moments)
    undated = Self.row(stances.filter { $0.date == nil }.map { Mark(stances: [$0], place: 0) })
  }

  /// The lanes that are used, of which there is always the line itself.
  var lanes: Int { (dated.map(\.lane).max() ?? 0) + 1 }

  /// The points that the marks without a date need.
  var undatedWidth: Double { undated.last.map { $0.extent.upperBound } ?? 0 }

  private static func moments(_ stances: [DrawnStance], _ axis: TimeAxis) -> [Moment] {
    var relations: [PartialDate: Set<String>] = [:]
    for stance in stances {
      if let date = stance.date { relations[date, default: []].insert(stance.relation) }
    }
    var moments: [Moment] = []
    for (date, relations) in relations.sorted(by: { ends($0.key, before: $1.key) })
    where date.first > moments.last?.date.last ?? 0 {
      moments.append(Moment(date: date, relations: relations, place: axis.middle(of: date)))
    }
    return moments
  }

  /// Of dates that end together the shorter one comes first.
  private static func ends(_ one: PartialDate, before other: PartialDate) -> Bool {
    one.last == other.last ? one.first > other.first : one.last < other.last
  }

  /// By date the relations that were not held at the moment before.
  private static func turns(_ moments: [Moment]) -> [PartialDate: Set<String>] {
    var turns: [PartialDate: Set<String>] = [:]
    for (before, after) in zip(moments, moments.dropFirst()) {
      turns[after.date] = after.relations.subtracting(before.relations)
    }
    return turns
  }

  /// Puts each mark into the first lane in which it hides none.
  private static func inLanes(_ marks: [Mark]) -> [Mark] {
    var ends: [Double] = []
    return marks.map { mark in
      var placed = mark
      let free = ends.firstIndex { $0 <= mark.extent.lowerBound }
      placed.lane = free ?? ends.count
      if free == nil { ends.append(0) }
      ends[placed.lane] = mark.extent.upperBound
      return placed
    }
  }

  /// One mark for what looks the same and is near.
  private static func joined(_ marks: [Mark], within distance: Double) -> [Mark] {
    struct Look: Hashable {
      var relation: String
      var isConditional: Bool
    }
    var (joined, last): ([Mark], [Look: Int]) = ([], [:])
    for mark in marks {
      guard let stance = mark.stances.first else { continue }
      let look = Look(relation: stance.relation, isConditional: stance.isConditional)
      if let index = last[look], mark.place - joined[index].place <= distance {
        joined[index].stances += mark.stances
        joined[index].isTurn = joined[index].isTurn || mark.isTurn
      } else {
        last[look] = joined.count
        joined.append(mark)
      }
    }
    return joined
  }

  /// Marks without a date beside each other.
  private static func row(_ marks: [Mark]) -> [Mark] {
    var row = marks.count > mostUndated ? joined(marks, within: 0) : marks
    var end = 0.0
    for index in row.indices {
      row[index].place = end + 5.5
      end = row[index].extent.upperBound
    }
    return row
  }
}
