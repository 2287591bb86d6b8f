public import StanceDiagram
import StanceLanguage
import StanceModel

/// What an answer looks like.
public enum Picture: Sendable {
  case network(Diagram)
  /// A timeline or a matrix.
  case sheet(Sheet)
}

/// The statements of one relation between two nodes, as they are drawn.
struct DrawnEdge {
  var subject: NodeLabel
  var object: NodeLabel
  var relation: String
  var evidence: [Evidence]

  /// The statements by date, undated ones last, then by identifier.
  var ordered: [Evidence] {
    guard evidence.count > 1 else { return evidence }
    return evidence.sorted { one, other in
      let dates = (one.date?.first ?? .max, other.date?.first ?? .max)
      return dates.0 == dates.1 ? one.id < other.id : dates.0 < dates.1
    }
  }

  var edge: Diagram.Edge {
    let ordered = ordered
    let dated = ordered.compactMap(\.date)
    let quoted = ordered.first { $0.quote != nil }
    return Diagram.Edge(
      from: subject.id, to: object.id, relation: relation, weight: evidence.count,
      first: dated.first,
      last: dated.max { $0.last < $1.last }, quotation: quoted?.quotation,
      isConditional: evidence.allSatisfy { $0.condition != nil },
      url: ordered.compactMap(\.sourceURL).first)
  }
}

extension Evidence {
  var quotation: Quotation? {
    quote.map { Quotation(text: $0, speaker: speaker, date: date) }
  }

  /// A field as a label shows it.
  func text(of field: String) -> String? {
    switch field {
    case "date": date?.description
    case "quote": quote
    case "source": source
    case "speaker": speaker
    case "condition": condition
    case "confidence": confidence.map { "\($0)" }
    default: nil
    }
  }
}
