import StanceDiagnostics

extension Parser {
  private static let optionWords: Set<String> = [
    "all", "by", "show", "having", "sort", "top", "limit", "draw", "as",
  ]

  private func startsOption(_ token: Token) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    return Self.optionWords.contains(word)
  }

  mutating func options() throws(ParseFailure) -> Options {
    var options = Options()
    var seen: Set<String> = []
    while true {
      if at(.comma), startsOption(ahead) { advance() }
      guard let word = currentWord, startsOption(current) else { return options }
      if !seen.insert(word).inserted {
        throw failTwice(word)
      }
      advance()
      try option(word, into: &options)
    }
  }

  private mutating func failTwice(_ word: String) -> ParseFailure {
    fail(Diagnostic(.error, .optionTwice, "‘\(word)’ is given twice", at: current.span))
  }

  private mutating func option(
    _ word: String, into options: inout Options
  ) throws(ParseFailure) {
    switch word {
    case "all":
      options.all = try qualifiers()
      if options.all.isEmpty { throw fail(expected: "a qualifier after ‘all’") }
    case "by": options.level = try freeWord("a level such as country or bloc")
    case "show": options.show = try items()
    case "having": options.having = try having()
    case "sort": options.sort = try sortKeys()
    case "top":
      let count = try wholeNumber("how many rows")
      options.top = Top(count: count, by: accept("by") ? try aggregate() : nil)
    case "limit":
      let count = try wholeNumber("how many rows")
      options.limit = Limit(
        count: count, skip: accept("skip") ? try wholeNumber("how many rows") : 0)
    case "draw": options.drawing = try drawing()
    default: options.output = try output()
    }
  }

  private mutating func items() throws(ParseFailure) -> [Item] {
    let isOption = startsOption
    return try list(unless: isOption) { parser throws(ParseFailure) in try parser.item() }
  }

  private mutating func item() throws(ParseFailure) -> Item {
    let start = current.span.start
    let kind: Item.Kind
    if startsAggregate {
      kind = .aggregate(try aggregate())
    } else if let place = try acceptPlace() {
      kind = .place(place)
    } else {
      kind = .word(try word("something to show (who, what, date, count who …)"))
    }
    var label: String?
    if at("as"), case .quoted(let text) = ahead.kind {
      advance()
      advance()
      label = text
    }
    return Item(kind: kind, label: label, span: span(from: start))
  }

  private var startsAggregate: Bool {
    currentWord.flatMap(Aggregate.Function.init) != nil
  }

  private mutating func aggregate() throws(ParseFailure) -> Aggregate {
    let start = current.span.start
    guard let function = currentWord.flatMap(Aggregate.Function.init) else {
      throw fail(expected: "an aggregate such as count who or first date")
    }
    advance()
    let role = "what is to be aggregated (who, statements, date …)"
    if let place = try acceptPlace() {
      return Aggregate(function: function, argument: .place(place), span: span(from: start))
    }
    let argument = try word(role)
    return Aggregate(function: function, argument: .word(argument), span: span(from: start))
  }

  private mutating func having() throws(ParseFailure) -> [Having] {
    var conditions: [Having] = []
    repeat {
      let aggregate = try aggregate()
      guard let sign = acceptOperator() else {
        throw fail(expected: "a comparison sign such as >=")
      }
      conditions.append(Having(aggregate: aggregate, operation: sign, value: try value()))
    } while accept("and")
    return conditions
  }

  private mutating func sortKeys() throws(ParseFailure) -> [SortKey] {
    try expect("by")
    let isOption = startsOption
    return try list(unless: isOption) { parser throws(ParseFailure) in
      let item = try parser.item()
      let isDescending = parser.accept("descending")
      if !isDescending { _ = parser.accept("ascending") }
      return SortKey(item: item, isDescending: isDescending)
    }
  }

  private mutating func output() throws(ParseFailure) -> Output {
    let formats = OutputFormat.allCases.map(\.rawValue).sorted()
    guard let word = currentWord else { throw fail(expected: "a format such as table or svg") }
    guard let format = OutputFormat(rawValue: word) else {
      throw fail(
        Diagnostic(
          .error, .unknownFormat, "unknown format ‘\(word)’", at: current.span,
          help: "known: " + formats.joined(separator: ", ")))
    }
    advance()
    let path = accept("to") ? try quotation("a file name in quotation marks") : nil
    return Output(format: format, path: path)
  }
}

// MARK: - Drawing

extension Parser {
  private static let styleWords: Set<String> = [
    "cluster", "color", "colour", "width", "label", "timeline", "matrix", "layout", "direction",
    "title", "legend", "dark",
  ]

  private func startsStyle(_ token: Token) -> Bool {
    guard case .word(let word) = token.kind else { return false }
    return Self.styleWords.contains(word)
  }

  fileprivate mutating func drawing() throws(ParseFailure) -> Drawing {
    var drawing = Drawing()
    var seen: Set<String> = []
    while true {
      if at(.comma), startsStyle(ahead) { advance() }
      guard let word = currentWord, startsStyle(current) else { return drawing }
      if !seen.insert(word == "colour" ? "color" : word).inserted { throw failTwice(word) }
      advance()
      try style(word, into: &drawing)
    }
  }

  private mutating func style(
    _ word: String, into drawing: inout Drawing
  ) throws(ParseFailure) {
    switch word {
    case "cluster":
      try expect("by")
      drawing.cluster = try freeWord("kind, type or a level")
    case "color", "colour":
      try expect("by")
      drawing.color = try freeWord("relation, kind, type or a level")
    case "width":
      try expect("by")
      drawing.width = try aggregate()
    case "label":
      let isEnd: (Token) -> Bool = { [self] in startsOption($0) || startsStyle($0) }
      drawing.labels = try list(unless: isEnd) { parser throws(ParseFailure) in
        try parser.item()
      }
    case "timeline": drawing.form = .timeline
    case "matrix": drawing.form = .matrix
    case "layout": drawing.layout = try freeWord("a layout such as dot or sfdp")
    case "direction": drawing.direction = try direction()
    case "title": drawing.title = try quotation("the title in quotation marks")
    case "dark": drawing.isDark = true
    default: drawing.hasLegend = true
    }
  }

  private mutating func direction() throws(ParseFailure) -> Drawing.Direction {
    guard let direction = currentWord.flatMap(Drawing.Direction.init) else {
      throw fail(expected: "right, left, down or up")
    }
    advance()
    return direction
  }
}
