public import StanceModel

/// A network drawn from an answer: what there is to see and how it is to be styled.
///
/// A value with no positions: `dot()` prints it for Graphviz, `legend` and `furniture(width:)` say
/// what stands around the drawing.
public struct Diagram: Hashable, Sendable {
  /// An actor, a place or a proposal.
  public struct Node: Hashable, Sendable {
    /// Tells nodes apart in `Edge.from` and `Edge.to`; never printed.
    public var id: Int
    public var label: String
    public var kind: NodeKind
    /// `country`, `plan`: the name of the type, which is the kind's name where there is none.
    public var type: String
    /// The box that the node stands in.
    public var cluster: String?
    /// What the node is coloured by under `Coloring.group`.
    public var group: String?
    /// More than the label, shown under the pointer.
    public var note: String?
    /// A page about the node; anything but http and https is dropped.
    public var url: String?

    public init(
      id: Int, label: String, kind: NodeKind, type: String? = nil, cluster: String? = nil,
      group: String? = nil, note: String? = nil, url: String? = nil
    ) {
      self.id = id
      self.label = label
      self.kind = kind
      self.type = type ?? kind.name
      self.cluster = cluster
      self.group = group
      self.note = note
      self.url = url
    }
  }

  /// All statements of one relation between two nodes, or one derived pair.
  public struct Edge: Hashable, Sendable {
    public var from: Int
    public var to: Int
    /// The verb as printed: `rejects`, `agrees with`.
    public var relation: String
    /// Whether a rule made the edge; such an edge has a weight and no statements.
    public var isDerived: Bool
    /// Whether the edge leads from one end to the other; a mutual relation does not.
    public var isDirected: Bool
    /// The number of statements, or of whatever a derived relation counts.
    public var weight: Int
    /// What `Style.Widths.measure` draws, where the edge has it.
    public var measure: Double?
    /// The dates of the first and the last statement.
    public var first: PartialDate?
    public var last: PartialDate?
    /// The first statement in its own words.
    public var quotation: Quotation?
    /// Whether every statement has a condition.
    public var isConditional: Bool
    /// Further lines beside the edge.
    public var labels: [String]
    /// The source of the first statement; anything but http and https is dropped.
    public var url: String?

    public init(
      from: Int, to: Int, relation: String, isDerived: Bool = false, isDirected: Bool = true,
      weight: Int = 1, measure: Double? = nil, first: PartialDate? = nil,
      last: PartialDate? = nil, quotation: Quotation? = nil, isConditional: Bool = false,
      labels: [String] = [], url: String? = nil
    ) {
      self.from = from
      self.to = to
      self.relation = relation
      self.isDerived = isDerived
      self.isDirected = isDirected
      self.weight = weight
      self.measure = measure
      self.first = first
      self.last = last
      self.quotation = quotation
      self.isConditional = isConditional
      self.labels = labels
      self.url = url
    }
  }

  public var nodes: [Node]
  public var edges: [Edge]
  public var style: Style
  public var caption: Caption

  public init(
    nodes: [Node], edges: [Edge], style: Style = Style(), caption: Caption = Caption()
  ) {
    self.nodes = nodes
    self.edges = edges
    self.style = style
    self.caption = caption
  }
}

/// Words that a source reports.
public struct Quotation: Hashable, Sendable {
  public var text: String
  public var speaker: String?
  public var date: PartialDate?

  public init(text: String, speaker: String? = nil, date: PartialDate? = nil) {
    self.text = text
    self.speaker = speaker
    self.date = date
  }

  /// All that it says, for an order.
  var fields: [String?] { [text, speaker, date?.description] }

  /// `“No.” – Volodymyr Zelenskyy, 2025-05-11`, cut where it is long.
  var line: String {
    let origin = [speaker, date?.description].compactMap(\.self).joined(separator: ", ")
    let words = "“\(DrawnText.shortened(text, to: 600))”"
    return origin.isEmpty ? words : "\(words) – \(origin)"
  }
}

/// What is written around a drawing.
public struct Caption: Hashable, Sendable {
  public var title: String?
  /// Where the statements come from.
  public var source: String?
  /// The question that the drawing answers.
  public var question: String?
  /// The dates that the statements span: `2025-01-03 to 2025-06-12`.
  public var dates: String?
  /// The dates of all statements of the graph, where those of the drawing are not known because rules
  /// made its edges.
  public var graphDates: String?
  /// What a reader must know of the drawing: rows left out, limits.
  public var notes: [String]
  /// What identifies the input (hashes of graph and question); in comments and `<desc>` only.
  public var origins: [String]
  public var hasLegend: Bool

  public init(
    title: String? = nil, source: String? = nil, question: String? = nil, dates: String? = nil,
    graphDates: String? = nil, notes: [String] = [], origins: [String] = [], hasLegend: Bool = false
  ) {
    self.title = title
    self.source = source
    self.question = question
    self.dates = dates
    self.graphDates = graphDates
    self.notes = notes
    self.origins = origins
    self.hasLegend = hasLegend
  }

  /// The lines below a drawing.
  var footer: [String] {
    var lines = notes
    if let question { lines.append("Question: \(question)") }
    var last: [String] = []
    if let source { last.append("Source: \(source)") }
    if let dates {
      last.append("Statements of \(dates)")
    } else if let graphDates {
      last.append("Statements in the graph: \(graphDates)")
    }
    if !last.isEmpty { lines.append(last.joined(separator: " · ")) }
    return lines
  }
}
