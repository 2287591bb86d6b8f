import Crypto
import StanceDiagram
import StanceLanguage
import StanceModel
import StanceQuery
import StanceSQL
public import StanceStore

extension Graph {
  /// The picture of an answer that was given with its evidence: the statements behind its rows, and
  /// the derived pairs in them.
  public func picture(
    of answer: Answer, to question: PreparedQuestion
  ) throws(StoreFailure) -> Picture {
    let drawing = question.drawing ?? Drawing()
    let evidence = try rolledUp(Self.distinct(answer.evidence), question.plan.level)
    let pairs = Self.pairs(answer.derived)
    var caption = try caption(evidence, question, drawing, answer)
    caption.notes += Self.notes(evidence, pairs, answer, drawing)
    let theme: Theme = drawing.isDark ? .dark : .light
    switch drawing.form {
    case .network:
      var diagram = try network(evidence, pairs, answer, drawing, caption)
      _ = diagram.keepHeaviest(within: Self.limits(question.syntax.options))
      return .network(diagram)
    case .timeline:
      return .sheet(
        Timeline(
          stances: Self.stances(evidence), caption: caption, theme: theme,
          declaredRelations: declaredRelations
        ).sheet())
    case .matrix:
      return .sheet(
        Matrix(
          stances: Self.stances(evidence) + Self.stances(pairs), caption: caption, theme: theme,
          declaredRelations: declaredRelations
        ).sheet())
    }
  }

  private var declaredRelations: [String] {
    catalog.relations.filter { !$0.relation.isBuiltIn }.map(\.relation.forms.third)
  }

  private static func distinct(_ evidence: [[Evidence]]) -> [Evidence] {
    var seen: Set<Int> = []
    return evidence.joined().filter { seen.insert($0.id).inserted }
  }

  /// The statements, on a rolled-up graph between the groups that stand for their ends.
  private func rolledUp(
    _ statements: [Evidence], _ level: [String]?
  ) throws(StoreFailure) -> [Evidence] {
    guard let level else { return statements }
    var result: [Evidence] = []
    for statement in statements {
      for subject in try groups(of: statement.subject, level) {
        for object in try groups(of: statement.object, level) {
          var copy = statement
          (copy.subject, copy.object) = (subject, object)
          result.append(copy)
        }
      }
    }
    return result
  }

  private func groups(
    of node: NodeLabel, _ level: [String]
  ) throws(StoreFailure) -> [NodeLabel] {
    guard node.kind == .actor else { return [node] }
    let ids = try ancestors(of: node.id, level)
    guard !ids.isEmpty else { return [node] }
    let labels = try labels(Set(ids))
    return ids.compactMap { labels[$0] }
  }

  private func ancestors(of node: Int, _ types: [String]) throws(StoreFailure) -> [Int] {
    try catalog.ancestors(of: node, types: types)
  }

  // MARK: - Networks

  private func network(
    _ evidence: [Evidence], _ pairs: [DerivedPair], _ answer: Answer, _ drawing: Drawing,
    _ caption: Caption
  ) throws(StoreFailure) -> Diagram {
    let edges = Self.edges(evidence)
    var nodes: [Int: NodeLabel] = [:]
    for edge in edges {
      nodes[edge.subject.id] = edge.subject
      nodes[edge.object.id] = edge.object
    }
    for pair in pairs {
      nodes[pair.subject.id] = pair.subject
      nodes[pair.object.id] = pair.object
    }
    var drawn: [Diagram.Node] = []
    for node in nodes.values.sorted(by: { $0.id < $1.id }) {
      drawn.append(
        Diagram.Node(
          id: node.id, label: node.name, kind: node.kind, type: node.type,
          cluster: try drawing.cluster.flatMap { word throws(StoreFailure) in
            try group(of: node, by: word.text)
          },
          group: try drawing.color.flatMap { word throws(StoreFailure) in
            try group(of: node, by: word.text)
          }))
    }
    let measure = drawing.width.flatMap { EdgeMeasure($0, answer) }
    let stated = edges.map { edge in
      var drawnEdge = edge.edge
      drawnEdge.labels = Self.labels(of: edge, drawing.labels)
      drawnEdge.measure = measure?.value(of: edge)
      return drawnEdge
    }
    let derived = pairs.map { pair in
      Diagram.Edge(
        from: pair.subject.id, to: pair.object.id, relation: pair.relation, isDerived: true,
        isDirected: !pair.isMutual, weight: pair.weight, measure: measure?.value(of: pair))
    }
    return Diagram(
      nodes: drawn, edges: stated + derived,
      style: style(drawing, measure, isDerived: !derived.isEmpty && stated.isEmpty),
      caption: caption)
  }

  /// The limits of a network, which `top` and `limit` raise to what they ask for.
  private static func limits(_ options: Options) -> DiagramLimits {
    let standard = DiagramLimits()
    guard let asked = options.limit?.count ?? options.top?.count else { return standard }
    let edges = min(DiagramLimits.most.edges, max(standard.edges, asked))
    return DiagramLimits(
      nodes: edges > standard.edges ? DiagramLimits.most.nodes : standard.nodes, edges: edges)
  }

  private static func edges(_ evidence: [Evidence]) -> [DrawnEdge] {
    struct Ends: Hashable {
      var subject: Int
      var relation: String
      var object: Int
    }
    var edges: [Ends: DrawnEdge] = [:]
    for statement in evidence {
      let ends = Ends(
        subject: statement.subject.id, relation: statement.relation, object: statement.object.id)
      edges[
        ends,
        default: DrawnEdge(
          subject: statement.subject, object: statement.object, relation: statement.relation,
          evidence: [])
      ].evidence.append(statement)
    }
    return edges.values.sorted {
      ($0.subject.id, $0.relation, $0.object.id) < ($1.subject.id, $1.relation, $1.object.id)
    }
  }

  /// The distinct pairs; a mutual one is drawn once.
  private static func pairs(_ rows: [[DerivedPair]]) -> [DerivedPair] {
    var seen: Set<DerivedPair> = []
    return rows.joined().compactMap { pair in
      let isTurned = pair.isMutual && pair.object.id < pair.subject.id
      let pair = isTurned ? pair.turned : pair
      return seen.insert(pair).inserted ? pair : nil
    }.sorted {
      ($0.subject.id, $0.relation, $0.object.id) < ($1.subject.id, $1.relation, $1.object.id)
    }
  }

  /// What a node is clustered or coloured by: its kind, its type, or its nearest group of a level.
  private func group(of node: NodeLabel, by word: String) throws(StoreFailure) -> String? {
    switch word {
    case "kind": return node.kind.name
    case "type": return node.type
    default:
      guard let type = catalog.types.named(word) else { return nil }
      let ids = try ancestors(of: node.id, catalog.types.subtypes(of: type))
      let names = try labels(Set(ids)).values.map(\.name).sorted()
      return names.isEmpty ? nil : names.joined(separator: " / ")
    }
  }

  private static func labels(of edge: DrawnEdge, _ items: [Item]) -> [String] {
    items.compactMap { item -> String? in
      let field: String
      switch item.kind {
      case .word(let word): field = word.text
      case .aggregate(let aggregate):
        guard case .word(let word) = aggregate.argument else { return nil }
        field = word.text
      case .place: return nil
      }
      return edge.label(of: StatementField(written: field)?.rawValue ?? field)
    }
  }

  private func style(_ drawing: Drawing, _ measure: EdgeMeasure?, isDerived: Bool) -> Style {
    let coloring: Style.Coloring =
      switch drawing.color?.text {
      case nil, "relation": .relation
      case "kind": .kind
      case "type": .type
      case let level?: .group(level)
      }
    return Style(
      layout: drawing.layout.flatMap { Style.Layout(rawValue: $0.text) },
      direction: drawing.direction.flatMap { Style.Direction(rawValue: $0.rawValue) },
      coloring: coloring,
      widths: measure?.widths ?? .weight(isDerived ? "shared proposals" : "statements"),
      theme: drawing.isDark ? .dark : .light, declaredRelations: declaredRelations)
  }

  // MARK: - Timelines, matrices and captions

  private static func stances(_ evidence: [Evidence]) -> [DrawnStance] {
    evidence.map { statement in
      DrawnStance(
        actor: statement.subject.name, proposal: statement.object.name,
        relation: statement.relation, date: statement.date, quotation: statement.quotation,
        isConditional: statement.condition != nil, url: statement.sourceURL)
    }
  }

  /// Pairs in both directions where they have none.
  private static func stances(_ pairs: [DerivedPair]) -> [DrawnStance] {
    pairs.flatMap { $0.isMutual ? [$0, $0.turned] : [$0] }.map { pair in
      DrawnStance(
        actor: pair.subject.name, proposal: pair.object.name, relation: pair.relation, date: nil,
        derivedWeight: pair.weight)
    }
  }

  /// Why there is nothing in a picture.
  private static func notes(
    _ evidence: [Evidence], _ pairs: [DerivedPair], _ answer: Answer, _ drawing: Drawing
  ) -> [String] {
    guard evidence.isEmpty else { return [] }
    if drawing.form == .timeline, !pairs.isEmpty {
      return ["What rules derive has no dates; draw matrix shows it."]
    }
    guard pairs.isEmpty else { return [] }
    return [
      answer.isEmpty ? "Nothing is recorded." : "The answer has no statements that could be drawn."
    ]
  }

  private func caption(
    _ evidence: [Evidence], _ question: PreparedQuestion, _ drawing: Drawing, _ answer: Answer
  ) throws(StoreFailure) -> Caption {
    let dates = evidence.compactMap(\.date)
    let first = dates.min { ($0.first, $0.last) < ($1.first, $1.last) }
    let last = dates.max { ($0.last, $0.first) < ($1.last, $1.first) }
    let range = first.flatMap { first in
      last.map { first == $0 ? "\(first)" : "\(first) to \($0)" }
    }
    var printer = QuestionPrinter(.canonical)
    var plain = question.syntax
    plain.options.drawing = nil
    plain.options.output = nil
    return Caption(
      title: drawing.title, source: try title, question: printer.print(plain), dates: range,
      graphDates: range == nil ? try dateRange : nil,
      notes: answer.isCut ? ["Only the first \(answer.rows.count) rows are drawn."] : [],
      origins: try origins(question), hasLegend: drawing.hasLegend)
  }

  /// The title that a graph file has given the graph.
  private var title: String? {
    get throws(StoreFailure) {
      try store.rows("SELECT value FROM meta WHERE key = 'title'").rows.first?[0].optionalText
    }
  }

  /// The first and the last date of the graph.
  private var dateRange: String? {
    get throws(StoreFailure) {
      let rows = try store.rows(
        """
        SELECT (SELECT d0 * 100000000 + d1 FROM statement WHERE d0 IS NOT NULL ORDER BY d0, d1 LIMIT 1),
          (SELECT d0 * 100000000 + d1 FROM statement WHERE d1 IS NOT NULL ORDER BY d1 DESC, d0 DESC LIMIT 1)
        """
      ).rows
      guard let first = rows.first?[0].integer, let last = rows.first?[1].integer else {
        return nil
      }
      let dates = [first, last].map { PartialDate(code: $0).description }
      return dates[0] == dates[1] ? dates[0] : "\(dates[0]) to \(dates[1])"
    }
  }

  private func origins(_ question: PreparedQuestion) throws(StoreFailure) -> [String] {
    let graph = String(try store.sumOfHashes(), radix: 16)
    let hashes = [graph, question.text].map { text in
      SHA256.hash(data: Array(text.utf8)).prefix(8).hexadecimal
    }
    return ["graph sha256 \(hashes[0])", "question sha256 \(hashes[1])"]
  }
}

extension Sequence<UInt8> {
  /// The bytes as pairs of hexadecimal digits.
  var hexadecimal: String {
    map { byte in (byte < 16 ? "0" : "") + String(byte, radix: 16) }.joined()
  }
}
