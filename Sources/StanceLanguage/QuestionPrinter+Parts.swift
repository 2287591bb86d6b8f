import StanceModel

extension QuestionPrinter {
  func print(_ base: Referent) -> String {
    switch base.kind {
    case .name(let name, let kind):
      let written = quotedIfNeeded(name)
      return kind.map { "the \($0.text) \(written)" } ?? written
    case .variable(let name): return "?\(name)"
    case .parameter(let name): return "$\(name)"
    case .interrogative(let word), .some(let word): return word
    case .which(let kind): return "which \(kind.text)"
    case .howMany(let kind): return "how many \(kind.text)"
    case .someKind(let kind): return "some \(kind.text)"
    case .anyOf(let bases): return "any of \(print(bases))"
    }
  }

  func print(_ bases: [Referent]) -> String { "(\(bases.map(print).joined(separator: ", ")))" }

  func print(_ list: ListSyntax) -> String {
    switch list {
    case .bases(let bases, _): print(bases)
    case .parameter(let word): "$\(word.text)"
    }
  }

  func print(_ place: Place) -> String {
    "\(place.isVariable ? "?" : "")\(place.name)\(place.field.map { ".\($0.text)" } ?? "")"
  }

  func print(_ operand: Operand) -> String {
    switch operand {
    case .place(let place): print(place)
    case .value(let value): print(value)
    }
  }

  func print(_ value: Value) -> String {
    switch value.kind {
    case .number(let number): number.description
    case .date(let date): date.description
    case .text(let text): quoted(text)
    case .parameter(let name): "$\(name)"
    }
  }

  private func print(_ date: DateSyntax) -> String {
    switch date.kind {
    case .date(let date): date.description
    case .parameter(let name): "$\(name)"
    }
  }

  // MARK: - Qualifiers

  /// The qualifiers in their canonical order, each after a blank. A reading of several clauses says
  /// that they are of this one.
  func qualifiers(_ qualifiers: [Qualifier]) -> String {
    guard !qualifiers.isEmpty else { return "" }
    let text = ordered(qualifiers)
    return style == .reading && isCompound ? " [\(text): this clause only]" : " " + text
  }

  /// The qualifiers in their canonical order, or as they are written where that is the order of columns.
  private func ordered(_ qualifiers: [Qualifier]) -> String {
    let ordered = qualifiers.enumerated().sorted {
      ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset)
    }
    let open = ordered.filter(\.element.isOpen).map(\.offset)
    let kept = open == open.sorted() ? ordered.map(\.element) : qualifiers
    return kept.map { print($0) }.joined(separator: " ")
  }

  func print(_ qualifier: Qualifier) -> String {
    switch qualifier.kind {
    case .on(let date): "on \(print(date))"
    case .onVariable(let word): "on ?\(word.text)"
    case .since(let date): "since \(print(date))"
    case .until(let date): "until \(print(date))"
    case .before(let date): "before \(print(date))"
    case .after(let date): "after \(print(date))"
    case .between(let first, let last): "between \(print(first)) and \(print(last))"
    case .when: "when"
    case .accordingTo(let base): "according to \(print(base))"
    case .source(let base): "in \(print(base))"
    case .inParameter(let word): "in $\(word.text)"
    case .saying(let value): "saying \(print(value))"
    case .provided(let value): "provided \(print(value))"
    case .with(let field, let sign, let value):
      "with \(field.text) \(sign.map { $0.rawValue + " " } ?? "")\(print(value))"
    case .at(let start, let end): "at \(start)..\(end)"
    case .named(let word): "as ?\(word.text)"
    }
  }

  // MARK: - Options

  func print(_ options: Options) -> [String] {
    var parts: [String] = []
    if !options.all.isEmpty {
      let text = ordered(options.all)
      parts.append(style == .reading ? "all [\(text): every clause]" : "all \(text)")
    }
    if let level = options.level { parts.append("by \(level.text)") }
    if !options.show.isEmpty {
      parts.append("show " + options.show.map(print).joined(separator: ", "))
    }
    if !options.having.isEmpty {
      parts.append("having " + options.having.map(print).joined(separator: " and "))
    }
    if !options.sort.isEmpty {
      parts.append("sort by " + options.sort.map(print).joined(separator: ", "))
    }
    if let top = options.top {
      parts.append("top \(top.count)" + (top.by.map { " by \(print($0))" } ?? ""))
    }
    if let limit = options.limit {
      parts.append("limit \(limit.count)" + (limit.skip > 0 ? " skip \(limit.skip)" : ""))
    }
    if let drawing = options.drawing { parts.append(print(drawing)) }
    if let output = options.output {
      parts.append("as \(output.format.rawValue)" + (output.path.map { " to \(quoted($0))" } ?? ""))
    }
    return parts
  }

  private func print(_ item: Item) -> String {
    let text: String
    switch item.kind {
    case .aggregate(let aggregate): text = print(aggregate)
    case .place(let place): text = print(place)
    case .word(let word): text = word.text
    }
    return item.label.map { "\(text) as \(quoted($0))" } ?? text
  }

  private func print(_ aggregate: Aggregate) -> String {
    switch aggregate.argument {
    case .place(let place): "\(aggregate.function.rawValue) \(print(place))"
    case .word(let word): "\(aggregate.function.rawValue) \(word.text)"
    }
  }

  private func print(_ having: Having) -> String {
    "\(print(having.aggregate)) \(having.operation.rawValue) \(print(having.value))"
  }

  private func print(_ key: SortKey) -> String {
    print(key.item) + (key.isDescending ? " descending" : "")
  }

  private func print(_ drawing: Drawing) -> String {
    var parts: [String] = []
    if drawing.form != .network { parts.append(drawing.form.rawValue) }
    if let title = drawing.title { parts.append("title \(quoted(title))") }
    if let cluster = drawing.cluster { parts.append("cluster by \(cluster.text)") }
    if let color = drawing.color { parts.append("color by \(color.text)") }
    if let width = drawing.width { parts.append("width by \(print(width))") }
    if !drawing.labels.isEmpty {
      parts.append("label " + drawing.labels.map(print).joined(separator: ", "))
    }
    if let layout = drawing.layout { parts.append("layout \(layout.text)") }
    if let direction = drawing.direction { parts.append("direction \(direction.rawValue)") }
    if drawing.hasLegend { parts.append("legend") }
    if drawing.isDark { parts.append("dark") }
    return parts.isEmpty ? "draw" : "draw " + parts.joined(separator: ", ")
  }
}

extension Qualifier {
  /// Whether the qualifier names something that may have a column.
  fileprivate var isOpen: Bool {
    switch kind {
    case .onVariable, .when: true
    case .accordingTo(let base), .source(let base): base.isOpen
    case .on, .since, .until, .before, .after, .between, .inParameter, .saying, .provided, .with,
      .at, .named:
      false
    }
  }

  /// The place of the qualifier in the canonical order.
  var rank: Int {
    switch kind {
    case .on, .onVariable, .since, .until, .before, .after, .between, .when: 0
    case .accordingTo: 1
    case .saying: 2
    case .provided: 3
    case .source, .inParameter: 4
    case .at: 5
    case .with: 6
    case .named: 7
    }
  }
}
