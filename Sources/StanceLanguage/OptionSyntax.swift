public import StanceDiagnostics
import StanceModel

/// What follows the pattern of a question: each part at most once, in any order.
public struct Options: Sendable {
  public var all: [Qualifier] = []
  public var level: Word?
  public var show: [Item] = []
  public var having: [Having] = []
  public var sort: [SortKey] = []
  public var top: Top?
  public var limit: Limit?
  public var drawing: Drawing?
  public var output: Output?

  public init() {}
}

public struct Item: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    case aggregate(Aggregate)
    case place(Place)
    /// The name of a `which` variable or a field.
    case word(Word)
  }

  public var kind: Kind
  public var label: String?
  public var span: SourceSpan
}

public struct Aggregate: Hashable, Sendable {
  public enum Function: String, CaseIterable, Hashable, Sendable {
    case count, first, last, list, min, max, avg
  }

  public enum Argument: Hashable, Sendable {
    case place(Place)
    case word(Word)
  }

  public var function: Function
  public var argument: Argument
  public var span: SourceSpan
}

public struct Having: Hashable, Sendable {
  public var aggregate: Aggregate
  public var operation: Operator
  public var value: Value
}

public struct SortKey: Hashable, Sendable {
  public var item: Item
  public var isDescending: Bool
}

public struct Top: Hashable, Sendable {
  public var count: Int
  public var by: Aggregate?
}

public struct Limit: Hashable, Sendable {
  public var count: Int
  public var skip: Int
}

public struct Output: Hashable, Sendable {
  public var format: OutputFormat
  public var path: String?
}

public enum OutputFormat: String, CaseIterable, Hashable, Sendable {
  case table, csv, tsv, json, jsonl, markdown, dot, svg, png, pdf
}

/// The style of a picture.
public struct Drawing: Hashable, Sendable {
  public enum Direction: String, CaseIterable, Hashable, Sendable { case right, left, down, up }
  public enum Form: String, CaseIterable, Hashable, Sendable { case network, timeline, matrix }

  /// The layouts of Graphviz that may be asked for.
  public static let layouts = ["dot", "neato", "fdp", "sfdp", "circo", "twopi", "osage"]

  public var cluster: Word?
  public var color: Word?
  public var width: Aggregate?
  public var labels: [Item] = []
  public var form = Form.network
  public var layout: Word?
  public var direction: Direction?
  public var title: String?
  public var hasLegend = false
  public var isDark = false

  public init() {}

  /// The options that are given and that only networks have.
  public var networkOptions: [String] {
    let options = [
      ("cluster by", cluster != nil), ("color by", color != nil), ("width by", width != nil),
      ("label", !labels.isEmpty), ("layout", layout != nil), ("direction", direction != nil),
    ]
    return options.filter(\.1).map(\.0)
  }
}
